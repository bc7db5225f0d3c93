#include "generator/pdf/charstring.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace generator::pdf {
namespace {

// Technical Note 5177, appendix B.
constexpr std::size_t k_deepest_call = 10;
constexpr std::size_t k_most_operands = 48;
/// A CJK glyph has some hundred bytes; this is far beyond any, and ends programs that call without end.
constexpr std::size_t k_most_bytes = 1 << 16;

enum Operator : unsigned char {
  k_hstem = 1,
  k_vstem = 3,
  k_vmoveto = 4,
  k_rlineto = 5,
  k_hlineto = 6,
  k_vlineto = 7,
  k_rrcurveto = 8,
  k_callsubr = 10,
  k_return = 11,
  k_escape = 12,
  k_endchar = 14,
  k_hstemhm = 18,
  k_hintmask = 19,
  k_cntrmask = 20,
  k_rmoveto = 21,
  k_hmoveto = 22,
  k_vstemhm = 23,
  k_rcurveline = 24,
  k_rlinecurve = 25,
  k_vvcurveto = 26,
  k_hhcurveto = 27,
  k_shortint = 28,
  k_callgsubr = 29,
  k_vhcurveto = 30,
  k_hvcurveto = 31,
  k_first_number = 32,
  k_hflex = 34,  // after k_escape, as the next three
  k_flex = 35,
  k_hflex1 = 36,
  k_flex1 = 37,
};

std::size_t size_of_number(unsigned char first) {
  if (first == k_shortint) return 3;
  return first < 247 ? 1 : first < 255 ? 2 : 5;
}

/// Runs a program as far as it must be: bytes are copied in runs, each up to where a call or a hint breaks
/// off.
class Flattener {
 public:
  Flattener(std::string& out, const CffIndex& global, const CffIndex& local)
      : out_(out), start_(out.size()), global_(global), local_(local), operands_begin_(out.size()) {}

  bool ended() const { return ended_; }

  bool run(std::string_view program, std::size_t depth = 0) {
    if (depth > k_deepest_call) return false;
    std::size_t copied = 0;  // what lies before it in the program is in out_, or has been dropped
    const auto copy_to = [&](std::size_t end) {
      out_.append(program, copied, end - copied);
      copied = end;
    };
    for (std::size_t at = 0; at < program.size();) {
      const auto byte = static_cast<unsigned char>(program[at]);
      if (byte >= k_first_number || byte == k_shortint) {
        if (count_ == k_most_operands) return false;
        operands_[count_++] = program.data() + at;
        at += size_of_number(byte);
        if (at > program.size()) return false;
        continue;
      }
      switch (byte) {
        case k_callsubr:
        case k_callgsubr: {
          if (count_ == 0) return false;
          const std::string_view number = operand(--count_);
          if (number.data() == program.data() + at - number.size() && at - number.size() >= copied) {
            copy_to(at - number.size());
          } else {  // it has been copied, and is the last that was
            copy_to(at);
            out_.resize(out_.size() - number.size());
          }
          copied = ++at;
          if (!call(byte == k_callsubr ? local_ : global_, number, depth)) return false;
          if (ended_) return true;
          break;
        }
        case k_return: copy_to(at); return true;
        case k_hstem:
        case k_vstem:
        case k_hstemhm:
        case k_vstemhm:
          copy_to(at);
          take_stems();
          copied = ++at;
          break;
        case k_hintmask:
        case k_cntrmask:
          copy_to(at);
          take_stems();  // those of a vstem may stand before a mask without their operator
          at += 1 + (stems_ + 7) / 8;
          copied = std::min(at, program.size());
          break;
        case k_escape: {
          const auto second = static_cast<unsigned char>(at + 1 < program.size() ? program[at + 1] : 0);
          if (second < k_hflex || second > k_flex1) return false;
          ++at;
          [[fallthrough]];
        }
        case k_vmoveto:
        case k_hmoveto:
        case k_rmoveto:
        case k_rlineto:
        case k_hlineto:
        case k_vlineto:
        case k_rrcurveto:
        case k_rcurveline:
        case k_rlinecurve:
        case k_vvcurveto:
        case k_hhcurveto:
        case k_vhcurveto:
        case k_hvcurveto:
          ++at;
          width_is_out_ = true;
          count_ = 0;
          operands_begin_ = out_.size() + (at - copied);
          break;
        case k_endchar:
          if (count_ >= 4) return false;
          copy_to(at + 1);
          ended_ = true;
          return true;
        default: return false;
      }
      if (out_.size() - start_ > k_most_bytes) return false;
    }
    copy_to(program.size());
    return true;
  }

 private:
  std::string_view operand(std::size_t number) const {
    return {operands_[number], size_of_number(static_cast<unsigned char>(*operands_[number]))};
  }

  /// Drops the operands. Stems come in pairs; one operand more, before the first of all, is the glyph's
  /// width, which then belongs to the next operator.
  void take_stems() {
    const bool has_width = count_ % 2 == 1 && !width_is_out_;
    out_.resize(operands_begin_ + (has_width ? operand(0).size() : 0));
    operands_begin_ = out_.size();
    width_is_out_ = true;
    stems_ += count_ / 2;
    count_ = 0;
  }

  bool call(const CffIndex& subroutines, std::string_view written, std::size_t depth) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(written[i]); };
    int number = 0;
    switch (written.size()) {
      case 1: number = byte(0) - 139; break;
      case 2:
        number =
            byte(0) < 251 ? (byte(0) - 247) * 256 + byte(1) + 108 : -(byte(0) - 251) * 256 - byte(1) - 108;
        break;
      case 3: number = static_cast<std::int16_t>(byte(1) << 8 | byte(2)); break;
      default: return false;
    }
    const std::size_t count = subroutines.size();
    number += count < 1240 ? 107 : count < 33900 ? 1131 : 32768;
    if (number < 0) return false;
    const std::optional<std::string_view> subroutine = subroutines.at(static_cast<std::size_t>(number));
    return subroutine && run(*subroutine, depth + 1);
  }

  std::string& out_;
  std::size_t start_;  ///< of this charstring in out_
  const CffIndex& global_;
  const CffIndex& local_;
  std::array<const char*, k_most_operands> operands_;  ///< where those stand that no operator has taken yet
  std::size_t count_ = 0;
  std::size_t operands_begin_;  ///< where they begin in out_, as far as they have been copied
  std::size_t stems_ = 0;
  bool width_is_out_ = false;
  bool ended_ = false;
};

}  // namespace

bool append_flat_charstring(std::string& out, std::string_view program, const CffIndex& global,
                            const CffIndex& local) {
  Flattener flattener(out, global, local);
  return flattener.run(program) && flattener.ended();
}

}  // namespace generator::pdf

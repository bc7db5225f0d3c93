#include "generator/compare/chance_words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

namespace generator::compare {
namespace {

/// Longer ones are no counts of people, and would not fit in what divides them.
constexpr std::size_t k_most_digits = 7;

bool is_han(UChar32 c) {
  return u_hasBinaryProperty(c, UCHAR_IDEOGRAPHIC) != 0;
}

/// A letter that makes a name together with digits beside it.
bool is_joining(UChar32 c) {
  return u_isalpha(c) && !is_han(c);
}

bool is_dash(UChar32 c) {
  return u_charType(c) == U_DASH_PUNCTUATION || c == 0x2212 || c == 0x301C || c == 0xFF5E;
}

class Tokeniser {
 public:
  Tokeniser(std::string_view text, const std::map<std::string, int>* numbers) : numbers_(numbers) {
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto length = static_cast<int32_t>(text.size());
    int32_t i = 0;
    while (i < length) {
      UChar32 c = 0;
      U8_NEXT(bytes, i, length, c);
      if (c < 0) c = 0xFFFD;
      // Vowel signs and the Arabic stroke that only lengthens a word say nothing here.
      if (u_charType(c) != U_NON_SPACING_MARK && c != 0x0640) characters_.push_back(c);
    }
  }

  std::vector<ChanceToken> read() {
    while (next_ < characters_.size()) {
      const UChar32 c = characters_[next_];
      if (u_isUWhiteSpace(c)) {
        ++next_;
      } else if (u_charDigitValue(c) >= 0) {
        read_number();
      } else if (u_isalpha(c) && !is_han(c)) {
        read_word();
      } else {
        ++next_;
        if (c == '%' || c == 0x066A || c == 0xFF05) {
          add(ChanceTokenKind::percent, "%");
        } else if (is_dash(c)) {
          add(ChanceTokenKind::mark, "-");
        } else {
          add(is_han(c) ? ChanceTokenKind::word : ChanceTokenKind::mark, utf8(c));
        }
      }
    }
    return std::move(tokens_);
  }

 private:
  static std::string utf8(UChar32 c) {
    char bytes[U8_MAX_LENGTH];
    int32_t length = 0;
    U8_APPEND_UNSAFE(bytes, length, u_tolower(c));
    return {bytes, static_cast<std::size_t>(length)};
  }

  UChar32 at(std::size_t i) const { return i < characters_.size() ? characters_[i] : ' '; }
  bool is_digit(std::size_t i) const { return u_charDigitValue(at(i)) >= 0; }

  void add(ChanceTokenKind kind, std::string text) { tokens_.push_back({kind, std::move(text), {}}); }

  void read_word() {
    std::string word;
    while (next_ < characters_.size() && is_joining(at(next_))) word += utf8(at(next_++));
    const auto number = numbers_ == nullptr ? decltype(numbers_->end()){} : numbers_->find(word);
    if (numbers_ != nullptr && number != numbers_->end()) {
      tokens_.push_back({ChanceTokenKind::number, std::move(word), number->second});
    } else {
      add(ChanceTokenKind::word, std::move(word));
    }
  }

  /// Whether the digits that begin at `start` and end before `end` belong to a name or a compound.
  bool is_joined(std::size_t start, std::size_t end) const {
    const auto joins = [this](std::size_t i, std::size_t beyond) {
      return is_joining(at(i)) || (is_dash(at(i)) && is_joining(at(beyond)));
    };
    return (start > 0 && joins(start - 1, start > 1 ? start - 2 : characters_.size())) || joins(end, end + 1);
  }

  void read_number() {
    const std::size_t start = next_;
    std::string digits;
    bool is_readable = true;
    const auto take_digits = [&] {
      std::size_t count = 0;
      for (; is_digit(next_); ++next_, ++count)
        digits += static_cast<char>('0' + u_charDigitValue(at(next_)));
      return count;
    };
    std::size_t in_group = take_digits();
    const bool starts_with_zero = digits.front() == '0';
    bool is_grouped = false;
    bool has_point = false;
    while (is_readable && is_digit(next_ + 1)) {
      const UChar32 mark = at(next_);
      if (mark == '.' || mark == 0x066B) {
        is_readable = !has_point;
        has_point = true;
        ++next_;
        digits += '.';
        take_digits();
      } else if (mark == ',' || mark == 0x066C) {
        // "1,000" is a thousand; "0,5" and "12,5" may be a half or two numbers.
        ++next_;
        const bool fits = !has_point && !starts_with_zero && (is_grouped || in_group <= 3);
        is_grouped = true;
        in_group = take_digits();
        is_readable = fits && in_group == 3;
      } else {
        break;
      }
    }
    while (is_digit(next_)) ++next_;
    const auto value = digits.size() <= k_most_digits ? model::Decimal::parse(digits) : std::nullopt;
    if (!is_readable || !value || is_joined(start, next_)) {
      add(ChanceTokenKind::word, digits);
    } else {
      tokens_.push_back({ChanceTokenKind::number, digits, *value});
    }
  }

  const std::map<std::string, int>* numbers_;
  std::vector<UChar32> characters_;
  std::size_t next_ = 0;
  std::vector<ChanceToken> tokens_;
};

}  // namespace

std::vector<ChanceToken> chance_tokens(std::string_view text, const std::map<std::string, int>* numbers) {
  return Tokeniser(text, numbers).read();
}

}  // namespace generator::compare

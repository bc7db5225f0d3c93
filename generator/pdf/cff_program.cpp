#include "generator/pdf/cff_program.h"

#include <map>
#include <vector>

#include "generator/pdf/big_endian.h"
#include "generator/pdf/cff_index.h"
#include "generator/pdf/charstring.h"

namespace generator::pdf {
namespace {

/// Operators of DICTs (Technical Note 5176, tables 9, 10 and 23); those of two bytes begin with 12.
enum DictOperator : int {
  k_font_bbox = 5,
  k_charset = 15,
  k_charstrings = 17,
  k_private = 18,
  k_subrs = 19,
  k_default_width = 20,
  k_nominal_width = 21,
  k_font_matrix = 12 << 8 | 7,
  k_ros = 12 << 8 | 30,
  k_cid_count = 12 << 8 | 34,
  k_fd_array = 12 << 8 | 36,
  k_fd_select = 12 << 8 | 37,
};

constexpr int k_standard_strings = 391;  ///< appendix A; a font's own strings follow them

/// A DICT's entries: the operands as they are written.
class Dict {
 public:
  static std::optional<Dict> read(std::string_view bytes) {
    Dict dict;
    std::size_t operands = 0;
    for (std::size_t at = 0; at < bytes.size();) {
      const auto byte = static_cast<unsigned char>(bytes[at]);
      if (byte <= 21) {
        const std::size_t size = byte == 12 ? 2 : 1;
        if (at + size > bytes.size()) return std::nullopt;
        const int key = size == 1 ? byte : 12 << 8 | static_cast<unsigned char>(bytes[at + 1]);
        dict.entries_[key] = bytes.substr(operands, at - operands);
        operands = at += size;
      } else if (byte == 30) {  // a real number ends with the nibble 15
        for (++at; at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0x0F) != 0x0F; ++at) {
          if ((static_cast<unsigned char>(bytes[at]) >> 4) == 0x0F) break;
        }
        ++at;
      } else {
        at += byte == 28 ? 3 : byte == 29 ? 5 : byte >= 247 ? 2 : 1;
      }
    }
    return dict;
  }

  bool has(int key) const { return entries_.contains(key); }

  /// The entry as it stands in the font, or nothing.
  std::string copy(int key) const {
    const auto found = entries_.find(key);
    if (found == entries_.end()) return {};
    std::string out(found->second);
    if (key > 0xFF) out += static_cast<char>(key >> 8);
    out += static_cast<char>(key);
    return out;
  }

  /// Its operands as whole numbers; empty if it is not there, or has others.
  std::vector<std::size_t> numbers(int key) const {
    const auto found = entries_.find(key);
    if (found == entries_.end()) return {};
    std::vector<std::size_t> out;
    const std::string_view bytes = found->second;
    for (std::size_t at = 0; at < bytes.size();) {
      const auto byte = [&](std::size_t i) -> std::size_t {
        return at + i < bytes.size() ? static_cast<unsigned char>(bytes[at + i]) : 0;
      };
      const std::size_t first = byte(0);
      if (first == 28) {
        out.push_back(byte(1) << 8 | byte(2));
        at += 3;
      } else if (first == 29) {
        out.push_back(byte(1) << 24 | byte(2) << 16 | byte(3) << 8 | byte(4));
        at += 5;
      } else if (first >= 139 && first <= 246) {
        out.push_back(first - 139);
        at += 1;
      } else if (first >= 247 && first <= 250) {
        out.push_back((first - 247) * 256 + byte(1) + 108);
        at += 2;
      } else {
        return {};  // negative or real: no offset, no size
      }
    }
    return out;
  }

 private:
  std::map<int, std::string_view> entries_;
};

/// An entry whose operands are numbers, each in five bytes, so that a DICT is as long before its offsets are
/// known as after.
std::string entry(const std::vector<std::size_t>& operands, int key) {
  std::string out;
  for (const std::size_t value : operands) {
    out += '\x1d';
    append16(out, value >> 16);
    append16(out, value & 0xFFFF);
  }
  if (key > 0xFF) out += static_cast<char>(key >> 8);
  return out += static_cast<char>(key);
}

/// One of the fonts that a CID-keyed font is made of: what its charstrings are run with.
struct PartFont {
  std::string matrix;  ///< its entry, may be empty
  std::string widths;  ///< its Private DICT, of which only the widths matter without hints
  CffIndex subroutines;
};

class Font {
 public:
  static std::optional<Font> read(std::string_view table) {
    if (table.size() < 4) return std::nullopt;
    Font font(table);
    const auto names = CffIndex::read(table, static_cast<unsigned char>(table[2]));
    const auto tops = names ? CffIndex::read(table, names->end()) : std::nullopt;
    const auto strings = tops ? CffIndex::read(table, tops->end()) : std::nullopt;
    const auto global = strings ? CffIndex::read(table, strings->end()) : std::nullopt;
    if (!global || !names->at(0) || !tops->at(0)) return std::nullopt;
    font.name_ = *names->at(0);
    font.global_ = *global;
    auto top = Dict::read(*tops->at(0));
    if (!top) return std::nullopt;
    font.top_ = std::move(*top);
    const auto charstrings = font.index_at(font.top_, k_charstrings);
    if (!charstrings || !font.read_parts()) return std::nullopt;
    font.charstrings_ = *charstrings;
    return font;
  }

  std::string name() const { return std::string(name_); }
  const Dict& top() const { return top_; }
  const std::vector<PartFont>& parts() const { return parts_; }

  /// The number of the part that a glyph belongs to.
  std::optional<std::size_t> part_of(std::size_t glyph) const {
    if (fd_select_ == 0) return 0;
    const std::optional<std::size_t> part = read_fd_select(glyph);
    return part && *part < parts_.size() ? part : std::nullopt;
  }

  bool append_charstring(std::string& out, std::size_t glyph, std::size_t part) const {
    const auto program = charstrings_.at(glyph);
    return program && append_flat_charstring(out, *program, global_, parts_[part].subroutines);
  }

 private:
  explicit Font(std::string_view table) : table_(table) {}

  std::optional<CffIndex> index_at(const Dict& dict, int key) const {
    const auto offset = dict.numbers(key);
    return offset.size() == 1 ? CffIndex::read(table_, offset[0]) : std::nullopt;
  }

  bool read_parts() {
    if (!top_.has(k_ros)) return read_part(top_, {});
    const auto select = top_.numbers(k_fd_select);
    const auto fonts = index_at(top_, k_fd_array);
    if (select.size() != 1 || !fonts || fonts->size() == 0) return false;
    fd_select_ = select[0];
    for (std::size_t i = 0; i < fonts->size(); ++i) {
      const auto bytes = fonts->at(i);
      const auto dict = bytes ? Dict::read(*bytes) : std::nullopt;
      if (!dict || !read_part(*dict, dict->copy(k_font_matrix))) return false;
    }
    return true;
  }

  bool read_part(const Dict& dict, std::string matrix) {
    PartFont part{.matrix = std::move(matrix), .widths = {}, .subroutines = {}};
    if (dict.has(k_private)) {
      const auto place = dict.numbers(k_private);  // its size, its offset
      if (place.size() != 2 || place[1] > table_.size() || place[0] > table_.size() - place[1]) return false;
      const auto own = Dict::read(table_.substr(place[1], place[0]));
      if (!own) return false;
      part.widths = own->copy(k_default_width) + own->copy(k_nominal_width);
      const auto subroutines = own->numbers(k_subrs);  // from where the Private DICT begins
      if (own->has(k_subrs)) {
        const auto index =
            subroutines.size() == 1 ? CffIndex::read(table_, place[1] + subroutines[0]) : std::nullopt;
        if (!index) return false;
        part.subroutines = *index;
      }
    }
    parts_.push_back(std::move(part));
    return true;
  }

  /// Section 19: format 0 has a byte for each glyph, format 3 ranges of glyphs.
  std::optional<std::size_t> read_fd_select(std::size_t glyph) const {
    const auto byte = [&](std::size_t at) -> std::size_t {
      return at < table_.size() ? static_cast<unsigned char>(table_[at]) : 0;
    };
    const auto word = [&](std::size_t at) { return byte(at) << 8 | byte(at + 1); };
    if (byte(fd_select_) == 0) return byte(fd_select_ + 1 + glyph);
    if (byte(fd_select_) != 3) return std::nullopt;
    const std::size_t ranges = fd_select_ + 3;
    std::size_t low = 0;  // the last range that does not begin after the glyph
    std::size_t high = word(fd_select_ + 1);
    while (high - low > 1) {
      const std::size_t middle = (low + high) / 2;
      (word(ranges + 3 * middle) <= glyph ? low : high) = middle;
    }
    return byte(ranges + 3 * low + 2);
  }

  std::string_view table_;
  std::string_view name_;
  Dict top_;
  CffIndex global_;
  CffIndex charstrings_;
  std::vector<PartFont> parts_;
  std::size_t fd_select_ = 0;  ///< its offset; 0 if there is one part only
};

/// What goes into the new font: glyphs in ascending order, and the parts that they need, numbered anew.
struct Cut {
  std::string charset = std::string(1, '\0');    ///< format 0: an identifier for each glyph but .notdef
  std::string fd_select = std::string(1, '\0');  ///< format 0
  CffIndexWriter charstrings;
  std::vector<std::size_t> parts;
};

std::optional<Cut> cut(const Font& font, std::set<std::uint32_t> glyphs) {
  glyphs.insert(0);
  Cut result;
  constexpr std::size_t k_usual_bytes = 128;  // of a Chinese character's outline
  result.charstrings.data().reserve(k_usual_bytes * glyphs.size());
  std::map<std::size_t, std::size_t> numbers;
  for (const std::uint32_t glyph : glyphs) {
    const auto part = font.part_of(glyph);
    if (!part || !font.append_charstring(result.charstrings.data(), glyph, *part)) return std::nullopt;
    result.charstrings.end_entry();
    const auto [number, is_new] = numbers.try_emplace(*part, result.parts.size());
    if (is_new) result.parts.push_back(*part);
    result.fd_select += static_cast<char>(number->second);
    if (glyph != 0) append16(result.charset, glyph);
  }
  return result;
}

}  // namespace

std::optional<std::string> cut_cff(std::string_view table, const std::set<std::uint32_t>& glyphs) {
  const std::optional<Font> font = Font::read(table);
  const std::optional<Cut> chosen = font ? cut(*font, glyphs) : std::nullopt;
  if (!chosen) return std::nullopt;

  const std::string names = cff_index({font->name()});
  const std::string strings = cff_index({"Adobe", "Identity"});
  const std::string global = cff_index({});
  const std::string charstrings = chosen->charstrings.take();
  const auto top_dict = [&](std::size_t charset, std::size_t fd_select, std::size_t programs,
                            std::size_t fd_array) {
    return cff_index(
        {entry({k_standard_strings, k_standard_strings + 1, 0}, k_ros) + font->top().copy(k_font_matrix) +
         font->top().copy(k_font_bbox) + entry({0x10000}, k_cid_count) + entry({charset}, k_charset) +
         entry({fd_select}, k_fd_select) + entry({programs}, k_charstrings) + entry({fd_array}, k_fd_array)});
  };

  const std::string header("\x01\x00\x04\x04", 4);
  const std::size_t charset =
      header.size() + names.size() + top_dict(0, 0, 0, 0).size() + strings.size() + global.size();
  const std::size_t fd_select = charset + chosen->charset.size();
  const std::size_t programs = fd_select + chosen->fd_select.size();
  std::size_t end = programs + charstrings.size();
  std::string privates;
  std::vector<std::string> fonts;
  for (const std::size_t part : chosen->parts) {
    const PartFont& from = font->parts()[part];
    fonts.push_back(from.matrix + entry({from.widths.size(), end + privates.size()}, k_private));
    privates += from.widths;
  }
  end += privates.size();
  const std::string font_dicts = cff_index(fonts);
  std::string out = header + names + top_dict(charset, fd_select, programs, end) + strings + global +
                    chosen->charset + chosen->fd_select;
  out.reserve(end + font_dicts.size());
  out += charstrings;
  out += privates;
  return out += font_dicts;
}

}  // namespace generator::pdf

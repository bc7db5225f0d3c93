#include "generator/model/figures.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "generator/base/code_points.h"

namespace generator::model {
namespace {

bool is_space(std::int32_t c) {
  return c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

/// Signs that part groups of digits or decimals, as one of each kind: '.', ',', ' ', '\''. 0 for another.
char separator_of(std::int32_t c) {
  if (c == '.' || c == 0xFF0E || c == 0x066B) return '.';  // ARABIC DECIMAL SEPARATOR parts decimals only
  if (c == ',' || c == 0xFF0C || c == 0x066C || c == 0x060C) return ',';
  if (c == '\'' || c == 0x2019) return '\'';
  return is_space(c) ? ' ' : '\0';
}

bool is_percent_sign(std::int32_t c) {
  return c == '%' || c == 0x066A || c == 0xFF05 || c == 0xFE6A;
}

bool is_minus(std::int32_t c) {
  return c == '-' || c == 0x2212 || c == 0x2013 || c == 0xFF0D;
}

struct Character {
  std::int32_t code;
  std::size_t begin;
  std::size_t end;
};

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const std::int32_t code = base::next_code_point(text, at);
    characters.push_back({code, begin, at});
  }
  return characters;
}

/// "1,85,000": groups, parted by one sign each, as they stand.
struct Grouped {
  std::vector<std::string> groups;
  std::string signs;  ///< one fewer than groups
};

std::string joined(const Grouped& grouped, std::size_t groups) {
  std::string digits;
  for (std::size_t i = 0; i < groups; ++i) digits += grouped.groups[i];
  return digits;
}

/// Whether the first `groups` groups are thousands, or lakh and crore: the last has three digits, those
/// between two or three, and one sign parts them all.
bool is_grouped(const Grouped& grouped, std::size_t groups) {
  if (groups == 1) return true;
  if (grouped.groups.front().size() > 3 || grouped.groups[groups - 1].size() != 3) return false;
  for (std::size_t i = 1; i < groups; ++i) {
    const std::size_t size = grouped.groups[i].size();
    if ((size != 3 && size != 2) || grouped.signs[i - 1] != grouped.signs.front()) return false;
  }
  return true;
}

void add(std::vector<Decimal>& values, const std::string& spelling) {
  const auto value = Decimal::parse(spelling);
  if (value && std::ranges::find(values, *value) == values.end()) values.push_back(*value);
}

std::vector<Decimal> values_of(const Grouped& grouped) {
  std::vector<Decimal> values;
  const std::size_t count = grouped.groups.size();
  if (is_grouped(grouped, count)) add(values, joined(grouped, count));
  if (count < 2) return values;
  const char last = grouped.signs.back();
  const bool parts_once = std::ranges::count(grouped.signs, last) == 1;
  if ((last == '.' || last == ',') && parts_once && is_grouped(grouped, count - 1))
    add(values, joined(grouped, count - 1) + "." + grouped.groups.back());
  return values;
}

class FigureReader {
 public:
  explicit FigureReader(std::string_view text) : text_(characters_of(text)) {}

  std::vector<Figure> read() {
    for (at_ = 0; at_ < text_.size();) {
      if (digit(at_)) {
        read_figure();
      } else {
        ++at_;
      }
    }
    return std::move(found_);
  }

 private:
  std::optional<char> digit(std::size_t at) const {
    if (at >= text_.size()) return std::nullopt;
    const std::int32_t value = u_charDigitValue(text_[at].code);
    return value < 0 ? std::nullopt : std::optional(static_cast<char>('0' + value));
  }

  std::string digits() {
    std::string run;
    for (; digit(at_); ++at_) run += *digit(at_);
    return run;
  }

  /// A space parts groups only where three digits follow, and no more: "18 400", not "12 2026".
  bool goes_on() const {
    if (at_ + 1 >= text_.size() || !digit(at_ + 1)) return false;
    const char sign = separator_of(text_[at_].code);
    if (sign != ' ' && sign != '\'') return sign != '\0';
    return digit(at_ + 2) && digit(at_ + 3) && !digit(at_ + 4);
  }

  void read_figure() {
    const std::size_t first = at_;
    Grouped grouped;
    grouped.groups.push_back(digits());
    while (goes_on()) {
      grouped.signs += separator_of(text_[at_++].code);
      grouped.groups.push_back(digits());
    }
    std::vector<Decimal> values = values_of(grouped);
    if (!values.empty()) return add_figure(first, std::move(values));
    // No one number, such as "3.11.2026" or "1,2,3".
    at_ = first;
    for (std::size_t i = 0; i < grouped.groups.size(); ++i) {
      const std::size_t begin = at_;
      add(values, digits());
      if (!values.empty()) add_figure(begin, std::exchange(values, {}));
      if (i + 1 < grouped.groups.size()) ++at_;
    }
  }

  /// The figure from `first` up to here.
  void add_figure(std::size_t first, std::vector<Decimal> values) {
    Figure figure{.values = std::move(values), .begin = text_[first].begin, .end = text_[at_ - 1].end};
    note_signs(figure, first);
    found_.push_back(std::move(figure));
  }

  void note_signs(Figure& figure, std::size_t first) const {
    const auto at = [this](std::size_t i) { return i < text_.size() ? text_[i].code : 0; };
    const std::size_t behind = at_ + (is_space(at(at_)) ? 1 : 0);
    figure.is_percent = is_percent_sign(at(behind)) || (first > 0 && is_percent_sign(at(first - 1))) ||
                        (first > 1 && is_space(at(first - 1)) && is_percent_sign(at(first - 2)));
    // "3-5" is a range, not minus five.
    const bool after_digit = first > 1 && digit(first - 2).has_value();
    figure.is_negative = first > 0 && is_minus(at(first - 1)) && !after_digit;
  }

  std::vector<Character> text_;
  std::size_t at_ = 0;
  std::vector<Figure> found_;
};

}  // namespace

bool Figure::can_be(const Decimal& value) const {
  return std::ranges::find(values, value) != values.end();
}

std::vector<Figure> figures_in(std::string_view text) {
  return FigureReader(text).read();
}

}  // namespace generator::model

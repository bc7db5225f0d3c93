#include "generator/document/figure_isolates.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace generator::document {
namespace {

using model::Direction;
using Position = std::size_t;

constexpr char16_t k_left_to_right_isolate = 0x2066;
constexpr char16_t k_first_strong_isolate = 0x2068;
constexpr char16_t k_pop_isolate = 0x2069;

bool is_figure_digit(char16_t c) {
  return c < 0x80 ? c >= u'0' && c <= u'9' : u_isdigit(c) != 0;
}

bool is_latin(char16_t c) {
  return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z');
}

bool is_part(char16_t c) {
  return is_figure_digit(c) || is_latin(c);
}

bool is_space(char16_t c) {
  return c == u' ' || c == 0x00A0 || c == 0x202F;
}

bool is_dash(char16_t c) {
  return c == u'-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/// What stands between two parts of a figure without spaces.
bool is_joiner(char16_t c) {
  static constexpr std::u16string_view k_joiners = u"+=/\\.,:*_#'^~()\u00D7\u00F7\u00B1\u2044\u2264\u2265";
  return is_dash(c) || k_joiners.find(c) != std::u16string_view::npos;
}

/// Signs that have spaces around them in a sum: "3 + 4 = 7".
bool is_operator(char16_t c) {
  return c == u'+' || c == u'=' || c == 0x00D7 || c == 0x00F7;
}

/// One figure in a text, from its first character to behind its last, and what it is made of.
struct Figure {
  Position begin = 0;
  Position end = 0;
  std::size_t groups = 0;  ///< of digits
  bool has_letters = false;
  bool is_signed = false;       ///< begins with a sign, a parenthesis or a zero
  bool has_other_sign = false;  ///< than those that UAX #9 keeps between digits: . , : /
  bool is_open = false;         ///< has a parenthesis that is not closed yet
  bool has_trailing_plus = false;
};

class FigureFinder {
 public:
  explicit FigureFinder(std::u16string_view text) : text_(text) {}

  /// The figure that begins here, if one does.
  std::optional<Figure> at(Position begin) {
    figure_ = {.begin = begin, .end = begin};
    before_opening_.reset();
    Position at = begin;
    if (begin > 0 && (is_part(text_[begin - 1]) || u_isalpha(text_[begin - 1]) != 0)) return std::nullopt;
    const bool has_sign = text_[at] == u'+' || text_[at] == u'(' || is_dash(text_[at]);
    if (has_sign) {
      figure_.is_signed = figure_.has_other_sign = true;
      figure_.is_open = text_[at] == u'(';
      ++at;
      if (figure_.is_open && at < text_.size() && text_[at] == u'+') ++at;
      if (at == text_.size() || !is_figure_digit(text_[at])) return std::nullopt;
    }
    if (!is_part(text_[at])) return std::nullopt;
    take_parts(at);
    if (figure_.is_open && before_opening_) figure_ = *before_opening_;
    if (figure_.groups == 0 || figure_.is_open) return std::nullopt;
    return figure_;
  }

  /// Whether UAX #9 would turn it, and nobody wants that.
  bool is_turned(const Figure& figure) const {
    if (figure.has_trailing_plus) return true;
    const char16_t first = text_[figure.begin];
    if (is_latin(first)) return false;  // what follows a Latin letter runs as it does
    if (figure.groups == 1 && !figure.has_letters) return first == u'+' || is_dash(first);
    if (is_range(figure)) return false;
    return figure.has_other_sign;
  }

 private:
  char16_t read(Position at) const { return at < text_.size() ? text_[at] : u'\0'; }

  void take_parts(Position at) {
    take_part(at);
    for (;;) {
      const Position next = next_part(at);
      if (next == at) break;
      at = next;
      take_part(at);
    }
    if (read(at) == u'+' && !is_part(read(at + 1)) && !is_joiner(read(at + 1))) {
      figure_.has_trailing_plus = true;  // "HER2 3+", "CD20+"
      figure_.end = at + 1;
    }
  }

  /// Digits and letters from `at` on, which is moved behind them.
  void take_part(Position& at) {
    bool has_digit = false;
    const Position begin = at;
    while (at < text_.size() && is_part(text_[at])) {
      has_digit = has_digit || is_figure_digit(text_[at]);
      figure_.has_letters = figure_.has_letters || is_latin(text_[at]);
      ++at;
    }
    if (has_digit) {
      if (figure_.groups++ == 0 && begin == figure_.begin)
        figure_.is_signed = u_charDigitValue(text_[begin]) == 0 && at - begin > 1;
    }
    if (read(at) == u')' && figure_.is_open) {
      figure_.is_open = false;
      figure_.has_other_sign = true;
      ++at;
    }
    figure_.end = at;
  }

  /// Where the next part of the same figure begins; `at` if none does.
  Position next_part(Position at) {
    Position next = at;
    bool has_other_sign = false;
    bool opens = false;
    while (is_joiner(read(next))) {
      const char16_t c = text_[next];
      has_other_sign = has_other_sign || next > at || (c != u'.' && c != u',' && c != u':' && c != u'/');
      opens = opens || c == u'(';
      ++next;
    }
    if (next > at && is_part(read(next)) && next - at <= 3 && !(opens && figure_.is_open)) {
      open(opens);
      figure_.has_other_sign = figure_.has_other_sign || has_other_sign;
      return next;
    }
    if (!is_space(read(at))) return at;
    return behind_space(at);
  }

  Position behind_space(Position at) {
    if (is_operator(read(at + 1)) && is_space(read(at + 2)) && is_figure_digit(read(at + 3))) {
      figure_.has_other_sign = true;
      return at + 3;
    }
    const bool opens = read(at + 1) == u'(' && is_figure_digit(read(at + 2)) && figure_.is_signed;
    const Position next = at + (opens ? 2 : 1);
    if (!is_figure_digit(read(next)) || !joins_groups(next)) return at;
    open(opens);
    figure_.has_other_sign = true;
    return next;
  }

  /// A parenthesis that nothing closes is none of the figure's: it ends before it.
  void open(bool opens) {
    if (!opens) return;
    before_opening_ = figure_;
    figure_.is_open = true;
  }

  std::size_t digits_from(Position at) const {
    std::size_t count = 0;
    while (is_figure_digit(read(at + count))) ++count;
    return is_latin(read(at + count)) ? 0 : count;
  }

  /// Whether the digits at `next`, behind a space, go on with the figure: one that is dialled, three groups
  /// and more, or thousands. Two numbers that only stand side by side ("2026 12") do not.
  bool joins_groups(Position next) const {
    const std::size_t digits = digits_from(next);
    if (digits == 0) return false;
    if (figure_.is_signed || figure_.groups >= 2) return true;
    if (figure_.has_letters) return false;
    const std::size_t first = figure_.end - figure_.begin;
    if (digits == 3 && first <= 3 && !figure_.has_other_sign) return true;
    const Position third = next + digits;
    return first > 1 && digits > 1 && is_space(read(third)) && digits_from(third + 1) > 1;
  }

  /// "5-14" and "2026–2027", with or without a decimal part, and no case number: the second is greater, and
  /// of the same kind.
  bool is_range(const Figure& figure) const {
    if (figure.is_signed || figure.has_letters) return false;
    Position dash = figure.begin;
    while (dash < figure.end && !is_dash(text_[dash])) ++dash;
    if (dash == figure.end) return false;
    const auto value = [this](Position from, Position to) -> double {
      double number = 0;
      double place = 0;  // of a decimal
      for (Position at = from; at < to; ++at) {
        if (is_figure_digit(text_[at])) {
          const double digit = u_charDigitValue(text_[at]);
          number = place == 0 ? number * 10 + digit : number + digit * place;
          place /= 10;
        } else if ((text_[at] == u'.' || text_[at] == u':') && place == 0) {
          place = 0.1;
        } else if (text_[at] != u',') {
          return -1;
        }
      }
      return number;
    };
    const double low = value(figure.begin, dash);
    const double high = value(dash + 1, figure.end);
    constexpr double k_small = 100;  // below it any two can be ends of a range
    return low >= 0 && high > low && (high < k_small || high <= 3 * low) &&
           u_charDigitValue(text_[dash + 1]) != 0;
  }

  std::u16string_view text_;
  Figure figure_;
  std::optional<Figure> before_opening_;
};

/// Latin words before a figure belong to it: "HER2 3+", "Gleason 3+4=7".
Position with_words_before(std::u16string_view text, Position begin, Position earliest) {
  for (;;) {
    Position at = begin;
    if (at < earliest + 2 || !is_space(text[at - 1]) || !is_part(text[at - 2])) return begin;
    --at;
    bool has_letter = false;
    while (at > earliest && (is_part(text[at - 1]) || is_dash(text[at - 1]))) {
      --at;
      has_letter = has_letter || is_latin(text[at]);
    }
    const bool is_whole = at == earliest || is_space(text[at - 1]) || text[at - 1] == u'(';
    if (!has_letter || !is_whole || is_dash(text[at])) return begin;
    begin = at;
  }
}

void visit(std::vector<Node>& nodes, Direction around) {
  for (Node& node : nodes) {
    if (auto* text = std::get_if<Text>(&node)) {
      if (around == Direction::right_to_left) text->value = with_isolated_figures(text->value);
      continue;
    }
    Element& element = *element_of(node);
    if (is_drawing(element.tag)) continue;  // its words have been laid out
    visit(element.children, element.direction  ? *element.direction
                            : element.language ? element.language->direction()
                                               : around);
  }
}

}  // namespace

std::string with_isolated_figures(std::string_view given) {
  const auto unicode = icu::UnicodeString::fromUTF8({given.data(), static_cast<std::int32_t>(given.size())});
  const std::u16string_view text(unicode.getBuffer(), static_cast<std::size_t>(unicode.length()));
  if (std::ranges::none_of(text, is_figure_digit)) return std::string(given);
  icu::UnicodeString result;
  FigureFinder finder(text);
  std::size_t depth = 0;
  Position written = 0;
  const auto write_to = [&](Position end) {
    result.append(text.data() + written, static_cast<std::int32_t>(end - written));
    written = end;
  };
  for (Position at = 0; at < text.size();) {
    const char16_t c = text[at];
    if (c >= k_left_to_right_isolate && c <= k_first_strong_isolate) ++depth;
    if (c == k_pop_isolate && depth > 0) --depth;
    const auto figure = depth == 0 ? finder.at(at) : std::nullopt;
    if (!figure) {
      ++at;
      continue;
    }
    if (finder.is_turned(*figure)) {
      write_to(with_words_before(text, figure->begin, written));
      result.append(k_left_to_right_isolate);
      write_to(figure->end);
      result.append(k_pop_isolate);
    }
    at = figure->end;
  }
  if (written == 0) return std::string(given);
  write_to(text.size());
  std::string utf8;
  return result.toUTF8String(utf8);
}

void isolate_figures(Document& document) {
  visit(document.body, document.direction);
}

}  // namespace generator::document

#include "generator/typeset/unbreakable.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <iterator>

namespace generator::typeset {
namespace {

bool is_letter_or_digit(char16_t c) {
  return U16_IS_SURROGATE(c) || u_isalnum(c) != 0 || u_getCombiningClass(c) != 0 ||
         u_charType(c) == U_OTHER_NUMBER;
}

bool is_digit(char16_t c) {
  return u_isdigit(c) != 0;
}

bool is_hyphen(char16_t c) {
  return c == u'-' || c == u'\u2010';
}

bool is_range_dash(char16_t c) {
  return is_hyphen(c) || c == u'\u2013';
}

/// How many letters and digits stand before `end`; no more than a few are counted.
constexpr std::size_t k_count_to = 8;
std::size_t letters_before(std::u16string_view text, std::size_t end) {
  std::size_t count = 0;
  while (count < k_count_to && count < end && is_letter_or_digit(text[end - count - 1])) ++count;
  return count;
}
std::size_t letters_from(std::u16string_view text, std::size_t begin) {
  std::size_t count = 0;
  while (count < k_count_to && begin + count < text.size() && is_letter_or_digit(text[begin + count]))
    ++count;
  return count;
}

/// "3–5", "20-25", "2026–2027", but not the two amounts of "1,200,000–1,450,000".
bool in_short_range(std::u16string_view text, std::size_t position) {
  constexpr std::size_t k_longest_end = 4;
  if (position < 2 || !is_range_dash(text[position - 1])) return false;
  if (!is_digit(text[position - 2]) || !is_digit(text[position])) return false;
  const auto is_of_number = [](char16_t c) { return is_digit(c) || c == u',' || c == u'.'; };
  std::size_t before = 0;
  while (before < k_count_to && before + 1 < position && is_of_number(text[position - 2 - before])) ++before;
  std::size_t after = 0;
  while (after < k_count_to && position + after < text.size() && is_of_number(text[position + after]))
    ++after;
  return before <= k_longest_end && after <= k_longest_end;
}

/// A hyphen with one or two letters or digits on a side.
bool at_short_part(std::u16string_view text, std::size_t position) {
  if (!is_hyphen(text[position - 1])) return false;
  const std::size_t before = letters_before(text, position - 1);
  const std::size_t after = letters_from(text, position);
  return (before > 0 && before <= 2) || (after > 0 && after <= 2);
}

/// A slash between two short parts, as units have it, or the second of a web address's two.
bool at_short_slash(std::u16string_view text, std::size_t position) {
  if (text[position - 1] != u'/') return false;
  if (position >= 2 && text[position - 2] == u'/') return true;
  const std::size_t before = letters_before(text, position - 1);
  const std::size_t after = letters_from(text, position);
  if (before == 0 || before > 3 || after == 0 || after > 3) return false;
  const auto is_of_address = [](char16_t c) { return c == u'/' || c == u'.'; };
  const std::size_t first = position - 1 - before;
  const std::size_t past = position + after;
  return (first == 0 || !is_of_address(text[first - 1])) && (past == text.size() || text[past] != u'/');
}

/// Symbols of units (SI Brochure, 9th edition) and those of the clinic, in the scripts that write them.
constexpr std::u16string_view k_units[] = {u"%",
                                           u"\u2030",
                                           u"\u00B0C",
                                           u"\u00B0F",
                                           u"mg",
                                           u"g",
                                           u"kg",
                                           u"\u00B5g",
                                           u"\u03BCg",
                                           u"mcg",
                                           u"ng",
                                           u"ml",
                                           u"mL",
                                           u"dl",
                                           u"dL",
                                           u"l",
                                           u"L",
                                           u"mm",
                                           u"cm",
                                           u"m",
                                           u"km",
                                           u"cm\u00B2",
                                           u"m\u00B2",
                                           u"Gy",
                                           u"cGy",
                                           u"MBq",
                                           u"GBq",
                                           u"IU",
                                           u"U",
                                           u"mmol",
                                           u"mmHg",
                                           u"kcal",
                                           u"mSv",
                                           u"\u043C\u0433",
                                           u"\u0433",
                                           u"\u043A\u0433",
                                           u"\u043C\u043A\u0433",
                                           u"\u043C\u043B",
                                           u"\u043B",
                                           u"\u043C\u043C",
                                           u"\u0441\u043C",
                                           u"\u043C",
                                           u"\u043A\u043C",
                                           u"\u043C\u00B2",
                                           u"\u0413\u0440"};

/// A space between a number and a unit.
bool before_unit(std::u16string_view text, std::size_t position) {
  if (position < 2 || text[position - 1] != u' ' || !is_digit(text[position - 2])) return false;
  const std::u16string_view rest = text.substr(position);
  return std::ranges::any_of(k_units, [&](std::u16string_view unit) {
    return rest.starts_with(unit) && (rest.size() == unit.size() || !is_letter_or_digit(rest[unit.size()]));
  });
}

}  // namespace

bool should_hold(std::u16string_view text, std::size_t position) {
  if (position == 0 || position >= text.size()) return false;
  return in_short_range(text, position) || at_short_part(text, position) || at_short_slash(text, position) ||
         before_unit(text, position);
}

}  // namespace generator::typeset

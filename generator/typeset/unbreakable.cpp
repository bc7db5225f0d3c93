#include "generator/typeset/unbreakable.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <iterator>

namespace generator::typeset {
namespace {

bool is_han(char16_t c) {
  return c >= 0x4E00 && c < 0xA000;
}

bool is_letter_or_digit(char16_t c) {
  return U16_IS_SURROGATE(c) || u_isalnum(c) != 0 || u_getCombiningClass(c) != 0 ||
         u_charType(c) == U_OTHER_NUMBER;
}

bool is_digit(char16_t c) {
  if (c < 0x660) return c >= u'0' && c <= u'9';
  return !is_han(c) && u_isdigit(c) != 0;
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

/// Symbols of units (SI Brochure, 9th edition) and those of the clinic, which every language writes. What a
/// language writes in letters of its own is in its words.json.
constexpr std::u16string_view k_units[] = {
    u"%",   u"\u2030", u"\u066A", u"\u00B0C",  u"\u00B0F", u"mg",   u"g",    u"kg",  u"\u00B5g", u"\u03BCg",
    u"mcg", u"ng",     u"pg",     u"ml",       u"mL",      u"dl",   u"dL",   u"l",   u"L",       u"mm",
    u"cm",  u"m",      u"km",     u"cm\u00B2", u"m\u00B2", u"Gy",   u"cGy",  u"MBq", u"GBq",     u"mSv",
    u"MV",  u"MeV",    u"IU",     u"U",        u"mmol",    u"mmHg", u"kcal", u"h",   u"min"};

/// What stands before a number everywhere, apart from signs and codes of currencies.
constexpr std::u16string_view k_before_numbers[] = {u"\u2116", u"Rs", u"Rs."};

using Units = document::Typography::Units;

bool is_currency_sign(char16_t c) {
  return u_charType(c) == U_CURRENCY_SYMBOL;
}

/// Three capitals, as currencies (ISO 4217) have them.
bool is_code(std::u16string_view word) {
  return word.size() == 3 && std::ranges::all_of(word, [](char16_t c) { return c >= u'A' && c <= u'Z'; });
}

/// Chinese puts no space behind a Latin word.
bool goes_on(char16_t c) {
  return is_letter_or_digit(c) && !is_han(c);
}

/// A space between a number and a unit, or a currency's sign or code.
bool before_unit(std::u16string_view text, std::size_t position, const Units& units) {
  if (position < 2 || text[position - 1] != u' ' || !is_digit(text[position - 2])) return false;
  const std::u16string_view rest = text.substr(position);
  const auto ends = [&](std::size_t size) { return rest.size() <= size || !goes_on(rest[size]); };
  const auto begins = [&](std::u16string_view unit) { return rest.starts_with(unit) && ends(unit.size()); };
  return is_currency_sign(rest.front()) || (is_code(rest.substr(0, 3)) && ends(3)) ||
         std::ranges::any_of(k_units, begins) || std::ranges::any_of(units, begins);
}

/// A space between what says how a number is meant and the number: "EUR 500", "№ 5".
bool before_number(std::u16string_view text, std::size_t position, const Units& words) {
  if (position < 2 || text[position - 1] != u' ' || !is_digit(text[position])) return false;
  const std::u16string_view before = text.substr(0, position - 1);
  const auto begins = [&](std::size_t size) {
    return before.size() <= size || !goes_on(before[before.size() - size - 1]);
  };
  const auto stands = [&](std::u16string_view word) { return before.ends_with(word) && begins(word.size()); };
  return is_currency_sign(before.back()) ||
         (before.size() >= 3 && is_code(before.substr(before.size() - 3)) && begins(3)) ||
         std::ranges::any_of(k_before_numbers, stands) || std::ranges::any_of(words, stands);
}

/// Digits between two spaces of a long number, and how many such groups a number can have.
constexpr std::size_t k_digit_group = 3;
constexpr std::size_t k_most_groups = 8;

/// Within a unit of Han characters behind its number, or before it.
bool at_han_unit(std::u16string_view text, std::size_t position, const Units& units) {
  constexpr std::size_t k_longest_han_unit = 4;
  if (!is_han(text[position])) return false;
  const auto follows_number = [&](std::size_t begin) {
    if (begin > 0 && text[begin - 1] == u' ') --begin;
    return begin > 0 && is_digit(text[begin - 1]);
  };
  for (std::size_t back = 0; back < k_longest_han_unit && back < position; ++back) {
    const std::size_t begin = position - back;
    if (!follows_number(begin)) continue;
    return std::ranges::any_of(units, [&](std::u16string_view unit) {
      return unit.size() > back && text.substr(begin).starts_with(unit);
    });
  }
  return false;
}

}  // namespace

bool joins_digit_groups(std::u16string_view text, std::size_t space) {
  const auto digits_before = [&](std::size_t end) {
    std::size_t count = 0;
    while (count <= k_digit_group && count < end && is_digit(text[end - count - 1])) ++count;
    return count;
  };
  const auto digits_from = [&](std::size_t begin) {
    std::size_t count = 0;
    while (count <= k_digit_group && begin + count < text.size() && is_digit(text[begin + count])) ++count;
    return count;
  };
  if (space == 0 || space + 1 >= text.size() || text[space] != u' ') return false;
  std::size_t end = space;
  std::size_t groups = 1;
  for (;; ++groups) {
    const std::size_t count = digits_before(end);
    if (count == 0 || count > k_digit_group || groups > k_most_groups) return false;
    const std::size_t begin = end - count;
    if (begin < 2 || text[begin - 1] != u' ' || !is_digit(text[begin - 2])) break;
    if (count != k_digit_group) return false;
    end = begin - 1;
  }
  for (std::size_t begin = space + 1;; begin += k_digit_group + 1) {
    if (digits_from(begin) != k_digit_group || ++groups > k_most_groups) return false;
    const std::size_t past = begin + k_digit_group;
    if (past + 1 >= text.size() || text[past] != u' ' || !is_digit(text[past + 1])) return true;
  }
}

bool should_hold(std::u16string_view text, std::size_t position, const document::Typography& typography) {
  if (position == 0 || position >= text.size()) return false;
  return in_short_range(text, position) || at_short_part(text, position) || at_short_slash(text, position) ||
         before_unit(text, position, typography.behind_numbers()) ||
         before_number(text, position, typography.before_numbers()) ||
         joins_digit_groups(text, position - 1) || at_han_unit(text, position, typography.written_close());
}

}  // namespace generator::typeset

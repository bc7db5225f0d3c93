#include "generator/ingest/spelling.h"

#include <algorithm>

namespace generator::ingest {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_alphanumeric(char c) {
  return is_digit(c) || is_lower(c) || is_upper(c);
}

bool all(std::string_view text, std::size_t least, std::size_t most, bool (*is)(char)) {
  return text.size() >= least && text.size() <= most && std::ranges::all_of(text, is);
}

bool is_id(std::string_view text) {
  return !text.empty() && text.size() <= 64 && (is_digit(text[0]) || is_lower(text[0])) &&
         std::ranges::all_of(
             text, [](char c) { return is_digit(c) || is_lower(c) || c == '.' || c == '_' || c == '-'; });
}

bool is_date(std::string_view text) {
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7 ? text[i] != '-' : !is_digit(text[i])) return false;
  }
  return true;
}

bool is_decimal(std::string_view text) {
  const std::size_t point = text.find('.');
  if (point == std::string_view::npos) return all(text, 1, 30, is_digit);
  return all(text.substr(0, point), 1, 30, is_digit) && all(text.substr(point + 1), 1, 10, is_digit);
}

bool is_signed_decimal(std::string_view text) {
  return is_decimal(text.starts_with('-') ? text.substr(1) : text);
}

bool is_currency(std::string_view text) {
  return all(text, 3, 3, is_upper);
}

bool is_country(std::string_view text) {
  return all(text, 2, 2, is_upper);
}

bool is_language(std::string_view text) {
  if (!all(text.substr(0, text.find('-')), 2, 3, is_lower)) return false;
  int parts = 0;
  for (std::size_t dash = text.find('-'); dash != std::string_view::npos; dash = text.find('-')) {
    text.remove_prefix(dash + 1);
    if (++parts > 4 || !all(text.substr(0, text.find('-')), 2, 8, is_alphanumeric)) return false;
  }
  return true;
}

constexpr Spelling k_spellings[] = {
    {"id", "id-malformed", "an id",
     "use 1 to 64 of a-z, 0-9, point, dash and underscore, with a letter or a digit first: \"letter-a\"",
     is_id},
    {"date", "date-malformed", "a date",
     "write the year first, with dashes: \"2026-10-12\", or \"2026-10\" or \"2026\" if no more is known",
     is_date},
    {"decimal", "decimal-malformed", "a plain number",
     "write digits with at most one point, without sign, grouping or currency: \"60000\" or \"1250.50\"",
     is_decimal},
    {"signed_decimal", "decimal-malformed", "a plain number",
     "write digits with at most one point, without grouping or currency: \"60000\", \"1250.50\", or "
     "\"-1350\" of a discount",
     is_signed_decimal},
    {"currency", "currency-malformed", "a currency code",
     "use the three capital letters of ISO 4217: \"CNY\"", is_currency},
    {"country", "country-malformed", "a country code", "use the two capital letters of ISO 3166-1: \"TR\"",
     is_country},
    {"language", "language-malformed", "a language tag", "use a BCP 47 tag: \"en\", \"ar\", \"zh-Hans\"",
     is_language},
};

}  // namespace

const Spelling* spelling_of(std::string_view definition) {
  const auto it = std::ranges::find(k_spellings, definition, &Spelling::definition);
  return it == std::end(k_spellings) ? nullptr : it;
}

}  // namespace generator::ingest

// Figures and names in one locale, by ICU: numbers with the locale's digits and grouping, dates as far as
// they are known, plural categories, names of countries, languages and currencies.
//
// ICU's objects are made at first use (a report needs few of them) and used under a lock where ICU does not
// promise that const is safe. Thread-safe.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/date.h"
#include "generator/model/decimal.h"
#include "generator/model/language.h"

namespace generator::locale {

class Formats {
 public:
  /// Plurals are the language's; all else is written as CLDR has it for `locale` (en-001).
  Formats(const model::LanguageTag& language, const model::LanguageTag& locale);
  explicit Formats(const model::LanguageTag& language) : Formats(language, language) {}
  ~Formats();
  Formats(const Formats&) = delete;
  Formats& operator=(const Formats&) = delete;

  std::string number(int value) const;
  /// With as many decimal places as the value has.
  std::string number(const model::Decimal& value) const;
  /// "12 October 2026", "October 2026" or "2026"; Gregorian in every locale.
  std::string date(const model::Date& date) const;
  /// CLDR category of a cardinal number: "one", "few", ..., "other".
  std::string plural_category(int value) const;
  /// Of a range, which is not always that of its end: Persian 0-1 is "other", Filipino 2-10 is "one".
  std::string plural_category(int low, int high) const;
  std::string ordinal_category(int value) const;
  /// Name of an ISO 3166-1 alpha-2 code; the code itself if ICU has none.
  std::string country(std::string_view code) const;
  std::string language_name(const model::LanguageTag& language) const;
  /// "Chinese Yuan".
  std::string currency_name(std::string_view code) const;
  /// "a, b and c".
  std::string list(const std::vector<std::string>& items) const;

 private:
  struct Icu;
  std::unique_ptr<Icu> icu_;
};

/// Whether CLDR says how that locale, or its language, writes numbers and dates.
bool has_formats(const model::LanguageTag& locale);

/// The plural categories that CLDR demands of a language ("one", "other"), sorted.
std::vector<std::string> cardinal_categories(const model::LanguageTag& language);
std::vector<std::string> ordinal_categories(const model::LanguageTag& language);

}  // namespace generator::locale

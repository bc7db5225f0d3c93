#include "generator/locale/formats.h"

#include <unicode/dtptngen.h>
#include <unicode/gregocal.h>
#include <unicode/listformatter.h>
#include <unicode/numberformatter.h>
#include <unicode/numberrangeformatter.h>
#include <unicode/plurrule.h>
#include <unicode/smpdtfmt.h>
#include <unicode/ucurr.h>
#include <unicode/ures.h>

#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <stdexcept>

namespace generator::locale {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString wide(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
}

// ICU fails here only if its data is missing: the machine is broken, and no input can cause it.
void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

icu::Locale locale_of(const model::LanguageTag& language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(language.text(), status);
  // Letters and reports date by the Gregorian calendar; some locales would turn to their own. Said by ICU's
  // own keyword: to know the BCP 47 one ("ca"), ICU loads its tables of all keywords, which takes
  // milliseconds.
  locale.setKeywordValue("calendar", "gregorian", status);
  require(status);
  return locale;
}

constexpr int k_max_places = 10;

std::vector<std::string> categories(const model::LanguageTag& language, UPluralType type) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::PluralRules> rules(
      icu::PluralRules::forLocale(icu::Locale::forLanguageTag(language.text(), status), type, status));
  require(status);
  const std::unique_ptr<icu::StringEnumeration> keywords(rules->getKeywords(status));
  require(status);
  std::vector<std::string> names;
  while (const icu::UnicodeString* keyword = keywords->snext(status)) names.push_back(utf8(*keyword));
  std::ranges::sort(names);
  return names;
}

}  // namespace

std::vector<std::string> cardinal_categories(const model::LanguageTag& language) {
  return categories(language, UPLURAL_TYPE_CARDINAL);
}

std::vector<std::string> ordinal_categories(const model::LanguageTag& language) {
  return categories(language, UPLURAL_TYPE_ORDINAL);
}

bool has_formats(const model::LanguageTag& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale named = icu::Locale::forLanguageTag(locale.text(), status);
  const icu::LocalUResourceBundlePointer bundle(ures_open(nullptr, named.getBaseName(), &status));
  return U_SUCCESS(status) && status != U_USING_DEFAULT_WARNING;
}

struct Formats::Icu {
  icu::Locale language;
  icu::Locale locale;
  std::mutex lock;
  std::array<std::unique_ptr<icu::number::LocalizedNumberFormatter>, k_max_places + 1> numbers;
  std::array<std::unique_ptr<icu::SimpleDateFormat>, 3> dates;  ///< year, month, day
  std::unique_ptr<icu::DateTimePatternGenerator> patterns;
  std::unique_ptr<icu::GregorianCalendar> calendar;
  std::unique_ptr<icu::PluralRules> cardinals;
  std::unique_ptr<icu::PluralRules> ordinals;
  std::map<std::pair<std::string, std::string>, std::string> range_categories;
  std::unique_ptr<icu::ListFormatter> lists;

  /// The caller holds the lock.
  const icu::PluralRules& rules_of(UPluralType type) {
    auto& rules = type == UPLURAL_TYPE_CARDINAL ? cardinals : ordinals;
    if (!rules) {
      UErrorCode status = U_ZERO_ERROR;
      rules.reset(icu::PluralRules::forLocale(language, type, status));
      require(status);
    }
    return *rules;
  }

  std::string category(UPluralType type, int value) {
    const std::scoped_lock guard(lock);
    return utf8(rules_of(type).select(value));
  }

  /// CLDR tells it by the categories of both ends, so those of a pair of categories are asked for once.
  std::string category(int low, int high) {
    const std::scoped_lock guard(lock);
    const icu::PluralRules& rules = rules_of(UPLURAL_TYPE_CARDINAL);
    std::string& known = range_categories[{utf8(rules.select(low)), utf8(rules.select(high))}];
    if (known.empty()) {
      UErrorCode status = U_ZERO_ERROR;
      const auto range = icu::number::NumberRangeFormatter::withLocale(language).formatFormattableRange(
          icu::Formattable(low), icu::Formattable(high), status);
      known = utf8(rules.select(range, status));
      require(status);
    }
    return known;
  }

  const icu::number::LocalizedNumberFormatter& number_format(int places) {
    auto& format = numbers.at(static_cast<std::size_t>(places));
    if (!format) {
      format = std::make_unique<icu::number::LocalizedNumberFormatter>(
          icu::number::NumberFormatter::withLocale(locale).precision(
              icu::number::Precision::fixedFraction(places)));
    }
    return *format;
  }

  /// How a date is written of which so much is known: the year, the month too, the day too.
  icu::UnicodeString date_pattern(std::size_t known_parts) {
    icu::UnicodeString pattern;
    if (known_parts == 2) {
      // The same as of the skeleton yMMMMd, in all our languages, without the tables of all skeletons.
      const std::unique_ptr<icu::DateFormat> whole(
          icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
      if (const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(whole.get()))
        return simple->toPattern(pattern);
    }
    static constexpr std::array<const char*, 3> k_skeletons = {"y", "yMMMM", "yMMMMd"};
    UErrorCode status = U_ZERO_ERROR;
    if (!patterns) patterns.reset(icu::DateTimePatternGenerator::createInstance(locale, status));
    require(status);
    pattern = patterns->getBestPattern(k_skeletons.at(known_parts), status);
    require(status);
    return pattern;
  }

  const icu::SimpleDateFormat& date_format(std::size_t known_parts) {
    auto& format = dates.at(known_parts);
    if (!format) {
      const icu::UnicodeString pattern = date_pattern(known_parts);
      UErrorCode status = U_ZERO_ERROR;
      format = std::make_unique<icu::SimpleDateFormat>(pattern, locale, status);
      require(status);
      format->setTimeZone(*icu::TimeZone::getGMT());
    }
    return *format;
  }
};

Formats::Formats(const model::LanguageTag& language, const model::LanguageTag& locale)
    : icu_(std::make_unique<Icu>()) {
  icu_->language = locale_of(language);
  icu_->locale = locale_of(locale);
}

Formats::~Formats() = default;

std::string Formats::number(int value) const {
  return number(model::Decimal(value));
}

std::string Formats::number(const model::Decimal& value) const {
  const std::string digits =
      value.places() > k_max_places ? value.rounded(k_max_places).to_string() : value.to_string();
  const std::scoped_lock guard(icu_->lock);
  UErrorCode status = U_ZERO_ERROR;
  const auto formatted = icu_->number_format(std::min(value.places(), k_max_places))
                             .formatDecimal({digits.data(), static_cast<int>(digits.size())}, status);
  const icu::UnicodeString text = formatted.toTempString(status);
  require(status);
  return utf8(text);
}

std::string Formats::date(const model::Date& date) const {
  const std::scoped_lock guard(icu_->lock);
  UErrorCode status = U_ZERO_ERROR;
  auto& calendar = icu_->calendar;
  if (!calendar)
    calendar = std::make_unique<icu::GregorianCalendar>(*icu::TimeZone::getGMT(), icu_->locale, status);
  require(status);
  calendar->clear();
  calendar->set(date.year, std::max(date.month, 1) - 1, std::max(date.day, 1));
  icu::UnicodeString text;
  icu_->date_format(date.month == 0 ? 0 : date.day == 0 ? 1 : 2).format(calendar->getTime(status), text);
  require(status);
  return utf8(text);
}

std::string Formats::plural_category(int value) const {
  return icu_->category(UPLURAL_TYPE_CARDINAL, value);
}

std::string Formats::plural_category(int low, int high) const {
  return icu_->category(low, high);
}

std::string Formats::ordinal_category(int value) const {
  return icu_->category(UPLURAL_TYPE_ORDINAL, value);
}

std::string Formats::country(std::string_view code) const {
  icu::UnicodeString name;
  icu::Locale("", std::string(code).c_str()).getDisplayCountry(icu_->locale, name);
  return name.isEmpty() ? std::string(code) : utf8(name);
}

std::string Formats::language_name(const model::LanguageTag& language) const {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString name;
  icu::Locale::forLanguageTag(language.text(), status).getDisplayName(icu_->locale, name);
  require(status);
  return utf8(name);
}

std::string Formats::currency_name(std::string_view code) const {
  icu::UnicodeString iso = wide(code);
  UErrorCode status = U_ZERO_ERROR;
  int length = 0;
  const char16_t* name = ucurr_getName(iso.getTerminatedBuffer(), icu_->locale.getName(), UCURR_LONG_NAME,
                                       nullptr, &length, &status);
  require(status);
  return utf8(icu::UnicodeString(name, length));
}

std::string Formats::list(const std::vector<std::string>& items) const {
  if (items.size() == 1) return items.front();
  const std::scoped_lock guard(icu_->lock);
  UErrorCode status = U_ZERO_ERROR;
  if (!icu_->lists) icu_->lists.reset(icu::ListFormatter::createInstance(icu_->locale, status));
  require(status);
  std::vector<icu::UnicodeString> parts;
  for (const std::string& item : items) parts.push_back(wide(item));
  icu::UnicodeString text;
  icu_->lists->format(parts.data(), static_cast<int>(parts.size()), text, status);
  require(status);
  return utf8(text);
}

}  // namespace generator::locale

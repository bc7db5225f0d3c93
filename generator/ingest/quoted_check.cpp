// Lengths of time, dates and stages beside the words that they are from: weeks typed for days, a wrong month,
// stage D beside "BCLC B". Words that hold nothing of the kind say nothing against what was entered.
#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/code_points.h"
#include "generator/base/phrase.h"
#include "generator/base/wording.h"
#include "generator/ingest/case_checks.h"
#include "generator/model/named_phrases.h"
#include "generator/model/names.h"
#include "generator/model/staging.h"

namespace generator::ingest {
namespace {

using QuoteWords = std::vector<base::PlainWord>;

/// A number of a text: in digits, or in words of its language.
struct Counted {
  int value = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

using NamedNumbers = std::vector<std::pair<base::Phrase, int>>;

std::string utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

/// What a language calls the numbers that letters write in words, out of ICU's data.
NamedNumbers numbers_of(const icu::Locale& locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RuleBasedNumberFormat format(icu::URBNF_SPELLOUT, locale, status);
  if (U_FAILURE(status)) return {};
  constexpr int k_most = 60;
  std::map<std::string, int> names;
  for (int i = 0; i < format.getNumberOfRuleSetNames(); ++i) {
    const icu::UnicodeString rules = format.getRuleSetName(i);
    if (rules.indexOf("cardinal") < 0 && rules.indexOf("numbering") < 0) continue;
    for (int number = 1; number <= k_most; ++number) {
      icu::UnicodeString words;
      icu::FieldPosition ignored;
      UErrorCode failed = U_ZERO_ERROR;
      format.format(static_cast<std::int32_t>(number), rules, words, ignored, failed);
      // What joins two words of a number may be left out, as a hyphen is.
      if (U_SUCCESS(failed) && !words.isEmpty()) names.emplace(utf8(words), number);
    }
  }
  NamedNumbers numbers;
  for (const auto& [name, number] : names) numbers.emplace_back(base::Phrase(name), number);
  return numbers;
}

/// Whether a locale calls its months otherwise than the one that it stands below. Its symbols would say so
/// too, at a hundred times the cost.
bool has_own_months(const char* locale) {
  UErrorCode status = U_ZERO_ERROR;
  icu::LocalUResourceBundlePointer data(ures_openDirect(nullptr, locale, &status));
  for (const char* key : {"calendar", "gregorian", "monthNames"})
    data.adoptInstead(ures_getByKey(data.getAlias(), key, nullptr, &status));
  return U_SUCCESS(status);
}

/// What a language calls its months, which may differ from country to country.
NamedNumbers months_of(const icu::Locale& language) {
  std::map<std::string, int> names;
  const auto add = [&names](const icu::Locale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale, "gregorian", status);
    if (U_FAILURE(status)) return;
    for (const auto context : {icu::DateFormatSymbols::FORMAT, icu::DateFormatSymbols::STANDALONE}) {
      for (const auto width : {icu::DateFormatSymbols::WIDE, icu::DateFormatSymbols::ABBREVIATED}) {
        std::int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        for (std::int32_t i = 0; i < std::min(count, 12); ++i) names.emplace(utf8(months[i]), i + 1);
      }
    }
  };
  add(language);
  const std::string own = std::string(language.getLanguage()) + "_";
  for (std::int32_t i = 0; i < uloc_countAvailable(); ++i) {
    const char* name = uloc_getAvailable(i);
    if (std::string_view(name).starts_with(own) && has_own_months(name)) add(icu::Locale(name));
  }
  NamedNumbers months;
  for (const auto& [name, month] : names) months.emplace_back(base::Phrase(name), month);
  return months;
}

/// What `make` says of a language, made once for all cases of a process.
template <NamedNumbers (*make)(const icu::Locale&)>
const NamedNumbers& once_of(const model::LanguageTag& language) {
  static std::mutex lock;
  static std::map<model::LanguageTag, NamedNumbers> known;
  const std::scoped_lock guard(lock);
  const auto [it, fresh] = known.try_emplace(language);
  UErrorCode status = U_ZERO_ERROR;
  if (fresh) it->second = make(icu::Locale::forLanguageTag(language.text(), status));
  return it->second;
}

/// The words of a quote; of "20-30" both numbers.
QuoteWords words_of(std::string_view quote) {
  std::string text;
  bool after_digit = false;
  for (std::size_t i = 0; i < quote.size();) {
    const std::size_t begin = i;
    const std::int32_t c = base::next_code_point(quote, i);
    std::size_t next = i;
    const bool before_digit = i < quote.size() && u_isdigit(base::next_code_point(quote, next)) != 0;
    const bool parts = after_digit && before_digit && u_charType(c) == U_DASH_PUNCTUATION;
    text += parts ? " " : std::string(quote.substr(begin, i - begin));
    after_digit = u_isdigit(c) != 0;
  }
  return base::plain_words(text);
}

std::optional<int> digits_of(const base::PlainWord& word) {
  int value = 0;
  if (word.kind != base::PlainKind::word || word.text.empty() || word.text.size() > 4) return std::nullopt;
  for (const char16_t c : word.text) {
    if (c < u'0' || c > u'9') return std::nullopt;
    value = value * 10 + (c - u'0');
  }
  return value;
}

std::vector<Counted> numbers_in(const QuoteWords& text, const NamedNumbers& in_words) {
  std::vector<Counted> numbers;
  for (std::size_t i = 0; i < text.size();) {
    Counted found{digits_of(text[i]).value_or(0), i, digits_of(text[i]) ? i + 1 : i};
    for (const auto& [phrase, value] : in_words) {
      const std::vector<std::size_t> own = phrase.match(text, i);
      if (!own.empty() && own.back() + 1 > found.end) found = {value, i, own.back() + 1};
    }
    if (found.end > i) numbers.push_back(found);
    i = std::max(i + 1, found.end);
  }
  return numbers;
}

/// A length that a text names. Without numbers it is "a week", or is in words that nobody here knows.
struct Length {
  std::vector<int> numbers;
  model::TimeUnit unit;
};

std::vector<Length> lengths_in(const QuoteWords& text, const NamedNumbers& in_words,
                               const model::NamedPhraseFinder& units) {
  const std::vector<Counted> numbers = numbers_in(text, in_words);
  std::vector<Length> lengths;
  std::size_t after = 0;
  for (const model::SaidPhrase& said : units.find(text)) {
    Length length{{}, *model::value_of<model::TimeUnit>(said.name)};
    // Of "10 to 14 days" both; a number further off is of something else.
    std::size_t reach = said.begin;
    for (auto number = numbers.rbegin(); number != numbers.rend(); ++number) {
      constexpr std::size_t k_between = 2;
      if (number->end > reach || number->begin < after || reach - number->end > k_between) continue;
      length.numbers.push_back(number->value);
      reach = number->begin;
    }
    after = said.end;
    lengths.push_back(std::move(length));
  }
  return lengths;
}

double days_of(model::TimeUnit unit) {
  switch (unit) {
    case model::TimeUnit::hour: return 1.0 / 24;
    case model::TimeUnit::business_day:
    case model::TimeUnit::day: return 1;
    case model::TimeUnit::week: return 7;
    case model::TimeUnit::month: return 30.4;
    case model::TimeUnit::year: return 365;
  }
  return 1;
}

/// Whether a letter may mean so many of a unit by so many of its own: 4 weeks are about a month.
bool can_be(int value, model::TimeUnit unit, int stated, model::TimeUnit own) {
  const double entered = value * days_of(unit);
  const double written = stated * days_of(own);
  const double tolerance = days_of(unit) == days_of(own) ? 0 : 0.1 * entered;
  return entered - written <= tolerance && written - entered <= tolerance;
}

bool holds(const std::vector<Length>& lengths, int value, model::TimeUnit unit) {
  std::vector<std::pair<int, model::TimeUnit>> stated;
  for (const Length& length : lengths) {
    for (const int number : length.numbers) stated.emplace_back(number, length.unit);
  }
  for (const auto& [number, own] : stated) {
    if (can_be(value, unit, number, own)) return true;
    // Two stays one after the other are a sum of both.
    for (const auto& [other, of_other] : stated) {
      if (own == of_other && can_be(value, unit, number + other, own)) return true;
    }
  }
  return false;
}

/// A day that a text names, as far as it does. Of "03/04/2026" nobody knows which is the month.
struct Named {
  int year = 0;  ///< 0: not named
  int month = 0;
  int day = 0;
  bool turns = false;  ///< day and month may be the other way round

  bool can_be(const model::Date& date) const {
    const auto fits = [&](int m, int d) {
      return (year == 0 || year == date.year) && m == date.month &&
             (d == 0 || date.day == 0 || d == date.day);
    };
    return fits(month, day) || (turns && fits(day, month));
  }
};

bool is_year(int number) {
  return number >= 1900 && number <= 2199;
}

bool is_day(int number) {
  return number >= 1 && number <= 31;
}

/// By month names: "31 December 2026", "January 31, 2027", and with the year first.
std::vector<Named> days_in_words(const QuoteWords& text, const NamedNumbers& months) {
  std::vector<Named> days;
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::size_t end = i;
    int month = 0;
    for (const auto& [phrase, value] : months) {
      const std::vector<std::size_t> own = phrase.match(text, i);
      if (!own.empty() && own.back() + 1 > end) {
        end = own.back() + 1;
        month = value;
      }
    }
    if (month == 0) continue;
    Named named{0, month, 0, false};
    const auto take = [&](std::size_t at) {
      const auto number = at < text.size() ? digits_of(text[at]) : std::nullopt;
      if (!number) return;
      if (named.day == 0 && is_day(*number)) named.day = *number;
      if (named.year == 0 && is_year(*number)) named.year = *number;
    };
    // The nearest first; a word or a sign may stand between them.
    for (std::size_t step = 1; step <= 2; ++step) {
      if (i >= step) take(i - step);
      take(end + step - 1);
    }
    take(end + 2);
    if (named.year != 0) days.push_back(named);
  }
  return days;
}

/// By digits alone: 2026-12-31, 31.12.2026, 12/31/2026.
std::vector<Named> days_in_digits(std::string_view quote) {
  std::vector<Named> days;
  const std::string text = model::fold_notation(quote);
  std::vector<int> parts;
  char sign = 0;
  const auto close = [&] {
    if (parts.size() == 3 && is_year(parts[0])) days.push_back({parts[0], parts[1], parts[2], false});
    if (parts.size() == 3 && is_year(parts[2])) days.push_back({parts[2], parts[1], parts[0], true});
    parts.clear();
    sign = 0;
  };
  for (std::size_t i = 0; i < text.size();) {
    int value = 0;
    const auto [stop, error] = std::from_chars(text.data() + i, text.data() + text.size(), value);
    if (error != std::errc() || text[i] == '-') {
      close();
      ++i;
      continue;
    }
    parts.push_back(value);
    i = static_cast<std::size_t>(stop - text.data());
    const bool goes_on = i + 1 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9' &&
                         (text[i] == '.' || text[i] == '/' || text[i] == '-') &&
                         (sign == 0 || sign == text[i]);
    if (!goes_on) {
      close();
      continue;
    }
    sign = text[i++];
  }
  close();
  return days;
}

/// The stages that a text names in that system; sure ones only where `sure` is true.
std::vector<model::Facets> stages_in(const std::string& quote, const model::Stage& stage, bool sure) {
  const std::string topic = model::staging_topic(stage);
  std::vector<model::Facets> stages;
  std::string categories;  ///< T, N and M of a text are one stage
  const auto add = [&](const std::string& value) {
    model::Facets facets = model::staging_facets({topic, value}, "");
    if (facets.empty() || facets.contains("text")) return;
    if (topic == "TNM" && !facets.contains("group")) {
      categories += value + " ";
    } else {
      stages.push_back(std::move(facets));
    }
  };
  const std::vector<std::string> words = model::notation_words(model::fold_notation(quote));
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (topic == "BCLC") {
      // A single letter is a stage behind the system's name, or behind the word for a stage.
      const bool is_named = (i > 0 && words[i - 1] == topic) || (i > 1 && words[i - 2] == topic);
      if (is_named || !sure) add(words[i]);
    } else if (words[i].size() > 1 || !sure) {
      add(words[i]);
    }
  }
  if (!categories.empty()) stages.push_back(model::staging_facets({topic, categories}, ""));
  return stages;
}

enum class DayIs { stated, perhaps_counted };

class QuotedCheck {
 public:
  QuotedCheck(const model::Case& c, const model::Words& words, ValueReader& report)
      : case_(c), units_(words, &model::LanguageWords::time_units), report_(report) {}

  void length(const std::optional<model::DurationRange>& length, const std::optional<model::Source>& source,
              const JsonNode* node) {
    if (!length || !source || source->quote.empty() || node == nullptr) return;
    const std::vector<Length> lengths =
        lengths_in(words_of(source->quote), once_of<numbers_of>(language_of(*source)), units_);
    const auto is_open = [](const Length& each) { return each.numbers.empty(); };
    if (lengths.empty() || std::ranges::any_of(lengths, is_open)) return;
    for (const auto& bound : {length->low, length->high}) {
      if (!bound || holds(lengths, *bound, length->unit)) continue;
      tell(*node, "duration-not-in-quote",
           fmt::format("{} {} does not stand in the words that it is from", *bound,
                       model::name_of(length->unit)),
           source->quote);
      return;
    }
  }

  void date(const std::optional<model::Date>& date, const std::optional<model::Source>& source,
            const JsonNode* node, DayIs day) {
    if (!date || date->month == 0 || !source || source->quote.empty() || node == nullptr) return;
    const QuoteWords text = words_of(source->quote);
    // "60 days from 12 October": the end follows, and does not stand there.
    if (day == DayIs::perhaps_counted && !units_.find(text).empty()) return;
    std::vector<Named> days = days_in_words(text, once_of<months_of>(language_of(*source)));
    const std::vector<Named> in_digits = days_in_digits(source->quote);
    days.insert(days.end(), in_digits.begin(), in_digits.end());
    const auto fits = [&date](const Named& named) { return named.can_be(*date); };
    if (days.empty() || std::ranges::any_of(days, fits)) return;
    tell(*node, "date-not-in-quote",
         fmt::format("{} does not stand in the words that it is from", date->to_string()), source->quote);
  }

  void stage(const std::optional<model::Stage>& stage, const std::optional<model::Source>& source,
             const JsonNode* node) {
    if (!stage || !source || source->quote.empty() || node == nullptr) return;
    model::Facets own = model::staging_facets({model::staging_topic(*stage), stage->value}, "");
    const auto is_like = [&own](const model::Facets& each) {
      const model::Likeness likeness = model::compare(own, each);
      return likeness == model::Likeness::same || likeness == model::Likeness::compatible;
    };
    const auto differs = [&own](const model::Facets& each) {
      return model::compare(own, each) == model::Likeness::different;
    };
    if (std::ranges::none_of(stages_in(source->quote, *stage, true), differs) ||
        std::ranges::any_of(stages_in(source->quote, *stage, false), is_like))
      return;
    tell(*node, "stage-not-in-quote",
         fmt::format("{} does not stand in the words that it is from", base::in_quotes(stage->value)),
         source->quote);
  }

 private:
  void tell(const JsonNode& node, const char* code, std::string what, const std::string& quote) {
    report_.warning(node, code, std::move(what), fmt::format("they have {}", base::in_quotes(quote)),
                    "look it up in the letter");
  }

  model::LanguageTag language_of(const model::Source& source) const {
    const auto letter = std::ranges::find(case_.documents, source.document, &model::Document::id);
    return letter == case_.documents.end() ? model::LanguageTag() : letter->language;
  }

  const model::Case& case_;
  model::NamedPhraseFinder units_;
  ValueReader& report_;
};

}  // namespace

void check_quoted_values(const JsonNode& root, const model::Case& c, const model::Words& words,
                         ValueReader& report) {
  QuotedCheck check(c, words, report);
  using enum model::Sourced;
  const auto proposal = [&](const model::Proposal& of, const JsonNode* node) {
    check.length(of.stay, model::source_of(of.sources, stay), member(node, "stay"));
    check.length(of.time_abroad, model::source_of(of.sources, time_abroad), member(node, "time_abroad"));
    check.length(of.time_to_treatment, model::source_of(of.sources, time_to_treatment),
                 member(node, "time_to_treatment"));
  };
  const auto validity = [&](const auto& of, const JsonNode& node) {
    check.length(of.valid_for, model::source_of(of.sources, valid_for), node.find("valid_for"));
    check.date(of.valid_until, model::source_of(of.sources, valid_until), node.find("valid_until"),
               DayIs::perhaps_counted);
  };
  const auto& opinions = items_of(root.find("opinions"));
  for (std::size_t i = 0; i < c.opinions.size() && i < opinions.size(); ++i) {
    const model::Opinion& opinion = c.opinions[i];
    check.length(opinion.urgency_within, model::source_of(opinion.sources, urgency_within),
                 opinions[i].find("urgency_within"));
    validity(opinion, opinions[i]);
    const JsonNode* diagnosis = opinions[i].find("diagnosis");
    check.stage(opinion.diagnosis.stage, model::source_of(opinion.sources, model::Sourced::stage),
                member(diagnosis, "stage"));
    const auto results = [&](const std::vector<model::Marker>& all, const char* name) {
      const auto& nodes = items_of(member(diagnosis, name));
      for (std::size_t k = 0; k < all.size() && k < nodes.size(); ++k)
        check.date(all[k].date, all[k].source, nodes[k].find("date"), DayIs::stated);
    };
    results(opinion.diagnosis.markers, "markers");
    results(opinion.diagnosis.labs, "labs");
    const auto& proposals = items_of(opinions[i].find("proposals"));
    for (std::size_t k = 0; k < opinion.proposals.size() && k < proposals.size(); ++k)
      proposal(opinion.proposals[k], &proposals[k]);
  }
  const auto& estimates = items_of(root.find("estimates"));
  for (std::size_t i = 0; i < c.estimates.size() && i < estimates.size(); ++i) {
    validity(c.estimates[i], estimates[i]);
    check.date(c.estimates[i].issued, model::source_of(c.estimates[i].sources, issued),
               estimates[i].find("issued"), DayIs::stated);
  }
  proposal(c.home.proposal, root.find("home"));
}

}  // namespace generator::ingest

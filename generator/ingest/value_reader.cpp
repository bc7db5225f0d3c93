#include "generator/ingest/value_reader.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <charconv>

#include "generator/base/wording.h"
#include "generator/ingest/spelling.h"

namespace generator::ingest {
namespace {

/// A code that is often written where a country's is wanted.
struct Confusion {
  std::string_view written;
  std::string_view meant;
};

constexpr Confusion k_countries[] = {{"UK", "GB"}, {"EN", "GB"}, {"EL", "GR"}};

std::string_view meant_by(std::span<const Confusion> table, std::string_view written) {
  const auto it = std::ranges::find(table, written, &Confusion::written);
  return it == table.end() ? std::string_view{} : it->meant;
}

/// The language whose words say that the tag, or the code that it begins with, is written for its own.
std::string_view language_meant_by(const model::Words& words, std::string_view tag,
                                   const std::string& primary) {
  std::string whole(tag);
  for (char& c : whole) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  for (const std::string& written : {whole, primary}) {
    for (const model::LanguageWords& each : words) {
      if (std::ranges::find(each.mistaken_tags, written) != each.mistaken_tags.end())
        return each.language.text();
    }
  }
  return {};
}

bool is_known_to_icu(const std::string& code) {
  return *uloc_getISO3Language(code.c_str()) != '\0';
}

/// Three letters behind a language's code are a language within it (zh-yue). zh-CHS, as older systems write
/// zh-Hans, has that form and names none.
bool extends_a_language(std::string_view tag) {
  const std::size_t begin = tag.find('-');
  if (begin == std::string_view::npos) return true;
  const std::string second(tag.substr(begin + 1, tag.find('-', begin + 1) - begin - 1));
  const bool letters =
      std::ranges::all_of(second, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
  constexpr std::size_t k_extended = 3;
  return second.size() != k_extended || !letters || is_known_to_icu(second);
}

std::string if_meant(std::string_view meant, std::string_view otherwise) {
  return meant.empty() ? std::string(otherwise) : fmt::format("did you mean \"{}\"?", meant);
}

bool holds(std::string_view definition, const JsonNode* node) {
  return node != nullptr && node->kind == base::JsonKind::string &&
         spelling_of(definition)->holds(node->text);
}

}  // namespace

void ValueReader::error(const JsonNode& at, std::string code, std::string what, std::string why,
                        std::string remedy) {
  findings_.push_back({.code = std::move(code),
                       .place = document_.place(at),
                       .what = std::move(what),
                       .why = std::move(why),
                       .remedy = std::move(remedy)});
}

void ValueReader::warning(const JsonNode& at, std::string code, std::string what, std::string why,
                          std::string remedy) {
  error(at, std::move(code), std::move(what), std::move(why), std::move(remedy));
  findings_.back().severity = base::Severity::warning;
}

std::string ValueReader::text(const JsonNode* node) const {
  return node != nullptr && node->kind == base::JsonKind::string ? node->text : std::string();
}

std::optional<int> ValueReader::integer(const JsonNode* node) const {
  if (node == nullptr || node->kind != base::JsonKind::number) return std::nullopt;
  int value = 0;
  const auto [end, failed] = std::from_chars(node->text.data(), node->text.data() + node->text.size(), value);
  if (failed != std::errc() || end != node->text.data() + node->text.size()) return std::nullopt;
  return value;
}

bool ValueReader::is_true(const JsonNode* node) const {
  return node != nullptr && node->kind == base::JsonKind::boolean && node->text == "true";
}

std::optional<model::Decimal> ValueReader::decimal(const JsonNode* node) const {
  if (!holds("decimal", node)) return std::nullopt;
  return model::Decimal::parse(node->text);
}

std::optional<model::Date> ValueReader::date(const JsonNode* node) {
  if (!holds("date", node)) return std::nullopt;
  const auto date = model::Date::parse(node->text);
  if (!date) {
    error(*node, "date-impossible", fmt::format("there is no date {}", base::in_quotes(node->text)),
          "the calendar from 1900 to 2199 does not have it", "look it up in the letter");
  }
  return date;
}

std::optional<model::Currency> ValueReader::currency(const JsonNode* node) {
  if (!holds("currency", node)) return std::nullopt;
  auto currency = model::Currency::parse(node->text);
  if (!currency) {
    const std::string_view meant = node->text == "RMB" ? "CNY" : node->text == "TRL" ? "TRY" : "";
    error(*node, "currency-unknown", fmt::format("there is no currency {}", base::in_quotes(node->text)), "",
          if_meant(meant, "use the code of ISO 4217: CNY, TRY, EUR, USD, INR"));
  }
  return currency;
}

std::string ValueReader::country(const JsonNode* node) {
  if (!holds("country", node)) return {};
  const char* const* const countries = uloc_getISOCountries();
  for (const char* const* country = countries; *country != nullptr; ++country) {
    if (node->text == *country) return node->text;
  }
  error(*node, "country-unknown", fmt::format("there is no country {}", base::in_quotes(node->text)), "",
        if_meant(meant_by(k_countries, node->text), "use the code of ISO 3166-1: CN, TR, IN, DE, US"));
  return {};
}

std::optional<model::LanguageTag> ValueReader::language(const JsonNode* node) {
  if (!holds("language", node)) return std::nullopt;
  return language(*node, node->text);
}

std::optional<model::LanguageTag> ValueReader::language(const JsonNode& at, std::string_view tag) {
  // A case names few languages, each of them often.
  if (const auto known = languages_.find(tag); known != languages_.end()) return known->second;
  if (!spelling_of("language")->holds(tag)) return std::nullopt;
  auto language = model::LanguageTag::parse(tag);
  // ICU knows every two-letter code of ISO 639-1; of the three-letter ones it knows the larger languages
  // only.
  const std::string primary(tag.substr(0, tag.find('-')));
  const bool unknown = primary.size() == 2 && !is_known_to_icu(primary);
  if (!language || unknown || !extends_a_language(tag)) {
    error(at, "language-unknown", fmt::format("there is no language {}", base::in_quotes(tag)),
          "a text is set and read aloud by its language",
          if_meant(language_meant_by(words_, tag, primary), "use its BCP 47 tag: en, ar, zh-Hans, tr"));
    return std::nullopt;
  }
  return languages_.emplace(tag, std::move(*language)).first->second;
}

std::optional<model::MoneyRange> ValueReader::amount(const JsonNode* node, const model::Currency& currency,
                                                     Sign sign) {
  const JsonNode* low_node = member(node, "low");
  const JsonNode* high_node = member(node, "high");
  const auto read = [&](const JsonNode* bound) -> std::optional<model::Decimal> {
    if (sign == Sign::none) return decimal(bound);
    return holds("signed_decimal", bound) ? model::Decimal::parse(bound->text) : std::nullopt;
  };
  auto low = read(low_node);
  auto high = read(high_node);
  const JsonNode* about = member(node, "about");
  if (about != nullptr && low_node == nullptr && high_node == nullptr) {
    error(*about, "object-incomplete", "there is no amount that this could be about", "",
          "add low, high, or both, or take \"about\" out");
  }
  if (!low && !high) return std::nullopt;
  if (low && high && *low > *high) {
    error(*low_node, "amount-low-above-high",
          fmt::format("the amount runs from {} to {}", low_node->text, high_node->text),
          "the low end of a range may not lie above its high end", "look both up in the estimate");
    std::swap(low, high);
  }
  model::MoneyRange amount = model::stated(currency, std::move(low), std::move(high));
  amount.approximate = is_true(about);
  return amount;
}

std::optional<model::DurationRange> ValueReader::duration(const JsonNode* node) {
  const auto unit = name<model::TimeUnit>(member(node, "unit"));
  const auto low = integer(member(node, "low"));
  const auto high = integer(member(node, "high"));
  if (!unit || (!low && !high)) return std::nullopt;
  if (low && high && *low > *high) {
    error(*member(node, "low"), "duration-low-above-high",
          fmt::format("the time runs from {} to {}", *low, *high),
          "the low end of a range may not lie above its high end", "look both up in the letter");
    return std::nullopt;
  }
  return model::DurationRange{low, high, *unit};
}

std::optional<model::Stage> ValueReader::stage(const JsonNode* node) const {
  if (node == nullptr) return std::nullopt;
  return model::Stage{text(member(node, "system")), text(member(node, "value"))};
}

void ValueReader::add_translation(model::Statement& statement, const JsonNode& at, std::string_view tag,
                                  const JsonNode& value) {
  auto translated = language(at, tag);
  if (!translated) return;
  const bool twice = *translated == statement.language ||
                     std::ranges::find(statement.translations, *translated, &model::Translation::language) !=
                         statement.translations.end();
  if (twice) {
    error(at, "translation-same-language",
          fmt::format("this is a second text in the language {}", base::in_quotes(translated->text())),
          "a text is no translation of itself, and of two translations nobody could say which counts",
          "keep one of them");
    return;
  }
  const bool plain = value.kind == base::JsonKind::string;
  statement.translations.push_back({.language = std::move(*translated),
                                    .text = text(plain ? &value : value.find("text")),
                                    .by = plain ? "" : text(value.find("by"))});
}

std::optional<model::Statement> ValueReader::statement(const JsonNode* node) {
  if (node == nullptr) return std::nullopt;
  model::Statement statement{.text = node->text, .language = plain_, .translations = {}, .source = {}};
  if (node->kind == base::JsonKind::string) return statement;
  if (const JsonNode* words = node->find("text")) {
    statement.text = text(words);
    if (auto language = this->language(node->find("language"))) statement.language = std::move(*language);
    if (const JsonNode* translations = node->find("translations")) {
      for (const base::JsonMember& each : translations->members)
        add_translation(statement, each.value, each.name, each.value);
    }
    statement.source = source(node->find("source"));
    return statement;
  }
  for (const base::JsonMember& each : node->members) {
    if (&each != &node->members.front()) {
      add_translation(statement, each.value, each.name, each.value);
      continue;
    }
    statement.text = text(&each.value);
    if (auto language = this->language(each.value, each.name)) statement.language = std::move(*language);
  }
  return statement;
}

std::vector<model::Statement> ValueReader::statements(const JsonNode* node) {
  std::vector<model::Statement> result;
  for (const JsonNode& item : items_of(node)) {
    if (auto read = statement(&item)) result.push_back(std::move(*read));
  }
  return result;
}

std::vector<model::Preparation> ValueReader::preparations(const JsonNode* node) {
  std::vector<model::Preparation> result;
  for (const JsonNode& item : items_of(node)) {
    const JsonNode* what = item.find("what");
    if (auto words = statement(what != nullptr ? what : &item))
      result.push_back({name<model::PreparationKind>(item.find("kind")), std::move(*words)});
  }
  return result;
}

std::optional<model::Source> ValueReader::source(const JsonNode* node) {
  if (node == nullptr) return std::nullopt;
  model::Source source{.document = text(node->find("document")),
                       .page = integer(node->find("page")),
                       .quote = text(node->find("quote"))};
  sources_.push_back({node, source});
  return source;
}

model::Sources ValueReader::sources_of(const JsonNode* node) {
  model::Sources result;
  if (node == nullptr) return result;
  for (const base::JsonMember& each : node->members) {
    const auto member = model::value_of<model::Sourced>(each.name);  // the schema knows no other
    auto place = source(&each.value);
    if (member && place) result.emplace(*member, std::move(*place));
  }
  return result;
}

}  // namespace generator::ingest

// Reads single values out of the file's tree. What the schema already refused is passed over in silence, so
// that one fault is reported once; what a schema cannot say (a day that no calendar has, a currency that does
// not exist) is reported here, at the value.
//
// Every reader takes a node that may be absent (nullptr) and then returns nothing: "not stated".
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/json.h"
#include "generator/model/names.h"
#include "generator/model/words.h"

namespace generator::ingest {

using base::JsonNode;

/// A place in the file that names a letter as the source of something.
struct SourceUse {
  const JsonNode* node;
  model::Source source;
};

/// Whether an amount may have a minus: only a discount takes from a sum.
enum class Sign { none, allowed };

class ValueReader {
 public:
  /// All must outlive the reader. `words` tell which language a wrong tag may mean.
  ValueReader(const base::JsonDocument& document, base::Diagnostics& findings, const model::Words& words)
      : document_(document), findings_(findings), words_(words) {}

  void error(const JsonNode& at, std::string code, std::string what, std::string why, std::string remedy);
  void warning(const JsonNode& at, std::string code, std::string what, std::string why, std::string remedy);

  std::string text(const JsonNode* node) const;
  std::optional<int> integer(const JsonNode* node) const;
  bool is_true(const JsonNode* node) const;
  std::optional<model::Decimal> decimal(const JsonNode* node) const;
  /// Error: date-impossible.
  std::optional<model::Date> date(const JsonNode* node);
  /// Error: currency-unknown.
  std::optional<model::Currency> currency(const JsonNode* node);
  /// ISO 3166-1 alpha-2, or "". Error: country-unknown.
  std::string country(const JsonNode* node);
  /// Error: language-unknown.
  std::optional<model::LanguageTag> language(const JsonNode* node);
  std::optional<model::LanguageTag> language(const JsonNode& at, std::string_view tag);

  template <typename Enum>
  std::optional<Enum> name(const JsonNode* node) const {
    return node == nullptr ? std::nullopt : model::value_of<Enum>(node->text);
  }

  /// The low, the high and the "about" of an object. Error: amount-low-above-high.
  std::optional<model::MoneyRange> amount(const JsonNode* node, const model::Currency& currency,
                                          Sign sign = Sign::none);
  /// Error: duration-low-above-high.
  std::optional<model::DurationRange> duration(const JsonNode* node);
  std::optional<model::Stage> stage(const JsonNode* node) const;

  /// Plain texts are taken to be in this language from here on.
  void speak(model::LanguageTag language) { plain_ = std::move(language); }
  /// In each of its three forms (docs/case-format.md). Errors: translation-same-language.
  std::optional<model::Statement> statement(const JsonNode* node);
  std::vector<model::Statement> statements(const JsonNode* node);
  /// Each a statement, or its kind and a statement.
  std::vector<model::Preparation> preparations(const JsonNode* node);
  std::optional<model::Source> source(const JsonNode* node);
  /// An object of sources by the names of the members that stand there.
  model::Sources sources_of(const JsonNode* node);

  /// All sources read so far.
  const std::vector<SourceUse>& sources() const { return sources_; }

 private:
  void add_translation(model::Statement& statement, const JsonNode& at, std::string_view tag,
                       const JsonNode& value);

  const base::JsonDocument& document_;
  base::Diagnostics& findings_;
  const model::Words& words_;
  model::LanguageTag plain_;
  std::vector<SourceUse> sources_;
  std::map<std::string, model::LanguageTag, std::less<>> languages_;  ///< by the tag as it is written
};

/// The member of that name of an object that may be absent.
inline const JsonNode* member(const JsonNode* object, std::string_view name) {
  return object == nullptr ? nullptr : object->find(name);
}

/// The items of a list that may be absent.
inline const std::vector<JsonNode>& items_of(const JsonNode* list) {
  static const std::vector<JsonNode> k_none;
  return list == nullptr ? k_none : list->items;
}

}  // namespace generator::ingest

#include "generator/ingest/words_reader.h"

#include <fmt/format.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/base/object_reader.h"
#include "generator/base/wording.h"
#include "generator/ingest/case_schema.h"
#include "generator/model/language_files.h"
#include "generator/model/names.h"

namespace generator::ingest {
namespace {

using base::JsonKind;
using base::JsonNode;
using model::ChanceWords;
using model::Phrases;

constexpr std::string_view k_words_format = "consilium/words/1";
constexpr std::size_t k_largest_words_file = 1u << 20;

struct ChanceList {
  std::string_view name;
  Phrases ChanceWords::*where;
};
constexpr ChanceList k_chance_lists[] = {
    {"pronouns", &ChanceWords::pronouns},
    {"per_cent", &ChanceWords::per_cent},
    {"people", &ChanceWords::people},
    {"such", &ChanceWords::such},
    {"verbs", &ChanceWords::verbs},
    {"clauses", &ChanceWords::clauses},
    {"counted", &ChanceWords::counted},
    {"scales", &ChanceWords::scales},
    {"about", &ChanceWords::about},
    {"between", &ChanceWords::between},
    {"between_and", &ChanceWords::between_and},
    {"to", &ChanceWords::to},
    {"joins", &ChanceWords::joins},
    {"turns", &ChanceWords::turns},
    {"not", &ChanceWords::negations},
    {"up_to", &ChanceWords::up_to},
    {"fewer_than", &ChanceWords::fewer_than},
    {"at_least", &ChanceWords::at_least},
    {"more_than", &ChanceWords::more_than},
    {"per_cent_of", &ChanceWords::per_cent_of},
    {"count_of", &ChanceWords::count_of},
    {"one_in", &ChanceWords::one_in},
    {"of_people", &ChanceWords::of_people},
    {"every", &ChanceWords::every},
    {"counters", &ChanceWords::counters},
    {"says", &ChanceWords::says},
    {"says_not", &ChanceWords::says_not},
    {"of_those", &ChanceWords::of_those},
    {"who", &ChanceWords::who},
    {"outcomes", &ChanceWords::outcomes},
    {"fractions", &ChanceWords::fractions},
};

class WordsReader : base::ObjectReader {
 public:
  WordsReader(const base::JsonDocument& json, const model::LanguageTag& language)
      : ObjectReader(json, "words", "see docs/adding-a-language.md", Guess::names) {
    words_.language = language;
  }

  base::Result<model::LanguageWords> read() {
    const JsonNode& root = this->root();
    keep_object_to(root, {"$schema", "format", "wary", "hundred_per_cent", "vague", "chances", "units",
                          "mistaken_tags", "denials", "denied_risks", "results", "time_units", "decisions"});
    const JsonNode* format = root.find("format");
    if (format == nullptr || format->text != k_words_format)
      complain(format == nullptr ? root : *format, fmt::format("write \"format\": \"{}\"", k_words_format));
    if (const JsonNode* wary = root.find("wary")) {
      keep_object_to(*wary, {"guarantee", "pressure"});
      words_.guarantee = wary_words(wary->find("guarantee"));
      words_.pressure = wary_words(wary->find("pressure"));
    }
    if (const JsonNode* hundred = root.find("hundred_per_cent")) {
      keep_object_to(*hundred, {"signs", "spelled", "promising_beside", "harmless_beside"});
      words_.hundred_per_cent = {list(hundred, "signs"), list(hundred, "spelled"),
                                 list(hundred, "promising_beside"), list(hundred, "harmless_beside")};
    }
    if (const JsonNode* denials = root.find("denials")) {
      keep_object_to(*denials, {"words", "hedges", "harmless", "barriers"});
      words_.denials = {list(denials, "words"), list(denials, "hedges"), list(denials, "harmless"),
                        list(denials, "barriers")};
    }
    words_.denied_risks = list(&root, "denied_risks");
    words_.results = named(root, "results", {std::begin(model::k_results), std::end(model::k_results)});
    words_.time_units = named(root, "time_units", names_of<model::TimeUnit>());
    words_.decisions = named(root, "decisions", names_of<model::DecisionStatus>());
    if (const JsonNode* vague = root.find("vague")) {
      keep_object_to(*vague, {"questions", "courtesies"});
      words_.vague_questions = list(vague, "questions");
      words_.courtesies = list(vague, "courtesies");
    }
    if (const JsonNode* chances = root.find("chances")) words_.chances = chance_words(*chances);
    if (const JsonNode* units = root.find("units")) {
      keep_object_to(*units, {"behind_numbers", "before_numbers", "written_close"});
      words_.units = {list(units, "behind_numbers"), list(units, "before_numbers"),
                      list(units, "written_close")};
    }
    words_.mistaken_tags = list(&root, "mistaken_tags");
    for (const JsonNode& each : items_of(root, "mistaken_tags")) {
      const bool is_a_language = each.text.size() == 2 && *uloc_getISO3Language(each.text.c_str()) != '\0';
      if (is_a_language)
        complain(each, fmt::format("{} is a language of its own", base::in_quotes(each.text)),
                 "who writes it means that language, and this would never be looked at");
    }
    if (found_any()) return tl::unexpected(take_found());
    return std::move(words_);
  }

 private:
  static bool is_word(std::string_view text) {
    constexpr std::size_t k_longest = 200;
    return !text.empty() && text.size() <= k_longest && text.front() != ' ' && text.back() != ' ';
  }

  Phrases list(const JsonNode* parent, std::string_view name) {
    const JsonNode* node = parent == nullptr ? nullptr : parent->find(name);
    if (node == nullptr) return {};
    if (node->kind != JsonKind::array || node->items.empty()) {
      complain(*node, fmt::format("\"{}\" is a list of words that is not empty", name),
               "leave it out if there are none");
      return {};
    }
    Phrases phrases;
    std::set<std::string_view> seen;
    for (const JsonNode& each : node->items) {
      if (each.kind != JsonKind::string || !is_word(each.text)) {
        complain(each, "a word or a phrase stands here, without a space at its ends");
      } else if (!seen.insert(each.text).second) {
        complain(each, fmt::format("{} stands twice in this list", base::in_quotes(each.text)));
      } else {
        phrases.push_back(each.text);
      }
    }
    return phrases;
  }

  template <typename Enum>
  static std::vector<std::string_view> names_of() {
    std::vector<std::string_view> names;
    for (const auto& each : model::names<Enum>()) names.push_back(each.name);
    return names;
  }

  /// Lists by what their phrases say.
  model::NamedPhrases named(const JsonNode& root, std::string_view name,
                            const std::vector<std::string_view>& known) {
    const JsonNode* node = root.find(name);
    if (node == nullptr) return {};
    keep_object_to(*node, known);
    model::NamedPhrases phrases;
    for (const std::string_view each : known) {
      if (node->find(each) != nullptr) phrases.emplace(each, list(node, each));
    }
    return phrases;
  }

  model::WaryWords wary_words(const JsonNode* node) {
    if (node == nullptr) return {};
    keep_object_to(*node, {"words", "harmless"});
    model::WaryWords wary{list(node, "words"), list(node, "harmless")};
    for (const JsonNode& each : items_of(*node, "words")) check_length(each);
    return wary;
  }

  static const std::vector<JsonNode>& items_of(const JsonNode& node, std::string_view name) {
    static const std::vector<JsonNode> k_none;
    const JsonNode* found = node.find(name);
    return found == nullptr ? k_none : found->items;
  }

  /// One character is found in too many places.
  void check_length(const JsonNode& node) {
    const auto characters = std::ranges::count_if(node.text, [](char c) { return (c & 0xc0) != 0x80; });
    if (node.kind == JsonKind::string && characters == 1)
      complain(node, fmt::format("{} has one character only", base::in_quotes(node.text)));
  }

  ChanceWords chance_words(const JsonNode& node) {
    std::vector<std::string_view> known = {"numbers", "per_cent_stands_free"};
    for (const ChanceList& each : k_chance_lists) known.push_back(each.name);
    keep_object_to(node, known);
    ChanceWords chances;
    for (const ChanceList& each : k_chance_lists) chances.*each.where = list(&node, each.name);
    if (const JsonNode* free = node.find("per_cent_stands_free")) {
      if (free->kind != JsonKind::boolean) complain(*free, "\"per_cent_stands_free\" is true or false");
      chances.per_cent_stands_free = free->text == "true";
    }
    if (const JsonNode* numbers = node.find("numbers")) {
      if (numbers->kind != JsonKind::object) complain(*numbers, "\"numbers\" is an object: word, number");
      for (const base::JsonMember& each : numbers->members) {
        int value = 0;
        const char* end = each.value.text.data() + each.value.text.size();
        const auto [stop, error] = std::from_chars(each.value.text.data(), end, value);
        constexpr int k_most = 1000;
        if (each.value.kind != JsonKind::number || error != std::errc() || stop != end || value < 0 ||
            value > k_most)
          complain(each.value, fmt::format("a whole number from 0 to {} stands here", k_most));
        chances.numbers.emplace(each.name, value);
      }
    }
    return chances;
  }

  model::LanguageWords words_;
};

}  // namespace

base::Result<model::LanguageWords> read_words(std::string text, const std::string& name,
                                              const model::LanguageTag& language) {
  const auto json = base::JsonDocument::parse(std::move(text), name);
  if (!json) return tl::unexpected(json.error());
  return WordsReader(*json, language).read();
}

base::Result<model::Words> read_words_folder(const std::filesystem::path& folder) {
  model::Words words;
  base::Diagnostics faults;
  for (const auto& [language, file] : model::language_files(folder, "words.json")) {
    auto text = base::read_file(file, k_largest_words_file);
    auto read = text ? read_words(std::move(*text), file.string(), language)
                     : base::Result<model::LanguageWords>(tl::unexpected(std::move(text.error())));
    if (read) {
      words.push_back(std::move(*read));
    } else {
      base::append(faults, std::move(read.error()));
    }
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return words;
}

base::Diagnostics check_language_schemas(const std::filesystem::path& folder) {
  base::Diagnostics faults;
  for (const auto& [name, schema] :
       {std::pair("words", Published::words), std::pair("typography", Published::typography)}) {
    for (const auto& [language, file] : model::language_files(folder, fmt::format("{}.json", name))) {
      auto text = base::read_file(file, k_largest_words_file);
      const auto json = text ? base::JsonDocument::parse(std::move(*text), file.string())
                             : base::Result<base::JsonDocument>(tl::unexpected(std::move(text.error())));
      if (!json) continue;
      base::append(faults, published_faults(*json, schema, name, "see docs/adding-a-language.md"));
    }
  }
  return faults;
}

}  // namespace generator::ingest

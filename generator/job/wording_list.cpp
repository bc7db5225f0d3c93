#include "generator/job/wording_list.h"

#include <fmt/format.h>
#include <unicode/regex.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <set>

#include "generator/base/file.h"
#include "generator/base/plain_text.h"

namespace generator::job {
namespace {

constexpr std::string_view k_wording_format = "consilium/wording/1";
constexpr std::int32_t k_time_limit = 1000;  ///< of one search, in ICU's steps, about milliseconds
constexpr char16_t k_passed_over = 0x00B7;   ///< stands for what `except` matched

struct Kind {
  std::string_view name;
  std::string_view says;
};
constexpr std::array k_kinds = {
    Kind{"guarantee", "promises what nobody can promise"},
    Kind{"winner", "chooses for the family"},
    Kind{"ranking", "ranks what cannot be ranked"},
    Kind{"pressure", "presses the family"},
    Kind{"blame", "blames the patient or the family"},
    Kind{"false-hope", "raises false hope"},
    Kind{"fear", "frightens"},
};

using Pattern = std::unique_ptr<icu::RegexPattern>;

Pattern compiled(const base::JsonNode& node, std::string& fault) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  Pattern pattern(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(node.text), UREGEX_CASE_INSENSITIVE,
                                             place, status));
  if (U_SUCCESS(status)) return pattern;
  fault = fmt::format("ICU says {} at its character {}", u_errorName(status), place.offset + 1);
  return nullptr;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

/// Reads the list's shape; findings are collected.
class ShapeCheck {
 public:
  explicit ShapeCheck(const base::JsonDocument& document) : document_(document) {}

  base::Diagnostics run() {
    const base::JsonNode& root = document_.root();
    members(root, {"$schema", "format", "languages"});
    const base::JsonNode* format = root.find("format");
    if (format == nullptr || format->text != k_wording_format)
      add(format == nullptr ? root : *format, fmt::format("\"format\" is not \"{}\"", k_wording_format));
    const base::JsonNode* languages = root.find("languages");
    if (languages == nullptr || languages->kind != base::JsonKind::object) {
      add(root, "\"languages\" is missing, or no object");
      return std::move(faults_);
    }
    for (const base::JsonMember& language : languages->members) {
      if (!model::LanguageTag::parse(language.name))
        add(language.value, fmt::format("\"{}\" is not a language tag", language.name));
      if (language.value.items.empty()) add(language.value, "this is no list of entries");
      std::set<std::string> ids;
      for (const base::JsonNode& each : language.value.items) {
        entry(each);
        const base::JsonNode* id = each.find("id");
        if (id != nullptr && !ids.insert(id->text).second)
          add(*id, fmt::format("the id \"{}\" stands twice in one language", id->text));
      }
    }
    return std::move(faults_);
  }

 private:
  void add(const base::JsonNode& at, std::string what) {
    faults_.push_back({.code = "wording-shape",
                       .place = document_.place(at),
                       .what = std::move(what),
                       .why = "a list that is half understood lets words pass",
                       .remedy = "compare with docs/schema/wording.schema.json"});
  }

  void members(const base::JsonNode& node, const std::vector<std::string_view>& known) {
    for (const base::JsonMember& member : node.members) {
      if (std::ranges::find(known, member.name) == known.end())
        add(member.value, fmt::format("there is no member \"{}\" here", member.name));
    }
  }

  void entry(const base::JsonNode& node) {
    members(node, {"id", "kind", "pattern", "except", "finds", "passes", "why", "instead"});
    for (const std::string_view name : {"id", "kind", "pattern", "why", "instead"}) {
      const base::JsonNode* member = node.find(name);
      if (member == nullptr || member->kind != base::JsonKind::string || member->text.empty())
        add(member == nullptr ? node : *member, fmt::format("\"{}\" is missing, or no text", name));
    }
    for (const std::string_view name : {"finds", "passes"}) {
      const base::JsonNode* member = node.find(name);
      const bool good = member != nullptr && !member->items.empty() &&
                        std::ranges::all_of(member->items, [](const base::JsonNode& each) {
                          return each.kind == base::JsonKind::string;
                        });
      if (!good)
        add(member == nullptr ? node : *member, fmt::format("\"{}\" is missing, or no list of texts", name));
    }
    const base::JsonNode* except = node.find("except");
    if (except != nullptr && except->kind != base::JsonKind::string) add(*except, "\"except\" is no text");
    const base::JsonNode* kind = node.find("kind");
    if (kind != nullptr && std::ranges::find(k_kinds, kind->text, &Kind::name) == k_kinds.end())
      add(*kind, fmt::format("there is no kind \"{}\"", kind->text));
  }

  const base::JsonDocument& document_;
  base::Diagnostics faults_;
};

}  // namespace

struct WordingList::Entry {
  const base::JsonNode* node = nullptr;
  Pattern pattern;  ///< nullptr if ICU refuses it, or `except`
  Pattern except;   ///< may be nullptr
  std::string fault;

  /// The words that it finds in plain text, or "".
  std::string find(const icu::UnicodeString& plain) const {
    if (!pattern) return {};
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text = plain;
    if (except) {
      const std::unique_ptr<icu::RegexMatcher> matcher(except->matcher(text, status));
      if (U_FAILURE(status)) return {};
      matcher->setTimeLimit(k_time_limit, status);
      text = matcher->replaceAll(icu::UnicodeString(k_passed_over), status);
    }
    const std::unique_ptr<icu::RegexMatcher> matcher(pattern->matcher(text, status));
    if (U_FAILURE(status)) return {};
    matcher->setTimeLimit(k_time_limit, status);
    if (!matcher->find(status) || U_FAILURE(status)) return {};
    return to_utf8(matcher->group(status));
  }
};

struct WordingList::Language {
  const base::JsonNode* list = nullptr;
  mutable std::once_flag once;
  mutable std::vector<Entry> entries;
};

WordingList::WordingList(base::JsonDocument document) : document_(std::move(document)) {
  for (const base::JsonMember& each : document_.root().find("languages")->members) {
    auto language = std::make_unique<Language>();
    language->list = &each.value;
    languages_.emplace(model::LanguageTag::parse(each.name)->text(), std::move(language));
  }
}
WordingList::~WordingList() = default;

base::Result<std::shared_ptr<const WordingList>> WordingList::load(const std::filesystem::path& file) {
  auto text = base::read_file(file);
  if (!text) return tl::unexpected(std::move(text.error()));
  auto document = base::JsonDocument::parse(std::move(*text), file.string());
  if (!document) return tl::unexpected(std::move(document.error()));
  if (auto faults = ShapeCheck(*document).run(); !faults.empty()) return tl::unexpected(std::move(faults));
  return std::shared_ptr<const WordingList>(new WordingList(std::move(*document)));
}

const std::vector<WordingList::Entry>& WordingList::entries(const Language& language) const {
  std::call_once(language.once, [&language] {
    for (const base::JsonNode& node : language.list->items) {
      Entry entry;
      entry.node = &node;
      entry.pattern = compiled(*node.find("pattern"), entry.fault);
      if (const base::JsonNode* except = node.find("except")) {
        entry.except = compiled(*except, entry.fault);
        if (!entry.except) entry.pattern = nullptr;
      }
      language.entries.push_back(std::move(entry));
    }
  });
  return language.entries;
}

const WordingList::Language* WordingList::list_of(const model::LanguageTag& language) const {
  if (const auto known = languages_.find(language.text()); known != languages_.end())
    return known->second.get();
  const auto served = language.best_of(languages());
  return served ? languages_.at(served->text()).get() : nullptr;
}

bool WordingList::knows(const model::LanguageTag& language) const {
  return list_of(language) != nullptr;
}

std::vector<model::LanguageTag> WordingList::languages() const {
  std::vector<model::LanguageTag> tags;
  for (const auto& [tag, language] : languages_) tags.push_back(*model::LanguageTag::parse(tag));
  return tags;
}

std::vector<UnfairWords> WordingList::find(std::string_view text, const model::LanguageTag& language) const {
  const Language* const list = list_of(language);
  if (list == nullptr) return {};
  const icu::UnicodeString plain = base::plain_spelling(text);
  std::vector<UnfairWords> found;
  for (const Entry& entry : entries(*list)) {
    std::string words = entry.find(plain);
    if (words.empty()) continue;
    found.push_back({.words = std::move(words),
                     .kind = entry.node->find("kind")->text,
                     .why = entry.node->find("why")->text,
                     .instead = entry.node->find("instead")->text});
  }
  return found;
}

base::Diagnostics WordingList::check() const {
  base::Diagnostics faults;
  const auto add = [&](const base::JsonNode& at, std::string code, std::string what, std::string why) {
    faults.push_back({.code = std::move(code),
                      .place = document_.place(at),
                      .what = std::move(what),
                      .why = std::move(why),
                      .remedy = "change the pattern, or the sentence"});
  };
  for (const auto& [tag, language] : languages_) {
    const auto& all = entries(*language);
    const auto must_pass = [&](const base::JsonNode& sentence) {
      const icu::UnicodeString plain = base::plain_spelling(sentence.text);
      for (const Entry& other : all) {
        if (const std::string words = other.find(plain); !words.empty())
          add(sentence, "wording-example", fmt::format("\"{}\" is found in this sentence", words),
              fmt::format("the entry \"{}\" must let it pass", other.node->find("id")->text));
      }
    };
    for (const Entry& entry : all) {
      if (!entry.fault.empty()) {
        add(*entry.node->find("pattern"), "wording-pattern",
            fmt::format("the expression of \"{}\" cannot be used", entry.node->find("id")->text),
            entry.fault);
        continue;
      }
      for (const base::JsonNode& sentence : entry.node->find("finds")->items) {
        if (entry.find(base::plain_spelling(sentence.text)).empty())
          add(sentence, "wording-example", "nothing is found in this sentence",
              fmt::format("the entry \"{}\" must find something", entry.node->find("id")->text));
      }
      for (const base::JsonNode& sentence : entry.node->find("passes")->items) must_pass(sentence);
      must_pass(*entry.node->find("instead"));
    }
  }
  return faults;
}

base::Diagnostic unfair(const UnfairWords& found, base::Place place) {
  const auto kind = std::ranges::find(k_kinds, found.kind, &Kind::name);
  std::string why = found.why;
  if (why.ends_with('.')) why.pop_back();  // a sentence in the list, a clause in the message
  return {.code = "wording-" + found.kind,
          .place = std::move(place),
          .what = fmt::format("\"{}\" {}", found.words, kind == k_kinds.end() ? "" : kind->says),
          .why = std::move(why),
          .remedy = fmt::format("write for instance \"{}\"", found.instead),
          .severity = base::Severity::warning};
}

}  // namespace generator::job

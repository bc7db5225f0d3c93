// Where a person should look: words of promise and of pressure in letters and statements that nobody has
// judged yet.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "generator/base/phrase.h"
#include "generator/ingest/case_checks.h"
#include "generator/ingest/letter_scanner.h"
#include "generator/model/names.h"

namespace generator::ingest {
namespace {

/// The words of a text, parted by single spaces: equal for texts that read the same.
std::u16string same_spelling(std::string_view text) {
  std::u16string result = u" ";
  for (const base::PlainWord& word : base::plain_words(text)) {
    if (word.kind == base::PlainKind::word) result += word.text + u" ";
  }
  return result;
}

/// Whether one of the two stands in the other.
bool meet(const std::u16string& one, const std::u16string& other) {
  return one.size() > 1 && other.size() > 1 &&
         (one.find(other) != std::u16string::npos || other.find(one) != std::u16string::npos);
}

/// As a JSON string, to be copied into a case.
std::string as_json(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return result + "\"";
}

/// Members of an answer that hold no words of a hospital.
bool is_no_statement(std::string_view member) {
  constexpr std::string_view k_members[] = {"id",           "hospital", "document", "language",
                                            "translations", "reviewer", "status",   "supersedes"};
  return std::ranges::find(k_members, member) != std::end(k_members);
}

class PromiseCheck {
 public:
  PromiseCheck(const model::Case& c, const WaryWordFinder& words, ValueReader& report)
      : case_(c), words_(words), report_(report) {
    for (const model::QuoteJudgement& each : c.quote_judgements)
      judged_.push_back({each.hospital, same_spelling(each.source.quote)});
  }

  /// Reads the letters that the answers of `list` are, each once.
  template <typename Answers>
  void read_letters(const Answers& answers, const JsonNode* documents) {
    for (const auto& answer : answers) {
      const auto letter = std::ranges::find(case_.documents, answer.document, &model::Document::id);
      const auto index = static_cast<std::size_t>(letter - case_.documents.begin());
      if (letter == case_.documents.end() || index >= items_of(documents).size()) continue;
      const std::pair key(answer.hospital, answer.document);
      if (std::ranges::find(read_, key) != read_.end()) continue;
      read_.push_back(key);
      read_letter(*letter, answer.hospital, items_of(documents)[index]);
    }
  }

  template <typename Answers>
  void read_statements(const Answers& answers, const JsonNode* nodes) {
    for (std::size_t i = 0; i < answers.size() && i < items_of(nodes).size(); ++i) {
      const auto letter = std::ranges::find(case_.documents, answers[i].document, &model::Document::id);
      place_ = {answers[i].hospital, answers[i].document,
                letter == case_.documents.end() ? std::nullopt : words_.language_of(letter->language)};
      read_tree(items_of(nodes)[i]);
    }
  }

 private:
  struct Told {
    std::string hospital;
    std::u16string words;
  };
  struct Place {
    std::string hospital;
    std::string document;
    std::optional<std::size_t> language;
  };

  static bool holds(const std::vector<Told>& all, const std::string& hospital, const std::u16string& words) {
    return std::ranges::any_of(
        all, [&](const Told& each) { return each.hospital == hospital && meet(each.words, words); });
  }

  void read_letter(const model::Document& letter, const std::string& hospital, const JsonNode& node) {
    const JsonNode* file = node.find("file");
    for (const WarySentence& sentence : find_wary_sentences(letter, words_)) {
      const std::u16string words = same_spelling(sentence.text);
      told_.push_back({hospital, words});
      if (holds(judged_, hospital, words)) continue;
      const std::string where = fmt::format("the letter {}, page {}, line {} of its text", as_json(letter.id),
                                            sentence.page, sentence.line);
      const std::string source = fmt::format(R"("document": {}, "page": {}, "quote": {})", as_json(letter.id),
                                             sentence.page, as_json(sentence.text));
      tell(file != nullptr ? *file : node, sentence.kinds, where, sentence.text, hospital, source);
    }
  }

  /// Statements whose words are not in a letter's text that was read.
  void read_tree(const JsonNode& node) {
    if (node.kind == base::JsonKind::string) return read_words(node);
    for (const JsonNode& item : node.items) read_tree(item);
    for (const base::JsonMember& member : node.members) {
      if (!is_no_statement(member.name)) read_tree(member.value);
    }
  }

  void read_words(const JsonNode& node) {
    const std::vector<WaryKind> kinds = words_.kinds_in(node.text, place_.language);
    if (kinds.empty()) return;
    const std::u16string words = same_spelling(node.text);
    if (holds(told_, place_.hospital, words) || holds(judged_, place_.hospital, words)) return;
    told_.push_back({place_.hospital, words});
    const std::string document = place_.document.empty() ? "..." : place_.document;
    tell(node, kinds, "a statement of the case", node.text, place_.hospital,
         fmt::format(R"("document": {}, "quote": {})", as_json(document), as_json(node.text)));
  }

  void tell(const JsonNode& at, const std::vector<WaryKind>& kinds, const std::string& where,
            const std::string& words, const std::string& hospital, const std::string& source) {
    for (const WaryKind kind : kinds) {
      const bool promises = kind == WaryKind::guarantee;
      const std::string_view name =
          model::name_of(promises ? model::QuoteVerdict::promise : model::QuoteVerdict::pressure);
      report_.warning(
          at, promises ? "promise-unconfirmed" : "pressure-unconfirmed",
          fmt::format("{} may {}: {}", where, promises ? "promise a result" : "press the family",
                      as_json(words)),
          "reports speak of it only if a named person confirms it",
          fmt::format(R"(if it does, add to "judgements" {{"kind": "{}", "hospital": {}, "source": {{{}}}, )"
                      R"("by": "...", "role": "coordinator", "on": "..."}}; if not, the same with )"
                      R"("kind": "neither")",
                      name, as_json(hospital), source));
    }
  }

  const model::Case& case_;
  const WaryWordFinder& words_;
  ValueReader& report_;
  std::vector<Told> judged_;
  std::vector<Told> told_;
  std::vector<std::pair<std::string, std::string>> read_;
  Place place_;
};

}  // namespace

void check_promises(const JsonNode& root, const model::Case& c, const WaryWordFinder& words,
                    ValueReader& report) {
  PromiseCheck check(c, words, report);
  const JsonNode* documents = root.find("documents");
  check.read_letters(c.opinions, documents);
  check.read_letters(c.estimates, documents);
  check.read_statements(c.opinions, root.find("opinions"));
  check.read_statements(c.estimates, root.find("estimates"));
}

}  // namespace generator::ingest

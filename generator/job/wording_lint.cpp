#include "generator/job/wording_lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

#include "generator/base/file.h"
#include "generator/base/plain_text.h"
#include "generator/locale/catalog.h"
#include "generator/report/report.h"
#include "generator/report/template_source.h"

namespace generator::job {
namespace {

using base::JsonKind;
using base::JsonNode;

/// Names, files and what letters say: no sentences of the coordinator's.
constexpr std::array<std::string_view, 15> k_no_sentences = {
    "patient", "documents", "hospitals", "release", "rates",   "reviewer", "doctor", "by",
    "entered", "file",      "id",        "stage",   "markers", "kind",     "covers"};

constexpr std::array<std::pair<std::string_view, std::string_view>, 7> k_quotation_marks = {
    {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"‘", "’"}, {"「", "」"}, {"『", "』"}}};

bool is_language_key(std::string_view name) {
  const std::size_t primary = std::min(name.find('-'), name.size());
  return primary >= 2 && primary <= 3 && model::LanguageTag::parse(name).has_value();
}

class CaseLint {
 public:
  CaseLint(const WordingList& list, const base::JsonDocument& file, const model::Case& c)
      : list_(list), file_(file), case_(c) {}

  base::Diagnostics run() {
    const JsonNode* language = file_.root().find("language");
    const auto tag = language == nullptr ? std::nullopt : model::LanguageTag::parse(language->text);
    for (const base::JsonMember& member : file_.root().members) {
      if (member.name != "language" && member.name != "format")
        visit(member, tag.value_or(model::LanguageTag{}));
    }
    return std::move(found_);
  }

 private:
  void visit(const base::JsonMember& member, const model::LanguageTag& language) {
    if (std::ranges::find(k_no_sentences, member.name) == k_no_sentences.end()) visit(member.value, language);
  }

  void visit(const JsonNode& node, const model::LanguageTag& language) {
    switch (node.kind) {
      case JsonKind::string: look_at(node, language); return;
      case JsonKind::array:
        for (const JsonNode& item : node.items) visit(item, language);
        return;
      case JsonKind::object: visit_object(node, language); return;
      case JsonKind::null:
      case JsonKind::boolean:
      case JsonKind::number: return;
    }
  }

  void visit_object(const JsonNode& node, const model::LanguageTag& language) {
    if (node.find("source") != nullptr) return;  // the letter's words, and their translations
    const bool is_by_language =
        !node.members.empty() && std::ranges::all_of(node.members, [](const base::JsonMember& member) {
          return is_language_key(member.name) && member.value.kind == JsonKind::string;
        });
    if (is_by_language) {
      for (const base::JsonMember& member : node.members)
        look_at(member.value, *model::LanguageTag::parse(member.name));
      return;
    }
    // Plain texts of an answer are in its letter's language; a statement may name its own.
    model::LanguageTag spoken = language;
    if (const JsonNode* document = node.find("document")) {
      const auto letter = std::ranges::find(case_.documents, document->text, &model::Document::id);
      if (letter != case_.documents.end()) spoken = letter->language;
    }
    const JsonNode* text = node.find("text");
    const JsonNode* own = node.find("language");
    if (text != nullptr && own != nullptr && own->kind == JsonKind::string)
      spoken = model::LanguageTag::parse(own->text).value_or(spoken);
    for (const base::JsonMember& member : node.members) {
      if (member.name == "translations") {
        for (const base::JsonMember& each : member.value.members) {
          if (const auto tag = model::LanguageTag::parse(each.name)) visit(each.value, *tag);
        }
      } else if (!(text != nullptr && member.name == "language")) {
        visit(member, spoken);
      }
    }
  }

  void look_at(const JsonNode& node, const model::LanguageTag& language) {
    if (!list_.knows(language)) {
      // A code or a number is no sentence: without a space or a letter beyond ASCII nothing is missed.
      const bool is_sentence = std::ranges::any_of(
          node.text, [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; });
      if (is_sentence && unlisted_.insert(language.text()).second) {
        found_.push_back(
            {.code = "wording-unlisted",
             .place = file_.place(node),
             .what = fmt::format("texts in {} are not looked at for unfair words", language.text()),
             .why = fmt::format("there is no locales/{}/wording.json", language.text()),
             .remedy = "let a person read them, or add a list (docs/wording.md)",
             .severity = base::Severity::note});
      }
      return;
    }
    for (const UnfairWords& words : list_.find(without_quotes(node.text), language))
      found_.push_back(unfair(words, file_.place(node)));
  }

  /// The text with a middle dot for what stands between quotation marks and in a letter.
  std::string without_quotes(const std::string& text) {
    std::string rest = text;
    for (const auto& [open, close] : k_quotation_marks) {
      for (std::size_t at = rest.find(open); at != std::string::npos;) {
        const std::size_t first = at + open.size();
        const std::size_t end = rest.find(close, first);
        if (end == std::string::npos) break;
        if (stands_in_a_letter(rest.substr(first, end - first))) {
          rest.replace(first, end - first, "·");
          at = rest.find(open, first + std::string_view("·").size() + close.size());
        } else {
          at = rest.find(open, first);
        }
      }
    }
    return rest;
  }

  bool stands_in_a_letter(std::string_view words) {
    const icu::UnicodeString plain = base::plain_spelling(words);
    if (plain.isEmpty()) return false;
    if (!letters_) {
      letters_.emplace();
      for (const model::Document& letter : case_.documents) {
        if (letter.text) letters_->push_back(base::plain_spelling(*letter.text));
      }
    }
    return std::ranges::any_of(*letters_,
                               [&](const icu::UnicodeString& letter) { return letter.indexOf(plain) >= 0; });
  }

  const WordingList& list_;
  const base::JsonDocument& file_;
  const model::Case& case_;
  std::optional<std::vector<icu::UnicodeString>> letters_;  ///< in plain spelling, made when first needed
  std::set<std::string> unlisted_;
  base::Diagnostics found_;
};

void lint_texts(const WordingList& list, const base::JsonDocument& file, const JsonNode& node,
                const model::LanguageTag& language, base::Diagnostics& found) {
  if (node.kind == JsonKind::string) {
    for (const UnfairWords& words : list.find(node.text, language))
      found.push_back(unfair(words, file.place(node)));
  }
  for (const JsonNode& item : node.items) lint_texts(list, file, item, language, found);
  for (const base::JsonMember& member : node.members) lint_texts(list, file, member.value, language, found);
}

}  // namespace

base::Diagnostics lint_case(const WordingList& list, const base::JsonDocument& file, const model::Case& c) {
  return CaseLint(list, file, c).run();
}

base::Diagnostics lint_catalogs(const WordingList& list, const std::filesystem::path& locales) {
  base::Diagnostics found;
  for (const model::LanguageTag& language : locale::available_languages(locales)) {
    for (const char* name : {"messages.json", "glossary.json", "checklists.json"}) {
      const std::filesystem::path path = locales / language.text() / name;
      auto text = base::read_file(path);
      if (!text) continue;  // what is missing or broken, the catalog's own check says
      const auto file = base::JsonDocument::parse(std::move(*text), path.string());
      if (file) lint_texts(list, *file, file->root(), language, found);
    }
  }
  return found;
}

base::Diagnostics lint_templates(const WordingList& list, const std::filesystem::path& templates) {
  base::Diagnostics found;
  for (const std::string& name : report::available_templates(templates)) {
    const auto source = report::TemplateSource::load(templates, name);
    if (!source) {
      base::append(found, source.error());
      continue;
    }
    for (const report::TemplatePiece& piece : source->pieces()) {
      if (piece.kind != report::TemplatePiece::Kind::text) continue;
      for (const model::LanguageTag& language : list.languages()) {
        for (const UnfairWords& words : list.find(piece.text, language))
          found.push_back(unfair(words, piece.place));
      }
    }
  }
  return found;
}

}  // namespace generator::job

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/file.h"
#include "generator/compare/message_ids.h"
#include "generator/locale/catalog_file.h"
#include "generator/model/language_files.h"

namespace generator::locale {

using base::Diagnostics;
using base::JsonDocument;

Diagnostics check_against_comparison(const CatalogFile& reference) {
  Diagnostics diagnostics;
  if (!reference.messages) return diagnostics;
  const std::size_t end = reference.messages->text().find_last_of('}');
  for (const compare::MessageSpec& spec : compare::message_specs()) {
    const CatalogEntry* entry = reference.find(spec.id);
    if (entry == nullptr) {
      if (std::ranges::binary_search(reference.refused, spec.id)) continue;
      diagnostics.push_back({.code = "message-missing",
                             .place = reference.messages->place(end),
                             .what = fmt::format("\"{}\" is not here", spec.id),
                             .why = "a comparison can hold it (generator/compare/message_ids.h)",
                             .remedy = "write it, and its note in qqq.json"});
      continue;
    }
    for (const std::string& name : entry->pattern.arguments()) {
      if (std::ranges::count(spec.arguments(), name, &compare::ArgumentSpec::name)) continue;
      diagnostics.push_back(
          {.code = "message-argument",
           .place = reference.messages->place(entry->value_offset),
           .what = fmt::format("\"{}\" uses {{{}}}, which it is never given", spec.id, name),
           .why = "generator/compare/message_ids.h lists the arguments of every message",
           .remedy = "take it out, or use one of those"});
    }
  }
  return diagnostics;
}

Diagnostics check_explanations(const std::filesystem::path& folder, const CatalogFile& reference) {
  const std::filesystem::path path = folder / "qqq.json";
  auto text = base::read_file(path);
  if (!text) return text.error();
  const auto document = JsonDocument::parse(std::move(*text), path.string());
  if (!document) return document.error();
  Diagnostics diagnostics;
  const std::size_t end = document->text().find_last_of('}');
  std::vector<std::string_view> explained;
  for (const base::JsonMember& member : document->root().members) {
    explained.push_back(member.name);
    if (reference.find(member.name) != nullptr) continue;
    diagnostics.push_back({.code = "message-unknown",
                           .place = document->place(member.name_offset),
                           .what = fmt::format("\"{}\" is no message", member.name),
                           .why = "",
                           .remedy = "correct the id, or take it out"});
  }
  std::ranges::sort(explained);
  for (const CatalogEntry& entry : reference.entries) {
    if (std::ranges::binary_search(explained, entry.id)) continue;
    diagnostics.push_back({.code = "message-unexplained",
                           .place = document->place(end),
                           .what = fmt::format("\"{}\" has no note for translators", entry.id),
                           .why = "they see the id and the English only",
                           .remedy = "say where it stands and what its arguments are"});
  }
  return diagnostics;
}

std::vector<model::LanguageTag> available_languages(const std::filesystem::path& folder) {
  std::vector<model::LanguageTag> found;
  for (const auto& [language, file] : model::language_files(folder, "messages.json"))
    found.push_back(language);
  return found;
}

bool is_available(const std::filesystem::path& folder, const model::LanguageTag& language) {
  std::error_code error;
  return std::filesystem::exists(folder / language.text() / "messages.json", error);
}

Diagnostics check_locales(const std::filesystem::path& folder) {
  const CatalogFile reference = read_catalog_file(folder, model::LanguageTag());
  Diagnostics diagnostics = reference.diagnostics;
  formats_locale(reference, diagnostics);
  append(diagnostics, check_against_comparison(reference));
  append(diagnostics, check_explanations(folder, reference));
  for (const model::LanguageTag& language : available_languages(folder)) {
    if (language == reference.language) continue;
    const CatalogFile file = read_catalog_file(folder, language);
    append(diagnostics, file.diagnostics);
    formats_locale(file, diagnostics);
    append(diagnostics, check_against(reference, file));
  }
  sort_by_place(diagnostics);
  return diagnostics;
}

}  // namespace generator::locale

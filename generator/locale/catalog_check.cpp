#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "generator/base/file.h"
#include "generator/locale/catalog_file.h"
#include "generator/locale/format_messages.h"
#include "generator/model/language_files.h"

namespace generator::locale {

using base::Diagnostics;
using base::JsonDocument;

namespace {

bool may_use(const compare::ArgumentSpec& argument, const PatternChoice& choice) {
  switch (choice.use) {
    case ArgumentUse::shown: return true;
    case ArgumentUse::plural:
    case ArgumentUse::ordinal: return argument.kind == compare::ArgumentKind::number;
    case ArgumentUse::selected: return argument.kind == compare::ArgumentKind::keyword;
  }
  return false;
}

/// What a pattern does with its arguments that it cannot, by the table.
Diagnostics check_arguments(const compare::MessageSpec& spec, const CatalogEntry& entry,
                            const JsonDocument& document) {
  Diagnostics diagnostics;
  const auto complain = [&](std::string what, std::string remedy) {
    diagnostics.push_back({.code = "message-argument",
                           .place = document.place(entry.value_offset),
                           .what = std::move(what),
                           .why = "the program gives each message its own arguments",
                           .remedy = std::move(remedy)});
  };
  std::vector<std::string_view> names;
  for (const compare::ArgumentSpec& argument : spec.arguments()) names.push_back(argument.name);
  const std::string given = names.empty() ? "it has none" : fmt::format("it has: {}", fmt::join(names, ", "));
  for (const std::string& name : entry.pattern.arguments()) {
    if (std::ranges::count(names, name)) continue;
    complain(fmt::format("\"{}\" uses {{{}}}, which it is never given", spec.id, name), given);
  }
  for (const PatternChoice& choice : entry.pattern.choices()) {
    const auto argument = std::ranges::find(spec.arguments(), choice.argument, &compare::ArgumentSpec::name);
    if (argument == spec.arguments().end() || may_use(*argument, choice)) continue;
    complain(fmt::format("\"{}\" chooses by {{{}}}, which cannot be chosen by", spec.id, choice.argument),
             "show it instead: plurals choose by a number, selects by a keyword");
  }
  return diagnostics;
}

}  // namespace

Diagnostics check_demanded(const CatalogFile& reference, std::span<const compare::MessageSpec> demanded) {
  Diagnostics diagnostics;
  if (!reference.messages) return diagnostics;
  const std::size_t end = reference.messages->text().find_last_of('}');
  for (const compare::MessageSpec& spec : demanded) {
    if (const CatalogEntry* entry = reference.find(spec.id)) {
      append(diagnostics, check_arguments(spec, *entry, *reference.messages));
    } else if (!std::ranges::binary_search(reference.refused, spec.id)) {
      diagnostics.push_back({.code = "message-missing",
                             .place = reference.messages->place(end),
                             .what = fmt::format("\"{}\" is not here", spec.id),
                             .why = "a report can say it, or a template asks for it",
                             .remedy = "write it, and its note in qqq.json"});
    }
  }
  return diagnostics;
}

Diagnostics check_unused(const CatalogFile& reference, std::span<const compare::MessageSpec> demanded) {
  Diagnostics diagnostics;
  if (!reference.messages) return diagnostics;
  for (const CatalogEntry& entry : reference.entries) {
    const auto begins = [&entry](std::string_view prefix) { return entry.id.starts_with(prefix); };
    const bool known =
        std::ranges::binary_search(demanded, std::string_view(entry.id), {}, &compare::MessageSpec::id);
    if (known || std::ranges::any_of(k_optional_messages, begins)) continue;
    diagnostics.push_back({.code = "message-unused",
                           .place = reference.messages->place(entry.name_offset),
                           .what = fmt::format("no report and no template says \"{}\"", entry.id),
                           .why = "translators would translate it for nobody",
                           .remedy = "correct the id, or take it out of every locale"});
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

namespace {

/// What somebody meant for a language and nobody reads.
Diagnostics check_folders(const std::filesystem::path& folder) {
  Diagnostics diagnostics;
  for (const model::StrayFolder& stray : model::stray_folders(folder)) {
    const std::string name = stray.path.filename().string();
    diagnostics.push_back(
        {.code = "locale-folder",
         .place = {.file = stray.path.string()},
         .what =
             fmt::format("\"{}\" is no language tag in its usual letters, so nothing in it is read", name),
         .why = "a language is a folder that bears its BCP 47 tag",
         .remedy = stray.meant ? fmt::format("rename it to \"{}\"", stray.meant->text())
                               : "rename it to the language's tag, or move it elsewhere",
         .severity = base::Severity::warning});
  }
  return diagnostics;
}

}  // namespace

Diagnostics check_locales(const std::filesystem::path& folder,
                          std::span<const compare::MessageSpec> demanded) {
  const CatalogFile reference = read_catalog_file(folder, model::LanguageTag());
  Diagnostics diagnostics = reference.diagnostics;
  formats_locale(reference, diagnostics);
  append(diagnostics, check_demanded(reference, demanded));
  append(diagnostics, check_unused(reference, demanded));
  append(diagnostics, check_explanations(folder, reference));
  append(diagnostics, check_folders(folder));
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

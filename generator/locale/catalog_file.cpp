#include "generator/locale/catalog_file.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "generator/base/file.h"
#include "generator/base/plain_text.h"
#include "generator/base/wording.h"
#include "generator/locale/formats.h"

namespace generator::locale {
namespace {

using base::Diagnostic;
using base::Diagnostics;
using base::JsonDocument;
using base::JsonKind;

/// The offset in the file of byte `within` of a string value. Exact while no escape stands before it; else
/// the string's start.
std::size_t inside(const JsonDocument& document, std::size_t value_offset, std::size_t within) {
  const std::string_view before = std::string_view(document.text()).substr(value_offset + 1, within);
  return before.find('\\') == std::string_view::npos ? value_offset + 1 + within : value_offset;
}

std::optional<JsonDocument> read_object(const std::filesystem::path& path, Diagnostics& diagnostics) {
  auto text = base::read_file(path);
  if (!text) {
    append(diagnostics, std::move(text.error()));
    return std::nullopt;
  }
  auto document = JsonDocument::parse(std::move(*text), path.string());
  if (!document) {
    append(diagnostics, std::move(document.error()));
    return std::nullopt;
  }
  if (document->root().kind != JsonKind::object) {
    diagnostics.push_back({.code = "message-syntax",
                           .place = document->place(document->root()),
                           .what = "this file is not one flat object",
                           .why = "every message stands under its id",
                           .remedy = "write { \"id\": \"text\", ... }"});
    return std::nullopt;
  }
  return std::move(*document);
}

void check_plurals(CatalogFile& file, const CatalogEntry& entry, const std::vector<std::string>& cardinal,
                   const std::vector<std::string>& ordinal) {
  for (const PatternChoice& choice : entry.pattern.choices()) {
    if (choice.use != ArgumentUse::plural && choice.use != ArgumentUse::ordinal) continue;
    const auto& demanded = choice.use == ArgumentUse::plural ? cardinal : ordinal;
    std::vector<std::string> missing;
    std::vector<std::string> useless;
    for (const std::string& keyword : demanded) {
      if (!std::ranges::count(choice.keywords, keyword)) missing.push_back(keyword);
    }
    for (const std::string& keyword : choice.keywords) {
      if (!std::ranges::count(demanded, keyword)) useless.push_back(keyword);
    }
    if (!missing.empty()) {
      file.diagnostics.push_back({.code = "message-plural",
                                  .place = file.messages->place(entry.value_offset),
                                  .what = fmt::format("the plural of \"{}\" in \"{}\" lacks: {}",
                                                      choice.argument, entry.id, fmt::join(missing, ", ")),
                                  .why = fmt::format("{} has the categories {} (CLDR)", file.language.text(),
                                                     fmt::join(demanded, ", ")),
                                  .remedy = "add a branch for each, even if two read alike"});
    }
    if (!useless.empty()) {
      file.diagnostics.push_back(
          {.code = "message-plural",
           .place = file.messages->place(entry.value_offset),
           .what = fmt::format("the plural of \"{}\" in \"{}\" has branches that no number chooses: {}",
                               choice.argument, entry.id, fmt::join(useless, ", ")),
           .why = fmt::format("{} has the categories {} (CLDR)", file.language.text(),
                              fmt::join(demanded, ", ")),
           .remedy = "take them out, or write them as =2"});
    }
  }
}

void read_messages(CatalogFile& file) {
  const auto cardinal = cardinal_categories(file.language);
  const auto ordinal = ordinal_categories(file.language);
  const JsonDocument& document = *file.messages;
  file.entries.reserve(document.root().members.size());
  for (const base::JsonMember& member : document.root().members) {
    const auto refuse = [&](std::string code, std::size_t offset, std::string what, std::string remedy) {
      file.refused.push_back(member.name);
      file.diagnostics.push_back({.code = std::move(code),
                                  .place = document.place(offset),
                                  .what = std::move(what),
                                  .why = "",
                                  .remedy = std::move(remedy)});
    };
    if (member.value.kind != JsonKind::string) {
      refuse("message-syntax", member.value.offset, fmt::format("\"{}\" is not a text", member.name),
             "write the message between quotes");
      continue;
    }
    if (const auto control = base::first_control(member.value.text)) {
      refuse("message-syntax", member.value.offset,
             fmt::format("\"{}\" holds the control character U+{:04X}", member.name, *control),
             "take it out: no page can show it");
      continue;
    }
    if (!base::has_visible(member.value.text)) {
      refuse("message-empty", member.value.offset, fmt::format("nothing of \"{}\" can be seen", member.name),
             "translate it; a reader would see a hole");
      continue;
    }
    auto pattern = MessagePattern::compile(member.value.text);
    if (!pattern) {
      refuse("message-syntax", inside(document, member.value.offset, pattern.error().offset),
             fmt::format("\"{}\" cannot be read: {}", member.name, pattern.error().what),
             "see docs/adding-a-language.md for what a pattern may hold");
      continue;
    }
    file.entries.push_back({member.name, member.name_offset, member.value.offset, std::move(*pattern)});
    check_plurals(file, file.entries.back(), cardinal, ordinal);
  }
  std::ranges::sort(file.entries, {}, &CatalogEntry::id);
  std::ranges::sort(file.refused);
}

bool has_two_characters(std::string_view text) {
  return std::ranges::count_if(text, [](char c) { return (c & 0xc0) != 0x80; }) >= 2;
}

/// A term's words, or nothing if that is no list of words of two characters and more.
std::optional<std::vector<std::string>> read_words(const base::JsonNode& list) {
  std::vector<std::string> words;
  for (const base::JsonNode& word : list.items) {
    if (word.kind != JsonKind::string || !has_two_characters(word.text)) return std::nullopt;
    words.push_back(word.text);
  }
  if (words.empty()) return std::nullopt;
  return words;
}

bool is_readable(std::string_view text) {
  return base::has_visible(text) && !base::first_control(text);
}

/// Beside the terms: no term has this id.
constexpr std::string_view k_joined_before = "joined_before";

/// Letters and words that the language writes to the next word; fewer than one character is none.
void read_joined_before(CatalogFile& file, const base::JsonNode& list) {
  file.joined_before.emplace();
  for (const base::JsonNode& each : list.items) {
    if (each.kind == JsonKind::string && !each.text.empty()) file.joined_before->push_back(each.text);
  }
  if (list.kind == JsonKind::array && file.joined_before->size() == list.items.size()) return;
  file.diagnostics.push_back(
      {.code = "glossary-shape",
       .place = file.glossary_text->place(list),
       .what = fmt::format("\"{}\" is no list of texts", k_joined_before),
       .why = "",
       .remedy = "list what is written to the next word without a space; [] if nothing is"});
}

/// The words of one ambiguous use; nullopt if they are none.
std::optional<GlossaryTerm::Ambiguous> read_ambiguous(const base::JsonNode& node) {
  GlossaryTerm::Ambiguous read;
  for (const base::JsonMember& member : node.members) {
    auto* list = member.name == "words"     ? &read.words
                 : member.name == "with"    ? &read.with
                 : member.name == "without" ? &read.without
                                            : nullptr;
    auto words = read_words(member.value);
    if (list == nullptr || !words) return std::nullopt;
    *list = std::move(*words);
  }
  // Without any company it would be a word like others.
  if (read.words.empty() || (read.with.empty() && read.without.empty())) return std::nullopt;
  return read;
}

/// One term, or nullopt if the node is none.
std::optional<GlossaryTerm> read_term(const base::JsonMember& member) {
  GlossaryTerm term{.id = member.name, .term = {}, .meaning = {}, .words = {}};
  const auto is_text = [](const base::JsonNode& node) {
    return node.kind == JsonKind::string && is_readable(node.text);
  };
  for (const base::JsonMember& part : member.value.members) {
    if (part.name == "term" && is_text(part.value)) {
      term.term = part.value.text;
    } else if (part.name == "meaning" && is_text(part.value)) {
      term.meaning = part.value.text;
    } else if (part.name == "brief" && is_text(part.value)) {
      term.brief = part.value.text;
    } else if (auto words = part.name == "words" ? read_words(part.value) : std::nullopt; words) {
      term.words = std::move(*words);
    } else if (part.name == "ambiguous" && part.value.kind == JsonKind::array) {
      for (const base::JsonNode& each : part.value.items) {
        auto ambiguous = read_ambiguous(each);
        if (!ambiguous) return std::nullopt;
        term.ambiguous.push_back(std::move(*ambiguous));
      }
    } else {
      return std::nullopt;
    }
  }
  if (term.term.empty() || term.meaning.empty()) return std::nullopt;
  return term;
}

void read_glossary(CatalogFile& file) {
  for (const base::JsonMember& member : file.glossary_text->root().members) {
    if (member.name == k_joined_before) {
      read_joined_before(file, member.value);
      continue;
    }
    auto term = read_term(member);
    if (!term) {
      file.diagnostics.push_back(
          {.code = "glossary-shape",
           .place = file.glossary_text->place(member.value),
           .what = fmt::format("the glossary's \"{}\" is not a term with its meaning", member.name),
           .why = "",
           .remedy =
               R"(write { "term": "...", "meaning": "...", "brief": "...", "words": ["..."], )"
               R"("ambiguous": [{ "words": ["..."], "with": ["..."], "without": ["..."] }] }; the last three may be left out)"});
    }
    file.glossary.push_back(term ? std::move(*term)
                                 : GlossaryTerm{.id = member.name, .term = {}, .meaning = {}, .words = {}});
    file.glossary_offsets.push_back(member.name_offset);
  }
}

Diagnostic missing_at_end(const JsonDocument& document, std::string code, std::string what,
                          std::string remedy) {
  return {.code = std::move(code),
          .place = document.place(document.text().find_last_of('}')),
          .what = std::move(what),
          .why = "",
          .remedy = std::move(remedy)};
}

/// The keywords that an argument is selected by, over the whole pattern; empty if it is not.
std::vector<std::string> select_keywords(const MessagePattern& pattern, std::string_view argument) {
  std::vector<std::string> all;
  for (const PatternChoice& choice : pattern.choices()) {
    if (choice.use != ArgumentUse::selected || choice.argument != argument) continue;
    all.insert(all.end(), choice.keywords.begin(), choice.keywords.end());
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

void check_arguments(const CatalogEntry& reference, const CatalogEntry& entry, const JsonDocument& document,
                     Diagnostics& diagnostics) {
  const auto expected = reference.pattern.arguments();
  const auto found = entry.pattern.arguments();
  const auto report = [&](std::string code, std::string what, std::string why, std::string remedy) {
    diagnostics.push_back({.code = std::move(code),
                           .place = document.place(entry.value_offset),
                           .what = std::move(what),
                           .why = std::move(why),
                           .remedy = std::move(remedy)});
  };
  for (const std::string& name : expected) {
    if (std::ranges::count(found, name)) continue;
    report("message-argument", fmt::format("\"{}\" does not use {{{}}}", entry.id, name),
           "the reader would miss what it says", "put it into the sentence");
  }
  for (const std::string& name : found) {
    if (std::ranges::count(expected, name)) continue;
    report("message-argument", fmt::format("\"{}\" uses {{{}}}, which it is never given", entry.id, name), "",
           expected.empty() ? "this message has no arguments; take it out"
                            : fmt::format("it has: {}", fmt::join(expected, ", ")));
  }
  for (const std::string& name : expected) {
    const auto wanted = select_keywords(reference.pattern, name);
    const auto there = select_keywords(entry.pattern, name);
    if (wanted == there || !std::ranges::count(found, name)) continue;
    report("message-select",
           fmt::format("\"{}\" selects on {{{}}} by: {}", entry.id, name,
                       there.empty() ? "nothing" : fmt::format("{}", fmt::join(there, ", "))),
           fmt::format("the reference selects by: {}",
                       wanted.empty() ? "nothing" : fmt::format("{}", fmt::join(wanted, ", "))),
           "use the same keywords; they are not translated");
  }
}

}  // namespace

const CatalogEntry* CatalogFile::find(std::string_view id) const {
  const auto it = std::ranges::lower_bound(entries, id, {}, &CatalogEntry::id);
  return it == entries.end() || it->id != id ? nullptr : &*it;
}

CatalogFile read_catalog_file(const std::filesystem::path& folder, const model::LanguageTag& language) {
  CatalogFile file;
  file.language = language;
  const std::filesystem::path own = folder / language.text();
  if (!std::filesystem::exists(own / "messages.json")) {
    file.diagnostics.push_back(
        {.code = "locale-missing",
         .place = {.file = (own / "messages.json").string()},
         .what = fmt::format("there are no messages for the language \"{}\"", language.text()),
         .why = "",
         .remedy = "choose a language whose folder there has messages.json, or add it "
                   "(docs/adding-a-language.md)"});
    return file;
  }
  file.messages = read_object(own / "messages.json", file.diagnostics);
  if (file.messages) read_messages(file);
  file.glossary_text = read_object(own / "glossary.json", file.diagnostics);
  if (file.glossary_text) read_glossary(file);
  if (auto state = load_locale_state(folder, language)) {
    file.state = std::move(*state);
  } else {
    append(file.diagnostics, std::move(state.error()));
  }
  return file;
}

std::string meant_id(std::string_view written, const CatalogFile& reference) {
  std::vector<std::string_view> ids;
  // Of the same group, for ids begin with what they are of.
  const std::string_view group = written.substr(0, written.find('.'));
  for (const CatalogEntry& entry : reference.entries) {
    if (entry.id != written && entry.id.starts_with(group)) ids.push_back(entry.id);
  }
  if (ids.empty()) {
    for (const CatalogEntry& entry : reference.entries) ids.push_back(entry.id);
  }
  const std::string_view meant = base::nearest(written, ids);
  return meant.empty() ? std::string() : fmt::format("did you mean \"{}\"? ", meant);
}

std::optional<model::LanguageTag> formats_locale(const CatalogFile& file, base::Diagnostics& findings) {
  constexpr std::string_view k_id = "formats.locale";
  const CatalogEntry* const entry = file.find(k_id);
  if (entry == nullptr) return std::nullopt;  // demanded as any other message is
  const std::string text = entry->pattern.literals();
  auto locale = model::LanguageTag::parse(text);
  if (locale && has_formats(*locale)) {
    const auto primary = [](const std::string& tag) { return tag.substr(0, tag.find('-')); };
    if (primary(locale->text()) != primary(file.language.text()) && has_formats(file.language)) {
      findings.push_back(
          {.code = "message-formats",
           .place = file.messages->place(entry->value_offset),
           .what = fmt::format("figures and dates are written as in \"{}\", another language", text),
           .why = fmt::format("CLDR has formats of \"{}\" itself", file.language.text()),
           .remedy = fmt::format("name \"{}\", unless its readers write theirs so", file.language.text()),
           .severity = base::Severity::warning});
    }
    return locale;
  }
  findings.push_back({.code = "message-formats",
                      .place = file.messages->place(entry->value_offset),
                      .what = fmt::format("there are no formats of a locale \"{}\"", text),
                      .why = "figures, dates and names are written by CLDR's rules for it",
                      .remedy = "name the language's own tag, or that of a language that writes them alike"});
  return std::nullopt;
}

Diagnostics check_against(const CatalogFile& reference, const CatalogFile& file) {
  Diagnostics diagnostics;
  if (!file.messages || !reference.messages) return diagnostics;
  for (const CatalogEntry& wanted : reference.entries) {
    if (const CatalogEntry* entry = file.find(wanted.id)) {
      check_arguments(wanted, *entry, *file.messages, diagnostics);
    } else if (!std::ranges::binary_search(file.refused, wanted.id)) {
      diagnostics.push_back(missing_at_end(*file.messages, "message-missing",
                                           fmt::format("\"{}\" is not here", wanted.id),
                                           fmt::format("translate it from {}", reference.messages->file())));
    }
  }
  for (const CatalogEntry& entry : file.entries) {
    if (reference.find(entry.id) != nullptr || std::ranges::binary_search(reference.refused, entry.id))
      continue;
    diagnostics.push_back({.code = "message-unknown",
                           .place = file.messages->place(entry.name_offset),
                           .what = fmt::format("\"{}\" is no message", entry.id),
                           .why = fmt::format("{} does not have it", reference.messages->file()),
                           .remedy = meant_id(entry.id, reference) + "correct the id, or take it out"});
  }
  if (!file.glossary_text || !reference.glossary_text) return diagnostics;
  for (const GlossaryTerm& wanted : reference.glossary) {
    if (std::ranges::count(file.glossary, wanted.id, &GlossaryTerm::id)) continue;
    diagnostics.push_back(missing_at_end(
        *file.glossary_text, "glossary-missing", fmt::format("the term \"{}\" is not here", wanted.id),
        fmt::format("translate it from {}", reference.glossary_text->file())));
  }
  for (std::size_t i = 0; i < file.glossary.size(); ++i) {
    if (std::ranges::count(reference.glossary, file.glossary[i].id, &GlossaryTerm::id)) continue;
    diagnostics.push_back({.code = "glossary-unknown",
                           .place = file.glossary_text->place(file.glossary_offsets[i]),
                           .what = fmt::format("\"{}\" is no term of the glossary", file.glossary[i].id),
                           .why = fmt::format("{} does not have it", reference.glossary_text->file()),
                           .remedy = "correct the id, or take it out"});
  }
  return diagnostics;
}

}  // namespace generator::locale

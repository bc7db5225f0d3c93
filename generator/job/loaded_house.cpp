#include "generator/job/loaded_house.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "generator/ingest/settings_reader.h"
#include "generator/ingest/words_reader.h"
#include "generator/job/wording_lint.h"
#include "generator/locale/catalog_file.h"
#include "generator/locale/stand_ins.h"
#include "generator/report/template_source.h"
#include "generator/report/view_messages.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> texts_of(const std::vector<model::LanguageTag>& tags) {
  std::vector<std::string> texts;
  for (const auto& tag : tags) texts.push_back(tag.text());
  return texts;
}

/// Of a message that is missing because a template names it, who asks for it: the id may be mistyped there.
base::Diagnostics with_askers(base::Diagnostics faults, const DemandedMessages& demanded,
                              const fs::path& locales) {
  std::optional<locale::CatalogFile> reference;
  for (base::Diagnostic& d : faults) {
    if (d.code != "message-missing") continue;
    const auto asker = demanded.named.find(d.what.substr(1, d.what.find('"', 1) - 1));  // "<id>" is not here
    if (asker == demanded.named.end()) continue;
    d.why = fmt::format("{} asks for it", asker->second);
    if (!reference) reference = locale::read_catalog_file(locales, {});
    const std::string meant = locale::meant_id(asker->first, *reference);
    d.remedy = fmt::format("{}{}; or correct the name there", meant, d.remedy);
  }
  return faults;
}

/// What a reader of one file returned, to be shared.
template <typename Value>
LoadedHouse::Shared<Value> shared(base::Result<Value> read) {
  if (!read) return tl::unexpected(std::move(read.error()));
  return std::make_shared<const Value>(std::move(*read));
}

}  // namespace

base::Diagnostic LoadedHouse::unknown(const model::LanguageTag& language) const {
  return base::usage_fault("language-unknown", fmt::format("there is no locale \"{}\"", language.text()),
                           fmt::format("choose one of: {}", fmt::join(texts_of(languages()), ", ")));
}

LoadedHouse::Shared<locale::Catalog> LoadedHouse::catalog(const model::LanguageTag& language) const {
  return catalogs_.get(language, [&]() -> Shared<locale::Catalog> {
    if (!locale::is_available(resources_.root / "locales", language)) return base::failure(unknown(language));
    const auto demanded = *demanded_messages();
    auto loaded = locale::Catalog::load(resources_.root / "locales", language, demanded->specs);
    if (!loaded)
      return tl::unexpected(with_askers(std::move(loaded.error()), *demanded, resources_.root / "locales"));
    return loaded;
  });
}

LoadedHouse::Shared<DemandedMessages> LoadedHouse::demanded_messages() const {
  return demanded_messages_.get({}, [this]() -> Shared<DemandedMessages> {
    DemandedMessages demanded;
    const auto said = report::all_messages();
    demanded.specs.assign(said.begin(), said.end());
    demanded.named = report::messages_named_in(resources_.root / "templates");
    for (const auto& [id, place] : demanded.named) demanded.specs.push_back({.id = id, .slots = {}});
    std::ranges::stable_sort(demanded.specs, {}, &compare::MessageSpec::id);
    const auto repeated = std::ranges::unique(demanded.specs, {}, &compare::MessageSpec::id);
    demanded.specs.erase(repeated.begin(), repeated.end());
    return std::make_shared<const DemandedMessages>(std::move(demanded));
  });
}

LoadedHouse::Shared<std::vector<model::StandIn>> LoadedHouse::stand_ins() const {
  return stand_ins_.get({}, [this]() -> Shared<std::vector<model::StandIn>> {
    return shared(locale::load_stand_ins(resources_.root / "locales" / "matching.json"));
  });
}

base::Result<model::LanguageTag> LoadedHouse::locale_for(const model::LanguageTag& wanted) const {
  if (locale::is_available(resources_.root / "locales", wanted)) return wanted;
  const auto known = stand_ins();
  if (!known) return tl::unexpected(known.error());
  if (auto taken = wanted.best_of(languages(), **known)) return *std::move(taken);
  return base::failure(unknown(wanted));
}

LoadedHouse::Shared<compare::Lexicon> LoadedHouse::lexicon() const {
  return lexicon_.get({}, [this]() -> Shared<compare::Lexicon> {
    auto words = ingest::read_words_folder(resources_.root / "locales");
    if (!words) return tl::unexpected(std::move(words.error()));
    return std::make_shared<const compare::Lexicon>(std::move(*words));
  });
}

LoadedHouse::Shared<report::Template> LoadedHouse::template_of(const std::string& document) const {
  return templates_.get(document, [&]() -> Shared<report::Template> {
    const auto known = documents();
    if (std::ranges::find(known, document) != known.end()) {
      const auto set = typography();
      if (!set) return tl::unexpected(set.error());
      return report::Template::load(resources_.root / "templates", document, resources_.root / "locales",
                                    *set);
    }
    return base::failure(base::usage_fault("report-unknown",
                                           fmt::format("there is no document \"{}\"", document),
                                           fmt::format("choose one of: {}", fmt::join(known, ", "))));
  });
}

LoadedHouse::Shared<document::Theme> LoadedHouse::theme() const {
  return theme_.get(
      {}, [this] { return shared(document::load_theme(resources_.root / "templates" / "theme.json")); });
}

LoadedHouse::Shared<model::Settings> LoadedHouse::settings() const {
  return settings_.get({}, [this] { return shared(resources_.load_settings()); });
}

LoadedHouse::Shared<document::Typography> LoadedHouse::typography() const {
  return typography_.get({}, [this]() -> Shared<document::Typography> {
    const auto words = lexicon();
    if (!words) return tl::unexpected(words.error());
    auto languages = document::load_typography(resources_.root / "locales");
    if (!languages) return tl::unexpected(std::move(languages.error()));
    return std::make_shared<const document::Typography>(std::move(*languages), (*words)->words());
  });
}

LoadedHouse::Shared<typeset::FontSet> LoadedHouse::fonts() const {
  return fonts_.get({}, [this]() -> Shared<typeset::FontSet> {
    const auto set = typography();
    if (!set) return tl::unexpected(set.error());
    std::vector<fs::path> folders = resources_.font_folders;
    folders.push_back(resources_.root / "fonts");
    return typeset::FontSet::load(resources_.root / "fonts" / "fonts.json", folders, *set);
  });
}

LoadedHouse::Shared<WordingList> LoadedHouse::wording() const {
  return wording_.get({}, [this] { return WordingList::load(resources_.root / "locales"); });
}

std::string LoadedHouse::digest_of(const typeset::Face& face) const {
  return **face_digests_.get(
      &face, [&face]() -> Shared<std::string> { return shared<std::string>(typeset::digest_of(face)); });
}

LoadedHouse::Shared<HouseFingerprint> LoadedHouse::fingerprint() const {
  return fingerprint_.get({}, [this] { return shared(HouseFingerprint::take(resources_)); });
}

LoadedHouse::Shared<std::string> LoadedHouse::edition() const {
  return edition_.get({}, [this]() -> Shared<std::string> {
    const auto texts = fingerprint();
    if (!texts) return tl::unexpected(texts.error());
    const auto faces = fonts();
    if (!faces) return tl::unexpected(faces.error());
    return shared((*texts)->edition(**faces));
  });
}

std::vector<model::LanguageTag> LoadedHouse::languages() const {
  return locale::available_languages(resources_.root / "locales");
}

std::vector<std::string> LoadedHouse::documents() const {
  return report::available_templates(resources_.root / "templates");
}

namespace {

bool lies_in(const fs::path& folder, const base::Diagnostic& found) {
  const auto within = fs::path(found.place.file).lexically_relative(folder);
  return !within.empty() && *within.begin() != "..";
}

/// What the checklists lack, what a language has no words for in them, and files of theirs that cannot be
/// read. Other faults of a document are not the locales'.
base::Diagnostics check_checklists(const LoadedHouse& house) {
  const fs::path& root = house.resources().root;
  base::Diagnostics found;
  for (const std::string& name : house.documents()) {
    const auto plan = report::load_document_plan(root / "templates", name, root / "locales");
    if (!plan) {
      std::ranges::copy_if(plan.error(), std::back_inserter(found), [&](const base::Diagnostic& d) {
        return d.code == "checklist" || lies_in(root / "locales", d);
      });
    } else if (plan->checklists) {
      for (const model::LanguageTag& language : house.languages())
        base::append(found, report::check_checklist_texts(*plan->checklists, root / "locales", language));
    }
  }
  return found;
}

/// A file that a locale may do without, and what is not done then.
struct OptionalFile {
  std::string_view name;
  std::string_view lost;
};
constexpr OptionalFile k_optional_files[] = {
    {"state.json", "nobody knows who wrote its words, and reports in it say that they are not reviewed"},
    {"typography.json",
     "it is set as its script is by Unicode's data, with the page's own fonts and line heights"},
    {"wording.json", "no report in it is searched for words that it must not hold"},
    {"words.json", "promises, chances and questions that nobody can answer are not found in letters in it"},
};

/// A translator may leave a file out, and may have forgotten it: that is theirs to know.
base::Diagnostics note_absent_files(const LoadedHouse& house) {
  base::Diagnostics found;
  for (const model::LanguageTag& language : house.languages()) {
    const fs::path folder = house.resources().root / "locales" / language.text();
    for (const auto& [name, lost] : k_optional_files) {
      std::error_code error;
      if (fs::exists(folder / name, error)) continue;
      found.push_back({.code = "locale-file-absent",
                       .place = {.file = (folder / name).string()},
                       .what = fmt::format("the language \"{}\" has no {}", language.text(), name),
                       .why = std::string(lost),
                       .remedy = "write it (docs/adding-a-language.md), or leave it out",
                       .severity = base::Severity::note});
    }
  }
  return found;
}

}  // namespace

base::Diagnostics check_locales(const LoadedHouse& house) {
  const fs::path locales = house.resources().root / "locales";
  base::Diagnostics found = with_askers(locale::check_locales(locales, (*house.demanded_messages())->specs),
                                        **house.demanded_messages(), locales);
  if (const auto settings = house.settings(); !settings) base::append(found, settings.error());
  base::append(found, ingest::check_settings_schema(house.resources().root / "templates" / "settings.json"));
  if (const auto read = locale::load_stand_ins(locales / "matching.json"); !read)
    base::append(found, read.error());
  const auto lexicon = house.lexicon();
  if (!lexicon) base::append(found, lexicon.error());
  if (const auto typography = document::load_typography(locales); !typography) {
    base::append(found, typography.error());
  } else if (lexicon) {
    base::append(found, ingest::check_language_schemas(locales));
  }
  base::append(found, check_checklists(house));
  base::append(found, note_absent_files(house));
  const auto words = house.wording();
  if (!words) {
    base::append(found, words.error());
    return found;
  }
  base::append(found, (*words)->check());
  base::append(found, lint_catalogs(**words, locales));
  base::append(found, lint_templates(**words, house.resources().root / "templates"));
  return found;
}

base::Diagnostics what_cannot_load(const LoadedHouse& house) {
  base::Diagnostics found;
  const auto note = [&found](const auto& loaded) {
    if (!loaded) base::append(found, loaded.error());
  };
  note(house.settings());
  note(house.theme());
  note(house.stand_ins());
  for (const model::LanguageTag& language : house.languages()) note(house.catalog(language));
  for (const std::string& document : house.documents()) note(house.template_of(document));
  std::erase_if(found, [](const base::Diagnostic& d) { return d.severity != base::Severity::error; });
  // The reference's faults are every language's.
  base::sort_by_place(found);
  const auto repeated = std::ranges::unique(found);
  found.erase(repeated.begin(), repeated.end());
  return found;
}

base::Diagnostics check_fonts(const LoadedHouse& house) {
  const auto faces = house.fonts();
  if (!faces) return faces.error();
  base::Diagnostics all;
  for (const model::LanguageTag& language : house.languages()) {
    const auto catalog = house.catalog(language);
    if (!catalog) {
      base::append(all, catalog.error());
      continue;
    }
    const fs::path file = house.resources().root / "locales" / language.text() / "messages.json";
    base::append(all, typeset::check_coverage(**faces, language, (*catalog)->all_text(), file.string()));
  }
  return all;
}

}  // namespace generator::job

// What the house keeps (resources.h), loaded: each catalog, template, face and list of settings once, when it
// is first asked for, and shared from then on. A failure is not kept: the file may be mended meanwhile. What
// was loaded stays as it was, whatever becomes of its file; a house that changes is taken up by the next
// process.
//
// All functions may be called from any number of threads; what they return is immutable, and lives as long as
// somebody holds it.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/compare/lexicon.h"
#include "generator/document/theme.h"
#include "generator/document/typography.h"
#include "generator/job/house_fingerprint.h"
#include "generator/job/resources.h"
#include "generator/job/wording_list.h"
#include "generator/locale/catalog.h"
#include "generator/model/settings.h"
#include "generator/report/report.h"
#include "generator/typeset/fonts.h"

namespace generator::job {

/// What every locale must hold: report::all_messages(), and what the templates name.
struct DemandedMessages {
  std::map<std::string, std::string> named;  ///< by templates, and where; `specs` points into it
  std::vector<compare::MessageSpec> specs;   ///< sorted by id, each once
};

class LoadedHouse {
 public:
  explicit LoadedHouse(Resources resources) : resources_(std::move(resources)) {}

  template <typename Value>
  using Shared = base::Result<std::shared_ptr<const Value>>;

  /// Error: language-unknown (usage), which names those that there are; those of Catalog::load.
  Shared<locale::Catalog> catalog(const model::LanguageTag& language) const;
  /// Error: report-unknown (usage), which names those that there are; those of Template::load.
  Shared<report::Template> template_of(const std::string& document) const;
  Shared<document::Theme> theme() const;
  /// Errors: those of Resources::load_settings.
  Shared<model::Settings> settings() const;
  /// The words of every language under locales/. Errors: those of ingest::read_words_folder.
  Shared<compare::Lexicon> lexicon() const;
  /// How every language under locales/ is set. Errors: those of document::load_typography and of `lexicon`.
  Shared<document::Typography> typography() const;
  Shared<typeset::FontSet> fonts() const;
  /// The words that no report must hold. Errors: those of WordingList::load.
  Shared<WordingList> wording() const;
  /// SHA-256 of the file of a face of `fonts`, hexadecimal.
  std::string digest_of(const typeset::Face& face) const;

  /// The house by its content, as it is when this is first asked for. Errors: those of
  /// HouseFingerprint::take.
  Shared<HouseFingerprint> fingerprint() const;
  /// The same in one name. Errors: those of `fingerprint`, of `fonts`, and of HouseFingerprint::edition.
  Shared<std::string> edition() const;

  /// The locales that there are, sorted.
  std::vector<model::LanguageTag> languages() const;
  /// The locale in which a reader of `wanted` is served: its own, else one of the same language and script,
  /// else what locales/matching.json names. Errors: language-unknown (usage), with the locales that there
  /// are; those of that file.
  base::Result<model::LanguageTag> locale_for(const model::LanguageTag& wanted) const;
  /// What locales/matching.json names. Errors: those of load_stand_ins.
  Shared<std::vector<model::StandIn>> stand_ins() const;
  std::vector<std::string> documents() const;
  Shared<DemandedMessages> demanded_messages() const;
  const Resources& resources() const { return resources_; }

 private:
  /// Loads a value for a key once; later callers share it.
  template <typename Key, typename Value>
  class Loaded {
   public:
    template <typename Load>
    Shared<Value> get(const Key& key, Load load) {
      const std::lock_guard lock(mutex_);
      if (const auto it = values_.find(key); it != values_.end()) return it->second;
      Shared<Value> value = load();
      if (value) values_.emplace(key, *value);
      return value;
    }

   private:
    std::mutex mutex_;
    std::map<Key, std::shared_ptr<const Value>> values_;
  };
  base::Diagnostic unknown(const model::LanguageTag& language) const;

  struct Only {  ///< the key of what there is one of
    auto operator<=>(const Only&) const = default;
  };

  Resources resources_;
  mutable Loaded<model::LanguageTag, locale::Catalog> catalogs_;
  mutable Loaded<Only, DemandedMessages> demanded_messages_;
  mutable Loaded<std::string, report::Template> templates_;
  mutable Loaded<Only, document::Theme> theme_;
  mutable Loaded<Only, model::Settings> settings_;
  mutable Loaded<Only, compare::Lexicon> lexicon_;
  mutable Loaded<Only, std::vector<model::StandIn>> stand_ins_;
  mutable Loaded<Only, document::Typography> typography_;
  mutable Loaded<Only, typeset::FontSet> fonts_;
  mutable Loaded<Only, WordingList> wording_;
  mutable Loaded<const typeset::Face*, std::string> face_digests_;
  mutable Loaded<Only, HouseFingerprint> fingerprint_;
  mutable Loaded<Only, std::string> edition_;
};

/// What keeps the house from making a report of any case in any of its languages: settings, theme, catalogs
/// and templates that cannot be loaded, each with its place. What was loaded once costs nothing to ask again.
base::Diagnostics what_cannot_load(const LoadedHouse& house);

/// Everything that is wrong with the settings, the locales, the list of words, and the words of catalogs and
/// templates (`consilium locales check`).
base::Diagnostics check_locales(const LoadedHouse& house);

/// Characters of each locale's texts that no face covers, and faces that are missing (`consilium fonts
/// check`).
base::Diagnostics check_fonts(const LoadedHouse& house);

}  // namespace generator::job

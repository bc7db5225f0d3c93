// Which records a hospital abroad needs for a written second opinion: some in every case, some by kind of
// cancer, some by therapy. Data that an agency edits, templates/records-checklist/checklists.json, in no
// language; what a family reads of it is in locales/<tag>/checklists.json, by message id ("record.<id>",
// "cancer.<id>", "therapy.<id>"). docs/checklists.md says what both hold, which lists apply, and how a case's
// records answer its entries.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/compare/comparison.h"

namespace generator::report {

/// By language. The reference's is always there.
using Texts = std::map<model::LanguageTag, std::string>;

enum class Need { always, if_done, if_asked };

struct ChecklistRecord {
  std::string id;
  model::RecordKind kind = model::RecordKind::other;
  Texts what;
  std::string detail;  ///< clinical English
  std::string file;    ///< suggested name, without date and extension
  std::optional<int> max_age_days;
  std::vector<std::string> icd10{};    ///< prefixes, without points; if any, it is asked for in these alone
  std::vector<std::string> markers{};  ///< a result of one of them that the case holds answers it
  std::vector<std::string> names{};    ///< what files and notes call it, the method first: "MRI liver"
  Texts more_names{};                  ///< the same in each language, with semicolons between
  std::vector<std::size_t> sources;
};

struct ChecklistSource {
  std::string id;
  std::string title;
  std::string publisher;
  std::string date;                   ///< may be empty
  std::string address;                ///< may be empty
  std::vector<std::string> only_for;  ///< ids of the kinds of cancer and therapies that it speaks of
};

/// A list: records, by their index, and how much each is needed.
using Needs = std::vector<std::pair<std::size_t, Need>>;

struct CancerList {
  std::string id;
  Texts name;
  std::vector<std::string> icd10;  ///< prefixes, without points
  std::optional<int> max_age;      ///< of the patient, years
  Needs records;
};

struct TherapyList {
  std::string id;
  Texts name;
  std::vector<model::Modality> modalities;
  /// Prefixes, without points; if there are any, the list is of these cancers alone, and takes the place of
  /// one for the same modality that is of any.
  std::vector<std::string> icd10;
  Needs records;
};

struct Checklists {
  std::string reviewed_by;  ///< empty: no clinician has gone through it
  std::optional<model::Date> reviewed_on;
  std::vector<ChecklistSource> sources;
  std::vector<ChecklistRecord> records;
  Needs every_case;
  std::vector<CancerList> cancers;
  std::vector<TherapyList> therapies;
};

/// Reads the lists, and their texts in every language under `locales`. Errors: file-missing, json-*,
/// checklist (with its place; a text that the reference language lacks, or that is of no entry, is one).
base::Result<Checklists> load_checklists(const std::filesystem::path& file,
                                         const std::filesystem::path& locales);

/// What a language has no text for (`consilium locales check`): one warning, checklist-untranslated.
base::Diagnostics check_checklist_texts(Checklists lists, const std::filesystem::path& locales,
                                        const model::LanguageTag& language);

/// An entry of the list that fits a case, and the case's record that answers it.
struct ChecklistEntry {
  std::size_t record = 0;  ///< in Checklists::records
  Need need = Need::always;
  const model::Record* answer = nullptr;        ///< nullptr: the case says nothing of it
  std::vector<const model::Record*> gaps{};     ///< missing or requested, while `answer` is another one
  std::vector<const model::Marker*> markers{};  ///< results that the case holds, the newest of each name
  /// Of an entry that nothing answers: records that are there and may hold it, as far as their names tell.
  std::vector<const model::Record*> perhaps{};
  int further = 0;           ///< other records of the case that answer it too
  bool out_of_date = false;  ///< older than the entry allows, on the report's day
};

struct FittedChecklist {
  std::vector<const CancerList*> cancers;  ///< empty: the kind of cancer was not recognised
  std::vector<const TherapyList*> therapies;
  std::vector<ChecklistEntry> entries;         ///< in the order of Checklists::records
  std::vector<const model::Record*> unsorted;  ///< of which the case does not say which entry they are
};

/// Where an entry comes from: of its sources those that speak of the case's cancer and treatments, else all.
std::vector<std::size_t> sources_of(const Checklists& lists, const FittedChecklist& fitted,
                                    const ChecklistRecord& record);

/// The checklist for one case. Both must outlive the result.
FittedChecklist fit_checklist(const Checklists& lists, const compare::CaseSummary& summary);

}  // namespace generator::report

// Which lists apply to a case, and which of its records answer their entries (docs/checklists.md).
#include <algorithm>
#include <iterator>
#include <utility>

#include "generator/report/checklist_words.h"
#include "generator/report/checklists.h"

namespace generator::report {
namespace {

/// "c22.1" as "C221".
std::string plain_code(std::string_view code) {
  std::string plain;
  for (const char c : code) {
    if (c != '.') plain += static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  }
  return plain;
}

std::string lower(std::string_view text) {
  std::string out;
  for (const char c : text) out += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
  return out;
}

/// The length of the longest prefix of the list that the code begins with; 0 if none does.
template <typename List>
std::size_t fit(const List& list, const std::string& code) {
  std::size_t longest = 0;
  for (const std::string& prefix : list.icd10) {
    if (code.starts_with(prefix)) longest = std::max(longest, prefix.size());
  }
  return longest;
}

/// The diagnosis as ICD-10 without points; empty if it is coded in another system or not at all.
std::string icd10_of(const compare::CaseSummary& summary) {
  const bool is_icd10 = lower(summary.diagnosis.code_system).starts_with("icd-10");
  return is_icd10 ? plain_code(summary.diagnosis.code) : std::string();
}

std::vector<const CancerList*> cancers_of(const Checklists& lists, const compare::CaseSummary& summary) {
  const std::string code = icd10_of(summary);
  if (code.empty()) return {};
  std::vector<const CancerList*> fitting;
  const CancerList* best = nullptr;
  for (const CancerList& list : lists.cancers) {
    if (!list.max_age && fit(list, code) > (best == nullptr ? 0 : fit(*best, code))) best = &list;
  }
  if (best != nullptr) fitting.push_back(best);
  for (const CancerList& list : lists.cancers) {
    if (list.max_age && fit(list, code) > 0 && summary.age && *summary.age <= *list.max_age)
      fitting.push_back(&list);
  }
  return fitting;
}

/// The lists of the treatments that are proposed. What a treatment means may be another thing in another
/// cancer: a list of these cancers takes the place of the one for any.
std::vector<const TherapyList*> therapies_of(const Checklists& lists, const compare::CaseSummary& summary) {
  const std::string code = icd10_of(summary);
  const auto takes_place = [&](const TherapyList& of_some, model::Modality modality) {
    return fit(of_some, code) > 0 &&
           std::ranges::find(of_some.modalities, modality) != of_some.modalities.end();
  };
  std::vector<const TherapyList*> fitting;
  for (const TherapyList& list : lists.therapies) {
    const bool is_asked = std::ranges::any_of(list.modalities, [&](model::Modality modality) {
      if (std::ranges::find(summary.modalities, modality) == summary.modalities.end()) return false;
      if (!list.icd10.empty()) return fit(list, code) > 0;
      return std::ranges::none_of(lists.therapies,
                                  [&](const TherapyList& other) { return takes_place(other, modality); });
    });
    if (is_asked) fitting.push_back(&list);
  }
  return fitting;
}

bool is_gap(const model::Record& record) {
  return record.state == model::RecordState::missing || record.state == model::RecordState::requested;
}

class Fitting {
 public:
  Fitting(const Checklists& lists, const compare::CaseSummary& summary) : lists_(lists), summary_(summary) {}

  FittedChecklist fit() {
    result_.cancers = cancers_of(lists_, summary_);
    result_.therapies = therapies_of(lists_, summary_);
    std::map<std::size_t, Need> needs;
    const auto add = [&needs](const Needs& list) {
      for (const auto& [record, need] : list) {
        const auto [known, is_new] = needs.emplace(record, need);
        if (!is_new) known->second = std::min(known->second, need);
      }
    };
    add(lists_.every_case);
    for (const CancerList* list : result_.cancers) add(list->records);
    for (const TherapyList* list : result_.therapies) add(list->records);
    const std::string code = icd10_of(summary_);
    for (const auto& [record, need] : needs) {
      const ChecklistRecord& asked = lists_.records[record];
      if (!asked.icd10.empty() && report::fit(asked, code) == 0) continue;
      result_.entries.push_back({.record = record, .need = need});
    }
    answer();
    return std::move(result_);
  }

 private:
  const ChecklistRecord& of(const ChecklistEntry& entry) const { return lists_.records[entry.record]; }

  /// The ways in their order; each record answers one entry at most.
  void answer() {
    std::vector<const model::Record*> left;
    for (const model::Record& record : summary_.records) {
      ChecklistEntry* entry = by_name(record);
      if (entry == nullptr) entry = by_words(record);
      if (entry == nullptr) entry = as_the_only_one(record);
      if (entry == nullptr) {
        left.push_back(&record);
      } else {
        take(*entry, record);
      }
    }
    for (const model::Record* record : left) {
      ChecklistEntry* entry = is_gap(*record) ? first_open(*record) : nullptr;
      if (entry == nullptr) {
        result_.unsorted.push_back(record);
      } else {
        take(*entry, *record);
      }
    }
    for (ChecklistEntry& entry : result_.entries) {
      entry.out_of_date = is_out_of_date(entry);
      entry.markers = results_for(of(entry), summary_.diagnosis.markers);
      if (entry.answer == nullptr && entry.markers.empty()) entry.perhaps = perhaps(entry);
    }
  }

  ChecklistEntry* by_name(const model::Record& record) {
    if (record.file.empty()) return nullptr;
    const std::string stem = stem_of(record.file);
    const auto found = std::ranges::find_if(result_.entries, [&](const ChecklistEntry& entry) {
      return of(entry).kind == record.kind && stem_of(of(entry).file) == stem;
    });
    return found == result_.entries.end() ? nullptr : &*found;
  }

  /// The entry whose name is the longest one in the record's words; else the only one of its method.
  ChecklistEntry* by_words(const model::Record& record) {
    for (const std::string& words : {file_words(record), all_words(record)}) {
      ChecklistEntry* best = nullptr;
      std::pair<std::size_t, bool> most{0, false};
      bool is_shared = false;
      for (ChecklistEntry& entry : result_.entries) {
        const std::pair<std::size_t, bool> found{longest_name(of(entry), words),
                                                 of(entry).kind == record.kind};
        if (found.first == 0 || found < most) continue;
        is_shared = found == most;
        most = found;
        best = &entry;
      }
      if (best != nullptr && !is_shared) return best;
    }
    ChecklistEntry* only = nullptr;
    for (ChecklistEntry& entry : result_.entries) {
      if (of(entry).kind != record.kind || !names_method(of(entry), all_words(record))) continue;
      if (only != nullptr || is_named_elsewhere(record)) return nullptr;
      only = &entry;
    }
    return only;
  }

  /// Whether its words name one record of the whole file, and not a method alone.
  bool is_named_elsewhere(const model::Record& record) const {
    return std::ranges::any_of(lists_.records, [&](const ChecklistRecord& known) {
      return names_more_than_method(known, all_words(record));
    });
  }

  /// Whether a method is named at all.
  bool is_of_a_method(const model::Record& record) const {
    return std::ranges::any_of(
        lists_.records, [&](const ChecklistRecord& known) { return names_method(known, all_words(record)); });
  }

  /// What may hold the entry: it is of the same method and names nothing else, or is of no method that is
  /// told. Images of any method may be the newest ones.
  std::vector<const model::Record*> perhaps(const ChecklistEntry& entry) const {
    std::vector<const model::Record*> found;
    const ChecklistRecord& asked = of(entry);
    if (asked.kind == model::RecordKind::other) return found;
    for (const model::Record& record : summary_.records) {
      if (record.state != model::RecordState::present || record.kind != asked.kind || !record.person.empty())
        continue;
      const bool is_any_image = asked.names.empty() && asked.kind == model::RecordKind::imaging;
      const bool is_of_method = names_method(asked, all_words(record)) && !is_named_elsewhere(record);
      if (is_any_image || is_of_method || !is_of_a_method(record)) found.push_back(&record);
    }
    return found;
  }

  ChecklistEntry* as_the_only_one(const model::Record& record) {
    ChecklistEntry* only = nullptr;
    for (ChecklistEntry& entry : result_.entries) {
      if (of(entry).kind != record.kind) continue;
      if (only != nullptr) return nullptr;
      only = &entry;
    }
    return only;
  }

  /// Not for one whose words name a method: then it is no other; nor for one of the many other things.
  ChecklistEntry* first_open(const model::Record& record) {
    const model::RecordKind kind = record.kind;
    const bool is_told =
        record.note && (kind == model::RecordKind::other || kind == model::RecordKind::imaging);
    if (is_told || is_of_a_method(record)) return nullptr;
    ChecklistEntry* first = nullptr;
    for (ChecklistEntry& entry : result_.entries) {
      if (of(entry).kind != kind || entry.answer != nullptr) continue;
      if (first == nullptr || entry.need < first->need) first = &entry;
    }
    return first;
  }

  /// The newest counts; one without a date is older than any that has one. What is there answers before what
  /// is not, and what is not there is told beside it.
  static void take(ChecklistEntry& entry, const model::Record& record) {
    if (entry.answer == nullptr) {
      entry.answer = &record;
      return;
    }
    if (is_gap(record) && !is_gap(*entry.answer)) return entry.gaps.push_back(&record);
    if (is_gap(*entry.answer)) {
      entry.gaps.push_back(is_gap(record) ? &record : std::exchange(entry.answer, &record));
      return;
    }
    ++entry.further;
    const bool newer =
        record.date && (!entry.answer->date || entry.answer->date->last_day() < record.date->last_day());
    if (newer) entry.answer = &record;
  }

  bool is_out_of_date(const ChecklistEntry& entry) const {
    if (entry.answer == nullptr || is_gap(*entry.answer) || !entry.answer->date || !summary_.date)
      return false;
    const auto& limit = of(entry).max_age_days;
    return limit && model::days_between(entry.answer->date->last_day(), *summary_.date) > *limit;
  }

  const Checklists& lists_;
  const compare::CaseSummary& summary_;
  FittedChecklist result_;
};

}  // namespace

std::vector<std::size_t> sources_of(const Checklists& lists, const FittedChecklist& fitted,
                                    const ChecklistRecord& record) {
  const auto is_of_case = [&](std::size_t index) {
    const std::vector<std::string>& ids = lists.sources[index].only_for;
    return ids.empty() || std::ranges::any_of(ids, [&](const std::string& id) {
             const auto is_named = [&id](const auto* list) { return list->id == id; };
             return std::ranges::any_of(fitted.cancers, is_named) ||
                    std::ranges::any_of(fitted.therapies, is_named);
           });
  };
  std::vector<std::size_t> own;
  std::ranges::copy_if(record.sources, std::back_inserter(own), is_of_case);
  return own.empty() ? record.sources : own;
}

FittedChecklist fit_checklist(const Checklists& lists, const compare::CaseSummary& summary) {
  return Fitting(lists, summary).fit();
}

}  // namespace generator::report

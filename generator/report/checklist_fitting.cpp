// Which lists apply to a case, and which of its records answer their entries (docs/checklists.md).
#include <algorithm>

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
std::size_t fit(const CancerList& list, const std::string& code) {
  std::size_t longest = 0;
  for (const std::string& prefix : list.icd10) {
    if (code.starts_with(prefix)) longest = std::max(longest, prefix.size());
  }
  return longest;
}

std::vector<const CancerList*> cancers_of(const Checklists& lists, const compare::CaseSummary& summary) {
  if (!lower(summary.diagnosis.code_system).starts_with("icd-10")) return {};
  const std::string code = plain_code(summary.diagnosis.code);
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

/// "Pathology_2024_03.pdf" as "pathology": without extension, and without a year and what follows it.
std::string stem_of(const std::string& file) {
  std::string stem = lower(std::filesystem::path(file).stem().string());
  for (std::size_t at = stem.find('_'); at != std::string::npos; at = stem.find('_', at + 1)) {
    const bool is_year =
        stem.size() >= at + 5 && std::all_of(stem.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                             stem.begin() + static_cast<std::ptrdiff_t>(at) + 5,
                                             [](char c) { return c >= '0' && c <= '9'; });
    if (is_year || stem.compare(at, std::string::npos, "_yyyy_mm") == 0) return stem.substr(0, at);
  }
  return stem;
}

bool is_gap(const model::Record& record) {
  return record.state == model::RecordState::missing || record.state == model::RecordState::requested;
}

class Fitting {
 public:
  Fitting(const Checklists& lists, const compare::CaseSummary& summary) : lists_(lists), summary_(summary) {}

  FittedChecklist fit() {
    result_.cancers = cancers_of(lists_, summary_);
    for (const TherapyList& list : lists_.therapies) {
      const bool asked = std::ranges::any_of(list.modalities, [&](model::Modality modality) {
        return std::ranges::find(summary_.modalities, modality) != summary_.modalities.end();
      });
      if (asked) result_.therapies.push_back(&list);
    }
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
    for (const auto& [record, need] : needs) result_.entries.push_back({.record = record, .need = need});
    answer();
    return std::move(result_);
  }

 private:
  const ChecklistRecord& of(const ChecklistEntry& entry) const { return lists_.records[entry.record]; }

  /// The three ways in their order; each record answers one entry at most.
  void answer() {
    std::vector<const model::Record*> left;
    for (const model::Record& record : summary_.records) {
      ChecklistEntry* entry = by_name(record);
      if (entry == nullptr) entry = as_the_only_one(record);
      if (entry == nullptr) {
        left.push_back(&record);
      } else {
        take(*entry, record);
      }
    }
    for (const model::Record* record : left) {
      ChecklistEntry* entry = is_gap(*record) ? first_open(record->kind) : nullptr;
      if (entry == nullptr) {
        result_.unsorted.push_back(record);
      } else {
        take(*entry, *record);
      }
    }
    for (ChecklistEntry& entry : result_.entries) entry.out_of_date = is_out_of_date(entry);
  }

  ChecklistEntry* by_name(const model::Record& record) {
    if (record.file.empty()) return nullptr;
    const std::string stem = stem_of(record.file);
    const auto found = std::ranges::find_if(result_.entries, [&](const ChecklistEntry& entry) {
      return of(entry).kind == record.kind && stem_of(of(entry).file) == stem;
    });
    return found == result_.entries.end() ? nullptr : &*found;
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

  ChecklistEntry* first_open(model::RecordKind kind) {
    ChecklistEntry* first = nullptr;
    for (ChecklistEntry& entry : result_.entries) {
      if (of(entry).kind != kind || entry.answer != nullptr) continue;
      if (first == nullptr || entry.need < first->need) first = &entry;
    }
    return first;
  }

  /// The newest counts; one without a date is older than any that has one.
  static void take(ChecklistEntry& entry, const model::Record& record) {
    if (entry.answer == nullptr) {
      entry.answer = &record;
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

FittedChecklist fit_checklist(const Checklists& lists, const compare::CaseSummary& summary) {
  return Fitting(lists, summary).fit();
}

}  // namespace generator::report

#include "generator/compare/case_summary.h"

#include <algorithm>
#include <set>

#include "generator/model/estimate_sums.h"

namespace generator::compare {
namespace {

/// The first validity to end, among the answers that count.
std::optional<model::Date> stale_on(const model::Case& c, const std::vector<Column>& columns) {
  std::optional<model::Date> first;
  const auto consider = [&first](const std::optional<model::Date>& date) {
    if (date) first = std::min(first.value_or(date->last_day()), date->last_day());
  };
  for (const Column& column : columns) {
    for (const model::Opinion* opinion : column.opinions) consider(model::end_of(c, *opinion));
    for (const model::Estimate* estimate : column.estimates) consider(model::end_of(*estimate));
  }
  return first;
}

std::vector<model::Modality> modalities_of(const std::vector<Column>& columns) {
  std::set<model::Modality> kinds;
  for (const Column& column : columns) {
    for (const model::Opinion* opinion : column.opinions) {
      for (const model::Proposal& proposal : opinion->proposals) {
        if (!model::offers_treatment(proposal)) continue;
        kinds.insert(proposal.modalities.begin(), proposal.modalities.end());
      }
    }
  }
  return {kinds.begin(), kinds.end()};
}

}  // namespace

CaseSummary summarise(const model::Case& c, const std::vector<Column>& columns, const model::Date& date) {
  CaseSummary summary;
  summary.id = c.id;
  summary.label = c.patient.label;
  summary.age = c.patient.age;
  summary.sex = c.patient.sex;
  summary.age_months = c.patient.age_months;
  summary.weight_kg = c.patient.weight_kg;
  summary.persons = c.persons;
  summary.country = c.patient.country;
  summary.date = date;
  summary.diagnosis = c.diagnosis;
  summary.status = c.status;
  summary.goal = c.goal;
  summary.question = c.question;
  summary.history = c.history;
  summary.records = c.records;
  summary.modalities = modalities_of(columns);
  summary.family = c.family;
  summary.urgent = c.urgent;
  summary.coordination = c.coordination;
  summary.agency = c.agency;
  summary.plain = c.plain;
  summary.entered = c.entered;
  summary.release = c.release;
  summary.stale_on = stale_on(c, columns);
  return summary;
}

std::vector<SourceDocument> source_documents(const model::Case& c) {
  std::vector<SourceDocument> documents;
  for (const model::Document& document : c.documents)
    documents.push_back({document.id, document.title, document.language, document.date});
  return documents;
}

}  // namespace generator::compare

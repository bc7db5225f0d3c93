#include "generator/model/case.h"

#include <algorithm>

namespace generator::model {

std::optional<Date> report_date(const Case& c) {
  if (c.date) return c.date;
  if (c.release.on) return c.release.on;
  std::optional<Date> newest;
  const auto consider = [&newest](const std::optional<Date>& date) {
    if (date) newest = std::max(newest.value_or(*date), date->last_day());
  };
  for (const Opinion& opinion : c.opinions) consider(opinion.received);
  for (const Estimate& estimate : c.estimates) consider(estimate.issued);
  for (const Rate& rate : c.rates) consider(rate.date);
  return newest;
}

std::string result_text(const Marker& marker) {
  return marker.unit.empty() ? marker.value : marker.value + " " + marker.unit;
}

std::optional<Date> end_of(const Case& c, const Opinion& opinion) {
  if (opinion.valid_until || !opinion.valid_for) return opinion.valid_until;
  const auto letter = std::ranges::find(c.documents, opinion.document, &Document::id);
  const bool is_dated = !opinion.document.empty() && letter != c.documents.end() && letter->date;
  return is_dated ? end_of(*opinion.valid_for, *letter->date) : std::nullopt;
}

}  // namespace generator::model

// Small cases for the tests of compare, built in memory. References that the builder returns are good until
// the next thing of the same kind is added.
#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "generator/compare/comparison.h"
#include "generator/model/case.h"

namespace generator::compare::test {

model::Currency currency(std::string_view code);
model::Decimal decimal(std::string_view text);
model::Date day(std::string_view text);
model::Statement says(std::string text, std::string_view language = "en");

/// "60000", "60000-90000", "60000-" (from), "-90000" (up to).
model::MoneyRange money(std::string_view code, std::string_view range);
/// The same spelling, to compare with: "60000-90000 CNY".
std::string text_of(const model::MoneyRange& amount);
std::string text_of(const std::optional<Amount>& amount);

/// A line with one amount for all of it; an empty `range` gives none.
model::CostItem item(model::CostCategory category, std::string label, std::string_view code,
                     std::string_view range);
model::CostItem item(model::CostCategory category, std::string label, model::ItemState state);

/// Starts from a case of 2 November 2026 for a family that thinks in USD, with no hospital.
class CaseBuilder {
 public:
  CaseBuilder();

  model::Hospital& hospital(std::string id, std::string name);
  /// With the id "op-<hospital>", or "op-<hospital>-2" and so on.
  model::Opinion& opinion(const std::string& hospital, model::DecisionStatus decision);
  /// With the id "est-<hospital>", or "est-<hospital>-2" and so on.
  model::Estimate& estimate(const std::string& hospital, std::string_view code);
  void rate(std::string_view from, std::string_view to, std::string_view rate, std::string_view date);
  model::Document& letter(std::string id, std::string text, std::string_view language = "en");

  model::Case& value() { return case_; }
  /// The comparison of the case as it is now.
  Comparison compare(const model::Settings& settings = {}) const;

 private:
  model::Case case_;
};

/// The ids of the findings or questions about an option, in their order.
template <typename Point>
std::vector<std::string> ids_about(const std::vector<Point>& points, std::optional<std::size_t> option) {
  std::vector<std::string> ids;
  for (const Point& point : points) {
    if (point.option == option) ids.push_back(point.message.id);
  }
  return ids;
}

template <typename Point>
bool holds(const std::vector<Point>& points, std::optional<std::size_t> option, std::string_view id) {
  return std::ranges::any_of(
      points, [&](const Point& point) { return point.option == option && point.message.id == id; });
}

/// The first of that id; throws if there is none.
template <typename Point>
const Point& find(const std::vector<Point>& points, std::string_view id) {
  const auto found = std::ranges::find(points, id, [](const Point& point) { return point.message.id; });
  if (found == points.end()) throw std::runtime_error("nothing says " + std::string(id));
  return *found;
}

const Difference* find(const Comparison& comparison, Subject subject);

/// A cell in one line: "not-stated", or its values joined by " / " (a message by its id and its arguments).
std::string cell_text(const Comparison& comparison, RowId row, std::size_t option);
std::string text_of(const Value& value);
/// Headings, states, leads and values in their order, as messages, joined by " / ".
std::string text_of(const std::vector<Part>& parts);

}  // namespace generator::compare::test

#include "generator/compare/notated_positions.h"

#include <algorithm>
#include <string>

#include "generator/compare/cell_writing.h"
#include "generator/model/staging.h"

namespace generator::compare {
namespace {

/// True if the same list holds a certainly newer result of that marker: then this one is how it was.
bool is_outdated(const model::Marker& marker, const std::vector<model::Marker>& all,
                 const model::ResultWords& words) {
  return std::ranges::any_of(
      all, [&](const model::Marker& other) { return model::replaces(other, marker, words); });
}

}  // namespace

std::vector<Position> stage_positions(const model::Case& c, const std::vector<Column>& columns) {
  std::vector<Position> positions;
  const std::string_view icd10 = model::icd10_of(c.diagnosis);
  const auto add = [&](std::size_t option, const std::optional<model::Stage>& stage,
                       const model::Sources& sources) {
    if (!stage || stage->value.empty()) return;
    model::Facets facets = model::staging_facets(*stage, icd10);
    std::string side = model::line_of(facets);
    positions.push_back({option,
                         model::staging_topic(*stage),
                         std::move(side),
                         {part_of(standing_at(values_of(stage), sources, model::Sourced::stage))},
                         std::move(facets)});
  };
  add(0, c.diagnosis.stage, {});
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions)
      add(i, opinion->diagnosis.stage, opinion->sources);
  }
  return positions;
}

std::vector<Position> marker_positions(const model::Case& c, const std::vector<Column>& columns,
                                       const model::ResultWords& words) {
  std::vector<Position> positions;
  const auto add = [&](std::size_t option, const std::vector<model::Marker>& markers) {
    for (const model::Marker& marker : markers) {
      model::Facets facets = model::marker_facets(marker, words);
      std::string side = is_outdated(marker, markers, words) ? "" : model::line_of(facets);
      positions.push_back({option,
                           model::marker_topic(marker, words),
                           std::move(side),
                           {part_of(values_of(std::vector{marker}))},
                           std::move(facets)});
    }
  };
  const auto all_of = [](const auto& diagnosis) {
    std::vector<model::Marker> results = diagnosis.markers;
    results.insert(results.end(), diagnosis.labs.begin(), diagnosis.labs.end());
    return results;
  };
  add(0, all_of(c.diagnosis));
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (const model::Opinion* opinion : columns[i].opinions) add(i, all_of(opinion->diagnosis));
  }
  return positions;
}

}  // namespace generator::compare

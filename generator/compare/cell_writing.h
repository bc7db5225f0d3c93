// How values of the model become values of a cell.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"

namespace generator::compare {

std::vector<Value> values_of(const std::optional<model::Statement>& statement);
std::vector<Value> values_of(const std::vector<model::Statement>& statements);
std::vector<Value> values_of(const std::optional<model::DurationRange>& duration);
std::vector<Value> values_of(const std::optional<model::Date>& date);
std::vector<Value> values_of(const std::optional<model::Reviewer>& reviewer);
std::vector<Value> values_of(const std::optional<model::Stage>& stage);
std::vector<Value> values_of(const std::optional<model::Trial>& trial);
std::vector<Value> values_of(const model::NamedJudgement& judgement);
std::vector<Value> values_of(const std::vector<model::Modality>& modalities);

/// Stated with these values; not stated if there are none.
Cell cell_of(std::vector<Value> values);

Cell not_applicable();

/// One cell from the cells of several answers or proposals: as it is if there is one; else each under the
/// heading `id` with its number, from 1. Not stated only if none of them says anything.
Cell merge(std::vector<Cell> parts, const char* id);

}  // namespace generator::compare

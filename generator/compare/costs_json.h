// The money of a comparison as JSON (docs/comparison.md).
#pragma once

#include "generator/base/json.h"
#include "generator/compare/costs.h"

namespace generator::compare {

void write_json(base::JsonWriter& json, const Amount& amount);
void write_json(base::JsonWriter& json, const CostCell& cell);
void write_json(base::JsonWriter& json, const PaymentLine& line);
void write_json(base::JsonWriter& json, const NonMedicalLine& line);
void write_json(base::JsonWriter& json, const Costs& costs);

}  // namespace generator::compare

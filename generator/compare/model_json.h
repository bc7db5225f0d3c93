// The parts of a comparison's JSON that are not tables: values, messages, money, and what the head says of
// the case. Decimals are strings, so that no reader turns them into binary floating point; dates are ISO
// 8601; what is not stated is left out, never null and never zero (docs/comparison.md).
#pragma once

#include "generator/base/json.h"
#include "generator/compare/comparison.h"

namespace generator::compare {

void write_json(base::JsonWriter& json, const model::MoneyRange& amount);
void write_json(base::JsonWriter& json, const model::Source& source);
void write_json(base::JsonWriter& json, const model::Statement& statement);
void write_json(base::JsonWriter& json, const model::DurationRange& duration);
void write_json(base::JsonWriter& json, const model::Rate& rate);
void write_json(base::JsonWriter& json, const model::CostItem& item);
void write_json(base::JsonWriter& json, const Message& message);
void write_json(base::JsonWriter& json, const Value& value);
/// The member "parts"; left out if there are none.
void write_parts(base::JsonWriter& json, const std::vector<Part>& parts);
void write_json(base::JsonWriter& json, const Cell& cell);
void write_json(base::JsonWriter& json, const model::Record& record);
void write_json(base::JsonWriter& json, const model::Release& release);
void write_json(base::JsonWriter& json, const CaseSummary& summary);

}  // namespace generator::compare

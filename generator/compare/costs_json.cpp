#include "generator/compare/costs_json.h"

#include "generator/compare/model_json.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

using base::JsonWriter;

void write_field(JsonWriter& json, std::string_view name, const std::optional<Amount>& amount) {
  if (!amount) return;
  json.key(name);
  write_json(json, *amount);
}

void write_field(JsonWriter& json, std::string_view name, const std::optional<model::MoneyRange>& amount) {
  if (!amount) return;
  json.key(name);
  write_json(json, *amount);
}

void write_field(JsonWriter& json, std::string_view name, const std::optional<model::Date>& date) {
  if (date) json.field(name, date->to_string());
}

void write_field(JsonWriter& json, std::string_view name, const std::optional<model::Statement>& statement) {
  if (!statement) return;
  json.key(name);
  write_json(json, *statement);
}

/// The member "sources", if there are any.
void write_sources(JsonWriter& json, const model::Sources& sources) {
  if (!sources.empty()) {
    json.key("sources").begin_object();
    for (const auto& [member, source] : sources) {
      json.key(member);
      write_json(json, source);
    }
    json.end_object();
  }
}

void write(JsonWriter& json, const CostLine& line) {
  json.begin_object().key("item");
  write_json(json, line.item);
  write_field(json, "line", line.line);
  json.key("adds_up").boolean(line.adds_up);
  write_field(json, "computed", line.computed);
  json.end_object();
}

void write(JsonWriter& json, const EstimateHead& head) {
  json.begin_object().field("id", head.id).field("currency", head.currency.code());
  write_field(json, "issued", head.issued);
  write_field(json, "valid_until", head.valid_until);
  write_field(json, "stated_items", head.stated_items);
  json.key("items_with_amount").integer(head.items_with_amount);
  json.key("items_without_amount").integer(head.items_without_amount);
  write_field(json, "stated_total", head.stated_total);
  write_sources(json, head.sources);
  json.end_object();
}

void write(JsonWriter& json, const ReplacedEstimate& estimate) {
  json.begin_object().key("before");
  write(json, estimate.before);
  json.key("after");
  write(json, estimate.after);
  json.key("changes").begin_array();
  for (const CategoryChange& change : estimate.changes) {
    json.begin_object().field("category", model::name_of(change.category)).key("before");
    write_json(json, change.before);
    json.key("after");
    write_json(json, change.after);
    json.end_object();
  }
  json.end_array().end_object();
}

void write(JsonWriter& json, const CostSheet& sheet) {
  json.begin_object().key("option").integer(static_cast<std::int64_t>(sheet.option));
  if (!sheet.estimate.empty()) json.field("estimate", sheet.estimate);
  if (sheet.basis) json.field("basis", model::name_of(*sheet.basis));
  write_field(json, "issued", sheet.issued);
  write_field(json, "valid_until", sheet.valid_until);
  json.key("expired").boolean(sheet.expired);
  json.key("lines").begin_array();
  for (const CostLine& line : sheet.lines) write(json, line);
  json.end_array();
  write_field(json, "stated_items", sheet.stated_items);
  json.key("items_without_amount").integer(sheet.items_without_amount);
  if (sheet.has_no_common_bound) json.key("has_no_common_bound").boolean(true);
  write_field(json, "stated_total", sheet.stated_total);
  json.key("total_adds_up").boolean(sheet.total_adds_up);
  write_field(json, "computed_total", sheet.computed_total);
  write_field(json, "like_for_like", sheet.like_for_like);
  write_field(json, "contingency", sheet.contingency);
  json.key("payments").begin_array();
  for (const PaymentLine& line : sheet.payments) write_json(json, line);
  json.end_array();
  write_field(json, "complications", sheet.complications);
  json.key("replaced").begin_array();
  for (const ReplacedEstimate& estimate : sheet.replaced) write(json, estimate);
  json.end_array().key("also_estimated").begin_array();
  for (const EstimateHead& head : sheet.also_estimated) write(json, head);
  json.end_array();
  write_sources(json, sheet.sources);
  json.end_object();
}

}  // namespace

void write_json(JsonWriter& json, const Amount& amount) {
  json.begin_object().key("own");
  write_json(json, amount.own);
  if (amount.family) {
    json.key("family");
    write_json(json, *amount.family);
  }
  json.end_object();
}

void write_json(JsonWriter& json, const CostCell& cell) {
  json.begin_object().field("state", name_of(cell.state));
  write_field(json, "amount", cell.amount);
  if (cell.state == CostState::stated) json.key("not_in_amount").integer(cell.not_in_amount);
  if (!cell.unit_prices.empty()) {
    json.key("unit_prices").begin_array();
    for (const UnitPrice& each : cell.unit_prices) {
      json.begin_object().key("price");
      write_json(json, each.price);
      if (!each.unit.empty()) json.field("unit", each.unit);
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write_json(JsonWriter& json, const PaymentLine& line) {
  json.begin_object().field("when", model::name_of(line.payment.when));
  write_field(json, "amount", line.amount);
  write_field(json, "label", line.payment.label);
  if (line.payment.refundable) json.field("refundable", model::name_of(*line.payment.refundable));
  if (line.payment.source) {
    json.key("source");
    write_json(json, *line.payment.source);
  }
  json.end_object();
}

void write_json(JsonWriter& json, const NonMedicalLine& line) {
  json.begin_object().key("option").integer(static_cast<std::int64_t>(line.option));
  json.field("category", model::name_of(line.cost.category)).key("label");
  write_json(json, line.cost.label);
  write_field(json, "unit_price", line.cost.unit_price);
  if (line.cost.quantity) json.field("quantity", line.cost.quantity->to_string());
  if (!line.cost.unit.empty()) json.field("unit", line.cost.unit);
  if (line.cost.persons) json.key("persons").integer(*line.cost.persons);
  if (line.cost.over) json.field("over", model::name_of(*line.cost.over));
  if (line.time) {
    json.key("time");
    write_json(json, *line.time);
  }
  if (!line.cost.estimated_by.empty()) json.field("estimated_by", line.cost.estimated_by);
  write_field(json, "line", line.line);
  json.end_object();
}

void write_json(JsonWriter& json, const Costs& costs) {
  json.begin_object();
  if (costs.family_currency) json.field("family_currency", costs.family_currency->code());
  if (costs.contingency_percent) json.field("contingency_percent", costs.contingency_percent->to_string());
  json.key("rates").begin_array();
  for (const model::Rate& rate : costs.rates) write_json(json, rate);
  json.end_array();
  if (costs.rate_age) {
    json.key("rate_age");
    write_json(json, *costs.rate_age);
    json.key("old_rates").begin_array();
    for (const std::size_t index : costs.old_rates) json.integer(static_cast<std::int64_t>(index));
    json.end_array();
  }
  json.key("missing_rates").begin_array();
  for (const model::Currency& currency : costs.missing_rates) json.string(currency.code());
  json.end_array().key("rows").begin_array();
  for (const CostRow& row : costs.rows) {
    json.begin_object().field("category", model::name_of(row.category)).key("cells").begin_array();
    for (const CostCell& cell : row.cells) write_json(json, cell);
    json.end_array().end_object();
  }
  json.end_array().key("like_for_like").begin_array();
  for (const model::CostCategory category : costs.like_for_like) json.string(model::name_of(category));
  json.end_array().key("sheets").begin_array();
  for (const CostSheet& sheet : costs.sheets) write(json, sheet);
  json.end_array().key("non_medical").begin_array();
  for (const NonMedicalLine& line : costs.non_medical) write_json(json, line);
  json.end_array().end_object();
}

}  // namespace generator::compare

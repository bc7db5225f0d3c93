#include <string>

#include "generator/base/json.h"
#include "generator/compare/comparison.h"
#include "generator/compare/model_json.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

using base::JsonWriter;

void write(JsonWriter& json, const Amount& amount) {
  json.begin_object().key("own");
  write_json(json, amount.own);
  if (amount.family) {
    json.key("family");
    write_json(json, *amount.family);
  }
  json.end_object();
}

void write_field(JsonWriter& json, std::string_view name, const std::optional<Amount>& amount) {
  if (!amount) return;
  json.key(name);
  write(json, *amount);
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

void write_field(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
  json.key(name).begin_array();
  for (const std::string& text : texts) json.string(text);
  json.end_array();
}

void write(JsonWriter& json, const Option& option) {
  json.begin_object().field("id", option.id).field("kind", name_of(option.kind));
  if (option.kind == OptionKind::hospital) {
    json.field("letter", option.letter).field("name", option.name);
    json.field("city", option.city).field("country", option.country);
  }
  if (option.decision) json.field("decision", model::name_of(*option.decision));
  write_field(json, "opinions", option.opinions);
  write_field(json, "documents", option.documents);
  write_field(json, "superseded", option.superseded);
  json.end_object();
}

void write(JsonWriter& json, const Cell& cell) {
  json.begin_object().field("state", name_of(cell.state));
  if (!cell.values.empty()) {
    json.key("values").begin_array();
    for (const Value& value : cell.values) write_json(json, value);
    json.end_array();
  }
  if (!cell.limits.empty()) {
    json.key("limits").begin_array();
    for (const CellLimit& limit : cell.limits) {
      json.begin_object().field("id", limit.id);
      if (!limit.proposals.empty()) {
        json.key("proposals").begin_array();
        for (const int number : limit.proposals) json.integer(number);
        json.end_array();
      }
      json.end_object();
    }
    json.end_array();
  }
  json.end_object();
}

void write(JsonWriter& json, const Group& group) {
  json.begin_object().field("id", name_of(group.id)).key("rows").begin_array();
  for (const Row& row : group.rows) {
    json.begin_object().field("id", name_of(row.id)).key("cells").begin_array();
    for (const Cell& cell : row.cells) write(json, cell);
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write(JsonWriter& json, const PreparationRow& row) {
  json.begin_object();
  if (row.kind) json.field("kind", model::name_of(*row.kind));
  json.key("cells").begin_array();
  for (const Cell& cell : row.cells) write(json, cell);
  json.end_array().end_object();
}

void write(JsonWriter& json, const CostCell& cell) {
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

void write(JsonWriter& json, const CostLine& line) {
  json.begin_object().key("item");
  write_json(json, line.item);
  write_field(json, "line", line.line);
  json.key("adds_up").boolean(line.adds_up);
  write_field(json, "computed", line.computed);
  json.end_object();
}

void write(JsonWriter& json, const PaymentLine& line) {
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

/// The member "sources", if there are any.
void write(JsonWriter& json, const model::Sources& sources) {
  if (sources.empty()) return;
  json.key("sources").begin_object();
  for (const auto& [member, source] : sources) {
    json.key(member);
    write_json(json, source);
  }
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
  write(json, head.sources);
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
    write(json, change.before);
    json.key("after");
    write(json, change.after);
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
  for (const PaymentLine& line : sheet.payments) write(json, line);
  json.end_array();
  write_field(json, "complications", sheet.complications);
  json.key("replaced").begin_array();
  for (const ReplacedEstimate& estimate : sheet.replaced) write(json, estimate);
  json.end_array().key("also_estimated").begin_array();
  for (const EstimateHead& head : sheet.also_estimated) write(json, head);
  json.end_array();
  write(json, sheet.sources);
  json.end_object();
}

void write(JsonWriter& json, const NonMedicalLine& line) {
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

void write(JsonWriter& json, const Costs& costs) {
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
    for (const CostCell& cell : row.cells) write(json, cell);
    json.end_array().end_object();
  }
  json.end_array().key("like_for_like").begin_array();
  for (const model::CostCategory category : costs.like_for_like) json.string(model::name_of(category));
  json.end_array().key("sheets").begin_array();
  for (const CostSheet& sheet : costs.sheets) write(json, sheet);
  json.end_array().key("non_medical").begin_array();
  for (const NonMedicalLine& line : costs.non_medical) write(json, line);
  json.end_array().end_object();
}

void write(JsonWriter& json, const Evidence& evidence) {
  json.begin_object().key("option").integer(static_cast<std::int64_t>(evidence.option)).key("value");
  write_json(json, evidence.value);
  json.end_object();
}

void write(JsonWriter& json, const Difference& difference) {
  json.begin_object().field("subject", name_of(difference.subject));
  if (difference.kind) json.field("kind", name_of(*difference.kind));
  json.key("positions").begin_array();
  for (const Position& position : difference.positions) {
    json.begin_object().key("option").integer(static_cast<std::int64_t>(position.option));
    if (!position.topic.empty()) json.field("topic", position.topic);
    if (!position.side.empty()) json.field("side", position.side);
    json.key("values").begin_array();
    for (const Value& value : position.values) write_json(json, value);
    json.end_array().end_object();
  }
  json.end_array().key("settle").begin_array();
  for (const Message& step : difference.settle) write_json(json, step);
  json.end_array().end_object();
}

/// The members that findings and questions share.
template <typename Point>
void write_point(JsonWriter& json, const Point& point) {
  if (point.option) json.key("option").integer(static_cast<std::int64_t>(*point.option));
  json.key("message");
  write_json(json, point.message);
  if (point.evidence.empty()) return;
  json.key("evidence").begin_array();
  for (const Evidence& evidence : point.evidence) write(json, evidence);
  json.end_array();
}

void write(JsonWriter& json, const Finding& finding) {
  json.begin_object();
  write_point(json, finding);
  json.end_object();
}

void write(JsonWriter& json, const Question& question) {
  json.begin_object().field("audience", name_of(question.audience));
  json.field("topic", name_of(question.topic));
  write_point(json, question);
  json.end_object();
}

void write_members(JsonWriter& json, const ExpectedTime& expected) {
  json.key("time");
  write_json(json, expected.time);
  if (!expected.source.empty()) json.field("source", expected.source);
}

void write(JsonWriter& json, const Expectation& expectation) {
  json.begin_object();
  if (expectation.option) json.key("option").integer(static_cast<std::int64_t>(*expectation.option));
  json.field("id", expectation.id);
  write_members(json, expectation.time);
  if (expectation.place) {
    json.key("place");
    write_json(json, *expectation.place);
  }
  if (!expectation.others.empty()) {
    json.key("others").begin_array();
    for (const ExpectedTime& other : expectation.others) {
      json.begin_object();
      write_members(json, other);
      json.end_object();
    }
    json.end_array();
  }
  json.field("clock", name_of(expectation.clock)).key("is_awaited").boolean(expectation.is_awaited);
  write_field(json, "start", expectation.start);
  write_field(json, "earliest", expectation.earliest);
  write_field(json, "latest", expectation.latest);
  json.key("is_over").boolean(expectation.is_over).end_object();
}

void write(JsonWriter& json, const LimitInUse& limit) {
  json.begin_object().field("id", limit.id).field("source", limit.source).end_object();
}

void write(JsonWriter& json, const model::SettingSource& source) {
  json.begin_object().field("id", source.id).field("kind", model::name_of(source.kind));
  json.field("title", source.title).field("publisher", source.publisher);
  write_field(json, "date", source.date);
  if (!source.address.empty()) json.field("address", source.address);
  write_field(json, "checked", source.checked);
  json.end_object();
}

void write(JsonWriter& json, const SourceDocument& document) {
  json.begin_object().field("id", document.id).field("title", document.title);
  json.field("language", document.language.text());
  write_field(json, "date", document.date);
  json.end_object();
}

template <typename Item>
void write_list(JsonWriter& json, std::string_view name, const std::vector<Item>& items) {
  json.key(name).begin_array();
  for (const Item& item : items) write(json, item);
  json.end_array();
}

}  // namespace

std::string to_json(const Comparison& comparison) {
  JsonWriter json;
  json.begin_object().field("format", "consilium/comparison/1").key("summary");
  write_json(json, comparison.summary);
  json.key("order");
  write_json(json, comparison.order);
  write_list(json, "options", comparison.options);
  write_list(json, "groups", comparison.groups);
  write_list(json, "preparations", comparison.preparations);
  json.key("costs");
  write(json, comparison.costs);
  write_list(json, "differences", comparison.differences);
  write_list(json, "unknowns", comparison.unknowns);
  write_list(json, "red_flags", comparison.red_flags);
  write_list(json, "questions", comparison.questions);
  write_list(json, "expectations", comparison.expectations);
  write_list(json, "limits", comparison.limits);
  write_list(json, "setting_sources", comparison.setting_sources);
  write_list(json, "documents", comparison.documents);
  json.end_object();
  return json.take();
}

}  // namespace generator::compare

#include <string>

#include "generator/base/json.h"
#include "generator/compare/changes.h"
#include "generator/compare/comparison.h"
#include "generator/compare/costs_json.h"
#include "generator/compare/model_json.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

using base::JsonWriter;

void write_field(JsonWriter& json, std::string_view name, const std::optional<model::Date>& date) {
  if (date) json.field(name, date->to_string());
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

void write(JsonWriter& json, const Group& group) {
  json.begin_object().field("id", name_of(group.id)).key("rows").begin_array();
  for (const Row& row : group.rows) {
    json.begin_object().field("id", name_of(row.id)).key("cells").begin_array();
    for (const Cell& cell : row.cells) write_json(json, cell);
    json.end_array().end_object();
  }
  json.end_array().end_object();
}

void write(JsonWriter& json, const PreparationRow& row) {
  json.begin_object();
  if (row.kind) json.field("kind", model::name_of(*row.kind));
  json.key("cells").begin_array();
  for (const Cell& cell : row.cells) write_json(json, cell);
  json.end_array().end_object();
}

void write(JsonWriter& json, const CalendarCell& cell) {
  json.begin_object().field("state", name_of(cell.state));
  write_parts(json, cell.parts);
  if (!cell.payments.empty()) {
    json.key("payments").begin_array();
    for (const PaymentLine& line : cell.payments) write_json(json, line);
    json.end_array();
  }
  json.end_object();
}

/// A row of the table is named, and stands in the table.
void write(JsonWriter& json, const CalendarStep& step) {
  json.begin_object().field("step", name_of(step.id)).key("rows").begin_array();
  for (const CalendarRow& row : step.rows) {
    json.begin_object().field("fact", name_of(row.fact));
    if (row.row) {
      json.field("row", name_of(*row.row)).end_object();
      continue;
    }
    json.key("cells").begin_array();
    for (const CalendarCell& cell : row.cells) write(json, cell);
    json.end_array().end_object();
  }
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
    write_parts(json, position.parts);
    json.end_object();
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
  write_json(json, comparison.costs);
  write_list(json, "calendar", comparison.calendar);
  write_list(json, "differences", comparison.differences);
  write_list(json, "unknowns", comparison.unknowns);
  write_list(json, "red_flags", comparison.red_flags);
  write_list(json, "questions", comparison.questions);
  write_list(json, "expectations", comparison.expectations);
  write_list(json, "limits", comparison.limits);
  write_list(json, "setting_sources", comparison.setting_sources);
  write_list(json, "documents", comparison.documents);
  if (comparison.changes) {
    json.key("changes");
    write_json(json, *comparison.changes);
  }
  json.end_object();
  return json.take();
}

}  // namespace generator::compare

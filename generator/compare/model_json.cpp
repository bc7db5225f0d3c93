#include "generator/compare/model_json.h"

#include "generator/compare/names.h"
#include "generator/model/names.h"

namespace generator::compare {
namespace {

using base::JsonWriter;

void write_field(JsonWriter& json, std::string_view name, const std::optional<model::Statement>& statement) {
  if (!statement) return;
  json.key(name);
  write_json(json, *statement);
}

void write_field(JsonWriter& json, std::string_view name, const std::vector<model::Statement>& statements) {
  json.key(name).begin_array();
  for (const model::Statement& statement : statements) write_json(json, statement);
  json.end_array();
}

void write_field(JsonWriter& json, std::string_view name, const std::optional<model::Date>& date) {
  if (date) json.field(name, date->to_string());
}

/// Left out if empty.
void write_text(JsonWriter& json, std::string_view name, std::string_view text) {
  if (!text.empty()) json.field(name, text);
}

struct ArgumentWriter {
  JsonWriter& json;

  void operator()(const std::string& text) const { json.string(text); }
  void operator()(int number) const { json.integer(number); }
  void operator()(const model::Date& date) const { json.string(date.to_string()); }
  void operator()(const model::DurationRange& duration) const { write_json(json, duration); }
  void operator()(const model::MoneyRange& amount) const { write_json(json, amount); }
};

struct ValueWriter {
  JsonWriter& json;

  void operator()(const Message& message) const {
    json.key("message");
    write_json(json, message);
  }
  void operator()(const model::Statement& statement) const {
    json.key("statement");
    write_json(json, statement);
  }
  void operator()(const model::DurationRange& duration) const {
    json.key("duration");
    write_json(json, duration);
  }
  void operator()(const model::Date& date) const { json.field("date", date.to_string()); }
};

void write_chance(JsonWriter& json, const Chance& chance) {
  json.begin_object().field("low", chance.low.to_string()).field("high", chance.high.to_string());
  if (chance.bound != ChanceBound::none) json.field("bound", name_of(chance.bound));
  if (chance.about) json.key("about").boolean(true);
  json.end_object();
}

void write_part(JsonWriter& json, const Part& part) {
  json.begin_object();
  if (part.heading) {
    json.key("heading").begin_object().field("of", name_of(part.heading->of));
    json.key("number").integer(part.heading->number).end_object();
  }
  json.field("state", name_of(part.state));
  if (!part.leads.empty()) {
    json.key("leads").begin_array();
    for (const Lead& lead : part.leads) {
      json.begin_object().field("kind", name_of(lead.kind));
      if (lead.source) {
        json.key("source");
        write_json(json, *lead.source);
      }
      json.end_object();
    }
    json.end_array();
  }
  if (!part.values.empty()) {
    json.key("values").begin_array();
    for (const Value& value : part.values) write_json(json, value);
    json.end_array();
  }
  if (!part.limits.empty()) {
    json.key("limits").begin_array();
    for (const std::string& limit : part.limits) json.string(limit);
    json.end_array();
  }
  json.end_object();
}

void write_diagnosis(JsonWriter& json, const model::Diagnosis& diagnosis) {
  json.begin_object().key("text");
  write_json(json, diagnosis.text);
  if (!diagnosis.code.empty()) {
    json.key("code").begin_object();
    json.field("system", diagnosis.code_system).field("value", diagnosis.code).end_object();
  }
  if (diagnosis.stage) {
    json.key("stage").begin_object();
    json.field("system", diagnosis.stage->system).field("value", diagnosis.stage->value).end_object();
  }
  write_field(json, "date", diagnosis.date);
  json.key("markers").begin_array();
  for (const model::Marker& marker : diagnosis.markers) {
    json.begin_object().field("name", marker.name).field("value", marker.value);
    write_field(json, "date", marker.date);
    if (marker.source) {
      json.key("source");
      write_json(json, *marker.source);
    }
    json.end_object();
  }
  json.end_array().end_object();
}

void write_status(JsonWriter& json, const model::Status& status) {
  json.begin_object();
  if (status.ecog) json.key("ecog").integer(*status.ecog);
  write_field(json, "symptoms", status.symptoms);
  write_field(json, "comorbidities", status.comorbidities);
  write_field(json, "medications", status.medications);
  write_field(json, "allergies", status.allergies);
  json.end_object();
}

void write_treatment(JsonWriter& json, const model::Treatment& treatment) {
  json.begin_object().field("kind", model::name_of(treatment.kind)).key("what");
  write_json(json, treatment.what);
  write_field(json, "start", treatment.start);
  write_field(json, "end", treatment.end);
  write_field(json, "dose", treatment.dose);
  if (treatment.response) json.field("response", model::name_of(*treatment.response));
  write_field(json, "outcome", treatment.outcome);
  json.end_object();
}

void write_family(JsonWriter& json, const model::Family& family) {
  json.begin_object().key("languages").begin_array();
  for (const model::LanguageTag& language : family.languages) json.string(language.text());
  json.end_array();
  if (family.currency) json.field("currency", family.currency->code());
  write_field(json, "priorities", family.priorities);
  write_field(json, "decides", family.decides);
  if (family.contingency_percent) json.field("contingency_percent", family.contingency_percent->to_string());
  json.end_object();
}

}  // namespace

void write_json(JsonWriter& json, const model::MoneyRange& amount) {
  json.begin_object().field("currency", amount.currency.code());
  if (amount.low) json.field("low", amount.low->to_string());
  if (amount.high) json.field("high", amount.high->to_string());
  json.field("basis", model::name_of(amount.basis));
  if (amount.approximate) json.key("about").boolean(true);
  json.end_object();
}

void write_json(JsonWriter& json, const model::Source& source) {
  json.begin_object().field("document", source.document);
  if (source.page) json.key("page").integer(*source.page);
  write_text(json, "quote", source.quote);
  json.end_object();
}

void write_json(JsonWriter& json, const model::Statement& statement) {
  json.begin_object().field("text", statement.text).field("language", statement.language.text());
  if (!statement.translations.empty()) {
    json.key("translations").begin_object();
    for (const model::Translation& translation : statement.translations) {
      json.key(translation.language.text()).begin_object().field("text", translation.text);
      write_text(json, "by", translation.by);
      json.end_object();
    }
    json.end_object();
  }
  if (statement.source) {
    json.key("source");
    write_json(json, *statement.source);
  }
  json.end_object();
}

void write_json(JsonWriter& json, const model::DurationRange& duration) {
  json.begin_object();
  if (duration.low) json.key("low").integer(*duration.low);
  if (duration.high) json.key("high").integer(*duration.high);
  json.field("unit", model::name_of(duration.unit)).end_object();
}

void write_json(JsonWriter& json, const model::Rate& rate) {
  json.begin_object().field("from", rate.from.code()).field("to", rate.to.code());
  json.field("rate", rate.rate.to_string()).field("date", rate.date.to_string());
  json.field("source", rate.source).end_object();
}

void write_json(JsonWriter& json, const model::CostItem& item) {
  json.begin_object().field("category", model::name_of(item.category)).key("label");
  write_json(json, item.label);
  json.field("state", model::name_of(item.state));
  if (item.unit_price) {
    json.key("unit_price");
    write_json(json, *item.unit_price);
  }
  if (item.quantity) json.field("quantity", item.quantity->to_string());
  write_text(json, "unit", item.unit);
  if (item.source) {
    json.key("source");
    write_json(json, *item.source);
  }
  json.end_object();
}

void write_json(JsonWriter& json, const Message& message) {
  json.begin_object().field("id", message.id);
  if (!message.arguments.empty()) {
    json.key("arguments").begin_object();
    for (const auto& [name, argument] : message.arguments) {
      json.key(name);
      std::visit(ArgumentWriter{json}, argument);
    }
    json.end_object();
  }
  json.end_object();
}

void write_json(JsonWriter& json, const Value& value) {
  json.begin_object();
  std::visit(ValueWriter{json}, value);
  if (value.source) {
    json.key("source");
    write_json(json, *value.source);
  }
  if (!value.chances.empty()) {
    json.key("chances").begin_array();
    for (const Chance& chance : value.chances) write_chance(json, chance);
    json.end_array();
  }
  json.end_object();
}

void write_parts(JsonWriter& json, const std::vector<Part>& parts) {
  if (parts.empty()) return;
  json.key("parts").begin_array();
  for (const Part& part : parts) write_part(json, part);
  json.end_array();
}

void write_json(JsonWriter& json, const Cell& cell) {
  json.begin_object().field("state", name_of(cell.state));
  write_parts(json, cell.parts);
  json.end_object();
}

void write_json(JsonWriter& json, const model::Record& record) {
  json.begin_object();
  json.field("kind", model::name_of(record.kind)).field("state", model::name_of(record.state));
  write_text(json, "file", record.file);
  write_field(json, "date", record.date);
  write_field(json, "note", record.note);
  json.end_object();
}

void write_json(JsonWriter& json, const model::Release& release) {
  json.begin_object().field("state", model::name_of(release.state));
  write_text(json, "by", release.by);
  write_field(json, "on", release.on);
  json.end_object();
}

void write_json(JsonWriter& json, const CaseSummary& summary) {
  json.begin_object().field("id", summary.id).field("label", summary.label);
  if (summary.age) json.key("age").integer(*summary.age);
  if (summary.sex) json.field("sex", model::name_of(*summary.sex));
  write_text(json, "country", summary.country);
  write_field(json, "date", summary.date);
  json.key("diagnosis");
  write_diagnosis(json, summary.diagnosis);
  json.key("status");
  write_status(json, summary.status);
  write_field(json, "goal", summary.goal);
  write_field(json, "question", summary.question);
  json.key("history").begin_array();
  for (const model::Treatment& treatment : summary.history) write_treatment(json, treatment);
  json.end_array().key("records").begin_array();
  for (const model::Record& record : summary.records) write_json(json, record);
  json.end_array().key("family");
  write_family(json, summary.family);
  json.key("urgent").begin_array();
  for (const model::UrgentNote& note : summary.urgent) {
    json.begin_object().field("kind", model::name_of(note.kind)).key("text");
    write_json(json, note.text);
    json.end_object();
  }
  json.end_array().key("coordination").begin_object();
  write_field(json, "paid_by", summary.coordination.paid_by);
  write_field(json, "commission", summary.coordination.commission);
  json.end_object();
  if (summary.entered) {
    json.key("entered").begin_object().field("by", summary.entered->by);
    write_field(json, "on", summary.entered->on);
    json.end_object();
  }
  json.key("release");
  write_json(json, summary.release);
  write_field(json, "stale_on", summary.stale_on);
  json.end_object();
}

}  // namespace generator::compare

#include "generator/compare/changes.h"
#include "generator/compare/costs_json.h"
#include "generator/compare/model_json.h"
#include "generator/compare/names.h"

namespace generator::compare {
namespace {

using base::JsonWriter;

void write(JsonWriter& json, const Message& message) {
  write_json(json, message);
}

void write(JsonWriter& json, int number) {
  json.integer(number);
}

void write(JsonWriter& json, const model::Record& record) {
  write_json(json, record);
}

void write(JsonWriter& json, const model::Release& release) {
  write_json(json, release);
}

void write(JsonWriter& json, const model::Rate& rate) {
  write_json(json, rate);
}

void write(JsonWriter& json, const PaymentLine& line) {
  write_json(json, line);
}

void write(JsonWriter& json, const NonMedicalLine& line) {
  write_json(json, line);
}

void write(JsonWriter& json, const SourceDocument& letter) {
  json.begin_object().field("id", letter.id).field("title", letter.title).end_object();
}

void write(JsonWriter& json, const Cell& cell) {
  write_json(json, cell);
}

void write(JsonWriter& json, const EstimateState& estimate) {
  json.begin_object();
  if (estimate.issued) json.field("issued", estimate.issued->to_string());
  if (estimate.valid_until) json.field("valid_until", estimate.valid_until->to_string());
  if (estimate.stated_items) {
    json.key("stated_items");
    write_json(json, *estimate.stated_items);
  }
  json.key("items_without_amount").integer(estimate.items_without_amount);
  if (estimate.stated_total) {
    json.key("stated_total");
    write_json(json, *estimate.stated_total);
  }
  if (estimate.complications) {
    json.key("complications");
    write_json(json, *estimate.complications);
  }
  json.end_object();
}

/// "before" and "now", each only if it was there.
template <typename T>
void write_members(JsonWriter& json, const Change<T>& change) {
  if (change.before) {
    json.key("before");
    write(json, *change.before);
  }
  if (change.now) {
    json.key("now");
    write(json, *change.now);
  }
}

template <typename T>
void write(JsonWriter& json, const Change<T>& change) {
  json.begin_object();
  write_members(json, change);
  json.end_object();
}

void write(JsonWriter& json, const FactChange& change) {
  json.begin_object().field("fact", change.fact).key("before");
  write(json, change.before);
  json.key("now");
  write(json, change.now);
  json.end_object();
}

void write(JsonWriter& json, const RowChange& change) {
  json.begin_object().field("row", name_of(change.row)).key("before");
  write(json, change.before);
  json.key("now");
  write(json, change.now);
  json.end_object();
}

void write(JsonWriter& json, const CategoryChange& change) {
  json.begin_object().field("category", model::name_of(change.category)).key("before");
  write_json(json, change.before);
  json.key("now");
  write_json(json, change.after);
  json.end_object();
}

void write(JsonWriter& json, const DifferenceChange& change) {
  json.begin_object().field("subject", name_of(change.subject));
  if (change.before) json.field("before", name_of(*change.before));
  if (change.now) json.field("now", name_of(*change.now));
  json.end_object();
}

void write(JsonWriter& json, const OptionChange& change);

/// Left out if empty: a case that hardly changed has a short list.
template <typename Item>
void write_list(JsonWriter& json, std::string_view name, const std::vector<Item>& items) {
  if (items.empty()) return;
  json.key(name).begin_array();
  for (const Item& item : items) write(json, item);
  json.end_array();
}

void write(JsonWriter& json, const OptionChange& change) {
  json.begin_object().field("id", change.id).field("kind", name_of(change.kind));
  if (!change.name.empty()) json.field("name", change.name);
  if (change.name_before != change.name) json.field("name_before", change.name_before);
  if (!change.letter_before.empty()) json.field("letter_before", change.letter_before);
  if (!change.letter.empty()) json.field("letter", change.letter);
  if (change.event != OptionEvent::none) json.field("event", name_of(change.event));
  write_list(json, "rows", change.rows);
  if (change.estimate) {
    json.key("estimate").begin_object();
    write_members(json, change.estimate->whole);
    write_list(json, "categories", change.estimate->categories);
    write_list(json, "payments", change.estimate->payments);
    json.end_object();
  }
  write_list(json, "non_medical", change.non_medical);
  write_list(json, "red_flags", change.red_flags);
  write_list(json, "unknowns", change.unknowns);
  json.end_object();
}

}  // namespace

void write_json(JsonWriter& json, const Changes& changes) {
  json.begin_object();
  if (changes.since) json.field("since", changes.since->to_string());
  write_list(json, "facts", changes.facts);
  if (changes.ecog) {
    json.key("ecog");
    write(json, *changes.ecog);
  }
  write_list(json, "records", changes.records);
  write_list(json, "letters", changes.letters);
  write_list(json, "options", changes.options);
  write_list(json, "differences", changes.differences);
  write_list(json, "red_flags", changes.red_flags);
  write_list(json, "unknowns", changes.unknowns);
  write_list(json, "rates", changes.rates);
  if (changes.release) {
    json.key("release");
    write(json, *changes.release);
  }
  json.end_object();
}

}  // namespace generator::compare

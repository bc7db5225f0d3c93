// Members of what the head says of the case, as JSON (json_members.h).
#pragma once

#include "generator/compare/json_members.h"

namespace generator::compare {

template <>
struct JsonShape<SourceDocument> {
  using T = SourceDocument;
  static constexpr std::string_view k_name = "document";
  static constexpr std::tuple k_members{JsonMember{"id", &T::id}, JsonMember{"title", &T::title},
                                        JsonMember{"language", &T::language}, JsonMember{"date", &T::date}};
};

template <>
struct JsonShape<model::Stage> {
  using T = model::Stage;
  static constexpr std::string_view k_name = "stage";
  static constexpr std::tuple k_members{JsonMember{"system", &T::system}, JsonMember{"value", &T::value}};
};

template <>
struct JsonShape<model::Marker> {
  using T = model::Marker;
  static constexpr std::string_view k_name = "marker";
  static constexpr std::tuple k_members{JsonMember{"name", &T::name}, JsonMember{"value", &T::value},
                                        JsonMember{"unit", &T::unit}, JsonMember{"specimen", &T::specimen},
                                        JsonMember{"date", &T::date}, JsonMember{"source", &T::source}};
};

template <>
struct JsonShape<model::Person> {
  using T = model::Person;
  static constexpr std::string_view k_name = "person";
  static constexpr std::tuple k_members{JsonMember{"id", &T::id},
                                        JsonMember{"role", &T::role},
                                        JsonMember{"label", &T::label},
                                        JsonMember{"age", &T::age, "in years"},
                                        JsonMember{"age_months", &T::age_months},
                                        JsonMember{"sex", &T::sex},
                                        JsonMember{"weight_kg", &T::weight_kg}};
};

template <>
struct JsonShape<model::Diagnosis> {
  using T = model::Diagnosis;
  static constexpr std::string_view k_name = "diagnosis";
  static constexpr std::tuple k_members{JsonMember{"text", &T::text},
                                        JsonMember{"code_system", &T::code_system},
                                        JsonMember{"code", &T::code},
                                        JsonMember{"stage", &T::stage},
                                        JsonMember{"date", &T::date},
                                        JsonMember{"markers", &T::markers},
                                        JsonMember{"labs", &T::labs, "other values of the laboratory"}};
};

template <>
struct JsonShape<model::Status> {
  using T = model::Status;
  static constexpr std::string_view k_name = "status";
  static constexpr std::tuple k_members{
      JsonMember{"ecog", &T::ecog, "0 to 5"}, JsonMember{"symptoms", &T::symptoms},
      JsonMember{"comorbidities", &T::comorbidities}, JsonMember{"medications", &T::medications},
      JsonMember{"allergies", &T::allergies}};
};

template <>
struct JsonShape<model::Treatment> {
  using T = model::Treatment;
  static constexpr std::string_view k_name = "treatment";
  static constexpr std::tuple k_members{
      JsonMember{"kind", &T::kind},      JsonMember{"what", &T::what}, JsonMember{"start", &T::start},
      JsonMember{"end", &T::end},        JsonMember{"dose", &T::dose}, JsonMember{"response", &T::response},
      JsonMember{"outcome", &T::outcome}};
};

template <>
struct JsonShape<model::Record> {
  using T = model::Record;
  static constexpr std::string_view k_name = "record";
  static constexpr std::tuple k_members{
      JsonMember{"kind", &T::kind},
      JsonMember{"state", &T::state},
      JsonMember{"file", &T::file},
      JsonMember{"date", &T::date},
      JsonMember{"note", &T::note},
      JsonMember{"person", &T::person, "id of whom it is about, if not the patient"}};
};

template <>
struct JsonShape<model::Family> {
  using T = model::Family;
  static constexpr std::string_view k_name = "family";
  static constexpr std::tuple k_members{
      JsonMember{"languages", &T::languages}, JsonMember{"currency", &T::currency},
      JsonMember{"priorities", &T::priorities}, JsonMember{"decides", &T::decides},
      JsonMember{"contingency_percent", &T::contingency_percent, "the family's own setting"}};
};

template <>
struct JsonShape<model::UrgentNote> {
  using T = model::UrgentNote;
  static constexpr std::string_view k_name = "urgent_note";
  static constexpr std::tuple k_members{JsonMember{"kind", &T::kind}, JsonMember{"text", &T::text}};
};

template <>
struct JsonShape<model::Coordination> {
  using T = model::Coordination;
  static constexpr std::string_view k_name = "coordination";
  static constexpr std::tuple k_members{JsonMember{"paid_by", &T::paid_by},
                                        JsonMember{"commission", &T::commission}};
};

template <>
struct JsonShape<model::Agency> {
  using T = model::Agency;
  static constexpr std::string_view k_name = "agency";
  static constexpr std::tuple k_members{JsonMember{"name", &T::name}, JsonMember{"person", &T::person},
                                        JsonMember{"telephone", &T::telephone},
                                        JsonMember{"case_number", &T::case_number}};
};

template <>
struct JsonShape<model::PlainOption> {
  using T = model::PlainOption;
  static constexpr std::string_view k_name = "plain_option";
  static constexpr std::tuple k_members{JsonMember{"option", &T::option}, JsonMember{"what", &T::what},
                                        JsonMember{"aim", &T::aim},       JsonMember{"benefit", &T::benefit},
                                        JsonMember{"risks", &T::risks},   JsonMember{"answer", &T::answer},
                                        JsonMember{"time", &T::time},     JsonMember{"price", &T::price}};
};

template <>
struct JsonShape<model::PlainWords> {
  using T = model::PlainWords;
  static constexpr std::string_view k_name = "plain_words";
  static constexpr std::tuple k_members{JsonMember{"by", &T::by},
                                        JsonMember{"on", &T::on},
                                        JsonMember{"title", &T::title},
                                        JsonMember{"main", &T::main},
                                        JsonMember{"disagreement", &T::disagreement},
                                        JsonMember{"first", &T::first},
                                        JsonMember{"options", &T::options}};
};

template <>
struct JsonShape<model::Entry> {
  using T = model::Entry;
  static constexpr std::string_view k_name = "entry";
  static constexpr std::tuple k_members{JsonMember{"by", &T::by}, JsonMember{"on", &T::on}};
};

template <>
struct JsonShape<model::Release> {
  using T = model::Release;
  static constexpr std::string_view k_name = "release";
  static constexpr std::tuple k_members{JsonMember{"state", &T::state}, JsonMember{"by", &T::by},
                                        JsonMember{"on", &T::on}};
};

template <>
struct JsonShape<CaseSummary> {
  using T = CaseSummary;
  static constexpr std::string_view k_name = "summary";
  static constexpr std::tuple k_members{
      JsonMember{"id", &T::id},
      JsonMember{"label", &T::label},
      JsonMember{"age", &T::age},
      JsonMember{"sex", &T::sex},
      JsonMember{"country", &T::country},
      JsonMember{"date", &T::date, "the day on which the report speaks"},
      JsonMember{"diagnosis", &T::diagnosis},
      JsonMember{"status", &T::status},
      JsonMember{"goal", &T::goal},
      JsonMember{"question", &T::question},
      JsonMember{"history", &T::history},
      JsonMember{"records", &T::records},
      JsonMember{"modalities", &T::modalities},
      JsonMember{"family", &T::family},
      JsonMember{"urgent", &T::urgent},
      JsonMember{"coordination", &T::coordination},
      JsonMember{"agency", &T::agency, "who made the report, and whom to call"},
      JsonMember{"plain", &T::plain, "the first page in a named person's plain words"},
      JsonMember{"entered", &T::entered},
      JsonMember{"release", &T::release},
      JsonMember{"stale_on", &T::stale_on,
                 "the first validity to end among the opinions and estimates that count"},
      JsonMember{"age_months", &T::age_months},
      JsonMember{"weight_kg", &T::weight_kg},
      JsonMember{"persons", &T::persons, "beside the patient: a donor, a mother, a child, a companion"}};
};

}  // namespace generator::compare

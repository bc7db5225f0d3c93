#include "generator/ingest/case_builder.h"

#include <algorithm>

namespace generator::ingest {

BuiltCase CaseBuilder::build() {
  model::Case& c = built_.value;
  if (auto language = read_.language(root_.find("language"))) language_ = std::move(*language);
  read_.speak(language_);
  c.id = read_.text(root_.find("id"));
  c.date = read_.date(root_.find("date"));
  c.patient = patient(root_.find("patient"));
  for (const JsonNode& node : items_of(root_.find("persons"))) c.persons.push_back(beside(node));
  c.family = family(root_.find("family"));
  c.diagnosis = diagnosis(root_.find("diagnosis"));
  for (const JsonNode& node : items_of(root_.find("history"))) c.history.push_back(treatment(node));
  c.status = status(root_.find("status"));
  c.goal = read_.statement(root_.find("goal"));
  for (const JsonNode& node : items_of(root_.find("urgent"))) {
    c.urgent.push_back({read_.name<model::UrgentKind>(node.find("kind")).value_or(model::UrgentKind{}),
                        required(node.find("text"))});
  }
  c.question = read_.statement(root_.find("question"));
  for (const JsonNode& node : items_of(root_.find("records"))) c.records.push_back(record(node));
  // Documents come before what cites them, wherever they stand in the file: they know their language.
  for (const JsonNode& node : items_of(root_.find("documents"))) c.documents.push_back(document(node));
  for (const JsonNode& node : items_of(root_.find("hospitals"))) c.hospitals.push_back(hospital(node));
  for (const JsonNode& node : items_of(root_.find("opinions"))) c.opinions.push_back(opinion(node));
  for (const JsonNode& node : items_of(root_.find("estimates"))) c.estimates.push_back(estimate(node));
  c.home = home(root_.find("home"));
  read_.speak(language_);
  for (const JsonNode& node : items_of(root_.find("non_medical"))) c.non_medical.push_back(non_medical(node));
  for (const JsonNode& node : items_of(root_.find("judgements"))) {
    if (node.find("judgement") != nullptr) {
      c.judgements.push_back(judgement(node));
    } else {
      c.quote_judgements.push_back(quote_judgement(node));
    }
  }
  rates(root_.find("rates"));
  const JsonNode* coordination = root_.find("coordination");
  c.coordination.paid_by = read_.statement(member(coordination, "paid_by"));
  c.coordination.commission = read_.statement(member(coordination, "commission"));
  if (const JsonNode* node = root_.find("agency")) {
    c.agency = model::Agency{.name = read_.text(node->find("name")),
                             .person = read_.text(node->find("person")),
                             .telephone = read_.text(node->find("telephone")),
                             .case_number = read_.text(node->find("case_number"))};
  }
  if (const JsonNode* node = root_.find("plain")) c.plain = plain_words(*node);
  if (const JsonNode* entered = root_.find("entered"))
    c.entered = model::Entry{read_.text(entered->find("by")), read_.date(entered->find("on"))};
  release(root_.find("release"));
  return std::move(built_);
}

std::string CaseBuilder::reference(Referent to, const JsonNode* node) {
  if (node != nullptr && node->kind == base::JsonKind::string) built_.references.push_back({to, node});
  return read_.text(node);
}

void CaseBuilder::speak_as(const std::string& document) {
  const auto it = std::ranges::find(built_.value.documents, document, &model::Document::id);
  read_.speak(document.empty() || it == built_.value.documents.end() ? language_ : it->language);
}

model::Statement CaseBuilder::required(const JsonNode* node) {
  return read_.statement(node).value_or(model::Statement{});
}

model::Patient CaseBuilder::patient(const JsonNode* node) {
  model::Patient patient;
  patient.label = read_.text(member(node, "label"));
  patient.age = read_.integer(member(node, "age"));
  patient.sex = read_.name<model::Sex>(member(node, "sex"));
  patient.age_months = read_.integer(member(node, "age_months"));
  patient.weight_kg = read_.decimal(member(node, "weight_kg"));
  patient.country = read_.country(member(node, "country"));
  for (const JsonNode& item : items_of(member(node, "identifiers")))
    patient.identifiers.push_back(read_.text(&item));
  if (const JsonNode* contact = member(node, "contact")) {
    for (const base::JsonMember& each : contact->members)
      patient.contact.push_back({each.name, read_.text(&each.value)});
  }
  return patient;
}

model::Person CaseBuilder::beside(const JsonNode& node) {
  return {.id = read_.text(node.find("id")),
          .role = read_.name<model::PersonRole>(node.find("role")).value_or(model::PersonRole::other),
          .label = read_.text(node.find("label")),
          .age = read_.integer(node.find("age")),
          .age_months = read_.integer(node.find("age_months")),
          .sex = read_.name<model::Sex>(node.find("sex")),
          .weight_kg = read_.decimal(node.find("weight_kg"))};
}

model::Family CaseBuilder::family(const JsonNode* node) {
  model::Family family;
  for (const JsonNode& item : items_of(member(node, "languages"))) {
    if (auto language = read_.language(&item)) family.languages.push_back(std::move(*language));
  }
  family.currency = read_.currency(member(node, "currency"));
  family.priorities = read_.statements(member(node, "priorities"));
  family.decides = read_.statement(member(node, "decides"));
  family.contingency_percent = read_.decimal(member(member(node, "contingency"), "percent"));
  return family;
}

model::Diagnosis CaseBuilder::diagnosis(const JsonNode* node) {
  model::Diagnosis diagnosis;
  diagnosis.text = required(member(node, "text"));
  const JsonNode* code = member(node, "code");
  diagnosis.code_system = read_.text(member(code, "system"));
  diagnosis.code = read_.text(member(code, "value"));
  diagnosis.stage = read_.stage(member(node, "stage"));
  diagnosis.date = read_.date(member(node, "date"));
  diagnosis.markers = markers(member(node, "markers"));
  diagnosis.labs = markers(member(node, "labs"));
  return diagnosis;
}

std::vector<model::Marker> CaseBuilder::markers(const JsonNode* node) {
  std::vector<model::Marker> markers;
  for (const JsonNode& marker : items_of(node)) {
    markers.push_back({read_.text(marker.find("name")), read_.text(marker.find("value")),
                       read_.date(marker.find("date")), read_.source(marker.find("source")),
                       read_.text(marker.find("unit")),
                       read_.name<model::Specimen>(marker.find("specimen"))});
  }
  return markers;
}

model::Treatment CaseBuilder::treatment(const JsonNode& node) {
  return {.kind = read_.name<model::TreatmentKind>(node.find("kind")).value_or(model::TreatmentKind{}),
          .what = required(node.find("what")),
          .start = read_.date(node.find("start")),
          .end = read_.date(node.find("end")),
          .dose = read_.statement(node.find("dose")),
          .response = read_.name<model::Response>(node.find("response")),
          .outcome = read_.statement(node.find("outcome"))};
}

model::Status CaseBuilder::status(const JsonNode* node) {
  return {.ecog = read_.integer(member(node, "ecog")),
          .symptoms = read_.statements(member(node, "symptoms")),
          .comorbidities = read_.statements(member(node, "comorbidities")),
          .medications = read_.statements(member(node, "medications")),
          .allergies = read_.statements(member(node, "allergies"))};
}

model::Record CaseBuilder::record(const JsonNode& node) {
  return {.kind = read_.name<model::RecordKind>(node.find("kind")).value_or(model::RecordKind{}),
          .state = read_.name<model::RecordState>(node.find("state")).value_or(model::RecordState{}),
          .file = read_.text(node.find("file")),
          .date = read_.date(node.find("date")),
          .note = read_.statement(node.find("note")),
          .person = reference(Referent::person, node.find("person"))};
}

model::Document CaseBuilder::document(const JsonNode& node) {
  model::Document document;
  document.id = read_.text(node.find("id"));
  document.title = read_.text(node.find("title"));
  document.file = read_.text(node.find("file"));
  if (auto language = read_.language(node.find("language"))) document.language = std::move(*language);
  document.date = read_.date(node.find("date"));
  if (node.find("text") != nullptr) document.text = read_.text(node.find("text"));
  return document;
}

model::Hospital CaseBuilder::hospital(const JsonNode& node) {
  return {.id = read_.text(node.find("id")),
          .name = read_.text(node.find("name")),
          .city = read_.text(node.find("city")),
          .country = read_.country(node.find("country")),
          .kind = read_.text(node.find("kind")),
          .short_name = read_.text(node.find("short_name")),
          .asked = asked(node.find("asked"))};
}

model::Asked CaseBuilder::asked(const JsonNode* node) {
  return {.sent = read_.date(member(node, "sent")),
          .records_complete = read_.date(member(node, "records_complete")),
          .paid = read_.date(member(node, "paid")),
          .about = read_.name<model::AskedAbout>(member(node, "about")),
          .answer_within = read_.duration(member(node, "answer_within")),
          .sources = read_.sources_of(member(node, "sources"))};
}

model::NamedJudgement CaseBuilder::judgement(const JsonNode& node) {
  return {
      .option = reference(Referent::option, node.find("option")),
      .judgement = read_.name<model::Judgement>(node.find("judgement")).value_or(model::Judgement::unknown),
      .by = read_.text(node.find("by")),
      .role = read_.name<model::JudgeRole>(node.find("role")).value_or(model::JudgeRole{}),
      .on = read_.date(node.find("on")),
      .reason = read_.statement(node.find("reason"))};
}

model::PlainWords CaseBuilder::plain_words(const JsonNode& node) {
  model::PlainWords words{.by = read_.text(node.find("by")),
                          .on = read_.date(node.find("on")),
                          .title = read_.statement(node.find("title")),
                          .main = read_.statement(node.find("main")),
                          .disagreement = read_.statements(node.find("disagreement")),
                          .first = read_.statements(node.find("first")),
                          .options = {}};
  for (const JsonNode& option : items_of(node.find("options"))) {
    words.options.push_back({.option = reference(Referent::option, option.find("option")),
                             .what = read_.statement(option.find("what")),
                             .aim = read_.statement(option.find("aim")),
                             .benefit = read_.statement(option.find("benefit")),
                             .risks = read_.statement(option.find("risks")),
                             .answer = read_.statement(option.find("answer")),
                             .time = read_.statement(option.find("time")),
                             .price = read_.statement(option.find("price"))});
  }
  return words;
}

model::QuoteJudgement CaseBuilder::quote_judgement(const JsonNode& node) {
  return {
      .verdict = read_.name<model::QuoteVerdict>(node.find("kind")).value_or(model::QuoteVerdict::neither),
      .hospital = reference(Referent::hospital, node.find("hospital")),
      .source = read_.source(node.find("source")).value_or(model::Source{}),
      .by = read_.text(node.find("by")),
      .role = read_.name<model::JudgeRole>(node.find("role")).value_or(model::JudgeRole{}),
      .on = read_.date(node.find("on")).value_or(model::Date{}),
      .reason = read_.statement(node.find("reason"))};
}

void CaseBuilder::release(const JsonNode* node) {
  model::Release& release = built_.value.release;
  release.state = read_.name<model::ReleaseState>(member(node, "state")).value_or(model::ReleaseState::draft);
  release.by = read_.text(member(node, "by"));
  release.on = read_.date(member(node, "on"));
}

}  // namespace generator::ingest

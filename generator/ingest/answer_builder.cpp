// The parts of a case that come from the hospitals and from the doctor at home: opinions, estimates, rates.
#include "generator/ingest/case_builder.h"

#include <algorithm>
#include <set>

namespace generator::ingest {
namespace {

/// Stands in for a currency that could not be read, in a case that is not handed on.
model::Currency unread_currency() {
  return *model::Currency::parse("USD");
}

}  // namespace

std::optional<model::Reviewer> CaseBuilder::person(const JsonNode* node) {
  if (node == nullptr) return std::nullopt;
  return model::Reviewer{read_.text(node->find("name")), read_.text(node->find("department"))};
}

model::Opinion CaseBuilder::opinion(const JsonNode& node) {
  model::Opinion opinion{};
  opinion.id = read_.text(node.find("id"));
  opinion.hospital = reference(Referent::hospital, node.find("hospital"));
  opinion.received = read_.date(node.find("received"));
  opinion.document = reference(Referent::document, node.find("document"));
  speak_as(opinion.document);
  opinion.reviewer = person(node.find("reviewer"));

  opinion.seen = seen(node.find("seen"));
  opinion.heard = heard(node.find("heard"));

  const JsonNode* decision = node.find("decision");
  opinion.decision = read_.name<model::DecisionStatus>(member(decision, "status"))
                         .value_or(model::DecisionStatus::under_review);
  opinion.decision_reason = read_.statement(member(decision, "reason"));
  opinion.conditions = read_.preparations(member(decision, "conditions"));

  const JsonNode* diagnosis = node.find("diagnosis");
  opinion.diagnosis.agrees = read_.name<model::Agreement>(member(diagnosis, "agrees"));
  opinion.diagnosis.text = read_.statement(member(diagnosis, "text"));
  opinion.diagnosis.stage = read_.stage(member(diagnosis, "stage"));
  opinion.diagnosis.markers = markers(member(diagnosis, "markers"));
  opinion.diagnosis.labs = markers(member(diagnosis, "labs"));

  opinion.operability = read_.name<model::Operability>(node.find("operability"));
  opinion.urgency = read_.statement(node.find("urgency"));
  opinion.urgency_within = read_.duration(node.find("urgency_within"));
  for (const JsonNode& each : items_of(node.find("proposals"))) opinion.proposals.push_back(proposal(&each));
  for (const JsonNode& each : items_of(node.find("on_treatments")))
    opinion.on_treatments.push_back(on_treatment(each));
  opinion.limits = read_.statements(node.find("limits"));
  opinion.asks = read_.statements(node.find("asks"));
  opinion.experience = read_.statement(node.find("experience"));
  opinion.emergency_care = read_.statement(node.find("emergency_care"));
  opinion.pathology_handling = read_.statement(node.find("pathology_handling"));
  opinion.records_translation = read_.statement(node.find("records_translation"));

  const JsonNode* practical = node.find("practical");
  opinion.practical.travel = read_.statement(member(practical, "travel"));
  opinion.practical.visa = read_.statement(member(practical, "visa"));
  opinion.practical.language = read_.statement(member(practical, "language"));
  opinion.practical.companions = read_.statement(member(practical, "companions"));

  opinion.valid_until = read_.date(node.find("valid_until"));
  opinion.valid_for = read_.duration(node.find("valid_for"));
  opinion.supersedes = reference(Referent::opinion, node.find("supersedes"));
  opinion.sources = read_.sources_of(node.find("sources"));
  return opinion;
}

/// A kind of record alone, or with the form in which it was seen.
std::vector<model::SeenRecord> CaseBuilder::seen(const JsonNode* node) {
  std::vector<model::SeenRecord> seen;
  for (const JsonNode& each : items_of(node)) {
    const bool is_alone = each.kind == base::JsonKind::string;
    const auto kind = read_.name<model::RecordKind>(is_alone ? &each : each.find("kind"));
    if (kind)
      seen.push_back({*kind, is_alone ? std::nullopt : read_.name<model::RecordForm>(each.find("form"))});
  }
  return seen;
}

std::optional<model::Heard> CaseBuilder::heard(const JsonNode* node) {
  if (node == nullptr) return std::nullopt;
  return model::Heard{
      .channel = read_.name<model::Channel>(node->find("channel")).value_or(model::Channel::telephone),
      .by = read_.text(node->find("by")),
      .on = read_.date(node->find("on")).value_or(model::Date{})};
}

model::ForPerson CaseBuilder::for_person(const JsonNode& node) {
  return {.person = reference(Referent::person, node.find("person")),
          .what = read_.statement(node.find("what")),
          .risks = read_.statements(node.find("risks")),
          .stay = read_.duration(node.find("stay")),
          .source = read_.source(node.find("source"))};
}

model::OnTreatment CaseBuilder::on_treatment(const JsonNode& node) {
  return {.treatment = read_.name<model::Modality>(node.find("treatment")),
          .what = read_.statement(node.find("what")),
          .registry_number = read_.text(node.find("registry_number")),
          .proposed_by = reference(Referent::option, node.find("proposed_by")),
          .decision = read_.name<model::TreatmentAnswer>(node.find("decision"))
                          .value_or(model::TreatmentAnswer::cannot_judge),
          .reason = read_.statement(node.find("reason")),
          .source = read_.source(node.find("source"))};
}

model::Proposal CaseBuilder::proposal(const JsonNode* node) {
  model::Proposal proposal;
  proposal.id = read_.text(member(node, "id"));
  proposal.rank = read_.integer(member(node, "rank"));
  for (const JsonNode& item : items_of(member(node, "modalities"))) {
    if (const auto modality = read_.name<model::Modality>(&item)) proposal.modalities.push_back(*modality);
  }
  proposal.order = read_.name<model::ModalityOrder>(member(node, "order"));
  proposal.line_of_therapy = read_.name<model::LineOfTherapy>(member(node, "line_of_therapy"));
  proposal.plan = read_.statement(member(node, "plan"));
  proposal.intent = read_.name<model::Intent>(member(node, "intent"));
  proposal.intent_words = read_.statement(member(node, "intent_words"));
  for (const JsonNode& each : items_of(member(node, "for_persons")))
    proposal.for_persons.push_back(for_person(each));
  proposal.intensity = read_.statement(member(node, "intensity"));
  proposal.benefit = read_.statement(member(node, "benefit"));
  proposal.risks = read_.statements(member(node, "risks"));
  proposal.side_effects = read_.statements(member(node, "side_effects"));
  for (const JsonNode& each : items_of(member(node, "chances"))) proposal.chances.push_back(chance(each));
  proposal.before_admission = read_.preparations(member(node, "before_admission"));
  proposal.time_to_treatment = read_.duration(member(node, "time_to_treatment"));
  proposal.stay = read_.duration(member(node, "stay"));
  proposal.time_abroad = read_.duration(member(node, "time_abroad"));
  proposal.follow_up = read_.statement(member(node, "follow_up"));
  proposal.alternatives = read_.statements(member(node, "alternatives"));
  proposal.if_not_suitable = read_.statement(member(node, "if_not_suitable"));
  if (const JsonNode* trial = member(node, "trial")) {
    proposal.trial =
        model::Trial{read_.text(trial->find("registry_number")), read_.statement(trial->find("title")),
                     read_.name<model::TrialEligibility>(trial->find("eligibility"))};
  }
  proposal.sources = read_.sources_of(member(node, "sources"));
  return proposal;
}

model::StatedChance CaseBuilder::chance(const JsonNode& node) {
  return {.id = read_.text(node.find("id")),
          .kind = read_.name<model::ChanceKind>(node.find("kind")).value_or(model::ChanceKind{}),
          .outcome = required(node.find("outcome")),
          .population = read_.statement(node.find("population")),
          .low = read_.decimal(node.find("low")),
          .high = read_.decimal(node.find("high")),
          .out_of = std::max(read_.integer(node.find("out_of")).value_or(100), 1),
          .approximate = read_.is_true(node.find("about")),
          .timeframe = read_.duration(node.find("timeframe")),
          .with = read_.statement(node.find("with")),
          .without = read_.statement(node.find("without")),
          .share_of = read_.text(node.find("share_of")),
          .together = read_.is_true(node.find("multiply")) ? model::ShareOfShare::multiplied
                                                           : model::ShareOfShare::apart,
          .source = read_.source(node.find("source"))};
}

model::Home CaseBuilder::home(const JsonNode* node) {
  model::Home home;
  home.document = reference(Referent::document, member(node, "document"));
  speak_as(home.document);
  home.doctor = person(member(node, "doctor"));
  home.date = read_.date(member(node, "date"));
  home.proposal = proposal(node);
  home.limits = read_.statements(member(node, "limits"));
  home.emergency_care = read_.statement(member(node, "emergency_care"));
  return home;
}

/// A discount as the letter has it, with a minus: its amount is what it takes off.
void CaseBuilder::take_off(model::CostItem& item, const JsonNode& node) {
  const auto signs = [](const std::optional<model::MoneyRange>& amount) {
    std::set<bool> found;
    if (!amount) return found;
    for (const auto& bound : {amount->low, amount->high}) {
      if (bound && !bound->is_zero()) found.insert(bound->is_negative());
    }
    return found;
  };
  std::set<bool> found = signs(item.unit_price);
  found.merge(signs(item.line));
  if (!found.contains(true)) return;
  const bool is_other = item.kind != model::LineKind::discount && node.find("kind") != nullptr;
  if (is_other || found.size() > 1) {
    read_.error(node, "amount-negative",
                is_other ? "the amount is below 0, and the line is no discount"
                         : "the line has an amount below 0 and one above",
                "only a discount takes from a sum", R"(write "kind": "discount", and what it takes off)");
  }
  item.kind = model::LineKind::discount;
  for (auto* amount : {&item.unit_price, &item.line}) {
    if (*amount) *amount = model::without_sign(**amount);
  }
}

model::CostItem CaseBuilder::item(const JsonNode& node, const model::Estimate& estimate) {
  // A line may be priced in another currency than the rest of its letter.
  const model::Currency own = read_.currency(node.find("currency")).value_or(estimate.currency);
  model::CostItem item{
      .category = read_.name<model::CostCategory>(node.find("category")).value_or(model::CostCategory::other),
      .label = required(node.find("label")),
      .state = model::ItemState::included,
      .unit_price = read_.amount(&node, own, Sign::allowed),
      .quantity = read_.decimal(node.find("quantity")),
      .unit = read_.text(node.find("unit")),
      .line = read_.amount(node.find("line"), own, Sign::allowed),
      .source = read_.source(node.find("source")),
      .kind = read_.name<model::LineKind>(node.find("kind")).value_or(model::LineKind::charge),
      .percent = read_.decimal(node.find("percent"))};
  item.quantity_high = read_.decimal(node.find("quantity_high"));
  item.converted = read_.amount(node.find("own_conversion"), estimate.currency);
  item.person = reference(Referent::person, node.find("person"));
  for (const JsonNode& each : items_of(node.find("covers"))) item.covers.push_back(read_.text(&each));
  take_off(item, node);
  // What a package lists is in it. A line of an itemised estimate that has no amount, and does not say why,
  // is open.
  const bool is_open =
      estimate.basis == model::EstimateBasis::itemised && !item.unit_price && !item.line && !item.percent;
  item.state = read_.name<model::ItemState>(node.find("state"))
                   .value_or(is_open ? model::ItemState::not_stated : model::ItemState::included);
  return item;
}

/// What an estimate says of other ones, of a plan, and of how long it holds.
void CaseBuilder::relate(model::Estimate& estimate, const JsonNode& node) {
  estimate.issuer = read_.text(node.find("issuer"));
  estimate.proposal = read_.text(node.find("proposal"));
  for (const JsonNode& each : items_of(node.find("additive_to")))
    estimate.additive_to.push_back(reference(Referent::estimate, &each));
  for (const JsonNode& each : items_of(node.find("alternative_to")))
    estimate.alternative_to.push_back(reference(Referent::estimate, &each));
  estimate.valid_for = read_.duration(node.find("valid_for"));
  if (const JsonNode* own = node.find("own_conversion")) {
    if (const auto currency = read_.currency(own->find("currency")))
      estimate.own_conversion = read_.amount(own, *currency);
  }
}

model::Estimate CaseBuilder::estimate(const JsonNode& node) {
  const auto currency = read_.currency(node.find("currency"));
  const JsonNode* hospital = node.find("hospital");
  const bool is_of_home = hospital != nullptr && hospital->text == "home";
  model::Estimate estimate{
      .id = read_.text(node.find("id")),
      .hospital = reference(is_of_home ? Referent::option : Referent::hospital, hospital),
      .document = reference(Referent::document, node.find("document")),
      .issued = read_.date(node.find("issued")),
      .valid_until = read_.date(node.find("valid_until")),
      .currency = currency.value_or(unread_currency()),
      .basis = read_.name<model::EstimateBasis>(node.find("basis")).value_or(model::EstimateBasis::itemised),
      .items = {},
      .total = {},
      .payments = {},
      .complications = {},
      .supersedes = reference(Referent::estimate, node.find("supersedes")),
      .tax = read_.name<model::TaxBasis>(node.find("tax"))};
  speak_as(estimate.document);
  for (const JsonNode& each : items_of(node.find("items"))) estimate.items.push_back(item(each, estimate));
  estimate.total = read_.amount(node.find("total"), estimate.currency);
  for (const JsonNode& each : items_of(node.find("payments"))) {
    estimate.payments.push_back(
        {.when = read_.name<model::PaymentTime>(each.find("when")).value_or(model::PaymentTime::other),
         .amount = read_.amount(each.find("amount"), estimate.currency),
         .label = read_.statement(each.find("label")),
         .refundable = read_.name<model::Refundable>(each.find("refundable")),
         .source = read_.source(each.find("source")),
         .percent = read_.decimal(each.find("percent")),
         .refund_percent = read_.decimal(each.find("refund_percent"))});
  }
  relate(estimate, node);
  estimate.complications = read_.statement(node.find("complications"));
  estimate.sources = read_.sources_of(node.find("sources"));
  return estimate;
}

model::NonMedicalCost CaseBuilder::non_medical(const JsonNode& node) {
  const auto currency = read_.currency(node.find("currency"));
  const bool priced = node.find("low") != nullptr || node.find("high") != nullptr;
  if (priced && node.find("currency") == nullptr) {
    read_.error(node, "amount-without-currency", "this cost has an amount and no currency",
                "an amount without its currency cannot be shown or converted", "add \"currency\"");
  }
  const JsonNode* over = node.find("over");
  const std::string unit = read_.text(node.find("unit"));
  constexpr std::string_view k_units[] = {"day", "night", "week", "month", "year"};
  if (over != nullptr && std::ranges::find(k_units, unit) == std::end(k_units)) {
    read_.error(*over, "time-without-unit", "this cost runs over a time, and has no unit of time",
                "nobody could say how often its amount is due",
                "write \"unit\": \"day\", \"night\", \"week\" or \"month\"");
  }
  if (over != nullptr && node.find("quantity") != nullptr) {
    read_.error(*over, "time-and-quantity", "this cost has a quantity and runs over a time too",
                "both would say how often its amount is due", "keep one of them");
  }
  return {
      .option = reference(Referent::option, node.find("option")),
      .category = read_.name<model::CostCategory>(node.find("category")).value_or(model::CostCategory::other),
      .label = required(node.find("label")),
      .unit_price = read_.amount(&node, currency.value_or(unread_currency())),
      .quantity = read_.decimal(node.find("quantity")),
      .unit = unit,
      .estimated_by = read_.text(node.find("estimated_by")),
      .persons = read_.integer(node.find("persons")),
      .over = read_.name<model::CostTime>(node.find("over"))};
}

void CaseBuilder::rates(const JsonNode* node) {
  for (const JsonNode& each : items_of(node)) {
    built_.value.rates.push_back({.from = read_.currency(each.find("from")).value_or(unread_currency()),
                                  .to = read_.currency(each.find("to")).value_or(unread_currency()),
                                  .rate = read_.decimal(each.find("rate")).value_or(1),
                                  .date = read_.date(each.find("date")).value_or(model::Date{}),
                                  .source = read_.text(each.find("source")),
                                  .kind = read_.name<model::RateKind>(each.find("kind"))});
  }
}

}  // namespace generator::ingest

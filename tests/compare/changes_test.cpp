// What changed between two revisions of a case: the decision, the words, the money, the gaps.
#include "generator/compare/changes.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "case_builder.h"
#include "generator/compare/names.h"

namespace generator::compare::test {
namespace {

/// Two hospitals, one of which has accepted on conditions and estimated.
CaseBuilder earlier_case() {
  CaseBuilder c;
  c.rate("CNY", "USD", "0.1391", "2026-10-30");
  c.hospital("h1", "Birch");
  c.hospital("h2", "Willow");
  model::Opinion& opinion = c.opinion("h1", model::DecisionStatus::conditional);
  opinion.received = day("2026-10-12");
  model::Proposal proposal;
  proposal.modalities = {model::Modality::surgery, model::Modality::systemic};
  proposal.stay = model::DurationRange{4, 6, model::TimeUnit::week};
  proposal.risks = {says("Bleeding"), says("Infection")};
  opinion.proposals = {proposal};
  model::Estimate& estimate = c.estimate("h1", "CNY");
  estimate.items = {item(model::CostCategory::surgery, "Operation", "CNY", "60000"),
                    item(model::CostCategory::drugs, "Drugs", "CNY", "8000")};
  estimate.payments = {{.when = model::PaymentTime::before_arrival,
                        .amount = money("CNY", "20000"),
                        .label = says("Deposit"),
                        .refundable = {}}};
  return c;
}

const OptionChange* find(const Changes& changes, std::string_view id) {
  const auto it = std::ranges::find(changes.options, id, &OptionChange::id);
  return it == changes.options.end() ? nullptr : &*it;
}

std::string said_in(const Cell& cell) {
  const std::string text = text_of(cell.parts);
  return text.empty() ? std::string(name_of(cell.state)) : text;
}

/// "4-6 week -> 3-5 week", or "none" if the row did not change.
std::string change_of(const OptionChange& option, RowId row) {
  const auto it = std::ranges::find(option.rows, row, &RowChange::row);
  return it == option.rows.end() ? "none" : said_in(it->before) + " -> " + said_in(it->now);
}

}  // namespace

TEST_CASE("What did not change is not listed, wherever it stands now") {
  CaseBuilder c = earlier_case();
  const Comparison before = c.compare();
  CHECK(changes_since(before, before).empty());

  // A newer letter says the same words, and somebody has translated them.
  c.letter("letter-2", "Bleeding");
  model::Statement& risk = c.value().opinions.front().proposals.front().risks.front();
  risk.source = model::Source{"letter-2", 1, "Bleeding"};
  risk.translations = {{model::LanguageTag::parse("ru").value(), "Кровотечение", "somebody"}};
  std::ranges::reverse(c.value().opinions.front().proposals.front().risks);
  std::ranges::reverse(c.value().hospitals);
  const Changes changes = changes_since(before, c.compare());
  CHECK(changes.options.empty());
  REQUIRE(changes.letters.size() == 1);
  CHECK_FALSE(changes.letters.front().before);
  CHECK(changes.letters.front().now->id == "letter-2");
  CHECK(changes.since == day("2026-11-02"));
}

TEST_CASE("A mended translation is a change: the family has read the other one") {
  CaseBuilder c = earlier_case();
  const auto translate = [&](const char* words) {
    c.value().opinions.front().proposals.front().risks.front().translations = {
        {model::LanguageTag::parse("ru").value(), words, "somebody"}};
    return c.compare();
  };
  const Comparison before = translate("Кровь");
  const Changes changes = changes_since(before, translate("Кровотечение"));
  REQUIRE(find(changes, "h1") != nullptr);
  CHECK(change_of(*find(changes, "h1"), RowId::risks) == "\"Bleeding\" -> \"Bleeding\"");
}

TEST_CASE("Values of a row are told apart one by one") {
  CaseBuilder c = earlier_case();
  const Comparison before = c.compare();
  model::Opinion& opinion = c.value().opinions.front();
  opinion.decision = model::DecisionStatus::accepted;
  opinion.proposals.front().risks = {says("Infection"), says("Clots")};
  opinion.proposals.front().stay = model::DurationRange{3, 5, model::TimeUnit::week};
  opinion.proposals.front().time_abroad = model::DurationRange{{}, 3, model::TimeUnit::month};
  const Changes changes = changes_since(before, c.compare());
  REQUIRE(changes.options.size() == 1);
  const OptionChange& option = changes.options.front();
  CHECK(option.id == "h1");
  CHECK(option.event == OptionEvent::none);
  CHECK(change_of(option, RowId::decision) == "decision.conditional -> decision.accepted");
  CHECK(change_of(option, RowId::risks) == "\"Bleeding\" -> \"Clots\"");
  CHECK(change_of(option, RowId::stay) == "4-6 week -> 3-5 week");
  CHECK(change_of(option, RowId::time_abroad) == "not-stated -> -3 month");
  CHECK(change_of(option, RowId::treatment) == "none");
  // The gap of the time abroad is closed; that the acceptance named no conditions does not matter any more.
  std::vector<std::string> closed;
  for (const auto& change : option.unknowns) {
    CHECK_FALSE(change.now);
    closed.push_back(change.before->id);
  }
  CHECK(std::ranges::count(closed, "unknown.time-abroad") == 1);
  CHECK(std::ranges::count(closed, "unknown.conditions") == 1);
}

TEST_CASE(
    "The order of the treatments of a plan is part of what it says; a second plan does not change the "
    "first") {
  CaseBuilder c = earlier_case();
  const Comparison before = c.compare();
  model::Opinion& opinion = c.value().opinions.front();
  SECTION("another order") {
    std::ranges::reverse(opinion.proposals.front().modalities);
    const Changes changes = changes_since(before, c.compare());
    REQUIRE(find(changes, "h1") != nullptr);
    CHECK(change_of(*find(changes, "h1"), RowId::treatment) ==
          "modality.surgery / modality.systemic -> modality.systemic / modality.surgery");
  }
  SECTION("a second plan") {
    model::Proposal second;
    second.modalities = {model::Modality::radiation};
    opinion.proposals.push_back(second);
    const Changes changes = changes_since(before, c.compare());
    REQUIRE(find(changes, "h1") != nullptr);
    CHECK(change_of(*find(changes, "h1"), RowId::treatment) == "stated -> modality.radiation");
    CHECK(change_of(*find(changes, "h1"), RowId::stay) == "none");
    CHECK(change_of(*find(changes, "h1"), RowId::risks) == "none");
  }
}

TEST_CASE("A hospital that came, went or answered for the first time is told as a whole") {
  CaseBuilder c = earlier_case();
  const Comparison before = c.compare();
  model::Opinion& first = c.opinion("h2", model::DecisionStatus::under_review);
  first.proposals.resize(1);
  c.hospital("h3", "Cedar");
  const Comparison now = c.compare();
  const Changes changes = changes_since(before, now);

  const OptionChange* answered = find(changes, "h2");
  REQUIRE(answered != nullptr);
  CHECK(answered->event == OptionEvent::first_answer);
  CHECK(answered->rows.size() == 1);
  CHECK(change_of(*answered, RowId::decision) == "decision.no-answer -> decision.under-review");
  CHECK(answered->unknowns.empty());
  CHECK(answered->letter_before == "B");
  CHECK(answered->letter == "C");  // Cedar stands before it

  const OptionChange* came = find(changes, "h3");
  REQUIRE(came != nullptr);
  CHECK(came->event == OptionEvent::came);
  CHECK(came->letter == "B");
  CHECK(came->rows.empty());

  const Changes back = changes_since(now, before);
  CHECK(find(back, "h2")->event == OptionEvent::answer_withdrawn);
  REQUIRE(find(back, "h3") != nullptr);
  CHECK(find(back, "h3")->event == OptionEvent::went);
  CHECK(find(back, "h3") == &back.options.back());
}

TEST_CASE("Amounts stand beside what they were, each as it was stated") {
  CaseBuilder c = earlier_case();
  const Comparison before = c.compare();
  model::Estimate& estimate = c.value().estimates.front();
  estimate.items.front().unit_price = money("CNY", "60000-75000");
  estimate.payments.front().amount = money("CNY", "15000");
  estimate.payments.push_back(
      {.when = model::PaymentTime::discharge, .amount = {}, .label = {}, .refundable = {}});
  estimate.complications = says("Paid by the family");
  const Changes changes = changes_since(before, c.compare());
  REQUIRE(changes.options.size() == 1);
  REQUIRE(changes.options.front().estimate);
  const EstimateChange& change = *changes.options.front().estimate;
  REQUIRE(change.categories.size() == 1);
  CHECK(change.categories.front().category == model::CostCategory::surgery);
  CHECK(text_of(change.categories.front().before.amount) == "60000 CNY = 8346.0000 USD");
  CHECK(text_of(change.categories.front().after.amount) == "60000-75000 CNY = 8346.0000-10432.5000 USD");
  REQUIRE(change.payments.size() == 2);
  CHECK(text_of(change.payments[0].before->amount) == "20000 CNY = 2782.0000 USD");
  CHECK(text_of(change.payments[0].now->amount) == "15000 CNY = 2086.5000 USD");
  CHECK_FALSE(change.payments[1].before);
  CHECK(change.payments[1].now->payment.when == model::PaymentTime::discharge);
  CHECK(text_of(change.whole.before->stated_items) == "68000 CNY = 9458.8000 USD");
  CHECK(text_of(change.whole.now->stated_items) == "68000-83000 CNY = 9458.8000-11545.3000 USD");
  CHECK(change.whole.now->complications->text == "Paid by the family");
}

TEST_CASE("An estimate that came or went is told as a whole; another rate changes no stated amount") {
  CaseBuilder c = earlier_case();
  const Comparison before = c.compare();
  SECTION("came") {
    c.opinion("h2", model::DecisionStatus::under_review);
    const Comparison first = c.compare();
    c.estimate("h2", "CNY").items = {item(model::CostCategory::drugs, "Drugs", "CNY", "5")};
    const Changes changes = changes_since(first, c.compare());
    REQUIRE(find(changes, "h2") != nullptr);
    REQUIRE(find(changes, "h2")->estimate);
    const EstimateChange& change = *find(changes, "h2")->estimate;
    CHECK_FALSE(change.whole.before);
    CHECK(change.whole.now);
    CHECK(change.categories.empty());
    CHECK(find(changes, "h1") == nullptr);
  }
  SECTION("a rate") {
    c.value().rates.front().rate = decimal("0.15");
    const Changes changes = changes_since(before, c.compare());
    CHECK(changes.options.empty());
    REQUIRE(changes.rates.size() == 1);
    CHECK(changes.rates.front().before->rate == decimal("0.1391"));
    CHECK(changes.rates.front().now->rate == decimal("0.15"));
  }
}

TEST_CASE("What the case says of itself, differences, flags and the release") {
  CaseBuilder c = earlier_case();
  model::Opinion& other = c.opinion("h2", model::DecisionStatus::accepted);
  other.proposals.resize(1);
  other.proposals.front().modalities = {model::Modality::systemic};
  c.value().records = {{model::RecordKind::imaging, model::RecordState::missing, "", {}, {}}};
  const Comparison before = c.compare();
  REQUIRE(find(before, Subject::treatment) != nullptr);

  c.value().opinions.back().proposals.front().modalities = {model::Modality::surgery,
                                                            model::Modality::systemic};
  c.value().quote_judgements = {{model::QuoteVerdict::promise,
                                 "h2",
                                 model::Source{"l", 1, "A cure."},
                                 "M. Osei",
                                 model::JudgeRole::coordinator,
                                 day("2026-11-01"),
                                 {}}};
  c.value().records.front() = {model::RecordKind::imaging, model::RecordState::present, "CT.pdf", {}, {}};
  c.value().urgent = {{model::UrgentKind::unstable_disease, says("Jaundice")}};
  c.value().status.ecog = 2;
  c.value().question = says("Can it be removed?");
  c.value().release = {model::ReleaseState::reviewed, "T. Fernando", day("2026-11-01")};
  const Changes changes = changes_since(before, c.compare());

  REQUIRE(changes.facts.size() == 2);
  CHECK(changes.facts[0].fact == CaseFact::urgent);
  CHECK(said_in(changes.facts[0].now) == "urgent.unstable-disease / \"Jaundice\"");
  CHECK(changes.facts[1].fact == CaseFact::question);
  REQUIRE(changes.ecog);
  CHECK_FALSE(changes.ecog->before);
  CHECK(changes.ecog->now == 2);
  REQUIRE(changes.records.size() == 1);
  CHECK(changes.records.front().before->state == model::RecordState::missing);
  CHECK(changes.records.front().now->state == model::RecordState::present);
  REQUIRE(changes.release);
  CHECK(changes.release->before->state == model::ReleaseState::draft);
  const auto treatment =
      std::ranges::find(changes.differences, Subject::treatment, &DifferenceChange::subject);
  REQUIRE(treatment != changes.differences.end());
  CHECK(treatment->before);
  CHECK_FALSE(treatment->now);
  CHECK(std::ranges::any_of(changes.unknowns, [](const auto& change) {
    return !change.now && change.before->id == "unknown.records-missing";
  }));
  REQUIRE(find(changes, "h2") != nullptr);
  CHECK(std::ranges::any_of(find(changes, "h2")->red_flags, [](const auto& change) {
    return !change.before && change.now->id == "red-flag.guarantee";
  }));
}

TEST_CASE("The JSON of a comparison holds the changes only if an earlier one was given") {
  CaseBuilder c = earlier_case();
  Comparison comparison = c.compare();
  CHECK(to_json(comparison).find("\"changes\"") == std::string::npos);
  c.value().opinions.front().decision = model::DecisionStatus::accepted;
  Comparison now = c.compare();
  now.changes = std::make_shared<const Changes>(changes_since(comparison, now));
  const std::string json = to_json(now);
  const std::size_t at = json.find("\"changes\"");
  REQUIRE(at != std::string::npos);
  CHECK(json.find("\"since\": \"2026-11-02\"", at) != std::string::npos);
  CHECK(json.find("\"id\": \"decision.conditional\"", at) != std::string::npos);
}

}  // namespace generator::compare::test

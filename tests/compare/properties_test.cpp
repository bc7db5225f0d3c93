// What holds of every case, tried on made-up ones.
#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch.hpp>

#include "case_builder.h"
#include "generator/compare/changes.h"
#include "generator/compare/names.h"
#include "generator/model/names.h"

namespace generator::compare::test {
namespace {

using Category = model::CostCategory;

std::optional<model::MoneyRange> any_amount(std::string_view code) {
  const int low = *rc::gen::inRange(0, 100000);
  const int high = low + *rc::gen::inRange(0, 1000);
  switch (*rc::gen::inRange(0, 4)) {
    case 0: return std::nullopt;
    case 1: return model::stated(currency(code), low, std::nullopt);
    case 2: return model::stated(currency(code), std::nullopt, high);
    default: return model::stated(currency(code), low, high);
  }
}

model::CostItem any_item(std::string_view code) {
  const auto category =
      *rc::gen::element(Category::drugs, Category::procedure, Category::imaging, Category::other);
  model::CostItem result = item(category, "line", code, "");
  result.state = *rc::gen::element(model::ItemState::included, model::ItemState::excluded,
                                   model::ItemState::not_stated, model::ItemState::asked);
  if (result.state == model::ItemState::included) result.unit_price = any_amount(code);
  if (*rc::gen::inRange(0, 2) == 1) result.unit = "cycle";
  if (*rc::gen::inRange(0, 2) == 1) result.quantity = model::Decimal(*rc::gen::inRange(1, 9));
  return result;
}

/// Two to five hospitals, some of one name, with answers and estimates in several currencies.
CaseBuilder any_case() {
  CaseBuilder c;
  c.rate("CNY", "USD", "0.1391", "2026-10-30");
  c.rate("TRY", "USD", "0.02214", "2026-10-30");
  c.value().diagnosis.markers = {{"HER2", "2+", {}}};
  if (*rc::gen::inRange(0, 2) == 1) c.value().family.contingency_percent = model::Decimal(10);
  const int hospitals = *rc::gen::inRange(2, 6);
  for (int i = 0; i < hospitals; ++i) {
    const std::string id = "h" + std::to_string(i);
    c.hospital(id, *rc::gen::element<std::string>("Öz", "Alpha", "alpha", "北京", "Zenith"));
    const auto& decisions = model::names<model::DecisionStatus>();
    const int answers = *rc::gen::inRange(0, 3);
    for (int k = 0; k < answers; ++k) {
      const auto at = static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(decisions.size())));
      model::Opinion& opinion = c.opinion(id, decisions[at].value);
      if (*rc::gen::inRange(0, 2) == 1)
        opinion.received = day("2026-10-1" + std::to_string(*rc::gen::inRange(0, 9)));
      opinion.proposals.resize(static_cast<std::size_t>(*rc::gen::inRange(0, 3)));
      for (model::Proposal& proposal : opinion.proposals) {
        proposal.modalities = {*rc::gen::element(model::Modality::surgery, model::Modality::systemic)};
        if (*rc::gen::inRange(0, 2) == 1)
          proposal.modalities.push_back(
              *rc::gen::element(model::Modality::surgery, model::Modality::systemic));
        if (*rc::gen::inRange(0, 2) == 1)
          proposal.stay = model::DurationRange{1, *rc::gen::inRange(1, 4), model::TimeUnit::week};
        if (*rc::gen::inRange(0, 2) == 1)
          proposal.before_admission = {
              {*rc::gen::element(model::PreparationKind::heart, model::PreparationKind::dental),
               says("check")}};
      }
      if (*rc::gen::inRange(0, 2) == 1)
        opinion.diagnosis.markers = {{"HER2", *rc::gen::element<std::string>("2+", "3+"), {}}};
      if (*rc::gen::inRange(0, 2) == 1)
        opinion.urgency_within = model::DurationRange{{}, *rc::gen::inRange(1, 4), model::TimeUnit::week};
    }
    if (*rc::gen::inRange(0, 2) == 1) {
      c.value().non_medical.push_back({.option = id,
                                       .category = Category::lodging,
                                       .label = says("room"),
                                       .unit_price = any_amount("EUR"),
                                       .quantity = {},
                                       .unit = "week",
                                       .estimated_by = "somebody",
                                       .persons = *rc::gen::inRange(1, 4),
                                       .over = model::CostTime::stay});
    }
    if (*rc::gen::inRange(0, 4) == 3) continue;
    const std::string code = *rc::gen::element<std::string>("CNY", "TRY", "EUR");
    model::Estimate& estimate = c.estimate(id, code);
    estimate.basis = *rc::gen::element(model::EstimateBasis::itemised, model::EstimateBasis::package);
    const int lines = *rc::gen::inRange(0, 5);
    for (int k = 0; k < lines; ++k) estimate.items.push_back(any_item(code));
    if (*rc::gen::inRange(0, 2) == 1) estimate.total = any_amount(code);
  }
  return c;
}

/// Everything that changed, a line each; `mirrored`: with the two revisions swapped.
std::vector<std::string> lines_of(const Changes& changes, bool mirrored) {
  std::vector<std::string> lines;
  const auto add = [&](std::string what, std::string before, std::string now) {
    if (mirrored) std::swap(before, now);
    lines.push_back(what + ": " + before + " -> " + now);
  };
  const auto add_each = [&](const std::string& what, const auto& all, const auto& text) {
    for (const auto& change : all)
      add(what, change.before ? text(*change.before) : "none", change.now ? text(*change.now) : "none");
  };
  const auto cell = [](const Cell& c) {
    std::vector<std::string> values;
    for (const Value& value : values_in(c.parts)) values.push_back(text_of(value));
    std::ranges::sort(values);
    std::string text(name_of(c.state));
    for (const std::string& value : values) text += " / " + value;
    return text;
  };
  const auto message = [](const Message& m) { return text_of(Value(m)); };
  const auto cost = [](const CostCell& c) {
    return std::string(name_of(c.state)) + " " + text_of(c.amount) + " " + std::to_string(c.not_in_amount);
  };
  for (const OptionChange& option : changes.options) {
    const bool is_new = option.event == OptionEvent::came || option.event == OptionEvent::first_answer;
    const bool is_gone = option.event == OptionEvent::went || option.event == OptionEvent::answer_withdrawn;
    add(option.id, option.letter_before + (is_gone ? " there" : ""),
        option.letter + (is_new ? " there" : ""));
    add(option.id, option.name_before, option.name);
    for (const RowChange& row : option.rows)
      add(option.id + " " + std::string(name_of(row.row)), cell(row.before), cell(row.now));
    if (option.estimate) {
      const auto state = [](const EstimateState& s) {
        return text_of(s.stated_items) + " " + std::to_string(s.items_without_amount) + " " +
               text_of(s.stated_total);
      };
      add_each(option.id + " estimate", std::vector{option.estimate->whole}, state);
      for (const CategoryChange& change : option.estimate->categories)
        add(option.id + " " + std::string(model::name_of(change.category)), cost(change.before),
            cost(change.after));
    }
    add_each(option.id + " outside", option.non_medical,
             [](const NonMedicalLine& line) { return text_of(line.line); });
    add_each(option.id + " flag", option.red_flags, message);
    add_each(option.id + " unknown", option.unknowns, message);
  }
  for (const DifferenceChange& change : changes.differences)
    add(std::string(name_of(change.subject)), change.before ? std::string(name_of(*change.before)) : "none",
        change.now ? std::string(name_of(*change.now)) : "none");
  add_each("unknown", changes.unknowns, message);
  add_each("rate", changes.rates, [](const model::Rate& rate) { return rate.rate.to_string(); });
  std::ranges::sort(lines);
  return lines;
}

bool is_below(const std::optional<model::Decimal>& a, const std::optional<model::Decimal>& b) {
  return a && b && *a < *b;
}

}  // namespace

TEST_CASE("The order of the file changes nothing") {
  CHECK(rc::check("reordering hospitals, opinions and estimates", [] {
    CaseBuilder c = any_case();
    const std::string before = to_json(c.compare());
    model::Case& value = c.value();
    const auto hospitals = static_cast<std::ptrdiff_t>(value.hospitals.size());
    std::rotate(value.hospitals.begin(),
                value.hospitals.begin() + *rc::gen::inRange<std::ptrdiff_t>(0, hospitals),
                value.hospitals.end());
    if (*rc::gen::inRange(0, 2) == 1) std::ranges::reverse(value.hospitals);
    std::ranges::reverse(value.opinions);
    std::ranges::reverse(value.estimates);
    std::ranges::reverse(value.non_medical);
    std::ranges::reverse(value.rates);
    RC_ASSERT(to_json(c.compare()) == before);
  }));
}

TEST_CASE("An item without an answer never lowers a total") {
  CHECK(rc::check("adding an unanswered item", [] {
    CaseBuilder c = any_case();
    RC_PRE(!c.value().estimates.empty());
    const Comparison before = c.compare();
    const auto at =
        static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(c.value().estimates.size())));
    model::Estimate& estimate = c.value().estimates[at];
    estimate.items.push_back(item(*rc::gen::element(Category::drugs, Category::visa), "open",
                                  *rc::gen::element(model::ItemState::asked, model::ItemState::not_stated)));
    const Comparison after = c.compare();
    for (std::size_t i = 0; i < after.costs.sheets.size(); ++i) {
      const CostSheet& was = before.costs.sheets[i];
      const CostSheet& is = after.costs.sheets[i];
      // What is open may cost anything: the least stays, and there is no most.
      const auto least = [](const CostSheet& sheet) {
        return sheet.stated_items ? sheet.stated_items->own.low : std::nullopt;
      };
      RC_ASSERT(least(is) == least(was));
      RC_ASSERT(is.stated_total.has_value() == was.stated_total.has_value());
      if (is.stated_total) RC_ASSERT(is.stated_total->own == was.stated_total->own);
      const bool has_item = is.estimate == estimate.id;
      RC_ASSERT(is.items_without_amount == was.items_without_amount + (has_item ? 1 : 0));
    }
  }));
}

TEST_CASE("Converting changes no stated amount") {
  CHECK(rc::check("with and without rates", [] {
    CaseBuilder c = any_case();
    const Comparison with = c.compare();
    c.value().rates.clear();
    const Comparison without = c.compare();
    for (std::size_t i = 0; i < with.costs.sheets.size(); ++i) {
      const CostSheet& a = with.costs.sheets[i];
      const CostSheet& b = without.costs.sheets[i];
      RC_ASSERT(a.lines.size() == b.lines.size());
      for (std::size_t k = 0; k < a.lines.size(); ++k) {
        RC_ASSERT(a.lines[k].line.has_value() == b.lines[k].line.has_value());
        if (a.lines[k].line) RC_ASSERT(a.lines[k].line->own == b.lines[k].line->own);
      }
      if (a.stated_items) RC_ASSERT(a.stated_items->own == b.stated_items->own);
      if (b.stated_items) RC_ASSERT(!b.stated_items->family);
      if (a.contingency) RC_ASSERT(a.contingency->own == b.contingency->own);
    }
    for (std::size_t i = 0; i < with.costs.rows.size(); ++i) {
      for (std::size_t k = 0; k < with.costs.rows[i].cells.size(); ++k) {
        const CostCell& a = with.costs.rows[i].cells[k];
        const CostCell& b = without.costs.rows[i].cells[k];
        RC_ASSERT(a.state == b.state);
        RC_ASSERT(a.amount.has_value() == b.amount.has_value());
        if (a.amount) RC_ASSERT(a.amount->own == b.amount->own);
      }
    }
    for (std::size_t i = 0; i < with.costs.non_medical.size(); ++i) {
      const auto& a = with.costs.non_medical[i].line;
      const auto& b = without.costs.non_medical[i].line;
      RC_ASSERT(a.has_value() == b.has_value());
      if (a) RC_ASSERT(a->own == b->own);
    }
  }));
}

TEST_CASE("A sum is no less than any of its lines, and its bounds are in order") {
  CHECK(rc::check("sums", [] {
    const Comparison comparison = any_case().compare();
    for (const CostSheet& sheet : comparison.costs.sheets) {
      if (!sheet.stated_items || sheet.basis == model::EstimateBasis::package) continue;
      const model::MoneyRange& sum = sheet.stated_items->own;
      RC_ASSERT(!is_below(sum.high, sum.low));
      for (const CostLine& line : sheet.lines) {
        if (!line.line || line.item.state != model::ItemState::included) continue;
        RC_ASSERT(!is_below(sum.low, line.line->own.low));
        RC_ASSERT(!is_below(sum.high, line.line->own.high));
        RC_ASSERT(line.line->own.high || !sum.high);  // an open bound stays open
        RC_ASSERT(line.line->own.low || !sum.low);    // at either end
      }
    }
  }));
}

TEST_CASE("No hospital is shown as accepted that has not accepted") {
  CHECK(rc::check("decisions", [] {
    CaseBuilder c = any_case();
    const Comparison comparison = c.compare();
    for (const Option& option : comparison.options) {
      const bool has_accepted =
          std::ranges::any_of(c.value().opinions, [&option](const model::Opinion& opinion) {
            return opinion.hospital == option.id && opinion.decision == model::DecisionStatus::accepted;
          });
      RC_ASSERT(option.decision != model::DecisionStatus::accepted || has_accepted);
    }
  }));
}

TEST_CASE("Nothing has changed since the case itself, in whatever order it stands") {
  CHECK(rc::check("the same case", [] {
    CaseBuilder c = any_case();
    const Comparison before = c.compare();
    RC_ASSERT(changes_since(before, before).empty());
    std::ranges::reverse(c.value().hospitals);
    std::ranges::reverse(c.value().opinions);
    std::ranges::reverse(c.value().estimates);
    std::ranges::reverse(c.value().non_medical);
    RC_ASSERT(changes_since(before, c.compare()).empty());
  }));
}

TEST_CASE("What changed from one case to another is the mirror of what changed back") {
  CHECK(rc::check("two cases", [] {
    const Comparison one = any_case().compare();
    const Comparison other = any_case().compare();
    RC_ASSERT(lines_of(changes_since(one, other), false) == lines_of(changes_since(other, one), true));
  }));
}

}  // namespace generator::compare::test

#include "case_builder.h"

#include "../house_lexicon.h"

#include <algorithm>
#include <stdexcept>

#include "generator/compare/names.h"
#include "generator/compare/row_builder.h"

namespace generator::compare::test {

model::Currency currency(std::string_view code) {
  return model::Currency::parse(code).value();
}

model::Decimal decimal(std::string_view text) {
  return model::Decimal::parse(text).value();
}

model::Date day(std::string_view text) {
  return model::Date::parse(text).value();
}

model::Statement says(std::string text, std::string_view language) {
  return {std::move(text), model::LanguageTag::parse(language).value(), {}, std::nullopt};
}

model::MoneyRange money(std::string_view code, std::string_view range) {
  const std::size_t dash = range.find('-');
  const std::string_view low = range.substr(0, dash);
  const std::string_view high = dash == std::string_view::npos ? low : range.substr(dash + 1);
  return model::stated(currency(code), model::Decimal::parse(low), model::Decimal::parse(high));
}

std::string text_of(const model::MoneyRange& amount) {
  const std::string low = amount.low ? amount.low->to_string() : "";
  const std::string high = amount.high ? amount.high->to_string() : "";
  const bool is_one = amount.low && amount.high && *amount.low == *amount.high;
  return (is_one ? low : low + "-" + high) + " " + amount.currency.code();
}

std::string text_of(const std::optional<Amount>& amount) {
  if (!amount) return "none";
  return text_of(amount->own) + (amount->family ? " = " + text_of(*amount->family) : "");
}

model::CostItem item(model::CostCategory category, std::string label, std::string_view code,
                     std::string_view range) {
  model::CostItem result{category, says(std::move(label)), model::ItemState::included, {}, {}, {}, {}};
  if (!range.empty()) result.unit_price = money(code, range);
  return result;
}

model::CostItem item(model::CostCategory category, std::string label, model::ItemState state) {
  return {category, says(std::move(label)), state, {}, {}, {}, {}};
}

CaseBuilder::CaseBuilder() {
  case_.id = "test-1";
  case_.date = day("2026-11-02");
  case_.patient.label = "A. K.";
  case_.family.currency = currency("USD");
  case_.diagnosis.text = says("Hepatocellular carcinoma");
}

model::Hospital& CaseBuilder::hospital(std::string id, std::string name) {
  return case_.hospitals.emplace_back(model::Hospital{std::move(id), std::move(name), "", "CN", ""});
}

model::Opinion& CaseBuilder::opinion(const std::string& hospital, model::DecisionStatus decision) {
  const auto before = std::ranges::count(case_.opinions, hospital, &model::Opinion::hospital);
  model::Opinion opinion{};
  opinion.id = "op-" + hospital + (before == 0 ? "" : "-" + std::to_string(before + 1));
  opinion.hospital = hospital;
  opinion.decision = decision;
  return case_.opinions.emplace_back(std::move(opinion));
}

model::Estimate& CaseBuilder::estimate(const std::string& hospital, std::string_view code) {
  const auto before = std::ranges::count(case_.estimates, hospital, &model::Estimate::hospital);
  model::Estimate estimate{{}, hospital, {}, {}, {}, currency(code), model::EstimateBasis::itemised,
                           {}, {},       {}, {}, {}};
  estimate.id = "est-" + hospital + (before == 0 ? "" : "-" + std::to_string(before + 1));
  return case_.estimates.emplace_back(std::move(estimate));
}

void CaseBuilder::rate(std::string_view from, std::string_view to, std::string_view rate,
                       std::string_view date) {
  case_.rates.push_back({currency(from), currency(to), decimal(rate), day(date), "a bank"});
}

model::Document& CaseBuilder::letter(std::string id, std::string text, std::string_view language) {
  return case_.documents.emplace_back(model::Document{std::move(id), "Letter", "",
                                                      model::LanguageTag::parse(language).value(),
                                                      std::nullopt, std::move(text)});
}

Comparison CaseBuilder::compare(const model::Settings& settings) const {
  base::Result<Comparison> comparison =
      compare_case(case_, std::nullopt, settings, generator::test::house_lexicon());
  if (!comparison) throw std::runtime_error(base::to_text(comparison.error().front()));
  return *std::move(comparison);
}

const Difference* find(const Comparison& comparison, Subject subject) {
  const auto found = std::ranges::find(comparison.differences, subject, &Difference::subject);
  return found == comparison.differences.end() ? nullptr : &*found;
}

namespace {

struct TextOfArgument {
  std::string operator()(const std::string& text) const { return text; }
  std::string operator()(int number) const { return std::to_string(number); }
  std::string operator()(const model::Date& date) const { return date.to_string(); }
  std::string operator()(const model::DurationRange& duration) const {
    return (duration.low ? std::to_string(*duration.low) : "") + "-" +
           (duration.high ? std::to_string(*duration.high) : "") + " " +
           std::string(model::name_of(duration.unit));
  }
  std::string operator()(const model::MoneyRange& amount) const { return text_of(amount); }
};

struct TextOfValue {
  std::string operator()(const Message& message) const {
    std::string text = message.id;
    for (const auto& [name, argument] : message.arguments)
      text += " " + name + "=" + std::visit(TextOfArgument{}, argument);
    return text;
  }
  std::string operator()(const model::Statement& statement) const { return "\"" + statement.text + "\""; }
  std::string operator()(const model::DurationRange& duration) const { return TextOfArgument{}(duration); }
  std::string operator()(const model::Date& date) const { return date.to_string(); }
};

}  // namespace

std::string text_of(const Value& value) {
  return std::visit(TextOfValue{}, value);
}

std::string cell_text(const Comparison& comparison, RowId row, std::size_t option) {
  const Cell& cell = cell_at(comparison.groups, row, option);
  return cell.state == CellState::stated ? text_of(cell.parts) : std::string(name_of(cell.state));
}

std::string text_of(const std::vector<Part>& parts) {
  std::string text;
  const auto add = [&text](const std::string& piece) { text += (text.empty() ? "" : " / ") + piece; };
  for (const Part& part : parts) {
    if (part.heading) add(text_of(Value(message_of(*part.heading))));
    if (part.state != CellState::stated) add("cell-state." + std::string(name_of(part.state)));
    for (const Lead& lead : part.leads) add(text_of(Value(message_of(lead))));
    for (const Value& value : part.values) add(text_of(value));
  }
  return text;
}

}  // namespace generator::compare::test

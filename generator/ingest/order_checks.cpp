// Dates in their order, and rates.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <vector>

#include "generator/base/wording.h"
#include "generator/ingest/case_checks.h"

namespace generator::ingest {
namespace {

using model::certainly_before;
using model::Date;

const JsonNode* at(const JsonNode& root, std::string_view list, std::size_t index) {
  const auto& items = items_of(root.find(list));
  return index < items.size() ? &items[index] : nullptr;
}

/// A pair of dates of which the later one should not lie before the earlier one.
struct Order {
  std::string_view earlier_name;
  const std::optional<Date>& earlier;
  std::string_view later_name;
  const std::optional<Date>& later;
  const JsonNode* node;  ///< of the later one
};

bool broken(const Order& order) {
  return order.node != nullptr && order.earlier && order.later &&
         certainly_before(*order.later, *order.earlier);
}

std::string told(const Order& order) {
  return fmt::format("{}, {}, lies before {}, {}", order.later_name, order.later->to_string(),
                     order.earlier_name, order.earlier->to_string());
}

void refuse(const Order& order, ValueReader& report) {
  if (!broken(order)) return;
  report.error(*order.node, "dates-out-of-order", told(order), "that cannot be",
               "look both up in the letter; is one of them mistyped?");
}

void doubt(const Order& order, ValueReader& report) {
  if (!broken(order)) return;
  report.warning(*order.node, "dates-unlikely", told(order), "that is possible, but rarely meant",
                 "check both dates");
}

/// Whether any amount of the case is in that currency.
bool has_amount_in(const model::Case& c, const model::Currency& currency) {
  return std::ranges::any_of(c.estimates,
                             [&](const model::Estimate& each) {
                               return each.currency == currency ||
                                      std::ranges::any_of(each.items, [&](const model::CostItem& item) {
                                        return item.unit_price && item.unit_price->currency == currency;
                                      });
                             }) ||
         std::ranges::any_of(c.non_medical, [&](const model::NonMedicalCost& each) {
           return each.unit_price && each.unit_price->currency == currency;
         });
}

/// What a report cannot use, or only with doubt: a rate of tomorrow, one that leads the wrong way, one that
/// no amount needs.
void check_use(const model::Case& c, const model::Rate& rate, const JsonNode& node, ValueReader& report) {
  const auto today = model::report_date(c);
  if (today && certainly_before(*today, rate.date)) {
    report.warning(*node.find("date"), "rate-after-report",
                   fmt::format("this rate is of {}, after the day of the report, {}", rate.date.to_string(),
                               today->to_string()),
                   "on that day nobody can know it",
                   "take a rate of that day or before, or look the date up");
  }
  // Without the family's currency nothing is converted yet, and the family is asked for it.
  const auto& family = c.family.currency;
  if (!family) return;
  if (rate.from == *family && rate.to != *family && has_amount_in(c, rate.to)) {
    report.warning(
        node, "rate-turned",
        fmt::format("this rate leads from {0} to {1}, and amounts are in {1}", rate.from.code(),
                    rate.to.code()),
        "a rate is never turned round, so it converts nothing",
        fmt::format("write what one {} is in {}, as the source has it", rate.to.code(), rate.from.code()));
  } else if (rate.to != *family || !has_amount_in(c, rate.from)) {
    report.warning(node, "rate-unused",
                   fmt::format("no amount needs this rate from {} to {}", rate.from.code(), rate.to.code()),
                   "amounts are converted into the family's currency alone",
                   "look its currencies up, or take it out");
  }
}

}  // namespace

void check_dates(const JsonNode& root, const model::Case& c, ValueReader& report) {
  for (std::size_t i = 0; i < c.history.size(); ++i) {
    const model::Treatment& treatment = c.history[i];
    refuse({"its start", treatment.start, "the end of a treatment", treatment.end,
            member(at(root, "history", i), "end")},
           report);
  }
  const JsonNode* report_date = root.find("date");
  if (root.kind == base::JsonKind::object && !model::report_date(c)) {
    report.warning(root, "no-report-date", "the case bears no date",
                   "a report of it needs the day on which it speaks, to tell what has expired",
                   "give the case a \"date\", or pass --date");
  }
  for (std::size_t i = 0; i < c.hospitals.size(); ++i) {
    const model::Asked& asked = c.hospitals[i].asked;
    const JsonNode* node = member(at(root, "hospitals", i), "asked");
    doubt({"the day on which the first of them was sent", asked.sent,
           "the day on which this hospital's records were complete", asked.records_complete,
           member(node, "records_complete")},
          report);
    doubt({"the day on which the records were complete", asked.records_complete, "the date of the report",
           c.date, report_date},
          report);
  }
  for (std::size_t i = 0; i < c.opinions.size(); ++i) {
    const model::Opinion& opinion = c.opinions[i];
    const JsonNode* node = at(root, "opinions", i);
    const auto letter = std::ranges::find(c.documents, opinion.document, &model::Document::id);
    if (!opinion.document.empty() && letter != c.documents.end()) {
      // Only doubted: across the date line a letter can come on the day before it was written.
      doubt({"the date of its letter", letter->date, "the day on which this opinion was received",
             opinion.received, member(node, "received")},
            report);
      refuse({"the date of its letter", letter->date, "the end of this opinion's validity",
              opinion.valid_until, member(node, "valid_until")},
             report);
    } else {
      doubt({"the day on which it was received", opinion.received, "the end of this opinion's validity",
             opinion.valid_until, member(node, "valid_until")},
            report);
    }
    doubt({fmt::format("the receipt of opinion {}", base::in_quotes(opinion.id)), opinion.received,
           "the date of the report", c.date, report_date},
          report);
  }
  for (std::size_t i = 0; i < c.estimates.size(); ++i) {
    const model::Estimate& estimate = c.estimates[i];
    refuse({"the day of its issue", estimate.issued, "the end of this estimate's validity",
            estimate.valid_until, member(at(root, "estimates", i), "valid_until")},
           report);
    doubt({fmt::format("the issue of estimate {}", base::in_quotes(estimate.id)), estimate.issued,
           "the date of the report", c.date, report_date},
          report);
  }
}

void check_rates(const JsonNode& root, const model::Case& c, ValueReader& report) {
  std::map<std::tuple<std::string, std::string, Date>, std::vector<std::optional<model::RateKind>>> seen;
  for (std::size_t i = 0; i < c.rates.size(); ++i) {
    const model::Rate& rate = c.rates[i];
    const JsonNode* node = at(root, "rates", i);
    const JsonNode* from = member(node, "from");
    const JsonNode* to = member(node, "to");
    const JsonNode* value = member(node, "rate");
    const JsonNode* date = member(node, "date");
    if (from == nullptr || to == nullptr || value == nullptr || date == nullptr) continue;
    if (from->text == to->text) {
      report.error(*to, "rate-same-currency", fmt::format("this rate is from {0} to {0}", from->text),
                   "a currency needs no rate to itself", "give the other currency, or take the rate out");
    }
    if (rate.rate.is_zero()) {
      report.error(*value, "rate-not-positive", "the rate is 0", "it would make every amount 0",
                   "write how much of the second currency one unit of the first is worth");
    }
    if (rate.date.year != 0 && rate.date.day == 0) {
      report.error(*date, "rate-not-a-day", fmt::format("the rate's date, {}, is not one day", date->text),
                   "a rate holds for the day on which it was published",
                   "write the full date: \"2026-10-30\"");
    }
    // Two kinds are two rates; one without a kind may be either.
    const auto is_known = [&rate](const std::optional<model::RateKind>& kind) {
      return !kind || !rate.kind || kind == rate.kind;
    };
    auto& kinds = seen[{from->text, to->text, rate.date}];
    const bool is_twice = std::ranges::any_of(kinds, is_known);
    kinds.push_back(rate.kind);
    if (is_twice) {
      report.error(*node, "rate-duplicate",
                   fmt::format("there is a rate from {} to {} of {} before this one", from->text, to->text,
                               date->text),
                   "nobody could say which of the two counts",
                   R"(keep one of them, or give each its "kind": "official" or "market")");
    }
    if (from->text != to->text) check_use(c, rate, *node, report);
  }
}

}  // namespace generator::ingest

#include <fmt/format.h>

#include "generator/ingest/case_checks.h"
#include "generator/model/estimate_sums.h"

namespace generator::ingest {
namespace {

using model::CostItem;
using model::MoneyRange;

std::string bounds(const MoneyRange& range) {
  if (!range.high) return "from " + range.low->to_string();
  if (!range.low) return "up to " + range.high->to_string();
  if (*range.low == *range.high) return range.low->to_string();
  return range.low->to_string() + " to " + range.high->to_string();
}

void check_item(const CostItem& item, const JsonNode& node, ValueReader& report) {
  const bool open = item.state == model::ItemState::not_stated || item.state == model::ItemState::asked;
  if (open && (item.unit_price || item.line)) {
    report.error(*node.find("state"), "amount-contradicts-state",
                 fmt::format("this line is \"{}\" and has an amount", model::name_of(item.state)),
                 "either the hospital gave an amount or it did not",
                 "take the amount out, or write \"included\" or \"excluded\"");
  }
  if (item.quantity && item.quantity->is_zero()) {
    report.error(*node.find("quantity"), "quantity-not-positive", "the quantity is 0",
                 "a line of nothing would look like a line that costs nothing",
                 "leave \"quantity\" out if it is not stated");
  } else if (const auto product = model::differing_product(item)) {
    const std::string quantity = item.quantity ? item.quantity->to_string() : "1";
    report.warning(*node.find("line"), "line-differs",
                   fmt::format("{} times {} is {}, and the line says {}", quantity, bounds(*item.unit_price),
                               bounds(*product), bounds(*item.line)),
                   "the hospital's own figure is shown, and marked as not adding up",
                   "compare with the estimate; if it says so itself, ask the hospital");
  }
}

void check_total(const model::Estimate& estimate, const JsonNode& node, ValueReader& report) {
  const auto sum = model::contradicting_sum(estimate);
  if (!sum) return;
  report.warning(
      *node.find("total"), "total-differs",
      fmt::format("the sum of the lines is {}, and the total says {}", bounds(*sum), bounds(*estimate.total)),
      "the hospital's own figure is shown, and marked as not adding up",
      "compare with the estimate; if it says so itself, ask the hospital");
}

}  // namespace

void check_money(const JsonNode& root, const model::Case& c, ValueReader& report) {
  const auto& estimates = items_of(root.find("estimates"));
  for (std::size_t i = 0; i < c.estimates.size() && i < estimates.size(); ++i) {
    const auto& items = items_of(estimates[i].find("items"));
    for (std::size_t k = 0; k < c.estimates[i].items.size() && k < items.size(); ++k)
      check_item(c.estimates[i].items[k], items[k], report);
    check_total(c.estimates[i], estimates[i], report);
  }
}

}  // namespace generator::ingest

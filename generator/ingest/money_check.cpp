#include <fmt/format.h>

#include <algorithm>

#include "generator/ingest/case_checks.h"

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

using Bound = std::optional<model::Decimal>;

/// Hospitals write minor units, so a product is compared as they would write it.
bool differs(const Bound& stated, const Bound& computed, const model::Currency& currency) {
  return stated && computed &&
         *stated != computed->rounded(std::max(currency.minor_digits(), stated->places()));
}

bool differs(const MoneyRange& stated, const MoneyRange& computed) {
  return differs(stated.low, computed.low, stated.currency) ||
         differs(stated.high, computed.high, stated.currency);
}

bool is_below(const Bound& a, const Bound& b) {
  return a && b && *a < *b;
}

/// What the line comes to: as the hospital wrote it, else unit x quantity; nothing for a unit without its
/// count.
std::optional<MoneyRange> line_of(const CostItem& item) {
  if (item.line) return item.line;
  if (!item.unit_price) return std::nullopt;
  if (item.quantity && item.quantity->is_zero()) return std::nullopt;  // refused by itself
  if (item.quantity) return model::times(*item.unit_price, *item.quantity);
  return item.unit.empty() ? item.unit_price : std::nullopt;
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
  } else if (item.line && item.unit_price && item.quantity) {
    const MoneyRange product = model::times(*item.unit_price, *item.quantity);
    if (differs(*item.line, product)) {
      report.warning(*node.find("line"), "line-differs",
                     fmt::format("{} times {} is {}, and the line says {}", item.quantity->to_string(),
                                 bounds(*item.unit_price), bounds(product), bounds(*item.line)),
                     "the hospital's own figure is shown, and marked as not adding up",
                     "compare with the estimate; if it says so itself, ask the hospital");
    }
  }
}

/// Where every included line has an amount, the total has to be their sum; where some have none, it still
/// cannot lie below the others.
void check_total(const model::Estimate& estimate, const JsonNode& node, ValueReader& report) {
  if (!estimate.total) return;
  std::optional<MoneyRange> sum;
  bool complete = true;
  for (const CostItem& item : estimate.items) {
    if (item.state != model::ItemState::included) continue;
    const auto line = line_of(item);
    if (line) {
      sum = sum ? model::sum(*sum, *line) : *line;
    } else {
      complete = false;
    }
  }
  if (!sum) return;
  const bool contradicts =
      complete ? differs(*estimate.total, *sum)
               : is_below(estimate.total->low, sum->low) || is_below(estimate.total->high, sum->high);
  if (contradicts) {
    report.warning(*node.find("total"), "total-differs",
                   fmt::format("the sum of the lines is {}, and the total says {}", bounds(*sum),
                               bounds(*estimate.total)),
                   "the hospital's own figure is shown, and marked as not adding up",
                   "compare with the estimate; if it says so itself, ask the hospital");
  }
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

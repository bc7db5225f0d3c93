// The money of every option beside that of the others, without an order among them. Each keeps its own
// currency; sums are over stated items only; the one figure that may be held against another hospital's is
// the like-for-like subtotal, over the categories that every hospital with an estimate stated in full.
#pragma once

#include <vector>

#include "generator/compare/comparison.h"
#include "generator/compare/option_ordering.h"

namespace generator::compare {

/// `date` is the day on which the report speaks: an estimate whose validity ended before it has expired.
Costs compare_costs(const model::Case& c, const std::vector<Column>& columns, const model::Date& date);

/// Names the rates in use that are older on that day than the settings hold to be fresh. They are used all
/// the same.
void find_old_rates(Costs& costs, const model::Settings& settings, const model::Date& date);

/// All prices of an option that are known, that of the first choice first.
std::vector<const CostSheet*> sheets_of(const Costs& costs, std::size_t option);

/// Those that stand for the option itself: of its first choice, or each of several that nobody relates.
std::vector<const CostSheet*> own_sheets_of(const Costs& costs, std::size_t option);

/// The payments of all of them, each once, as they come due.
std::vector<PaymentLine> payments_of(const Costs& costs, std::size_t option);

/// True if an estimate says who pays for complications: in words, or in a line that includes them or leaves
/// them out expressly.
bool names_complications(const Costs& costs, std::size_t option);

}  // namespace generator::compare

// The order in which a plan gives its kinds of treatment, and the times by which answers want it begun: what
// sequence and urgency are compared by.
#pragma once

#include <string>
#include <vector>

#include "generator/compare/comparison.h"

namespace generator::compare {

/// Of a list without `order` nobody has said that it is one: it can be against the opposite list, and against
/// nothing else.
enum class OrderIs { stated, listed };

/// Two kinds of treatment of one plan, and which of them comes first: {"surgery systemic", "surgery first"};
/// {"systemic radiation", "together"}.
struct OrderedPair {
  std::string kinds;  ///< in the model's order, so that two plans name a pair alike
  std::string order;
  OrderIs is;
};

/// Every pair that the plan orders, by where each kind stands first in it.
std::vector<OrderedPair> ordered_pairs(const model::Proposal& proposal);

/// One side for each bound; times that can mean the same are one side ("4 weeks", "1 month"). Empty if any
/// bound is missing. A time is told by its upper bound, else by its lower one.
std::vector<std::string> sides_by_time(const std::vector<std::optional<model::DurationRange>>& bounds);

/// True if two options say it in other words.
bool is_said_differently(const std::vector<Position>& positions);

/// Drops the values of positions that an earlier one of the same option has said in full.
void say_once(std::vector<Position>& positions);

}  // namespace generator::compare

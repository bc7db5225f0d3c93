// What can be expected when: times that hospitals state themselves, and times that the settings hold with
// their source. An expectation is never a promise, and says nothing about why an answer takes longer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/model/duration.h"
#include "generator/model/statement.h"

namespace generator::compare {

/// From when a time runs. Message ids are "clock.<name>".
enum class Clock {
  records_complete,
  first_records,
  payment,
  acceptance,
  question,
  none,  ///< it is a length of time
};

/// A time, and whose it is: the id of a source of the settings; empty if the hospital said it itself.
struct ExpectedTime {
  model::DurationRange time;
  std::string source;
};

/// Message ids are "expectation.<id>".
struct Expectation {
  std::optional<std::size_t> option;  ///< nullopt: of whichever hospital
  std::string id;                     ///< of the setting; or "answer-within", a hospital's own word
  ExpectedTime time;
  std::vector<ExpectedTime> others;  ///< what others hold; none where the hospital said it itself
  std::optional<model::Source> place;
  Clock clock = Clock::none;
  bool is_awaited = false;           ///< an answer that has not come yet: its days are counted
  std::optional<model::Date> start;  ///< nullopt: not known, or it does not run from a day
  std::optional<model::Date> earliest;
  std::optional<model::Date> latest;
  bool is_over = false;  ///< `latest` lies before the report's day, and what was awaited has not come
};

}  // namespace generator::compare

#include <algorithm>

#include "generator/compare/names.h"
#include "generator/model/names.h"
#include "generator/report/view_charts.h"
#include "generator/report/view_money.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Comparison;
using compare::CostSheet;
using model::Date;
using model::DurationRange;
using model::TimeUnit;

/// Only to draw by: what is written keeps the letter's own unit.
double days_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::hour: return 1.0 / 24;
    case TimeUnit::business_day: return 7.0 / 5;
    case TimeUnit::day: return 1;
    case TimeUnit::week: return 7;
    case TimeUnit::month: return 30.44;
    case TimeUnit::year: return 365.25;
  }
  return 1;
}

/// The unit in which so many days are easily read.
TimeUnit axis_unit(double days) {
  constexpr double k_three_weeks = 21;
  constexpr double k_a_year = 366;
  if (days <= k_three_weeks) return TimeUnit::day;
  return days <= k_a_year ? TimeUnit::week : TimeUnit::month;
}

/// Calls `say` with each value of a cell and what it is called: the row's name, and which of several answers
/// or proposals it belongs to. A cell or a part without values is called for once, with the word that says
/// why.
template <typename Say>
void each_value(const compare::Cell& cell, const std::string& row_name, const ViewWords& words,
                const Say& say) {
  const auto say_state = [&](const std::string& name, compare::CellState state) {
    say(nullptr, labelled(name, words.name(state), words));
  };
  if (cell.state != compare::CellState::stated) return say_state(row_name, cell.state);
  for (const compare::Part& part : cell.parts) {
    const std::string name =
        part.heading ? labelled(row_name, words.catalog().format(message_of(*part.heading)), words)
                     : row_name;
    if (part.state != compare::CellState::stated) say_state(name, part.state);
    for (const compare::Value& value : part.values) {
      std::string text;
      if (const auto* message = std::get_if<compare::Message>(&value))
        text = words.catalog().format(*message);
      if (const auto* duration = std::get_if<DurationRange>(&value)) text = words.catalog().format(*duration);
      if (const auto* date = std::get_if<Date>(&value)) text = words.catalog().format(*date);
      say(&value, labelled(name, text, words));
    }
  }
}

/// What an axis is called in each of its units.
struct AxisTitles {
  MessageId days, weeks, months;

  MessageId in(TimeUnit unit) const {
    return unit == TimeUnit::day ? days : unit == TimeUnit::week ? weeks : months;
  }
};

/// An axis over so many days, with a title that takes the `arguments`.
std::pair<ChartAxis, double> time_axis(double days, double start, const ChartText& text,
                                       const ViewWords& words, const AxisTitles& titles,
                                       ViewWords::Arguments arguments = {}) {
  const TimeUnit unit = axis_unit(days);
  ChartAxis axis = make_axis(days / days_in(unit), start, text,
                             [&](const model::Decimal& value) { return words.catalog().number(value); });
  axis.title = words.say(titles.in(unit), std::move(arguments));
  return {std::move(axis), days_in(unit)};
}

/// How far a range reaches, in days; 0 if only its beginning is known.
double reach_of(const DurationRange& range) {
  return (range.high ? *range.high : range.low.value_or(0)) * days_in(range.unit);
}

constexpr double k_axis_start = 6;

// Validity.

/// Days from the report's date to the first and the last day that `until` may mean.
struct Validity {
  int certain = 0;
  int possible = 0;
};

Validity validity_of(const Date& until, const Date& today) {
  return {model::days_between(today, until.first_day()), model::days_between(today, until.last_day())};
}

class ValidityRows {
 public:
  ValidityRows(const Comparison& comparison, const ViewWords& words, const Date& today)
      : comparison_(comparison), words_(words), today_(today) {}

  /// Days to the last validity; nullopt if none is stated that has not ended.
  std::optional<int> farthest() const {
    std::optional<int> days;
    const auto see = [&](const Date& until) {
      const int possible = validity_of(until, today_).possible;
      if (possible >= 0) days = std::max(days.value_or(0), possible);
    };
    for (std::size_t option = 0; option < comparison_.options.size(); ++option) {
      const compare::Cell& cell = cell_at(comparison_.groups, compare::RowId::valid_until, option);
      for (const compare::Value& value : values_in(cell.parts)) {
        if (const auto* until = std::get_if<Date>(&value)) see(*until);
      }
      const CostSheet* sheet = estimate_of(comparison_, option);
      if (sheet != nullptr && sheet->valid_until) see(*sheet->valid_until);
      if (sheet != nullptr && sheet->ends_on) see(*sheet->ends_on);
    }
    return days;
  }

  /// Whether an answer or a price of this option could end at all: a plan at home without an estimate cannot.
  bool any_validity(std::size_t option) const {
    using enum compare::CellState;
    return cell_at(comparison_.groups, compare::RowId::valid_until, option).state != not_applicable ||
           estimate_of(comparison_, option) != nullptr;
  }

  ChartBlock block(std::size_t option, const ChartAxis& axis, double unit, const ChartText& text) {
    ChartBlock block(text);
    block.name(option_label(comparison_.options[option], words_));
    each_value(cell_at(comparison_.groups, compare::RowId::valid_until, option),
               words_.name(compare::RowId::valid_until), words_,
               [&](const compare::Value* value, std::string said) {
                 const Date* until = value != nullptr ? std::get_if<Date>(value) : nullptr;
                 draw(block, std::move(said), until, axis, unit);
               });
    const CostSheet* sheet = estimate_of(comparison_, option);
    const std::string name = words_.say("chart.validity.estimate");
    if (sheet == nullptr) {
      block.note(no_price_text(comparison_, option, words_));
    } else if (!sheet->valid_until && sheet->valid_for) {
      draw(block, labelled(name, validity_text(*sheet, words_), words_),
           sheet->ends_on ? &*sheet->ends_on : nullptr, axis, unit);
    } else if (!sheet->valid_until) {
      block.note(labelled(name, words_.say("cell-state.not-stated"), words_));
    } else {
      draw(block, labelled(name, words_.catalog().format(*sheet->valid_until), words_), &*sheet->valid_until,
           axis, unit);
    }
    return block;
  }

  bool any_uncertain() const { return any_uncertain_; }

 private:
  void draw(ChartBlock& block, std::string text, const Date* until, const ChartAxis& axis, double unit) {
    if (until == nullptr) return block.note(text);
    const Validity validity = validity_of(*until, today_);
    if (validity.possible < 0) return block.note(words_.say("chart.validity.ended", {{"words", text}}));
    block.say(text);
    block.open_strip();
    const double certain = axis.x(std::max(0, validity.certain) / unit);
    const double possible = axis.x(validity.possible / unit);
    if (certain > axis.start) block.solid(axis.start, certain);
    if (possible > certain) {
      any_uncertain_ = true;
      block.hollow(certain, possible);
    }
    block.cap(possible);
  }

  const Comparison& comparison_;
  const ViewWords& words_;
  Date today_;
  bool any_uncertain_ = false;
};

// Stays and payments.

/// The places of an option's payments in its stay.
struct StayEnds {
  std::optional<double> admission;  ///< x
  std::optional<double> discharge;  ///< x, of the longest stay that is stated
};

class StayRows {
 public:
  StayRows(const Comparison& comparison, const ViewWords& words, const ChartAxis& axis, double unit,
           const ChartText& text)
      : comparison_(comparison), words_(words), axis_(axis), unit_(unit), text_(text) {}

  ChartBlock block(std::size_t option) {
    ChartBlock block(text_);
    block.name(option_label(comparison_.options[option], words_));
    std::optional<double> discharge;
    bool one_stay = true;
    const auto duration_row = [&](compare::RowId row, auto&& each) {
      each_value(cell_at(comparison_.groups, row, option), words_.name(row), words_,
                 [&](const compare::Value* value, const std::string& text) {
                   const auto* range = value != nullptr ? std::get_if<DurationRange>(value) : nullptr;
                   if (range == nullptr) return block.note(text);
                   block.say(text);
                   each(draw(block, *range));
                 });
    };
    duration_row(compare::RowId::stay, [&](double end) {
      one_stay = !discharge;
      discharge = end;
    });
    duration_row(compare::RowId::time_abroad, [](double) {});
    // Of two proposed stays, a payment could belong to either.
    add_payments(block, option, one_stay ? discharge : std::nullopt);
    return block;
  }

  bool any_solid() const { return any_solid_; }
  bool any_hollow() const { return any_hollow_; }
  bool any_open() const { return any_open_; }
  bool any_due() const { return any_due_; }

 private:
  /// Returns the x at which the drawing ends.
  double draw(ChartBlock& block, const DurationRange& range) {
    const auto at = [&](int count) { return axis_.x(count * days_in(range.unit) / unit_); };
    block.open_strip();
    const double low = range.low ? at(*range.low) : axis_.start;
    if (range.low && low > axis_.start) {
      any_solid_ = true;
      block.solid(axis_.start, low);
    }
    if (!range.high) {
      any_open_ = true;
      block.cap(low);
      block.tail(low, axis_.end + k_open_end);
      return axis_.end + k_open_end;
    }
    const double high = at(*range.high);
    if (high > low) {
      any_hollow_ = true;
      block.hollow(low, high);
    }
    block.cap(high);
    return high;
  }

  /// Where that time stands on the axis; nullopt if nobody stated it.
  std::optional<double> place_of(model::PaymentTime when, const std::optional<double>& discharge) const {
    switch (when) {
      case model::PaymentTime::before_arrival: return axis_.start / 2;
      case model::PaymentTime::admission: return axis_.start;
      case model::PaymentTime::discharge: return discharge;
      case model::PaymentTime::milestone:
      case model::PaymentTime::other: return std::nullopt;
    }
    return std::nullopt;
  }

  void add_payments(ChartBlock& block, std::size_t option, const std::optional<double>& discharge) {
    const CostSheet* sheet = estimate_of(comparison_, option);
    const std::string name = words_.say("chart.stay.payments");
    if (sheet == nullptr) {
      return block.note(labelled(name, no_price_text(comparison_, option, words_), words_));
    }
    if (sheet->payments.empty()) {
      return block.note(labelled(name, words_.say("cell-state.not-stated"), words_));
    }
    std::string times;
    std::vector<double> places;
    for (const compare::PaymentLine& line : sheet->payments) {
      std::string when = words_.name(line.payment.when);
      if (const auto place = place_of(line.payment.when, discharge)) {
        if (!std::ranges::count(places, *place)) places.push_back(*place);
      } else {
        when = words_.say("chart.stay.day-not-stated", {{"when", when}});
      }
      if (times.find(when) != std::string::npos) continue;
      times += times.empty() ? when : " · " + when;
    }
    if (places.empty()) return block.note(labelled(name, times, words_));
    block.say(labelled(name, times, words_));
    any_due_ = true;
    block.open_strip();
    for (const double place : places) block.due(place);
  }

  const Comparison& comparison_;
  const ViewWords& words_;
  const ChartAxis& axis_;
  double unit_;
  const ChartText& text_;
  bool any_solid_ = false;
  bool any_hollow_ = false;
  bool any_open_ = false;
  bool any_due_ = false;
};

/// Days to the end of the longest stay or time abroad; nullopt if no option states one.
std::optional<double> longest_time(const Comparison& comparison) {
  std::optional<double> days;
  for (const compare::RowId row : {compare::RowId::stay, compare::RowId::time_abroad}) {
    for (std::size_t option = 0; option < comparison.options.size(); ++option) {
      for (const compare::Value& value : values_in(cell_at(comparison.groups, row, option).parts)) {
        if (const auto* range = std::get_if<DurationRange>(&value))
          days = std::max(days.value_or(0), reach_of(*range));
      }
    }
  }
  return days;
}

}  // namespace

ViewValue validity_chart(const Comparison& comparison, const ViewWords& words) {
  if (!comparison.summary.date) return no_chart(words.say("chart.validity.left-out"));
  const Date today = comparison.summary.date->first_day();
  ValidityRows rows(comparison, words, today);
  const std::optional<int> farthest = rows.farthest();
  if (!farthest) return no_chart(words.say("chart.validity.left-out"));
  const auto make = [&](const ChartText& text) {
    auto [axis, unit] =
        time_axis(*farthest, k_axis_start, text, words,
                  {"chart.validity.axis.day", "chart.validity.axis.week", "chart.validity.axis.month"},
                  {{"date", today}});
    ChartLayout layout;
    for (std::size_t option = 0; option < comparison.options.size(); ++option) {
      if (rows.any_validity(option)) layout.blocks.push_back(rows.block(option, axis, unit, text));
    }
    layout.axis = std::move(axis);
    // A bar that ends at the date written above it needs no key.
    if (rows.any_uncertain())
      layout.keys.push_back({ChartKey::Sign::hollow, words.say("chart.key.valid-uncertain")});
    return layout;
  };
  return make_chart(words.say("chart.validity.title"), words.say("chart.validity.note"), make, words);
}

ViewValue stay_chart(const Comparison& comparison, const ViewWords& words) {
  const std::optional<double> longest = longest_time(comparison);
  if (!longest) return no_chart(words.say("chart.stay.left-out"));
  const auto make = [&](const ChartText& text) {
    // Payments that are due before arrival stand before the 0.
    constexpr double k_room_before_arrival = 28;
    auto [axis, unit] = time_axis(*longest, k_room_before_arrival, text, words,
                                  {"chart.stay.axis.day", "chart.stay.axis.week", "chart.stay.axis.month"});
    StayRows rows(comparison, words, axis, unit, text);
    ChartLayout layout;
    for (std::size_t option = 0; option < comparison.options.size(); ++option)
      layout.blocks.push_back(rows.block(option));
    layout.axis = std::move(axis);
    const auto key = [&](bool used, ChartKey::Sign sign, MessageId id) {
      if (used) layout.keys.push_back({sign, words.say(id)});
    };
    using enum ChartKey::Sign;
    key(rows.any_solid(), solid, "chart.key.time");
    key(rows.any_hollow(), hollow, "chart.key.time-range");
    key(rows.any_open(), tail, "chart.key.open");
    key(rows.any_due(), due, "chart.key.due");
    return layout;
  };
  return make_chart(words.say("chart.stay.title"), words.say("chart.stay.note"), make, words);
}

}  // namespace generator::report

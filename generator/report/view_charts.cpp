#include "generator/report/view_charts.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "generator/report/view_money.h"
#include "generator/report/view_sections.h"

namespace generator::report {
namespace {

using compare::Amount;
using compare::Comparison;
using compare::CostSheet;
using model::Currency;
using model::Decimal;
using model::MoneyRange;
using List = ViewValue::List;
using Object = ViewValue::Object;

/// Only to draw by: what is written is always the exact amount.
double position_of(const Decimal& amount) {
  return std::strtod(amount.to_string().c_str(), nullptr);
}

/// What stands for an option: the total that its hospital wrote; else, marked as such, the sum of what it
/// stated.
const std::optional<Amount>& drawn_amount(const CostSheet& sheet) {
  return sheet.stated_total ? sheet.stated_total : sheet.stated_items;
}

/// The amount in that currency, if the case has it there.
std::optional<MoneyRange> in_currency(const std::optional<Amount>& amount, const Currency& currency) {
  if (!amount) return std::nullopt;
  if (amount->own.currency == currency) return amount->own;
  if (amount->family && amount->family->currency == currency) return amount->family;
  return std::nullopt;
}

/// The family's currency if any amount can be had in it, else the one in which all amounts are.
std::optional<Currency> axis_currency(const Comparison& comparison) {
  const compare::Costs& costs = comparison.costs;
  std::optional<Currency> only;
  bool several = false;
  for (const CostSheet& sheet : costs.sheets) {
    const std::optional<Amount>& amount = drawn_amount(sheet);
    if (!amount) continue;
    if (costs.family_currency && in_currency(amount, *costs.family_currency)) return costs.family_currency;
    several = several || (only && *only != amount->own.currency);
    only = amount->own.currency;
  }
  return several ? std::nullopt : only;
}

/// How many options can be drawn in that currency.
std::size_t count_drawn(const Comparison& comparison, const Currency& currency) {
  std::size_t count = 0;
  for (const CostSheet& sheet : comparison.costs.sheets)
    count += in_currency(drawn_amount(sheet), currency) ? 1 : 0;
  return count;
}

double greatest_bound(const Comparison& comparison, const Currency& currency) {
  double greatest = 0;
  for (const CostSheet& sheet : comparison.costs.sheets) {
    const auto range = in_currency(drawn_amount(sheet), currency);
    if (range && range->low) greatest = std::max(greatest, position_of(*range->low));
    if (range && range->high) greatest = std::max(greatest, position_of(*range->high));
  }
  return greatest;
}

std::string sentence(const std::string& line, const ViewWords& words) {
  auto at = static_cast<std::int32_t>(line.size());
  UChar32 last = 0;
  U8_PREV(line.data(), 0, at, last);
  const bool ends = last >= 0 && u_hasBinaryProperty(last, UCHAR_S_TERM);
  return ends ? line : words.say("chart.sentence", {{"words", line}});
}

/// Which signs a chart has used, for its key.
struct Used {
  bool total = false;
  bool items = false;
  bool exact = false;
  bool exact_items = false;
  bool open = false;
};

class CostRows {
 public:
  CostRows(const ViewWords& words, const Currency& currency, const ChartAxis& axis, const ChartText& text)
      : words_(words), currency_(currency), axis_(axis), text_(text) {}

  const Used& used() const { return used_; }

  ChartBlock block(const CostSheet* sheet, const std::string& name, const std::string& none) {
    ChartBlock block(text_);
    block.name(name);
    if (sheet == nullptr) {
      block.say(none);
      return block;
    }
    const std::optional<Amount>& amount = drawn_amount(*sheet);
    if (!amount) {
      block.say(sheet->has_no_common_bound ? words_.say("cost.no-sum") : words_.say("chart.costs.no-amount"));
    } else {
      add_amount(block, *amount, sheet->stated_total.has_value());
    }
    const ViewValue left_out = left_out_text(*sheet, words_);
    if (const auto* text = std::get_if<std::string>(&left_out.value)) block.say(*text);
    if (!sheet->total_adds_up && sheet->stated_total && sheet->computed_total) {
      block.say(words_.say("cost.total-differs",
                           {{"stated", sheet->stated_total->own}, {"computed", *sheet->computed_total}}));
    }
    if (sheet->expired && sheet->valid_until)
      block.say(words_.say("cost.expired", {{"date", *sheet->valid_until}}));
    return block;
  }

 private:
  void add_amount(ChartBlock& block, const Amount& amount, bool is_total) {
    block.say(labelled(is_total ? words_.say("text.costs.own-total") : words_.say("text.costs.stated-items"),
                       words_.catalog().format(amount.own), words_));
    const auto range = in_currency(amount, currency_);
    if (!range) {
      block.say(words_.say("chart.costs.no-rate"));
      return;
    }
    const auto at = [&](const std::optional<Decimal>& bound) { return axis_.x(position_of(*bound)); };
    const double from = range->low ? at(range->low) : axis_.start;
    const double to = range->high ? at(range->high) : axis_.end;
    // In another currency than the hospital's, the bar's ends are the converted amount's.
    if (amount.own.currency != currency_) {
      const double middle = !range->low ? to : !range->high ? from : (from + to) / 2;
      block.say_at(middle, converted_text(*range, words_));
    }
    block.open_strip();
    if (range->low && range->high) {
      draw(block, from, to, is_total);
    } else {
      used_.open = true;
      if (range->low) block.tail(from, axis_.end + k_open_end);
      if (range->high) block.tail(to, axis_.start);
      block.cap(range->low ? from : to);
    }
  }

  void draw(ChartBlock& block, double from, double to, bool is_total) {
    if (from == to) {
      (is_total ? used_.exact : used_.exact_items) = true;
      block.mark(from, is_total);
      return;
    }
    if (is_total) {
      used_.total = true;
      block.solid(from, to);
    } else {
      used_.items = true;
      block.hollow(from, to);
    }
    block.cap(from);
    block.cap(to);
  }

  const ViewWords& words_;
  const Currency& currency_;
  const ChartAxis& axis_;
  const ChartText& text_;
  Used used_;
};

}  // namespace

const CostSheet* estimate_of(const Comparison& comparison, std::size_t option) {
  const auto sheet = std::ranges::find(comparison.costs.sheets, option, &CostSheet::option);
  return sheet == comparison.costs.sheets.end() || sheet->estimate.empty() ? nullptr : &*sheet;
}

std::string labelled(std::string name, std::string value, const ViewWords& words) {
  return words.say("chart.labelled", {{"name", std::move(name)}, {"value", std::move(value)}});
}

ViewValue no_chart(std::string instead) {
  return Object{{"instead", std::move(instead)}, {"title", false}, {"note", false}, {"figures", List{}}};
}

ViewValue make_chart(const std::string& title, std::string note, const ChartMaker& make,
                     const ViewWords& words) {
  std::string axis_title;
  const ChartMaker make_and_note = [&](const ChartText& text) {
    ChartLayout layout = make(text);
    axis_title = layout.axis.title;
    return layout;
  };
  const auto alternative = [&](std::span<const ChartBlock> shown) {
    std::string text = sentence(labelled(title, axis_title, words), words);
    for (const ChartBlock& block : shown) {
      std::string name = block.spoken_name();
      for (const std::string& line : block.spoken()) {
        text += ' ' + sentence(name.empty() ? line : labelled(std::move(name), line, words), words);
        name.clear();
      }
    }
    return text;
  };
  List figures = chart_figures(make_and_note, words.chart_text(ChartRoom::page),
                               words.chart_text(ChartRoom::phone), alternative);
  return Object{
      {"instead", false}, {"title", title}, {"note", std::move(note)}, {"figures", std::move(figures)}};
}

ViewValue cost_chart(const Comparison& comparison, const ViewWords& words) {
  const auto currency = axis_currency(comparison);
  const auto stated = [](const CostSheet& sheet) { return drawn_amount(sheet).has_value(); };
  // Where there is no amount at all, the table has said so.
  if (std::ranges::none_of(comparison.costs.sheets, stated)) return no_chart({});
  if (!currency) return no_chart(words.say("chart.costs.left-out"));
  // One bar alone fills whatever scale it is given, and says nothing.
  const double greatest = greatest_bound(comparison, *currency);
  if (count_drawn(comparison, *currency) < 2 || greatest == 0)
    return no_chart(words.say("chart.costs.too-few"));

  const auto make = [&](const ChartText& text) {
    constexpr double k_start = 6;
    ChartLayout layout;
    layout.axis = make_axis(greatest, k_start, text,
                            [&](const Decimal& value) { return words.catalog().number(value); });
    layout.axis.title = words.catalog().currency_name(*currency);
    CostRows rows(words, *currency, layout.axis, text);
    for (std::size_t option = 0; option < comparison.options.size(); ++option) {
      layout.blocks.push_back(rows.block(estimate_of(comparison, option),
                                         option_label(comparison.options[option], words),
                                         no_price_text(comparison, option, words)));
    }
    const auto key = [&](bool used, ChartKey::Sign sign, MessageId id) {
      if (used) layout.keys.push_back({sign, words.say(id)});
    };
    using enum ChartKey::Sign;
    key(rows.used().total, solid, "chart.key.total");
    key(rows.used().items, hollow, "chart.key.items");
    key(rows.used().exact, mark, "chart.key.exact");
    key(rows.used().exact_items, hollow_mark, "chart.key.exact-items");
    key(rows.used().open, tail, "chart.key.open");
    return layout;
  };
  return make_chart(words.say("chart.costs.title"), words.say("chart.costs.note"), make, words);
}

}  // namespace generator::report

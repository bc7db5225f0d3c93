#include "generator/report/chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "generator/document/document.h"
#include "generator/report/chart_text.h"

namespace generator::report {
namespace {

using List = ViewValue::List;
using Object = ViewValue::Object;

constexpr double k_name_size = 10;
constexpr double k_strip_height = 12;
constexpr double k_bar_inset = 2;  ///< of a bar from its strip's edges
constexpr double k_gap = 8;        ///< between two options
constexpr double k_sign_width = 30;
/// Widths are estimated without the face: so much more is kept free where words stand side by side.
constexpr double k_estimate_slack = 1.15;
/// With its caption, a figure of that height has room on a phone's page; one that is higher is parted.
constexpr double k_greatest_height = 470;

/// At most one decimal place, without a trailing zero: 12.5, 12.
std::string number(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

double power_of_ten(int exponent) {
  return std::pow(10.0, exponent);
}

/// mantissa x 10^zeros, exactly.
model::Decimal whole_number(int mantissa, int zeros) {
  const std::string digits = std::to_string(mantissa);
  return *model::Decimal::parse(mantissa == 0 ? digits
                                              : digits + std::string(static_cast<std::size_t>(zeros), '0'));
}

/// The axis with the smallest round step of which `most` reach `greatest`.
ChartAxis axis_of(double greatest, int most, double start, double end,
                  const std::function<std::string(const model::Decimal&)>& label) {
  int zeros = 0;
  int factor = 1;
  while (factor * power_of_ten(zeros) * most < greatest) {
    if (factor == 5) ++zeros;
    factor = factor == 1 ? 2 : factor == 2 ? 5 : 1;
  }
  const double step = factor * power_of_ten(zeros);
  ChartAxis axis;
  axis.start = start;
  axis.end = end;
  const int count = std::max(1, static_cast<int>(std::ceil(greatest / step)));
  for (int i = 0; i <= count; ++i) axis.ticks.push_back({i * step, label(whole_number(i * factor, zeros))});
  return axis;
}

}  // namespace

ChartAxis make_axis(double greatest, double start, const ChartText& text,
                    const std::function<std::string(const model::Decimal&)>& label) {
  constexpr int k_most_steps = 6;
  for (int most = k_most_steps; most > 1; --most) {
    ChartAxis axis = axis_of(greatest, most, start, text.axis_end(), label);
    double widest = 0;
    for (const ChartAxis::Tick& tick : axis.ticks)
      widest = std::max(widest, estimated_width(tick.label, k_chart_text_size));
    const double room = (text.axis_end() - start) / static_cast<double>(axis.ticks.size() - 1);
    if (widest * 1.2 <= room) return axis;
  }
  return axis_of(greatest, 1, start, text.axis_end(), label);
}

void ChartBlock::add_lines(std::vector<Words>& to, const std::vector<std::string>& lines) {
  for (const std::string& line : lines) {
    height_ += text_.line_height;
    to.push_back({0, height_ - 3, Anchor::start, line});
  }
}

void ChartBlock::name(const std::string& text) {
  spoken_name_ = text;
  constexpr std::size_t k_most_lines = 3;
  add_lines(names_,
            wrap_chart_text(text, text_.width, k_name_size, ChartWeight::bold, text_.language, k_most_lines));
}

void ChartBlock::add_label(const std::string& text) {
  constexpr std::size_t k_most_lines = 6;
  constexpr double k_after_name = 10;
  if (labels_.empty() && strips_.empty() && names_.size() == 1) {
    const double from =
        estimated_width(spoken_name_, k_name_size, ChartWeight::bold) * k_estimate_slack + k_after_name;
    const double to = from + estimated_width(text, k_chart_text_size) * k_estimate_slack;
    // Where there is room, the first words stand beside the name.
    if (to <= text_.width) {
      labels_.push_back({from, height_ - 3, Anchor::start, text});
      return;
    }
  }
  add_lines(labels_, wrap_chart_text(text, text_.width, k_chart_text_size, ChartWeight::regular,
                                     text_.language, k_most_lines));
}

void ChartBlock::say(const std::string& text) {
  notes_.clear();
  spoken_.push_back(text);
  add_label(text);
}

void ChartBlock::note(const std::string& text) {
  spoken_.push_back(text);
  if (notes_.empty()) {
    notes_top_ = height_;
    notes_label_ = labels_.size();
  }
  labels_.resize(notes_label_);
  height_ = notes_top_;
  notes_ += (notes_.empty() ? "" : " · ") + text;
  add_label(notes_);
}

void ChartBlock::say_at(double middle, const std::string& text) {
  notes_.clear();
  spoken_.push_back(text);
  const double half = std::min(text_.width, estimated_width(text, k_chart_text_size)) / 2;
  height_ += text_.line_height;
  labels_.push_back({std::clamp(middle, half, text_.width - half), height_ - 3, Anchor::middle, text});
}

void ChartBlock::open_strip() {
  notes_.clear();
  strip_ = height_ + 1;
  strips_.push_back(strip_);
  height_ = strip_ + k_strip_height + 2;
}

void ChartBlock::solid(double from, double to) {
  solids_.push_back({from, to, strip_});
}

void ChartBlock::hollow(double from, double to) {
  hollows_.push_back({from, to, strip_});
}

void ChartBlock::cap(double at) {
  caps_.push_back({at, strip_, true});
}

void ChartBlock::tail(double from, double to) {
  tails_.push_back({from, to, strip_});
}

void ChartBlock::mark(double at, bool filled) {
  marks_.push_back({at, strip_, filled});
}

void ChartBlock::due(double at) {
  dues_.push_back({at, strip_, true});
}

/// One figure while it is made. Only here is the direction of the page known.
class ChartSheet {
 public:
  ChartSheet(const ChartAxis& axis, const ChartText& text)
      : axis_(axis), mirrored_(text.language.direction() == model::Direction::right_to_left), text_(text) {}

  void add(const ChartBlock& block) {
    for (const ChartBlock::Words& words : block.names_) add_words(names_, words);
    for (const ChartBlock::Words& words : block.labels_) add_words(labels_, words);
    for (const double y : block.strips_) add_strip(top_ + y);
    for (const ChartBlock::Span& span : block.solids_) add_bar(solids_, span.from, span.to, top_ + span.y);
    for (const ChartBlock::Span& span : block.hollows_) add_bar(hollows_, span.from, span.to, top_ + span.y);
    for (const ChartBlock::Span& span : block.tails_) add_tail(span.from, span.to, top_ + span.y);
    for (const ChartBlock::Point& point : block.caps_) add_cap(point.at, top_ + point.y);
    for (const ChartBlock::Point& point : block.marks_) add_mark(point.at, top_ + point.y, point.filled);
    for (const ChartBlock::Point& point : block.dues_) add_due(point.at, top_ + point.y);
    top_ += block.height() + k_gap;
  }

  void add_axis() {
    const double y = top_;
    axis_line_ = Object{{"x1", number(x(axis_.start))}, {"x2", number(x(axis_.end))}, {"y", number(y)}};
    for (const ChartAxis::Tick& tick : axis_.ticks) {
      const double at = axis_.x(tick.value);
      rules_.push_back(rule(at, y, y + 4));
      const double half = estimated_width(tick.label, k_chart_text_size) / 2;
      // The first and the last label stay inside of the drawing.
      const double middle = half * 2 > text_.width ? at : std::clamp(at, half, text_.width - half);
      ticks_.push_back(Object{{"x", number(x(middle))}, {"y", number(y + 14)}, {"words", tick.label}});
    }
    top_ = y + 17;
    ChartBlock title(text_);
    title.say(axis_.title);
    add(title);
  }

  /// Keys stand side by side as far as there is room.
  void add_keys(const std::vector<ChartKey>& keys) {
    constexpr double k_words = k_sign_width + 8;  ///< where a key's words begin
    constexpr double k_between = 18;
    const double step = text_.line_height;
    double from = 0;
    double row = 0;  ///< lines of the row so far
    const auto end_row = [&] {
      if (row > 0) top_ += row * step + 3;
      from = row = 0;
    };
    for (const ChartKey& key : keys) {
      const double own = k_words + estimated_width(key.words, k_chart_text_size) * k_estimate_slack;
      if (from > 0 && from + own > text_.width) end_row();
      const auto lines = wrap_chart_text(key.words, text_.width - from - k_words, k_chart_text_size,
                                         ChartWeight::regular, text_.language, 6);
      add_sign(key.sign, from, top_ + step - k_strip_height);
      for (std::size_t i = 0; i < lines.size(); ++i) {
        add_words(labels_, {from + k_words, static_cast<double>(i + 1) * step - 3, ChartBlock::Anchor::start,
                            lines[i]});
      }
      row = std::max(row, static_cast<double>(lines.size()));
      from += own + k_between;
    }
    end_row();
  }

  ViewValue finish(std::string alternative) {
    return Object{
        {"alternative", std::move(alternative)},
        {"room", std::string(text_.room == ChartRoom::page ? document::k_wide : document::k_narrow)},
        {"width", number(text_.width)},
        {"height", number(std::ceil(top_))},
        {"strips", std::move(strips_)},
        {"rules", std::move(rules_)},
        {"solids", std::move(solids_)},
        {"hollows", std::move(hollows_)},
        {"tails", std::move(tails_)},
        {"heads", std::move(heads_)},
        {"caps", std::move(caps_)},
        {"marks", std::move(marks_)},
        {"hollow_marks", std::move(hollow_marks_)},
        {"dues", std::move(dues_)},
        {"axis", std::move(axis_line_)},
        {"ticks", std::move(ticks_)},
        {"names", std::move(names_)},
        {"labels", std::move(labels_)}};
  }

 private:
  double x(double from_start) const { return mirrored_ ? text_.width - from_start : from_start; }

  Object rule(double at, double from, double to) const {
    return {{"x", number(x(at))}, {"y1", number(from)}, {"y2", number(to)}};
  }

  void add_words(List& list, const ChartBlock::Words& words) const {
    list.push_back(Object{{"x", number(x(words.x))},
                          {"y", number(top_ + words.y)},
                          {"anchor", words.anchor == ChartBlock::Anchor::start ? "start" : "middle"},
                          {"words", words.text}});
  }

  void add_rectangle(List& list, double from, double to, double y, double height) const {
    const double left = std::min(x(from), x(to));
    list.push_back(Object{{"x", number(left)},
                          {"y", number(y)},
                          {"width", number(std::abs(to - from))},
                          {"height", number(height)}});
  }

  void add_strip(double y) {
    add_rectangle(strips_, axis_.start, axis_.end, y, k_strip_height);
    for (const ChartAxis::Tick& tick : axis_.ticks)
      rules_.push_back(rule(axis_.x(tick.value), y, y + k_strip_height));
  }

  void add_bar(List& list, double from, double to, double y) const {
    add_rectangle(list, from, to, y + k_bar_inset, k_strip_height - 2 * k_bar_inset);
  }

  void add_cap(double at, double y) { caps_.push_back(rule(at, y, y + k_strip_height)); }

  void add_tail(double from, double to, double y) {
    const double middle = y + k_strip_height / 2;
    const double head = to > from ? to - 7 : to + 7;
    tails_.push_back(Object{{"x1", number(x(from))}, {"x2", number(x(head))}, {"y", number(middle)}});
    heads_.push_back(
        Object{{"d", fmt::format("M {} {} L {} {} L {} {} Z", number(x(to)), number(middle), number(x(head)),
                                 number(middle - 4), number(x(head)), number(middle + 4))}});
  }

  void add_mark(double at, double y, bool filled) {
    const double middle = y + k_strip_height / 2;
    constexpr double k_half = 5;
    (filled ? marks_ : hollow_marks_)
        .push_back(Object{
            {"d", fmt::format("M {} {} L {} {} L {} {} L {} {} Z", number(x(at)), number(middle - k_half),
                              number(x(at + k_half)), number(middle), number(x(at)), number(middle + k_half),
                              number(x(at - k_half)), number(middle))}});
  }

  void add_due(double at, double y) {
    constexpr double k_half = 5;
    dues_.push_back(Object{{"d", fmt::format("M {} {} L {} {} L {} {} Z", number(x(at - k_half)),
                                             number(y + 1), number(x(at + k_half)), number(y + 1),
                                             number(x(at)), number(y + k_strip_height - 1))}});
  }

  void add_sign(ChartKey::Sign sign, double from, double y) {
    using enum ChartKey::Sign;
    const double start = from + 2;
    const double end = from + k_sign_width;
    const double middle = from + k_sign_width / 2;
    switch (sign) {
      case solid:
        add_bar(solids_, start, end, y);
        add_cap(start, y);
        add_cap(end, y);
        return;
      case hollow:
        add_bar(hollows_, start, end, y);
        add_cap(start, y);
        add_cap(end, y);
        return;
      case tail: return add_tail(start, end, y);
      case mark: return add_mark(middle, y, true);
      case hollow_mark: return add_mark(middle, y, false);
      case due: return add_due(middle, y);
    }
  }

  const ChartAxis& axis_;
  bool mirrored_;
  const ChartText& text_;
  double top_ = 0;
  List strips_, rules_, solids_, hollows_, tails_, heads_, caps_, marks_, hollow_marks_, dues_, ticks_,
      names_, labels_;
  ViewValue axis_line_;
};

namespace {

/// How many blocks each figure holds. Parts of about the same height look like one chart that goes on, not
/// like a chart and a rest.
std::vector<std::size_t> parted(std::span<const ChartBlock> blocks) {
  double all = 0;
  for (const ChartBlock& block : blocks) all += block.height() + k_gap;
  const double share = all / std::max(1.0, std::ceil(all / k_greatest_height));
  std::vector<std::size_t> counts;
  while (!blocks.empty()) {
    std::size_t count = 0;
    double height = 0;
    do {
      height += blocks[count].height() + k_gap;
      ++count;
    } while (count < blocks.size() && height + blocks[count].height() / 2 <= share);
    counts.push_back(count);
    blocks = blocks.subspan(count);
  }
  return counts;
}

ViewValue figure(std::span<const ChartBlock> blocks, const ChartLayout& layout, const ChartText& text,
                 const ChartAlternative& alternative) {
  ChartSheet sheet(layout.axis, text);
  for (const ChartBlock& block : blocks) sheet.add(block);
  sheet.add_axis();
  sheet.add_keys(layout.keys);
  return sheet.finish(alternative(blocks));
}

}  // namespace

ViewValue::List chart_figures(const ChartMaker& make, const ChartText& page, const ChartText& phone,
                              const ChartAlternative& alternative) {
  const ChartLayout wide = make(page);
  const ChartLayout narrow = make(phone);
  List figures;
  std::size_t first = 0;
  // Both are parted alike, where the phone's has to be, whose words take more lines.
  for (const std::size_t count : parted(narrow.blocks)) {
    const auto part = [&](const ChartLayout& layout) {
      return std::span(layout.blocks).subspan(first, count);
    };
    figures.push_back(Object{{"page", figure(part(wide), wide, page, alternative)},
                             {"phone", figure(part(narrow), narrow, phone, alternative)}});
    first += count;
  }
  return figures;
}

}  // namespace generator::report

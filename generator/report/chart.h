// A chart as numbers for a template: where the partial `chart` draws rectangles, lines and words. What is
// drawn is said here by its meaning (a bar, an open end, a payment); how it looks is the partial's.
//
// Everything is laid out from the start side: x grows to the right where text runs to the right, and to the
// left where it runs to the left, so in Arabic zero is at the right and names stand at the right. That holds
// for time and for money, as it does in charts that were drawn in Arabic in the first place.
//
// Positions are doubles because they are drawing; every figure that is written in a chart comes from exact
// decimals and the catalog.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "generator/model/decimal.h"
#include "generator/model/language.h"
#include "generator/report/view_value.h"

namespace generator::report {

/// For which room a chart is drawn: a page, or a phone's. What is written in it is of the same size in both.
enum class ChartRoom { page, phone };

inline constexpr double k_chart_text_size = 9.5;
/// How far beyond the end of its axis an open end reaches.
inline constexpr double k_open_end = 14;

/// The values from 0 that an axis names, and where they stand.
struct ChartAxis {
  struct Tick {
    double value = 0;
    std::string label;
  };
  std::vector<Tick> ticks;  ///< from 0 in even steps; the last is not 0, and not below any value
  std::string title;
  double start = 0;  ///< x of 0
  double end = 0;    ///< x of the last tick

  double x(double value) const { return start + (end - start) * value / ticks.back().value; }
};

/// How a chart's words are set, and how much room they have.
struct ChartText {
  ChartText(model::LanguageTag tag, ChartRoom for_room, std::optional<double> line = std::nullopt)
      : language(std::move(tag)),
        room(for_room),
        line_height(line.value_or(12.5)),
        width(for_room == ChartRoom::page ? 499 : 308) {}

  model::LanguageTag language;
  ChartRoom room;
  double line_height;  ///< from one line to the next: of Nastaliq more, which steps down within a word
  double width;        ///< in points at the size at which the chart is meant to be seen
  double axis_end() const { return width - 20; }
};

/// An axis from 0 to `greatest` or a little more, in steps of 1, 2 or 5 times a power of ten, not below 1, as
/// many as have room for their labels (at most six). `greatest` is finite and not below 0.
ChartAxis make_axis(double greatest, double start, const ChartText& text,
                    const std::function<std::string(const model::Decimal&)>& label);

/// One option's part of a chart: its name, its words, its strips. y is 0 at its top.
class ChartBlock {
 public:
  explicit ChartBlock(ChartText text) : text_(std::move(text)) {}

  void name(const std::string& text);
  /// Words in lines of their own.
  void say(const std::string& text);
  /// Words that nothing is drawn for: what follows such words at once stands on the same line.
  void note(const std::string& text);
  /// One line of words with its middle as near to `middle` as the chart's edges let it be.
  void say_at(double middle, const std::string& text);

  /// A strip to draw on: what is drawn next stands on it.
  void open_strip();
  void solid(double from, double to);   ///< a filled bar
  void hollow(double from, double to);  ///< a bar of which only the outline is drawn
  void cap(double at);                  ///< where a bar ends, because somebody stated it
  void tail(double from, double to);    ///< from what is stated to where nothing is: dashed, with an arrow
  void mark(double at, bool filled);    ///< one stated amount
  void due(double at);                  ///< a payment

  double height() const { return height_; }
  const std::string& spoken_name() const { return spoken_name_; }
  const std::vector<std::string>& spoken() const { return spoken_; }

 private:
  friend class ChartSheet;
  enum class Anchor { start, middle };
  struct Words {
    double x, y;
    Anchor anchor;
    std::string text;
  };
  struct Span {
    double from, to, y;
  };
  struct Point {
    double at, y;
    bool filled;
  };
  void add_lines(std::vector<Words>& to, const std::vector<std::string>& lines);
  void add_label(const std::string& text);

  ChartText text_;
  double height_ = 0;
  double strip_ = 0;   ///< y of the open strip's top
  std::string notes_;  ///< those that stand together at the end, if any
  double notes_top_ = 0;
  std::size_t notes_label_ = 0;  ///< their first line in labels_
  std::string spoken_name_;
  std::vector<std::string> spoken_;
  std::vector<Words> names_;
  std::vector<Words> labels_;
  std::vector<double> strips_;
  std::vector<Span> solids_, hollows_, tails_;
  std::vector<Point> caps_, marks_, dues_;
};

/// What a sign of a chart means, for its key.
struct ChartKey {
  enum class Sign { solid, hollow, tail, mark, hollow_mark, due };
  Sign sign;
  std::string words;
};

/// A chart laid out for one room.
struct ChartLayout {
  std::vector<ChartBlock> blocks;  ///< one for each option, in their order
  ChartAxis axis;
  std::vector<ChartKey> keys;
};

/// All that the blocks of one figure show, in words.
using ChartAlternative = std::function<std::string(std::span<const ChartBlock>)>;

/// Lays a chart out for the room that the text has.
using ChartMaker = std::function<ChartLayout(const ChartText&)>;

/// The chart in figures that each fit on a page, every one with the axis and the key, and each twice, for a
/// page and for a phone: [ { page, phone } ], each { alternative, room, width, height, strips, rules, solids,
/// hollows, tails, heads, caps, marks, hollow_marks, dues, axis, ticks, names, labels }.
ViewValue::List chart_figures(const ChartMaker& make, const ChartText& page, const ChartText& phone,
                              const ChartAlternative& alternative);

}  // namespace generator::report

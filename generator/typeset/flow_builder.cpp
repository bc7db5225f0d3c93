#include "generator/typeset/flow_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/typeset/columns_layout.h"
#include "generator/typeset/justify.h"
#include "generator/typeset/table_layout.h"
#include "generator/typeset/table_stack.h"
#include "generator/typeset/terms_layout.h"

namespace generator::typeset {
namespace {

using document::Align;
using model::Direction;

double line_left(double width, Align align, Direction direction, const Frame& frame) {
  const bool rtl = direction == Direction::right_to_left;
  switch (align) {
    case Align::justify:
    case Align::start: return rtl ? frame.right - width : frame.left;
    case Align::centre: return frame.left + (frame.width() - width) / 2;
    case Align::end: return rtl ? frame.left : frame.right - width;
  }
  return frame.left;
}

/// One area for each stretch of neighbouring runs of a link.
void add_link_areas(const Line& line, double left, const Hyperlinks& links, Strip& strip) {
  const Hyperlink* open = nullptr;
  for (const PlacedRun& placed : line.runs) {
    const auto found = links.find(placed.owner);
    const Hyperlink* link = found == links.end() ? nullptr : &found->second;
    const double x = left + placed.x;
    if (link != nullptr && open != nullptr && open->node == link->node) {
      LinkArea& area = strip.links.back();
      area.area.width = x + placed.run.advance - area.area.x;
    } else if (link != nullptr) {
      strip.links.push_back(
          {{x, 0, placed.run.advance, line.height()}, link->target, link->contents, link->node});
    }
    open = link;
  }
  // Nobody can hit what only a joiner or the space at a line's end shows.
  std::erase_if(strip.links, [](const LinkArea& link) { return link.area.width <= 0; });
}

/// Columns lower than this part of a page are not worth dividing.
constexpr double k_low_columns = 0.25;
/// What stands beside another needs so many ems at least.
constexpr double k_least_ems_beside = 8;
/// What stands beside one another and is lower than this part of a page is not worth dividing.
constexpr double k_low_row = 0.12;
/// The room that is kept for a page number, in ems: three digits and some air.
constexpr double k_number_ems = 2.2;

/// A heading of more lines than this is a text, and is set as one.
constexpr std::size_t k_most_balanced_lines = 6;
/// Halvings of the width: then it is off by less than a letter.
constexpr int k_balance_steps = 7;

/// The lines of a heading, as few as the width asks for, and all of about one length: no word stands alone on
/// the last.
std::vector<Line> balanced_lines(const Paragraph& paragraph, double width) {
  std::vector<Line> lines = paragraph.lines(width);
  const std::size_t count = lines.size();
  if (count < 2 || count > k_most_balanced_lines) return lines;
  double too_narrow = paragraph.min_width();  // narrower, and words break
  for (int step = 0; step < k_balance_steps && too_narrow < width; ++step) {
    const double middle = (too_narrow + width) / 2;
    std::vector<Line> tried = paragraph.lines(middle);
    if (tried.size() > count) {
      too_narrow = middle;
    } else {
      width = middle;
      lines = std::move(tried);
    }
  }
  return lines;
}

/// A page number at the end side of the line's strip; the whole line leads to that page.
void add_page_number(Strip& strip, const PageNumber& number, double room, double width, const Frame& frame) {
  const bool rtl = frame.direction == Direction::right_to_left;
  PageReference reference{number, frame.direction, 0, 0, room, *strip.baseline};
  reference.text_end = rtl ? frame.right - width : frame.left + width;
  reference.number_end = rtl ? frame.left : frame.right;
  if (!strip.links.empty()) {
    Rectangle& area = strip.links.back().area;
    const double right = rtl ? area.x + area.width : frame.right;
    if (rtl) area.x = frame.left;
    area.width = right - area.x;
  }
  strip.references.push_back(std::move(reference));
}

}  // namespace

Frame Frame::inside(double start, double end) const {
  const bool rtl = direction == Direction::right_to_left;
  return {left + (rtl ? end : start), right - (rtl ? start : end), direction};
}

Strip line_strip(Line line, Align align, Direction direction, const Frame& frame, const Hyperlinks& links) {
  Strip strip;
  const double left = line_left(line.width, align, direction, frame);
  strip.height = line.height();
  strip.baseline = line.ascent;
  add_link_areas(line, left, links, strip);
  for (PlacedRun& placed : line.runs)
    strip.items.emplace_back(TextItem{{left + placed.x, line.ascent}, std::move(placed.run), placed.owner});
  return strip;
}

void FlowBuilder::add(const std::vector<Block>& blocks, const Frame& frame) {
  for (const Block& block : blocks) add(block, frame);
}

void FlowBuilder::add(const Block& block, const Frame& frame) {
  if ((block.optional && block.least_pages > limits_.pages) || !has_room(block.line)) return;
  const BoxStyle& style = block.box;
  line_ = block.line;
  if (opens_.empty()) space_ = std::max(space_, style.space_before);
  starts_page_ = starts_page_ || style.page_break_before;
  if (style.keep_with_previous && !flow_.strips.empty()) demand_break(Break::avoided);
  anchors_.insert(anchors_.end(), block.anchors.begin(), block.anchors.end());
  if (block.outline) outline_.push_back(*block.outline);

  const std::size_t first = flow_.strips.size();
  const bool boxed = style.decorated();
  if (boxed) open_box(style, frame);
  Frame inner = boxed ? frame.inside(style.inset_start(), style.inset_end()) : frame;
  inner.direction = block.direction;
  inner = inner.inside(style.indent.value_or(0), 0);
  // Something that is narrow by itself may stand in a narrow place.
  if (inner.width() < limits_.min_width && inner.width() < content_need(block).min - k_fit_tolerance)
    complain_too_narrow(block.line);
  else if (style.columns > 1 && !limits_.stacked_tables)
    add_columns(block, inner);
  else
    add_content(block, inner);
  if (boxed) close_box();

  if (style.keep_together) discourage_breaks(first);
  if (opens_.empty()) space_ = std::max(space_, style.space_after);
  if (style.keep_with_next && flow_.strips.size() > first) demand_break(Break::avoided);
}

void FlowBuilder::add_content(const Block& block, const Frame& frame) {
  std::visit([&](const auto& content) { add_content(content, block, frame); }, block.content);
}

void FlowBuilder::add_columns(const Block& block, const Frame& frame) {
  const ColumnFrames columns = column_frames(block.box.columns, frame.width(), block.text_size);
  if (columns.count < 2) return add_content(block, frame);
  FlowBuilder inner(this);
  inner.add_content(block, frame.inside(0, frame.width() - columns.width));
  Flow flow = inner.take();
  if (flow.strips.empty()) return;
  Strip strip;
  strip.row = share_among_columns(std::move(flow), columns, frame.left, frame.right, frame.direction,
                                  limits_.page_height);
  strip.height = strip.row->height();
  strip.row->divisible = !block.box.keep_together && strip.height > limits_.page_height * k_low_columns;
  emit(std::move(strip));
}

void FlowBuilder::add_content(const ContainerBlock& block, const Block&, const Frame& frame) {
  add(block.children, frame);
}

void FlowBuilder::add_content(const ParagraphBlock& block, const Block& outer, const Frame& frame) {
  const auto& number = block.page_number;
  const double room = number ? k_number_ems * number->style.size : 0;
  const double measure = std::max(frame.width() - room, limits_.min_width);
  const bool justified =
      block.align == Align::justify && !number && frame.width() >= k_least_ems_justified * block.size;
  std::vector<Line> lines = block.balanced && !justified ? balanced_lines(block.paragraph, measure)
                                                         : block.paragraph.lines(measure);
  const std::size_t count = lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    if (justified) justify(lines[i], frame.width());
    // Two lines at least stay together before a page end and after it.
    if (i > 0 && (i == 1 || i + 1 == count)) demand_break(Break::avoided);
    const double width = lines[i].width;
    Strip strip = line_strip(std::move(lines[i]), block.align, outer.direction, frame, links_);
    if (number && i + 1 == count) add_page_number(strip, *number, room, width, frame);
    emit(std::move(strip));
  }
}

void FlowBuilder::add_content(const ListItemBlock& block, const Block& outer, const Frame& frame) {
  const std::size_t first = flow_.strips.size();
  add(block.children, frame);
  auto lines = block.marker.lines(block.marker_width + 1);
  if (lines.empty()) return;
  const bool rtl = block.direction == Direction::right_to_left;
  const double width = lines.front().width;
  const double left = rtl ? frame.right + block.marker_gap : frame.left - block.marker_gap - width;
  Strip marker = line_strip(std::move(lines.front()), Align::start, Direction::left_to_right,
                            {left, left + width, outer.direction}, links_);
  if (flow_.strips.size() == first) {
    emit(std::move(marker));
    return;
  }
  Strip& strip = flow_.strips[first];
  const double down = strip.baseline.value_or(strip.content_top + *marker.baseline) - *marker.baseline;
  for (Item& item : marker.items) std::get<TextItem>(item).origin.y += down;
  strip.items.insert(strip.items.begin(), std::make_move_iterator(marker.items.begin()),
                     std::make_move_iterator(marker.items.end()));
}

void FlowBuilder::add_content(const TermsBlock& block, const Block&, const Frame& frame) {
  TermsLayout(*this, frame).add(block);
}

void FlowBuilder::add_content(const BesideBlock& block, const Block& outer, const Frame& frame) {
  const auto count = static_cast<double>(block.parts.size());
  const double equal = (frame.width() - document::k_beside_gap * (count - 1)) / std::max(count, 1.0);
  const auto has_room = [&](const Block& part, double width) {
    return width >= std::max(k_least_ems_beside * outer.text_size, content_need(part).min);
  };
  std::vector<double> widths(block.parts.size(), equal);
  if (block.parts.size() == 2) {
    // Two part at the middle of the page, whatever indent they stand in: so the seam is one line.
    const bool rtl = frame.direction == Direction::right_to_left;
    const double first =
        (rtl ? frame.right - limits_.middle : limits_.middle - frame.left) - document::k_beside_gap / 2;
    const double second = frame.width() - first - document::k_beside_gap;
    if (has_room(block.parts[0], first) && has_room(block.parts[1], second)) widths = {first, second};
  }
  bool fits = block.parts.size() > 1 && !limits_.stacked_tables;
  for (std::size_t i = 0; i < block.parts.size(); ++i) fits = fits && has_room(block.parts[i], widths[i]);
  if (!fits) return add(block.parts, frame);

  TableRow row;
  row.left = frame.left;
  row.right = frame.right;
  double start = 0;
  for (std::size_t i = 0; i < block.parts.size(); ++i) {
    row.cells.push_back(lay_out_cell({&block.parts[i], 1}, frame, start, start + widths[i]));
    start += widths[i] + document::k_beside_gap;
  }
  emit_beside(std::move(row));
}

CellFragment FlowBuilder::lay_out_cell(std::span<const Block> blocks, const Frame& frame, double start,
                                       double end) {
  const bool rtl = frame.direction == Direction::right_to_left;
  CellFragment cell;
  cell.left = rtl ? frame.right - end : frame.left + start;
  cell.right = rtl ? frame.right - start : frame.left + end;
  cell.direction = frame.direction;
  FlowBuilder flow(this);
  for (const Block& block : blocks) flow.add(block, {cell.left, cell.right, frame.direction});
  cell.flow = flow.take();
  return cell;
}

void FlowBuilder::emit_beside(TableRow row) {
  align_baselines(row);
  Strip strip;
  for (const CellFragment& cell : row.cells) {
    if (strip.baseline || cell.flow.strips.empty() || !cell.flow.strips.front().baseline) continue;
    strip.baseline = cell.inset_top + *cell.flow.strips.front().baseline;
  }
  strip.height = row.height();
  row.divisible = strip.height > limits_.page_height * k_low_row;
  strip.row = std::make_unique<TableRow>(std::move(row));
  emit(std::move(strip));
}

void FlowBuilder::add_content(const DrawingBlock& block, const Block& outer, const Frame& frame) {
  const double scale = block.drawing.scale_in(frame.width(), limits_.page_height * 0.9);
  const double width = block.drawing.view_box.width * scale;
  Strip strip;
  strip.height = block.drawing.view_box.height * scale;
  const double left = line_left(width, Align::start, outer.direction, frame);
  strip.items = block.drawing.place({left, 0}, scale, block.node);
  emit(std::move(strip));
}

void FlowBuilder::add_content(const TableBlock& block, const Block& outer, const Frame& frame) {
  if (limits_.stacked_tables && block.columns > 1)
    TableStack(*this, frame).add(block, outer);
  else
    TableLayout(*this, frame).add(block, outer);
}

void FlowBuilder::open_box(const BoxStyle& style, const Frame& frame) {
  const auto index = static_cast<int>(flow_.boxes.size());
  flow_.boxes.push_back({box_, frame.left, frame.right, frame.direction, style});
  opens_.push_back({index, lead_});
  lead_ += style.inset_top();
  box_ = index;
}

void FlowBuilder::close_box() {
  const int box = box_;
  const Box& area = flow_.boxes[static_cast<std::size_t>(box)];
  box_ = area.parent;
  if (!opens_.empty() && opens_.back().box == box) {  // nothing stood in it: it never was
    opens_.pop_back();
    lead_ -= area.style.inset_top();
    return;
  }
  Strip& last = flow_.strips.back();
  const double inset = area.style.inset_bottom();
  last.height += inset;
  for (BoxEdge& edge : last.closes) edge.offset += inset;
  last.closes.push_back({box, 0});
  space_ = 0;
}

void FlowBuilder::emit(Strip strip) {
  ++strips_;
  strip.space_before = space_;
  strip.break_before = break_;
  strip.starts_page = starts_page_;
  strip.line = line_;
  strip.box = box_;
  strip.head = head_;
  strip.content_top = lead_;
  strip.height += lead_;
  if (strip.baseline) *strip.baseline += lead_;
  if (lead_ > 0) {
    // Items of a strip that opens boxes move below the boxes' insets.
    for (Item& item : strip.items) {
      if (auto* text = std::get_if<TextItem>(&item)) text->origin.y += lead_;
      if (auto* path = std::get_if<PathItem>(&item)) shift(*path, {0, lead_});
    }
    for (LinkArea& link : strip.links) link.area.y += lead_;
    for (PageReference& reference : strip.references) reference.baseline += lead_;
  }
  strip.opens = std::move(opens_);
  strip.anchors.insert(strip.anchors.begin(), anchors_.begin(), anchors_.end());
  strip.outline = std::move(outline_);
  flow_.strips.push_back(std::move(strip));
  space_ = 0;
  lead_ = 0;
  opens_.clear();
  break_ = Break::allowed;
  starts_page_ = false;
  anchors_.clear();
  outline_.clear();
}

void FlowBuilder::discourage_breaks(std::size_t first) {
  for (std::size_t i = first + 1; i < flow_.strips.size(); ++i)
    flow_.strips[i].break_before = std::max(flow_.strips[i].break_before, Break::discouraged);
}

void FlowBuilder::demand_break(Break at_least) {
  break_ = std::max(break_, at_least);
}

base::Diagnostic layout_too_long(std::size_t line) {
  return {"layout-too-long",
          {"", line, 0},
          fmt::format("the document has more than {} lines", k_most_strips),
          "nobody would print two thousand pages",
          "make several documents of it"};
}

bool FlowBuilder::has_room(std::size_t line) {
  if (strips_ <= k_most_strips) return true;
  const auto told = [](const base::Diagnostic& diagnostic) { return diagnostic.code == "layout-too-long"; };
  if (std::ranges::none_of(diagnostics_, told)) diagnostics_.push_back(layout_too_long(line));
  return false;
}

void FlowBuilder::complain_too_narrow(std::size_t line) {
  diagnostics_.push_back({"layout-too-wide",
                          {"", line, 0},
                          "the indents and paddings around this leave no room for text",
                          fmt::format("text needs at least {:.0f} points", limits_.min_width),
                          "nest fewer lists, lower indent and padding in the theme, or take a larger page"});
}

Flow FlowBuilder::take() {
  // A link may lead to what is empty.
  if (flow_.strips.empty() && !anchors_.empty()) emit(Strip());
  // Anchors behind the last strip belong to its end.
  if (!flow_.strips.empty())
    flow_.strips.back().anchors.insert(flow_.strips.back().anchors.end(), anchors_.begin(), anchors_.end());
  return std::move(flow_);
}

}  // namespace generator::typeset

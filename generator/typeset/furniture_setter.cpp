#include "generator/typeset/furniture_setter.h"

#include <algorithm>

#include "generator/typeset/inline_collector.h"
#include "generator/typeset/numerals.h"
#include "generator/typeset/strip_painter.h"

namespace generator::typeset {
namespace {

using model::Direction;

constexpr double k_edge = 14;         ///< at least so much paper outside of the furniture
constexpr double k_content_gap = 10;  ///< at least so much between furniture and content
constexpr double k_mark_inset = 4;    ///< between the mark's text and its box
constexpr double k_mark_line = 1;
constexpr document::Colour k_paper{0xff, 0xff, 0xff};

double height_of(const std::vector<Line>& lines) {
  double height = 0;
  for (const Line& line : lines) height += line.height();
  return height;
}

double width_of(const std::vector<Line>& lines) {
  double width = 0;
  for (const Line& line : lines) width = std::max(width, line.width);
  return width;
}

enum class Side { left, middle, right };

void add_lines(Page& page, const std::vector<Line>& lines, double left, double right, double top, Side side) {
  for (const Line& line : lines) {
    double x = left;
    if (side == Side::middle) x = left + (right - left - line.width) / 2;
    if (side == Side::right) x = right - line.width;
    for (const PlacedRun& placed : line.runs)
      page.items.emplace_back(
          TextItem{{rounded(x + placed.x), rounded(top + line.ascent)}, placed.run, k_artifact});
    top += line.height();
  }
}

void replace(std::string& text, std::string_view what, const std::string& with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

base::Result<FurnitureSetter> FurnitureSetter::prepare(const document::Document& document,
                                                       const document::PageLayout& layout,
                                                       const StyleResolver& styles, const FontSet& fonts) {
  FurnitureSetter setter(document, layout, styles, fonts);
  if (auto done = setter.lay_out(); !done) return tl::unexpected(std::move(done.error()));
  return setter;
}

base::Result<std::optional<Paragraph>> FurnitureSetter::shape(const std::string& text,
                                                              const TextStyle& style) const {
  if (text.empty()) return std::optional<Paragraph>();
  InlineContent content;
  content.text = to_utf16(text);
  content.spans.push_back({0, content.text.size(), style, document_.language, k_artifact});
  auto shaped = Paragraph::shape(std::move(content), document_.direction, fonts_);
  if (!shaped) return tl::unexpected(std::move(shaped.error()));
  return std::optional<Paragraph>(std::move(*shaped));
}

base::Result<void> FurnitureSetter::lay_out() {
  const double room = layout_.width - 2 * layout_.margin_side;
  const TextStyle mark_style = styles_.furniture("mark", document_.language);

  auto mark = shape(document_.furniture.mark, mark_style);
  if (!mark) return tl::unexpected(std::move(mark.error()));
  auto head = shape(document_.furniture.running_head, styles_.furniture("running-head", document_.language));
  if (!head) return tl::unexpected(std::move(head.error()));
  auto label = shape(document_.furniture.page_label, styles_.furniture("page-label", document_.language));
  if (!label) return tl::unexpected(std::move(label.error()));

  const double insets = 2 * (k_mark_inset + k_mark_line);
  if (*mark) {
    mark_ = (*mark)->lines(std::min((*mark)->max_width() + 1, room * (*head ? 0.5 : 1) - insets));
    mark_width_ = width_of(mark_) + insets;
  }
  if (*head) head_ = (*head)->lines(room - (*mark ? mark_width_ + k_content_gap : 0));
  if (*label) label_height_ = height_of((*label)->lines(room));

  const double mark_height = mark_.empty() ? 0 : height_of(mark_) + insets / 2;
  head_height_ = std::max(height_of(head_), mark_height);
  // In the middle of the upper margin, but never closer to the edge or to the content than is readable.
  head_top_ = std::max(k_edge, (layout_.margin_top - head_height_) / 2);
  content_top_ = head_height_ > 0 ? std::max(layout_.margin_top, head_top_ + head_height_ + k_content_gap)
                                  : layout_.margin_top;
  const double below = label_height_ > 0
                           ? std::max(layout_.margin_bottom, k_edge + label_height_ + k_content_gap)
                           : layout_.margin_bottom;
  content_bottom_ = layout_.height - below;
  return {};
}

base::Result<void> FurnitureSetter::set(Pages& pages) const {
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    set_head(pages.pages[i]);
    if (auto done = set_label(pages.pages[i], i + 1, pages.pages.size()); !done) return done;
  }
  return {};
}

void FurnitureSetter::set_head(Page& page) const {
  const bool rtl = document_.direction == Direction::right_to_left;
  const double left = layout_.margin_side;
  const double right = layout_.width - layout_.margin_side;
  if (!head_.empty())
    add_lines(page, head_, left, right, head_top_ + (head_height_ - height_of(head_)) / 2,
              rtl ? Side::right : Side::left);
  if (mark_.empty()) return;
  const double height = height_of(mark_) + k_mark_inset + k_mark_line;
  const double x = rtl ? left : right - mark_width_;
  const double y = head_top_ + (head_height_ - height) / 2;
  const document::Colour mark_colour = styles_.furniture("mark", document_.language).colour;
  page.items.emplace_back(
      filled({rounded(x), rounded(y), rounded(mark_width_), rounded(height)}, mark_colour));
  page.items.emplace_back(filled({rounded(x + k_mark_line), rounded(y + k_mark_line),
                                  rounded(mark_width_ - 2 * k_mark_line), rounded(height - 2 * k_mark_line)},
                                 k_paper));
  add_lines(page, mark_, x, x + mark_width_, y + (height - height_of(mark_)) / 2, Side::middle);
}

base::Result<void> FurnitureSetter::set_label(Page& page, std::size_t number, std::size_t count) const {
  std::string text = document_.furniture.page_label;
  replace(text, "{pages}", numeral(document_.language, count));
  replace(text, "{page}", numeral(document_.language, number));
  auto label = shape(text, styles_.furniture("page-label", document_.language));
  if (!label) return tl::unexpected(std::move(label.error()));
  if (!*label) return {};
  const double left = layout_.margin_side;
  const double right = layout_.width - layout_.margin_side;
  const auto lines = (*label)->lines(right - left);
  const double room = layout_.height - content_bottom_;
  const double top = layout_.height - std::max(k_edge + height_of(lines), (room + height_of(lines)) / 2);
  add_lines(page, lines, left, right, top, Side::middle);
  return {};
}

}  // namespace generator::typeset

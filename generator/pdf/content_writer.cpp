#include "generator/pdf/content_writer.h"

#include <fmt/format.h>
#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>

#include "generator/pdf/reading_order.h"
#include "generator/pdf/structure_types.h"
#include "generator/pdf/text_pieces.h"

namespace generator::pdf {
namespace {

/// The tangent of 12 degrees: how far a slanted letter leans.
constexpr const char* k_slant = ".213";

double metric(const typeset::Face& face, hb_ot_metrics_tag_t tag, double fallback_em) {
  hb_position_t value = 0;
  if (hb_ot_metrics_get_position(face.hb_font(), tag, &value) != 0 && value != 0)
    return static_cast<double>(value) / face.units_per_em();
  return fallback_em;
}

}  // namespace

ContentWriter::ContentWriter(const typeset::Page& page, const typeset::Pages& pages, FontEmbedder& fonts,
                             TextOrder text_order)
    : page_(page), pages_(pages), fonts_(fonts), text_order_(text_order) {}

base::Result<PageContent> ContentWriter::write() {
  const std::vector<std::size_t> reading = reading_order(page_, pages_);
  std::vector<std::size_t> rank_of(reading.size());
  for (std::size_t rank = 0; rank < reading.size(); ++rank) rank_of[reading[rank]] = rank;
  for (std::size_t i = 0; i < page_.items.size() && !failure_; ++i) {
    const std::size_t item = text_order_ == TextOrder::logical ? reading[i] : i;
    rank_ = rank_of[item];
    std::visit([this](const auto& each) { add(each); }, page_.items[item]);
  }
  close_mark();
  if (failure_) return pdf_failure(*failure_);
  return std::move(content_);
}

// Marks

void ContentWriter::mark(typeset::NodeIndex node) {
  if (marked_ != node) {
    close_mark();
    if (node == typeset::k_artifact) {
      out_ += "/Artifact BMC\n";
    } else {
      open_mark(node, content_.sequences.size());
      content_.sequences.push_back({node, rank_});
    }
    marked_ = node;
  }
  if (node != typeset::k_artifact) {
    std::size_t& first = content_.sequences.back().rank;
    first = std::min(first, rank_);
  }
}

void ContentWriter::close_mark() {
  close_text();
  if (marked_) out_ += "EMC\n";
  marked_.reset();
  draw_underlines();
}

void ContentWriter::draw_underlines() {
  if (underlines_.empty()) return;
  out_ += "/Artifact BMC\n";
  for (const Underline& line : underlines_) {
    set_fill(line.colour);
    append_point({line.area.x, line.area.y + line.area.height});
    append_number(out_, line.area.width);
    out_ += ' ';
    append_number(out_, line.area.height);
    out_ += " re f\n";
  }
  out_ += "EMC\n";
  underlines_.clear();
}

// Colours and places

void ContentWriter::append_colour(document::Colour colour, const char* grey, const char* rgb) {
  const auto component = [this](std::uint8_t value) {
    append_decimal(out_, std::lround(value * 1000 / 255.0), 3);
    out_ += ' ';
  };
  component(colour.red);
  if (colour.red == colour.green && colour.green == colour.blue) {
    out_ += grey;
    return;
  }
  component(colour.green);
  component(colour.blue);
  out_ += rgb;
}

void ContentWriter::set_fill(document::Colour colour) {
  if (colour == fill_) return;
  append_colour(colour, "g\n", "rg\n");
  fill_ = colour;
}

void ContentWriter::set_stroke(document::Colour colour) {
  if (colour == stroke_) return;
  append_colour(colour, "G\n", "RG\n");
  stroke_ = colour;
}

void ContentWriter::append_point(typeset::Point point) {
  append_number(out_, point.x);
  out_ += ' ';
  append_number(out_, page_.height - point.y);
  out_ += ' ';
}

// Outlines

void ContentWriter::add(const typeset::PathItem& item) {
  if (item.steps.empty() || (!item.fill && !item.stroke)) return;
  mark(item.node);
  close_text();
  if (item.fill) set_fill(*item.fill);
  if (item.stroke) {
    set_stroke(*item.stroke);
    const Hundredths width = to_hundredths(item.stroke_width);
    if (stroke_width_ != width) {
      append_hundredths(out_, width);
      out_ += " w\n";
      stroke_width_ = width;
    }
    if (dashes_ != item.dashes) {
      out_ += '[';
      for (const double dash : item.dashes) {
        append_number(out_, dash);
        out_ += ' ';
      }
      out_ += "]0 d\n";
      dashes_ = item.dashes;
    }
  }
  struct Writer {
    ContentWriter& content;
    void operator()(const typeset::PathItem::Move& step) const {
      content.append_point(step.to);
      content.out_ += "m ";
    }
    void operator()(const typeset::PathItem::Line& step) const {
      content.append_point(step.to);
      content.out_ += "l ";
    }
    void operator()(const typeset::PathItem::Curve& step) const {
      content.append_point(step.control1);
      content.append_point(step.control2);
      content.append_point(step.to);
      content.out_ += "c ";
    }
    void operator()(const typeset::PathItem::Close&) const { content.out_ += "h "; }
  };
  for (const auto& step : item.steps) std::visit(Writer{*this}, step);
  out_ += !item.stroke ? "f\n" : !item.fill ? "S\n" : "B\n";
}

// Text

void ContentWriter::open_text() {
  if (in_text_) return;
  out_ += "BT\n";
  in_text_ = true;
  slanted_ = false;
  line_x_ = 0;
  line_y_ = 0;
}

void ContentWriter::close_text() {
  if (in_text_) out_ += "ET\n";
  in_text_ = false;
}

void ContentWriter::add(const typeset::TextItem& item) {
  if (item.run.clusters.empty()) return;
  // Right-to-left words quoted in a line that reads rightwards: each code is marked by itself, so that the
  // structure can name them in the order in which they were typed, while they stand as readers expect.
  const bool quoted = item.run.right_to_left && text_order_ == TextOrder::visual &&
                      item.node != typeset::k_artifact && !reads_leftwards(item.node, pages_);
  if (quoted)
    close_mark();
  else
    mark(item.node);
  open_text();
  set_fill(item.run.colour);
  move_to(item);
  show(item.run, quoted ? std::optional(item.node) : std::nullopt);
  if (item.run.underlined) note_underline(item);
}

void ContentWriter::move_to(const typeset::TextItem& item) {
  const Hundredths x = to_hundredths(item.origin.x);
  const Hundredths y = to_hundredths(page_.height - item.origin.y);
  const bool by_matrix = item.run.slanted || slanted_;
  if (by_matrix) {
    out_ += "1 0 ";
    out_ += item.run.slanted ? k_slant : "0";
    out_ += " 1 ";
  }
  append_hundredths(out_, by_matrix ? x : x - line_x_);
  out_ += ' ';
  append_hundredths(out_, by_matrix ? y : y - line_y_);
  out_ += by_matrix ? " Tm\n" : " Td\n";
  slanted_ = item.run.slanted;
  line_x_ = x;
  line_y_ = y;
}

void ContentWriter::select_font(std::size_t font, std::size_t layer, Hundredths size) {
  const SelectedFont selected{font, layer, size};
  if (selected == font_) return;
  close_array();
  out_ += FontEmbedder::resource_name(font, layer) + ' ';
  append_hundredths(out_, selected.size);
  out_ += " Tf\n";
  font_ = selected;
}

void ContentWriter::open_mark(typeset::NodeIndex node, std::size_t identifier) {
  const auto role = pages_.structure[static_cast<std::size_t>(node)].role;
  out_ += structure_type(role);
  out_ += "<</MCID ";
  append_integer(out_, identifier);
  out_ += ">>BDC\n";
}

void ContentWriter::show(const typeset::GlyphRun& run, std::optional<typeset::NodeIndex> mark_each) {
  const std::size_t number = fonts_.font_of(*run.face);
  EmbeddedFont& font = fonts_.font(number);
  const double em = run.face->units_per_em();
  const double scale = 1000.0 / em;
  const Hundredths size = to_hundredths(run.size);
  double pen = 0;  // where a reader of the stream has it, in thousandths of an em
  const std::vector<Piece> pieces =
      pieces_of(run, text_order_, mark_each ? Brackets::as_typed : Brackets::as_seen);
  const std::size_t first = content_.sequences.size();
  if (mark_each) content_.sequences.resize(first + pieces.size(), {*mark_each, rank_});
  std::size_t unwritten = pieces.size();
  for (const Piece& piece : pieces) {
    --unwritten;
    if (mark_each) open_mark(*mark_each, first + unwritten);
    const std::optional<FontCode> code = font.code(piece);
    if (!code) {
      failure_ =
          fmt::format("text has a glyph that no PDF font can hold (face {})", run.face->postscript_name());
      return;
    }
    select_font(number, code->layer, size);
    const Hundredths rise = piece.rise == 0 ? 0 : to_hundredths(piece.rise * run.size / em);
    if (rise != rise_) {
      close_array();
      append_hundredths(out_, rise);
      out_ += " Ts\n";
      rise_ = rise;
    }
    const auto back = std::llround(pen - piece.x * scale);
    // A thousandth of an em cannot be seen, and what is left out is made good by the next.
    if (std::abs(back) > 1) {
      close_string();
      append_decimal(array_, back, 0);
      adjusted_ = true;
      pen -= static_cast<double>(back);
    }
    string_ += static_cast<char>(code->code >> 8);
    string_ += static_cast<char>(code->code & 0xFF);
    pen += code->width;
    if (mark_each) {
      close_array();
      out_ += "EMC\n";
    }
  }
  close_array();
}

void ContentWriter::close_string() {
  if (string_.empty()) return;
  append_byte_string(array_, string_);
  string_.clear();
}

void ContentWriter::close_array() {
  if (string_.empty() && array_.empty()) return;
  const bool plain = array_.empty() && !adjusted_;
  close_string();
  out_ += plain ? array_ + "Tj\n" : '[' + array_ + "]TJ\n";
  array_.clear();
  adjusted_ = false;
}

void ContentWriter::note_underline(const typeset::TextItem& item) {
  const typeset::GlyphRun& run = item.run;
  // Noto's offset is the line's middle, below the baseline and so negative.
  const double offset = metric(*run.face, HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -0.1) * run.size;
  const double thickness = metric(*run.face, HB_OT_METRICS_TAG_UNDERLINE_SIZE, 0.05) * run.size;
  underlines_.push_back(
      {{item.origin.x, item.origin.y - offset - thickness / 2, run.advance, thickness}, run.colour});
}

}  // namespace generator::pdf

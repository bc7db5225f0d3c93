#include "generator/typeset/paginator.h"

#include <algorithm>
#include <cmath>

namespace generator::typeset {
namespace {

Break stronger(Break level) {
  switch (level) {
    case Break::allowed: return Break::discouraged;
    case Break::discouraged: return Break::avoided;
    case Break::avoided:
    case Break::never: return Break::never;
  }
  return Break::never;
}

/// The end of the group that begins at `first`: strips joined by breaks that are at least that bad.
std::size_t group_end(const std::vector<Strip>& strips, std::size_t first, std::size_t end, Break level) {
  std::size_t i = first + 1;
  while (i < end && strips[i].break_before >= level && !strips[i].starts_page) ++i;
  return i;
}

}  // namespace

base::Result<void> Paginator::paginate(Flow flow, Pages& pages) {
  flow_ = std::move(flow);
  pages_ = &pages;
  for (std::size_t first = 0; first < flow_.strips.size();) {
    const std::size_t end = group_end(flow_.strips, first, flow_.strips.size(), Break::discouraged);
    place_group(first, end, Break::discouraged);
    first = end;
  }
  if (!placed_.empty() || pages.pages.empty()) finish_page();
  if (!diagnostics_.empty()) return tl::unexpected(std::move(diagnostics_));
  return {};
}

void Paginator::place_group(std::size_t first, std::size_t end, Break level) {
  while (first < end) {
    if (flow_.strips[first].starts_page && !fresh_) finish_page();
    if (fits(end_of(first, end, fresh_))) return place(first, end);

    // Something that the theme keeps together rather moves as a whole than gets divided.
    const auto begin = flow_.strips.begin();
    const bool whole =
        std::any_of(begin + static_cast<std::ptrdiff_t>(first) + 1, begin + static_cast<std::ptrdiff_t>(end),
                    [](const Strip& strip) { return strip.break_before == Break::discouraged; });
    const bool fits_fresh = !fresh_ && fits(end_of(first, end, true));
    if (!(whole && fits_fresh)) {
      if (const std::size_t rest = divide_row(first, end, Force::no); rest != end) {
        first = rest;
        continue;
      }
    }
    if (fits_fresh) {
      finish_page();
      return place(first, end);
    }
    if (end - first > 1 && level == Break::never) {
      release_spans(flow_, first, end);
      level = Break::avoided;
      continue;
    }
    if (end - first > 1) {
      for (std::size_t part = first; part < end;) {
        const std::size_t part_end = group_end(flow_.strips, part, end, stronger(level));
        place_group(part, part_end, stronger(level));
        part = part_end;
      }
      return;
    }
    if (!fresh_) {
      finish_page();
      continue;
    }
    if (const std::size_t rest = divide_row(first, end, Force::yes); rest != end) {
      first = rest;
      continue;
    }
    if (fits(end_of(first, end, fresh_))) return place(first, end);
    complain_too_tall(flow_.strips[first].line);
    return place(first, end);
  }
}

void Paginator::complain_too_tall(std::size_t line) {
  if (!diagnostics_.empty() && diagnostics_.back().place.line == line) return;
  diagnostics_.push_back({"layout-too-tall",
                          {"", line, 0},
                          "a line or a drawing is higher than a page",
                          "it cannot be divided",
                          "lower the font size or the paddings in the theme, or take a larger page"});
}

std::size_t Paginator::divide_row(std::size_t first, std::size_t end, Force force) {
  std::size_t index = first;
  while (index + 1 < end && fits(end_of(first, index + 1, fresh_))) ++index;
  Strip& strip = flow_.strips[index];
  if (strip.row == nullptr || (!strip.row->divisible && force == Force::no)) return end;
  // What a cell over several rows holds may reach down to the last of them.
  if (strip.break_before == Break::never || inseparable_end(flow_, index) > index + 1) return end;

  const double top = end_of(first, index + 1, fresh_) - strip.height - flow_.continued_bottom(strip);
  std::optional<Strip> rest = divide_strip(flow_, strip, frame_.bottom - top, force);
  if (!rest) return end;
  place(first, index);
  parts_.push_back(std::move(strip));
  flow_.strips[index] = std::move(*rest);
  place(parts_.back());
  finish_page();
  return index;
}

void Paginator::place(std::size_t first, std::size_t end) {
  for (std::size_t i = first; i < end; ++i) place(flow_.strips[i]);
}

void Paginator::place(Strip& strip) {
  if (fresh_) {
    y_ = frame_.top + flow_.continued_top(strip);
    if (strip.head >= 0) {
      place_head(strip.head);
    } else if (strip.row != nullptr) {
      strip.row->first = true;
    }
    fresh_ = false;
  } else {
    y_ += strip.space_before;
  }
  placed_.push_back({&strip, y_, strip.height, Painting::content});
  note_destinations(strip, y_);
  y_ += strip.height;
}

void Paginator::place_head(int index) {
  RepeatedHead& head = flow_.heads[static_cast<std::size_t>(index)];
  if (head.outer >= 0) place_head(head.outer);
  for (Strip& strip : head.strips) {
    placed_.push_back({&strip, y_, strip.height, Painting::artifact});
    y_ += strip.height;
  }
}

void Paginator::note_destinations(Strip& strip, double y) {
  const Destination here{pages_->pages.size(), std::round(y * 100) / 100};
  for (const std::string& anchor : strip.anchors) pages_->destinations.emplace(anchor, here);
  for (OutlineMark& mark : strip.outline)
    pages_->outline.push_back({std::move(mark.title), mark.level, here});
  if (strip.row == nullptr) return;
  for (CellFragment& cell : strip.row->cells) {
    // A link into a cell leads to the top of its row; columns are text, with places of their own.
    double inner = y + (strip.row->is_columns() ? strip.content_top : 0);
    for (Strip& each : cell.flow.strips) {
      if (strip.row->is_columns()) inner += &each == &cell.flow.strips.front() ? 0 : each.space_before;
      note_destinations(each, inner);
      if (strip.row->is_columns()) inner += each.height;
    }
  }
}

void Paginator::finish_page() {
  Page page;
  page.width = frame_.width;
  page.height = frame_.height;
  paint(page, flow_, placed_, pages_->pages.size(), references_);
  pages_->pages.push_back(std::move(page));
  placed_.clear();
  parts_.clear();
  fresh_ = true;
}

double Paginator::end_of(std::size_t first, std::size_t end, bool fresh_page) const {
  const Strip& top = flow_.strips[first];
  double y = y_ + top.space_before;
  if (fresh_page) {
    y = frame_.top + flow_.continued_top(top);
    if (top.head >= 0) y += flow_.heads[static_cast<std::size_t>(top.head)].height;
  }
  y += top.height;
  for (std::size_t i = first + 1; i < end; ++i) y += flow_.strips[i].space_before + flow_.strips[i].height;
  return y + flow_.continued_bottom(flow_.strips[end - 1]);
}

}  // namespace generator::typeset

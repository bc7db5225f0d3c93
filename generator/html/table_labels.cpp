#include "generator/html/table_labels.h"

#include <algorithm>

namespace generator::html {
namespace {

using document::Element;
using document::Tag;

template <typename Visit>
void for_each_child(const Element& parent, Visit visit) {
  for (const document::Node& node : parent.children) {
    if (const auto* child = std::get_if<std::unique_ptr<Element>>(&node)) visit(**child);
  }
}

/// Appends the words of a header cell up to its first line end: what follows (a city, say) is no name, unless
/// it is the name in a second language. False once that end is reached.
bool gather_first_line(const Element& element, std::string& out) {
  bool ended = false;
  for (const document::Node& node : element.children) {
    if (const auto* text = std::get_if<document::Text>(&node)) {
      if (ended) return false;
      out += text->value;
      continue;
    }
    const Element& child = *std::get<std::unique_ptr<Element>>(node);
    if (ended) {
      if (child.has_class("second")) out += " / " + document::text_of(child);
      return false;
    }
    ended = child.tag == Tag::br;
    if (ended) continue;
    if (!gather_first_line(child, out) || child.tag == Tag::p) return false;
  }
  return !ended;
}

/// Gives each cell of a thead or tbody with its first column.
template <typename Visit>
void for_each_cell(const Element& part, Visit visit) {
  std::vector<int> held;  // for each column, how many more rows a cell from above covers
  for_each_child(part, [&](const Element& row) {
    std::size_t column = 0;
    std::vector<int> next(held.size());
    std::ranges::transform(held, next.begin(), [](int rows) { return std::max(0, rows - 1); });
    for_each_child(row, [&](const Element& cell) {
      while (column < held.size() && held[column] > 0) ++column;
      const auto end = column + static_cast<std::size_t>(cell.column_span);
      if (next.size() < end) next.resize(end, 0);
      std::fill(next.begin() + static_cast<std::ptrdiff_t>(column),
                next.begin() + static_cast<std::ptrdiff_t>(end), cell.row_span - 1);
      visit(cell, column, end);
      column = end;
    });
    held = std::move(next);
  });
}

}  // namespace

CellLabels column_labels(const Element& table) {
  std::vector<std::string> headers;
  for_each_child(table, [&](const Element& part) {
    if (part.tag != Tag::thead) return;
    for_each_cell(part, [&](const Element& cell, std::size_t begin, std::size_t end) {
      std::string words;
      if (cell.tag == Tag::th) gather_first_line(cell, words);
      if (headers.size() < end) headers.resize(end);
      for (std::size_t i = begin; i < end && !words.empty(); ++i)
        headers[i] += (headers[i].empty() ? "" : " \u00b7 ") + words;
    });
  });
  CellLabels labels;
  for_each_child(table, [&](const Element& part) {
    if (part.tag != Tag::tbody) return;
    for_each_cell(part, [&](const Element& cell, std::size_t begin, std::size_t end) {
      if (cell.tag != Tag::td) return;
      std::string label;
      for (std::size_t i = begin; i < std::min(end, headers.size()); ++i) {
        const bool again = i > begin && headers[i] == headers[i - 1];
        if (!headers[i].empty() && !again) label += (label.empty() ? "" : ", ") + headers[i];
      }
      if (!label.empty()) labels.emplace(&cell, std::move(label));
    });
  });
  return labels;
}

}  // namespace generator::html

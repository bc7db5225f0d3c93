#include "generator/document/markup_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace generator::document {
namespace {

constexpr std::size_t k_most_columns = 64;

/// A table's cells as they fill its columns, row by row.
class Grid {
 public:
  Grid(const MarkupOffsets& offsets, MarkupFindings& findings) : offsets_(offsets), findings_(findings) {}

  /// `row` is row `index` of the `count` rows of its thead or tbody.
  void add(const Element& row, std::size_t index, std::size_t count) {
    if (row.children.empty() && std::ranges::all_of(held_, [](int rows) { return rows == 0; })) {
      complain(row, "the row has no cells", "leave the row out, or give it cells");
      return;
    }
    std::size_t column = 0;
    for (const Node& node : row.children) {
      const auto* child = std::get_if<std::unique_ptr<Element>>(&node);
      if (child == nullptr || ((*child)->tag != Tag::th && (*child)->tag != Tag::td)) continue;
      while (column < held_.size() && held_[column] > 0) ++column;
      const auto span = static_cast<std::size_t>((*child)->column_span);
      if (static_cast<std::size_t>((*child)->row_span) > count - index) {
        complain(**child,
                 fmt::format("the cell spans {} rows, but only {} are left in its part of the table",
                             (*child)->row_span, count - index),
                 "lower its rowspan");
        return;
      }
      if (column + span > k_most_columns) {
        complain(**child, fmt::format("the table has more than {} columns", k_most_columns),
                 "use several tables");
        return;
      }
      if (columns_ == 0) {
        held_.resize(column + span, 0);
      } else if (column + span > columns_) {
        complain(**child, fmt::format("the cell reaches beyond the table's {} columns", columns_),
                 "give every row the columns of the first, or change the colspan");
        return;
      }
      for (std::size_t i = column; i < column + span; ++i) {
        if (held_[i] > 0) {
          complain(**child, "the cell lies over one that reaches down from a row above",
                   "change the colspan or the rowspan");
          return;
        }
        held_[i] = (*child)->row_span;
      }
      column += span;
    }
    if (columns_ == 0) columns_ = held_.size();
    const auto filled =
        static_cast<std::size_t>(std::ranges::count_if(held_, [](int rows) { return rows > 0; }));
    if (filled < columns_) {
      complain(row, fmt::format("the row fills {} of the table's {} columns", filled, columns_),
               "give every row the columns of the first");
    }
    for (int& rows : held_) rows = std::max(0, rows - 1);
  }

  std::size_t columns() const { return columns_; }
  bool failed() const { return failed_; }

 private:
  /// Only the first fault of a table is told: the others mostly follow from it.
  void complain(const Element& element, std::string what, std::string remedy) {
    failed_ = true;
    findings_.add(offsets_.at(&element), "markup-table", std::move(what),
                  "a reader follows a column from its head down", std::move(remedy));
  }

  const MarkupOffsets& offsets_;
  MarkupFindings& findings_;
  std::size_t columns_ = 0;
  std::vector<int> held_;  ///< for each column, how many rows its cell still covers
  bool failed_ = false;
};

const Element* element_in(const Node& node) {
  const auto* child = std::get_if<std::unique_ptr<Element>>(&node);
  return child == nullptr ? nullptr : child->get();
}

/// Checks that the rows of a table fit its columns: as many as its first row has.
void check_grid(const Element& table, const MarkupOffsets& offsets, MarkupFindings& findings) {
  Grid grid(offsets, findings);
  for (const Node& node : table.children) {
    const Element* part = element_in(node);
    // What stands at a wrong place is there too, and was told already.
    if (part == nullptr || (part->tag != Tag::thead && part->tag != Tag::tbody)) continue;
    for (std::size_t i = 0; i < part->children.size(); ++i) {
      const Element* row = element_in(part->children[i]);
      if (row != nullptr && row->tag == Tag::tr) grid.add(*row, i, part->children.size());
      if (grid.failed()) return;
    }
  }
  if (grid.columns() == 0) {
    findings.add(offsets.at(&table), "markup-table", "the table has no rows",
                 "an empty table says nothing, and a screen reader announces it all the same",
                 "leave the table out when its list is empty");
  }
}

/// Checks that the children's ranks do not fall, and that none of a rank marked single comes twice.
void check_order(const Element& parent, const MarkupOffsets& offsets, MarkupFindings& findings,
                 int (*rank)(Tag), TagSet single, std::string_view order) {
  int last = 0;
  TagSet seen;
  for (const Node& node : parent.children) {
    const Element* child = element_in(node);
    if (child == nullptr) continue;
    if (rank(child->tag) < last || (single.holds(child->tag) && seen.holds(child->tag))) {
      findings.add(offsets.at(&parent), "markup-nesting",
                   fmt::format("the <{}> on line {} stands at a wrong place in <{}>", name_of(child->tag),
                               child->line, name_of(parent.tag)),
                   "", fmt::format("write {}", order));
      return;
    }
    last = rank(child->tag);
    seen = seen | TagSet{child->tag};
  }
}

/// A figure is drawn once, or once for each room: of two drawings only one is ever seen.
void check_drawings(const Element& figure, const MarkupOffsets& offsets, MarkupFindings& findings) {
  std::vector<const Element*> shown;
  for (const Node& node : figure.children) {
    const Element* child = element_in(node);
    if (child != nullptr && (child->tag == Tag::svg || child->tag == Tag::table)) shown.push_back(child);
  }
  const bool is_for_both_rooms = shown.size() == 2 && shown[0]->tag == Tag::svg &&
                                 shown[1]->tag == Tag::svg && shown[0]->has_class(k_wide) &&
                                 shown[1]->has_class(k_narrow);
  if (shown.size() < 2 || is_for_both_rooms) return;
  findings.add(offsets.at(&figure), "markup-nesting", fmt::format("<figure> shows {} things", shown.size()),
               "a reader sees one, and hears of one",
               "write one svg or table; or one svg of class \"wide\" and after it one of class \"narrow\"");
}

void check_definitions(const Element& list, const MarkupOffsets& offsets, MarkupFindings& findings) {
  Tag before = Tag::dd;
  bool good = true;
  bool first = true;
  for (const Node& node : list.children) {
    const Element* child = element_in(node);
    if (child == nullptr) continue;
    if (first && child->tag == Tag::dd) good = false;
    before = child->tag;
    first = false;
  }
  if (good && before == Tag::dd) return;
  findings.add(offsets.at(&list), "markup-nesting",
               good ? "the last dt of the list has no dd" : "the list begins with a dd", "",
               "write each term as dt, and what it means as dd after it");
}

/// Checks that what is folded away says first what it is: in words, or in one heading.
void check_details(const Element& details, const MarkupOffsets& offsets, MarkupFindings& findings) {
  const Element* first = details.children.empty() ? nullptr : element_in(details.children.front());
  if (first != nullptr && first->tag == Tag::summary) return;
  findings.add(offsets.at(&details), "markup-nesting", "<details> does not begin with its summary",
               "nobody would know what is folded away", "write <summary>...</summary> as the first in it");
}

void check_summary(const Element& summary, const MarkupOffsets& offsets, MarkupFindings& findings) {
  const auto is_heading = [](const Node& node) {
    const Element* child = element_in(node);
    return child != nullptr && (child->tag == Tag::h2 || child->tag == Tag::h3);
  };
  const bool good = summary.children.size() < 2 || std::ranges::none_of(summary.children, is_heading);
  if (good) return;
  findings.add(offsets.at(&summary), "markup-nesting", "<summary> holds more than its heading",
               "it is one line: the heading, or words in its place", "move the rest below the summary");
}

}  // namespace

void check_whole(Element& element, const MarkupOffsets& offsets, MarkupFindings& findings) {
  constexpr TagSet k_worded = {Tag::h1,      Tag::h2,         Tag::h3, Tag::th,
                               Tag::caption, Tag::figcaption, Tag::a,  Tag::summary};
  if (k_worded.holds(element.tag) && element.label.empty() && text_of(element).empty()) {
    findings.add(offsets.at(&element), "markup-empty",
                 fmt::format("<{}> holds no words", name_of(element.tag)),
                 "a screen reader would announce nothing",
                 element.tag == Tag::th ? "give it words, or write td for an empty corner"
                                        : "give it words, or leave it out");
  }
  if (element.tag == Tag::table) {
    check_order(
        element, offsets, findings,
        [](Tag tag) { return tag == Tag::caption ? 0
                             : tag == Tag::thead ? 1
                                                 : 2; },
        {Tag::caption, Tag::thead}, "caption, then thead, then tbody");
    check_grid(element, offsets, findings);
  }
  if (element.tag == Tag::dl) check_definitions(element, offsets, findings);
  if (element.tag == Tag::details) {
    check_details(element, offsets, findings);
    check_order(
        element, offsets, findings, [](Tag tag) { return tag == Tag::summary ? 0 : 1; }, {Tag::summary},
        "one summary, then what it sums up");
  }
  if (element.tag == Tag::summary) check_summary(element, offsets, findings);
  if (element.tag == Tag::figure) {
    check_order(
        element, offsets, findings, [](Tag tag) { return tag == Tag::figcaption ? 1 : 0; },
        {Tag::figcaption, Tag::table}, "one svg or table, then one figcaption or none");
    check_drawings(element, offsets, findings);
  }
  if (element.tag == Tag::svg) {
    check_order(
        element, offsets, findings, [](Tag tag) { return tag == Tag::title ? 0 : 1; }, {Tag::title},
        "one title, then the shapes");
    const Element* title = element.children.empty() ? nullptr : element_in(element.children.front());
    if (element.label.empty() && title != nullptr && title->tag == Tag::title)
      element.label = text_of(*title);
    if (element.label.empty()) {
      findings.add(offsets.at(&element), "markup-missing-attribute", "<svg> has no aria-label",
                   "who cannot see the drawing must be told what it shows",
                   "add aria-label=\"...\" or a title");
    }
  }
}

}  // namespace generator::document

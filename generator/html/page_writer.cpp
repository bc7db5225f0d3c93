#include "generator/html/page_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/html/page_style.h"
#include "generator/html/table_labels.h"

namespace generator::html {
namespace {

using document::Element;
using document::Tag;

void append_escaped(std::string& out, std::string_view text) {
  std::size_t written = 0;
  const auto replace = [&](std::size_t at, std::string_view with) {
    out += text.substr(written, at - written);
    out += with;
    written = at + 1;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (text[i]) {
      case '&': replace(i, "&amp;"); break;
      case '<': replace(i, "&lt;"); break;
      case '>': replace(i, "&gt;"); break;
      case '"': replace(i, "&quot;"); break;
      default: break;
    }
  }
  out += text.substr(written);
}

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

std::string_view keyword(model::Direction direction) {
  return direction == model::Direction::right_to_left ? "rtl" : "ltr";
}

bool is_inline(Tag tag) {
  return tag == Tag::a || tag == Tag::strong || tag == Tag::em || tag == Tag::span || tag == Tag::br;
}

/// A table with more columns than this is moved sideways on a screen, its first column staying.
constexpr int k_most_columns_in_sight = 7;

int columns_of(const Element& table) {
  for (const document::Node& part : table.children) {
    const auto* rows = std::get_if<std::unique_ptr<Element>>(&part);
    if (rows == nullptr || (*rows)->tag == Tag::caption) continue;
    const auto* row = std::get_if<std::unique_ptr<Element>>(&(*rows)->children.front());
    int columns = 0;
    for (const document::Node& cell : (*row)->children)
      columns += std::get<std::unique_ptr<Element>>(cell)->column_span;
    return columns;
  }
  return 0;
}

/// What a table is called: its label, or its caption's words.
std::string name_of_table(const Element& table) {
  if (!table.label.empty()) return table.label;
  for (const document::Node& part : table.children)
    if (const auto* caption = std::get_if<std::unique_ptr<Element>>(&part);
        caption != nullptr && (*caption)->tag == Tag::caption)
      return document::text_of(**caption);
  return {};
}

/// Writes elements as they are, each block on a line of its own.
class ElementWriter {
 public:
  explicit ElementWriter(std::string& out) : out_(out) {}

  void write(const std::vector<document::Node>& nodes) {
    for (const document::Node& node : nodes) {
      if (const auto* text = std::get_if<document::Text>(&node)) {
        append_escaped(out_, text->value);
      } else {
        write(*std::get<std::unique_ptr<Element>>(node));
      }
    }
  }

 private:
  void write(const Element& element) {
    // The drawing's title is its label already; both would be read out.
    if (element.tag == Tag::title) return;
    const std::string_view name = document::name_of(element.tag);
    const int columns = element.tag == Tag::table ? columns_of(element) : 0;
    const bool wide = columns > k_most_columns_in_sight;
    if (element.tag == Tag::table) labels_ = column_labels(element);
    if (wide) open_wide(columns, name_of_table(element));
    out_ += '<';
    out_ += name;
    attributes(element);
    out_ += '>';
    if (element.tag == Tag::br) return;
    write(element.children);
    if (element.tag == Tag::table) labels_.clear();
    out_ += "</";
    out_ += name;
    out_ += '>';
    if (wide) out_ += "</div>";
    if (!is_inline(element.tag) && !document::is_drawing(element.tag)) out_ += '\n';
  }

  /// What can be moved must be reachable by keyboard, and then says what it is.
  void open_wide(int columns, const std::string& name) {
    out_ += fmt::format("<div class=\"wide\" style=\"--columns:{}\" tabindex=\"0\" role=\"{}\"", columns,
                        name.empty() ? "group" : "region");
    if (!name.empty()) attribute("aria-label", name);
    out_ += ">\n";
  }

  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    append_escaped(out_, value);
    out_ += '"';
  }

  void scope(document::Scope scope) {
    switch (scope) {
      case document::Scope::none: return;
      case document::Scope::column: return attribute("scope", "col");
      case document::Scope::row: return attribute("scope", "row");
      case document::Scope::row_group: return attribute("scope", "rowgroup");
    }
  }

  void attributes(const Element& element) {
    if (!element.id.empty()) attribute("id", element.id);
    std::string classes;
    for (const std::string& each : element.classes) classes += (classes.empty() ? "" : " ") + each;
    // Only a table that names its columns can be read as cards, one for each row.
    if (element.tag == Tag::table && !labels_.empty()) classes += classes.empty() ? "stacked" : " stacked";
    if (!classes.empty()) attribute("class", classes);
    if (element.language) attribute("lang", element.language->text());
    if (element.direction) attribute("dir", keyword(*element.direction));
    if (!element.href.empty()) attribute("href", element.href);
    if (element.tag == Tag::aside) attribute("role", "note");
    if (element.tag == Tag::details && element.has_class("open")) out_ += " open";
    if (element.tag == Tag::svg) attribute("role", "img");
    if (!element.label.empty()) attribute("aria-label", element.label);
    scope(element.scope);
    if (element.column_span > 1) attribute("colspan", std::to_string(element.column_span));
    if (element.row_span > 1) attribute("rowspan", std::to_string(element.row_span));
    if (const auto label = labels_.find(&element); label != labels_.end())
      attribute("data-label", label->second);
    for (const auto& [name, value] : element.drawing) {
      // A drawing's size is in points, as everything in a theme is.
      const bool points = element.tag == Tag::svg && (name == "width" || name == "height");
      attribute(name, points ? value + "pt" : value);
    }
  }

  std::string& out_;
  CellLabels labels_;
};

/// The first heading, for a document that has no title.
std::string first_heading(const std::vector<document::Node>& nodes) {
  for (const document::Node& node : nodes) {
    const auto* child = std::get_if<std::unique_ptr<Element>>(&node);
    if (child == nullptr) continue;
    const Tag tag = (*child)->tag;
    if (tag == Tag::h1 || tag == Tag::h2 || tag == Tag::h3) return document::text_of(**child);
    if (std::string found = first_heading((*child)->children); !found.empty()) return found;
  }
  return {};
}

}  // namespace

std::string write_page(const document::Document& document, const document::Theme& theme,
                       const document::Typography& typography) {
  const document::Furniture& furniture = document.furniture;
  std::string title = furniture.title.empty() ? first_heading(document.body) : furniture.title;
  if (title.empty()) title = "Consilium";

  std::string out = "<!DOCTYPE html>\n";
  out += fmt::format("<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
                     document.language.text(), keyword(document.direction));
  // The page needs nothing but itself, and says so: what could be slipped into it would not be loaded.
  out +=
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n";
  out += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
  out += "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light\">\n";
  if (!furniture.summary.empty()) {
    out += fmt::format("<meta name=\"description\" content=\"{}\">\n", escaped(furniture.summary));
  }
  out += fmt::format("<title>{}</title>\n<style>\n", escaped(title));
  out += document::to_css(theme);
  out += page_style(LanguageStyle(typography, document));
  out += print_furniture(document, typography);
  out += "</style>\n</head>\n";

  out += furniture.mark.empty() ? "<body>\n" : "<body class=\"marked\">\n";
  // Identifiers of a document begin with a letter, so "_main" is never one of them.
  if (!furniture.skip_label.empty()) {
    out += fmt::format("<a class=\"skip\" href=\"#_main\">{}</a>\n", escaped(furniture.skip_label));
  }
  if (!furniture.mark.empty()) {
    out += fmt::format("<header class=\"mark-bar\"><p class=\"mark\">{}</p></header>\n",
                       escaped(furniture.mark));
  }
  out += "<main id=\"_main\" tabindex=\"-1\">\n";
  ElementWriter(out).write(document.body);
  out += "</main>\n";
  if (!furniture.running_head.empty()) {
    out += fmt::format("<footer class=\"furniture\"><p class=\"running-head\">{}</p></footer>\n",
                       escaped(furniture.running_head));
  }
  out += "</body>\n</html>\n";
  return out;
}

}  // namespace generator::html

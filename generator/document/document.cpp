#include "generator/document/document.h"

#include <algorithm>

namespace generator::document {

Element* element_of(Node& node) {
  auto* element = std::get_if<std::unique_ptr<Element>>(&node);
  return element == nullptr ? nullptr : element->get();
}

const Element* element_of(const Node& node) {
  const auto* element = std::get_if<std::unique_ptr<Element>>(&node);
  return element == nullptr ? nullptr : element->get();
}

std::string_view name_of(Tag tag) {
  switch (tag) {
    case Tag::section: return "section";
    case Tag::h1: return "h1";
    case Tag::h2: return "h2";
    case Tag::h3: return "h3";
    case Tag::p: return "p";
    case Tag::ul: return "ul";
    case Tag::ol: return "ol";
    case Tag::li: return "li";
    case Tag::dl: return "dl";
    case Tag::dt: return "dt";
    case Tag::dd: return "dd";
    case Tag::table: return "table";
    case Tag::caption: return "caption";
    case Tag::thead: return "thead";
    case Tag::tbody: return "tbody";
    case Tag::tr: return "tr";
    case Tag::th: return "th";
    case Tag::td: return "td";
    case Tag::figure: return "figure";
    case Tag::figcaption: return "figcaption";
    case Tag::aside: return "aside";
    case Tag::details: return "details";
    case Tag::summary: return "summary";
    case Tag::a: return "a";
    case Tag::strong: return "strong";
    case Tag::em: return "em";
    case Tag::span: return "span";
    case Tag::br: return "br";
    case Tag::svg: return "svg";
    case Tag::title: return "title";
    case Tag::g: return "g";
    case Tag::rect: return "rect";
    case Tag::line: return "line";
    case Tag::path: return "path";
    case Tag::text: return "text";
  }
  return "";
}

bool is_drawing(Tag tag) {
  return tag >= Tag::svg;
}

bool Element::has_class(std::string_view name) const {
  return std::ranges::find(classes, name) != classes.end();
}

namespace {

void gather_text(const Element& element, std::string& out) {
  if (element.tag == Tag::br) out += ' ';
  for (const Node& node : element.children) {
    if (const auto* text = std::get_if<Text>(&node)) {
      out += text->value;
      continue;
    }
    const Element& child = *std::get<std::unique_ptr<Element>>(node);
    if (child.tag != Tag::title) gather_text(child, out);
  }
}

}  // namespace

std::string text_of(const Element& element) {
  std::string out;
  gather_text(element, out);
  return out;
}

}  // namespace generator::document

#include "generator/pdf/navigation.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/pdf/pdf_syntax.h"

namespace generator::pdf {
namespace {

/// An explicit destination that keeps the reader's zoom.
std::string destination(const typeset::Destination& target, const typeset::Pages& pages,
                        const std::vector<Object>& page_objects) {
  std::string out = "[" + page_objects[target.page].reference() + "/XYZ null ";
  append_number(out, pages.pages[target.page].height - target.y);
  return out + " null]";
}

/// URIs are ASCII (ISO 32000-1, 12.6.4.7); what is not is percent-encoded as UTF-8 (RFC 3987, 3.1).
std::string ascii_uri(std::string_view uri) {
  std::string out;
  for (const char c : uri) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && byte < 0x7F)
      out += c;
    else
      out += fmt::format("%{:02X}", byte);
  }
  return out;
}

/// An entry with its relatives, as indices into the outline.
struct Entry {
  std::optional<std::size_t> parent, previous, next, first, last;
  std::size_t descendants = 0;
};

std::vector<Entry> relate(const std::vector<typeset::OutlineEntry>& outline) {
  std::vector<Entry> entries(outline.size());
  std::vector<std::size_t> open;  // the entry before and its ancestors
  std::optional<std::size_t> last_root;
  for (std::size_t i = 0; i < outline.size(); ++i) {
    while (!open.empty() && outline[open.back()].level >= outline[i].level) open.pop_back();
    if (!open.empty()) entries[i].parent = open.back();
    std::optional<std::size_t>& last = open.empty() ? last_root : entries[open.back()].last;
    if (last) {
      entries[i].previous = last;
      entries[*last].next = i;
    } else if (!open.empty()) {
      entries[open.back()].first = i;
    }
    last = i;
    for (const std::size_t ancestor : open) ++entries[ancestor].descendants;
    open.push_back(i);
  }
  return entries;
}

}  // namespace

std::optional<Object> write_outline(HaruDocument& document, const typeset::Pages& pages,
                                    const std::vector<Object>& page_objects) {
  if (pages.outline.empty()) return std::nullopt;
  const Object root = document.add_dictionary();
  const std::vector<Entry> entries = relate(pages.outline);
  std::vector<Object> objects;
  for (std::size_t i = 0; i < entries.size(); ++i) objects.push_back(document.add_dictionary());
  std::size_t last_root = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    if (!entry.parent) last_root = i;
    std::string body = "/Title" + text_string(pages.outline[i].title) + "/Parent " +
                       (entry.parent ? objects[*entry.parent] : root).reference() + "/Dest" +
                       destination(pages.outline[i].target, pages, page_objects);
    const auto relative = [&](const char* key, std::optional<std::size_t> index) {
      if (index) body += key + objects[*index].reference();
    };
    relative("/Prev ", entry.previous);
    relative("/Next ", entry.next);
    relative("/First ", entry.first);
    relative("/Last ", entry.last);
    if (entry.descendants > 0) body += fmt::format("/Count {}", entry.descendants);
    document.set_body(objects[i], std::move(body));
  }
  document.set_body(root, fmt::format("/Type/Outlines/First {}/Last {}/Count {}", objects.front().reference(),
                                      objects[last_root].reference(), objects.size()));
  return root;
}

Object write_link(HaruDocument& document, const typeset::Pages& pages, const typeset::Page& page,
                  const typeset::LinkArea& link, const std::vector<Object>& page_objects, std::size_t key) {
  std::string body = "/Type/Annot/Subtype/Link/Rect[";
  const typeset::Rectangle& area = link.area;
  for (const double edge : {area.x, page.height - area.y - area.height, area.x + area.width}) {
    append_number(body, edge);
    body += ' ';
  }
  append_number(body, page.height - area.y);
  // F 4: printed with the page, as PDF/A demands.
  body += fmt::format("]/Border[0 0 0]/F 4/StructParent {}/Contents", key);
  body += text_string(link.contents.empty() ? link.target : link.contents);
  if (link.target.starts_with('#'))
    body += "/Dest" + destination(pages.destinations.at(link.target.substr(1)), pages, page_objects);
  else
    body += "/A<</S/URI/URI" + byte_string(ascii_uri(link.target)) + ">>";
  return document.add_dictionary(std::move(body));
}

}  // namespace generator::pdf

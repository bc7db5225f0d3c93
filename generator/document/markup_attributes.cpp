#include "generator/document/markup_rules.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace generator::document {
namespace {

constexpr std::string_view k_see = "docs/templates.md lists what each element knows";

bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_identifier(std::string_view text) {
  return !text.empty() && text.size() <= 100 && (is_lower(static_cast<char>(text.front() | 0x20))) &&
         std::ranges::all_of(text, [](char c) {
           return is_lower(static_cast<char>(c | 0x20)) || is_digit(c) || c == '-' || c == '_';
         });
}
bool is_class_name(std::string_view text) {
  return !text.empty() && text.size() <= 100 && is_lower(text.front()) &&
         std::ranges::all_of(text, [](char c) { return is_lower(c) || is_digit(c) || c == '-'; });
}

/// The words between separators, none of them empty.
std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> words;
  while (true) {
    const std::size_t begin = text.find_first_not_of(separators);
    if (begin == std::string_view::npos) return words;
    text.remove_prefix(begin);
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    words.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

/// An address that a reader may safely follow: https, mailto, tel, or a place in the document. Characters
/// that RFC 3986 does not allow are refused, so that nothing needs to be escaped further on.
bool is_address(std::string_view text) {
  if (text.size() > 2000) return false;
  if (text.starts_with('#')) return is_identifier(text.substr(1));
  std::string_view rest;
  for (const std::string_view scheme : {"https://", "mailto:", "tel:"}) {
    if (text.starts_with(scheme)) rest = text.substr(scheme.size());
  }
  return !rest.empty() && std::ranges::all_of(rest, [](char c) {
    return is_lower(static_cast<char>(c | 0x20)) || is_digit(c) ||
           std::string_view("-._~:/?#[]@!$&'()*+,;=%").find(c) != std::string_view::npos;
  });
}

bool is_paint(std::string_view text) {
  if (text == "none") return true;
  return (text.size() == 7 || text.size() == 4) && text.front() == '#' &&
         std::ranges::all_of(text.substr(1), [](char c) {
           return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
         });
}

bool is_number(std::string_view text) {
  return parse_number(text).has_value();
}
bool is_length(std::string_view text) {
  const auto number = parse_number(text);
  return number && *number >= 0;
}
bool is_view_box(std::string_view text) {
  const auto words = split(text, " ,");
  return words.size() == 4 && std::ranges::all_of(words, is_number) && *parse_number(words[2]) > 0 &&
         *parse_number(words[3]) > 0;
}
bool is_dashes(std::string_view text) {
  const auto words = split(text, " ,");
  return !words.empty() && words.size() <= 8 && std::ranges::all_of(words, [](std::string_view word) {
    const auto number = parse_number(word);
    return number && *number > 0;
  });
}

/// Path data of this part of SVG: M, L, H, V, C in absolute coordinates, and Z; it begins with M. A command
/// may be followed by several groups of numbers, as SVG allows.
bool is_path(std::string_view text) {
  std::size_t i = 0;
  bool first = true;
  while (i < text.size()) {
    const char command = text[i++];
    if (command == ' ') continue;
    const std::size_t group = command == 'M' || command == 'L'   ? 2
                              : command == 'H' || command == 'V' ? 1
                              : command == 'C'                   ? 6
                                                                 : 0;
    if ((group == 0 && command != 'Z') || (first && command != 'M')) return false;
    first = false;
    const std::size_t end = std::min(text.find_first_of("MLHVCZ", i), text.size());
    const auto numbers = split(text.substr(i, end - i), " ,");
    if (!std::ranges::all_of(numbers, is_number)) return false;
    if (group == 0 ? !numbers.empty() : numbers.empty() || numbers.size() % group != 0) return false;
    i = end;
  }
  return !first;
}

/// An attribute of drawings that is kept as it is written.
struct DrawingAttribute {
  std::string_view name;
  TagSet tags;
  bool (*accepts)(std::string_view);
  std::string_view form;
};

constexpr std::string_view k_number_form = "a number such as 12.5, at most 100000";
constexpr std::string_view k_length_form = "a number such as 12.5, not below 0";
constexpr TagSet k_painted = {Tag::g, Tag::rect, Tag::path, Tag::text, Tag::line};
constexpr TagSet k_placed = {Tag::rect, Tag::text};

const DrawingAttribute k_drawing[] = {
    {"viewBox", {Tag::svg}, is_view_box, "four numbers: x, y, width and height, the last two above 0"},
    {"width", {Tag::svg, Tag::rect}, is_length, k_length_form},
    {"height", {Tag::svg, Tag::rect}, is_length, k_length_form},
    {"x", k_placed, is_number, k_number_form},
    {"y", k_placed, is_number, k_number_form},
    {"x1", {Tag::line}, is_number, k_number_form},
    {"y1", {Tag::line}, is_number, k_number_form},
    {"x2", {Tag::line}, is_number, k_number_form},
    {"y2", {Tag::line}, is_number, k_number_form},
    {"d", {Tag::path}, is_path, "path data of M, L, H, V, C and Z with absolute coordinates"},
    {"fill", k_painted, is_paint, "a colour such as #1f3a4d, or none"},
    {"stroke", k_painted, is_paint, "a colour such as #1f3a4d, or none"},
    {"stroke-width", k_painted, is_length, k_length_form},
    {"stroke-dasharray", k_painted, is_dashes, "up to eight numbers above 0"},
    {"text-anchor",
     {Tag::text},
     [](std::string_view v) { return v == "start" || v == "middle" || v == "end"; },
     "start, middle or end"},
    {"font-size", {Tag::text}, is_length, k_length_form},
    {"font-weight",
     {Tag::text},
     [](std::string_view v) { return v == "normal" || v == "bold"; },
     "normal or bold"},
};

/// aria-label is for what has a role that may be named (WAI-ARIA 1.2, 5.2.8.6).
constexpr TagSet k_labelled = {Tag::section, Tag::aside, Tag::table, Tag::figure, Tag::a, Tag::svg};
constexpr TagSet k_cells = {Tag::th, Tag::td};

/// A whole number from 1 to `most`, or 0.
int parse_span(std::string_view text, int most) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && value >= 1 && value <= most ? value : 0;
}

class AttributeReader {
 public:
  AttributeReader(Element& element, const MarkupAttribute& attribute, MarkupFindings& findings)
      : element_(element), attribute_(attribute), findings_(findings) {}

  void apply() {
    const std::string& name = attribute_.name;
    const std::string& value = attribute_.value;
    const bool words = !is_drawing(element_.tag) || element_.tag == Tag::svg || element_.tag == Tag::text;
    if (element_.tag == Tag::br) return unknown();
    if (name == "id" && !is_drawing(element_.tag))
      return keep(is_identifier(value), element_.id, "a letter, then letters, digits, - or _");
    if (name == "class") return classes();
    if (name == "lang" && words) return language();
    if (name == "dir" && words) return direction();
    if (name == "href" && element_.tag == Tag::a) {
      return keep(is_address(value), element_.href,
                  "an https:, mailto: or tel: address or #id, without spaces");
    }
    if (name == "aria-label" && k_labelled.holds(element_.tag))
      return keep(!value.empty(), element_.label, "words");
    if (name == "scope" && element_.tag == Tag::th) return scope();
    if (name == "colspan" && k_cells.holds(element_.tag)) return span(element_.column_span, 64);
    if (name == "rowspan" && k_cells.holds(element_.tag)) return span(element_.row_span, 1000);
    if (element_.tag == Tag::svg && (name == "role" || name == "xmlns")) {
      // Both outputs write them by themselves; they are known so that a drawing can be pasted from a file.
      if (value != (name == "role" ? "img" : "http://www.w3.org/2000/svg"))
        bad(name == "role" ? "img" : "http://www.w3.org/2000/svg");
      return;
    }
    for (const DrawingAttribute& known : k_drawing) {
      if (known.name != name || !known.tags.holds(element_.tag)) continue;
      if (!known.accepts(value)) return bad(known.form);
      element_.drawing.emplace_back(name, value);
      return;
    }
    unknown();
  }

 private:
  void unknown() {
    findings_.add(
        attribute_.offset, "markup-unknown-attribute",
        fmt::format("<{}> has no attribute {}", name_of(element_.tag), attribute_.name),
        "only what paper and page can both show is known; looks are set in theme.json by element and class",
        fmt::format("remove it; {}", k_see));
  }
  void bad(std::string_view form) {
    findings_.add(attribute_.offset, "markup-bad-value",
                  fmt::format("the value of {} is \"{}\"", attribute_.name, attribute_.value.substr(0, 60)),
                  "", fmt::format("it must be {}", form));
  }
  void keep(bool good, std::string& where, std::string_view form) {
    if (good) {
      where = attribute_.value;
    } else {
      bad(form);
    }
  }
  void classes() {
    for (const std::string_view word : split(attribute_.value, " ")) {
      if (!is_class_name(word)) return bad("names of lower-case letters, digits and -");
      element_.classes.emplace_back(word);
    }
  }
  void language() {
    element_.language = model::LanguageTag::parse(attribute_.value);
    if (!element_.language) return bad("a language tag such as en, ar or zh-Hans");
    // Text of a language runs in its direction unless dir says otherwise, whatever surrounds it.
    if (!element_.direction) element_.direction = element_.language->direction();
  }
  void direction() {
    if (attribute_.value == "ltr") {
      element_.direction = model::Direction::left_to_right;
    } else if (attribute_.value == "rtl") {
      element_.direction = model::Direction::right_to_left;
    } else {
      bad("ltr or rtl");
    }
  }
  void scope() {
    if (attribute_.value == "col") {
      element_.scope = Scope::column;
    } else if (attribute_.value == "row") {
      element_.scope = Scope::row;
    } else if (attribute_.value == "rowgroup") {
      element_.scope = Scope::row_group;
    } else {
      bad("col, row or rowgroup");
    }
  }
  void span(int& where, int most) {
    const int value = parse_span(attribute_.value, most);
    if (value == 0) return bad(fmt::format("a whole number from 1 to {}", most));
    where = value;
  }

  Element& element_;
  const MarkupAttribute& attribute_;
  MarkupFindings& findings_;
};

}  // namespace

std::optional<double> parse_number(std::string_view text) {
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  const bool plain = !digits.empty() && digits.size() <= 20 && is_digit(digits.front()) &&
                     is_digit(digits.back()) &&
                     std::ranges::all_of(digits, [](char c) { return is_digit(c) || c == '.'; }) &&
                     std::ranges::count(digits, '.') <= 1;
  if (!plain) return std::nullopt;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || value < -100000 || value > 100000) return std::nullopt;
  return value;
}

void apply_attribute(Element& element, const MarkupAttribute& attribute, MarkupFindings& findings) {
  AttributeReader(element, attribute, findings).apply();
}

void check_required(Tag tag, const MarkupToken& token, MarkupFindings& findings) {
  const auto require = [&](std::initializer_list<std::string_view> names, std::string_view why) {
    for (const std::string_view name : names) {
      if (std::ranges::find(token.attributes, name, &MarkupAttribute::name) != token.attributes.end())
        continue;
      findings.add(token.offset, "markup-missing-attribute", fmt::format("<{}> has no {}", token.name, name),
                   std::string(why), fmt::format("add {}=\"...\"", name));
    }
  };
  constexpr std::string_view k_undrawn = "without it nothing can be drawn";
  if (tag == Tag::a) require({"href"}, "a link must lead somewhere");
  if (tag == Tag::th) require({"scope"}, "a screen reader must know which cells it heads");
  if (tag == Tag::svg) require({"viewBox"}, k_undrawn);
  if (tag == Tag::rect) require({"x", "y", "width", "height"}, k_undrawn);
  if (tag == Tag::line) require({"x1", "y1", "x2", "y2"}, k_undrawn);
  if (tag == Tag::path) require({"d"}, k_undrawn);
  if (tag == Tag::text) require({"x", "y"}, k_undrawn);
}

}  // namespace generator::document

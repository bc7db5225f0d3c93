// Reads theme.json: a palette of named colours, the pages, the body, and the rules in their order.
#include <fmt/format.h>

#include <algorithm>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/document/markup_rules.h"
#include "generator/document/theme.h"
#include "generator/document/theme_properties.h"

namespace generator::document {
namespace {

using base::JsonKind;
using base::JsonMember;
using base::JsonNode;

constexpr std::string_view k_theme_format = "consilium/theme/1";

std::optional<Colour> parse_hex(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::array<std::uint8_t, 3> parts{};
  for (std::size_t i = 0; i < 6; ++i) {
    const char c = text[i + 1];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    parts[i / 2] = static_cast<std::uint8_t>(parts[i / 2] * 16 + digit);
  }
  return Colour{parts[0], parts[1], parts[2]};
}

struct PageName {
  std::string_view name;
  PageSize size;
};
constexpr PageName k_pages[] = {
    {"a4", PageSize::a4}, {"letter", PageSize::letter}, {"phone", PageSize::phone}};

struct PageLength {
  std::string_view name;
  double PageLayout::*where;
  double least;
  double most;
};
constexpr PageLength k_page_lengths[] = {
    {"width", &PageLayout::width, 100, 2000},          {"height", &PageLayout::height, 100, 3000},
    {"margin-top", &PageLayout::margin_top, 0, 300},   {"margin-bottom", &PageLayout::margin_bottom, 0, 300},
    {"margin-side", &PageLayout::margin_side, 0, 300}, {"scale", &PageLayout::scale, 0.5, 2},
};

constexpr std::string_view k_stacked_tables = "stacked-tables";

class ThemeReader {
 public:
  explicit ThemeReader(const base::JsonDocument& json) : json_(json) {}

  base::Result<Theme> read() {
    const JsonNode& root = json_.root();
    if (!expect(root, JsonKind::object, "the theme")) return tl::unexpected(found_);
    const JsonNode* format = root.find("format");
    if (format == nullptr || format->text != k_theme_format) {
      complain(format == nullptr ? root : *format, "theme-bad-value", "the theme does not say its format",
               fmt::format("write \"format\": \"{}\"", k_theme_format));
    }
    // The palette first: the others may name its colours, wherever it stands.
    for (const JsonMember& member : root.members) {
      if (member.name == "colours") palette(member.value);
    }
    for (const JsonMember& member : root.members) {
      if (member.name == "pages") {
        pages(member.value);
      } else if (member.name == "body") {
        properties(member.value, theme_.body);
      } else if (member.name == "rules") {
        rules(member.value);
      } else if (member.name != "format" && member.name != "colours" && member.name != "about") {
        complain_at(member.name_offset, "theme-unknown-property",
                    fmt::format("a theme has no {}", member.name),
                    "known are format, about, colours, pages, body and rules");
      }
    }
    require(root);
    if (found_.empty()) return std::move(theme_);
    base::sort_by_place(found_);
    return tl::unexpected(std::move(found_));
  }

 private:
  void require(const JsonNode& root) {
    for (const PageName& page : k_pages) {
      if (theme_.pages.contains(page.size)) continue;
      complain(root.find("pages") == nullptr ? root : *root.find("pages"), "theme-missing",
               fmt::format("the page {} is not described", page.name),
               "give its width, height, margins and scale");
    }
    if (!theme_.body.font_size || !theme_.body.colour || !theme_.body.line_height) {
      complain(root.find("body") == nullptr ? root : *root.find("body"), "theme-missing",
               "body does not set font-size, colour and line-height",
               "set all three: everything else starts from them");
    }
  }

  void palette(const JsonNode& node) {
    if (!expect(node, JsonKind::object, "colours")) return;
    for (const JsonMember& member : node.members) {
      if (const auto colour = parse_hex(member.value.text); colour && member.value.kind == JsonKind::string) {
        palette_.emplace(member.name, *colour);
      } else {
        complain(member.value, "theme-bad-value", fmt::format("the colour {} is not readable", member.name),
                 "write it as \"#1f4e5f\"");
      }
    }
  }

  void pages(const JsonNode& node) {
    if (!expect(node, JsonKind::object, "pages")) return;
    for (const JsonMember& member : node.members) {
      const auto* page = std::ranges::find(k_pages, member.name, &PageName::name);
      if (page == std::end(k_pages)) {
        complain_at(member.name_offset, "theme-unknown-property",
                    fmt::format("there is no page {}", member.name), "known are a4, letter and phone");
        continue;
      }
      PageLayout& layout = theme_.pages[page->size];
      if (!expect(member.value, JsonKind::object, member.name)) continue;
      for (const PageLength& length : k_page_lengths) {
        const JsonNode* value = member.value.find(length.name);
        if (value != nullptr) {
          number(*value, length.name, length.least, length.most, layout.*length.where);
        } else if (length.name != "scale") {
          complain(member.value, "theme-missing",
                   fmt::format("the page {} has no {}", member.name, length.name), "give it in points");
        }
      }
      if (const JsonNode* stacked = member.value.find(k_stacked_tables)) {
        if (expect(*stacked, JsonKind::boolean, k_stacked_tables))
          layout.stacked_tables = stacked->text == "true";
      }
      for (const JsonMember& other : member.value.members) {
        if (other.name == k_stacked_tables) continue;
        if (std::ranges::find(k_page_lengths, other.name, &PageLength::name) != std::end(k_page_lengths))
          continue;
        complain_at(other.name_offset, "theme-unknown-property", fmt::format("a page has no {}", other.name),
                    "known are width, height, margin-top, margin-bottom, margin-side, scale and "
                    "stacked-tables");
      }
      if (layout.width - 2 * layout.margin_side < 100 ||
          layout.height - layout.margin_top - layout.margin_bottom < 100) {
        complain(member.value, "theme-bad-value", fmt::format("the margins of {} leave no room", member.name),
                 "leave at least 100 points each way");
      }
    }
  }

  void rules(const JsonNode& node) {
    if (!expect(node, JsonKind::object, "rules")) return;
    for (const JsonMember& member : node.members) {
      Properties set;
      properties(member.value, set);
      std::string_view rest = member.name;
      while (true) {
        const std::size_t comma = rest.find(',');
        std::string_view selector = rest.substr(0, comma);
        while (selector.starts_with(' ')) selector.remove_prefix(1);
        while (selector.ends_with(' ')) selector.remove_suffix(1);
        if (auto rule = parse_selector(selector)) {
          rule->properties = set;
          theme_.rules.push_back(std::move(*rule));
        } else {
          complain_at(member.name_offset, "theme-unknown-selector",
                      fmt::format("\"{}\" selects nothing", selector),
                      "write an element, .class or element.class, with :lang(TAG) behind it if it is for one "
                      "language; several with commas (docs/templates.md)");
        }
        if (comma == std::string_view::npos) break;
        rest.remove_prefix(comma + 1);
      }
    }
  }

  static std::optional<model::LanguageTag> parse_language(std::string_view pseudo_class) {
    constexpr std::string_view k_open = ":lang(";
    if (!pseudo_class.starts_with(k_open) || !pseudo_class.ends_with(')')) return std::nullopt;
    return model::LanguageTag::parse(
        pseudo_class.substr(k_open.size(), pseudo_class.size() - k_open.size() - 1));
  }

  static std::optional<Rule> parse_selector(std::string_view selector) {
    Rule rule;
    if (const std::size_t colon = selector.find(':'); colon != std::string_view::npos) {
      rule.language = parse_language(selector.substr(colon));
      if (!rule.language) return std::nullopt;
      selector = selector.substr(0, colon);
    }
    const std::size_t dot = selector.find('.');
    if (dot != 0) {
      rule.tag = parse_tag(selector.substr(0, dot));
      if (!rule.tag || (is_drawing(*rule.tag) && *rule.tag != Tag::svg)) return std::nullopt;
    }
    if (dot == std::string_view::npos) return rule;
    rule.class_name = selector.substr(dot + 1);
    const bool good = !rule.class_name.empty() && rule.class_name.front() >= 'a' &&
                      rule.class_name.front() <= 'z' && std::ranges::all_of(rule.class_name, [](char c) {
                        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
                      });
    if (!good) return std::nullopt;
    return rule;
  }

  void properties(const JsonNode& node, Properties& out) {
    if (!expect(node, JsonKind::object, "a rule")) return;
    for (const JsonMember& member : node.members) {
      const auto known = std::ranges::find(all_properties(), member.name, &PropertyRule::name);
      if (known == all_properties().end()) {
        std::string names;
        for (const PropertyRule& rule : all_properties())
          names += (names.empty() ? "" : ", ") + std::string(rule.name);
        complain_at(member.name_offset, "theme-unknown-property",
                    fmt::format("there is no property {}", member.name), "known are " + names);
        continue;
      }
      std::visit([&](const auto& kind) { value(member, kind, out); }, known->kind);
    }
  }

  void value(const JsonMember& member, const NumberProperty& kind, Properties& out) {
    double read = 0;
    if (number(member.value, member.name, kind.least, kind.most, read)) out.*kind.where = read;
  }
  void value(const JsonMember& member, const YesNoProperty& kind, Properties& out) {
    if (expect(member.value, JsonKind::boolean, member.name)) out.*kind.where = member.value.text == "true";
  }
  void value(const JsonMember& member, const ColourProperty& kind, Properties& out) {
    if (!expect(member.value, JsonKind::string, member.name)) return;
    const auto named = palette_.find(member.value.text);
    const auto colour = named != palette_.end() ? std::optional(named->second) : parse_hex(member.value.text);
    if (colour) {
      out.*kind.where = *colour;
    } else {
      complain(member.value, "theme-bad-value", fmt::format("\"{}\" is no colour", member.value.text),
               "write one such as \"#1f4e5f\", or a name that stands in colours");
    }
  }
  void value(const JsonMember& member, const AlignProperty& kind, Properties& out) {
    const std::string& text = member.value.text;
    if (text == "start") {
      out.*kind.where = Align::start;
    } else if (text == "centre") {
      out.*kind.where = Align::centre;
    } else if (text == "end") {
      out.*kind.where = Align::end;
    } else if (text == "justify") {
      out.*kind.where = Align::justify;
    } else {
      complain(member.value, "theme-bad-value", fmt::format("\"{}\" is no alignment", text),
               "write start, centre, end or justify");
    }
  }

  bool number(const JsonNode& node, std::string_view name, double least, double most, double& out) {
    if (!expect(node, JsonKind::number, name)) return false;
    const auto read = parse_number(node.text);
    if (!read || *read < least || *read > most) {
      complain(node, "theme-bad-value", fmt::format("{} is {}", name, node.text),
               fmt::format("give a number from {} to {}", least, most));
      return false;
    }
    out = *read;
    return true;
  }

  bool expect(const JsonNode& node, JsonKind kind, std::string_view name) {
    if (node.kind == kind) return true;
    const std::string_view form = kind == JsonKind::object    ? "an object"
                                  : kind == JsonKind::number  ? "a number"
                                  : kind == JsonKind::boolean ? "true or false"
                                                              : "a text in quotes";
    complain(node, "theme-bad-value", fmt::format("{} has a value of the wrong kind", name),
             fmt::format("give {}", form));
    return false;
  }

  void complain(const JsonNode& node, std::string code, std::string what, std::string remedy) {
    complain_at(node.offset, std::move(code), std::move(what), std::move(remedy));
  }
  void complain_at(std::size_t offset, std::string code, std::string what, std::string remedy) {
    found_.push_back({.code = std::move(code),
                      .place = json_.place(offset),
                      .what = std::move(what),
                      .why = {},
                      .remedy = std::move(remedy)});
  }

  const base::JsonDocument& json_;
  Theme theme_;
  std::map<std::string, Colour, std::less<>> palette_;
  base::Diagnostics found_;
};

}  // namespace

base::Result<Theme> load_theme(const std::filesystem::path& path) {
  auto text = base::read_file(path, 1u << 20);
  if (!text) return tl::unexpected(std::move(text.error()));
  const auto json = base::JsonDocument::parse(std::move(*text), path.string());
  if (!json) return tl::unexpected(json.error());
  return ThemeReader(*json).read();
}

}  // namespace generator::document

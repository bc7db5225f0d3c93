#include <fmt/format.h>
#include <unicode/numsys.h>

#include <algorithm>
#include <charconv>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/base/object_reader.h"
#include "generator/document/typography.h"
#include "generator/model/language_files.h"

namespace generator::document {
namespace {

using base::JsonKind;
using base::JsonNode;

constexpr std::string_view k_typography_format = "consilium/typography/1";
constexpr std::size_t k_largest_file = 1u << 20;

struct HeightMember {
  std::string_view name;
  std::string PageTypography::*where;
};
constexpr HeightMember k_heights[] = {
    {"line_height", &PageTypography::line_height},
    {"heading_line_height", &PageTypography::heading_line_height},
    {"print_line_height", &PageTypography::print_line_height},
    {"beside_line_height", &PageTypography::beside_line_height},
    {"beside_heading_line_height", &PageTypography::beside_heading_line_height},
};

/// Functions of CSS that name a file or an address, in lower case.
constexpr std::string_view k_fetching[] = {"url(", "src(", "image(", "image-set(", "cross-fade(", "element("};

class TypographyReader : base::ObjectReader {
 public:
  TypographyReader(const base::JsonDocument& json, const model::LanguageTag& language)
      : ObjectReader(json, "typography", "see docs/adding-a-language.md", Guess::none) {
    typography_.language = language;
  }

  base::Result<LanguageTypography> read() {
    const JsonNode& root = this->root();
    keep_object_to(root,
                   {"$schema", "format", "slant", "digits", "hyphens", "chart_line", "local_digits", "page"});
    const JsonNode* format = root.find("format");
    if (format == nullptr || format->text != k_typography_format)
      complain(format == nullptr ? root : *format,
               fmt::format("write \"format\": \"{}\"", k_typography_format));
    if (const JsonNode* slant = root.find("slant")) typography_.slants = yes_or_no(*slant, "slant");
    if (const JsonNode* local = root.find("local_digits"))
      typography_.local_digits = yes_or_no(*local, "local_digits");
    if (const JsonNode* digits = root.find("digits")) read_digits(*digits);
    if (const JsonNode* hyphens = root.find("hyphens")) read_hyphens(*hyphens);
    if (const JsonNode* line = root.find("chart_line"))
      typography_.chart_line = number(*line, "chart_line", 8, 60);
    if (const JsonNode* page = root.find("page")) read_page(*page);
    if (found_any()) return tl::unexpected(take_found());
    return std::move(typography_);
  }

 private:
  bool yes_or_no(const JsonNode& node, std::string_view name) {
    if (node.kind != JsonKind::boolean) complain(node, fmt::format("\"{}\" is true or false", name));
    return node.text == "true";
  }

  double number(const JsonNode& node, std::string_view name, double least, double most) {
    double value = 0;
    const char* end = node.text.data() + node.text.size();
    const auto [stop, error] = std::from_chars(node.text.data(), end, value);
    const bool good = node.kind == JsonKind::number && error == std::errc() && stop == end &&
                      value >= least && value <= most;
    if (!good) complain(node, fmt::format("\"{}\" is a number from {} to {}", name, least, most));
    return value;
  }

  std::string text(const JsonNode* node, std::string_view name) {
    if (node == nullptr) return {};
    if (node->kind != JsonKind::string || node->text.empty())
      complain(*node, fmt::format("\"{}\" is a text that is not empty", name));
    return node->text;
  }

  /// A part of the style sheet: it must end neither its rule nor the style element.
  std::string css(const JsonNode* node, std::string_view name) {
    std::string value = text(node, name);
    if (value.find_first_of("{}<>;\n@") != std::string::npos) {
      complain(*node, fmt::format("\"{}\" holds a character that would end its rule", name),
               "one declaration stands here, without its semicolon");
    }
    return value;
  }

  /// As above; and nothing of it is fetched from elsewhere, nor read otherwise than it looks.
  std::string own_css(const JsonNode* node, std::string_view name) {
    std::string value = css(node, name);
    std::string folded = value;
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const bool fetches = std::ranges::any_of(
        k_fetching, [&](std::string_view each) { return folded.find(each) != std::string::npos; });
    if (fetches)
      complain(*node, fmt::format("\"{}\" holds what is fetched from elsewhere", name),
               "a page is whole by itself, and asks no other machine for anything");
    const bool even_quotes =
        std::ranges::count(value, '"') % 2 == 0 && std::ranges::count(value, '\'') % 2 == 0;
    const bool even_brackets = std::ranges::count(value, '(') == std::ranges::count(value, ')') &&
                               std::ranges::count(value, '[') == std::ranges::count(value, ']');
    if (!even_quotes || !even_brackets || value.find("/*") != std::string::npos)
      complain(*node, fmt::format("\"{}\" has a quotation mark, bracket or comment that does not end", name));
    return value;
  }

  /// "property:value".
  std::string declaration(const JsonNode* node) {
    std::string value = own_css(node, "set");
    const std::size_t colon = value.find(':');
    const std::string_view property = std::string_view(value).substr(0, colon);
    const bool named = !property.empty() && std::ranges::all_of(property, [](char c) {
      return (c >= 'a' && c <= 'z') || c == '-';
    });
    const bool valued =
        colon != std::string::npos && value.find_first_not_of(" \t", colon + 1) != std::string::npos;
    if (!value.empty() && (!named || !valued))
      complain(*node, "\"set\" is no declaration: a property, a colon, its value");
    return value;
  }

  /// What style sheets call elements by, without what begins a rule of another kind.
  std::string selector(const JsonNode* node) {
    std::string value = own_css(node, "select");
    constexpr std::string_view k_signs = " .#:>+~*=[]()\"',_-^$|";
    const bool good = std::ranges::all_of(value, [k_signs](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
             k_signs.find(c) != std::string_view::npos;
    });
    const bool begins =
        value.empty() || std::string_view(" >+~=])(,\"'^$|").find(value.front()) == std::string_view::npos;
    if (!good || !begins || value.ends_with(' ') || value.ends_with(','))
      complain(*node, fmt::format("\"select\" is no selector: \"{}\"", value));
    return value;
  }

  void read_digits(const JsonNode& node) {
    typography_.digits = text(&node, "digits");
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::NumberingSystem> system(
        icu::NumberingSystem::createInstanceByName(typography_.digits.c_str(), status));
    if (U_FAILURE(status) || system == nullptr || system->isAlgorithmic())
      complain(node, fmt::format("there are no digits \"{}\"", node.text),
               "CLDR's names count: latn, arab, arabext, deva");
  }

  void read_hyphens(const JsonNode& node) {
    keep_object_to(node, {"patterns", "least_before", "least_after"});
    HyphenPatterns patterns{.file = text(node.find("patterns"), "patterns")};
    if (patterns.file.empty()) complain(node, "\"patterns\" is missing here");
    if (const JsonNode* least = node.find("least_before"))
      patterns.least_before = static_cast<int>(number(*least, "least_before", 1, 9));
    if (const JsonNode* least = node.find("least_after"))
      patterns.least_after = static_cast<int>(number(*least, "least_after", 1, 9));
    typography_.hyphens = std::move(patterns);
  }

  void read_page(const JsonNode& node) {
    keep_object_to(node, {"fonts", "line_height", "heading_line_height", "print_line_height",
                          "beside_line_height", "beside_heading_line_height", "rules", "print_rules"});
    PageTypography& page = typography_.page;
    page.fonts = own_css(node.find("fonts"), "fonts");
    for (const HeightMember& height : k_heights) {
      const JsonNode* member = node.find(height.name);
      if (member == nullptr) continue;
      number(*member, height.name, 1, 4);
      page.*height.where = member->text;
    }
    page.rules = rules(node.find("rules"), "rules");
    page.print_rules = rules(node.find("print_rules"), "print_rules");
  }

  std::vector<PageRule> rules(const JsonNode* node, std::string_view name) {
    std::vector<PageRule> all;
    if (node == nullptr) return all;
    if (node->kind != JsonKind::array || node->items.empty())
      complain(*node, fmt::format("\"{}\" is a list of rules that is not empty", name));
    for (const JsonNode& each : node->items) {
      keep_object_to(each, {"select", "set"});
      PageRule rule{selector(each.find("select")), declaration(each.find("set"))};
      if (rule.set.empty()) complain(each, "\"set\" is missing here");
      all.push_back(std::move(rule));
    }
    return all;
  }

  LanguageTypography typography_;
};

base::Result<LanguageTypography> load_one(const std::filesystem::path& file,
                                          const model::LanguageTag& language) {
  auto text = base::read_file(file, k_largest_file);
  if (!text) return tl::unexpected(std::move(text.error()));
  const auto json = base::JsonDocument::parse(std::move(*text), file.string());
  if (!json) return tl::unexpected(json.error());
  return TypographyReader(*json, language).read();
}

}  // namespace

base::Result<std::vector<LanguageTypography>> load_typography(const std::filesystem::path& folder) {
  std::vector<LanguageTypography> all;
  base::Diagnostics faults;
  for (const auto& [language, file] : model::language_files(folder, "typography.json")) {
    if (auto read = load_one(file, language)) {
      all.push_back(std::move(*read));
    } else {
      base::append(faults, std::move(read.error()));
    }
  }
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return all;
}

}  // namespace generator::document

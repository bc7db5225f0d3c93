#include "generator/html/language_style.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace generator::html {
namespace {

using document::Element;
using document::LanguageTypography;
using document::PageTypography;
using Tags = std::set<model::LanguageTag>;

void collect(const std::vector<document::Node>& nodes, Tags& tags) {
  for (const document::Node& node : nodes) {
    const auto* child = std::get_if<std::unique_ptr<Element>>(&node);
    if (child == nullptr) continue;
    if ((*child)->language) tags.insert(*(*child)->language);
    collect((*child)->children, tags);
  }
}

std::string primary_of(const std::string& tag) {
  return tag.substr(0, tag.find('-'));
}

/// Whether `:lang(range)` takes the tag for its own (RFC 4647, 3.3.1).
bool is_known_to_css(const std::string& tag, const std::string& range) {
  return tag.starts_with(range) && (tag.size() == range.size() || tag[range.size()] == '-');
}

}  // namespace

LanguageStyle::LanguageStyle(const document::Typography& typography, const document::Document& document)
    : typography_(typography), also_(typography.languages().size()) {
  Tags tags = {document.language};
  collect(document.body, tags);
  const auto languages = typography.languages();
  for (const model::LanguageTag& tag : tags) {
    const LanguageTypography* const own = typography.of(tag);
    if (own != nullptr && !is_known_to_css(tag.text(), own->language.text()))
      also_[static_cast<std::size_t>(own - languages.data())].push_back(tag.text());
  }
}

template <typename SetOf>
std::vector<LanguageStyle::Group> LanguageStyle::groups(SetOf set_of) const {
  std::vector<Group> all;
  const auto languages = typography_.languages();
  for (std::size_t i = 0; i < languages.size(); ++i) {
    std::string set = set_of(languages[i]);
    if (set.empty()) continue;
    auto group = std::ranges::find(all, set, &Group::set);
    if (group == all.end()) group = all.insert(group, Group{std::move(set), {}});
    group->languages.push_back(i);
  }
  return all;
}

std::vector<std::string> LanguageStyle::ranges(const Group& group) const {
  const auto languages = typography_.languages();
  const auto with_primary = [](const std::string& primary) {
    return [&primary](const std::string& tag) { return primary_of(tag) == primary; };
  };
  std::vector<std::string> own;
  for (const std::size_t i : group.languages) own.push_back(languages[i].language.text());
  std::vector<std::string> ranges;
  for (const std::size_t i : group.languages) {
    const std::string& tag = languages[i].language.text();
    const std::string primary = primary_of(tag);
    // All scripts of a language alike: the language, with whatever region or script it is tagged.
    const auto all = std::ranges::count_if(languages, [&](const LanguageTypography& each) {
      return primary_of(each.language.text()) == primary;
    });
    const bool is_whole = std::ranges::count_if(own, with_primary(primary)) == all;
    const std::string& range = is_whole ? primary : tag;
    if (std::ranges::find(ranges, range) == ranges.end()) ranges.push_back(range);
    for (const std::string& further : also_[i]) {
      if (!is_known_to_css(further, range)) ranges.push_back(further);
    }
  }
  return ranges;
}

std::string LanguageStyle::any_of(const Group& group) const {
  const auto all = ranges(group);
  if (all.size() == 1) return fmt::format(":lang({})", all.front());
  return fmt::format(":is(:lang({}))", fmt::join(all, "),:lang("));
}

std::string LanguageStyle::heights(std::string_view before, std::string PageTypography::*height) const {
  std::string css;
  const auto set_of = [height](const LanguageTypography& each) { return each.page.*height; };
  for (const Group& group : groups(set_of))
    css += fmt::format("{}{}{{line-height:{}}}\n", before, any_of(group), group.set);
  return css;
}

std::string LanguageStyle::rules(std::vector<document::PageRule> PageTypography::*rules) const {
  std::vector<document::PageRule> all;
  for (const LanguageTypography& each : typography_.languages()) {
    for (const document::PageRule& rule : each.page.*rules) {
      if (std::ranges::find(all, rule) == all.end()) all.push_back(rule);
    }
  }
  std::string css;
  for (const document::PageRule& rule : all) {
    const auto set_of = [&](const LanguageTypography& each) {
      const auto& own = each.page.*rules;
      return std::ranges::find(own, rule) == own.end() ? std::string() : rule.set;
    };
    for (const Group& group : groups(set_of))
      css += fmt::format("{}{}{{{}}}\n", rule.select, any_of(group), group.set);
  }
  return css;
}

std::string LanguageStyle::beside() const {
  return heights(":is(.pair>*,.second)", &PageTypography::beside_line_height) +
         heights(":is(h1,h2,h3) .pair>", &PageTypography::beside_heading_line_height);
}

std::string LanguageStyle::on_screen() const {
  std::string css;
  const auto faces = groups([](const LanguageTypography& each) {
    std::string set;
    if (!each.page.fonts.empty()) set = "font-family:" + each.page.fonts;
    if (!each.page.line_height.empty())
      set += (set.empty() ? "line-height:" : ";line-height:") + each.page.line_height;
    return set;
  });
  for (const Group& group : faces)
    css += fmt::format(":lang({}){{{}}}\n", fmt::join(ranges(group), "),:lang("), group.set);
  css += rules(&PageTypography::rules);
  const auto digits = groups([](const LanguageTypography& each) {
    const std::string_view style = counter_style(each.digits);
    return style == counter_style({}) ? std::string() : std::string(style);
  });
  for (const Group& group : digits)
    css += fmt::format("ol{}{{list-style-type:{}}}\n", any_of(group), group.set);
  css += heights(":is(h1,h2,h3,h1 *,h2 *,h3 *)", &PageTypography::heading_line_height);
  const auto upright = groups([](const LanguageTypography& each) {
    return each.slants.value_or(true) ? std::string() : std::string("font-style:normal;font-weight:600");
  });
  for (const Group& group : upright) css += fmt::format("em{}{{{}}}\n", any_of(group), group.set);
  return css;
}

std::string LanguageStyle::in_print() const {
  return heights("", &PageTypography::print_line_height) + rules(&PageTypography::print_rules);
}

std::string_view counter_style(std::string_view digits) {
  using Name = std::pair<std::string_view, std::string_view>;
  static constexpr std::array k_names = {
      Name{"arab", "arabic-indic"}, Name{"arabext", "persian"}, Name{"beng", "bengali"},
      Name{"deva", "devanagari"},   Name{"gujr", "gujarati"},   Name{"guru", "gurmukhi"},
      Name{"khmr", "khmer"},        Name{"knda", "kannada"},    Name{"laoo", "lao"},
      Name{"mlym", "malayalam"},    Name{"mymr", "myanmar"},    Name{"orya", "oriya"},
      Name{"telu", "telugu"},       Name{"thai", "thai"},       Name{"tibt", "tibetan"}};
  const auto* const name = std::ranges::find(k_names, digits, &Name::first);
  return name == k_names.end() ? "decimal" : name->second;
}

}  // namespace generator::html

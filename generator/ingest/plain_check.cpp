// The plain words of the first page: they have a page, and the page is one that a frightened family can read
// in a minute, so each has a length.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "generator/base/code_points.h"
#include "generator/base/wording.h"
#include "generator/ingest/case_checks.h"

namespace generator::ingest {
namespace {

struct Limit {
  std::string_view member;
  int columns;
};

/// Columns of Latin letters. About what three columns on A4 hold in the room of the page that each row may
/// take.
constexpr Limit k_of_options[] = {{"what", 150},   {"aim", 150}, {"benefit", 150}, {"risks", 90},
                                  {"answer", 130}, {"time", 70}, {"price", 130}};
constexpr Limit k_of_page[] = {{"title", 80}, {"main", 240}, {"disagreement", 260}, {"first", 180}};

/// A character of East Asia is as wide as two Latin letters, and says as much.
int columns_of(std::string_view text) {
  constexpr std::int32_t k_first_wide = 0x1100;
  int columns = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::int32_t c = base::next_code_point(text, i);
    const bool is_wide = (c >= k_first_wide && c < 0x1200) || (c >= 0x2E80 && c < 0xA4D0) ||
                         (c >= 0xAC00 && c < 0xD7B0) || (c >= 0xF900 && c < 0xFB00) ||
                         (c >= 0xFF00 && c < 0xFF61);
    columns += is_wide ? 2 : 1;
  }
  return columns;
}

void check_length(const JsonNode& node, const Limit& limit, ValueReader& report) {
  if (node.kind == base::JsonKind::string) {
    const int columns = columns_of(node.text);
    if (columns <= limit.columns) return;
    report.warning(
        node, "plain-too-long",
        fmt::format("the text {} is {} letters wide, and \"{}\" has room for {}", base::in_quotes(node.text),
                    columns, limit.member, limit.columns),
        "the first page would not hold on one page, and would not be read in a minute",
        "say the one thing that matters to the choice, and leave the rest to the letters' own words");
    return;
  }
  for (const JsonNode& item : node.items) check_length(item, limit, report);
  if (const JsonNode* text = node.find("text")) check_length(*text, limit, report);
  if (const JsonNode* translations = node.find("translations")) {
    for (const base::JsonMember& each : translations->members) check_length(each.value, limit, report);
  }
  // Of the short form {"en": "...", "ar": "..."}, every member is a text.
  if (node.kind == base::JsonKind::object && node.find("text") == nullptr) {
    for (const base::JsonMember& each : node.members) check_length(each.value, limit, report);
  }
}

}  // namespace

void check_plain_words(const JsonNode& root, const model::Case& c, ValueReader& report) {
  const JsonNode* plain = root.find("plain");
  if (plain == nullptr || !c.plain) return;
  for (const Limit& limit : k_of_page) {
    if (const JsonNode* node = plain->find(limit.member)) check_length(*node, limit, report);
  }
  std::set<std::string_view> seen;
  for (const JsonNode& option : items_of(plain->find("options"))) {
    const JsonNode* id = option.find("option");
    if (id != nullptr && !seen.insert(id->text).second) {
      report.error(*id, "option-duplicate",
                   fmt::format("the option {} has plain words already", base::in_quotes(id->text)),
                   "only one of the two would be shown", "make one of them");
    }
    for (const Limit& limit : k_of_options) {
      if (const JsonNode* node = option.find(limit.member)) check_length(*node, limit, report);
    }
  }
}

}  // namespace generator::ingest

#include "generator/ingest/settings_reader.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/base/object_reader.h"
#include "generator/base/wording.h"
#include "generator/ingest/case_schema.h"
#include "generator/model/names.h"

namespace generator::ingest {
namespace {

using base::JsonKind;
using base::JsonNode;

constexpr std::string_view k_settings_format = "consilium/settings/1";
constexpr std::size_t k_largest_settings_file = 1u << 20;

/// What the program knows to do something with.
constexpr std::string_view k_durations[] = {"wait-clarification",
                                            "wait-first-answer",
                                            "wait-written-opinion",
                                            "wait-written-opinion-rare",
                                            "wait-cell-therapy-eligibility",
                                            "wait-operability",
                                            "wait-trial-match",
                                            "wait-translation",
                                            "wait-in-person",
                                            "wait-proton",
                                            "abroad-proton",
                                            "rate-stale-after"};
struct Choice {
  std::string_view id;
  std::vector<std::string_view> values;
};
const std::vector<Choice>& known_choices() {
  static const std::vector<Choice> k_choices = {
      {"clock-start", {"complete-records", "first-records", "payment"}},
      {"operability-remote", {"yes", "provisional", "no"}},
  };
  return k_choices;
}
constexpr std::string_view k_limits[] = {"tissue", "new-symptoms", "resectability", "examination"};
constexpr std::string_view k_units[] = {"hour", "business-day", "day", "week", "month"};

class SettingsReader : base::ObjectReader {
 public:
  explicit SettingsReader(const base::JsonDocument& json)
      : ObjectReader(json, "settings", "see docs/settings.md", Guess::names) {}

  base::Result<model::Settings> read() {
    const JsonNode& root = this->root();
    if (root.kind != JsonKind::object) {
      complain(root, "settings are an object");
      return tl::unexpected(take_found());
    }
    keep_to(root, {"$schema", "format", "sources", "settings", "remote_review"});
    const JsonNode* format = member(root, "format");
    if (format != nullptr && format->text != k_settings_format)
      complain(*format, fmt::format("write \"format\": \"{}\"", k_settings_format));
    // Sources first, wherever they stand: the others name them.
    for (const JsonNode& node : items_at(root, "sources")) read_source(node);
    for (const JsonNode& node : items_at(root, "settings")) read_setting(node);
    if (const JsonNode* review = member(root, "remote_review")) {
      keep_to(*review, {"cannot"});
      for (const JsonNode& node : items_at(*review, "cannot")) read_limit(node);
    }
    if (found_any()) {
      base::Diagnostics found = take_found();
      base::sort_by_place(found);
      return tl::unexpected(std::move(found));
    }
    return std::move(settings_);
  }

 private:
  const JsonNode* member(const JsonNode& node, std::string_view name) {
    const JsonNode* found = node.find(name);
    if (found == nullptr) complain(node, fmt::format("\"{}\" is missing here", name));
    return found;
  }

  std::string text(const JsonNode& node, std::string_view name) {
    if (node.kind != JsonKind::string || node.text.empty())
      complain(node, fmt::format("\"{}\" is a text that is not empty", name));
    return node.text;
  }

  std::string text_at(const JsonNode& node, std::string_view name) {
    const JsonNode* found = member(node, name);
    return found == nullptr ? std::string() : text(*found, name);
  }

  const std::vector<JsonNode>& items_at(const JsonNode& node, std::string_view name) {
    static const std::vector<JsonNode> k_none;
    const JsonNode* found = member(node, name);
    if (found == nullptr) return k_none;
    if (found->kind != JsonKind::array || found->items.empty())
      complain(*found, fmt::format("\"{}\" is a list that is not empty", name));
    return found->items;
  }

  static const std::vector<JsonNode>& optional_items(const JsonNode& node, std::string_view name) {
    static const std::vector<JsonNode> k_none;
    const JsonNode* found = node.find(name);
    return found == nullptr ? k_none : found->items;
  }

  /// One of the words, said with what was meant if it is none.
  template <typename Words>
  bool is_one_of(const JsonNode& node, std::string_view what, const Words& words) {
    if (std::ranges::find(words, node.text) != std::end(words)) return true;
    complain(node, fmt::format("there is no {} {}", what, base::in_quotes(node.text)),
             base::suggestion(node.text, {std::begin(words), std::end(words)}));
    return false;
  }

  std::optional<model::Date> date_at(const JsonNode& node, std::string_view name) {
    const JsonNode* found = node.find(name);
    if (found == nullptr) return std::nullopt;
    auto date = model::Date::parse(found->text);
    if (found->kind != JsonKind::string || !date)
      complain(*found, fmt::format("\"{}\" is a date: 2026-11-22, 2026-11 or 2026", name));
    return date;
  }

  void read_source(const JsonNode& node) {
    keep_to(node, {"id", "kind", "title", "publisher", "date", "address", "checked"});
    model::SettingSource source{.id = text_at(node, "id"),
                                .kind = model::SettingSourceKind::house_rule,
                                .title = text_at(node, "title"),
                                .publisher = text_at(node, "publisher"),
                                .date = date_at(node, "date"),
                                .address = {},
                                .checked = date_at(node, "checked")};
    if (const JsonNode* kind = member(node, "kind")) {
      std::vector<std::string_view> kinds;
      for (const auto& each : model::names<model::SettingSourceKind>()) kinds.push_back(each.name);
      if (is_one_of(*kind, "kind of source", kinds))
        source.kind = *model::value_of<model::SettingSourceKind>(kind->text);
    }
    if (source.kind == model::SettingSourceKind::page_seen) {
      source.address = text_at(node, "address");
      member(node, "checked");
    } else if (const JsonNode* address = node.find("address")) {
      source.address = text(*address, "address");
    }
    if (settings_.source(source.id) != nullptr)
      complain(node, fmt::format("the source {} stands twice", base::in_quotes(source.id)));
    settings_.sources.push_back(std::move(source));
  }

  std::string source_at(const JsonNode& node) {
    const JsonNode* found = member(node, "source");
    if (found == nullptr) return {};
    if (settings_.source(found->text) == nullptr) {
      std::vector<std::string_view> ids;
      for (const model::SettingSource& each : settings_.sources) ids.push_back(each.id);
      complain(*found, fmt::format("there is no source {}", base::in_quotes(found->text)),
               base::suggestion(found->text, ids));
    }
    return found->text;
  }

  std::optional<int> number_at(const JsonNode& node, std::string_view name, int least) {
    const JsonNode* found = node.find(name);
    if (found == nullptr) return std::nullopt;
    constexpr int k_most = 1000;
    int number = 0;
    const char* end = found->text.data() + found->text.size();
    const auto [stop, error] = std::from_chars(found->text.data(), end, number);
    if (found->kind != JsonKind::number || error != std::errc() || stop != end || number < least ||
        number > k_most)
      complain(*found, fmt::format("\"{}\" is a whole number from {} to {}", name, least, k_most));
    return number;
  }

  model::DurationRange duration_at(const JsonNode& node) {
    model::DurationRange duration;
    const JsonNode* value = member(node, "value");
    if (value == nullptr) return duration;
    keep_to(*value, {"low", "high", "unit"});
    duration.low = number_at(*value, "low", 0);
    duration.high = number_at(*value, "high", 1);
    if (!duration.low && !duration.high) complain(*value, "a time has \"low\", \"high\" or both");
    if (duration.low && duration.high && *duration.low > *duration.high)
      complain(*value, fmt::format("the time runs from {} to {}", *duration.low, *duration.high),
               "the low end of a range may not lie above its high end");
    if (const JsonNode* unit = member(*value, "unit"); unit != nullptr && is_one_of(*unit, "unit", k_units))
      duration.unit = *model::value_of<model::TimeUnit>(unit->text);
    return duration;
  }

  std::string choice_at(const JsonNode& node, const Choice& choice) {
    const JsonNode* value = member(node, "value");
    if (value == nullptr) return {};
    is_one_of(*value, fmt::format("choice for {}", choice.id), choice.values);
    return value->text;
  }

  template <typename Value, typename Read>
  model::Setting<Value> held(const JsonNode& node, Read read_value) {
    model::Setting<Value> setting{{read_value(node), source_at(node)}, {}};
    for (const JsonNode& other : optional_items(node, "others")) {
      keep_to(other, {"value", "source"});
      setting.others.push_back({read_value(other), source_at(other)});
    }
    return setting;
  }

  void read_setting(const JsonNode& node) {
    const std::string id = text_at(node, "id");
    const std::string type = text_at(node, "type");
    text_at(node, "note");
    if (id.empty() || type.empty()) return;
    if (!ids_.insert(id).second)
      complain(node, fmt::format("the setting {} stands twice", base::in_quotes(id)));
    const auto choice = std::ranges::find(known_choices(), id, &Choice::id);
    const bool is_choice = choice != known_choices().end();
    if (!is_choice && std::ranges::find(k_durations, id) == std::end(k_durations)) {
      std::vector<std::string_view> known(std::begin(k_durations), std::end(k_durations));
      for (const Choice& each : known_choices()) known.push_back(each.id);
      return complain(*node.find("id"), fmt::format("there is no setting {}", base::in_quotes(id)),
                      base::suggestion(id, known));
    }
    const std::string_view wanted = is_choice ? "choice" : "duration";
    if (type != wanted)
      return complain(*node.find("type"),
                      fmt::format("{} is of the type \"{}\"", base::in_quotes(id), wanted));
    if (is_choice) {
      keep_to(node, {"id", "type", "choices", "value", "source", "others", "note"});
      std::vector<std::string_view> listed;
      for (const JsonNode& each : items_at(node, "choices")) listed.push_back(each.text);
      if (listed != choice->values)
        complain(
            node.find("choices") == nullptr ? node : *node.find("choices"),
            fmt::format("the choices for {} are {}", base::in_quotes(id), fmt::join(choice->values, ", ")));
      settings_.choices[id] =
          held<std::string>(node, [&](const JsonNode& each) { return choice_at(each, *choice); });
    } else {
      keep_to(node, {"id", "type", "value", "source", "others", "note"});
      settings_.durations[id] =
          held<model::DurationRange>(node, [this](const JsonNode& each) { return duration_at(each); });
    }
  }

  void read_limit(const JsonNode& node) {
    keep_to(node, {"id", "touches", "source", "note"});
    text_at(node, "note");
    model::ReviewLimit limit{.id = text_at(node, "id"), .touches = {}, .source = source_at(node)};
    if (const JsonNode* id = node.find("id")) is_one_of(*id, "limit", k_limits);
    if (std::ranges::find(settings_.limits, limit.id, &model::ReviewLimit::id) != settings_.limits.end())
      complain(node, fmt::format("the limit {} stands twice", base::in_quotes(limit.id)));
    for (const JsonNode& each : items_at(node, "touches")) {
      keep_to(each, {"rows", "modalities"});
      model::LimitTouch touch;
      for (const JsonNode& row : items_at(each, "rows")) {
        if (is_one_of(row, "row", known_rows())) touch.rows.push_back(row.text);
      }
      for (const JsonNode& modality : optional_items(each, "modalities")) {
        std::vector<std::string_view> known;
        for (const auto& name : model::names<model::Modality>()) known.push_back(name.name);
        if (is_one_of(modality, "kind of treatment", known))
          touch.modalities.push_back(*model::value_of<model::Modality>(modality.text));
      }
      limit.touches.push_back(std::move(touch));
    }
    settings_.limits.push_back(std::move(limit));
  }

  /// Which rows a comparison has is the schema's to say: this part knows nothing of comparisons.
  static const std::vector<std::string_view>& known_rows() {
    static const std::vector<std::string_view> k_rows = [] {
      std::vector<std::string_view> rows;
      for (const JsonNode& row : settings_schema().at("/definitions/row/enum").items)
        rows.push_back(row.text);
      return rows;
    }();
    return k_rows;
  }

  std::set<std::string> ids_;
  model::Settings settings_;
};

}  // namespace

base::Result<model::Settings> read_settings(std::string text, const std::string& name) {
  const auto json = base::JsonDocument::parse(std::move(text), name);
  if (!json) return tl::unexpected(json.error());
  return SettingsReader(*json).read();
}

base::Diagnostics check_settings_schema(const std::filesystem::path& path) {
  auto text = base::read_file(path, k_largest_settings_file);
  const auto json = text ? base::JsonDocument::parse(std::move(*text), path.string())
                         : base::Result<base::JsonDocument>(tl::unexpected(std::move(text.error())));
  if (!json || !SettingsReader(*json).read()) return {};
  return published_faults(*json, Published::settings, "settings", "see docs/settings.md");
}

base::Result<model::Settings> read_settings_file(const std::filesystem::path& path) {
  auto text = base::read_file(path, k_largest_settings_file);
  if (!text) return tl::unexpected(std::move(text.error()));
  return read_settings(std::move(*text), path.string());
}

}  // namespace generator::ingest

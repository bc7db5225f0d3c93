#include "generator/locale/stand_ins.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/file.h"
#include "generator/base/json.h"

namespace generator::locale {
namespace {

using base::JsonKind;
using base::JsonNode;

constexpr std::string_view k_format = "consilium/matching/1";

class StandInReader {
 public:
  explicit StandInReader(const base::JsonDocument& json) : json_(json) {}

  base::Result<std::vector<model::StandIn>> read() {
    const JsonNode& root = json_.root();
    keep_to(root, {"format", "about", "stand_ins"});
    const JsonNode* format = root.find("format");
    if (format == nullptr || format->text != k_format)
      complain(format == nullptr ? root : *format, fmt::format("\"format\" is not \"{}\"", k_format));
    const JsonNode* list = root.find("stand_ins");
    if (list == nullptr || list->kind != JsonKind::array) {
      complain(list == nullptr ? root : *list, "\"stand_ins\" is missing, or no list");
    } else {
      for (const JsonNode& each : list->items) read_entry(each);
    }
    if (!found_.empty()) return tl::unexpected(std::move(found_));
    return std::move(stand_ins_);
  }

 private:
  void complain(const JsonNode& at, std::string what) {
    found_.push_back({.code = "matching-shape",
                      .place = json_.place(at),
                      .what = std::move(what),
                      .why = "a family would get a language that it did not ask for, or none",
                      .remedy = "see docs/adding-a-language.md"});
  }

  void keep_to(const JsonNode& node, std::initializer_list<std::string_view> known) {
    if (node.kind != JsonKind::object) return complain(node, "this is no object");
    for (const base::JsonMember& member : node.members) {
      if (std::ranges::find(known, member.name) == known.end())
        complain(member.value, fmt::format("there is no member \"{}\" here", member.name));
    }
  }

  std::optional<model::LanguageTag> tag(const JsonNode& node) {
    auto parsed = node.kind == JsonKind::string ? model::LanguageTag::parse(node.text) : std::nullopt;
    if (!parsed) complain(node, fmt::format("\"{}\" is no language tag", node.text));
    return parsed;
  }

  void read_entry(const JsonNode& node) {
    keep_to(node, {"for", "take", "why"});
    const JsonNode* wanted = node.find("for");
    const JsonNode* take = node.find("take");
    const JsonNode* why = node.find("why");
    if (why == nullptr || why->text.empty()) complain(node, "\"why\" is missing: each entry has its reason");
    if (take == nullptr || wanted == nullptr || wanted->items.empty())
      return complain(node, "an entry has \"for\", a list of tags, and \"take\", a tag");
    const auto taken = tag(*take);
    for (const JsonNode& each : wanted->items) {
      const auto language = tag(each);
      if (!language || !taken) continue;
      if (std::ranges::find(stand_ins_, *language, &model::StandIn::wanted) != stand_ins_.end()) {
        complain(each, fmt::format("\"{}\" stands twice: only the first would be taken", each.text));
      } else {
        stand_ins_.push_back({*language, *taken});
      }
    }
  }

  const base::JsonDocument& json_;
  base::Diagnostics found_;
  std::vector<model::StandIn> stand_ins_;
};

}  // namespace

base::Result<std::vector<model::StandIn>> load_stand_ins(const std::filesystem::path& file) {
  auto text = base::read_file(file);
  if (!text) return tl::unexpected(std::move(text.error()));
  const auto json = base::JsonDocument::parse(std::move(*text), file.string());
  if (!json) return tl::unexpected(json.error());
  return StandInReader(*json).read();
}

}  // namespace generator::locale

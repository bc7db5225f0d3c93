#include "generator/locale/stand_ins.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/base/object_reader.h"

namespace generator::locale {
namespace {

using base::JsonKind;
using base::JsonNode;

constexpr std::string_view k_format = "consilium/matching/1";

class StandInReader : private base::ObjectReader {
 public:
  explicit StandInReader(const base::JsonDocument& json)
      : ObjectReader(json, "matching-shape", "see docs/adding-a-language.md", Guess::none) {}

  base::Result<std::vector<model::StandIn>> read() {
    keep_object_to(root(), {"format", "about", "stand_ins"});
    const JsonNode* format = root().find("format");
    if (format == nullptr || format->text != k_format)
      refuse(format == nullptr ? root() : *format, fmt::format("\"format\" is not \"{}\"", k_format));
    const JsonNode* list = root().find("stand_ins");
    if (list == nullptr || list->kind != JsonKind::array) {
      refuse(list == nullptr ? root() : *list, "\"stand_ins\" is missing, or no list");
    } else {
      for (const JsonNode& each : list->items) read_entry(each);
    }
    if (found_any()) return tl::unexpected(take_found());
    return std::move(stand_ins_);
  }

 private:
  void refuse(const JsonNode& at, std::string what) {
    complain(at, std::move(what), "a family would get a language that it did not ask for, or none");
  }

  std::optional<model::LanguageTag> tag(const JsonNode& node) {
    auto parsed = node.kind == JsonKind::string ? model::LanguageTag::parse(node.text) : std::nullopt;
    if (!parsed) refuse(node, fmt::format("\"{}\" is no language tag", node.text));
    return parsed;
  }

  void read_entry(const JsonNode& node) {
    keep_object_to(node, {"for", "take", "why"});
    const JsonNode* wanted = node.find("for");
    const JsonNode* take = node.find("take");
    const JsonNode* why = node.find("why");
    if (why == nullptr || why->text.empty()) refuse(node, "\"why\" is missing: each entry has its reason");
    if (take == nullptr || wanted == nullptr || wanted->items.empty())
      return refuse(node, "an entry has \"for\", a list of tags, and \"take\", a tag");
    const auto taken = tag(*take);
    for (const JsonNode& each : wanted->items) {
      const auto language = tag(each);
      if (!language || !taken) continue;
      if (std::ranges::find(stand_ins_, *language, &model::StandIn::wanted) != stand_ins_.end()) {
        refuse(each, fmt::format("\"{}\" stands twice: only the first would be taken", each.text));
      } else {
        stand_ins_.push_back({*language, *taken});
      }
    }
  }

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

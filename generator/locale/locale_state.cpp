#include "generator/locale/locale_state.h"

#include <fmt/format.h>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/base/object_reader.h"

namespace generator::locale {
namespace {

using base::JsonKind;
using base::JsonNode;

constexpr std::string_view k_state_format = "consilium/locale-state/1";

class StateReader : private base::ObjectReader {
 public:
  explicit StateReader(const base::JsonDocument& json)
      : ObjectReader(json, "locale-state", "see docs/adding-a-language.md", Guess::names) {}

  base::Result<LocaleState> read() {
    keep_object_to(root(), {"format", "drafted", "reviewed"});
    const JsonNode* format = root().find("format");
    if (format == nullptr || format->text != k_state_format)
      refuse(format == nullptr ? root() : *format, fmt::format("\"format\" is not \"{}\"", k_state_format));
    LocaleState state;
    if (const JsonNode* drafted = root().find("drafted")) {
      keep_object_to(*drafted, {"by", "on"});
      state.drafted_by = text(*drafted, "by");
      state.drafted_on = date(*drafted);
    } else {
      refuse(root(), "\"drafted\" is missing");
    }
    if (const JsonNode* reviewed = root().find("reviewed")) {
      keep_object_to(*reviewed, {"by", "as", "on"});
      state.reviewed = LocaleReview{text(*reviewed, "by"), text(*reviewed, "as"), date(*reviewed)};
    }
    if (found_any()) return tl::unexpected(take_found());
    return state;
  }

 private:
  void refuse(const JsonNode& at, std::string what) {
    complain(at, std::move(what),
             "a report says whose words it speaks and whether anybody has reviewed them");
  }

  std::string text(const JsonNode& in, std::string_view name) {
    const JsonNode* member = in.find(name);
    if (member != nullptr && member->kind == JsonKind::string && !member->text.empty())
      return std::string(member->text);
    refuse(member == nullptr ? in : *member, fmt::format("\"{}\" is missing, or empty", name));
    return {};
  }

  model::Date date(const JsonNode& in) {
    const JsonNode* on = in.find("on");
    const auto parsed =
        on != nullptr && on->kind == JsonKind::string ? model::Date::parse(on->text) : std::nullopt;
    if (!parsed) refuse(on == nullptr ? in : *on, "\"on\" is no date such as 2026-11-30");
    return parsed.value_or(model::Date{});
  }
};

}  // namespace

base::Result<std::optional<LocaleState>> load_locale_state(const std::filesystem::path& folder,
                                                           const model::LanguageTag& language) {
  const std::filesystem::path path = folder / language.text() / "state.json";
  std::error_code error;
  if (!std::filesystem::exists(path, error)) return std::nullopt;
  auto content = base::read_file(path);
  if (!content) return tl::unexpected(std::move(content.error()));
  const auto document = base::JsonDocument::parse(std::move(*content), path.string());
  if (!document) return tl::unexpected(document.error());
  return StateReader(*document).read().map([](LocaleState state) { return std::optional(std::move(state)); });
}

}  // namespace generator::locale

// Settings for the tests of compare: one source, and what a test asks for.
#pragma once

#include "generator/model/settings.h"

namespace generator::compare::test {

inline model::Settings settings() {
  model::Settings settings;
  settings.sources.push_back({"field", model::SettingSourceKind::field_practice, "Times", "Teams",
                              model::Date{2026, 11, 0}, "", std::nullopt});
  settings.sources.push_back({"page", model::SettingSourceKind::page_seen, "A page", "A house", std::nullopt,
                              "https://example.org/", model::Date{2026, 11, 22}});
  return settings;
}

inline void set(model::Settings& settings, const char* id, std::optional<int> low, std::optional<int> high,
                model::TimeUnit unit) {
  settings.durations[id] = {{{low, high, unit}, "field"}, {}};
}

inline void choose(model::Settings& settings, const char* id, const char* value) {
  settings.choices[id] = {{value, "field"}, {}};
}

}  // namespace generator::compare::test

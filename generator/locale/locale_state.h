// Who wrote a locale's words, and who has read them since: locales/<tag>/state.json. A report whose words no
// native reader with medical knowledge has reviewed says so, in small print.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "generator/base/diagnostics.h"
#include "generator/model/date.h"
#include "generator/model/language.h"

namespace generator::locale {

struct LocaleReview {
  std::string by;  ///< the reader's name
  std::string as;  ///< what makes this reader a judge: "native oncologist"
  model::Date on;
};

struct LocaleState {
  std::string drafted_by;
  model::Date drafted_on;
  std::optional<LocaleReview> reviewed;  ///< of all that the locale said on that day
};

/// <folder>/<tag>/state.json; nullopt if the locale has none. Errors: locale-state, all at once.
base::Result<std::optional<LocaleState>> load_locale_state(const std::filesystem::path& folder,
                                                           const model::LanguageTag& language);

}  // namespace generator::locale

#include "generator/document/typography.h"

#include <unicode/unistr.h>

#include <algorithm>

namespace generator::document {
namespace {

void add(Typography::Units& units, const model::Phrases& phrases) {
  for (const std::string& phrase : phrases) {
    const auto wide = icu::UnicodeString::fromUTF8(phrase);
    std::u16string unit(wide.getBuffer(), static_cast<std::size_t>(wide.length()));
    if (std::ranges::find(units, unit) == units.end()) units.push_back(std::move(unit));
  }
}

}  // namespace

Typography::Typography(std::vector<LanguageTypography> languages, const model::Words& words)
    : languages_(std::move(languages)) {
  std::ranges::sort(languages_, {}, &LanguageTypography::language);
  for (const LanguageTypography& each : languages_) tags_.push_back(each.language);
  for (const model::LanguageWords& each : words) {
    add(behind_numbers_, each.units.behind_numbers);
    add(before_numbers_, each.units.before_numbers);
    add(written_close_, each.units.written_close);
  }
}

const LanguageTypography* Typography::of(const model::LanguageTag& language) const {
  const auto taken = language.best_of(tags_);
  if (!taken) return nullptr;
  return &languages_[static_cast<std::size_t>(std::ranges::find(tags_, *taken) - tags_.begin())];
}

}  // namespace generator::document

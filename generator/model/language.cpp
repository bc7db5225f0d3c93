#include "generator/model/language.h"

#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>

namespace generator::model {

std::optional<LanguageTag> LanguageTag::parse(std::string_view tag) {
  const bool shaped = !tag.empty() && tag.size() <= 35 && std::ranges::all_of(tag, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!shaped) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag({tag.data(), static_cast<int>(tag.size())}, status);
  const std::string_view language = locale.getLanguage();
  if (U_FAILURE(status) || language.size() < 2 || language == "und") return std::nullopt;
  auto canonical = locale.toLanguageTag<std::string>(status);
  if (U_FAILURE(status)) return std::nullopt;
  if (canonical == "tl") canonical = "fil";
  return LanguageTag(std::move(canonical));
}

Direction LanguageTag::direction() const {
  return uloc_isRightToLeft(tag_.c_str()) ? Direction::right_to_left : Direction::left_to_right;
}

}  // namespace generator::model

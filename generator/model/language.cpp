#include "generator/model/language.h"

#include <unicode/localematcher.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <map>

namespace generator::model {
namespace {

/// The parts of a tag by which languages are told apart; none is empty, where CLDR knows the language.
struct Subtags {
  std::string language;
  std::string script;
  std::string region;
};

icu::Locale locale_of(std::string_view tag) {
  UErrorCode status = U_ZERO_ERROR;
  return icu::Locale::forLanguageTag({tag.data(), static_cast<int>(tag.size())}, status);
}

Subtags subtags_of(const icu::Locale& locale) {
  return {locale.getLanguage(), locale.getScript(), locale.getCountry()};
}

/// With the likely subtags filled in. Few tags meet in a process, each of them often.
const Subtags& full_subtags(const std::string& tag) {
  constexpr std::size_t k_most_kept = 64;  // tags come from users' files
  thread_local std::map<std::string, Subtags, std::less<>> known;
  if (const auto it = known.find(tag); it != known.end()) return it->second;
  if (known.size() >= k_most_kept) known.clear();
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = locale_of(tag);
  locale.canonicalize(status);
  locale.addLikelySubtags(status);
  return known.emplace(tag, subtags_of(locale)).first->second;
}

std::string_view primary_of(std::string_view tag) {
  return tag.substr(0, tag.find('-'));
}

/// Language and script are the same.
bool is_written_as(const std::string& a, const std::string& b) {
  if (a == b) return true;
  // Two tags that both name an own language of two letters are not one language; so most are told apart at
  // once.
  constexpr std::size_t k_letters = 2;
  const std::string_view first = primary_of(a);
  const std::string_view second = primary_of(b);
  if (first != second && first.size() == k_letters && second.size() == k_letters) return false;
  // By value: the second look may clear what the first one found.
  const Subtags one = full_subtags(a);
  const Subtags& other = full_subtags(b);
  return one.language == other.language && one.script == other.script;
}

/// The nearest in region. All are of one language and script, so the matcher is only asked which variety.
LanguageTag nearest(const std::string& wanted, std::vector<LanguageTag> candidates) {
  if (candidates.size() == 1) return std::move(candidates.front());
  UErrorCode status = U_ZERO_ERROR;
  icu::LocaleMatcher::Builder builder;
  for (const LanguageTag& candidate : candidates) builder.addSupportedLocale(locale_of(candidate.text()));
  const icu::LocaleMatcher matcher = builder.build(status);
  const icu::Locale desired = locale_of(wanted);
  const auto result = matcher.getBestMatchResult(desired, status);
  const int index = U_SUCCESS(status) ? result.getSupportedIndex() : -1;
  return std::move(candidates[static_cast<std::size_t>(std::max(index, 0))]);
}

std::optional<LanguageTag> written_as(const LanguageTag& wanted, std::span<const LanguageTag> available) {
  std::vector<LanguageTag> candidates;
  for (const LanguageTag& tag : available) {
    if (is_written_as(wanted.text(), tag.text())) candidates.push_back(tag);
  }
  if (candidates.empty()) return std::nullopt;
  return nearest(wanted.text(), std::move(candidates));
}

}  // namespace

std::optional<LanguageTag> LanguageTag::parse(std::string_view tag) {
  const bool shaped = !tag.empty() && tag.size() <= 35 && std::ranges::all_of(tag, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!shaped) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag({tag.data(), static_cast<int>(tag.size())}, status);
  const std::string_view language = locale.getLanguage();
  if (U_FAILURE(status) || language.size() < 2 || language == "und") return std::nullopt;
  // Aliases have three letters, but for one that letters still bear; to look for others, ICU would load its
  // table of them for every tag.
  if (language.size() > 2 || language == "tl") locale.canonicalize(status);
  auto canonical = locale.toLanguageTag<std::string>(status);
  if (U_FAILURE(status)) return std::nullopt;
  return LanguageTag(std::move(canonical));
}

Direction LanguageTag::direction() const {
  return uloc_isRightToLeft(tag_.c_str()) ? Direction::right_to_left : Direction::left_to_right;
}

bool LanguageTag::matches(const LanguageTag& range) const {
  const std::string& wanted = range.text();
  if (tag_.starts_with(wanted) && (tag_.size() == wanted.size() || tag_[wanted.size()] == '-')) return true;
  if (primary_of(tag_) != primary_of(wanted)) return false;
  const Subtags named = subtags_of(locale_of(wanted));
  const Subtags& own = full_subtags(tag_);
  return (named.script.empty() || named.script == own.script) &&
         (named.region.empty() || named.region == own.region);
}

std::optional<LanguageTag> LanguageTag::best_of(std::span<const LanguageTag> available,
                                                std::span<const StandIn> stand_ins) const {
  if (std::ranges::find(available, *this) != available.end()) return *this;
  if (auto same = written_as(*this, available)) return same;
  for (const StandIn& each : stand_ins) {
    if (!is_written_as(tag_, each.wanted.text())) continue;
    if (auto taken = each.taken.best_of(available)) return taken;
  }
  return std::nullopt;
}

}  // namespace generator::model

#include "generator/job/known_places.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <set>

#include "generator/job/scanned_text.h"

namespace generator::job {
namespace {

const std::vector<std::string_view> k_separators = {",", ";", "\n", "/",  "|",  "(", ")",
                                                    "-", "،", "、", "，", "；", "·"};

constexpr std::size_t k_longest_country = 60;  // letters, in any language

/// What a language calls the countries. They are gathered once a process: most addresses are asked about in
/// the same few languages.
const std::set<std::u16string>& countries_in(const std::string& language) {
  static std::mutex mutex;
  static std::map<std::string, std::set<std::u16string>> known;
  const std::lock_guard lock(mutex);
  auto [names, is_new] = known.try_emplace(language);
  if (!is_new) return names->second;
  const icu::Locale in(language.c_str());
  for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
    icu::UnicodeString name;
    std::string utf8;
    icu::Locale("", *code).getDisplayCountry(in, name).toUTF8String(utf8);
    names->second.insert(letters_of(utf8));
  }
  return names->second;
}

}  // namespace

std::u16string letters_of(std::string_view text) {
  ScannedText scanned;
  scanned.add(text);
  return scanned.letters();
}

std::vector<std::string> parted(std::string_view text, const std::vector<std::string_view>& separators) {
  std::vector<std::string> parts(1);
  while (!text.empty()) {
    const auto found = std::ranges::find_if(separators, [&](auto each) { return text.starts_with(each); });
    if (found != separators.end()) {
      parts.emplace_back();
      text.remove_prefix(found->size());
    } else {
      parts.back() += text.front();
      text.remove_prefix(1);
    }
  }
  for (std::string& part : parts) {
    part.erase(0, std::min(part.find_first_not_of(" \t\r\n"), part.size()));
    part.resize(part.find_last_not_of(" \t\r\n") + 1);
  }
  std::erase(parts, "");
  return parts;
}

void KnownPlaces::add(const model::Case& c) {
  const auto add_language = [this](const std::string& tag) {
    if (std::ranges::find(languages_, tag) == languages_.end()) languages_.push_back(tag);
  };
  // As the country itself is named there: the speakers that its code makes likely.
  const auto add_country = [&](const std::string& country) {
    if (country.empty()) return;
    UErrorCode status = U_ZERO_ERROR;
    icu::Locale likely(("und_" + country).c_str());
    likely.addLikelySubtags(status);
    if (U_SUCCESS(status)) add_language(likely.getLanguage());
  };
  add_language(model::LanguageTag().text());  // of the software itself
  for (const auto& language : c.family.languages) add_language(language.text());
  for (const model::Document& letter : c.documents) {
    add_language(letter.language.text());
  }
  add_country(c.patient.country);
  for (const model::Hospital& hospital : c.hospitals) {
    add_country(hospital.country);
    for (const std::string* name : {&hospital.city, &hospital.name}) {
      places_.push_back(letters_of(*name));
      for (const std::string& part : parted(*name, k_separators)) places_.push_back(letters_of(part));
    }
  }
}

bool KnownPlaces::hold(std::string_view text) const {
  if (holds_part(text)) return true;
  const auto parts = parted(text, k_separators);
  return parts.size() > 1 &&
         std::ranges::all_of(parts, [this](const std::string& each) { return holds_part(each); });
}

bool KnownPlaces::holds_part(std::string_view part) const {
  const std::u16string letters = letters_of(part);
  if (letters.empty() || std::ranges::find(places_, letters) != places_.end()) return true;
  const bool has_digit = std::ranges::any_of(letters, [](char16_t c) { return c >= u'0' && c <= u'9'; });
  if (has_digit || letters.size() > k_longest_country) return false;
  return std::ranges::any_of(
      languages_, [&](const std::string& language) { return countries_in(language).contains(letters); });
}

}  // namespace generator::job

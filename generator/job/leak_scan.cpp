#include "generator/job/leak_scan.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "generator/job/word_edges.h"

namespace generator::job {
namespace {

constexpr std::size_t k_shortest = 4;     // letters and digits; less than that is found everywhere,
constexpr std::size_t k_fewest = 2;       // but for ideographs, and syllables of Japanese from three on
constexpr std::size_t k_parted_name = 6;  // letters from which on a word may be parted in another way
constexpr std::size_t k_code = 5;         // letters and digits of one that may be parted between the two
constexpr std::size_t k_long = 7;         // from here on any separators may stand within
constexpr std::size_t k_telephone = 7;    // digits of a number within its network
constexpr std::size_t k_subscriber = 9;   // digits that are left without country code and trunk prefix
constexpr std::uint8_t k_widest_gap = 3;  // characters between two of a number's digits

bool is_digit(char16_t unit) {
  return unit >= u'0' && unit <= u'9';
}

bool has_digit(const std::u16string& letters) {
  return std::ranges::any_of(letters, is_digit);
}

bool all_digits(const std::u16string& letters) {
  return std::ranges::all_of(letters, is_digit);
}

ScannedText scanned(std::string_view value) {
  ScannedText text;
  text.add(value);
  return text;
}

char16_t letter_of(const ScannedText::Unit& unit) {
  return unit.letter;
}

/// Of ideographs, or of three syllables of Japanese, a name has no more letters than this, and they are
/// seldom anything else. Thai and its kin write a syllable with so many.
bool is_short_name(const ScannedUnits& units) {
  if (units.size() < k_fewest || units.size() >= k_shortest) return false;
  if (std::ranges::all_of(units, is_ideograph, letter_of)) return true;
  return units.size() > k_fewest && std::ranges::all_of(units, is_japanese, letter_of);
}

/// The hash of the last k_shortest units of a text, from that of those before and the next unit: an older
/// unit has been shifted out.
std::uint16_t rolled(std::uint16_t hash, char16_t unit) {
  static_assert(k_shortest * 4 == 16);
  return static_cast<std::uint16_t>(hash << 4 ^ unit);
}

std::vector<std::string> words_of(const std::string& text) {
  return parted(text, {" ", "\t", "\n", "\u00A0", "\u3000"});
}

/// The telephone number in a text, without the words beside it ("WhatsApp +964 ..."); "" if it holds none.
std::string telephone_in(const std::string& value) {
  std::string number;
  bool has_words = false;
  for (const std::string& word : words_of(value)) {
    const std::u16string units = letters_of(word);
    if (all_digits(units)) {
      number += word + " ";
    } else {
      has_words = true;
    }
  }
  if (has_words && number.find('+') == std::string::npos) return {};
  return letters_of(number).size() >= k_telephone ? number : std::string();
}

bool names_an_address(std::string_view kind) {
  std::string lower;
  for (const char c : kind) lower += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const std::string_view word :
       {"addr", "adress", "adres", "street", "home", "residence", "postal", "mailing"}) {
    if (lower.find(word) != std::string::npos)
      return lower.find("mail") == std::string::npos || word == "mailing";
  }
  return false;
}

const std::vector<std::string_view> k_address_separators = {",", ";", "\n", "،", "、", "，", "；", "|"};
/// Chinese addresses run from the province to the door without a comma.
const std::vector<std::string_view> k_district_ends = {"省", "市", "区", "區",  "县",
                                                       "縣", "镇", "鎮", "街道"};

}  // namespace

LeakScan::LeakScan(const model::Case& c, const model::Case* earlier) {
  add(c, "");
  if (earlier != nullptr) add(*earlier, " of the earlier revision");
}

void LeakScan::add(const model::Case& c, std::string_view of) {
  places_.add(c);
  for (std::size_t i = 0; i < c.patient.identifiers.size(); ++i) {
    if (!values_.insert(c.patient.identifiers[i]).second) continue;
    secrets_.push_back({fmt::format("patient.identifiers[{}]{}", i, of), "an identifier"});
    add_identifier(c.patient.identifiers[i], secrets_.size() - 1);
  }
  for (const model::Contact& contact : c.patient.contact) {
    if (!values_.insert(contact.value).second) continue;
    const bool is_mail = contact.value.find('@') != std::string::npos;
    const bool is_telephone = !is_mail && !telephone_in(contact.value).empty();
    const std::u16string units = letters_of(contact.value);
    const bool is_address = !is_mail && !is_telephone &&
                            (names_an_address(contact.kind) || (has_digit(units) && !all_digits(units)));
    secrets_.push_back(
        {fmt::format("patient.contact.{}{}", contact.kind, of), is_mail        ? "an e-mail address"
                                                                : is_telephone ? "a telephone number"
                                                                : is_address   ? "an address (or part of it)"
                                                                               : "a contact"});
    add_contact(contact.value, is_address, secrets_.size() - 1);
  }
}

void LeakScan::add_identifier(const std::string& value, std::size_t secret) {
  add_pattern(value, secret);
  const std::u16string units = letters_of(value);
  if (has_digit(units) && !all_digits(units)) {  // "IQ-1988..." without its letters
    Pattern digits{.secret = secret, .units = {}};
    for (const char16_t unit : units) {
      if (is_digit(unit)) digits.units.push_back({unit, 0});
    }
    if (digits.units.size() >= k_long) add_pattern(std::move(digits));
  }
  // A name, the family's part first or last.
  const auto words = words_of(value);
  if (!has_digit(units) && words.size() > 1 && words.size() <= 4) {
    for (std::size_t first = 1; first < words.size(); ++first) {
      std::string turned;
      for (std::size_t i = 0; i < words.size(); ++i) turned += words[(first + i) % words.size()] + " ";
      add_pattern(turned, secret);
    }
  }
}

void LeakScan::add_contact(const std::string& value, bool is_address, std::size_t secret) {
  if (value.find('@') == std::string::npos && places_.hold(value)) return;
  add_pattern(value, secret);
  if (is_address) {
    add_address(value, secret);
    return;
  }
  for (const std::string& part : parted(value, {";", ",", "\n", "|", "/"})) {
    if (const std::string number = telephone_in(part); !number.empty()) {
      add_telephone(number, secret);
    } else if (part.find('@') != std::string::npos) {
      for (const std::string& word : words_of(part)) {
        if (word.find('@') != std::string::npos) add_pattern(word, secret);
      }
    }
  }
}

void LeakScan::add_address(const std::string& value, std::size_t secret) {
  bool first = true;
  for (const std::string& part : parted(value, k_address_separators)) {
    const auto words = words_of(part);
    const std::u16string units = letters_of(part);
    // A city or a country may stand in a report; a street or a number of a house may not.
    const bool numbered = has_digit(units) && !all_digits(units);
    if (units.size() >= k_long && (numbered || (first && words.size() > 1)) && !places_.hold(part))
      add_pattern(part, secret);
    if (numbered && words.size() > 2) {  // the street without the number
      std::string street;
      std::size_t count = 0;
      for (const std::string& word : words) {
        if (has_digit(letters_of(word))) continue;
        street += word + " ";
        ++count;
      }
      const std::u16string bare = letters_of(street);
      if (count > 1 && bare.size() > k_long && !places_.hold(street)) add_pattern(street, secret);
    }
    if (words.size() == 1) {
      for (const std::string& district : parted(part, k_district_ends)) {
        const std::u16string place = letters_of(district);
        if (place.size() >= k_shortest && place != units && has_digit(place) && !all_digits(place))
          add_pattern(district, secret);
      }
    }
    first = false;
  }
}

void LeakScan::add_telephone(const std::string& value, std::size_t secret) {
  const std::u16string digits = letters_of(value);
  const bool is_long = digits.size() > k_subscriber;
  Pattern pattern{.secret = secret, .units = {}, .open_start = is_long};
  for (std::size_t i = is_long ? digits.size() - k_subscriber : 0; i < digits.size(); ++i)
    pattern.units.push_back({digits[i], 0});
  add_pattern(std::move(pattern));
}

void LeakScan::add_pattern(std::string_view value, std::size_t secret) {
  add_pattern({.secret = secret, .units = scanned(value).units()});
  for (const std::string& form : other_han_forms(value))
    add_pattern({.secret = secret, .units = scanned(form).units()});
}

void LeakScan::add_pattern(Pattern pattern) {
  if (is_short_name(pattern.units)) {
    beginnings_of_two_.set(rolled(rolled(0, pattern.units[0].letter), pattern.units[1].letter));
    short_names_.push_back(std::move(pattern));
    return;
  }
  if (pattern.units.size() < k_shortest) return;
  std::uint16_t hash = 0;
  for (std::size_t i = 0; i < k_shortest; ++i) hash = rolled(hash, pattern.units[i].letter);
  beginnings_.set(hash);
  patterns_.push_back(std::move(pattern));
}

bool LeakScan::matches(const Pattern& pattern, const ScannedText& text, std::size_t at) const {
  const auto& units = text.units();
  const std::size_t end = at + pattern.units.size();
  const bool is_short = pattern.units.size() < k_long;
  const bool may_part =
      pattern.units.size() >= k_parted_name && std::ranges::none_of(pattern.units, is_digit, letter_of);
  for (std::size_t i = 0; i < pattern.units.size(); ++i) {
    const ScannedText::Unit& unit = units[at + i];
    if (unit.letter != pattern.units[i].letter) return false;
    if (i == 0) continue;
    if (unit.gap > k_widest_gap) return false;
    if (!is_short || may_part || (unit.gap > 0) == (pattern.units[i].gap > 0)) continue;
    const char16_t before = units[at + i - 1].letter;
    const bool is_close = is_written_close(before) && is_written_close(unit.letter);
    const bool parts_code =
        pattern.units.size() >= k_code && is_digit(before) != is_digit(unit.letter);  // "N 12345"
    if (!is_close && !parts_code) return false;
  }
  if (is_short) return begins_word(units, at) && ends_word(units, at, end);
  // A number is not found inside of a longer one.
  const bool joined_before = at > 0 && units[at].gap == 0;
  const bool joined_after = end < units.size() && units[end].gap == 0;
  if (joined_after && is_digit(units[end - 1].letter) && is_digit(units[end].letter)) return false;
  return pattern.open_start ||
         !(joined_before && is_digit(units[at].letter) && is_digit(units[at - 1].letter));
}

bool LeakScan::is_short_name_at(const Pattern& pattern, const ScannedText& text, std::size_t at) const {
  if (!matches(pattern, text, at)) return false;
  const auto& units = text.units();
  const std::size_t end = at + pattern.units.size();
  if (pattern.units.size() > k_fewest && std::ranges::all_of(pattern.units, is_ideograph, letter_of))
    return true;
  for (std::size_t i = at + 1; i < end; ++i) {
    // Spaced out, as short names are in forms, it has to stand by itself: marks part other words, too.
    if (units[i].gap > 0)
      return (units[at].gap > 0 || at == 0) && (end == units.size() || units[end].gap > 0);
  }
  return !is_within_other_words(units, at, end);
}

std::vector<Leak> LeakScan::find(const ScannedText& text) const {
  std::vector<Leak> leaks;
  if (patterns_.empty() && short_names_.empty()) return leaks;
  std::vector<bool> found(secrets_.size());
  const auto& units = text.units();
  const auto try_at = [&](std::size_t at, const std::vector<Pattern>& patterns, auto holds) {
    for (const Pattern& pattern : patterns) {
      if (found[pattern.secret] || at + pattern.units.size() > units.size()) continue;
      if (!(this->*holds)(pattern, text, at)) continue;
      found[pattern.secret] = true;
      const Secret& secret = secrets_[pattern.secret];
      leaks.push_back({.path = secret.path, .kind = secret.kind, .line = text.line_of(at)});
    }
  };
  std::uint16_t hash = 0;
  for (std::size_t last = 0; last < units.size(); ++last) {
    hash = rolled(hash, units[last].letter);
    if (last + 1 >= k_shortest && beginnings_.test(hash))
      try_at(last + 1 - k_shortest, patterns_, &LeakScan::matches);
    if (last == 0 || short_names_.empty()) continue;
    if (beginnings_of_two_.test(rolled(rolled(0, units[last - 1].letter), units[last].letter)))
      try_at(last - 1, short_names_, &LeakScan::is_short_name_at);
  }
  return leaks;
}

base::Diagnostics LeakScan::find_sources(const base::JsonDocument& file, const model::Case& c) const {
  base::Diagnostics notes;
  const auto note = [&notes](base::Place place, const Leak& leak) {
    notes.push_back(
        {.code = "leak-source",
         .place = std::move(place),
         .what = fmt::format("here stands {} of the patient, which is in {}", leak.kind, leak.path),
         .why = "",
         .remedy = "write it without",
         .severity = base::Severity::note});
  };
  const auto visit = [&](const auto& self, const base::JsonNode& node, const std::string& path) -> void {
    if (path == "patient.identifiers" || path == "patient.contact") return;
    if (node.kind == base::JsonKind::string || node.kind == base::JsonKind::number) {
      for (const Leak& leak : find(scanned(node.text))) {
        note(file.place(node), leak);
      }
    }
    for (const base::JsonNode& item : node.items) self(self, item, path + "[]");
    for (const base::JsonMember& member : node.members)
      self(self, member.value, path.empty() ? member.name : path + "." + member.name);
  };
  visit(visit, file.root(), "");
  for (const model::Document& letter : c.documents) {
    if (!letter.text || letter.file.empty()) continue;
    for (const Leak& leak : find(scanned(*letter.text))) note({.file = letter.file}, leak);
  }
  return notes;
}

base::Diagnostics LeakScan::unsearched(const base::JsonDocument& file) const {
  base::Diagnostics found;
  const base::JsonNode* patient = file.root().find("patient");
  const base::JsonNode* identifiers = patient == nullptr ? nullptr : patient->find("identifiers");
  if (identifiers == nullptr) return found;
  for (const base::JsonNode& identifier : identifiers->items) {
    if (!find(scanned(identifier.text)).empty()) continue;
    found.push_back({.code = "identifier-short",
                     .place = file.place(identifier),
                     .what = "this identifier is too short to be looked for in reports",
                     .why = "so few letters stand in other words, too, and would refuse every report",
                     .remedy = "write the whole name or number, as letters would have it",
                     .severity = base::Severity::warning});
  }
  return found;
}

base::Diagnostics refuse_leaks(const std::vector<Leak>& leaks, std::string_view output,
                               const std::vector<base::Place>& places) {
  base::Diagnostics refusals;
  for (std::size_t i = 0; i < leaks.size(); ++i) {
    std::string why = "identifiers and contacts never leave a case";
    if (i < places.size() && places[i].line != 0)
      why += fmt::format("; it stands in what {}:{} writes", places[i].file, places[i].line);
    refusals.push_back({.code = "leak",
                        .place = {},
                        .what = fmt::format("{} would show {} of the patient, which is in {}", output,
                                            leaks[i].kind, leaks[i].path),
                        .why = std::move(why),
                        .remedy = "take it out of the text that holds it; nothing was written"});
  }
  return refusals;
}

}  // namespace generator::job

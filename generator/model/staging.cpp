#include "generator/model/staging.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <regex>
#include <vector>

namespace generator::model {
namespace {

struct System {
  std::string_view name;  ///< without hyphens and spaces
  std::string_view topic;
};
/// The longest first, for R-ISS holds ISS.
constexpr System k_systems[] = {
    {"R2ISS", "R2-ISS"},        {"RISS", "R-ISS"}, {"ISS", "ISS"},          {"BCLC", "BCLC"},
    {"CNLC", "CNLC"},           {"FIGO", "FIGO"},  {"LUGANO", "ANN ARBOR"}, {"ANNARBOR", "ANN ARBOR"},
    {"COTSWOLDS", "ANN ARBOR"}, {"TNM", "TNM"},    {"AJCC", "TNM"},         {"UICC", "TNM"}};

/// How far a stage IV goes by its metastases. `code` is how the disease's code begins.
struct Spread {
  std::string_view code;
  std::string_view category;  ///< M, as far as it decides; the longest first
  std::string_view group;
};
constexpr Spread k_spreads[] = {
    {"C18", "1A", "4A"}, {"C18", "1B", "4B"}, {"C18", "1C", "4C"}, {"C18", "1", "4"},   {"C19", "1A", "4A"},
    {"C19", "1B", "4B"}, {"C19", "1C", "4C"}, {"C19", "1", "4"},   {"C20", "1A", "4A"}, {"C20", "1B", "4B"},
    {"C20", "1C", "4C"}, {"C20", "1", "4"},   {"C34", "1A", "4A"}, {"C34", "1B", "4A"}, {"C34", "1C", "4B"},
    {"C34", "1", "4"},   {"C50", "1", "4"},   {"C16", "1", "4"},   {"C25", "1", "4"},   {"C43", "1", "4"}};

std::string without_spaces(std::string_view folded) {
  std::string result;
  for (const char c : folded) {
    if (c != ' ' && c != '-' && c != '.' && c != '/') result += c;
  }
  return result;
}

/// 1 to 4 of roman or other digits at a word's beginning, and how long they are; nullopt if there are none.
std::optional<std::pair<char, std::size_t>> number_at(std::string_view word) {
  constexpr std::pair<std::string_view, char> k_roman[] = {
      {"III", '3'}, {"II", '2'}, {"IV", '4'}, {"I", '1'}};
  for (const auto& [roman, number] : k_roman) {
    if (word.starts_with(roman)) return std::pair(number, roman.size());
  }
  if (!word.empty() && word.front() >= '0' && word.front() <= '4') return std::pair(word.front(), 1u);
  return std::nullopt;
}

/// "3B" of IIIB, 3B; "3A1" of IIIA1; nothing if the word is no group.
std::optional<std::string> group_in(std::string_view word) {
  const auto number = number_at(word);
  if (!number) return std::nullopt;
  const std::string_view rest = word.substr(number->second);
  const bool is_group = rest.empty() || (rest.size() <= 3 && rest.front() >= 'A' && rest.front() <= 'E' &&
                                         std::ranges::all_of(rest.substr(1), [](char c) {
                                           return (c >= '0' && c <= '9') || c == 'I' || c == 'V';
                                         }));
  if (!is_group) return std::nullopt;
  return number->first + std::string(rest);
}

/// The T, N and M of a text. What is before one of them holds until another prefix: pT4a N1 is pN1.
void add_categories(const std::string& folded, Facets& facets) {
  // In "T2cN0" written close, the letter between the two is taken for the prefix of the second.
  static const std::regex k_category(
      "([CPR]|Y[CP]?)?(T(?:IS|X|[0-4](?:MI|[ABDE]|C(?![TNM]))?[0-9]?)|N(?:X|[0-3](?:MI|[AB]|C(?![TNM]))?)|"
      "M(?:X|[01][A-D]?[0-9]?))");
  std::string prefix = "C";
  for (const std::string& word : notation_words(folded)) {
    // Written close, they are one word: T3N1M0. A word of which a part is something else is none of them.
    std::vector<std::smatch> found;
    std::size_t length = 0;
    for (auto at = std::sregex_iterator(word.begin(), word.end(), k_category); at != std::sregex_iterator();
         ++at) {
      found.push_back(*at);
      length += static_cast<std::size_t>(at->length());
    }
    if (length != word.size()) continue;
    for (const std::smatch& each : found) {
      if (each[1].matched) prefix = each[1].str();
      const std::string category = each[2].str();
      if (category[1] == 'X') continue;
      // Metastases are there or not, whoever looked; a T of the scan and one of the specimen may differ.
      const std::string name = category[0] == 'M' ? "M" : prefix + category[0];
      facets.emplace(name, Facet{{category.substr(1)}, FacetKind::refinable});
    }
  }
}

/// Whether the disease has spread far, and the group that follows from it, where that is known.
void add_spread(Facets& facets, std::string_view icd10) {
  const auto decides = [icd10](const Spread& spread) { return icd10.starts_with(spread.code); };
  if (std::ranges::none_of(k_spreads, decides)) return;
  const auto group = facets.find("group");
  const auto metastases = facets.find("M");
  if (metastases != facets.end()) {
    const std::string category = metastases->second.readings.front();
    facets.emplace("spread", Facet{{category.front() == '0' ? "no" : "yes"}, FacetKind::exact});
    const auto spread = std::ranges::find_if(
        k_spreads, [&](const Spread& each) { return decides(each) && category.starts_with(each.category); });
    if (group == facets.end() && spread != std::end(k_spreads))
      facets.emplace("group", Facet{{std::string(spread->group)}, FacetKind::refinable});
  } else if (group != facets.end()) {
    const std::string number = group->second.readings.front();
    facets.emplace("spread", Facet{{number.front() == '4' ? "yes" : "no"}, FacetKind::exact});
    // The other way round: of such a group there is one M.
    const auto one_of = [&](const Spread& each) { return decides(each) && each.group == number; };
    if (std::ranges::count_if(k_spreads, one_of) == 1) {
      const auto only = std::ranges::find_if(k_spreads, one_of);
      facets.emplace("M", Facet{{std::string(only->category)}, FacetKind::refinable});
    }
  }
}

void add_edition(const std::string& system, Facets& facets) {
  for (const std::string& word : notation_words(system)) {
    std::size_t digits = 0;
    while (digits < word.size() && word[digits] >= '0' && word[digits] <= '9') ++digits;
    if (digits == 1 && word[0] >= '5')
      facets.emplace("edition", Facet{{word.substr(0, 1)}, FacetKind::frame});
    if (digits == 4) facets.emplace("edition", Facet{{word.substr(0, 4)}, FacetKind::frame});
  }
}

/// Groups with the letters for symptoms and for growth outside of nodes, in any order: IIEB.
void add_lymphoma(const std::string& value, Facets& facets) {
  for (const std::string& word : notation_words(value)) {
    const auto number = number_at(word);
    if (!number || word.find_first_not_of("ABESX", number->second) != std::string::npos) continue;
    facets.emplace("group", Facet{{std::string(1, number->first)}, FacetKind::exact});
    const std::size_t letter = word.find_first_of("AB", number->second);
    if (letter != std::string::npos)
      facets.emplace("symptoms", Facet{{std::string(1, word[letter])}, FacetKind::exact});
    return;
  }
}

void add_group(const std::string& value, Facets& facets) {
  for (const std::string& word : notation_words(value)) {
    if (const auto group = group_in(word)) {
      facets.emplace("group", Facet{{*group}, FacetKind::refinable});
      return;
    }
  }
}

void add_letter(const std::string& value, Facets& facets) {
  for (const std::string& word : notation_words(value)) {
    const bool is_letter = word.size() <= 2 && (word[0] == '0' || (word[0] >= 'A' && word[0] <= 'D')) &&
                           (word.size() == 1 || (word[1] >= '1' && word[1] <= '4'));
    if (!is_letter) continue;
    facets.emplace("group", Facet{{word}, FacetKind::refinable});
    return;
  }
}

}  // namespace

std::string staging_topic(const Stage& stage) {
  const std::string system = fold_notation(stage.system);
  // Of a system that is left out, the value may tell the name.
  const std::string name = without_spaces(system.empty() ? fold_notation(stage.value) : system);
  for (const System& each : k_systems) {
    if (name.find(each.name) != std::string::npos) return std::string(each.topic);
  }
  Facets categories;
  if (system.empty()) add_categories(fold_notation(stage.value), categories);
  return categories.empty() ? without_spaces(system) : "TNM";
}

Facets staging_facets(const Stage& stage, std::string_view icd10) {
  const std::string topic = staging_topic(stage);
  const std::string value = fold_notation(stage.value);
  Facets facets;
  if (topic == "TNM") {
    add_categories(value, facets);
    add_group(value, facets);
    add_spread(facets, icd10);
  } else if (topic == "ANN ARBOR") {
    add_lymphoma(value, facets);
  } else if (topic == "BCLC") {
    add_letter(value, facets);
  } else if (topic == "FIGO" || topic == "CNLC" || topic.ends_with("ISS")) {
    add_group(value, facets);
  }
  if (facets.empty()) {
    const std::string text = without_spaces(value);
    if (!text.empty()) facets.emplace("text", Facet{{text}, FacetKind::exact});
  }
  if (!facets.empty() && (topic == "TNM" || topic == "FIGO"))
    add_edition(fold_notation(stage.system), facets);
  return facets;
}

Likeness compare_stages(const Stage& a, const Stage& b, std::string_view icd10) {
  if (staging_topic(a) != staging_topic(b)) return Likeness::not_comparable;
  const Facets of_a = staging_facets(a, icd10);
  const Facets of_b = staging_facets(b, icd10);
  const Likeness likeness = compare(of_a, of_b);
  // Of a group both are members, whichever of the categories they name.
  const auto group_a = of_a.find("group");
  const auto group_b = of_b.find("group");
  const bool is_one_group = staging_topic(a) == "TNM" && group_a != of_a.end() && group_b != of_b.end() &&
                            group_a->second == group_b->second;
  return likeness == Likeness::compatible && is_one_group ? Likeness::same : likeness;
}

std::string_view icd10_of(const Diagnosis& diagnosis) {
  const std::string system = without_spaces(fold_notation(diagnosis.code_system));
  return system.starts_with("ICD10") ? std::string_view(diagnosis.code) : std::string_view();
}

}  // namespace generator::model

#include "generator/model/marker_results.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <regex>
#include <set>
#include <vector>

#include "generator/model/figures.h"
#include "generator/model/names.h"

namespace generator::model {
namespace {

using Said = std::set<std::string_view>;

constexpr std::string_view k_her2 = "HER2";
constexpr std::string_view k_mmr = "MMR";
constexpr std::string_view k_pdl1 = "PDL1";
constexpr const char* k_day = "day";

struct Alias {
  std::string_view spelling;  ///< without spaces, hyphens and the like
  std::string_view topic;
};
constexpr Alias k_aliases[] = {{"ERALPHA", "ER"}, {"PGR", "PR"},   {"MIB1", "KI67"}, {"CERBB2", "HER2"},
                               {"ERBB2", "HER2"}, {"DMMR", "MMR"}, {"PMMR", "MMR"},  {"MSS", "MMR"}};

/// Of these, what stands behind the name is about the test ("KRAS mutation status").
constexpr std::string_view k_genes[] = {
    "KRAS", "NRAS",  "HRAS",  "BRAF",  "EGFR", "ALK",  "ROS1", "MET",  "RET",    "TP53",   "IDH1",
    "IDH2", "FGFR2", "FGFR3", "KIT",   "JAK2", "FLT3", "NPM1", "MGMT", "PIK3CA", "PDGFRA", "ESR1",
    "POLE", "PALB2", "HER2",  "ERBB2", "PDL1", "KI67", "MSI",  "MMR",  "ER",     "PR",     "PGR"};

struct Unit {
  std::string_view name;  ///< folded; the longest first where one begins another
  std::string_view kind;
  std::string_view factor;
};
constexpr Unit k_units[] = {
    {"NG/ML", "ng/ml", "1"},       {"UG/L", "ng/ml", "1"},       {"MCG/L", "ng/ml", "1"},
    {"UG/ML", "ng/ml", "1000"},    {"MCG/ML", "ng/ml", "1000"},  {"MG/L", "ng/ml", "1000"},
    {"MG/DL", "ng/ml", "10000"},   {"NG/DL", "ng/ml", "0.01"},   {"G/L", "ng/ml", "1000000"},
    {"G/DL", "ng/ml", "10000000"}, {"PG/ML", "ng/ml", "0.001"},  {"NG/L", "ng/ml", "0.001"},
    {"MIU/ML", "u/ml", "0.001"},   {"MU/ML", "u/ml", "0.001"},   {"IU/ML", "u/ml", "1"},
    {"U/ML", "u/ml", "1"},         {"KIU/L", "u/ml", "1"},       {"KU/L", "u/ml", "1"},
    {"IU/L", "u/ml", "0.001"},     {"U/L", "u/ml", "0.001"},     {"NMOL/L", "nmol/l", "1"},
    {"PMOL/L", "nmol/l", "0.001"}, {"UMOL/L", "nmol/l", "1000"}, {"MMOL/L", "nmol/l", "1000000"}};

constexpr std::pair<std::string_view, char> k_amino_acids[] = {
    {"ALA", 'A'}, {"ARG", 'R'}, {"ASN", 'N'}, {"ASP", 'D'}, {"CYS", 'C'}, {"GLN", 'Q'}, {"GLU", 'E'},
    {"GLY", 'G'}, {"HIS", 'H'}, {"ILE", 'I'}, {"LEU", 'L'}, {"LYS", 'K'}, {"MET", 'M'}, {"PHE", 'F'},
    {"PRO", 'P'}, {"SER", 'S'}, {"THR", 'T'}, {"TRP", 'W'}, {"TYR", 'Y'}, {"VAL", 'V'}, {"TER", 'X'}};

std::string without_signs(std::string_view folded) {
  std::string result;
  for (const char c : folded) {
    if (std::string_view(" -/_.,:()[]").find(c) == std::string_view::npos) result += c;
  }
  return result;
}

bool is_ish(std::string_view word) {
  constexpr std::string_view k_ish[] = {"ISH", "FISH", "CISH", "SISH", "DISH", "DDISH"};
  return std::ranges::find(k_ish, word) != std::end(k_ish);
}

bool has(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

Said said_in(const std::string& text, const ResultWords& words) {
  Said said;
  for (const SaidPhrase& phrase : words.find(base::plain_words(text))) said.insert(phrase.name);
  return said;
}

/// One letter, place, one letter, as "G12D" of p.Gly12Asp; nothing of what is no change of a protein.
std::optional<std::string> variant_of(const std::string& word) {
  static const std::regex k_variant("([A-Z]|[A-Z]{3})([0-9]{2,4})([A-Z]|[A-Z]{3}|FS[0-9X]*)");
  std::smatch found;
  if (!std::regex_match(word, found, k_variant)) return std::nullopt;
  const auto letter_of = [](const std::string& name) -> char {
    for (const auto& [of_three, letter] : k_amino_acids) {
      if (name == of_three || (name.size() == 1 && name.front() == letter)) return letter;
    }
    return '\0';
  };
  const char from = letter_of(found[1].str());
  const std::string last = found[3].str();
  const char to = letter_of(last);
  if (from == '\0' || (to == '\0' && !last.starts_with("FS"))) return std::nullopt;
  return std::string(1, from) + found[2].str() + (to != '\0' ? std::string(1, to) : "FS");
}

std::vector<std::string> variants_in(const std::string& folded) {
  std::vector<std::string> variants;
  for (const std::string& word : notation_words(folded)) {
    if (auto variant = variant_of(word)) variants.push_back(std::move(*variant));
  }
  return variants;
}

bool is_gene(std::string_view word) {
  return std::ranges::find(k_genes, word) != std::end(k_genes);
}

/// The marker's own name, whatever was tested of it and by which method.
std::string name_of_marker(const std::string& folded) {
  const std::vector<std::string> words = notation_words(folded);
  std::string name = without_signs(folded);
  // "ER/PR" and "BRCA1/2" are two.
  const bool is_pair = words.size() > 1 && is_gene(words.front()) && is_gene(words[1]);
  const auto names_it = [&](std::string_view gene) {
    if (is_pair || !name.starts_with(gene)) return false;
    if (name == gene || words.front() == gene) return true;
    // Behind a short name another letter makes another name: "ERG"; behind a long one, a digit.
    return gene.size() >= 4 && (name[gene.size()] < '0' || name[gene.size()] > '9');
  };
  if (const auto gene = std::ranges::find_if(k_genes, names_it); gene != std::end(k_genes)) name = *gene;
  for (const Alias& alias : k_aliases) {
    if (name == alias.spelling) name = alias.topic;
  }
  return name == "MSI" ? std::string(k_mmr) : name;
}

/// A bound ("<5") is another thing than the figure.
std::string bound_before(std::string_view text, std::size_t at) {
  while (at > 0 && text[at - 1] == ' ') --at;
  if (at > 0 && (text[at - 1] == '<' || text[at - 1] == '>')) return std::string(1, text[at - 1]);
  if (at >= 3 && text.substr(at - 3, 3) == "\u2264") return "<=";
  if (at >= 3 && text.substr(at - 3, 3) == "\u2265") return ">=";
  return at > 0 && text[at - 1] == '=' && at > 1 ? std::string(text.substr(at - 2, 2)) : std::string();
}

std::vector<std::string> readings_of(const Figure& figure, const Decimal& factor) {
  std::vector<std::string> readings;
  for (const Decimal& value : figure.values) {
    const Decimal amount = value * factor;
    readings.push_back(amount.rounded(amount.significant_places()).to_string());
  }
  return readings;
}

struct Measured {
  std::string name;
  Facet facet;
};

/// An amount in the blood: a figure with its unit, and nothing else.
std::optional<Measured> measured(const std::string& folded) {
  const std::vector<Figure> figures = figures_in(folded);
  if (figures.size() != 1 || figures.front().is_percent) return std::nullopt;
  const Figure& figure = figures.front();
  if (folded.substr(0, figure.begin).find_first_not_of("<>= \u2264\u2265~") != std::string::npos)
    return std::nullopt;
  const std::string rest = without_signs(std::string_view(folded).substr(figure.end));
  const std::string bound = bound_before(folded, figure.begin);
  for (const Unit& unit : k_units) {
    if (rest != without_signs(unit.name)) continue;
    return Measured{"amount " + std::string(unit.kind) + bound,
                    {readings_of(figure, *Decimal::parse(unit.factor)), FacetKind::exact}};
  }
  // A unit that is not known is one all the same; a sign with a figure ("2+", "1:40") is none.
  if (rest.find_first_of("+=<>") != std::string::npos) return std::nullopt;
  return Measured{"amount " + rest + bound, {readings_of(figure, 1), FacetKind::exact}};
}

void add(Facets& facets, std::string name, std::string reading) {
  facets.emplace(std::move(name), Facet{{std::move(reading)}, FacetKind::exact});
}

/// Positive, negative; nothing if the words say neither, or both.
std::optional<std::string> status_of(const std::string& folded, const Said& said) {
  const std::vector<std::string> words = notation_words(folded);
  const std::string signs = without_signs(folded);
  const bool positive = said.contains("positive") || has(words, "MUT") || signs == "+";
  const bool negative = said.contains("negative") || has(words, "WT") || folded == "-" || folded == "(-)";
  if (positive == negative) return std::nullopt;
  return positive ? "positive" : "negative";
}

void add_percent(Facets& facets, const std::string& folded, bool is_receptor) {
  const std::vector<Figure> figures = figures_in(folded);
  const auto percent = std::ranges::find_if(figures, &Figure::is_percent);
  if (percent == figures.end()) return;
  std::string name = "percent" + bound_before(folded, percent->begin);
  const bool is_range =
      percent != figures.begin() &&
      folded.substr((percent - 1)->end, percent->begin - (percent - 1)->end).find_first_not_of("- ~") ==
          std::string::npos;
  Facet facet{readings_of(*percent, 1), FacetKind::exact};
  if (is_range) {
    name += " range";
    facet.readings = {readings_of(*(percent - 1), 1).front() + "-" + facet.readings.front()};
  }
  if (is_receptor && !is_range) {
    const bool is_none = percent->values.front() < 1 || (name == "percent<" && percent->values.front() == 1);
    add(facets, "status", is_none ? "negative" : "positive");
  }
  facets.emplace(std::move(name), std::move(facet));
}

std::optional<std::string> staining_of(const std::string& folded, bool is_by_name) {
  static const std::regex k_grade("(?:^|[^0-9.,])([0-3]) ?\\(? ?\\+");
  static const std::regex k_crosses("(?:^|[^0-9+ ])\\(?(\\+{2,3})(?:[^+]|$)");
  std::smatch found;
  if (std::regex_search(folded, found, k_grade)) return found[1].str();
  if (std::regex_search(folded, found, k_crosses)) return std::to_string(found[1].length());
  const std::vector<std::string> words = notation_words(folded);
  const bool is_alone = words.size() == 1 || is_by_name || has(words, "IHC");
  for (const std::string& word : words) {
    if (is_alone && word.size() == 1 && word[0] >= '0' && word[0] <= '3') return word;
  }
  return std::nullopt;
}

/// By staining (IHC) and by the gene's number (ISH); what both come to, where one value says it all.
void add_her2(Facets& facets, const std::string& name, const std::string& folded, const Said& said) {
  const std::vector<std::string> of_name = notation_words(name);
  const std::vector<std::string> words = notation_words(folded);
  const bool ish_by_name = std::ranges::any_of(of_name, is_ish);
  const bool ihc_by_name = has(of_name, "IHC");
  const bool has_ish = ish_by_name || std::ranges::any_of(words, is_ish);
  const auto ihc = ish_by_name ? std::nullopt : staining_of(folded, ihc_by_name);
  if (ihc) add(facets, "ihc", *ihc);
  auto status = said.contains("untested") ? std::nullopt : status_of(folded, said);
  static const std::regex k_sign("ISH ?\\(?([+-])");
  std::smatch sign;
  if (has_ish && !status && std::regex_search(folded, sign, k_sign))
    status = sign[1].str() == "+" ? "positive" : "negative";
  if (has_ish && status) add(facets, "ish", *status);
  if (ish_by_name || ihc_by_name) return;
  if (ihc == "3") add(facets, "status", "positive");
  if (ihc == "0" || ihc == "1") add(facets, "status", "negative");
  if (status && (!ihc || ihc == "2")) add(facets, "status", *status);
}

void add_mmr(Facets& facets, const std::string& name, const std::string& folded, const Said& said) {
  const std::vector<std::string> words = notation_words(folded);
  const std::string all = without_signs(folded);
  const auto holds = [&all](std::string_view part) { return all.find(part) != std::string::npos; };
  const bool is_msi = name.find("MSI") != std::string::npos || holds("MSI");
  const bool is_low = holds("MSIL") || (is_msi && (has(words, "L") || has(words, "LOW")));
  bool deficient = holds("MSIH") || holds("DMMR") || said.contains("unstable") ||
                   (is_msi && (has(words, "H") || has(words, "HIGH") || said.contains("positive")));
  bool proficient = is_low || has(words, "MSS") || holds("PMMR") || said.contains("stable");
  if (is_msi && said.contains("negative")) {
    deficient = false;
    proficient = true;
  }
  if (deficient == proficient) return;
  add(facets, "repair", deficient ? "deficient" : "proficient");
  if (is_low) add(facets, "level", "low");
}

/// Scores that are counted in cells: CPS 5, TPS 10 %.
void add_scores(Facets& facets, const std::string& name, const std::string& folded) {
  for (const std::string_view score : {"CPS", "TPS", "TC", "IC"}) {
    const bool by_name = has(notation_words(name), score);
    const std::size_t at = folded.find(score);
    if (!by_name && (at == std::string::npos || !has(notation_words(folded), score))) continue;
    const std::size_t from = by_name ? 0 : at + score.size();
    const std::string rest = folded.substr(from);
    const std::vector<Figure> figures = figures_in(rest);
    if (figures.empty()) continue;
    facets.emplace(std::string(score) + bound_before(rest, figures.front().begin),
                   Facet{readings_of(figures.front(), 1), FacetKind::exact});
  }
}

void add_exon(Facets& facets, const std::string& folded) {
  static const std::regex k_exon("EX(?:ON)? ?-?([0-9]{1,2})|([0-9]{2}) ?DEL|DEL ?([0-9]{2})");
  std::smatch found;
  if (!std::regex_search(folded, found, k_exon)) return;
  for (std::size_t i = 1; i <= 3; ++i) {
    if (found[i].matched) add(facets, "exon", found[i].str());
  }
  for (const char* change : {"DEL", "INS", "SKIP"}) {
    if (folded.find(change) != std::string::npos) add(facets, "change", change);
  }
}

void add_variants(Facets& facets, const std::string& name, const std::string& folded,
                  const std::optional<std::string>& status) {
  std::vector<std::string> variants = variants_in(folded);
  const std::vector<std::string> of_name = variants_in(name);
  variants.insert(variants.end(), of_name.begin(), of_name.end());
  const bool is_absent = status == "negative";
  if (!is_absent) add_exon(facets, folded);
  // That one change is absent says nothing of the others.
  for (const std::string& variant : variants) add(facets, "has " + variant, is_absent ? "no" : "yes");
  if (variants.size() == 1 && !is_absent) add(facets, "variant", variants.front());
  const bool is_found = !is_absent && (!variants.empty() || facets.contains("exon"));
  if (is_found) {
    add(facets, "status", "positive");
  } else if (status && variants.empty()) {
    add(facets, "status", *status);
  }
}

}  // namespace

std::string marker_topic(const Marker& marker, const ResultWords& words) {
  const std::string name = fold_notation(marker.name);
  const std::string value = fold_notation(result_text(marker));
  std::string topic = name_of_marker(name);
  const bool is_measured = topic != k_her2 && topic != k_pdl1 && measured(value);
  if (marker.specimen) {
    // What is measured is so in the blood, what is looked for in the tissue, unless somebody says otherwise.
    const Specimen usual = is_measured ? Specimen::blood : Specimen::tissue;
    if (*marker.specimen == usual) return topic;
    const std::string specimen(name_of(*marker.specimen));
    return topic + " " + fold_notation(specimen);
  }
  if (is_measured) return topic;  // of blood all the same
  const auto is_free = [](const std::string& word) { return word == "CTDNA" || word == "CFDNA"; };
  const std::vector<std::string> all = notation_words(name + " " + value);
  if (std::ranges::any_of(all, is_free) ||
      said_in(marker.name + ", " + marker.value, words).contains("blood"))
    topic += " BLOOD";
  return topic;
}

Facets marker_facets(const Marker& marker, const ResultWords& words) {
  const std::string name = fold_notation(marker.name);
  const std::string topic = name_of_marker(name);
  const std::string value = fold_notation(result_text(marker));
  const Said said = said_in(marker.value, words);
  Facets facets;
  if (topic == k_her2) {
    add_her2(facets, name, value, said);
  } else if (said.contains("untested")) {
    return {};
  } else if (topic == k_mmr) {
    add_mmr(facets, name, value, said);
  } else if (const auto amount = measured(value); amount && topic != k_pdl1) {
    facets.emplace(amount->name, amount->facet);
    if (marker.date) facets.emplace(k_day, Facet{{marker.date->to_string()}, FacetKind::frame});
  } else {
    if (topic == k_pdl1) add_scores(facets, name, value);
    add_percent(facets, value, topic == "ER" || topic == "PR");
    add_variants(facets, name, value, status_of(value, said));
  }
  if (facets.empty() && !said.contains("untested")) {
    const std::string text = without_signs(value);
    if (!text.empty()) add(facets, "text", text);
  }
  return facets;
}

Likeness compare_markers(const Marker& a, const Marker& b, const ResultWords& words) {
  if (marker_topic(a, words) != marker_topic(b, words)) return Likeness::not_comparable;
  return compare(marker_facets(a, words), marker_facets(b, words));
}

bool replaces(const Marker& newer, const Marker& older, const ResultWords& words) {
  if (!older.date || !newer.date || !certainly_before(*older.date, *newer.date)) return false;
  if (marker_topic(older, words) != marker_topic(newer, words)) return false;
  Facets of_older = marker_facets(older, words);
  of_older.erase(k_day);
  return compare(of_older, marker_facets(newer, words)) != Likeness::not_comparable;
}

}  // namespace generator::model

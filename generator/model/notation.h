// What a value in the field's own notation says, part by part: "pT4a N1 M1c" is a T, an N and an M. Two
// values are compared by the parts that both of them name, so that other words for one thing are no
// contradiction, and neither is a value that says more than the other.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace generator::model {

enum class FacetKind {
  exact,
  refinable,  ///< a longer reading says more: "3" and "3B"
  frame,      ///< what the rest is said in: nothing compares across two editions
};

/// One part of a value. It has several readings where its figure can be read in several ways ("1,240").
struct Facet {
  std::vector<std::string> readings;
  FacetKind kind = FacetKind::exact;

  friend bool operator==(const Facet&, const Facet&) = default;
};

/// By name. Empty: the value says nothing that could be compared.
using Facets = std::map<std::string, Facet>;

enum class Likeness {
  not_comparable,  ///< no part in common, or another edition
  different,
  compatible,  ///< one says more than the other
  same,        ///< in other words, perhaps
};

Likeness compare(const Facets& a, const Facets& b);

/// All of it in one line, the same for values that are the same.
std::string line_of(const Facets& facets);

/// One spelling for notations: Unicode NFKC in capitals, digits of any script as 0 to 9, every dash as '-',
/// one space for any run of white space, nothing invisible; Cyrillic and Greek capitals that look Latin are
/// Latin. The sign for micro is "U".
std::string fold_notation(std::string_view text);

/// Runs of Latin letters and digits of a folded text.
std::vector<std::string> notation_words(std::string_view folded);

}  // namespace generator::model

// Places that a report names anyway: the hospitals' names and cities, and countries. An address that is no
// more than such a place gives nobody away.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/model/case.h"

namespace generator::job {

class KnownPlaces {
 public:
  /// Adds those of a case, and its languages, in which countries are named.
  void add(const model::Case& c);

  /// Whether the text, or each of its parts between commas and slashes, is such a place.
  bool hold(std::string_view text) const;

 private:
  bool holds_part(std::string_view part) const;

  std::vector<std::u16string> places_;
  std::vector<std::string> languages_;
};

/// Parts a text at any of the separators; what is left of each has no spaces at its ends.
std::vector<std::string> parted(std::string_view text, const std::vector<std::string_view>& separators);

/// The letters and digits of a text as a scan compares them.
std::u16string letters_of(std::string_view text);

}  // namespace generator::job

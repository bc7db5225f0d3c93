// The glossary of one report: of a locale's terms, those that its reader meets in it. A family with lung
// cancer is not told what a Gleason score is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/report/view_value.h"

namespace generator::report {

/// A word that families meet in letters, explained in plain words.
struct GlossaryTerm {
  std::string id;
  std::string term;
  std::string meaning;
  /// Words by which a text is known to use the term; none: every report has it. A word without capitals is
  /// found with capitals, too; one with capitals only as it is.
  std::vector<std::string> words;
};

/// Of `terms`, in their order, those without words and those with a word in any text of the view. Latin words
/// are found as whole words; Arabic ones behind their article or a joined preposition, too, and with any
/// ending; Chinese ones anywhere.
std::vector<const GlossaryTerm*> terms_in(const std::vector<GlossaryTerm>& terms,
                                          const ViewValue::Object& view);

}  // namespace generator::report

// How a language is set, on paper and on the page alike: locales/<tag>/typography.json as values
// (docs/adding-a-language.md). What a file leaves out is as Unicode's data or the house's own setting has it.
//
// Immutable; thread-safe.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/model/language.h"
#include "generator/model/words.h"

namespace generator::document {

/// Patterns of F. M. Liang's method: a file of libhyphen's, and the letters that stay together at a word's
/// ends.
struct HyphenPatterns {
  std::string file;
  int least_before = 2;
  int least_after = 2;
};

/// Declarations of the page's style sheet for the language's text in what `select` names; empty: all of it.
struct PageRule {
  std::string select;
  std::string set;
  friend bool operator==(const PageRule&, const PageRule&) = default;
};

/// Line heights are times the font size, spelt as in the file; empty where the page's own holds.
struct PageTypography {
  std::string fonts;  ///< the value of font-family
  std::string line_height;
  std::string heading_line_height;
  std::string print_line_height;
  std::string beside_line_height;          ///< where two languages stand side by side
  std::string beside_heading_line_height;  ///< likewise, of headings
  std::vector<PageRule> rules;
  std::vector<PageRule> print_rules;
};

struct LanguageTypography {
  model::LanguageTag language;
  std::optional<bool> slants;  ///< whether its letters slant; where they do not, bold ones give emphasis
  std::string digits;  ///< of lists and page numbers: a numbering system of CLDR, "arab"; empty: ICU's choice
  std::optional<HyphenPatterns> hyphens;
  std::optional<double> chart_line;  ///< from one line of a chart's words to the next, in points
  bool local_digits = false;         ///< the face's own forms of Arabic digits are its readers'
  PageTypography page;
};

class Typography {
 public:
  Typography() = default;
  /// `units` are of all languages: what stays on a line with its number.
  Typography(std::vector<LanguageTypography> languages, const model::Words& words);

  /// That of the language which a text with this tag is written in; nullptr if there is none.
  const LanguageTypography* of(const model::LanguageTag& language) const;
  std::span<const LanguageTypography> languages() const { return languages_; }

  using Units = std::vector<std::u16string>;
  const Units& behind_numbers() const { return behind_numbers_; }
  const Units& before_numbers() const { return before_numbers_; }
  const Units& written_close() const { return written_close_; }

 private:
  std::vector<LanguageTypography> languages_;  ///< sorted by tag
  std::vector<model::LanguageTag> tags_;       ///< beside them
  Units behind_numbers_, before_numbers_, written_close_;
};

/// Reads <folder>/<tag>/typography.json of every language that has one, strictly. Errors, each at its place
/// and of all languages: typography, json-*, and those of reading.
base::Result<std::vector<LanguageTypography>> load_typography(const std::filesystem::path& folder);

}  // namespace generator::document

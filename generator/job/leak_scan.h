// Looks for what must not leave a case: the patient's identifiers and contacts, however they are written. It
// reads what really goes out: HTML and JSON as bytes, and of a PDF the document that was set (its words,
// attributes, title and properties) and the attached bytes, before they are packed. docs/release.md says what
// counts as found.
//
// Immutable; any number of threads may scan with one.
#pragma once

#include <bitset>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/json.h"
#include "generator/job/known_places.h"
#include "generator/job/scanned_text.h"
#include "generator/model/case.h"

namespace generator::job {

/// What was found, said without its value.
struct Leak {
  std::string path;      ///< the field of the case that holds it: "patient.contact.phone"
  std::string kind;      ///< "a telephone number"
  std::size_t line = 0;  ///< of the text that holds it, as given to ScannedText::part
};

class LeakScan {
 public:
  /// For those of the case, and of an earlier revision of it, whose words a report may show, too. Neither
  /// need outlive it.
  explicit LeakScan(const model::Case& c, const model::Case* earlier = nullptr);

  /// The first place of each secret.
  std::vector<Leak> find(const ScannedText& text) const;

  /// Where the case itself holds a secret outside of the fields that are meant for it: one note each
  /// (leak-source). A letter that does is named as a whole.
  base::Diagnostics find_sources(const base::JsonDocument& file, const model::Case& c) const;

  /// Identifiers that are too short to be told from other words, so that nothing looks for them: a warning
  /// each (identifier-short), at its place in the file.
  base::Diagnostics unsearched(const base::JsonDocument& file) const;

 private:
  struct Secret {
    std::string path;
    std::string kind;
  };
  /// One way to write a secret.
  struct Pattern {
    std::size_t secret = 0;
    std::vector<ScannedText::Unit> units;
    bool open_start = false;  ///< more digits may stand before: a telephone number without its prefix
  };

  /// Those that it does not know yet; `of` is put after their paths.
  void add(const model::Case& c, std::string_view of);
  void add_identifier(const std::string& value, std::size_t secret);
  void add_contact(const std::string& value, bool is_address, std::size_t secret);
  void add_address(const std::string& value, std::size_t secret);
  void add_telephone(const std::string& value, std::size_t secret);
  void add_pattern(std::string_view value, std::size_t secret);
  void add_pattern(Pattern pattern);
  bool matches(const Pattern& pattern, const ScannedText& text, std::size_t at) const;
  /// The same of a name of two or three letters in a script without spaces.
  bool is_short_name_at(const Pattern& pattern, const ScannedText& text, std::size_t at) const;

  std::vector<Secret> secrets_;
  std::set<std::string, std::less<>> values_;  ///< of the secrets, as the case has them
  KnownPlaces places_;
  std::vector<Pattern> patterns_;
  std::vector<Pattern> short_names_;
  std::bitset<1 << 16> beginnings_;         ///< by the hash of a pattern's first units: whether there is one
  std::bitset<1 << 16> beginnings_of_two_;  ///< of short names, by their first two
};

/// The refusal of an output that holds them. `output` names it: "the report ... in en as html". `places`, if
/// not empty, says for each leak where its text was written.
base::Diagnostics refuse_leaks(const std::vector<Leak>& leaks, std::string_view output,
                               const std::vector<base::Place>& places = {});

}  // namespace generator::job

// The values that have a spelling of their own: dates, decimals, ids and codes. Each is a definition of the
// published schema; `holds` accepts exactly what its pattern does, and the words are for the one who
// mistyped.
#pragma once

#include <string_view>

namespace generator::ingest {

struct Spelling {
  std::string_view definition;  ///< in the schema
  std::string_view code;        ///< of the diagnostic
  std::string_view noun;        ///< "a date"
  std::string_view remedy;
  bool (*holds)(std::string_view text);
};

/// The spelling of that definition, or nullptr if it has none.
const Spelling* spelling_of(std::string_view definition);

}  // namespace generator::ingest

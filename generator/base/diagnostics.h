// What went wrong, said so that the person who can mend it can do so from the message alone.
//
// A Diagnostic names the place (file, line, column), what is wrong, why that matters, and what to do. A stage
// collects all the diagnostics it can find before it gives up, and returns them in a Result. Diagnostics hold
// no patient data beyond what stands in the user's own file: logs get the code and the place only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace generator::base {

/// A place in a user's file. Line and column count from 1; 0 means the file as a whole. Columns count code
/// points.
struct Place {
  std::string file;
  std::size_t line = 0;
  std::size_t column = 0;

  friend bool operator==(const Place&, const Place&) = default;
};

/// How bad it is: an error refuses the input, a warning lets it pass, a note explains the diagnostic before
/// it.
enum class Severity { error, warning, note };

/// Who can mend it; decides the exit status (docs/architecture.md).
enum class Fault {
  input,    ///< a file or request holds something wrong
  usage,    ///< the command line or the call is wrong
  machine,  ///< the machine lacks something: a font, a writable folder, a database
};

/// One finding. `code` is stable and kebab-case ("amount-low-above-high"); tests and programs compare it.
struct Diagnostic {
  std::string code;
  Place place;
  std::string what;    ///< what is wrong, one sentence without a full stop at the end
  std::string why;     ///< why it is refused; may be empty
  std::string remedy;  ///< what to do
  Severity severity = Severity::error;
  Fault fault = Fault::input;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

using Diagnostics = std::vector<Diagnostic>;

/// A value, or every reason why there is none.
template <typename T>
using Result = tl::expected<T, Diagnostics>;

/// The failing Result that holds one diagnostic.
tl::unexpected<Diagnostics> failure(Diagnostic diagnostic);

/// What the caller did wrong, not a file: no place, no why.
Diagnostic usage_fault(std::string code, std::string what, std::string remedy);

/// True if any of them refuses the input.
bool has_errors(const Diagnostics& diagnostics);

/// Moves `more` to the end of `diagnostics`.
void append(Diagnostics& diagnostics, Diagnostics more);

/// Sorts by file, line, column, keeping the order of those at one place.
void sort_by_place(Diagnostics& diagnostics);

/// `file:line:column: error: what; why; what to do [code]`, without a newline.
std::string to_text(const Diagnostic& diagnostic);

std::string_view to_string(Severity severity);

}  // namespace generator::base

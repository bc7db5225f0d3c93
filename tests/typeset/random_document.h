// Documents of the markup made from bytes: the same bytes, the same document. A property test draws the
// bytes, a fuzzer mutates them; once they are used up every choice is its first, so the document comes to an
// end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include "generator/document/theme.h"

namespace generator::typeset::test {

/// Choices taken from bytes.
class Choices {
 public:
  explicit Choices(std::span<const std::uint8_t> bytes) : bytes_(bytes) {}

  /// 0 up to, not including, `limit`, which is 1 to 256; 0 once the bytes are used up.
  std::size_t below(std::size_t limit);
  bool one_in(std::size_t n) { return below(n) + 1 == n; }
  bool used_up() const { return bytes_.empty(); }

 private:
  std::span<const std::uint8_t> bytes_;
};

/// A whole page of markup: every element, words of all scripts, hard cases of each. It is well formed, but
/// may be refused for what it holds (a character that no face has).
std::string random_markup(Choices& choices);

/// One table, with spans, groups of rows, empty cells and tables within its cells.
std::string random_table(Choices& choices);

/// The theme with one page size that its rules allow, for document::PageSize::a4.
document::Theme random_page(Choices& choices, document::Theme theme);

}  // namespace generator::typeset::test

// Bytes as the choices of a table (tests/typeset/random_document.h) and of the page it is set on: what must
// hold of all pages holds, and the file can be written.
#include <cstdint>

#include "tests/fuzz/fuzz_ground.h"
#include "tests/typeset/random_document.h"

using namespace generator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t k_most_bytes = 2000;
  if (size > k_most_bytes) return -1;
  typeset::test::Choices choices({data, size});
  const document::Theme theme = typeset::test::random_page(choices, fuzz::theme());
  fuzz::check_markup(typeset::test::random_table(choices), theme);
  return 0;
}

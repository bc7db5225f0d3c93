// Bytes as what an svg holds, or, after a first byte that is odd, as path data: read, drawn and written, or
// refused with a line.
#include <cstdint>

#include "generator/typeset/path_data.h"
#include "tests/fuzz/fuzz_ground.h"

using namespace generator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return -1;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  if (data[0] % 2 == 1) {
    typeset::parse_path_data(text);
    fuzz::check_markup(
        "<figure><svg viewBox=\"0 0 100 80\" aria-label=\"d\"><path d=\"" + text + "\"/></svg></figure>",
        fuzz::theme());
  } else {
    fuzz::check_markup("<figure><svg aria-label=\"d\" " + text + "</svg></figure>", fuzz::theme());
  }
  return 0;
}

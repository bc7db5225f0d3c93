// Any bytes as markup: never a crash, every finding a sentence at a line that is there.
#include <cstdint>

#include "tests/fuzz/fuzz_ground.h"

using namespace generator;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto document = document::read_markup(text, "fuzz.html", *model::LanguageTag::parse("en"));
  if (!document) fuzz::check_findings(document.error(), fuzz::lines_of(text));
  return 0;
}

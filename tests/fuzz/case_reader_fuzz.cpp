// Any bytes as a case: never a crash, every finding a sentence at a place that is there, and the two readers
// of the schema, valijson and the explainer, of one mind.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "generator/ingest/case_reader.h"
#include "generator/ingest/case_schema.h"
#include "generator/ingest/schema_explainer.h"

using namespace generator;

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const base::Diagnostics& findings, std::size_t lines) {
  for (const base::Diagnostic& finding : findings) {
    require(!finding.code.empty() && !finding.what.empty() && !finding.remedy.empty());
    require(finding.place.line <= lines);
    const std::string text = base::to_text(finding);
    require(std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto lines = static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
  const auto result = ingest::read_case(text, "case.json", ingest::Letters::only_inline);
  check(result ? result->warnings : result.error(), lines);
  require(base::has_errors(result ? result->warnings : result.error()) == !result);

  if (const auto document = base::JsonDocument::parse(text, "case.json")) {
    require(ingest::keeps_to_schema(document->root()) == ingest::explain_schema_faults(*document).empty());
  }
  return 0;
}

// What holds of all pages holds of random documents on random pages: they are set with every invariant
// holding and can be written as a PDF, or refused with the line that cannot be set.
#include <rapidcheck.h>

#include <cstdlib>
#include <sstream>

#include "generator/pdf/pdf_writer.h"
#include "tests/typeset/invariants.h"
#include "tests/typeset/layout_fixture.h"
#include "tests/typeset/random_document.h"

namespace generator::typeset {
namespace {

using Bytes = std::vector<std::uint8_t>;

void explain(const base::Diagnostics& found) {
  for (const base::Diagnostic& diagnostic : found) RC_LOG() << base::to_text(diagnostic) << '\n';
}

/// Sets the markup, asks all that must hold, and says whether it was set.
bool check_markup(const std::string& markup, const document::Theme& theme) {
  RC_LOG() << markup << '\n';
  const auto document = document::read_markup(markup, "random.html", *model::LanguageTag::parse("en"));
  if (!document) explain(document.error());
  RC_ASSERT(document.has_value());
  const auto pages = typeset(*document, theme, document::PageSize::a4, test::fonts());
  if (!pages) {
    explain(pages.error());
    RC_ASSERT(!pages.error().empty());
    for (const base::Diagnostic& diagnostic : pages.error()) RC_ASSERT(diagnostic.place.line > 0);
    return false;
  }
  const auto breaches = test::find_breaches(*document, *pages, theme, document::PageSize::a4);
  for (const std::string& breach : breaches) RC_LOG() << breach << '\n';
  RC_ASSERT(breaches.empty());
  const auto again = typeset(*document, theme, document::PageSize::a4, test::fonts());
  RC_ASSERT(again.has_value());
  RC_ASSERT(dump(*pages) == dump(*again));
  const auto file = pdf::write_pdf(*pages, {});
  if (!file) explain(file.error());
  RC_ASSERT(file.has_value());
  return true;
}

/// So many bytes that documents of some pages come of them.
rc::Gen<Bytes> any_bytes(int most) {
  constexpr int k_full_size = 100;
  const auto byte = rc::gen::map(rc::gen::resize(k_full_size, rc::gen::inRange(0, 256)),
                                 [](int value) { return static_cast<std::uint8_t>(value); });
  return rc::gen::resize(most, rc::gen::container<Bytes>(byte));
}

/// RC_PARAMS="seed=7 max_success=5000" tries others, and more of them.
rc::detail::TestParams parameters(int runs) {
  rc::detail::TestParams params = rc::detail::configuration().testParams;
  if (std::getenv("RC_PARAMS") != nullptr) return params;
  params.seed = 20261122;
  params.maxSuccess = runs;
  return params;
}

TEST_CASE("random documents are set with all invariants holding, or refused with a line", "[random]") {
  int set = 0;
  int refused = 0;
  const auto property = rc::detail::toProperty([&] {
    const Bytes bytes = *any_bytes(900);
    test::Choices choices(bytes);
    const document::Theme theme = test::random_page(choices, test::theme());
    ++(check_markup(test::random_markup(choices), theme) ? set : refused);
  });
  const auto result = rc::detail::checkProperty(property, {}, parameters(600));
  std::ostringstream told;
  rc::detail::printResultMessage(result, told);
  INFO(told.str());
  CHECK(result.is<rc::detail::SuccessResult>());
  CHECK(set > refused);
  CHECK(refused > 0);
}

}  // namespace
}  // namespace generator::typeset

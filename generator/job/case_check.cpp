#include "generator/job/case_check.h"

#include "generator/base/json.h"
#include "generator/job/glyph_check.h"
#include "generator/job/leak_scan.h"
#include "generator/job/wording_lint.h"

namespace generator::job {

base::Result<base::Diagnostics> check_case(const ReadCase& read, const LoadedHouse& house) {
  const auto words = house.wording();
  if (!words) return tl::unexpected(words.error());
  base::Diagnostics found = read.warnings;
  if (const auto file = base::JsonDocument::parse(read.text, read.name)) {
    base::append(found, lint_case(**words, *file, read.value));
    base::append(found, LeakScan(read.value).unsearched(*file));
    if (const auto fonts = house.fonts()) base::append(found, check_glyphs(*file, **fonts));
  }
  base::sort_by_place(found);
  return found;
}

}  // namespace generator::job

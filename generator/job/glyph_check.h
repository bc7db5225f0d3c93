// Characters of a case that no face has: `check` tells of them at the case's line, and a report says in their
// place what stood there.
#pragma once

#include <string>
#include <string_view>

#include "generator/base/diagnostics.h"
#include "generator/base/json.h"
#include "generator/locale/catalog.h"
#include "generator/typeset/fonts.h"

namespace generator::job {

/// What a report says in the place of letters that it cannot show: the script's name in its reader's
/// language, or the name of a sign.
std::string stand_in_of(std::u16string_view unshown, const locale::Catalog& catalog);

/// A warning (glyph-missing) for each text of a case's file that a report may show and no face can.
base::Diagnostics check_glyphs(const base::JsonDocument& file, const typeset::FontSet& fonts);

}  // namespace generator::job

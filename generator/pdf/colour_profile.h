// The colour space that the document's numbers mean: sRGB (IEC 61966-2-1) as an ICC profile, version 4
// (ISO 15076-1). Written here from the standard's own numbers, so that the same pages give the same bytes on
// every machine.
#pragma once

#include <string>

namespace generator::pdf {

/// A complete display profile of sRGB.
const std::string& srgb_profile();

}  // namespace generator::pdf

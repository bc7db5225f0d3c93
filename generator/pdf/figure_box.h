// Where a figure stands: its bounding box as a layout attribute (ISO 32000-1, 14.8.5.4), which readers use to
// show and to reflow it.
#pragma once

#include <string>

#include "generator/typeset/pages.h"

namespace generator::pdf {

/// The /A entry of a figure; empty if nothing of it is drawn.
std::string figure_attributes(const typeset::Pages& pages, typeset::NodeIndex figure);

}  // namespace generator::pdf

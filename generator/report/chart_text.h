// Words in a chart. SVG does not wrap, and neither the page nor the typesetter tells a template how wide a
// word is, so widths here are estimates on the wide side, from the kind of each character; lines are broken
// where the language allows it (UAX #14), and a chart leaves room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "generator/model/language.h"

namespace generator::report {

enum class ChartWeight { regular, bold };

/// Width of one line at that font size, in the font size's unit; rather too wide than too narrow.
double estimated_width(std::string_view text, double size, ChartWeight weight = ChartWeight::regular);

/// The text in lines no wider than `width`, at most `most` of them; what is over is cut and ends in an
/// ellipsis. Isolates (UAX #9) that are open where a line ends are closed there and opened again on the next.
std::vector<std::string> wrap_chart_text(std::string_view text, double width, double size, ChartWeight weight,
                                         const model::LanguageTag& language, std::size_t most);

}  // namespace generator::report

// Numbers as a language writes them, for page labels and list markers.
#pragma once

#include <cstddef>
#include <string>

#include "generator/model/language.h"

namespace generator::typeset {

/// A whole number in the digits of the language (CLDR), without grouping.
std::string numeral(const model::LanguageTag& language, std::size_t value);

}  // namespace generator::typeset

// Numbers as a language writes them, for page labels and list markers.
#pragma once

#include <cstddef>
#include <string>

#include "generator/document/typography.h"

namespace generator::typeset {

/// A whole number in the digits of the language, without grouping: those of the typography, else CLDR's.
std::string numeral(const model::LanguageTag& language, std::size_t value,
                    const document::Typography& typography);

}  // namespace generator::typeset

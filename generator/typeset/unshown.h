// Letters and signs that no face of their language has. A page is refused for one of them, since a reader
// would see a blank; a report of somebody's case is better made with words in their place.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "generator/document/document.h"
#include "generator/typeset/fonts.h"

namespace generator::typeset {

/// What stands for text that cannot be shown; that is in UTF-16, neighbours with the spaces between them.
using StandIn = std::function<std::string(std::u16string_view unshown)>;

/// A text with stand-ins for what no face shows in regular or bold weight. Where faces are missing on this
/// machine, nothing is replaced.
std::string with_stand_ins(std::string_view text, const model::LanguageTag& language, const FontSet& fonts,
                           const StandIn& stand_in);

/// The same in all texts of a document, each in its language.
void put_stand_ins(document::Document& document, const FontSet& fonts, const StandIn& stand_in);

/// What to call a character: "U+1F64F PERSON WITH FOLDED HANDS".
std::string name_of_character(char32_t character);

}  // namespace generator::typeset

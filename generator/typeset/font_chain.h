// Which face of a chain sets a grapheme cluster, and what to say when none does.
#pragma once

#include <span>
#include <string_view>

#include "generator/base/diagnostics.h"
#include "generator/model/language.h"
#include "generator/typeset/fonts.h"

namespace generator::typeset {

/// White space that ends a line or separates fields, and is set as a plain space wherever it is seen at all:
/// tab, line feed, U+2028 and their like.
bool is_control_space(char32_t character);

/// True if the face can show the character as it should be seen: it has a glyph, or needs none
/// (default-ignorable characters), or HarfBuzz makes one from the space glyph (white space of other widths).
bool shows(const Face& face, char32_t character);
bool shows(const Face& face, std::u16string_view cluster);

/// The first face of the chain that shows the whole cluster, or nullptr. Digits pass by a face that leaves
/// them to others, unless no other has them.
const ChainedFace* first_that_shows(std::span<const ChainedFace> chain, std::u16string_view cluster);

/// The error glyph-missing, which names the character, its code point, and the language.
base::Diagnostic glyph_missing(char32_t character, const model::LanguageTag& language);

/// The error cluster-too-long, for a pile of marks that no writing has.
base::Diagnostic cluster_too_long(char32_t first, const model::LanguageTag& language);

}  // namespace generator::typeset

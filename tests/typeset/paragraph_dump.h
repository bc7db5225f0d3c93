// Paragraphs as text that a person can read, for goldens and assertions; and the fonts of this checkout.
#pragma once

#include <string>
#include <string_view>

#include "generator/typeset/itemise.h"
#include "generator/typeset/paragraph.h"

namespace generator::typeset::test {

/// The fonts of fonts/fonts.json, loaded once.
const FontSet& fonts();

std::u16string utf16(std::string_view text);
std::string utf8(std::u16string_view text);

model::LanguageTag tag(std::string_view language);

/// One span of plain 10-point text over the whole of `text`.
InlineContent plain(std::string_view text, std::string_view language);

/// A line for each item: its text, level, script and face.
std::string dump(const ItemisedText& text);

/// A line for each line, and under it one for each run with its clusters: `text=glyph count@advance in font
/// units`.
std::string dump(const std::vector<Line>& lines);

/// The text with every character that cannot be seen written as <U+XXXX>.
std::string visible(std::u16string_view text);

/// Compares with tests/typeset/goldens/<name>.txt, or writes it when CONSILIUM_REWRITE_GOLDENS=1.
void check_golden(const std::string& name, const std::string& actual);

}  // namespace generator::typeset::test

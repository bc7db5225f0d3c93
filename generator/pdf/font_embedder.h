// All the fonts of one document, in the order in which its text first needs them, and the names that content
// streams call them by.
#pragma once

#include <deque>
#include <string>
#include <unordered_map>

#include "generator/pdf/embedded_font.h"

namespace generator::pdf {

class FontEmbedder {
 public:
  /// The number of a face's font.
  std::size_t font_of(const typeset::Face& face);
  EmbeddedFont& font(std::size_t number) { return fonts_[number]; }

  /// The resource name of a font's layer, its solidus included.
  static std::string resource_name(std::size_t number, std::size_t layer);

  /// Writes all fonts; the result is the resource dictionary's /Font entry. Error: pdf-failed.
  base::Result<std::string> write(HaruDocument& document) const;

 private:
  std::deque<EmbeddedFont> fonts_;
  std::unordered_map<const typeset::Face*, std::size_t> numbers_;
};

}  // namespace generator::pdf

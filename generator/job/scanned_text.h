// The text of an output as a leak scan looks at it: letters and digits only, in one spelling (case, width,
// compatibility forms, accents and vowel signs folded; digits of any script as 0 to 9), and before each how
// much stood between it and the one before. So a number is found whatever separates its digits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace generator::document {
struct Document;
}

namespace generator::job {

class ScannedText {
 public:
  /// Adds UTF-8 text to the one before.
  void add(std::string_view text);
  /// Ends a text: nothing is found across its end. `line` is where the next one stands, for `line_of`.
  void part(std::size_t line = 0);

  /// Adds an output, its markup or syntax taken off: texts, attributes, style sheet; names, strings, numbers.
  void add_html(std::string_view page);
  void add_json(std::string_view json);
  void add_document(const document::Document& document);

  static constexpr std::uint8_t k_parted = 255;
  /// A UTF-16 unit of a letter or digit, and how many characters stood before it that are neither, or
  /// k_parted where a text begins.
  struct Unit {
    char16_t letter;
    std::uint8_t gap;
  };
  const std::vector<Unit>& units() const { return units_; }
  /// The units without their gaps.
  std::u16string letters() const;

  /// The line that was given with the text that holds the unit.
  std::size_t line_of(std::size_t unit) const;

 private:
  struct Begin {
    std::size_t unit = 0;
    std::size_t line = 0;
  };

  std::vector<Unit> units_;
  std::vector<Begin> begins_;
  std::uint8_t gap_ = k_parted;  ///< before the next unit

  /// Adds ASCII from the text's start, as much as one step takes: how many characters that were. Most of
  /// what is searched is ASCII.
  std::size_t add_ascii(std::string_view text);
  void append(char16_t letter) { units_.push_back({letter, std::exchange(gap_, std::uint8_t{0})}); }
};

}  // namespace generator::job

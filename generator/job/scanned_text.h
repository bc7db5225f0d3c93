// The text of an output as a leak scan looks at it: letters and digits only, in one spelling (case, width,
// compatibility forms, accents and vowel signs folded; digits of any script as 0 to 9), and before each how
// much stood between it and the one before. So a number is found whatever separates its digits.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace generator::report {
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
  void add_document(const report::Document& document);

  /// UTF-16; every unit is of a letter or digit.
  const std::u16string& units() const { return units_; }

  static constexpr std::uint8_t k_parted = 255;
  /// Characters that stood before the unit and are no letters, or k_parted where a text begins.
  const std::vector<std::uint8_t>& gaps() const { return gaps_; }

  /// The line that was given with the text that holds the unit.
  std::size_t line_of(std::size_t unit) const;

 private:
  struct Begin {
    std::size_t unit = 0;
    std::size_t line = 0;
  };

  std::u16string units_;
  std::vector<std::uint8_t> gaps_;
  std::vector<Begin> begins_;
  std::uint8_t gap_ = k_parted;  ///< before the next unit

  void append(char16_t unit) {
    units_ += unit;
    gaps_.push_back(gap_);
    gap_ = 0;
  }
  void reserve(std::size_t bytes) {
    units_.reserve(units_.size() + bytes);
    gaps_.reserve(gaps_.size() + bytes);
  }
};

}  // namespace generator::job

// Figures as people write them: "285.000,00", "1,85,000", "46 730,55", "10'000.50", "１２", "٤٢٬٠٠٠". Which
// sign parts thousands and which the decimals is a matter of habit; where a figure can be read both ways
// ("42,000"), it has both values, and whoever compares it with an entered one takes the one that fits.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "generator/model/decimal.h"

namespace generator::model {

/// A figure of a text. `begin` and `end` are byte offsets in it.
struct Figure {
  std::vector<Decimal> values;  ///< all that it can mean, without its sign; never empty
  bool is_percent = false;      ///< a percent sign of any script stands beside it
  bool is_negative = false;     ///< a minus stands right before it
  std::size_t begin = 0;
  std::size_t end = 0;

  bool can_be(const Decimal& value) const;
};

/// All figures of a text in UTF-8, in their order, in digits of any script. A sign that neither groups digits
/// nor parts decimals ends a figure: "12/2026" is two.
std::vector<Figure> figures_in(std::string_view text);

}  // namespace generator::model

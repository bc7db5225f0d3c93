// A text as the chance reader sees it: numbers, percent signs, words and marks.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/decimal.h"

namespace generator::compare {

enum class ChanceTokenKind { number, percent, word, mark };

struct ChanceToken {
  ChanceTokenKind kind = ChanceTokenKind::word;
  std::string text;      ///< in lower case, without vowel signs; a Han character is a word of its own
  model::Decimal value;  ///< iff a number: digits of any script, or a small number written as an English word
};

/// Digits that belong to a name or a compound ("HER2", "SBX-117", "10-year") are words, not numbers; so are
/// those whose separators can be read in two ways.
std::vector<ChanceToken> chance_tokens(std::string_view text);

}  // namespace generator::compare

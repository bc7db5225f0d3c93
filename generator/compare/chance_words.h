// A text as the chance reader sees it: numbers, percent signs, words and marks.
#pragma once

#include <map>
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
  model::Decimal value;  ///< iff a number: digits of any script, or a small number in words
};

/// Digits that belong to a name or a compound ("HER2", "SBX-117", "10-year") are words, not numbers; so are
/// those whose separators can be read in two ways. `numbers`: words of the text's language that are numbers.
std::vector<ChanceToken> chance_tokens(std::string_view text,
                                       const std::map<std::string, int>* numbers = nullptr);

}  // namespace generator::compare

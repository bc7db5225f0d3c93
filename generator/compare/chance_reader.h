// Finds chances of people in words: "30 % of patients", "1 in 20", "7 of 100", "3 out of 10 women". Only a
// form that can mean nothing else is read: a bare percentage may be shrinkage or a dose, "cycle 2 of 6" is no
// chance, and of "10 or 20 % of patients" nobody knows which. What is not read is not restated, and that
// harms nobody; so the reader knows few forms. By which words a language says them is its grammar's
// (locales/<tag>/words.json, "chances"): the reader knows no language.
#pragma once

#include <string_view>
#include <vector>

#include "generator/compare/chance.h"
#include "generator/compare/chance_grammar.h"
#include "generator/model/statement.h"

namespace generator::compare {

/// True if there is a grammar of a language that the statement is in, or is translated into.
bool can_read_chances(const model::Statement& statement, const ChanceGrammars& grammars);

/// True if it names a share of people at all, in a form that is read or in another: "88 of 112", "30-40 %",
/// "half of the patients". Such a statement leaves no gap.
bool names_chance(const model::Statement& statement, const ChanceGrammars& grammars);

/// In the order of the text; none in a language without a grammar.
std::vector<Chance> read_chances(std::string_view text, const model::LanguageTag& language,
                                 const ChanceGrammars& grammars);

/// From the original, or from the first translation that holds any. A figure of a translation counts only if
/// its digits stand in the original too; and if two of the texts contradict each other, nothing is read.
std::vector<Chance> read_chances(const model::Statement& statement, const ChanceGrammars& grammars);

}  // namespace generator::compare

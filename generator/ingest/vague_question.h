// Questions that families ask and that no hospital can answer usefully: "Can you cure this?"
#pragma once

#include <string_view>

#include "generator/model/words.h"

namespace generator::ingest {

/// True if the question, apart from case, punctuation and courtesy, is one that a language's words list.
bool is_vague_question(std::string_view question, const model::Words& words);

}  // namespace generator::ingest

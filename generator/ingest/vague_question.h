// Questions that families ask and that no hospital can answer usefully: "Can you cure this?"
#pragma once

#include <string_view>

namespace generator::ingest {

/// True if the question, apart from case, punctuation and courtesy, is one of a small table.
bool is_vague_question(std::string_view question);

}  // namespace generator::ingest

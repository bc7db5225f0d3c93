// Which parts of two documents are each other's counterpart.
#pragma once

#include <string>
#include <vector>

#include "generator/document/document.h"

namespace generator::document {

/// The kinds of an element's children, one after another.
std::string build_of(const Element& element);

/// A child of something that holds blocks: one block, or neighbouring words.
struct Piece {
  std::vector<Node> nodes;
  std::string kind;  ///< what its counterpart must be too; empty: words
};
/// White space between blocks is no piece.
std::vector<Piece> pieces_of(std::vector<Node> nodes);

/// How many pieces at the beginning and at the end have a counterpart for certain.
struct Match {
  std::size_t before = 0;
  std::size_t after = 0;
};
Match match(const std::vector<Piece>& first, const std::vector<Piece>& second);

}  // namespace generator::document

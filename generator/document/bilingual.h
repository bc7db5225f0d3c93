// Two languages side by side: one document of two that say the same. Both were made by one template from one
// comparison, so their trees have the same shape and differ in words only; they are paired from the top down.
//
// - Words that differ stand beside one another, first language first, in a span of class "pair"; in cells of
//   tables, where there is no room for that, one below the other, the second in class "second".
// - What is the same in both (amounts, names, words quoted in their own language, numbers of sources) stands
//   once, and so does each drawing: with the labels of the first language, and, where they differ, its text
//   alternative in the second below it.
// - A heading, a list item, a caption stays one, with both languages in it: outline and numbers do not
//   double.
// - Where the shapes differ nothing is guessed and nothing lost: what has no counterpart stands by itself,
//   and a table or list whose parts do not match is there twice, first the one, then the other.
// Every part names its language and direction. The page is the first language's: its direction decides at
// which side the first stands, so one that is written from the right always has the right side.
#pragma once

#include "generator/document/document.h"

namespace generator::document {

/// One document of both. Ids stay unique, and links lead to where they led; the second's that would clash get
/// a number behind them.
Document side_by_side(Document first, Document second);

}  // namespace generator::document

// Results of tumour markers in other words: "90 %" and "pozitif (%90)", MSS and pMMR, "2+, FISH negative" in
// any language, G12D and p.Gly12Asp, ng/mL and µg/L. Notations are tables here; what words a language has for
// positive or negative is its own (locales/<tag>/words.json, "results").
//
// A measured amount does not compare with one of another day: that is a course. Blood is not tissue.
#pragma once

#include <string>

#include "generator/model/case.h"
#include "generator/model/named_phrases.h"
#include "generator/model/notation.h"

namespace generator::model {

/// Finds what a text says of k_results.
using ResultWords = NamedPhraseFinder;

/// One name for the spellings of a marker: "HER-2/neu", "ＨＥＲ２", "HER2 (IHC)" are one; KRAS of the blood is
/// another.
std::string marker_topic(const Marker& marker, const ResultWords& words);

/// What the result says; empty if it is none ("not tested").
Facets marker_facets(const Marker& marker, const ResultWords& words);

/// Whether one is a certainly newer result of the same test: then the other is how it was.
bool replaces(const Marker& newer, const Marker& older, const ResultWords& words);

Likeness compare_markers(const Marker& a, const Marker& b, const ResultWords& words);

}  // namespace generator::model

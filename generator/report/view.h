// The view: a comparison in one language, cut to what a template can say. Sentences are chosen from the
// catalog, figures formatted, statements put beside their language and their source. Nothing but the
// Comparison is used, so nothing that the Comparison does not hold (identifiers, contacts) can reach a page.
//
// docs/view.md lists the names. Every message without arguments whose id begins with "text." is there
// under its id: the template writes {{text.costs.title}}.
#pragma once

#include "generator/compare/comparison.h"
#include "generator/report/catalog.h"
#include "generator/report/view_value.h"

namespace generator::report {

/// The whole view of one comparison. Pure: the same arguments give the same value.
ViewValue make_view(const compare::Comparison& comparison, const Catalog& catalog);

}  // namespace generator::report

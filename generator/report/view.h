// The view: a comparison in one language, cut to what a template can say. Sentences are chosen from the
// catalog, figures formatted, statements put beside their language and their source. Nothing but the
// Comparison is used, so nothing that the Comparison does not hold (identifiers, contacts) can reach a page.
//
// docs/view.md lists the names. Every message without arguments whose id begins with "text." is there
// under its id: the template writes {{text.costs.title}}.
#pragma once

#include <cstddef>
#include <optional>

#include "generator/compare/comparison.h"
#include "generator/locale/catalog.h"
#include "generator/report/document_plan.h"
#include "generator/report/source_book.h"
#include "generator/report/view_value.h"

namespace generator::report {

/// The view of one comparison, with the sections of the plan in their order; what the plan leaves out is not
/// there. `option` is the hospital that a document for each hospital is made for: of the questions, it holds
/// that hospital's only, and nothing that another one said. Sources are numbered on from those of `book`.
/// Pure: the same arguments give the same value.
ViewValue make_view(const compare::Comparison& comparison, const locale::Catalog& catalog,
                    const DocumentPlan& plan = DocumentPlan::everything(),
                    std::optional<std::size_t> option = std::nullopt, const SourceBook& book = {});

/// The numbers of the sources in several languages of one report, alike in all of them.
SourceBook number_sources(const compare::Comparison& comparison,
                          const std::vector<const locale::Catalog*>& languages, const DocumentPlan& plan,
                          std::optional<std::size_t> option);

}  // namespace generator::report

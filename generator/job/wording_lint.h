// Where a house and its coordinators write what a report must not hold: in a case, in catalogs, in templates.
// Words quoted from a letter are exempt: they are shown as they stand, and attributed.
#pragma once

#include <filesystem>

#include "generator/base/diagnostics.h"
#include "generator/base/json.h"
#include "generator/job/wording_list.h"
#include "generator/model/case.h"

namespace generator::job {

/// Warnings (wording-<kind>) about what the coordinator wrote: every statement without a source, its
/// translations, reasons, notes, labels. `c` is the case that was read from `file`; its letters say what is
/// quoted. One note (wording-unlisted) for each language that has no list.
base::Diagnostics lint_case(const WordingList& list, const base::JsonDocument& file, const model::Case& c);

/// Warnings about the messages and glossary terms of every locale.
base::Diagnostics lint_catalogs(const WordingList& list, const std::filesystem::path& locales);

/// Warnings about the words that templates hold themselves, looked for in all languages.
base::Diagnostics lint_templates(const WordingList& list, const std::filesystem::path& templates);

}  // namespace generator::job

#include "generator/ingest/case_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/base/wording.h"
#include "generator/ingest/case_builder.h"
#include "generator/ingest/case_checks.h"
#include "generator/ingest/letters.h"
#include "generator/ingest/schema_explainer.h"

namespace generator::ingest {
namespace {

/// Bytes. A case is text that people typed; this is some thousand pages of it, and bounds memory and time.
constexpr std::size_t k_largest_case = 4u << 20;
/// A file with more faults than that is another kind of file.
constexpr std::size_t k_most_findings = 200;

/// Drops what the later checks say of a value that the schema has refused: it can only follow from that.
void keep_one_a_place(base::Diagnostics& findings, std::size_t schema_findings) {
  std::set<std::pair<std::size_t, std::size_t>> refused;
  for (std::size_t i = 0; i < schema_findings; ++i)
    refused.emplace(findings[i].place.line, findings[i].place.column);
  const auto later = findings.begin() + static_cast<std::ptrdiff_t>(schema_findings);
  findings.erase(std::remove_if(later, findings.end(),
                                [&refused](const base::Diagnostic& d) {
                                  return refused.contains({d.place.line, d.place.column});
                                }),
                 findings.end());
}

void keep_first(base::Diagnostics& findings) {
  if (findings.size() <= k_most_findings) return;
  // Errors first: what refuses the file is never cut in favour of what does not.
  std::stable_partition(findings.begin(), findings.end(),
                        [](const base::Diagnostic& d) { return d.severity == base::Severity::error; });
  const std::size_t more = findings.size() - k_most_findings;
  findings.resize(k_most_findings);
  findings.push_back({.code = "findings-cut",
                      .place = {.file = findings.back().place.file},
                      .what = fmt::format("{} more findings are not shown", more),
                      .why = "",
                      .remedy = "mend these first",
                      .severity = base::Severity::note});
}

}  // namespace

base::Result<CheckedCase> read_case(std::string text, const std::string& name, Letters letters,
                                    const std::filesystem::path& folder, const model::Words& words) {
  if (text.size() > k_largest_case) {
    return base::failure({.code = "file-too-large",
                          .place = {.file = name},
                          .what = fmt::format("this case is larger than {} bytes", k_largest_case),
                          .why = "cases of that size are refused to keep memory bounded",
                          .remedy = "keep letters as files beside the case"});
  }
  auto document = base::JsonDocument::parse(std::move(text), name);
  if (!document) return tl::unexpected<base::Diagnostics>(std::move(document.error()));

  base::Diagnostics findings = explain_schema_faults(*document);
  const std::size_t schema_findings = findings.size();
  const JsonNode& root = document->root();
  ValueReader reader(*document, findings, words);
  BuiltCase built = CaseBuilder(root, reader).build();
  check_characters(root, reader);
  check_references(root, built, reader);
  check_dates(root, built.value, reader);
  check_plans(root, built.value, reader);
  check_rates(root, built.value, reader);
  check_plain_words(root, built.value, reader);
  check_words(root, built.value, words, reader);
  const auto refused_letters = read_letters(root, built.value, letters, folder, reader);
  check_money(root, built.value, reader);
  check_chances(root, built.value, reader);
  check_quoted_values(root, built.value, words, reader);
  check_quoted_answers(root, built.value, words, reader);
  check_promises(root, built.value, WaryWordFinder(words), reader);
  check_quotes(built.value, refused_letters, reader);

  keep_one_a_place(findings, schema_findings);
  base::sort_by_place(findings);
  const bool refused = base::has_errors(findings);
  keep_first(findings);
  if (refused) return tl::unexpected<base::Diagnostics>(std::move(findings));
  return CheckedCase{std::move(built.value), std::move(findings)};
}

base::Result<std::string> read_case_text(const std::filesystem::path& path) {
  return base::read_file(path, k_largest_case);
}

base::Result<CheckedCase> read_case_file(const std::filesystem::path& path, const model::Words& words) {
  auto text = read_case_text(path);
  if (!text) return tl::unexpected<base::Diagnostics>(std::move(text.error()));
  return read_case(std::move(*text), path.string(), Letters::beside_the_case, path.parent_path(), words);
}

}  // namespace generator::ingest

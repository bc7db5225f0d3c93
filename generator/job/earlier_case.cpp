#include "generator/job/earlier_case.h"

#include <fmt/format.h>

#include "generator/compare/changes.h"

namespace generator::job {

base::Result<EarlierCase> load_earlier(const ReportMaker& maker, const std::filesystem::path& earlier,
                                       const compare::Comparison& now, const std::filesystem::path& file) {
  auto read = maker.read_case_file(earlier);
  if (!read) return tl::unexpected(std::move(read.error()));
  if (read->value.id != now.summary.id) {
    return base::failure({.code = "since-other-case",
                          .place = {.file = earlier.string()},
                          .what = fmt::format("this is the case \"{}\", and {} is the case \"{}\"",
                                              read->value.id, file.string(), now.summary.id),
                          .why = "what changed can be said of two revisions of one case only",
                          .remedy = "give an earlier revision of the same case"});
  }
  auto comparison = maker.compare(read->value);
  if (!comparison) {
    for (base::Diagnostic& diagnostic : comparison.error()) diagnostic.place.file = earlier.string();
    return tl::unexpected(std::move(comparison.error()));
  }
  const auto& then = comparison->summary.date;
  const auto& today = now.summary.date;
  if (then && today && model::certainly_before(*today, *then)) {
    return base::failure({.code = "since-later",
                          .place = {.file = earlier.string()},
                          .what = fmt::format("this speaks on {}, and {} on {}, which is before it",
                                              then->to_string(), file.string(), today->to_string()),
                          .why = "what is new would be told as what was, and the other way round",
                          .remedy = "give the earlier of the two with --since"});
  }
  return EarlierCase{std::move(read->value), std::move(*comparison)};
}

void set_changes(compare::Comparison& now, const compare::Comparison& earlier) {
  now.changes = std::make_shared<const compare::Changes>(compare::changes_since(earlier, now));
}

}  // namespace generator::job

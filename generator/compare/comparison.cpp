#include "generator/compare/comparison.h"

#include "generator/compare/calendar.h"
#include "generator/compare/case_summary.h"
#include "generator/compare/cost_comparison.h"
#include "generator/compare/difference_finder.h"
#include "generator/compare/expectation_finder.h"
#include "generator/compare/gap_finder.h"
#include "generator/compare/names.h"
#include "generator/compare/option_ordering.h"
#include "generator/compare/question_writer.h"
#include "generator/compare/red_flag_finder.h"
#include "generator/compare/remote_limits.h"
#include "generator/compare/row_builder.h"
#include "generator/compare/told_together.h"

namespace generator::compare {

base::Result<Comparison> compare_case(const model::Case& c, std::optional<model::Date> date,
                                      const model::Settings& settings, const Lexicon& lexicon) {
  if (!date) date = model::report_date(c);
  if (!date) {
    base::Diagnostic diagnostic;
    diagnostic.code = "no-report-date";
    diagnostic.what = "the case bears no date";
    diagnostic.why = "without the day on which a report speaks, nobody can tell what has expired";
    diagnostic.remedy = "give the case a \"date\", or pass --date";
    return base::failure(std::move(diagnostic));
  }
  const base::Result<std::vector<Column>> columns = order_columns(c);
  if (!columns) return tl::unexpected(columns.error());

  Comparison comparison;
  comparison.summary = summarise(c, *columns, *date);
  comparison.order = message("order.by-name");
  comparison.options = options_of(*columns);
  comparison.groups = build_rows(c, *columns, lexicon);
  comparison.preparations = build_preparations(c, *columns);
  comparison.limits = mark_limits(comparison.groups, *columns, settings);
  comparison.costs = compare_costs(c, *columns, *date);
  find_old_rates(comparison.costs, settings, *date);
  comparison.calendar = build_calendar(comparison.groups, comparison.costs, comparison.options.size());
  comparison.differences = find_differences(c, *columns);
  comparison.expectations = find_expectations(*columns, settings, *date);
  comparison.setting_sources = sources_named(settings, comparison.expectations, comparison.limits);
  comparison.unknowns =
      find_gaps(c, *columns, comparison.groups, comparison.costs, comparison.expectations, *date, lexicon);
  comparison.red_flags = find_red_flags(c, *columns, comparison.costs);
  comparison.unknowns_together = told_together(comparison.unknowns);
  comparison.red_flags_together = told_together(comparison.red_flags);
  comparison.questions = write_questions(c, *columns, comparison);
  comparison.questions_together = asked_together(comparison.questions);
  comparison.asked_first = asked_first(comparison.questions);
  comparison.documents = source_documents(c);
  return comparison;
}

}  // namespace generator::compare

#include "generator/compare/comparison.h"

#include <algorithm>
#include <utility>

#include "generator/compare/calendar.h"
#include "generator/compare/case_summary.h"
#include "generator/compare/cost_comparison.h"
#include "generator/compare/difference_finder.h"
#include "generator/compare/expectation_finder.h"
#include "generator/compare/gap_finder.h"
#include "generator/compare/names.h"
#include "generator/compare/option_ordering.h"
#include "generator/compare/question_writer.h"
#include "generator/compare/reading_finder.h"
#include "generator/compare/red_flag_finder.h"
#include "generator/compare/remote_limits.h"
#include "generator/compare/row_builder.h"
#include "generator/compare/told_together.h"
#include "generator/model/price_plans.h"

namespace generator::compare {
namespace {

bool has_ranks(const model::Case& c) {
  return std::ranges::any_of(c.opinions, [](const model::Opinion& opinion) {
    return std::ranges::any_of(opinion.proposals,
                               [](const model::Proposal& plan) { return plan.rank.has_value(); });
  });
}

/// The same case, every answer's plans in the order of its choice.
model::Case in_rank(model::Case c) {
  for (model::Opinion& opinion : c.opinions) {
    std::vector<model::Proposal> plans;
    for (const model::Proposal* plan : model::ranked_plans(opinion)) plans.push_back(*plan);
    for (std::size_t i = 0; i < plans.size(); ++i) {
      plans[i].rank.reset();
      opinion.proposals[i] = std::move(plans[i]);
    }
  }
  return c;
}

}  // namespace

base::Result<Comparison> compare_case(const model::Case& c, std::optional<model::Date> date,
                                      const model::Settings& settings, const Lexicon& lexicon) {
  if (has_ranks(c)) return compare_case(in_rank(c), date, settings, lexicon);
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
  comparison.differences = find_differences(c, *columns, lexicon);
  comparison.not_compared = find_not_compared(c, *columns, lexicon);
  comparison.readings = find_readings(c, *columns, lexicon);
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

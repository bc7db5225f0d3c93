// The rows of the comparison's table: one line of k_rows says all that is particular to a row. In which group
// a report shows it, whether its silence is a gap and what is then asked follow from that line. Message ids:
//   row.<name>      how the row is called
//   unknown.<name>  that nothing is said on it, where that is a gap
//   the questions, as they stand in the line; all without arguments
// A new row is an enumerator, a line here, a case in row_builder.cpp, and its words in locales/.
#pragma once

#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

namespace generator::compare {

/// In the order in which every report shows them; `judgement` is the last.
enum class RowId {
  decision,
  decision_reason,
  on_treatments,
  conditions,
  reviewer,
  seen,
  received,
  valid_until,
  diagnosis,
  stage,
  markers,
  labs,
  treatment,
  plan,
  line_of_therapy,
  intent,
  intensity,
  benefit,
  risks,
  side_effects,
  for_persons,
  alternatives,
  if_not_suitable,
  operability,
  urgency,
  trial,
  before_admission,
  time_to_treatment,
  stay,
  time_abroad,
  follow_up,
  emergency_care,
  experience,
  pathology_handling,
  records_translation,
  limits,
  asks,
  travel,
  visa,
  language,
  companions,
  judgement
};

/// Groups of rows, in their order; `judgement` is the last. Message ids are "group.<name>".
enum class RowGroup { answer, diagnosis, treatment, time, safety, practical, judgement };

struct RowSpec {
  RowId id;
  std::string_view name;  ///< kebab-case, as in message ids and JSON
  RowGroup group;
  /// What a hospital is asked that offers a treatment and leaves the row open. Empty: its silence is no gap.
  std::string_view question = {};
  /// The same, of a plan at home and the doctor there.
  std::string_view question_at_home = {};

  constexpr bool is_gap_in_offer() const { return !question.empty(); }
  constexpr bool is_gap_at_home() const { return !question_at_home.empty(); }
};

// clang-format off
inline constexpr RowSpec k_rows[] = {
    {RowId::decision, "decision", RowGroup::answer},
    {RowId::decision_reason, "decision-reason", RowGroup::answer},
    {RowId::on_treatments, "on-treatments", RowGroup::answer},
    {RowId::conditions, "conditions", RowGroup::answer},
    {RowId::reviewer, "reviewer", RowGroup::answer},
    {RowId::seen, "seen", RowGroup::answer},
    {RowId::received, "received", RowGroup::answer},
    {RowId::valid_until, "valid-until", RowGroup::answer},

    {RowId::diagnosis, "diagnosis", RowGroup::diagnosis, "question.diagnosis"},
    {RowId::stage, "stage", RowGroup::diagnosis, "question.stage"},
    {RowId::markers, "markers", RowGroup::diagnosis},
    {RowId::labs, "labs", RowGroup::diagnosis},

    {RowId::treatment, "treatment", RowGroup::treatment},
    {RowId::plan, "plan", RowGroup::treatment, "question.plan"},
    {RowId::line_of_therapy, "line-of-therapy", RowGroup::treatment},
    {RowId::intent, "intent", RowGroup::treatment, "question.intent", "question.home-intent"},
    {RowId::intensity, "intensity", RowGroup::treatment, "question.intensity"},
    {RowId::benefit, "benefit", RowGroup::treatment, "question.benefit", "question.home-benefit"},
    {RowId::risks, "risks", RowGroup::treatment, "question.risks", "question.home-risks"},
    {RowId::side_effects, "side-effects", RowGroup::treatment, 
     "question.side-effects", "question.home-side-effects"},
    {RowId::for_persons, "for-persons", RowGroup::treatment},
    {RowId::alternatives, "alternatives", RowGroup::treatment, "question.alternatives"},
    {RowId::if_not_suitable, "if-not-suitable", RowGroup::treatment, 
     "question.if-not-suitable", "question.home-if-not-suitable"},
    {RowId::operability, "operability", RowGroup::treatment},
    {RowId::urgency, "urgency", RowGroup::treatment},
    {RowId::trial, "trial", RowGroup::treatment, "question.trial"},

    {RowId::before_admission, "before-admission", RowGroup::time, "question.before-admission"},
    {RowId::time_to_treatment, "time-to-treatment", RowGroup::time, "question.time-to-treatment"},
    {RowId::stay, "stay", RowGroup::time, "question.stay"},
    {RowId::time_abroad, "time-abroad", RowGroup::time, "question.time-abroad"},
    {RowId::follow_up, "follow-up", RowGroup::time, "question.follow-up", "question.home-follow-up"},

    {RowId::emergency_care, "emergency-care", RowGroup::safety, 
     "question.emergency-care", "question.home-emergency-care"},
    {RowId::experience, "experience", RowGroup::safety, "question.experience"},
    {RowId::pathology_handling, "pathology-handling", RowGroup::safety, "question.pathology-handling"},
    {RowId::records_translation, "records-translation", RowGroup::safety, "question.records-translation"},
    {RowId::limits, "limits", RowGroup::safety},
    {RowId::asks, "asks", RowGroup::safety},

    {RowId::travel, "travel", RowGroup::practical},
    {RowId::visa, "visa", RowGroup::practical},
    {RowId::language, "language", RowGroup::practical},
    {RowId::companions, "companions", RowGroup::practical},

    {RowId::judgement, "judgement", RowGroup::judgement},
};
// clang-format on

/// Every row in its place, and the groups one after another. A gap at home is one in an offer, too.
constexpr bool rows_are_whole() {
  for (std::size_t i = 0; i < std::size(k_rows); ++i) {
    const RowSpec& row = k_rows[i];
    if (row.id != static_cast<RowId>(i) || row.name.empty()) return false;
    if (i > 0 && row.group < k_rows[i - 1].group) return false;
    if (row.is_gap_at_home() && !row.is_gap_in_offer()) return false;
  }
  return std::size(k_rows) == static_cast<std::size_t>(RowId::judgement) + 1;
}
static_assert(rows_are_whole(),
              "a row of RowId has no line here, or lines are not in the order of RowId and of groups");

constexpr const RowSpec& spec_of(RowId row) {
  return k_rows[static_cast<std::size_t>(row)];
}

constexpr std::string_view name_of(RowId row) {
  return spec_of(row).name;
}

std::string_view name_of(RowGroup group);

/// The groups, in the order of every report.
std::span<const RowGroup> row_groups();

/// The rows of a group, in the order of every report.
std::span<const RowSpec> rows_of(RowGroup group);

}  // namespace generator::compare

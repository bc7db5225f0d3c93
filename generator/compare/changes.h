// What changed between two revisions of one case, as their comparisons show it: for a family and a doctor who
// have read the earlier report. Only what is another now is listed, with what it was and what it is; nothing
// says whether a change is good or bad, and amounts stand side by side without a difference between them.
//
// Hospitals are matched by their ids, values by their row and their words: the order of a case's file, a new
// place in a newer letter for the same words, and a translation that was added change nothing.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/compare/comparison.h"

namespace generator::compare {

/// One thing, before and now. One of them is absent where it came or went, never both.
template <typename T>
struct Change {
  std::optional<T> before;
  std::optional<T> now;
};

/// One row of one option. The cells have the states that they had and have; their parts hold only what is no
/// more, and what was not there.
struct RowChange {
  RowId row;
  Cell before;
  Cell now;
};

/// What the case says of itself: urgent notes, and members of the file.
enum class CaseFact {
  urgent,
  symptoms,
  comorbidities,
  medications,
  allergies,
  history,
  goal,
  question,
  priorities
};

struct FactChange {
  CaseFact fact = CaseFact::urgent;
  Cell before;
  Cell now;
};

/// What an estimate comes to as a whole.
struct EstimateState {
  std::optional<model::Date> issued;
  std::optional<model::Date> valid_until;
  std::optional<Amount> stated_items;
  int items_without_amount = 0;
  std::optional<Amount> stated_total;
  std::optional<model::Statement> complications;
};

/// An estimate that came or went as a whole has no categories and no payments here.
struct EstimateChange {
  Change<EstimateState> whole;
  std::vector<CategoryChange> categories;  ///< in the model's order
  std::vector<Change<PaymentLine>> payments;
};

/// What became of an option as a whole. Where it is not `none`, everything in its column is new, or gone: its
/// rows and gaps are then not listed one by one, but for the decision.
enum class OptionEvent { none, came, went, first_answer, answer_withdrawn };

struct OptionChange {
  std::string id;  ///< a hospital's id, or "home"
  OptionKind kind = OptionKind::hospital;
  std::string name;           ///< of an option that went, as it was
  std::string name_before;    ///< as `name`, unless the hospital is called otherwise now
  std::string letter_before;  ///< in the earlier comparison; empty for home, or if it was not there
  std::string letter;         ///< now; the same
  OptionEvent event = OptionEvent::none;
  std::vector<RowChange> rows;  ///< in the order of the rows
  std::optional<EstimateChange> estimate;
  std::vector<Change<NonMedicalLine>> non_medical;
  std::vector<Change<Message>> red_flags;
  std::vector<Change<Message>> unknowns;
};

/// Answers that differ on a subject now and did not, or the other way round; or differ in another kind.
struct DifferenceChange {
  Subject subject;
  std::optional<DifferenceKind> before;
  std::optional<DifferenceKind> now;
};

struct Changes {
  std::optional<model::Date> since;  ///< the day on which the earlier comparison speaks
  std::vector<FactChange> facts;     ///< of the case
  std::optional<Change<int>> ecog;
  std::vector<Change<model::Record>> records;
  std::vector<Change<SourceDocument>> letters;
  std::vector<OptionChange> options;  ///< those with a change, in their order now; then those that went
  std::vector<DifferenceChange> differences;
  std::vector<Change<Message>> red_flags;  ///< about the case as a whole
  std::vector<Change<Message>> unknowns;   ///< the same
  std::vector<Change<model::Rate>> rates;
  std::optional<Change<model::Release>> release;

  /// True if nothing changed.
  bool empty() const;
};

/// What is another in `now` than in `before`, an earlier comparison of the same case.
Changes changes_since(const Comparison& before, const Comparison& now);

}  // namespace generator::compare

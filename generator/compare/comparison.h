// The comparison: every option on the same rows, with no language in it (value.h).
//
// Rules of fairness are held by these types: there is no score, and options have no order but the stated
// neutral one; a cell that a letter says nothing about exists and says so.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/compare/expectation.h"
#include "generator/compare/question.h"
#include "generator/compare/value.h"
#include "generator/model/case.h"
#include "generator/model/settings.h"

namespace generator::compare {

enum class CellState { stated, not_stated, not_applicable };

/// A limit of a review from afar that touches what stands in a cell. Message ids are "remote-limit.<id>".
struct CellLimit {
  std::string id;
  /// Those under the headings of these proposals; empty: everything in the cell.
  std::vector<int> proposals;
  friend bool operator==(const CellLimit&, const CellLimit&) = default;
};

struct Cell {
  CellState state = CellState::not_stated;
  std::vector<Value> values;        ///< empty unless stated
  std::vector<CellLimit> limits{};  ///< empty unless stated, and at home
};

/// A limit that some cell has, and whose rule it is.
struct LimitInUse {
  std::string id;
  std::string source;  ///< id of a source of the settings
};

/// The rows, in the order in which every report shows them. Message ids are "row.<name>".
enum class RowId {
  decision,
  decision_reason,
  conditions,
  reviewer,
  seen,
  received,
  valid_until,
  diagnosis,
  stage,
  markers,
  treatment,
  plan,
  line_of_therapy,
  intent,
  intensity,
  benefit,
  risks,
  side_effects,
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

/// Groups of rows; message ids are "group.<name>".
enum class RowGroup { answer, diagnosis, treatment, time, safety, practical, judgement };

struct Row {
  RowId id;
  std::vector<Cell> cells;  ///< one for each option, in their order
};

struct Group {
  RowGroup id;
  std::vector<Row> rows;
};

/// What the hospitals want done before admission, of one kind: who asks for what, in their own words. A cell
/// that is not stated: this letter asks for nothing of the kind.
struct PreparationRow {
  std::optional<model::PreparationKind> kind;  ///< nullopt: the case does not sort it
  std::vector<Cell> cells;                     ///< one for each option, in their order
};

enum class OptionKind { home, hospital };

/// A column. Home comes first, then the hospitals by the letter that the comparison gave them; the letters
/// follow the hospitals' names in the root collation (CLDR), a rule that says nothing about merit and that
/// the report states.
struct Option {
  std::string id;  ///< a hospital's id, or "home"
  OptionKind kind = OptionKind::hospital;
  std::string letter;  ///< "A", "B", ...; empty for home
  std::string name;    ///< empty for home
  std::string city;
  std::string country;
  /// Of the opinion that counts; nullopt if none has come. docs/comparison.md says which one of several.
  std::optional<model::DecisionStatus> decision;
  std::vector<std::string> opinions;   ///< ids of those that count, newest first
  std::vector<std::string> documents;  ///< ids of the letters that this column rests on
  /// Those that a later one of the same hospital replaced: kept, and shown as such.
  std::vector<std::string> superseded;
};

/// An amount in the hospital's own currency, and beside it in the family's, if the case holds the rate.
struct Amount {
  model::MoneyRange own;
  std::optional<model::MoneyRange> family;  ///< exact; rounded at display
};

/// What one option says of one category of costs.
enum class CostState {
  stated,      ///< with an amount
  included,    ///< part of a package, with no price of its own
  excluded,    ///< the estimate says that it is not in
  per_unit,    ///< a price for one unit, and not how many
  not_stated,  ///< nothing is said
  asked,       ///< it was asked, and not answered
};

/// A price for one unit, of which nobody says how many are needed.
struct UnitPrice {
  model::MoneyRange price;
  std::string unit;

  friend bool operator==(const UnitPrice&, const UnitPrice&) = default;
};

struct CostCell {
  CostState state = CostState::not_stated;
  /// The sum of the category's lines that have an amount. Only if stated; none where they have no bound in
  /// common.
  std::optional<Amount> amount;
  int not_in_amount = 0;               ///< iff stated: the category's other lines, which are not in that sum
  std::vector<UnitPrice> unit_prices;  ///< of those other lines
};

struct CostRow {
  model::CostCategory category;
  std::vector<CostCell> cells;  ///< one for each option
};

/// One line as the hospital wrote it.
struct CostLine {
  model::CostItem item;
  std::optional<Amount> line;  ///< the hospital's own product if it wrote one, else unit x quantity
  bool adds_up = true;         ///< false: the hospital's own product differs; shown, not mended
  std::optional<model::MoneyRange> computed;  ///< iff it does not add up: unit x quantity
};

struct PaymentLine {
  model::Payment payment;
  std::optional<Amount> amount;
};

/// What a category was in an estimate that has been replaced, and what it is now.
struct CategoryChange {
  model::CostCategory category;
  CostCell before;
  CostCell after;
};

/// What an estimate comes to as a whole.
struct EstimateHead {
  std::string id;
  model::Currency currency;
  std::optional<model::Date> issued;
  std::optional<model::Date> valid_until;
  std::optional<Amount> stated_items;  ///< sum of the lines with an amount; for a package, its total
  int items_with_amount = 0;
  int items_without_amount = 0;        ///< lines that leave open what they cost (model/estimate_sums.h)
  std::optional<Amount> stated_total;  ///< the total that the hospital itself wrote
  model::Sources sources;              ///< of issued, total, valid_until
};

/// An estimate that a later one replaced: kept, with what changed.
struct ReplacedEstimate {
  EstimateHead before;
  EstimateHead after;                   ///< of the one that counts
  std::vector<CategoryChange> changes;  ///< categories that are not the same in the one that counts
};

/// One option's money. `option` indexes Comparison::options.
struct CostSheet {
  std::size_t option = 0;
  std::string estimate;  ///< id; empty if this option has no estimate
  std::optional<model::EstimateBasis> basis;
  std::optional<model::Date> issued;
  std::optional<model::Date> valid_until;
  bool expired = false;  ///< valid_until lies before the report's date
  std::vector<CostLine> lines;
  std::optional<Amount> stated_items;  ///< sum of the lines with an amount; for a package, its total
  int items_without_amount = 0;        ///< lines that leave open what they cost (model/estimate_sums.h)
  /// Lines have amounts, and no sum: the ones have only a lowest amount, others only a highest.
  bool has_no_common_bound = false;
  std::optional<Amount> stated_total;  ///< the total that the hospital itself wrote
  bool total_adds_up = true;           ///< false: it is not the sum of its lines; shown, not mended
  std::optional<model::MoneyRange> computed_total;  ///< iff it does not add up: the sum of its lines
  std::optional<Amount> like_for_like;              ///< over Costs::like_for_like only
  /// What the family itself sets aside on top (Costs::contingency_percent): in no other figure here.
  std::optional<Amount> contingency;
  std::vector<PaymentLine> payments;
  std::optional<model::Statement> complications;
  std::vector<ReplacedEstimate> replaced;    ///< those that this one replaced, newest first
  std::vector<EstimateHead> also_estimated;  ///< older ones that nothing replaced: not in any sum here
  model::Sources sources;                    ///< of basis, issued, total, valid_until
};

struct NonMedicalLine {
  std::size_t option = 0;
  model::NonMedicalCost cost;
  std::optional<model::DurationRange> time;  ///< that the cost runs over, if it does and the plan states it
  std::optional<Amount> line;
};

struct Costs {
  std::optional<model::Currency> family_currency;
  std::optional<model::Decimal> contingency_percent;  ///< the family's own setting
  std::vector<model::Rate> rates;                     ///< those that were used
  std::optional<model::DurationRange> rate_age;       ///< from which a rate is shown with a remark (settings)
  std::vector<std::size_t> old_rates;                 ///< indices of those of that age
  std::vector<model::Currency> missing_rates;         ///< currencies that could not be converted
  std::vector<CostRow> rows;                          ///< every category that any option names
  std::vector<model::CostCategory>
      like_for_like;              ///< what every hospital with an estimate stated with an amount
  std::vector<CostSheet> sheets;  ///< one for each option, in their order
  std::vector<NonMedicalLine> non_medical;
};

/// What the opinions differ in. Message ids are "difference.<name>".
enum class Subject {
  diagnosis,
  stage,
  markers,
  treatment,
  sequence,
  intent,
  operability,
  urgency,
  eligibility
};

/// What kind of difference it is, by the rule that docs/comparison.md states.
enum class DifferenceKind {
  fact,       ///< they rest on other data, or a test result differs
  judgement,  ///< the same facts, and another conclusion
  scope,      ///< they answer different questions, or for different parts
};

/// What one answer says on a subject, in its own words.
struct Position {
  std::size_t option = 0;
  std::string topic;  ///< sides are against each other only within one topic: a marker, a trial, a staging
                      ///< system
  std::string side;   ///< what it is told apart by; empty: it is shown, and takes no side
  std::vector<Value> values;
};

struct Difference {
  Subject subject;
  /// nullopt: the answers are set side by side in their own words, and nothing is said on whether they
  /// differ.
  std::optional<DifferenceKind> kind;
  std::vector<Position> positions;  ///< who says what, by option; one option may hold several
  std::vector<Message> settle;      ///< what could settle it, the first thing first
};

/// Something to know or to ask, about one option (or the case, if nullopt), with what it rests on.
struct Finding {
  std::optional<std::size_t> option;
  Message message;
  std::vector<Evidence> evidence;
};

/// A letter, for the list of sources.
struct SourceDocument {
  std::string id;
  std::string title;
  model::LanguageTag language;
  std::optional<model::Date> date;
};

/// What the report's head says of the case. Holds no identifier and no contact, by construction.
struct CaseSummary {
  std::string id;
  std::string label;
  std::optional<int> age;
  std::optional<model::Sex> sex;
  std::string country;
  std::optional<model::Date> date;
  model::Diagnosis diagnosis;
  model::Status status;
  std::optional<model::Statement> goal;
  std::optional<model::Statement> question;
  std::vector<model::Treatment> history;
  std::vector<model::Record> records;
  /// Of the proposals that count, the plan at home excepted; each once, in the model's order.
  std::vector<model::Modality> modalities;
  model::Family family;
  std::vector<model::UrgentNote> urgent;
  model::Coordination coordination;
  std::optional<model::Entry> entered;
  model::Release release;
  std::optional<model::Date>
      stale_on;  ///< the first validity to end among the opinions and estimates that count
};

struct Comparison {
  CaseSummary summary;
  Message order;  ///< the rule by which the columns are ordered
  std::vector<Option> options;
  std::vector<Group> groups;
  /// Only kinds that somebody asks for, in the model's order, what is not sorted last.
  std::vector<PreparationRow> preparations;
  Costs costs;
  std::vector<Difference> differences;
  std::vector<Finding> unknowns;   ///< what is not known, from the gaps in each answer
  std::vector<Finding> red_flags;  ///< about an offer, never about a family
  /// To ask, from what is open: the doctor at home, each hospital in the order of the options, the family;
  /// each of them ranked (question_order.h).
  std::vector<Question> questions;
  std::vector<Expectation> expectations;              ///< by option, what holds of any hospital last
  std::vector<LimitInUse> limits;                     ///< those that touch a cell, each once
  std::vector<model::SettingSource> setting_sources;  ///< those that are named here, in the settings' order
  std::vector<SourceDocument> documents;
};

/// Brings a checked case into one comparison. `date` overrides the day on which the report speaks; of the
/// settings, what they leave out is not shown. Errors: no-report-date, if neither the case nor the caller has
/// one; collation-missing (machine), if ICU has no root collation.
base::Result<Comparison> compare_case(const model::Case& c, std::optional<model::Date> date = std::nullopt,
                                      const model::Settings& settings = {});

/// The comparison as JSON, as `consilium compare` prints it (docs/comparison.md).
std::string to_json(const Comparison& comparison);

}  // namespace generator::compare

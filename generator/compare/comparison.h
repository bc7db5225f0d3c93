// The comparison: every option on the same rows, with no language in it. A value is either somebody's own
// words (a Statement), a figure, or a Message, whose sentence is chosen from a locale's catalog at the very
// end.
//
// Rules of fairness are held by these types: there is no score, and options have no order but the stated
// neutral one; a cell that a letter says nothing about exists and says so.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/model/case.h"

namespace generator::compare {

using Argument = std::variant<std::string, int, model::Date, model::DurationRange, model::MoneyRange>;

/// A sentence by its id in locales/<tag>/messages.json, with its named arguments. A string argument is a
/// proper name, shown as it is; or, where the message's pattern selects on it, a kebab-case keyword.
struct Message {
  std::string id;
  std::vector<std::pair<std::string, Argument>> arguments;
};

using Value = std::variant<Message, model::Statement, model::DurationRange, model::Date>;

enum class CellState { stated, not_stated, not_applicable };

struct Cell {
  CellState state = CellState::not_stated;
  std::vector<Value> values;  ///< empty unless stated
};

/// The rows, in the order in which every report shows them. Message ids are "row.<name>".
enum class RowId {
  decision,
  decision_reason,
  conditions,
  reviewer,
  received,
  valid_until,
  diagnosis,
  stage,
  treatment,
  plan,
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
  not_stated,  ///< nothing is said, or a unit without its count
  asked,       ///< it was asked, and not answered
};

struct CostCell {
  CostState state = CostState::not_stated;
  std::optional<Amount> amount;  ///< iff stated: the sum of the category's lines that have one
  int not_in_amount = 0;         ///< iff stated: the category's other lines, which are not in that sum
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

/// An estimate that a later one replaced: kept, with what changed.
struct ReplacedEstimate {
  std::string id;
  std::optional<model::Date> issued;
  std::optional<Amount> stated_items;
  std::optional<Amount> stated_total;
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
  std::optional<Amount> stated_total;  ///< the total that the hospital itself wrote
  bool total_adds_up = true;           ///< false: it is not the sum of its lines; shown, not mended
  std::optional<model::MoneyRange> computed_total;  ///< iff it does not add up: the sum of its lines
  std::optional<Amount> like_for_like;              ///< over Costs::like_for_like only
  std::vector<PaymentLine> payments;
  std::optional<model::Statement> complications;
  std::vector<std::string> superseded;      ///< ids of estimates that this one replaced
  std::vector<ReplacedEstimate> replaced;   ///< the same, with what changed
  std::vector<std::string> also_estimated;  ///< ids of older ones that nothing replaced: not in any sum here
};

struct NonMedicalLine {
  std::size_t option = 0;
  model::NonMedicalCost cost;
  std::optional<Amount> line;
};

struct Costs {
  std::optional<model::Currency> family_currency;
  std::vector<model::Rate> rates;              ///< those that were used
  std::vector<model::Currency> missing_rates;  ///< currencies that could not be converted
  std::vector<CostRow> rows;                   ///< every category that any option names
  std::vector<model::CostCategory>
      like_for_like;              ///< what every hospital with an estimate stated with an amount
  std::vector<CostSheet> sheets;  ///< one for each option, in their order
  std::vector<NonMedicalLine> non_medical;
};

/// Somebody's sentence, and whose it is.
struct Evidence {
  std::size_t option = 0;
  Value value;
};

/// What the opinions differ in. Message ids are "difference.<name>".
enum class Subject { diagnosis, stage, treatment, intent, operability, urgency, eligibility };

struct Difference {
  Subject subject;
  std::vector<Evidence> positions;  ///< who says what, by option; several in a row may be one option's
  Message settle;                   ///< what could settle it
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
  model::Family family;
  std::vector<model::UrgentNote> urgent;
  model::Coordination coordination;
  model::Release release;
  std::optional<model::Date>
      stale_on;  ///< the first validity to end among the opinions and estimates that count
};

struct Comparison {
  CaseSummary summary;
  Message order;  ///< the rule by which the columns are ordered
  std::vector<Option> options;
  std::vector<Group> groups;
  Costs costs;
  std::vector<Difference> differences;
  std::vector<Finding> unknowns;   ///< what is not known, from the gaps in each answer
  std::vector<Finding> red_flags;  ///< about an offer, never about a family
  std::vector<Finding> questions;  ///< to ask, for each option, from its gaps
  std::vector<SourceDocument> documents;
};

/// Brings a checked case into one comparison. `date` overrides the day on which the report speaks. Errors:
/// no-report-date, if neither the case nor the caller has one; collation-missing (machine), if ICU has no
/// root collation.
base::Result<Comparison> compare_case(const model::Case& c, std::optional<model::Date> date = std::nullopt);

/// The comparison as JSON, as `consilium compare` prints it (docs/comparison.md).
std::string to_json(const Comparison& comparison);

}  // namespace generator::compare

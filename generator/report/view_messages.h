// Every message that a view says of itself, beside those of the comparison (compare/message_ids.h): ids and
// arguments. `words.say("cost.rate", ...)` takes a MessageId, which only an id of these tables becomes: a
// wrong one does not compile. Catalogs are held against all_messages() when they are loaded, and by
// `consilium locales check`. The words of a template ({{text.costs.title}}) are demanded by the template
// (messages_named_in), so a new document brings its own.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "generator/compare/message_ids.h"
#include "generator/compare/names.h"
#include "generator/compare/rows.h"

namespace generator::report {

using namespace compare::message_literals;

// clang-format off
inline constexpr compare::MessageSpec k_view_messages[] = {
    // Where the answers differ; amounts; options.
    {"reading.in-other-words"}, {"reading.other-edition"}, {"reading.course"},
    {"difference.side-by-side"}, {"difference.as-above"}, {"difference.no-side"}, {"difference.settle", {"steps"_text}},
    {"money.converted", {"amount"_money}},
    {"option.home"}, {"option.home-short"}, {"option.hospital", {"letter"_text, "name"_text}},
    {"option.place", {"city"_text, "country"_text}}, {"option.superseded", {"count"_number}},

    // The case, and what was entered without a letter.
    {"case.whole"}, {"case.age-sex", {"age"_number, "sex"_text}}, {"case.age", {"age"_number}},
    {"cost.as-it-converts", {"amount"_money}}, {"cost.other-currency"},
    {"case.age-months", {"count"_number}}, {"case.weight", {"weight"_text}}, {"text.head.persons"},
    {"case.ecog", {"value"_number}}, {"case.ecog-died", {"value"_number}},
    {"case.treatment", {"kind"_text, "start"_date}}, {"case.treatment-since", {"kind"_text, "start"_date}},
    {"case.treatment-between", {"kind"_text, "start"_date, "end"_date}},
    {"case.treatment-until", {"kind"_text, "end"_date}}, {"case.entered"}, {"case.entered-by", {"name"_text}},
    {"case.entered-by-on", {"name"_text, "date"_date}}, {"case.all-entered"},
    {"case.all-entered-by", {"name"_text}}, {"case.all-entered-by-on", {"name"_text, "date"_date}},
    {"case.prepared-by", {"name"_text}}, {"case.prepared-by-on", {"name"_text, "date"_date}},
    {"case.unnumbered-by", {"name"_text}}, {"case.unnumbered-by-on", {"name"_text, "date"_date}},
    {"handover.silent", {"rows"_text}}, {"list.dated", {"text"_text, "date"_date}}, {"handover.records", {"state"_text, "records"_text}},

    // Questions and findings: to whom, about what.
    {"questions.home-doctor"}, {"questions.several"}, {"questions.more", {"count"_number}},
    {"questions.more-home", {"count"_number}}, {"questions.more-several", {"count"_number}},
    {"questions.to", {"names"_text}}, {"questions.with", {"question"_text, "to"_text}},
    {"glossary.brief", {"text"_text}}, {"finding.several"}, {"finding.for", {"options"_text}}, {"finding.for-every-hospital"},
    {"finding.for-every-option"}, {"finding.own", {"name"_text, "count"_number}},

    // Statements, their numbers, and the list of sources.
    {"statement.cite", {"number"_number}}, {"statement.cite-translated", {"number"_number}},
    {"statement.foreign", {"language"_text}},
    {"stand-in.script", {"script"_text}}, {"stand-in.sign", {"name"_text}},
    {"limit.mark", {"number"_number}},
    {"rule-by.field-practice"}, {"rule-by.house-rule"}, {"rule-by.source", {"source"_text}},
    {"rule-source.checked", {"date"_date}},
    {"chance.of-hundred", {"figures"_text}}, {"chance.of-many", {"count"_number, "figures"_text}},
    {"chance.people", {"figure"_text, "count"_number}}, {"chance.of-those", {"people"_text, "outcome"_text}},
    {"chance.as-stated", {"people"_text}}, {"chance.population", {"people"_text}},
    {"chance.timeframe", {"time"_duration}}, {"chance.with", {"treatment"_text}},
    {"chance.without", {"treatment"_text}}, {"chance.of-all", {"people"_text}},
    {"chance.range", {"low"_text, "high"_text}},
    {"chance.about", {"figure"_text}}, {"chance.up-to", {"figure"_text}}, {"chance.fewer-than", {"figure"_text}},
    {"chance.at-least", {"figure"_text}}, {"chance.more-than", {"figure"_text}},
    {"source.place", {"title"_text, "page"_number}}, {"source.place-unpaged", {"title"_text}}, {"source.case"}, {"source.page", {"page"_number}},
    {"source.letter", {"title"_text, "date"_date}},
    {"source.case-by", {"name"_text}}, {"source.case-by-on", {"name"_text, "date"_date}},
    {"source.original", {"language"_text}}, {"source.translated", {"language"_text, "name"_text}},
    {"source.marked-translated", {"language"_text, "name"_text}},
    {"source.translated-unnamed", {"language"_text}}, {"source.no-quote"}, {"source.statements", {"count"_number}},
    {"source.document", {"title"_text, "language"_text, "date"_date}},
    {"source.document-undated", {"title"_text, "language"_text}},

    // The report in short; what can be expected when.
    {"short.answers", {"asked"_number, "answered"_number}}, {"short.no-answer"},
    {"short.stated-items"}, {"short.own-total"}, {"short.no-amount"}, {"short.stay"}, {"short.abroad"},
    {"short.differences", {"count"_number, "subjects"_text}}, {"short.no-differences"},
    {"short.first-choices-differ"}, {"short.not-compared"}, {"short.partly-compared", {"subjects"_text}},
    {"short.open", {"unknowns"_number, "questions"_number}},
    {"expected.time", {"what"_text, "time"_duration, "clock"_text}},
    {"expected.time-stated", {"what"_text, "time"_duration, "clock"_text}},
    {"expected.length", {"what"_text, "time"_duration}},
    {"expected.between", {"start"_date, "earliest"_date, "latest"_date}},
    {"expected.until", {"start"_date, "latest"_date}}, {"expected.from", {"start"_date, "earliest"_date}},
    {"expected.start-unknown"}, {"expected.over", {"start"_date, "latest"_date}},
    {"expected.held", {"time"_duration, "source"_text}}, {"expected.times", {"what"_text, "times"_text}},
    {"expected.times-from", {"what"_text, "times"_text, "clock"_text}},

    // Costs.
    {"cost.expired", {"date"_date}}, {"cost.unit-price", {"price"_money, "unit"_text}},
    {"cost.per-unit", {"price"_money, "unit"_text}}, {"cost.no-sum"}, {"cost.package-price"}, {"cost.is-package"},
    {"cost.contingency", {"percent"_text}}, {"cost.for-persons", {"price"_text, "count"_number}},
    {"cost.over-stay", {"price"_text, "duration"_duration}}, {"cost.over-stay-unknown", {"price"_text}},
    {"cost.over-time-abroad", {"price"_text, "duration"_duration}},
    {"cost.over-time-abroad-unknown", {"price"_text}},
    {"cost.unit-price-times", {"price"_money, "unit"_text, "quantity"_text}},
    {"cost.price-times", {"price"_money, "quantity"_text}},
    {"cost.line-differs", {"stated"_money, "computed"_money}},
    {"cost.total-differs", {"stated"_money, "computed"_money}}, {"cost.not-stated-count", {"count"_number}},
    {"cost.payments-differ", {"stated"_money, "computed"_money}}, {"cost.percent", {"percent"_text}},
    {"cost.not-in-price", {"categories"_text}}, {"cost.open-in-price", {"categories"_text}},
    {"cost.not-named-in-price", {"categories"_text}}, {"cost.tax-not-in-price"}, {"cost.nothing-left-out"},
    {"cost.no-offer"}, {"cost.no-total"}, {"cost.see-total"}, {"cost.taken-off"}, {"cost.none-named"},
    {"cost.unlike-tax"}, {"cost.unlike-amount", {"categories"_text}}, {"cost.unlike-number", {"categories"_text}},
    {"cost.unlike-scope", {"categories"_text}},
    {"cost.like-for-like", {"categories"_text}}, {"cost.like-for-like-one", {"categories"_text}},
    {"cost.rate", {"from"_text, "to"_text, "rate"_text, "date"_date, "source"_text}},
    {"cost.rates-in-short", {"date"_date, "source"_text}},
    {"cost.rate-old", {"rate"_text, "duration"_duration}}, {"cost.missing-rate", {"codes"_text}},
    {"cost.no-estimate"}, {"cost.not-in-amount", {"count"_number}}, {"cost.changes-since", {"date"_date}},
    {"cost.changes-since-undated"},
    {"cost.alternative"}, {"cost.unrelated", {"count"_number}}, {"cost.see-estimates"},
    {"cost.sum-of-parts", {"count"_number}}, {"cost.several-currencies"}, {"cost.first-choice-unpriced"},
    {"cost.own-conversion", {"amount"_money}}, {"cost.our-product"}, {"cost.refund-percent", {"percent"_text}},
    {"cost.unit-price-range", {"price"_money, "unit"_text, "low"_text, "high"_text}},
    {"cost.rate-kind", {"rate"_text, "kind"_text}}, {"cost.rate-beside", {"rate"_text}},
    {"cost.estimate-dated", {"date"_date}}, {"cost.estimate-number", {"number"_number}},
    {"text.costs.parts"},
    {"cost.estimate-of", {"name"_text}}, {"cost.lines-of", {"name"_text, "count"_number}},
    {"cost.payments-of", {"name"_text, "count"_number}},
    {"list.clauses", {"first"_text, "second"_text}},

    // The report as a whole.
    {"report.title", {"label"_text}}, {"report.running-head", {"label"_text, "case"_text, "date"_date}},
    {"report.running-head-undated", {"label"_text, "case"_text}}, {"report.page", {"page"_text, "pages"_text}},
    {"report.mark-draft"}, {"report.mark-reviewed"}, {"report.summary"}, {"report.state-draft"},
    {"report.words-draft", {"language"_text}}, {"report.words-draft-by", {"language"_text, "name"_text, "date"_date}},
    {"report.state-reviewed", {"name"_text}}, {"report.state-reviewed-on", {"name"_text, "date"_date}},
    {"report.state-released", {"name"_text}}, {"report.state-released-on", {"name"_text, "date"_date}},
    {"report.state-reviewed-unnamed"}, {"report.state-released-unnamed"}, {"report.stale", {"date"_date}},
    {"report.stale-already", {"date"_date}}, {"report.stale-unknown"},

    // Records that are needed.
    {"checklist.always"}, {"checklist.if-done"}, {"checklist.if-asked"}, {"checklist.not-stated"},
    {"checklist.out-of-date"}, {"checklist.further", {"count"_number}}, {"checklist.for", {"names"_text}},
    {"checklist.reviewed", {"name"_text, "date"_date}}, {"checklist.not-reviewed"},
    {"checklist.perhaps", {"names"_text}},
    {"next.valid", {"date"_date}}, {"next.ended", {"date"_date}},

    // What changed since an earlier version.
    {"changes.since", {"date"_date}}, {"changes.what", {"names"_text}}, {"changes.came"}, {"changes.went"},
    {"changes.first-answer"}, {"changes.answer-withdrawn"}, {"changes.letter", {"letter"_text}},
    {"changes.name", {"name"_text}}, {"changes.was-not-there"}, {"changes.is-no-more"},
    {"changes.refund-not-stated"},
    {"calendar.statements", {"count"_number}}, {"calendar.converted", {"amount"_text, "converted"_text}},
    {"calendar.amount-not-stated"},

    // Charts.
    {"chart.labelled", {"name"_text, "value"_text}},
    {"chart.sentence", {"words"_text}},
    {"chart.costs.title"}, {"chart.costs.note"}, {"chart.costs.no-amount"},
    {"chart.costs.no-rate"}, {"chart.costs.left-out"},
    {"chart.costs.too-few"},
    {"chart.validity.title"}, {"chart.validity.note"}, {"chart.validity.axis.day", {"date"_date}},
    {"chart.validity.axis.week", {"date"_date}}, {"chart.validity.axis.month", {"date"_date}},
    {"chart.validity.estimate"}, {"chart.validity.ended", {"words"_text}}, {"chart.validity.left-out"},
    {"chart.stay.title"}, {"chart.stay.note"}, {"chart.stay.axis.day"}, {"chart.stay.axis.week"},
    {"chart.stay.axis.month"}, {"chart.stay.payments"}, {"chart.stay.day-not-stated", {"when"_text}},
    {"chart.stay.left-out"},
    {"chart.key.total"}, {"chart.key.items"}, {"chart.key.exact"}, {"chart.key.exact-items"}, {"chart.key.open"},
    {"chart.key.valid-uncertain"}, {"chart.key.time"}, {"chart.key.time-range"}, {"chart.key.due"},

    // The report that a family reads first.
    {"glance.what"}, {"glance.aim"}, {"glance.benefit"}, {"glance.risks"}, {"glance.answer"}, {"glance.time"},
    {"glance.cost"}, {"glance.price"}, {"glance.home"}, {"glance.place", {"name"_text, "place"_text}},
    {"glance.meta", {"label"_text, "date"_date}}, {"glance.holds", {"date"_date}}, {"glance.ended", {"date"_date}},
    {"glance.more", {"count"_number}}, {"glance.price-ended", {"date"_date}}, {"short.only-amount"},
    {"cost.named-price", {"name"_text, "price"_text}}, {"cost.only-per-unit", {"categories"_text}}, {"cost.only-elsewhere", {"categories"_text}}, {"glance.other-proposals", {"count"_number}}, {"glance.plan-now"}, {"glance.yes"}, {"glance.still-asks"},
    {"glance.yes-if"}, {"glance.yes-on-conditions"}, {"glance.reading"}, {"glance.reading-asks"},
    {"glance.needs"}, {"glance.needs-these"}, {"glance.no"}, {"glance.no-because"}, {"glance.cannot-judge"},
    {"glance.stay"}, {"glance.stay-length"}, {"glance.length", {"time"_duration, "where"_text}}, {"glance.abroad-length"}, {"glance.no-travel"},
    {"glance.with-travel", {"amount"_text}}, {"glance.plain-by", {"name"_text}},
    {"glance.plain-by-on", {"name"_text, "date"_date}}, {"glance.plain-translated", {"by"_text, "names"_text}}, {"choice.silent", {"rows"_text}},
    {"whole-cost.hospital"}, {"whole-cost.all"}, {"whole-cost.pays-for"}, {"whole-cost.left-out"},
    {"whole-cost.payments"}, {"whole-cost.holds"}, {"whole-cost.ended"}, {"whole-cost.nobody"},
    {"next.records", {"names"_text}}, {"whole-cost.hospital-alone"}, {"whole-cost.in-none", {"names"_text}},
    {"whole-cost.no-sum"}, {"whole-cost.by", {"names"_text}},
    {"whole-cost.payment", {"when"_text, "amount"_text}},
    {"people.key", {"others"_number}}, {"people.alternative", {"outcome"_text, "people"_text, "key"_text}}, {"people.key-range", {"low"_text, "high"_text}},
    {"people.key-all"}, {"text.family.people"},
    {"text.family.bring"}, {"text.family.beside"}, {"text.family.costs"}, {"text.short.title"},

    // Titles of the templates that are names of rows here, too.
    {"text.head.patient"}, {"text.head.age"}, {"text.head.country"}, {"text.head.diagnosis"}, {"text.head.stage"},
    {"text.head.markers"}, {"text.head.ecog"}, {"text.head.symptoms"}, {"text.head.comorbidities"},
    {"text.head.medications"}, {"text.head.allergies"}, {"text.head.history"}, {"text.head.goal"},
    {"text.head.question"}, {"text.head.priorities"}, {"text.head.decides"}, {"text.head.date"},
    {"text.costs.title"}, {"text.costs.currency"}, {"text.costs.own-total"}, {"text.costs.stated-items"},
    {"text.costs.discounts"}, {"text.costs.taxes"}, {"text.costs.left-out"}, {"text.costs.with-amount"}, {"text.costs.not-stated"}, {"text.costs.like-for-like"}, {"text.costs.basis"},
    {"text.costs.issued"}, {"text.costs.valid-until"}, {"text.costs.complications"}, {"text.costs.rates"},
    {"text.differences.title"}, {"text.flags.title"}, {"text.unknowns.title"}, {"text.urgent.title"},
    {"text.notice.state"}, {"text.records.title"}, {"text.sources.letters"},
};
// clang-format on

/// Every message that a report can say whatever its template: those above, those of the comparison, and those
/// in which the catalog writes figures (locale/format_messages.h). Sorted by id.
std::span<const compare::MessageSpec> all_messages();

/// Whether there is a message of that id, which need not be known when this is compiled.
bool is_listed(std::string_view id);

/// The id of a message that there is: made at compile time, of a literal that stands in a table.
class MessageId {
 public:
  consteval MessageId(const char* id) : spec_(listed(id)) {}  // NOLINT: a literal is to become one

  constexpr const compare::MessageSpec& spec() const { return *spec_; }

 private:
  static consteval const compare::MessageSpec* listed(std::string_view id) {
    for (const compare::MessageSpec& spec : k_view_messages) {
      if (spec.id == id) return &spec;
    }
    for (const compare::MessageSpec& spec : compare::k_message_specs) {
      if (spec.id == id) return &spec;
    }
    throw "no table has a message of this id";
  }

  const compare::MessageSpec* spec_;
};

using MessageArguments = std::vector<std::pair<std::string, compare::Argument>>;

/// The message of an id. Arguments that are not those of its table, in that order, are a bug:
/// std::logic_error.
compare::Message message(MessageId id, MessageArguments arguments = {});

/// The messages that name the values of an enumeration: <prefix>.<name of the value>.
template <typename Enum>
struct MessageFamily {
  std::string_view prefix;
  std::string_view unnamed = "none";  ///< the value that needs no message, if there is one of that name
};

/// Every enumeration whose values a view names. A test holds that each value has its message.
inline constexpr std::tuple k_message_families{
    MessageFamily<compare::CellState>{"cell-state", "stated"},
    MessageFamily<compare::ChanceBound>{"chance"},
    MessageFamily<compare::Clock>{"clock"},
    MessageFamily<compare::CostState>{"cost-state"},
    MessageFamily<compare::DifferenceKind>{"difference-kind"},
    MessageFamily<compare::OptionEvent>{"changes"},
    MessageFamily<compare::ReadingKind>{"reading"},
    MessageFamily<compare::StepId>{"step"},
    MessageFamily<compare::Subject>{"difference"},
    MessageFamily<model::CostCategory>{"cost-category"},
    MessageFamily<model::EstimateBasis>{"estimate-basis"},
    MessageFamily<model::ItemState>{"item-state"},
    MessageFamily<model::PaymentTime>{"payment-time"},
    MessageFamily<model::PreparationKind>{"preparation-kind"},
    MessageFamily<model::RateKind>{"rate-kind"},
    MessageFamily<model::RecordKind>{"record-kind"},
    MessageFamily<model::RecordState>{"record-state"},
    MessageFamily<model::Refundable>{"refundable"},
    MessageFamily<model::ReleaseState>{"release"},
    MessageFamily<model::Response>{"response"},
    MessageFamily<model::Sex>{"sex"},
    MessageFamily<model::TaxBasis>{"tax-basis"},
    MessageFamily<model::TreatmentKind>{"treatment-kind"},
    MessageFamily<model::UrgentKind>{"urgent"},
};

}  // namespace generator::report

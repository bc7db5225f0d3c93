// The comparison: every option on the same rows, with no language in it (value.h).
//
// Rules of fairness are held by these types: there is no score, and options have no order but the stated
// neutral one; a cell that a letter says nothing about exists and says so.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/compare/calendar.h"
#include "generator/compare/costs.h"
#include "generator/compare/expectation.h"
#include "generator/compare/lexicon.h"
#include "generator/compare/question.h"
#include "generator/compare/table.h"
#include "generator/compare/value.h"
#include "generator/model/case.h"
#include "generator/model/notation.h"
#include "generator/model/settings.h"

namespace generator::compare {

enum class OptionKind { home, hospital };

/// A column. Home comes first, then the hospitals by the letter that the comparison gave them; the letters
/// follow the hospitals' names in the root collation (CLDR), a rule that says nothing about merit and that
/// the report states.
struct Option {
  std::string id;  ///< a hospital's id, or "home"
  OptionKind kind = OptionKind::hospital;
  std::string letter;      ///< "A", "B", ...; empty for home
  std::string name;        ///< empty for home
  std::string short_name;  ///< where room is short; empty if the case has none
  std::string city;
  std::string country;
  /// Of the opinion that counts; nullopt if none has come. docs/comparison.md says which one of several.
  std::optional<model::DecisionStatus> decision;
  std::vector<std::string> opinions;   ///< ids of those that count, newest first
  std::vector<std::string> documents;  ///< ids of the letters that this column rests on
  /// Those that a later one of the same hospital replaced: kept, and shown as such.
  std::vector<std::string> superseded;
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
  eligibility,
  on_treatments  ///< what one proposes and another speaks against
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
  std::vector<Part> parts;  ///< one for each proposal that it is about, without headings; else one
  model::Facets facets{};   ///< of a stage or a marker: by these it is told apart, and not by `side`
};

struct Difference {
  Subject subject;
  /// nullopt: the answers are set side by side in their own words, and nothing is said on whether they
  /// differ.
  std::optional<DifferenceKind> kind;
  std::vector<Position> positions;  ///< who says what, by option; one option may hold several
  std::vector<Message> settle;      ///< what could settle it, the first thing first
  /// What the letters of those who take a side ask for themselves that bears on it: new images, another look
  /// at the tissue.
  std::vector<Evidence> asked{};
};

/// What reads differently, and is no difference.
enum class ReadingKind {
  in_other_words,  ///< one stage, or one result, as several wrote it
  other_edition,   ///< stages of two editions of one system: nothing compares across them
  course,          ///< an amount of one day, and of another
};

/// A stage or a marker that is written in several ways, and why that is no difference.
struct Reading {
  Subject subject;
  ReadingKind kind;
  std::vector<Evidence> values;  ///< whose, and what is written, by option
};

/// Something to know or to ask, about one option (or the case, if nullopt), with what it rests on.
struct Finding {
  std::optional<std::size_t> option;
  Message message;
  std::vector<Evidence> evidence;
};

/// The same point about several options, or the same question to several: to be told once, with all of them.
struct Together {
  Message message;
  std::vector<std::size_t> options;  ///< indices, in the order of the columns
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
  std::optional<model::Agency> agency;
  std::optional<model::PlainWords> plain;
  std::optional<model::Entry> entered;
  model::Release release;
  std::optional<model::Date>
      stale_on;  ///< the first validity to end among the opinions and estimates that count
  std::optional<int> age_months;
  std::optional<model::Decimal> weight_kg;
  std::vector<model::Person> persons;  ///< beside the patient
};

struct Changes;

struct Comparison {
  CaseSummary summary;
  Message order;  ///< the rule by which the columns are ordered
  std::vector<Option> options;
  std::vector<Group> groups;
  /// Only kinds that somebody asks for, in the model's order, what is not sorted last.
  std::vector<PreparationRow> preparations;
  Costs costs;
  std::vector<CalendarStep> calendar;  ///< the steps that every report shows, in their order
  std::vector<Difference> differences;
  /// What matters to the choice and could not be compared: fewer than two hospitals say it.
  std::vector<Subject> not_compared;
  std::vector<Reading> readings;            ///< stages first
  std::vector<Finding> unknowns;            ///< what is not known, from the gaps in each answer
  std::vector<Finding> red_flags;           ///< about an offer, never about a family
  std::vector<Together> unknowns_together;  ///< of `unknowns`, those of several options (told_together.h)
  std::vector<Together> red_flags_together;
  /// To ask, from what is open: the doctor at home, each hospital in the order of the options, the family;
  /// each of them ranked (question_order.h).
  std::vector<Question> questions;
  std::vector<Together> questions_together;  ///< to several hospitals, in the order of asking
  /// Every question but those to the family, each once, whoever is asked: the first to be put comes first.
  std::vector<Together> asked_first;
  std::vector<Expectation> expectations;              ///< by option, what holds of any hospital last
  std::vector<LimitInUse> limits;                     ///< those that touch a cell, each once
  std::vector<model::SettingSource> setting_sources;  ///< those that are named here, in the settings' order
  std::vector<SourceDocument> documents;
  /// What changed since an earlier revision of the case (changes.h); null unless one was given.
  std::shared_ptr<const Changes> changes;
};

/// Brings a checked case into one comparison. `date` overrides the day on which the report speaks; of the
/// settings, what they leave out is not shown; in words that the lexicon lacks, nothing is found. Errors:
/// no-report-date, if neither the case nor the caller has one; collation-missing (machine), if ICU has no
/// root collation.
base::Result<Comparison> compare_case(const model::Case& c, std::optional<model::Date> date = std::nullopt,
                                      const model::Settings& settings = {},
                                      const Lexicon& lexicon = Lexicon());

/// The format that the JSON names itself by.
inline constexpr std::string_view k_json_format = "consilium/comparison/2";

/// The comparison as JSON, as `consilium compare` prints it (json_members.h, docs/comparison.md).
std::string to_json(const Comparison& comparison);

}  // namespace generator::compare

// A case: one patient's question, and what the hospitals answered. Immutable once read; ingest makes it, and
// has checked that every id it refers to exists, that ranges are in order and that quotes stand in their
// letters.
//
// An absent optional, or an empty list, means "not stated". docs/case-format.md describes the file field by
// field; names here are the file's names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/model/date.h"
#include "generator/model/duration.h"
#include "generator/model/estimate.h"
#include "generator/model/language.h"
#include "generator/model/money.h"
#include "generator/model/person.h"
#include "generator/model/statement.h"

namespace generator::model {

struct Family {
  std::vector<LanguageTag> languages;
  std::optional<Currency> currency;  ///< the one that they think in
  std::vector<Statement> priorities;
  std::optional<Statement> decides;
  /// What the family itself sets aside for what nobody foresaw, in percent of an estimate; never added to
  /// one.
  std::optional<Decimal> contingency_percent;
};

/// A stage in the words of a system: {"BCLC", "B"}, {"TNM", "T3 N1 M0"}. Two stages compare only within one
/// system.
struct Stage {
  std::string system;
  std::string value;
  friend bool operator==(const Stage&, const Stage&) = default;
};

/// What a result was measured in. Two specimens are two results: blood is not tissue.
enum class Specimen {
  blood,
  tissue,
  bone_marrow,
  urine,
  cerebrospinal_fluid,
  ascites,
  pleural_fluid,
  stool,
  other
};

/// A result of a laboratory as written: a tumour marker {"HER2", "2+"}, or a value of the blood {"albumin",
/// "29", "g/L"}.
struct Marker {
  std::string name;
  std::string value;
  std::optional<Date> date;
  std::optional<Source> source{};
  std::string unit{};  ///< empty where the value bears it itself, or has none
  std::optional<Specimen> specimen{};
};

struct Diagnosis {
  Statement text;
  std::string code_system;
  std::string code;
  std::optional<Stage> stage;
  std::optional<Date> date;
  std::vector<Marker> markers;
  std::vector<Marker> labs{};  ///< other values of the laboratory: how the liver works, the blood counts
};

enum class TreatmentKind {
  surgery,
  systemic,
  radiation,
  loco_regional,
  transplant,
  cell_therapy,
  pause,
  other
};
enum class Response { complete, partial, stable, progression };

struct Treatment {
  TreatmentKind kind;
  Statement what;
  std::optional<Date> start;
  std::optional<Date> end;
  std::optional<Statement> dose;
  std::optional<Response> response;
  std::optional<Statement> outcome;
};

struct Status {
  std::optional<int> ecog;  ///< 0 to 5
  std::vector<Statement> symptoms;
  std::vector<Statement> comorbidities;
  std::vector<Statement> medications;
  std::vector<Statement> allergies;
};

enum class UrgentKind { emergency_symptom, unstable_disease, unclear_pathology, no_doctor_at_home };
struct UrgentNote {
  UrgentKind kind;
  Statement text;
};

enum class RecordKind {
  pathology,
  bone_marrow,
  imaging,
  labs,
  treatment_letter,
  discharge_summary,
  operative_note,
  medical_summary,
  other
};
enum class RecordState { present, missing, requested, not_needed };
struct Record {
  RecordKind kind;
  RecordState state;
  std::string file;
  std::optional<Date> date;
  std::optional<Statement> note;
  std::string person{};  ///< id of whom it is about, if not the patient; may be empty
};

/// In which form a hospital saw a record: the pictures or slides themselves, words about them, or both.
enum class RecordForm { original, report, both };

/// A record that a review rests on.
struct SeenRecord {
  RecordKind kind;
  std::optional<RecordForm> form{};

  friend bool operator==(const SeenRecord&, const SeenRecord&) = default;
};

/// A letter. `text` is what it says, if it came with the case; pages are separated by form feeds (U+000C).
struct Document {
  std::string id;
  std::string title;
  std::string file;
  LanguageTag language;
  std::optional<Date> date;
  std::optional<std::string> text;
};

/// What the question to a hospital is about, where the case says so.
enum class AskedAbout { treatment_plan, operability, cell_therapy, trial };

/// When a hospital was asked, from when its answer can be expected, and by when it said itself to answer.
struct Asked {
  std::optional<Date> sent;              ///< the first record
  std::optional<Date> records_complete;  ///< the last record that it needs had arrived
  std::optional<Date> paid;
  std::optional<AskedAbout> about;
  std::optional<DurationRange> answer_within;  ///< counted from complete records, in the hospital's own words
  Sources sources;                             ///< of answer_within
};

struct Hospital {
  std::string id;
  std::string name;
  std::string city;
  std::string country;  ///< ISO 3166-1 alpha-2
  std::string kind;
  std::string short_name;  ///< what it is called where room is short; may be empty
  Asked asked{};
};

struct Reviewer {
  std::string name;
  std::string department;
};

enum class DecisionStatus {
  accepted,
  conditional,
  under_review,
  needs_information,
  not_eligible,
  cannot_judge,
  current_plan_adequate
};
enum class Agreement { yes, partly, no };
enum class Modality {
  surgery,
  systemic,
  loco_regional,
  cell_therapy,
  radiation,
  proton_or_ion,
  transplant,
  trial,
  palliative,
  observation,
  other
};
enum class Intent { curative, life_extending, symptom_control };
enum class Operability { operable, borderline, not_operable, cannot_judge };

/// Whether the kinds of treatment of a plan follow each other, or are given at one time.
enum class ModalityOrder { in_sequence, together };

/// Where a treatment stands among all that a patient gets: before or after an operation, or the how-manieth
/// line against a disease that has spread or come back.
enum class LineOfTherapy { neoadjuvant, adjuvant, first, second, third_or_later, maintenance };

enum class TrialEligibility { eligible, not_eligible, to_be_checked };

struct Trial {
  std::string registry_number;
  std::optional<Statement> title;
  std::optional<TrialEligibility> eligibility{};
};

enum class PreparationKind {
  biopsy_review,
  imaging,
  blood_tests,
  heart,
  infection,
  dental,
  stop_drug,
  vaccination,
  other
};

/// Something that a hospital wants done before admission. `kind` sorts it beside what the others want.
struct Preparation {
  std::optional<PreparationKind> kind;
  Statement what;
};

/// In which row a chance stands.
enum class ChanceKind { benefit, risk, side_effect };

/// Whether a share of a share may be told as one share of all. Only who entered the case can know that both
/// are of the same people.
enum class ShareOfShare { apart, multiplied };

/// So many of so many people, as a letter gives it: 40 of 100, 81 of 112, "up to 3" of 1000. A chance with
/// `share_of` is one of those whom that other chance counts, and not of all.
struct StatedChance {
  std::string id;  ///< by which another chance names it; may be empty
  ChanceKind kind;
  Statement outcome;                    ///< what happens to them
  std::optional<Statement> population;  ///< who the `out_of` are
  std::optional<Decimal> low;  ///< one of the two at least: low alone is "at least", high alone "up to"
  std::optional<Decimal> high;
  int out_of = 100;
  bool approximate = false;
  std::optional<DurationRange> timeframe;  ///< by when it happens
  std::optional<Statement> with;           ///< the treatment that it is the chance with
  std::optional<Statement> without;        ///< or without
  std::string share_of;                    ///< id of a chance of the same proposal; may be empty
  ShareOfShare together = ShareOfShare::apart;
  std::optional<Source> source;
};

/// One treatment that is proposed, or the plan at home.
struct Proposal {
  std::vector<Modality> modalities;
  std::optional<ModalityOrder> order{};  ///< of the modalities; nullopt: nobody says that the list is one
  std::optional<LineOfTherapy> line_of_therapy;
  std::optional<Statement> plan;
  std::optional<Intent> intent;
  std::optional<Statement> intensity;  ///< how heavy it is, as the letter states it
  std::optional<Statement> benefit;    ///< as the letter states it
  std::vector<Statement> risks;
  std::vector<Statement> side_effects;
  std::vector<StatedChance> chances;
  std::vector<Preparation> before_admission;
  std::optional<DurationRange> time_to_treatment;  ///< until the treatment begins, as the letter counts it
  std::optional<DurationRange> stay;
  std::optional<DurationRange> time_abroad;
  std::optional<Statement> follow_up;
  std::vector<Statement> alternatives;
  std::optional<Statement> if_not_suitable;
  std::optional<Trial> trial;
  Sources sources;   ///< of modalities, line_of_therapy, intent, time_to_treatment, stay, time_abroad, trial
  std::string id{};  ///< by which estimates and answers name it; may be empty
  std::optional<int> rank{};  ///< 1: the first choice. Without ranks the order of the list is theirs
  /// The aim in the letter's own words, "to keep the disease under control": shown as they are.
  std::optional<Statement> intent_words{};
  std::vector<ForPerson> for_persons{};
};

/// What a hospital answers on one treatment, be it its own, the plan at home or another hospital's.
enum class TreatmentAnswer {
  accepted,
  conditional,
  to_be_checked,
  not_eligible,  ///< the patient does not meet what it asks for
  not_advised,   ///< the hospital speaks against it
  not_offered,   ///< the hospital does not give it
  cannot_judge
};

/// One hospital's answer on one treatment, with its reason. Which treatment: its kind, the letter's words, a
/// trial's number, or whose plan it is; at least one of them.
struct OnTreatment {
  std::optional<Modality> treatment;
  std::optional<Statement> what;
  std::string registry_number;
  std::string proposed_by;  ///< a hospital's id or "home"; may be empty
  TreatmentAnswer decision;
  std::optional<Statement> reason;
  std::optional<Source> source;  ///< of the decision
};

struct Practical {
  std::optional<Statement> travel;
  std::optional<Statement> visa;
  std::optional<Statement> language;
  std::optional<Statement> companions;
};

struct ReviewedDiagnosis {
  std::optional<Agreement> agrees;
  std::optional<Statement> text;
  std::optional<Stage> stage;
  std::vector<Marker> markers;  ///< as this hospital found them itself
  std::vector<Marker> labs{};   ///< the values of the laboratory that it goes by
};

/// How an answer came that is no letter.
enum class Channel { telephone, video, in_person };

/// An answer that somebody heard. It is theirs to vouch for, and never shown as a letter.
struct Heard {
  Channel channel;
  std::string by;  ///< who heard it
  Date on;
};

struct Opinion {
  std::string id;
  std::string hospital;
  std::optional<Date> received;
  std::string document;  ///< may be empty
  std::optional<Reviewer> reviewer;
  std::vector<SeenRecord> seen;  ///< what the review rests on
  DecisionStatus decision;
  std::optional<Statement> decision_reason;
  std::vector<Preparation> conditions;  ///< of a conditional acceptance
  ReviewedDiagnosis diagnosis;
  std::optional<Operability> operability;
  std::optional<Statement> urgency;
  std::optional<DurationRange> urgency_within;  ///< by when treatment should begin, from now
  std::vector<Proposal> proposals;
  std::vector<Statement> limits;
  std::vector<Statement> asks;
  std::optional<Statement> experience;
  std::optional<Statement> emergency_care;
  std::optional<Statement> pathology_handling;
  std::optional<Statement> records_translation;
  Practical practical;
  std::optional<Date> valid_until;
  std::string supersedes;  ///< id of the opinion that this one replaces; may be empty
  /// Of reviewer, seen, decision, agrees, stage, operability, urgency_within, valid_for, valid_until.
  Sources sources;
  std::vector<OnTreatment> on_treatments{};
  std::optional<DurationRange> valid_for{};  ///< from the day of its letter, where the letter gives no end
  std::optional<Heard> heard{};              ///< iff it came by word of mouth; then it names no letter
};

/// The plan at home: always a column of its own. A case that says nothing of it has an empty one.
struct Home {
  std::optional<Reviewer> doctor;
  std::optional<Date> date;
  std::string document;
  Proposal proposal;
  std::vector<Statement> limits;
  std::optional<Statement> emergency_care;
};

enum class Judgement { unrealistic, very_heavy, reasonable_balance, unknown };
enum class JudgeRole { clinician, coordinator };

/// Somebody's judgement of an option. Never computed.
struct NamedJudgement {
  std::string option;  ///< a hospital's id or "home"
  Judgement judgement;
  std::string by;
  JudgeRole role;
  std::optional<Date> on;
  std::optional<Statement> reason;
};

/// What somebody takes the words of a letter for. `neither`: they were looked at, and are none.
enum class QuoteVerdict { promise, pressure, neither };

/// Somebody's judgement of the words of a letter. A report speaks of a promise only where there is one.
struct QuoteJudgement {
  QuoteVerdict verdict;
  std::string hospital;
  Source source;  ///< with its quote
  std::string by;
  JudgeRole role;
  Date on;
  std::optional<Statement> reason;
};

/// Who paid for the coordination, and what commission was taken (rule of fairness 9).
struct Coordination {
  std::optional<Statement> paid_by;
  std::optional<Statement> commission;
};

/// Who made the report, and whom to call about it. All of it goes into reports.
struct Agency {
  std::string name;
  std::string person;  ///< the rest may be empty
  std::string telephone;
  std::string case_number;  ///< the agency's own
};

/// One option in a person's plain words, for the first page. What is left out is taken from the answers.
struct PlainOption {
  std::string option;             ///< a hospital's id or "home"
  std::optional<Statement> what;  ///< what it is
  std::optional<Statement> aim;   ///< what it is for
  std::optional<Statement> benefit;
  std::optional<Statement> risks;
  std::optional<Statement> answer;  ///< whether it is a yes, and on what that depends
  std::optional<Statement> time;    ///< how long away
  std::optional<Statement> price;   ///< what the price pays for, and what is not in it
};

/// The first page in plain words, which a named person answers for.
struct PlainWords {
  std::string by;
  std::optional<Date> on;
  std::optional<Statement> title;       ///< the choice, as a question
  std::optional<Statement> main;        ///< the one thing to know, or to find out, first
  std::vector<Statement> disagreement;  ///< why the doctors disagree: a sentence a point
  std::vector<Statement> first;         ///< what to do first
  std::vector<PlainOption> options;
};

enum class ReleaseState { draft, reviewed, released };
struct Release {
  ReleaseState state = ReleaseState::draft;
  std::string by;
  std::optional<Date> on;
};

/// Who entered into the case what no letter says, and when.
struct Entry {
  std::string by;
  std::optional<Date> on;
};

struct Case {
  std::string id;
  std::optional<Date> date;  ///< of the report
  Patient patient;
  Family family;
  Diagnosis diagnosis;
  std::vector<Treatment> history;
  Status status;
  std::optional<Statement> goal;
  std::vector<UrgentNote> urgent;
  std::optional<Statement> question;
  std::vector<Record> records;
  std::vector<Document> documents;
  std::vector<Hospital> hospitals;
  std::vector<Opinion> opinions;
  std::vector<Estimate> estimates;
  std::vector<NonMedicalCost> non_medical;
  std::vector<Rate> rates;
  Home home;
  std::vector<NamedJudgement> judgements;
  std::vector<QuoteJudgement> quote_judgements;  ///< in the file, they are among the judgements
  Coordination coordination;
  std::optional<Agency> agency;
  std::optional<PlainWords> plain;
  std::optional<Entry> entered;
  Release release;
  std::vector<Person> persons{};  ///< beside the patient
};

/// The day on which the report speaks: the case's date, else the release's, else the newest date that an
/// answer bears; nullopt if there is none.
std::optional<Date> report_date(const Case& c);

/// What the laboratory found, with its unit: "29 g/L".
std::string result_text(const Marker& marker);

/// The last day on which an opinion holds: the stated one, else the one that follows from its length and the
/// date of its letter; nullopt if neither is known.
std::optional<Date> end_of(const Case& c, const Opinion& opinion);

}  // namespace generator::model

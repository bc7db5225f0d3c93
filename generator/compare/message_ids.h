// Every message that a comparison can hold, or that a report needs to name one of its enumerated values: the
// id and the arguments that go with it. The catalog of each locale is checked against this table, so a
// sentence is missing at build time and never on a family's page.
//
// Findings (unknown.*, red-flag.*, question.*) are shown beside the option that they are about, or under the
// case as a whole: their sentences name no hospital. Questions are put to the hospital ("Am I accepted, or
// still under review?"), those of question.home-* to the doctor at home, those of question.family-* to the
// family.
#pragma once

#include <span>
#include <string_view>

#include "generator/compare/message_spec.h"

namespace generator::compare {

using namespace message_literals;

inline constexpr ArgumentSpec k_role{"role", ArgumentKind::keyword, "clinician coordinator"};

inline constexpr ArgumentSpec k_specimen{
    "specimen", ArgumentKind::keyword,
    "blood tissue bone_marrow urine cerebrospinal_fluid ascites pleural_fluid stool other"};
inline constexpr ArgumentSpec k_record{
    "record", ArgumentKind::keyword,
    "pathology bone_marrow imaging labs treatment_letter discharge_summary "
    "operative_note medical_summary other"};
inline constexpr ArgumentSpec k_form{"form", ArgumentKind::keyword, "original report both"};
inline constexpr ArgumentSpec k_channel{"channel", ArgumentKind::keyword, "telephone video in_person"};
inline constexpr ArgumentSpec k_person{"role", ArgumentKind::keyword, "donor mother child companion other"};

// clang-format off
/// All but those of the rows, which follow from their names.
inline constexpr MessageSpec k_message_specs[] = {
    // Groups of rows of the table.
    {"group.answer"}, {"group.diagnosis"}, {"group.treatment"}, {"group.time"}, {"group.safety"},
    {"group.practical"}, {"group.judgement"},

    // What stands in a cell that holds no value, and the rule by which the columns are ordered.
    {"cell-state.not-stated"}, {"cell-state.not-applicable"},
    {"order.by-name"},

    // What stands in cells. "decision.no-answer": nothing has come from this hospital yet.
    {"decision.accepted"}, {"decision.conditional"}, {"decision.under-review"}, {"decision.needs-information"},
    {"decision.not-eligible"}, {"decision.cannot-judge"}, {"decision.current-plan-adequate"},
    {"decision.no-answer"},
    {"decision.overtaken"},  // this answer was undecided, and a newer one of the same hospital has decided
    {"agreement.yes"}, {"agreement.partly"}, {"agreement.no"},
    {"modality.surgery"}, {"modality.systemic"}, {"modality.loco-regional"}, {"modality.cell-therapy"},
    {"modality.radiation"}, {"modality.proton-or-ion"}, {"modality.transplant"}, {"modality.trial"},
    {"modality.palliative"}, {"modality.observation"}, {"modality.other"},
    {"modality-order.in-sequence"}, {"modality-order.together"},  // above the kinds of one plan
    {"line-of-therapy.neoadjuvant"}, {"line-of-therapy.adjuvant"}, {"line-of-therapy.first"},
    {"line-of-therapy.second"}, {"line-of-therapy.third-or-later"}, {"line-of-therapy.maintenance"},
    {"trial-eligibility.eligible"}, {"trial-eligibility.not-eligible"}, {"trial-eligibility.to-be-checked"},
    // What a hospital answers on one treatment, after which treatment that is.
    {"treatment-answer.accepted"}, {"treatment-answer.conditional"}, {"treatment-answer.to-be-checked"},
    {"treatment-answer.not-eligible"}, {"treatment-answer.not-advised"}, {"treatment-answer.not-offered"},
    {"treatment-answer.cannot-judge"},
    {"marker.value", {"name"_text, "value"_text}},
    {"marker.value-on", {"name"_text, "value"_text, "date"_date}},
    {"marker.value-in", {"name"_text, "value"_text, k_specimen}},
    {"marker.value-in-on", {"name"_text, "value"_text, k_specimen, "date"_date}},
    {"seen.in-form", {k_record, k_form}},  // a record, and in which form the hospital saw it
    {"heard.by", {k_channel, "name"_text, "date"_date}},  // beside an answer that is no letter
    // Somebody beside the patient: a heading, and how long they stay.
    {"for-person.role", {k_person}}, {"for-person.named", {k_person, "label"_text}},
    {"for-person.stay", {"duration"_duration}},
    {"urgency.within", {"duration"_duration}},
    {"validity.for", {"duration"_duration}}, {"validity.computed", {"date"_date}},
    {"preparation-kind.biopsy-review"}, {"preparation-kind.imaging"}, {"preparation-kind.blood-tests"},
    {"preparation-kind.heart"}, {"preparation-kind.infection"}, {"preparation-kind.dental"},
    {"preparation-kind.stop-drug"}, {"preparation-kind.vaccination"}, {"preparation-kind.other"},
    {"preparation-kind.not-sorted"},
    {"intent.curative"}, {"intent.life-extending"}, {"intent.symptom-control"},
    {"operability.operable"}, {"operability.borderline"}, {"operability.not-operable"},
    {"operability.cannot-judge"},
    {"judgement.unrealistic"}, {"judgement.very-heavy"}, {"judgement.reasonable-balance"},
    {"judgement.unknown"},
    {"judge-role.clinician"}, {"judge-role.coordinator"},
    {"judged.by", {"name"_text, k_role}},
    {"judged.by-on", {"name"_text, k_role, "date"_date}},
    {"reviewer.named", {"name"_text, "department"_text}},
    {"reviewer.name-only", {"name"_text}},
    {"reviewer.department-only", {"department"_text}},
    {"stage.in-system", {"system"_text, "value"_text}},
    {"stage.plain", {"value"_text}},
    {"trial.registered", {"registration"_text}},
    // A heading inside a cell, where a hospital answered more than once or proposes more than one treatment.
    {"opinion.number", {"number"_number}},
    {"proposal.number", {"number"_number}},
    // The letter proposes no treatment at this hospital (not eligible; the current plan is already the best).
    {"proposal.none"},
    // Before a plan in a letter that declines, or could not judge: it is no offer.
    {"proposal.declined"}, {"proposal.not-judged"}, {"proposal.trial-closed"},

    // Costs.
    {"cost-category.consultation"}, {"cost-category.diagnostics"}, {"cost-category.imaging"},
    {"cost-category.pathology"}, {"cost-category.procedure"}, {"cost-category.surgery"},
    {"cost-category.drugs"}, {"cost-category.radiation"}, {"cost-category.cell-therapy"},
    {"cost-category.hospital-stay"}, {"cost-category.intensive-care"}, {"cost-category.blood-products"},
    {"cost-category.complications"}, {"cost-category.follow-up"}, {"cost-category.interpreter"},
    {"cost-category.translation"}, {"cost-category.visa"}, {"cost-category.travel"},
    {"cost-category.lodging"}, {"cost-category.companion"}, {"cost-category.coordination-fee"},
    {"cost-category.other"},
    {"cost-state.stated"}, {"cost-state.included"}, {"cost-state.excluded"}, {"cost-state.per-unit"},
    {"cost-state.not-stated"},
    {"cost-state.asked"}, {"cost-state.extra"}, {"item-state.extra"},
    {"item-state.included"}, {"item-state.excluded"}, {"item-state.not-stated"}, {"item-state.asked"},
    {"estimate-basis.itemised"}, {"estimate-basis.package"}, {"tax-basis.included"}, {"tax-basis.on-top"},
    {"tax-basis.none-due"},
    {"payment-time.before-arrival"}, {"payment-time.admission"}, {"payment-time.milestone"},
    {"payment-time.discharge"}, {"payment-time.other"},
    {"refundable.yes"}, {"refundable.partly"}, {"refundable.no"},
    {"rate-kind.official"}, {"rate-kind.market"}, {"rate-kind.bank"}, {"rate-kind.agency"},

    // The steps of the calendar.
    {"step.decide"}, {"step.prepare"}, {"step.wait"}, {"step.admission"}, {"step.treatment"}, {"step.discharge"},
    {"step.abroad"}, {"step.afterwards"}, {"step.other-time"},

    // The case as it stands.
    {"sex.female"}, {"sex.male"}, {"sex.other"},
    {"urgent.emergency-symptom"}, {"urgent.unstable-disease"}, {"urgent.unclear-pathology"},
    {"urgent.no-doctor-at-home"},
    {"treatment-kind.surgery"}, {"treatment-kind.systemic"}, {"treatment-kind.radiation"},
    {"treatment-kind.loco-regional"}, {"treatment-kind.transplant"}, {"treatment-kind.cell-therapy"},
    {"treatment-kind.pause"}, {"treatment-kind.other"},
    {"response.complete"}, {"response.partial"}, {"response.stable"}, {"response.progression"},
    {"record-kind.pathology"}, {"record-kind.bone-marrow"}, {"record-kind.imaging"}, {"record-kind.labs"},
    {"record-kind.treatment-letter"}, {"record-kind.discharge-summary"}, {"record-kind.operative-note"},
    {"record-kind.medical-summary"}, {"record-kind.other"},
    {"record-state.present"}, {"record-state.missing"}, {"record-state.requested"},
    {"record-state.not-needed"},
    {"release.draft"}, {"release.reviewed"}, {"release.released"},

    // Where the answers differ (headings), and what could settle it.
    {"difference.diagnosis"}, {"difference.stage"}, {"difference.markers"}, {"difference.treatment"},
    {"difference.sequence"}, {"difference.intent"},
    {"difference.operability"}, {"difference.urgency"}, {"difference.eligibility"}, {"difference.on-treatments"},
    {"difference-kind.fact"}, {"difference-kind.judgement"}, {"difference-kind.scope"},
    // Steps that could settle a difference: noun phrases that stand in a list.
    {"settle.send-pathology"}, {"settle.send-imaging"}, {"settle.send-records"},  // what is missing, first
    {"settle.same-slides"}, {"settle.repeat-test"}, {"settle.same-images"}, {"settle.staging-test"},
    {"settle.examination"},
    {"settle.facts-first"},                   // the difference of fact that this one rests on
    {"settle.ask-scope"}, {"settle.ask-goal"}, {"settle.ask-criteria"}, {"settle.same-question"},
    {"settle.doctors-call"}, {"settle.third-review"}, {"settle.home-doctor"},

    // What a review from afar cannot judge, below the table that marks it.
    {"remote-limit.tissue"}, {"remote-limit.new-symptoms"}, {"remote-limit.resectability"},
    {"remote-limit.operability-not-reliable"},  // the setting operability-remote says "no"
    {"remote-limit.examination"},

    // What can be expected when. The settings' ids, and what a hospital said itself; and from when it runs.
    {"expectation.answer-within"}, {"expectation.wait-first-answer"}, {"expectation.wait-written-opinion"},
    {"expectation.wait-written-opinion-rare"}, {"expectation.wait-cell-therapy-eligibility"},
    {"expectation.wait-operability"}, {"expectation.wait-trial-match"}, {"expectation.wait-clarification"},
    {"expectation.wait-translation"}, {"expectation.wait-in-person"}, {"expectation.wait-proton"},
    {"expectation.abroad-proton"},
    {"clock.records-complete"}, {"clock.first-records"}, {"clock.payment"}, {"clock.acceptance"},
    {"clock.question"},

    // What is not known. About the case as a whole:
    {"unknown.records-missing", {"count"_number}},   // evidence: the kinds
    {"unknown.insurance"},                    // whether any insurance pays; none is assumed
    {"unknown.missing-rate", {"from"_text, "to"_text}}, // currency codes: no dated rate in the case
    // About one option:
    {"unknown.no-answer"}, {"unknown.under-review"}, {"unknown.needs-information"}, {"unknown.cannot-judge"},
    {"unknown.several-decisions"},            // answers of one hospital differ, none replaces the other
    {"unknown.expected-time-over", {"duration"_duration, "date"_date}},  // of an answer that is usual, by the settings
    {"unknown.stated-time-over", {"duration"_duration, "date"_date}},    // that the hospital itself stated
    {"unknown.conditions"},                   // conditional, the conditions are not named
    {"unknown.opinion-expired", {"date"_date}},
    {"unknown.reviewer"},
    {"unknown.imaging-repeat"},
    {"unknown.benefit-chance"},               // evidence: the benefit, in words that hold no chance
    {"unknown.limits"},                       // what this review cannot judge, in its own words (evidence)
    {"unknown.home-plan"},                    // nothing is stated on the plan at home
    {"unknown.home-doctor"},                  // no doctor at home is named
    {"unknown.no-estimate"},
    {"unknown.several-estimates", {"count"_number}}, // nobody says how they belong together
    {"unknown.other-plan", {"number"_number}},       // not the first choice (evidence: the silent rows)
    {"unknown.cost-items", {"count"_number}},        // lines without an amount (evidence: their labels)
    {"unknown.cost-quantity", {"count"_number}},     // a price for one unit, the number of units is not stated
    {"unknown.cost-asked", {"count"_number}},        // asked, and not answered yet
    {"unknown.cost-excluded", {"count"_number}},     // not part of the estimate; what they cost is not stated
    {"unknown.cost-upper-bound", {"count"_number}},  // "from ..." lines: no upper bound
    {"unknown.cost-complications"}, {"unknown.cost-valid-until"}, {"unknown.payments"}, {"unknown.refund"},
    {"unknown.refund-of", {"count"_number}},         // of these payments (evidence) nobody says what comes back

    // Red flags: about an offer.
    {"red-flag.no-reviewer"},
    // A named person confirmed it on the words (evidence): a promise, and pressure on the family.
    {"red-flag.guarantee", {"name"_text, k_role, "date"_date}},
    {"red-flag.pressure", {"name"_text, k_role, "date"_date}},
    {"red-flag.no-answer-on-pathology"}, {"red-flag.no-answer-on-complications"},
    {"red-flag.no-answer-on-translation"},
    {"red-flag.no-plan-if-not-suitable"},
    {"red-flag.payment-before-acceptance", {"amount"_money}},
    {"red-flag.payment-before-acceptance-unstated"},  // a payment whose amount is not stated
    {"red-flag.estimate-expired", {"date"_date}},

    // Questions to a hospital.
    {"question.decision"}, {"question.conditions"}, {"question.needs-information"},
    {"question.expected-time-over", {"duration"_duration, "date"_date}}, {"question.stated-time-over", {"duration"_duration, "date"_date}},
    {"question.cannot-judge"}, {"question.once-received"}, {"question.several-decisions"}, {"question.opinion-renew", {"date"_date}},
    {"question.reviewer"},
    {"question.guarantee"},                   // what does this promise rest on? (evidence: the words)
    {"question.pressure"},                    // why the hurry? (evidence: the words)
    {"question.difference-diagnosis"}, {"question.difference-stage"}, {"question.difference-markers"},
    {"question.difference-markers-told"}, {"question.payment-before-acceptance-only"},
    {"question.difference-treatment"}, {"question.difference-treatment-home"}, {"question.difference-sequence"}, {"question.difference-intent"}, {"question.difference-operability"}, {"question.difference-urgency"},
    {"question.difference-on-treatments"}, {"question.other-plan", {"number"_number}},
    {"question.difference-eligibility"},      // another hospital sees it differently: on what do you rest it?
    {"question.cost-valid-until"}, {"question.several-estimates", {"count"_number}},
    {"question.estimate"}, {"question.estimate-renew", {"date"_date}},
    {"question.cost-items", {"count"_number}}, {"question.cost-quantity", {"count"_number}},
    {"question.cost-asked", {"count"_number}}, {"question.cost-excluded", {"count"_number}},
    {"question.cost-upper-bound", {"count"_number}},
    {"question.cost-line-sum", {"stated"_money, "computed"_money}},   // evidence: the line's label
    {"question.cost-total-sum", {"stated"_money, "computed"_money}},
    {"question.cost-payments-sum", {"stated"_money, "computed"_money}},
    {"question.cost-complications"}, {"question.payments"}, {"question.refund"},
    {"question.refund-of", {"count"_number}},
    {"question.payment-before-acceptance"},
    {"question.imaging-repeat"},
    // Questions to the doctor at home.
    {"question.home-urgent"},                 // evidence: the urgent notes
    {"question.home-travel"},
    {"question.home-differences", {"count"_number}}, // evidence: the subjects
    {"question.home-plan"},
    // Questions that only the family can answer.
    {"question.family-doctor"}, {"question.family-question"}, {"question.family-priorities"},
    {"question.family-goal"},                 // evidence: what matters most to it
    {"question.family-decides"}, {"question.family-languages"},
    {"question.family-asks", {"count"_number}},      // evidence: what the hospitals ask for
    {"question.family-records", {"count"_number}},   // evidence: the kinds
    {"question.family-companions"},           // evidence: what the letters say of companions
    {"question.family-deadline", {"date"_date}},   // evidence: the validities that have not ended
    {"question.family-insurance"}, {"question.family-contingency"}, {"question.family-currency"},
};
// clang-format on

/// Every message: those above, and those of the rows (rows.h).
std::span<const MessageSpec> message_specs();

/// The entry of that id, or nullptr.
const MessageSpec* find_message(std::string_view id);

}  // namespace generator::compare

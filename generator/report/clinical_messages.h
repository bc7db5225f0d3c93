// What a doctor is told in other words than a family: "stable disease (SD)", where a family reads "the
// illness stayed the same". `clinical.<id>` stands in the place of the message <id>, with its arguments, in
// documents whose plan has a doctor for its reader (document_plan.h); what has no line here is said to both
// alike.
#pragma once

#include <string_view>

#include "generator/compare/message_spec.h"

namespace generator::report {

using namespace compare::message_literals;

inline constexpr std::string_view k_clinical_prefix = "clinical.";

// clang-format off
inline constexpr compare::MessageSpec k_clinical_messages[] = {
    // Of the case.
    {"clinical.case.ecog", {"value"_number}}, {"clinical.case.treatment-since", {"kind"_text, "start"_date}},
    {"clinical.case.treatment-until", {"kind"_text, "end"_date}},
    {"clinical.text.head.ecog"}, {"clinical.text.head.comorbidities"}, {"clinical.text.head.medications"},
    {"clinical.text.head.history"}, {"clinical.text.head.markers"}, {"clinical.text.head.goal"},
    {"clinical.text.head.question"},
    {"clinical.response.complete"}, {"clinical.response.partial"}, {"clinical.response.stable"},
    {"clinical.response.progression"},
    {"clinical.treatment-kind.radiation"}, {"clinical.treatment-kind.pause"},
    {"clinical.record-kind.pathology"}, {"clinical.record-kind.imaging"}, {"clinical.record-kind.labs"},
    {"clinical.record-kind.treatment-letter"}, {"clinical.record-kind.discharge-summary"},
    {"clinical.record-kind.operative-note"},

    // Of the answers.
    {"clinical.decision.under-review"}, {"clinical.decision.needs-information"},
    {"clinical.decision.not-eligible"}, {"clinical.decision.cannot-judge"},
    {"clinical.decision.current-plan-adequate"},
    {"clinical.agreement.yes"}, {"clinical.agreement.partly"}, {"clinical.agreement.no"},
    {"clinical.modality.systemic"}, {"clinical.modality.loco-regional"}, {"clinical.modality.radiation"},
    {"clinical.modality.proton-or-ion"}, {"clinical.modality.observation"},
    {"clinical.intent.curative"}, {"clinical.intent.life-extending"}, {"clinical.intent.symptom-control"},
    {"clinical.operability.operable"}, {"clinical.operability.borderline"},
    {"clinical.operability.not-operable"}, {"clinical.operability.cannot-judge"},
    {"clinical.line-of-therapy.neoadjuvant"}, {"clinical.line-of-therapy.adjuvant"},
    {"clinical.line-of-therapy.first"}, {"clinical.line-of-therapy.second"},
    {"clinical.line-of-therapy.third-or-later"}, {"clinical.line-of-therapy.maintenance"},
    {"clinical.urgency.within", {"duration"_duration}},

    // The rows, set narrow.
    {"clinical.row.reviewer"}, {"clinical.row.seen"}, {"clinical.row.limits"}, {"clinical.row.conditions"},
    {"clinical.row.valid-until"}, {"clinical.row.markers"}, {"clinical.row.plan"},
    {"clinical.row.line-of-therapy"}, {"clinical.row.trial"}, {"clinical.row.intent"},
    {"clinical.row.intensity"}, {"clinical.row.benefit"}, {"clinical.row.risks"},
    {"clinical.row.side-effects"}, {"clinical.row.if-not-suitable"}, {"clinical.row.operability"},
    {"clinical.row.urgency"}, {"clinical.row.before-admission"}, {"clinical.row.asks"},
    {"clinical.row.time-to-treatment"}, {"clinical.row.stay"}, {"clinical.row.time-abroad"},
    {"clinical.row.follow-up"}, {"clinical.row.emergency-care"}, {"clinical.row.experience"},
    {"clinical.row.pathology-handling"}, {"clinical.row.on-treatments"},

    // Where they differ.
    {"clinical.difference.markers"}, {"clinical.difference.sequence"}, {"clinical.difference.intent"},
    {"clinical.difference.operability"}, {"clinical.difference.urgency"},
    {"clinical.difference.eligibility"}, {"clinical.difference.on-treatments"},
    {"clinical.difference-kind.fact"}, {"clinical.difference-kind.judgement"},
    {"clinical.difference-kind.scope"}, {"clinical.difference.side-by-side"},
};
// clang-format on

}  // namespace generator::report

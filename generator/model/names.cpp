#include "generator/model/names.h"

namespace generator::model {

template <>
std::span<const Name<Sex>> names<Sex>() {
  using enum Sex;
  static constexpr Name<Sex> k_names[] = {
      {female, "female"},
      {male, "male"},
      {other, "other"},
  };
  return k_names;
}

template <>
std::span<const Name<TreatmentKind>> names<TreatmentKind>() {
  using enum TreatmentKind;
  static constexpr Name<TreatmentKind> k_names[] = {
      {surgery, "surgery"},       {systemic, "systemic"},
      {radiation, "radiation"},   {loco_regional, "loco-regional"},
      {transplant, "transplant"}, {cell_therapy, "cell-therapy"},
      {pause, "pause"},           {other, "other"},
  };
  return k_names;
}

template <>
std::span<const Name<Response>> names<Response>() {
  using enum Response;
  static constexpr Name<Response> k_names[] = {
      {complete, "complete"},
      {partial, "partial"},
      {stable, "stable"},
      {progression, "progression"},
  };
  return k_names;
}

template <>
std::span<const Name<UrgentKind>> names<UrgentKind>() {
  using enum UrgentKind;
  static constexpr Name<UrgentKind> k_names[] = {
      {emergency_symptom, "emergency-symptom"},
      {unstable_disease, "unstable-disease"},
      {unclear_pathology, "unclear-pathology"},
      {no_doctor_at_home, "no-doctor-at-home"},
  };
  return k_names;
}

template <>
std::span<const Name<RecordKind>> names<RecordKind>() {
  using enum RecordKind;
  static constexpr Name<RecordKind> k_names[] = {
      {pathology, "pathology"},
      {bone_marrow, "bone-marrow"},
      {imaging, "imaging"},
      {labs, "labs"},
      {treatment_letter, "treatment-letter"},
      {discharge_summary, "discharge-summary"},
      {operative_note, "operative-note"},
      {medical_summary, "medical-summary"},
      {other, "other"},
  };
  return k_names;
}

template <>
std::span<const Name<RecordState>> names<RecordState>() {
  using enum RecordState;
  static constexpr Name<RecordState> k_names[] = {
      {present, "present"},
      {missing, "missing"},
      {requested, "requested"},
      {not_needed, "not-needed"},
  };
  return k_names;
}

template <>
std::span<const Name<RecordForm>> names<RecordForm>() {
  using enum RecordForm;
  static constexpr Name<RecordForm> k_names[] = {{original, "original"}, {report, "report"}, {both, "both"}};
  return k_names;
}

template <>
std::span<const Name<Specimen>> names<Specimen>() {
  using enum Specimen;
  static constexpr Name<Specimen> k_names[] = {
      {blood, "blood"},
      {tissue, "tissue"},
      {bone_marrow, "bone-marrow"},
      {urine, "urine"},
      {cerebrospinal_fluid, "cerebrospinal-fluid"},
      {ascites, "ascites"},
      {pleural_fluid, "pleural-fluid"},
      {stool, "stool"},
      {other, "other"},
  };
  return k_names;
}

template <>
std::span<const Name<PersonRole>> names<PersonRole>() {
  using enum PersonRole;
  static constexpr Name<PersonRole> k_names[] = {
      {donor, "donor"}, {mother, "mother"}, {child, "child"}, {companion, "companion"}, {other, "other"}};
  return k_names;
}

template <>
std::span<const Name<Channel>> names<Channel>() {
  using enum Channel;
  static constexpr Name<Channel> k_names[] = {
      {telephone, "telephone"}, {video, "video"}, {in_person, "in-person"}};
  return k_names;
}

template <>
std::span<const Name<DecisionStatus>> names<DecisionStatus>() {
  using enum DecisionStatus;
  static constexpr Name<DecisionStatus> k_names[] = {
      {accepted, "accepted"},
      {conditional, "conditional"},
      {under_review, "under-review"},
      {needs_information, "needs-information"},
      {not_eligible, "not-eligible"},
      {cannot_judge, "cannot-judge"},
      {current_plan_adequate, "current-plan-adequate"},
  };
  return k_names;
}

template <>
std::span<const Name<Agreement>> names<Agreement>() {
  using enum Agreement;
  static constexpr Name<Agreement> k_names[] = {
      {yes, "yes"},
      {partly, "partly"},
      {no, "no"},
  };
  return k_names;
}

template <>
std::span<const Name<Modality>> names<Modality>() {
  using enum Modality;
  static constexpr Name<Modality> k_names[] = {
      {surgery, "surgery"},           {systemic, "systemic"},   {loco_regional, "loco-regional"},
      {cell_therapy, "cell-therapy"}, {radiation, "radiation"}, {proton_or_ion, "proton-or-ion"},
      {transplant, "transplant"},     {trial, "trial"},         {palliative, "palliative"},
      {observation, "observation"},   {other, "other"},
  };
  return k_names;
}

template <>
std::span<const Name<Intent>> names<Intent>() {
  using enum Intent;
  static constexpr Name<Intent> k_names[] = {
      {curative, "curative"},
      {life_extending, "life-extending"},
      {symptom_control, "symptom-control"},
  };
  return k_names;
}

template <>
std::span<const Name<Operability>> names<Operability>() {
  using enum Operability;
  static constexpr Name<Operability> k_names[] = {
      {operable, "operable"},
      {borderline, "borderline"},
      {not_operable, "not-operable"},
      {cannot_judge, "cannot-judge"},
  };
  return k_names;
}

template <>
std::span<const Name<ModalityOrder>> names<ModalityOrder>() {
  using enum ModalityOrder;
  static constexpr Name<ModalityOrder> k_names[] = {
      {in_sequence, "in-sequence"},
      {together, "together"},
  };
  return k_names;
}

template <>
std::span<const Name<LineOfTherapy>> names<LineOfTherapy>() {
  using enum LineOfTherapy;
  static constexpr Name<LineOfTherapy> k_names[] = {
      {neoadjuvant, "neoadjuvant"},       {adjuvant, "adjuvant"},       {first, "first"}, {second, "second"},
      {third_or_later, "third-or-later"}, {maintenance, "maintenance"},
  };
  return k_names;
}

template <>
std::span<const Name<TrialEligibility>> names<TrialEligibility>() {
  using enum TrialEligibility;
  static constexpr Name<TrialEligibility> k_names[] = {
      {eligible, "eligible"},
      {not_eligible, "not-eligible"},
      {to_be_checked, "to-be-checked"},
  };
  return k_names;
}

template <>
std::span<const Name<TreatmentAnswer>> names<TreatmentAnswer>() {
  using enum TreatmentAnswer;
  static constexpr Name<TreatmentAnswer> k_names[] = {
      {accepted, "accepted"},         {conditional, "conditional"}, {to_be_checked, "to-be-checked"},
      {not_eligible, "not-eligible"}, {not_advised, "not-advised"}, {not_offered, "not-offered"},
      {cannot_judge, "cannot-judge"},
  };
  return k_names;
}

template <>
std::span<const Name<PreparationKind>> names<PreparationKind>() {
  using enum PreparationKind;
  static constexpr Name<PreparationKind> k_names[] = {
      {biopsy_review, "biopsy-review"},
      {imaging, "imaging"},
      {blood_tests, "blood-tests"},
      {heart, "heart"},
      {infection, "infection"},
      {dental, "dental"},
      {stop_drug, "stop-drug"},
      {vaccination, "vaccination"},
      {other, "other"},
  };
  return k_names;
}

template <>
std::span<const Name<CostTime>> names<CostTime>() {
  using enum CostTime;
  static constexpr Name<CostTime> k_names[] = {
      {stay, "stay"},
      {time_abroad, "time-abroad"},
  };
  return k_names;
}

template <>
std::span<const Name<CostCategory>> names<CostCategory>() {
  using enum CostCategory;
  static constexpr Name<CostCategory> k_names[] = {
      {consultation, "consultation"},
      {diagnostics, "diagnostics"},
      {imaging, "imaging"},
      {pathology, "pathology"},
      {procedure, "procedure"},
      {surgery, "surgery"},
      {drugs, "drugs"},
      {radiation, "radiation"},
      {cell_therapy, "cell-therapy"},
      {hospital_stay, "hospital-stay"},
      {intensive_care, "intensive-care"},
      {blood_products, "blood-products"},
      {complications, "complications"},
      {follow_up, "follow-up"},
      {interpreter, "interpreter"},
      {translation, "translation"},
      {visa, "visa"},
      {travel, "travel"},
      {lodging, "lodging"},
      {companion, "companion"},
      {coordination_fee, "coordination-fee"},
      {other, "other"},
  };
  return k_names;
}

template <>
std::span<const Name<ItemState>> names<ItemState>() {
  using enum ItemState;
  static constexpr Name<ItemState> k_names[] = {
      {included, "included"}, {excluded, "excluded"}, {not_stated, "not-stated"},
      {asked, "asked"},       {extra, "extra"},
  };
  return k_names;
}

template <>
std::span<const Name<LineKind>> names<LineKind>() {
  using enum LineKind;
  static constexpr Name<LineKind> k_names[] = {
      {charge, "charge"},
      {discount, "discount"},
      {tax, "tax"},
  };
  return k_names;
}

template <>
std::span<const Name<TaxBasis>> names<TaxBasis>() {
  using enum TaxBasis;
  static constexpr Name<TaxBasis> k_names[] = {
      {included, "included"},
      {on_top, "on-top"},
      {none_due, "none-due"},
  };
  return k_names;
}

template <>
std::span<const Name<EstimateBasis>> names<EstimateBasis>() {
  using enum EstimateBasis;
  static constexpr Name<EstimateBasis> k_names[] = {
      {itemised, "itemised"},
      {package, "package"},
  };
  return k_names;
}

template <>
std::span<const Name<PaymentTime>> names<PaymentTime>() {
  using enum PaymentTime;
  static constexpr Name<PaymentTime> k_names[] = {
      {before_arrival, "before-arrival"}, {admission, "admission"}, {milestone, "milestone"},
      {discharge, "discharge"},           {other, "other"},
  };
  return k_names;
}

template <>
std::span<const Name<Refundable>> names<Refundable>() {
  using enum Refundable;
  static constexpr Name<Refundable> k_names[] = {
      {yes, "yes"},
      {partly, "partly"},
      {no, "no"},
  };
  return k_names;
}

template <>
std::span<const Name<Judgement>> names<Judgement>() {
  using enum Judgement;
  static constexpr Name<Judgement> k_names[] = {
      {unrealistic, "unrealistic"},
      {very_heavy, "very-heavy"},
      {reasonable_balance, "reasonable-balance"},
      {unknown, "unknown"},
  };
  return k_names;
}

template <>
std::span<const Name<JudgeRole>> names<JudgeRole>() {
  using enum JudgeRole;
  static constexpr Name<JudgeRole> k_names[] = {
      {clinician, "clinician"},
      {coordinator, "coordinator"},
  };
  return k_names;
}

template <>
std::span<const Name<QuoteVerdict>> names<QuoteVerdict>() {
  using enum QuoteVerdict;
  static constexpr Name<QuoteVerdict> k_names[] = {
      {promise, "promise"},
      {pressure, "pressure"},
      {neither, "neither"},
  };
  return k_names;
}

template <>
std::span<const Name<ChanceKind>> names<ChanceKind>() {
  using enum ChanceKind;
  static constexpr Name<ChanceKind> k_names[] = {
      {benefit, "benefit"},
      {risk, "risk"},
      {side_effect, "side-effect"},
  };
  return k_names;
}

template <>
std::span<const Name<ReleaseState>> names<ReleaseState>() {
  using enum ReleaseState;
  static constexpr Name<ReleaseState> k_names[] = {
      {draft, "draft"},
      {reviewed, "reviewed"},
      {released, "released"},
  };
  return k_names;
}

template <>
std::span<const Name<AskedAbout>> names<AskedAbout>() {
  using enum AskedAbout;
  static constexpr Name<AskedAbout> k_names[] = {
      {treatment_plan, "treatment-plan"},
      {operability, "operability"},
      {cell_therapy, "cell-therapy"},
      {trial, "trial"},
  };
  return k_names;
}

template <>
std::span<const Name<SettingSourceKind>> names<SettingSourceKind>() {
  using enum SettingSourceKind;
  static constexpr Name<SettingSourceKind> k_names[] = {
      {page_seen, "page-seen"},
      {standard_work, "standard-work"},
      {field_practice, "field-practice"},
      {house_rule, "house-rule"},
  };
  return k_names;
}

template <>
std::span<const Name<TimeUnit>> names<TimeUnit>() {
  using enum TimeUnit;
  static constexpr Name<TimeUnit> k_names[] = {
      {hour, "hour"}, {business_day, "business-day"}, {day, "day"}, {week, "week"}, {month, "month"},
      {year, "year"},
  };
  return k_names;
}

template <>
std::span<const Name<PriceRole>> names<PriceRole>() {
  using enum PriceRole;
  static constexpr Name<PriceRole> k_names[] = {{first_choice, "first-choice"},
                                                {other_plan, "other-plan"},
                                                {alternative, "alternative"},
                                                {unrelated, "unrelated"}};
  return k_names;
}

template <>
std::span<const Name<RateKind>> names<RateKind>() {
  using enum RateKind;
  static constexpr Name<RateKind> k_names[] = {
      {official, "official"},
      {market, "market"},
      {bank, "bank"},
      {agency, "agency"},
  };
  return k_names;
}

template <>
std::span<const Name<AmountBasis>> names<AmountBasis>() {
  using enum AmountBasis;
  static constexpr Name<AmountBasis> k_names[] = {
      {quoted, "quoted"}, {range, "range"}, {from, "from"}, {up_to, "up-to"}, {computed, "computed"},
  };
  return k_names;
}

template <>
std::span<const Name<Sourced>> names<Sourced>() {
  using enum Sourced;
  static constexpr Name<Sourced> k_names[] = {{agrees, "agrees"},
                                              {answer_within, "answer_within"},
                                              {basis, "basis"},
                                              {decision, "decision"},
                                              {intent, "intent"},
                                              {issued, "issued"},
                                              {line_of_therapy, "line_of_therapy"},
                                              {modalities, "modalities"},
                                              {operability, "operability"},
                                              {reviewer, "reviewer"},
                                              {seen, "seen"},
                                              {stage, "stage"},
                                              {stay, "stay"},
                                              {tax, "tax"},
                                              {time_abroad, "time_abroad"},
                                              {time_to_treatment, "time_to_treatment"},
                                              {total, "total"},
                                              {trial, "trial"},
                                              {urgency_within, "urgency_within"},
                                              {valid_for, "valid_for"},
                                              {valid_until, "valid_until"}};
  return k_names;
}

}  // namespace generator::model

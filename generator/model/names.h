// The one spelling of each enumerator, as it stands in case files, message ids and JSON output: kebab-case.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "generator/model/case.h"
#include "generator/model/price_plans.h"
#include "generator/model/settings.h"

namespace generator::model {

/// An enumerator and its name.
template <typename Enum>
struct Name {
  Enum value;
  std::string_view name;
};

/// All names of an enumeration, in its order. Specialised in names.cpp for every enumeration of the model.
template <typename Enum>
std::span<const Name<Enum>> names();
template <>
std::span<const Name<Sex>> names<Sex>();
template <>
std::span<const Name<TreatmentKind>> names<TreatmentKind>();
template <>
std::span<const Name<Response>> names<Response>();
template <>
std::span<const Name<UrgentKind>> names<UrgentKind>();
template <>
std::span<const Name<RecordKind>> names<RecordKind>();
template <>
std::span<const Name<RecordState>> names<RecordState>();
template <>
std::span<const Name<RecordForm>> names<RecordForm>();
template <>
std::span<const Name<Specimen>> names<Specimen>();
template <>
std::span<const Name<PersonRole>> names<PersonRole>();
template <>
std::span<const Name<Channel>> names<Channel>();
template <>
std::span<const Name<DecisionStatus>> names<DecisionStatus>();
template <>
std::span<const Name<Agreement>> names<Agreement>();
template <>
std::span<const Name<AskedAbout>> names<AskedAbout>();
template <>
std::span<const Name<Modality>> names<Modality>();
template <>
std::span<const Name<Intent>> names<Intent>();
template <>
std::span<const Name<Operability>> names<Operability>();
template <>
std::span<const Name<ModalityOrder>> names<ModalityOrder>();
template <>
std::span<const Name<LineOfTherapy>> names<LineOfTherapy>();
template <>
std::span<const Name<TrialEligibility>> names<TrialEligibility>();
template <>
std::span<const Name<TreatmentAnswer>> names<TreatmentAnswer>();
template <>
std::span<const Name<PreparationKind>> names<PreparationKind>();
template <>
std::span<const Name<CostTime>> names<CostTime>();
template <>
std::span<const Name<CostCategory>> names<CostCategory>();
template <>
std::span<const Name<ItemState>> names<ItemState>();
template <>
std::span<const Name<EstimateBasis>> names<EstimateBasis>();
template <>
std::span<const Name<LineKind>> names<LineKind>();
template <>
std::span<const Name<TaxBasis>> names<TaxBasis>();
template <>
std::span<const Name<PaymentTime>> names<PaymentTime>();
template <>
std::span<const Name<Refundable>> names<Refundable>();
template <>
std::span<const Name<Judgement>> names<Judgement>();
template <>
std::span<const Name<JudgeRole>> names<JudgeRole>();
template <>
std::span<const Name<QuoteVerdict>> names<QuoteVerdict>();
template <>
std::span<const Name<ChanceKind>> names<ChanceKind>();
template <>
std::span<const Name<ReleaseState>> names<ReleaseState>();
template <>
std::span<const Name<TimeUnit>> names<TimeUnit>();
template <>
std::span<const Name<SettingSourceKind>> names<SettingSourceKind>();
template <>
std::span<const Name<AmountBasis>> names<AmountBasis>();
template <>
std::span<const Name<PriceRole>> names<PriceRole>();
template <>
std::span<const Name<RateKind>> names<RateKind>();
/// As members of the case file, not kebab-case.
template <>
std::span<const Name<Sourced>> names<Sourced>();

template <typename Enum>
std::string_view name_of(Enum value) {
  for (const auto& entry : names<Enum>()) {
    if (entry.value == value) return entry.name;
  }
  return {};
}

template <typename Enum>
std::optional<Enum> value_of(std::string_view name) {
  for (const auto& entry : names<Enum>()) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

}  // namespace generator::model

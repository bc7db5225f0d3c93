// Stages in other words: IIIB, "stage 3B" and the same in letters of another alphabet are one stage;
// "pT4a N1 M1c" of the colon is IVC, and what one edition calls IIIA another may call IIB.
//
// Compared are: the group, the categories T, N and M (clinical beside clinical, after surgery beside after
// surgery), and whether there are distant metastases. The tables are the field's notation, of no language.
#pragma once

#include <string>
#include <string_view>

#include "generator/model/case.h"
#include "generator/model/notation.h"

namespace generator::model {

/// Stages compare within one topic: a system by one name, AJCC and UICC being of TNM.
std::string staging_topic(const Stage& stage);

/// What the stage says. `icd10` is the code of the disease, or empty: which categories make which group is
/// only known of some.
Facets staging_facets(const Stage& stage, std::string_view icd10);

Likeness compare_stages(const Stage& a, const Stage& b, std::string_view icd10);

/// The ICD-10 code of a diagnosis; empty if it has another code or none.
std::string_view icd10_of(const Diagnosis& diagnosis);

}  // namespace generator::model

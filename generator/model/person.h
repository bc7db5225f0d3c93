// The people of a case: the patient, and those beside the patient of whom the letters speak, such as a donor.
// Named by initials; what could tell who they are never leaves the case.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/model/decimal.h"
#include "generator/model/duration.h"
#include "generator/model/statement.h"

namespace generator::model {

enum class Sex { female, male, other };

/// One way to reach the patient or the family: {"phone", "+964 ..."}.
struct Contact {
  std::string kind;  ///< the member's name in the file
  std::string value;
};

/// `identifiers` and `contact` never leave the case: Comparison does not copy them, and outputs are scanned
/// for them.
struct Patient {
  std::string label;  ///< initials by default
  std::optional<int> age;
  std::optional<Sex> sex;
  std::string country;  ///< ISO 3166-1 alpha-2, may be empty
  std::vector<std::string> identifiers;
  std::vector<Contact> contact;
  std::optional<int> age_months{};     ///< of a small child, beside or instead of the years
  std::optional<Decimal> weight_kg{};  ///< by which drugs are dosed
};

enum class PersonRole { donor, mother, child, companion, other };

/// Somebody beside the patient, of whom the letters speak: who gives a part of the liver, who carries or
/// nurses the child, who travels along. Named by initials, as the patient is.
struct Person {
  std::string id;
  PersonRole role;
  std::string label;  ///< initials; may be empty
  std::optional<int> age;
  std::optional<int> age_months;
  std::optional<Sex> sex;
  std::optional<Decimal> weight_kg;
};

/// What a plan means for somebody beside the patient (Case::persons).
struct ForPerson {
  std::string person;             ///< id
  std::optional<Statement> what;  ///< what is done with them, or asked of them
  std::vector<Statement> risks;
  std::optional<DurationRange> stay;  ///< in hospital, or at the place
  std::optional<Source> source{};     ///< of the stay
};

}  // namespace generator::model

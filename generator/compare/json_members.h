// What a comparison looks like as JSON (`consilium/comparison/2`): for each struct its members, once. The
// writer (comparison_json.cpp) writes by these lists, and docs/schema/comparison.schema.json is made of them
// (tests/compare/ comparison_schema_test.cpp holds it to them), so neither can know a member that the other
// does not.
//
// One rule for all: what is not there is left out, be it an absent value, an empty text or an empty list;
// never null, and never a zero in its place. Decimals are strings, so that no reader turns them into binary
// floating point; dates are ISO 8601, as far as they are known; enumerators are kebab-case.
#pragma once

#include <string_view>
#include <tuple>

#include "generator/compare/changes.h"
#include "generator/compare/comparison.h"
#include "generator/compare/names.h"

namespace generator::compare {

/// A member of a struct under its name in JSON; `says` describes it in the schema, where its name does not.
template <typename Struct, typename Type>
struct JsonMember {
  std::string_view name;
  Type Struct::*member;
  std::string_view says = {};
};

template <typename Struct, typename Type>
JsonMember(std::string_view, Type Struct::*) -> JsonMember<Struct, Type>;
template <typename Struct, typename Type>
JsonMember(std::string_view, Type Struct::*, std::string_view) -> JsonMember<Struct, Type>;

/// `k_name` is the struct's definition in the schema, `k_members` a tuple of JsonMember.
template <typename Struct>
struct JsonShape;

template <typename Struct>
concept HasJsonShape = requires {
  JsonShape<Struct>::k_members;
};

template <>
struct JsonShape<model::Source> {
  using T = model::Source;
  static constexpr std::string_view k_name = "source";
  static constexpr std::tuple k_members{JsonMember{"document", &T::document, "id of a letter in documents"},
                                        JsonMember{"page", &T::page, "from 1"},
                                        JsonMember{"quote", &T::quote, "the sentence as it stands there"}};
};

template <>
struct JsonShape<model::Translation> {
  using T = model::Translation;
  static constexpr std::string_view k_name = "translation";
  static constexpr std::tuple k_members{JsonMember{"language", &T::language}, JsonMember{"text", &T::text},
                                        JsonMember{"by", &T::by, "who made it"}};
};

template <>
struct JsonShape<model::Statement> {
  using T = model::Statement;
  static constexpr std::string_view k_name = "statement";
  static constexpr std::tuple k_members{
      JsonMember{"text", &T::text, "somebody's own words, in language"}, JsonMember{"language", &T::language},
      JsonMember{"translations", &T::translations}, JsonMember{"source", &T::source}};
};

template <>
struct JsonShape<model::DurationRange> {
  using T = model::DurationRange;
  static constexpr std::string_view k_name = "duration";
  static constexpr std::tuple k_members{JsonMember{"low", &T::low}, JsonMember{"high", &T::high},
                                        JsonMember{"unit", &T::unit}};
};

template <>
struct JsonShape<model::MoneyRange> {
  using T = model::MoneyRange;
  static constexpr std::string_view k_name = "money";
  static constexpr std::tuple k_members{
      JsonMember{"currency", &T::currency}, JsonMember{"low", &T::low}, JsonMember{"high", &T::high},
      JsonMember{"basis", &T::basis},
      JsonMember{"about", &T::approximate, "the letter says about, or it is computed from what does"}};
};

template <>
struct JsonShape<model::Rate> {
  using T = model::Rate;
  static constexpr std::string_view k_name = "rate";
  static constexpr std::tuple k_members{JsonMember{"from", &T::from},     JsonMember{"to", &T::to},
                                        JsonMember{"rate", &T::rate},     JsonMember{"date", &T::date},
                                        JsonMember{"source", &T::source}, JsonMember{"kind", &T::kind}};
};

template <>
struct JsonShape<Amount> {
  using T = Amount;
  static constexpr std::string_view k_name = "amount";
  static constexpr std::tuple k_members{
      JsonMember{"own", &T::own, "in the hospital's currency"},
      JsonMember{"family", &T::family, "converted, exact, to the family's"}};
};

template <>
struct JsonShape<Chance> {
  using T = Chance;
  static constexpr std::string_view k_name = "chance";
  static constexpr std::tuple k_members{
      JsonMember{"low", &T::low, "of out_of people"},
      JsonMember{"high", &T::high, "of out_of people"},
      JsonMember{"bound", &T::bound},
      JsonMember{"about", &T::about},
      JsonMember{"is_of_hundred", &T::is_of_hundred, "the words themselves speak of 100"},
      JsonMember{"out_of", &T::out_of}};
};

template <>
struct JsonShape<StatedChance> {
  using T = StatedChance;
  static constexpr std::string_view k_name = "stated_chance";
  static constexpr std::tuple k_members{
      JsonMember{"stated", &T::stated, "as the letter gives it"},
      JsonMember{"people", &T::people, "the same on a denominator that gives whole people"},
      JsonMember{"population", &T::population, "who the out_of are"},
      JsonMember{"timeframe", &T::timeframe, "by when"},
      JsonMember{"with", &T::with},
      JsonMember{"without", &T::without},
      JsonMember{"share_of", &T::share_of, "it counts only those who had this outcome"},
      JsonMember{"of_all", &T::of_all, "of all people, where the case says that the two may be multiplied"}};
};

}  // namespace generator::compare

// Members of what changed since an earlier revision, and of the whole comparison, as JSON (json_members.h).
#pragma once

#include "generator/compare/json_members_case.h"
#include "generator/compare/json_members_costs.h"
#include "generator/compare/json_members_table.h"

namespace generator::compare {

template <>
struct JsonShape<RowChange> {
  using T = RowChange;
  static constexpr std::string_view k_name = "row_change";
  static constexpr std::tuple k_members{
      JsonMember{"row", &T::row}, JsonMember{"before", &T::before, "its parts hold only what is no more"},
      JsonMember{"now", &T::now, "its parts hold only what was not there"}};
};

template <>
struct JsonShape<FactChange> {
  using T = FactChange;
  static constexpr std::string_view k_name = "fact_change";
  static constexpr std::tuple k_members{
      JsonMember{"fact", &T::fact, "the urgent notes, or a member of the case file"},
      JsonMember{"before", &T::before}, JsonMember{"now", &T::now}};
};

template <>
struct JsonShape<EstimateState> {
  using T = EstimateState;
  static constexpr std::string_view k_name = "estimate_state";
  static constexpr std::tuple k_members{JsonMember{"issued", &T::issued},
                                        JsonMember{"valid_until", &T::valid_until},
                                        JsonMember{"stated_items", &T::stated_items},
                                        JsonMember{"items_without_amount", &T::items_without_amount},
                                        JsonMember{"stated_total", &T::stated_total},
                                        JsonMember{"complications", &T::complications}};
};

template <>
struct JsonShape<EstimateChange> {
  using T = EstimateChange;
  static constexpr std::string_view k_name = "estimate_change";
  static constexpr std::tuple k_members{JsonMember{"whole", &T::whole},
                                        JsonMember{"categories", &T::categories},
                                        JsonMember{"payments", &T::payments}};
};

template <>
struct JsonShape<OptionChange> {
  using T = OptionChange;
  static constexpr std::string_view k_name = "option_change";
  static constexpr std::tuple k_members{JsonMember{"id", &T::id},
                                        JsonMember{"kind", &T::kind},
                                        JsonMember{"name", &T::name},
                                        JsonMember{"name_before", &T::name_before},
                                        JsonMember{"letter_before", &T::letter_before},
                                        JsonMember{"letter", &T::letter},
                                        JsonMember{"event", &T::event},
                                        JsonMember{"rows", &T::rows},
                                        JsonMember{"estimate", &T::estimate},
                                        JsonMember{"non_medical", &T::non_medical},
                                        JsonMember{"red_flags", &T::red_flags},
                                        JsonMember{"unknowns", &T::unknowns}};
};

template <>
struct JsonShape<DifferenceChange> {
  using T = DifferenceChange;
  static constexpr std::string_view k_name = "difference_change";
  static constexpr std::tuple k_members{JsonMember{"subject", &T::subject}, JsonMember{"before", &T::before},
                                        JsonMember{"now", &T::now}};
};

template <>
struct JsonShape<Changes> {
  using T = Changes;
  static constexpr std::string_view k_name = "changes";
  static constexpr std::tuple k_members{
      JsonMember{"since", &T::since, "the day on which the earlier comparison speaks"},
      JsonMember{"facts", &T::facts},
      JsonMember{"ecog", &T::ecog},
      JsonMember{"records", &T::records},
      JsonMember{"letters", &T::letters},
      JsonMember{"options", &T::options},
      JsonMember{"differences", &T::differences},
      JsonMember{"red_flags", &T::red_flags},
      JsonMember{"unknowns", &T::unknowns},
      JsonMember{"rates", &T::rates},
      JsonMember{"release", &T::release}};
};

/// Members "before" and "now"; one of them is absent where it came or went.
template <typename Type>
struct JsonShape<Change<Type>> {
  using T = Change<Type>;
  static constexpr std::string_view k_name = {};
  static constexpr std::tuple k_members{JsonMember{"before", &T::before}, JsonMember{"now", &T::now}};
};

template <>
struct JsonShape<Comparison> {
  using T = Comparison;
  static constexpr std::string_view k_name = "comparison";
  static constexpr std::tuple k_members{
      JsonMember{"summary", &T::summary},
      JsonMember{"order", &T::order, "the rule by which the columns are ordered"},
      JsonMember{"options", &T::options, "home first, then the hospitals"},
      JsonMember{"groups", &T::groups},
      JsonMember{"preparations", &T::preparations},
      JsonMember{"costs", &T::costs},
      JsonMember{"calendar", &T::calendar},
      JsonMember{"differences", &T::differences},
      JsonMember{"not_compared", &T::not_compared,
                 "subjects that matter, on which fewer than two hospitals take a side"},
      JsonMember{"readings", &T::readings, "what reads differently, and is no difference"},
      JsonMember{"unknowns", &T::unknowns, "what is not known"},
      JsonMember{"red_flags", &T::red_flags, "about an offer, never about a family"},
      JsonMember{"unknowns_together", &T::unknowns_together,
                 "of unknowns, those of several options: to be told once"},
      JsonMember{"red_flags_together", &T::red_flags_together},
      JsonMember{"questions", &T::questions, "by addressee, each one's in the order of asking"},
      JsonMember{"questions_together", &T::questions_together, "to several hospitals"},
      JsonMember{"asked_first", &T::asked_first,
                 "every question but those to the family, each once, in the order of asking"},
      JsonMember{"expectations", &T::expectations},
      JsonMember{"limits", &T::limits, "those of a review from afar that touch a cell"},
      JsonMember{"setting_sources", &T::setting_sources},
      JsonMember{"documents", &T::documents},
      JsonMember{"changes", &T::changes,
                 "since an earlier revision of the case; absent unless one was given"}};
};

}  // namespace generator::compare

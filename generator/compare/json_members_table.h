// Members of the table, as JSON (json_members.h): options, rows, cells, and what stands beside them.
#pragma once

#include "generator/compare/json_members.h"

namespace generator::compare {

template <>
struct JsonShape<Heading> {
  using T = Heading;
  static constexpr std::string_view k_name = "heading";
  static constexpr std::tuple k_members{JsonMember{"of", &T::of}, JsonMember{"number", &T::number, "from 1"}};
};

template <>
struct JsonShape<Lead> {
  using T = Lead;
  static constexpr std::string_view k_name = "lead";
  static constexpr std::tuple k_members{JsonMember{"kind", &T::kind}, JsonMember{"source", &T::source}};
};

template <>
struct JsonShape<Part> {
  using T = Part;
  static constexpr std::string_view k_name = "part";
  static constexpr std::tuple k_members{
      JsonMember{"heading", &T::heading, "iff the cell has several parts"}, JsonMember{"state", &T::state},
      JsonMember{"leads", &T::leads,
                 "said before the values: that a plan is no offer, or how its treatments follow each other"},
      JsonMember{"values", &T::values},
      JsonMember{"limits", &T::limits, "ids of limits of a review from afar that touch it"}};
};

template <>
struct JsonShape<Cell> {
  using T = Cell;
  static constexpr std::string_view k_name = "cell";
  static constexpr std::tuple k_members{
      JsonMember{"state", &T::state},
      JsonMember{"parts", &T::parts, "one for each answer or proposal; none unless stated"}};
};

template <>
struct JsonShape<Row> {
  using T = Row;
  static constexpr std::string_view k_name = "row";
  static constexpr std::tuple k_members{JsonMember{"id", &T::id},
                                        JsonMember{"cells", &T::cells, "one for each option"}};
};

template <>
struct JsonShape<Group> {
  using T = Group;
  static constexpr std::string_view k_name = "group";
  static constexpr std::tuple k_members{JsonMember{"id", &T::id}, JsonMember{"rows", &T::rows}};
};

template <>
struct JsonShape<PreparationRow> {
  using T = PreparationRow;
  static constexpr std::string_view k_name = "preparation_row";
  static constexpr std::tuple k_members{JsonMember{"kind", &T::kind, "absent: not sorted"},
                                        JsonMember{"cells", &T::cells, "one for each option"}};
};

template <>
struct JsonShape<Option> {
  using T = Option;
  static constexpr std::string_view k_name = "option";
  static constexpr std::tuple k_members{
      JsonMember{"id", &T::id},
      JsonMember{"kind", &T::kind},
      JsonMember{"letter", &T::letter, "A, B, ...; home has none"},
      JsonMember{"name", &T::name},
      JsonMember{"short_name", &T::short_name, "where room is short; empty if the case has none"},
      JsonMember{"city", &T::city},
      JsonMember{"country", &T::country},
      JsonMember{"decision", &T::decision, "of the opinion that counts"},
      JsonMember{"opinions", &T::opinions, "ids of those that count, newest first"},
      JsonMember{"documents", &T::documents, "ids of the letters that this column rests on"},
      JsonMember{"superseded", &T::superseded, "ids of opinions that a later one replaced"}};
};

template <>
struct JsonShape<CalendarCell> {
  using T = CalendarCell;
  static constexpr std::string_view k_name = "calendar_cell";
  static constexpr std::tuple k_members{JsonMember{"state", &T::state}, JsonMember{"parts", &T::parts},
                                        JsonMember{"payments", &T::payments}};
};

template <>
struct JsonShape<CalendarRow> {
  using T = CalendarRow;
  static constexpr std::string_view k_name = "calendar_row";
  static constexpr std::tuple k_members{
      JsonMember{"fact", &T::fact},
      JsonMember{"row", &T::row, "iff of the table: the row that says the same"},
      JsonMember{"cells", &T::cells, "one for each option"}};
};

template <>
struct JsonShape<CalendarStep> {
  using T = CalendarStep;
  static constexpr std::string_view k_name = "calendar_step";
  static constexpr std::tuple k_members{JsonMember{"step", &T::id}, JsonMember{"rows", &T::rows}};
};

template <>
struct JsonShape<Position> {
  using T = Position;
  static constexpr std::string_view k_name = "position";
  static constexpr std::tuple k_members{
      JsonMember{"option", &T::option, "indexes options"},
      JsonMember{"topic", &T::topic,
                 "a marker, a trial, a staging system: sides are against each other within one topic"},
      JsonMember{"side", &T::side, "absent: it is shown, and takes no side"}, JsonMember{"parts", &T::parts}};
};

template <>
struct JsonShape<Evidence> {
  using T = Evidence;
  static constexpr std::string_view k_name = "evidence";
  static constexpr std::tuple k_members{JsonMember{"option", &T::option, "indexes options"},
                                        JsonMember{"value", &T::value}};
};

template <>
struct JsonShape<Difference> {
  using T = Difference;
  static constexpr std::string_view k_name = "difference";
  static constexpr std::tuple k_members{
      JsonMember{"subject", &T::subject},
      JsonMember{"kind", &T::kind, "absent: set side by side, and nothing said on whether they differ"},
      JsonMember{"positions", &T::positions},
      JsonMember{"settle", &T::settle, "what could settle it, the first thing first"},
      JsonMember{"asked", &T::asked, "what the letters themselves ask for that bears on it"}};
};

template <>
struct JsonShape<Reading> {
  using T = Reading;
  static constexpr std::string_view k_name = "reading";
  static constexpr std::tuple k_members{JsonMember{"subject", &T::subject},
                                        JsonMember{"kind", &T::kind, "why it is no difference"},
                                        JsonMember{"values", &T::values}};
};

template <>
struct JsonShape<Finding> {
  using T = Finding;
  static constexpr std::string_view k_name = "finding";
  static constexpr std::tuple k_members{
      JsonMember{"option", &T::option, "indexes options; absent: about the case"},
      JsonMember{"message", &T::message}, JsonMember{"evidence", &T::evidence}};
};

template <>
struct JsonShape<Together> {
  using T = Together;
  static constexpr std::string_view k_name = "together";
  static constexpr std::tuple k_members{JsonMember{"message", &T::message},
                                        JsonMember{"options", &T::options, "indexes options"}};
};

template <>
struct JsonShape<Question> {
  using T = Question;
  static constexpr std::string_view k_name = "question";
  static constexpr std::tuple k_members{
      JsonMember{"audience", &T::audience},
      JsonMember{"option", &T::option, "indexes options; absent: to the family"},
      JsonMember{"topic", &T::topic}, JsonMember{"message", &T::message},
      JsonMember{"evidence", &T::evidence}};
};

template <>
struct JsonShape<ExpectedTime> {
  using T = ExpectedTime;
  static constexpr std::string_view k_name = "expected_time";
  static constexpr std::tuple k_members{
      JsonMember{"time", &T::time},
      JsonMember{"source", &T::source, "id in setting_sources; absent: the hospital said it itself"}};
};

template <>
struct JsonShape<Expectation> {
  using T = Expectation;
  static constexpr std::string_view k_name = "expectation";
  static constexpr std::tuple k_members{
      JsonMember{"option", &T::option, "indexes options; absent: of whichever hospital"},
      JsonMember{"id", &T::id},
      JsonMember{"time", &T::time},
      JsonMember{"others", &T::others, "what others hold"},
      JsonMember{"place", &T::place},
      JsonMember{"clock", &T::clock},
      JsonMember{"is_awaited", &T::is_awaited, "an answer that has not come yet"},
      JsonMember{"start", &T::start},
      JsonMember{"earliest", &T::earliest},
      JsonMember{"latest", &T::latest},
      JsonMember{"is_over", &T::is_over}};
};

template <>
struct JsonShape<LimitInUse> {
  using T = LimitInUse;
  static constexpr std::string_view k_name = "limit_in_use";
  static constexpr std::tuple k_members{JsonMember{"id", &T::id},
                                        JsonMember{"source", &T::source, "id in setting_sources"}};
};

template <>
struct JsonShape<model::SettingSource> {
  using T = model::SettingSource;
  static constexpr std::string_view k_name = "setting_source";
  static constexpr std::tuple k_members{
      JsonMember{"id", &T::id},          JsonMember{"kind", &T::kind},
      JsonMember{"title", &T::title},    JsonMember{"publisher", &T::publisher},
      JsonMember{"date", &T::date},      JsonMember{"address", &T::address},
      JsonMember{"checked", &T::checked}};
};

}  // namespace generator::compare

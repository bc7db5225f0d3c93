// The messages in which a catalog itself writes lengths of time, amounts and currencies. Not here: those that
// a language may leave out, because something else then stands in for them: "unit.*" (a unit of price is then
// shown as the hospital wrote it) and "country.*" (ICU's name).
#pragma once

#include "generator/compare/message_spec.h"

namespace generator::locale {

using namespace compare::message_literals;

// clang-format off
inline constexpr compare::MessageSpec k_format_messages[] = {
    {"duration.hour.exact", {"count"_number}}, {"duration.hour.range", {"low"_number, "high"_number}},
    {"duration.hour.from", {"low"_number}}, {"duration.hour.up-to", {"high"_number}},
    {"duration.day.exact", {"count"_number}}, {"duration.day.range", {"low"_number, "high"_number}},
    {"duration.day.from", {"low"_number}}, {"duration.day.up-to", {"high"_number}},
    {"duration.business-day.exact", {"count"_number}}, {"duration.business-day.range", {"low"_number, "high"_number}},
    {"duration.business-day.from", {"low"_number}}, {"duration.business-day.up-to", {"high"_number}},
    {"duration.week.exact", {"count"_number}}, {"duration.week.range", {"low"_number, "high"_number}},
    {"duration.week.from", {"low"_number}}, {"duration.week.up-to", {"high"_number}},
    {"duration.month.exact", {"count"_number}}, {"duration.month.range", {"low"_number, "high"_number}},
    {"duration.month.from", {"low"_number}}, {"duration.month.up-to", {"high"_number}},
    {"duration.year.exact", {"count"_number}}, {"duration.year.range", {"low"_number, "high"_number}},
    {"duration.year.from", {"low"_number}}, {"duration.year.up-to", {"high"_number}},
    {"money.exact", {"code"_text, "amount"_text}}, {"money.range", {"code"_text, "low"_text, "high"_text}},
    {"money.from", {"code"_text, "low"_text}}, {"money.up-to", {"code"_text, "high"_text}},
    {"money.about", {"amount"_text}},
    {"formats.locale"},  // no sentence: the locale by whose rules figures, dates and names are written
    {"unit-as-written", {"unit"_text}},
    {"currency.named", {"name"_text, "code"_text}},
};
// clang-format on

/// The beginnings of ids that a language may have or not.
inline constexpr std::string_view k_optional_messages[] = {"unit.", "country."};

}  // namespace generator::locale

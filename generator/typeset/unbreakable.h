// Where a line may end by the rules of Unicode (UAX #14) and a careful setter would not let it: within a
// short range (3–5), at a hyphen beside a letter or two (CAR-T, PD-L1), within a unit (mg/m²) or before one
// (38 mg, 60 戈瑞), between the groups of a number (12 000) and its currency (EUR 500), behind the slashes of
// a web address.
#pragma once

#include <cstddef>
#include <string_view>

#include "generator/document/typography.h"

namespace generator::typeset {

/// True if text should rather not be divided before `position`, a break by UAX #14 within it. A word that is
/// too long for a line may still be. Units in words are the typography's.
bool should_hold(std::u16string_view text, std::size_t position, const document::Typography& typography);

/// True if a space stands at `space` between the groups of one number, "1 234 567", and not between numbers
/// or the parts of a telephone number.
bool joins_digit_groups(std::u16string_view text, std::size_t space);

}  // namespace generator::typeset

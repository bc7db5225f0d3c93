// How diagnostics speak of what stands in a file: quoting it briefly and safely, listing what is allowed, and
// guessing which word was meant.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace generator::base {

/// The text in double quotes, on one line, cut after about 60 characters, control characters shown as
/// <U+XXXX>.
std::string in_quotes(std::string_view text);

/// "a, b and c".
std::string listed(const std::vector<std::string_view>& words);

/// The candidate that a typing error of `word` may have come from, or "" if none is near.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

/// A question after the candidate that was meant, or the candidates, if they are few enough to read.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace generator::base

#include "generator/base/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "generator/base/code_points.h"

namespace generator::base {
namespace {

constexpr int k_quoted_length = 60;  // code points

/// Lower-case ASCII letters and digits only: "birthDate" and "birth_date" are one word for guessing.
std::string bare(std::string_view word) {
  std::string result;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z') {
      result += static_cast<char>(c - 'A' + 'a');
    } else if (c != '_' && c != '-' && c != ' ') {
      result += c;
    }
  }
  return result;
}

/// Edits (insert, delete, replace, swap of neighbours) from a to b.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before;
  std::vector<std::size_t> last(b.size() + 1);
  std::iota(last.begin(), last.end(), 0u);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::vector<std::size_t> row(b.size() + 1, i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({row[j - 1] + 1, last[j] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = std::move(last);
    last = std::move(row);
  }
  return last.back();
}

constexpr std::size_t k_longest_ending = 4;

/// "not accepted" and "accepted", "inoperable" and "operable": what is put before a word turns its sense.
bool turns_sense(std::string_view a, std::string_view b) {
  const std::string_view longer = a.size() > b.size() ? a : b;
  const std::string_view shorter = a.size() > b.size() ? b : a;
  return longer.size() > shorter.size() + 1 && longer.ends_with(shorter);
}

}  // namespace

std::string in_quotes(std::string_view text) {
  std::string result = "\"";
  int shown = 0;
  std::size_t i = 0;
  while (i < text.size() && shown < k_quoted_length) {
    const std::size_t start = i;
    const std::int32_t c = next_code_point(text, i);
    if (c < 0 || c < 0x20 || (c >= 0x7F && c < 0xA0) || (c >= 0x202A && c <= 0x202E)) {
      result += c == '\n' ? " " : fmt::format("<U+{:04X}>", c < 0 ? 0xFFFD : c);
    } else {
      result += text.substr(start, i - start);
    }
    ++shown;
  }
  if (i < text.size()) result += "…";
  return result + "\"";
}

std::string listed(const std::vector<std::string_view>& words) {
  std::string result;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) result += i + 1 == words.size() ? " and " : ", ";
    result += words[i];
  }
  return result;
}

std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates) {
  if (word.empty() || word.size() > 40) return {};
  const std::string wanted = bare(word);
  std::string_view best;
  std::size_t best_distance = 1 + std::min<std::size_t>(3, std::max<std::size_t>(wanted.size() / 3, 1));
  for (const std::string_view candidate : candidates) {
    const std::string other = bare(candidate);
    if (turns_sense(wanted, other)) continue;
    // "lang" for "language": a beginning is nearer than its distance says. What goes on long behind a
    // candidate says more than it: "accepted with conditions" is not "accepted".
    const bool goes_on = wanted.starts_with(other) && wanted.size() - other.size() <= k_longest_ending;
    const bool begins = wanted.size() >= 3 && (other.starts_with(wanted) || goes_on);
    const std::size_t found = begins ? 1 : distance(wanted, other);
    if (found < best_distance) {
      best = candidate;
      best_distance = found;
    }
  }
  return best;
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view meant = nearest(word, candidates);
  if (!meant.empty()) return fmt::format("did you mean \"{}\"?", meant);
  constexpr std::size_t k_readable = 12;
  if (candidates.size() > k_readable) return "look up its id";
  return fmt::format("there is {}", listed(candidates));
}

}  // namespace generator::base

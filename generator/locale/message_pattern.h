// One message of a catalog, compiled: an ICU MessageFormat 1 pattern as a small tree of literals, arguments,
// plurals and selects. ICU parses it (icu::MessagePattern); the tree is ours because icu::MessageFormat fills
// caches behind const and so is not safe for threads, and costs ten times as much to make.
//
// The part of MessageFormat that is taken: {name}, {name, plural, ...}, {name, selectordinal, ...},
// {name, select, ...}, '#' in a plural, apostrophe quoting. {name, number} and its like are refused: what an
// argument is decides how it is shown, not the pattern. Immutable; thread-safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace generator::locale {

/// How a pattern uses an argument: shows it, chooses by its number, or chooses by its keyword.
enum class ArgumentUse { shown, plural, ordinal, selected };

struct PatternBranch;

struct PatternNode {
  enum class Kind { literal, argument, number, choice };
  Kind kind = Kind::literal;
  ArgumentUse use = ArgumentUse::shown;  ///< of a choice
  std::string text;                      ///< of a literal; else the argument's name
  std::vector<PatternBranch> branches;   ///< of a choice; "other" is always among them
};

struct PatternBranch {
  std::string keyword;       ///< "few", "other", a select's own
  std::optional<int> exact;  ///< of "=2" in a plural
  std::vector<PatternNode> body;
};

/// One choice of a pattern, for checks.
struct PatternChoice {
  std::string argument;
  ArgumentUse use;
  std::vector<std::string> keywords;  ///< without the exact ones
};

struct PatternError {
  std::size_t offset = 0;  ///< in bytes of the pattern's UTF-8
  std::string what;
};

class MessagePattern {
 public:
  static tl::expected<MessagePattern, PatternError> compile(std::string_view text);

  const std::vector<PatternNode>& nodes() const { return nodes_; }
  /// Names of all arguments, sorted, each once.
  std::vector<std::string> arguments() const;
  /// All choices, outer before inner.
  std::vector<PatternChoice> choices() const;
  /// All literal text, branches included.
  std::string literals() const;

 private:
  std::vector<PatternNode> nodes_;
};

}  // namespace generator::locale

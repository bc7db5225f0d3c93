#include "generator/locale/message_pattern.h"

#include <fmt/format.h>
#include <unicode/messagepattern.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace generator::locale {
namespace {

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

/// Walks ICU's flat list of parts into a tree.
class TreeReader {
 public:
  explicit TreeReader(const icu::MessagePattern& parsed)
      : parsed_(parsed), text_(parsed.getPatternString()) {}

  std::optional<PatternError> error;

  /// Reads the message whose MSG_START is part `start`.
  std::vector<PatternNode> message(int start, const std::string& plural_argument) {
    std::vector<PatternNode> nodes;
    const int limit = parsed_.getLimitPartIndex(start);
    int from = parsed_.getPart(start).getLimit();
    for (int i = start + 1; i <= limit; ++i) {
      const auto& part = parsed_.getPart(i);
      literal(nodes, text_.tempSubStringBetween(from, part.getIndex()));
      from = part.getLimit();
      switch (part.getType()) {
        case UMSGPAT_PART_TYPE_INSERT_CHAR:
          literal(nodes, icu::UnicodeString(static_cast<char16_t>(part.getValue())));
          break;
        case UMSGPAT_PART_TYPE_REPLACE_NUMBER:
          nodes.push_back({PatternNode::Kind::number, ArgumentUse::plural, plural_argument, {}});
          break;
        case UMSGPAT_PART_TYPE_ARG_START: {
          nodes.push_back(argument(i));
          i = parsed_.getLimitPartIndex(i);
          from = parsed_.getPart(i).getLimit();
          break;
        }
        default: break;  // C enumeration; the rest is syntax that has been skipped
      }
    }
    return nodes;
  }

 private:
  static void literal(std::vector<PatternNode>& nodes, const icu::UnicodeString& text) {
    if (text.isEmpty()) return;
    if (nodes.empty() || nodes.back().kind != PatternNode::Kind::literal) nodes.emplace_back();
    nodes.back().text += to_utf8(text);
  }

  void refuse(int part, std::string what) {
    if (error) return;
    error = PatternError{to_utf8(text_.tempSubStringBetween(0, parsed_.getPart(part).getIndex())).size(),
                         std::move(what)};
  }

  PatternNode argument(int start) {
    const UMessagePatternArgType type = parsed_.getPart(start).getArgType();
    PatternNode node;
    node.kind = PatternNode::Kind::argument;
    node.text = to_utf8(parsed_.getSubstring(parsed_.getPart(start + 1)));
    if (parsed_.getPart(start + 1).getType() != UMSGPAT_PART_TYPE_ARG_NAME) {
      refuse(start, fmt::format("\"{{{}}}\" numbers its argument, and arguments have names here", node.text));
    }
    if (type == UMSGPAT_ARG_TYPE_NONE) return node;
    node.kind = PatternNode::Kind::choice;
    if (type == UMSGPAT_ARG_TYPE_PLURAL) {
      node.use = ArgumentUse::plural;
    } else if (type == UMSGPAT_ARG_TYPE_SELECTORDINAL) {
      node.use = ArgumentUse::ordinal;
    } else if (type == UMSGPAT_ARG_TYPE_SELECT) {
      node.use = ArgumentUse::selected;
    } else {
      refuse(start, fmt::format("\"{}\" has a format of its own; write {{{}}}", node.text, node.text));
      return node;
    }
    branches(node, start);
    return node;
  }

  void branches(PatternNode& node, int start) {
    const int limit = parsed_.getLimitPartIndex(start);
    PatternBranch branch;
    for (int i = start + 2; i < limit; ++i) {
      const auto& part = parsed_.getPart(i);
      if (part.getType() == UMSGPAT_PART_TYPE_ARG_SELECTOR) {
        branch.keyword = to_utf8(parsed_.getSubstring(part));
      } else if (icu::MessagePattern::Part::hasNumericValue(part.getType())) {
        if (branch.keyword.empty()) {
          refuse(i, fmt::format("the plural of \"{}\" has an offset, which is not known here", node.text));
        }
        branch.exact = static_cast<int>(parsed_.getNumericValue(part));
      } else if (part.getType() == UMSGPAT_PART_TYPE_MSG_START) {
        branch.body = message(i, node.use == ArgumentUse::selected ? "" : node.text);
        node.branches.push_back(std::move(branch));
        branch = {};
        i = parsed_.getLimitPartIndex(i);
      }
    }
  }

  const icu::MessagePattern& parsed_;
  const icu::UnicodeString& text_;
};

template <typename Visit>
void walk(const std::vector<PatternNode>& nodes, const Visit& visit) {
  for (const PatternNode& node : nodes) {
    visit(node);
    for (const PatternBranch& branch : node.branches) walk(branch.body, visit);
  }
}

}  // namespace

tl::expected<MessagePattern, PatternError> MessagePattern::compile(std::string_view text) {
  MessagePattern pattern;
  // Most messages are plain sentences; only these bytes mean something to MessageFormat.
  const bool is_plain = std::ranges::none_of(
      std::string_view("{}'"), [text](char c) { return text.find(c) != std::string_view::npos; });
  if (is_plain) {
    if (!text.empty())
      pattern.nodes_.push_back({PatternNode::Kind::literal, ArgumentUse::shown, std::string(text), {}});
    return pattern;
  }
  UErrorCode status = U_ZERO_ERROR;
  UParseError place{};
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8({text.data(), static_cast<int>(text.size())});
  const icu::MessagePattern parsed(wide, &place, status);
  if (U_FAILURE(status)) {
    std::string what = "this is not a MessageFormat pattern";
    if (status == U_UNMATCHED_BRACES) what = "a brace is not closed";
    if (status == U_DEFAULT_KEYWORD_MISSING) what = "a plural or select has no \"other\"";
    return tl::unexpected(PatternError{to_utf8(wide.tempSubStringBetween(0, place.offset)).size(), what});
  }
  TreeReader reader(parsed);
  pattern.nodes_ = reader.message(0, "");
  if (reader.error) return tl::unexpected(std::move(*reader.error));
  return pattern;
}

std::vector<std::string> MessagePattern::arguments() const {
  std::vector<std::string> names;
  walk(nodes_, [&names](const PatternNode& node) {
    if (node.kind != PatternNode::Kind::literal) names.push_back(node.text);
  });
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::vector<PatternChoice> MessagePattern::choices() const {
  std::vector<PatternChoice> found;
  walk(nodes_, [&found](const PatternNode& node) {
    if (node.kind != PatternNode::Kind::choice) return;
    PatternChoice choice{node.text, node.use, {}};
    for (const PatternBranch& branch : node.branches) {
      if (!branch.exact) choice.keywords.push_back(branch.keyword);
    }
    found.push_back(std::move(choice));
  });
  return found;
}

std::string MessagePattern::literals() const {
  std::string text;
  walk(nodes_, [&text](const PatternNode& node) {
    if (node.kind == PatternNode::Kind::literal) text += node.text;
  });
  return text;
}

}  // namespace generator::locale

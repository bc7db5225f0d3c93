// The letters of the markup: start tags, end tags and text, each with its place, character references
// resolved. What a tag may hold and where it may stand is not known here (markup_rules.h).
//
// The scanner never goes back, so its time is linear in the text, whatever the text holds.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"

namespace generator::document {

/// Gathers what is wrong with one text, with places worked out from byte offsets.
class MarkupFindings {
 public:
  MarkupFindings(std::string_view text, std::string file);

  /// Adds an error at a byte offset; silent once the limit is reached.
  void add(std::size_t offset, std::string code, std::string what, std::string why, std::string remedy);
  /// True once so many errors were found that further ones help nobody.
  bool full() const;
  /// Line of a byte offset, from 1.
  std::size_t line(std::size_t offset) const;
  bool empty() const { return found_.empty(); }
  /// All errors in the order of their places.
  base::Diagnostics take();

 private:
  std::string_view text_;
  std::string file_;
  std::vector<std::size_t> line_starts_;
  base::Diagnostics found_;
};

struct MarkupAttribute {
  std::string name;
  std::string value;       ///< decoded, white space collapsed
  std::size_t offset = 0;  ///< of the name
};

struct MarkupToken {
  enum class Kind { start, end, text, finish };
  Kind kind = Kind::finish;
  std::size_t offset = 0;
  std::string name;  ///< of a tag
  std::vector<MarkupAttribute> attributes;
  bool self_closing = false;
  std::string text;  ///< decoded
};

/// Reads tokens one after the other. The text and the findings must outlive it. Comments and a doctype at the
/// start are dropped.
class MarkupScanner {
 public:
  MarkupScanner(std::string_view text, MarkupFindings& findings);

  MarkupToken next();
  /// Moves behind the end tag of a script or style, whose content is no markup.
  void skip_raw(std::string_view name);

 private:
  MarkupToken tag(bool end);
  void attribute(MarkupToken& token);
  MarkupToken text();
  /// Reads the character reference at the position and appends what it stands for.
  void reference(std::string& out);
  void comment();
  void declaration();
  void skip_space();
  bool at(std::string_view expected) const { return text_.substr(position_).starts_with(expected); }

  std::string_view text_;
  std::size_t position_ = 0;
  MarkupFindings& findings_;
  bool started_ = false;  ///< a doctype may no longer come
};

/// Reports what no text may hold; false if the bytes are not UTF-8 at all.
bool check_characters(std::string_view text, MarkupFindings& findings);

/// Appends a Unicode scalar value in UTF-8.
void append_utf8(std::string& out, char32_t character);

/// White space as HTML collapses it: space, tab, line feed, form feed, carriage return.
bool is_markup_space(char c);

/// Each run of white space as one space, none at either end.
std::string collapse_space(std::string_view text);

}  // namespace generator::document

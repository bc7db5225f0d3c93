// The value that a template is rendered with: text, yes-or-no, lists and named members, and nothing else. A
// view is made from a Comparison and a Catalog (view.h); the template engine only reads it.
//
// Invariant of every view: an object always has the same members, whatever the case holds. What is absent is
// `false`, so a template can ask for it ({{#valid_until}}...{{/valid_until}}), and a name that a view does
// not hold is an error of the template. Text is plain: the engine escapes it for the markup.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace generator::report {

struct ViewMember;

struct ViewValue {
  using List = std::vector<ViewValue>;
  using Object = std::vector<ViewMember>;  ///< names are unique

  std::variant<bool, std::string, List, Object> value;  ///< no, at first

  ViewValue();
  // NOLINTBEGIN(google-explicit-constructor): a view is written as a literal
  ViewValue(bool yes);
  ViewValue(std::string text);
  ViewValue(const char* text);
  ViewValue(List items);
  ViewValue(Object members);
  // NOLINTEND(google-explicit-constructor)

  /// The member of that name, or nullptr; nullptr too if this is no object. "a.b" is not taken apart.
  const ViewValue* find(std::string_view name) const;
  /// True as Mustache sections see it: `true`, any object, a list with items, text that is not empty.
  bool is_truthy() const;
};

struct ViewMember {
  std::string name;
  ViewValue value;
};

// Not before members are whole: clang asks for that.
inline ViewValue::ViewValue() = default;
inline ViewValue::ViewValue(bool yes) : value(yes) {}
inline ViewValue::ViewValue(std::string text) : value(std::move(text)) {}
inline ViewValue::ViewValue(const char* text) : value(std::string(text)) {}
inline ViewValue::ViewValue(List items) : value(std::move(items)) {}
inline ViewValue::ViewValue(Object members) : value(std::move(members)) {}

}  // namespace generator::report

// Adding to a case without touching the rest: the new element's text goes into the case's text at the end of
// its array, byte for byte, so that every number keeps its spelling and every line its form.
#pragma once

#include <string>
#include <string_view>

#include "generator/base/json.h"

namespace generator::service {

/// Names of the two texts in diagnostics: what was kept before, and what the caller sent.
inline constexpr std::string_view k_case_name = "case";
inline constexpr std::string_view k_body_name = "body";

/// A case with one element more.
class EditedCase {
 public:
  /// Adds `element` (a whole document) to the array `name` at the top of `stored`; makes the array if the
  /// case has none. Error: case-shape, if the case is no object or the member no array.
  static base::Result<EditedCase> add(const base::JsonDocument& stored, std::string_view name,
                                      const base::JsonDocument& element);

  const std::string& text() const { return text_; }

  /// Moves places in the edited text ("case") to where the caller can find them: into the body if they lie in
  /// the added element, else to the case as it was before.
  void map_places(base::Diagnostics& diagnostics) const;

 private:
  EditedCase() = default;
  std::string text_;
  base::Place inserted_from_;   ///< in the text before
  base::Place inserted_until_;  ///< end of all that was inserted, in the text after
  base::Place element_from_;    ///< in the text after
  base::Place element_until_;
  base::Place body_from_;  ///< where the element begins in the body
};

}  // namespace generator::service

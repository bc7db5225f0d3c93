// The languages that Consilium speaks, and the tags of those it only quotes (BCP 47, RFC 5646).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace generator::model {

/// Base direction of a language's text (UAX #9).
enum class Direction { left_to_right, right_to_left };

/// A well-formed BCP 47 tag in canonical case ("zh-Hans"). The alias "tl" becomes "fil".
class LanguageTag {
 public:
  static std::optional<LanguageTag> parse(std::string_view tag);
  /// English; the language of the software itself.
  LanguageTag() : tag_("en") {}

  const std::string& text() const { return tag_; }
  Direction direction() const;
  friend bool operator==(const LanguageTag&, const LanguageTag&) = default;
  friend auto operator<=>(const LanguageTag&, const LanguageTag&) = default;

 private:
  explicit LanguageTag(std::string tag) : tag_(std::move(tag)) {}
  std::string tag_;
};

}  // namespace generator::model

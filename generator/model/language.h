// The languages that Consilium speaks, and the tags of those it only quotes (BCP 47, RFC 5646); and the one
// answer to "is this tag that language?".
//
// Two tags are one language in writing if language and script are the same, whatever the region, once the
// likely subtags (UTS #35) stand where a tag leaves them out: zh-CN and zh-SG are written as zh-Hans is,
// zh-TW and zh-HK as zh-Hant; ar-EG is ar, sr-ME is sr-Latn and not sr. Across languages nothing is ever
// taken for another by nearness: ICU's matcher would give Ukrainian readers Russian and Uyghurs Chinese. What
// may stand for what is written down (StandIn), one by one, with its reason.
//
// Immutable; thread-safe. Equal tags cost a comparison of texts; ICU is asked only where tags differ.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace generator::model {

/// Base direction of a language's text (UAX #9).
enum class Direction { left_to_right, right_to_left };

struct StandIn;

/// A well-formed BCP 47 tag in canonical case ("zh-Hans"). Aliases are taken for what they stand for (CLDR):
/// "tl" is "fil", "cmn" is "zh", "prs" (Dari) is "fa-AF".
class LanguageTag {
 public:
  static std::optional<LanguageTag> parse(std::string_view tag);
  /// English: the reference locale, and the language of the software itself.
  LanguageTag() : tag_("en") {}

  const std::string& text() const { return tag_; }
  Direction direction() const;

  /// Whether the tag lies in a range (RFC 4647, 3.3.2), likely subtags included: zh-CN lies in "zh", in
  /// "zh-Hans" and in "zh-CN", not in "zh-Hant".
  bool matches(const LanguageTag& range) const;

  /// Which of `available` is written as this language is: the tag itself, else the nearest in region (CLDR,
  /// by ICU's LocaleMatcher), else what a stand-in names; nullopt if there is none. Never another language
  /// otherwise.
  std::optional<LanguageTag> best_of(std::span<const LanguageTag> available,
                                     std::span<const StandIn> stand_ins = {}) const;

  friend bool operator==(const LanguageTag&, const LanguageTag&) = default;
  friend auto operator<=>(const LanguageTag&, const LanguageTag&) = default;

 private:
  explicit LanguageTag(std::string tag) : tag_(std::move(tag)) {}
  std::string tag_;
};

/// One language that its readers are glad to read another for: Egyptians write Arabic, not Egyptian.
struct StandIn {
  LanguageTag wanted;
  LanguageTag taken;
};

}  // namespace generator::model

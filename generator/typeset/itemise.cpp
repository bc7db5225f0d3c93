#include "generator/typeset/itemise.h"

#include <hb.h>
#include <unicode/ubidi.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <cassert>
#include <new>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "generator/typeset/character.h"
#include "generator/typeset/font_chain.h"
#include "generator/typeset/itemise_scripts.h"
#include "generator/typeset/line_break.h"
#include "generator/typeset/unbreakable.h"

namespace generator::typeset {
namespace {

struct CloseBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

/// By UAX #9 a number that has plain spaces between its groups is shown from right to left, 000 before 12;
/// with no-break spaces it is not.
std::u16string with_joined_numbers(std::u16string text) {
  for (std::size_t at = text.find(u' '); at != text.npos; at = text.find(u' ', at + 1))
    if (joins_digit_groups(text, at)) text[at] = u'\u00A0';
  return text;
}

/// Bidi levels of the whole text, all paragraphs of it in the same direction.
std::vector<std::uint8_t> bidi_levels(const std::u16string& text, model::Direction direction) {
  const bool right_to_left = direction == model::Direction::right_to_left;
  std::vector<std::uint8_t> levels(text.size(), right_to_left ? 1 : 0);
  // Hebrew is the first script in Unicode that runs from right to left.
  const bool all_left_to_right = std::ranges::all_of(text, [](char16_t c) { return c < 0x590; });
  if (text.empty() || (!right_to_left && all_left_to_right)) return levels;
  thread_local const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
  const std::u16string joined = with_joined_numbers(text);
  UErrorCode error = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), joined.data(), static_cast<int32_t>(text.size()), right_to_left ? 1 : 0, nullptr,
                &error);
  const UBiDiLevel* found = ubidi_getLevels(bidi.get(), &error);
  if (U_FAILURE(error)) throw std::bad_alloc();  // the one thing that can fail here
  std::copy_n(found, levels.size(), levels.begin());
  return levels;
}

bool is_common(UChar32 c) {
  return traits_of(static_cast<char32_t>(c)).shared();
}

/// Of a space, in ems of the text's size.
double space_width(const ChainedFace& chained) {
  hb_font_t* font = chained.face->hb_font();
  hb_codepoint_t glyph = 0;
  if (hb_font_get_nominal_glyph(font, U' ', &glyph) == 0) return 0;
  return chained.size_factor * hb_font_get_glyph_h_advance(font, glyph) / chained.face->units_per_em();
}

/// Far beyond any writing: Unicode's stream-safe format (UAX #15) stops at 30 marks. HarfBuzz takes time by
/// the square of a longer one.
constexpr std::size_t k_longest_cluster = 128;

class Itemiser {
 public:
  Itemiser(InlineContent content, model::Direction direction, const FontSet& fonts) : fonts_(fonts) {
    out_.content = std::move(content);
    out_.typography = &fonts.typography();
    out_.visible_text = out_.content.text;
    for (char16_t& c : out_.visible_text) {
      if (is_control_space(c)) c = u' ';
    }
    levels_ = bidi_levels(text(), direction);
    scripts_ = resolve_scripts(text());
    mark_graphemes(text(), out_.flags);
  }

  base::Result<ItemisedText> run() {
    faces_at_.resize(scripts_.opening.empty() ? 0 : text().size());
    for (std::uint32_t span = 0; span < out_.content.spans.size(); ++span) itemise_span(span);
    if (!found_.empty()) return tl::unexpected(std::move(found_));
    return std::move(out_);
  }

 private:
  const std::u16string& text() const { return out_.content.text; }

  void itemise_span(std::uint32_t index) {
    const InlineSpan& span = out_.content.spans[index];
    assert(span.begin == (index == 0 ? 0 : out_.content.spans[index - 1].end) && span.end <= text().size());
    const std::span<const ChainedFace> chain = chain_for(span.language, span.style.weight);
    if (chain.empty()) return;
    out_.strut.push_back(chain.front());
    const ChainedFace* hyphen = &chain.front();
    const std::u16string_view part = std::u16string_view(text()).substr(span.begin, span.end - span.begin);
    if (part.find(u'\u00AD') != part.npos) hyphen = first_that_shows(chain, u"\u2010");
    out_.hyphen.push_back(hyphen != nullptr ? *hyphen : chain.front());
    item_open_ = false;
    leading_face_ = nullptr;
    for (std::size_t begin = span.begin; begin < span.end;) {
      std::size_t end = begin + 1;
      while (end < span.end && (out_.flags[end] & k_grapheme_start) == 0) ++end;
      if (!is_next_letter(chain, begin, end)) add_cluster(index, chain, begin, end);
      begin = end;
    }
  }

  /// Empty if a face of the chain is missing, which has then been reported.
  std::span<const ChainedFace> chain_for(const model::LanguageTag& language, Weight weight) {
    auto faces = fonts_.chain(language, weight);
    if (faces) return *faces;
    for (base::Diagnostic& diagnostic : faces.error()) {
      if (std::ranges::find(found_, diagnostic) == found_.end()) found_.push_back(std::move(diagnostic));
    }
    return {};
  }

  /// Most text, without the questions that it does not raise: a letter of the language's own face after
  /// another one.
  bool is_next_letter(std::span<const ChainedFace> chain, std::size_t begin, std::size_t end) {
    if (!item_open_ || leading_face_ != &chain.front() || end - begin != 1) return false;
    const char16_t c = text()[begin];
    const CharacterTraits traits = traits_of(c);
    if (traits.shared() || traits.ignorable() || traits.hangs() || U16_IS_SURROGATE(c)) return false;
    ShapingItem& last = out_.items.back();
    if (last.silent || last.level != levels_[begin] || last.script != scripts_.of[begin] ||
        last.face.face != leading_face_->face || !leading_face_->face->covers(c)) {
      return false;
    }
    last.end = static_cast<std::uint32_t>(end);
    return true;
  }

  void add_cluster(std::uint32_t span, std::span<const ChainedFace> chain, std::size_t begin,
                   std::size_t end) {
    const std::u16string_view cluster(text().data() + begin, end - begin);
    UChar32 first = 0;
    U16_GET(text().data(), 0, begin, text().size(), first);
    const bool silent = is_silent(cluster);
    if (silent) {
      for (std::size_t i = begin; i < end; ++i) out_.flags[i] |= k_silent;
    } else if (cluster.size() > k_longest_cluster) {
      report_too_long(first, out_.content.spans[span].language);
    } else if (cluster.size() == 1 && traits_of(static_cast<char32_t>(first)).hangs()) {
      for (std::size_t i = begin; i < end; ++i) out_.flags[i] |= k_hanging;
    }

    UScriptCode script = scripts_.of[begin];
    const ChainedFace* face = nullptr;
    if (silent) {
      // It goes with what is before it, so as not to cut an item that it does not need to cut.
      face = item_open_ ? &out_.items.back().face : &chain.front();
      if (item_open_) script = out_.items.back().script;
    } else {
      face = choose_face(chain, cluster, first, begin);
      if (face == nullptr) {
        add_in_pieces(span, chain, begin, end);
        return;
      }
      if (!faces_at_.empty()) faces_at_[begin] = {face, leading_face_};
    }
    add_to_item({.begin = static_cast<std::uint32_t>(begin),
                 .end = static_cast<std::uint32_t>(end),
                 .span = span,
                 .script = script,
                 .level = levels_[begin],
                 .silent = silent,
                 .face = *face});
  }

  /// No face has the whole cluster, such as a vowel sign after a letter of another script: each part is set
  /// in a face that has it, which is no fine sight but hides nothing.
  void add_in_pieces(std::uint32_t span, std::span<const ChainedFace> chain, std::size_t begin,
                     std::size_t end) {
    const ChainedFace* face = nullptr;
    for (std::size_t at = begin; at < end;) {
      std::size_t next = at;
      UChar32 c = 0;
      U16_NEXT(text().data(), next, end, c);
      const auto character = static_cast<char32_t>(c);
      if (face == nullptr || !shows(*face->face, character)) {
        face = first_that_shows(chain, std::u16string_view(text().data() + at, next - at));
        if (face == nullptr) {
          report_missing(character, out_.content.spans[span].language);
          return;
        }
        out_.flags[at] |= k_grapheme_start;
      }
      add_to_item({.begin = static_cast<std::uint32_t>(at),
                   .end = static_cast<std::uint32_t>(next),
                   .span = span,
                   .script = scripts_.of[at],
                   .level = levels_[at],
                   .silent = false,
                   .face = *face});
      at = next;
    }
  }

  bool is_silent(std::u16string_view cluster) const {
    for (std::size_t i = 0; i < cluster.size();) {
      UChar32 c = 0;
      U16_NEXT(cluster.data(), i, cluster.size(), c);
      if (!traits_of(static_cast<char32_t>(c)).ignorable()) return false;
    }
    return true;
  }

  /// Digits, punctuation and spaces stay with the face of the words that they stand beside, as far as it has
  /// them; a closing bracket looks like its opening one, and what
  /// follows it belongs to the words before that.
  const ChainedFace* choose_face(std::span<const ChainedFace> chain, std::u16string_view cluster,
                                 UChar32 first, std::size_t begin) {
    // Where the language's face leaves digits to another, they and the signs among them are like a word in
    // that one.
    const bool foreign_digit = first >= '0' && first <= '9' && !chain.front().own_digits;
    const bool common = is_common(first) && !foreign_digit;
    if (common) {
      const std::uint32_t opening = scripts_.opening_of(begin);
      if (opening != k_no_bracket) {
        const FacesAt& partner = faces_at_[opening];
        // The opening bracket may stand in a span of another weight: only this chain's own faces will do.
        if (belongs_to(chain, partner.chosen) && shows(*partner.chosen->face, cluster)) {
          leading_face_ = belongs_to(chain, partner.leading) ? partner.leading : nullptr;
          return partner.chosen;
        }
      }
      if (leading_face_ != nullptr && shows(*leading_face_->face, cluster)) {
        return cluster == u" " ? wider_space(chain, begin + cluster.size()) : leading_face_;
      }
    }
    const ChainedFace* face = first_that_shows(chain, cluster);
    // A lone symbol from a fallback does not draw the digits after it into its face.
    if (face != nullptr && (!common || face == &chain.front())) leading_face_ = face;
    return face;
  }

  /// Between words of two faces stands the wider of their spaces: those of Nastaliq are so narrow that a
  /// Latin word would stick to them.
  const ChainedFace* wider_space(std::span<const ChainedFace> chain, std::size_t next) const {
    if (next >= text().size()) return leading_face_;
    UChar32 c = 0;
    U16_GET(text().data(), 0, next, text().size(), c);
    if (is_common(c)) return leading_face_;
    std::size_t past = next;
    U16_FWD_1(text().data(), past, text().size());
    const ChainedFace* coming =
        first_that_shows(chain, std::u16string_view(text().data() + next, past - next));
    if (coming == nullptr || coming == leading_face_ || !shows(*coming->face, U' ')) return leading_face_;
    return space_width(*coming) > space_width(*leading_face_) ? coming : leading_face_;
  }

  void report_too_long(UChar32 first, const model::LanguageTag& language) {
    if (!std::exchange(too_long_reported_, true)) {
      found_.push_back(cluster_too_long(static_cast<char32_t>(first), language));
    }
  }

  void report_missing(char32_t missing, const model::LanguageTag& language) {
    if (reported_.emplace(missing, language).second) found_.push_back(glyph_missing(missing, language));
  }

  void add_to_item(const ShapingItem& next) {
    if (item_open_) {
      ShapingItem& last = out_.items.back();
      if (last.level == next.level && last.script == next.script && last.face.face == next.face.face) {
        last.end = next.end;
        last.silent = last.silent && next.silent;
        return;
      }
    }
    out_.items.push_back(next);
    if (next.script == USCRIPT_ARABIC) {
      const auto* const own = out_.typography->of(out_.content.spans[next.span].language);
      out_.items.back().local_digits = own != nullptr && own->local_digits;
    }
    item_open_ = true;
  }

  static bool belongs_to(std::span<const ChainedFace> chain, const ChainedFace* face) {
    return face >= chain.data() && face < chain.data() + chain.size();
  }

  /// The face of a character, and that of the words around it.
  struct FacesAt {
    const ChainedFace* chosen = nullptr;
    const ChainedFace* leading = nullptr;
  };

  const FontSet& fonts_;
  ItemisedText out_;
  std::vector<std::uint8_t> levels_;
  Scripts scripts_;
  std::vector<FacesAt> faces_at_;              ///< by offset; only kept if there are brackets to pair
  bool item_open_ = false;                     ///< the last item may grow
  const ChainedFace* leading_face_ = nullptr;  ///< of the words just before, in this span
  base::Diagnostics found_;
  bool too_long_reported_ = false;
  std::set<std::pair<char32_t, model::LanguageTag>> reported_;
};

}  // namespace

base::Result<ItemisedText> itemise(InlineContent content, model::Direction direction, const FontSet& fonts) {
  return Itemiser(std::move(content), direction, fonts).run();
}

}  // namespace generator::typeset

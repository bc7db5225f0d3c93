#include "generator/ingest/wary_words.h"

#include <algorithm>
#include <cstdint>
#include <mutex>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "generator/base/phrase.h"

namespace generator::ingest {
namespace {

using base::Phrase;
using base::PlainKind;
using base::PlainWord;
using Text = std::span<const PlainWord>;

/// The words of a phrase that was found: from, and behind the last; which of them are its own, where some are
/// in a gap.
struct Range {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<std::size_t> own = {};

  bool meets(const Range& other) const { return begin < other.end && other.begin < end; }
  bool has(std::size_t i) const {
    return own.empty() ? begin <= i && i < end : std::ranges::find(own, i) != own.end();
  }
};

/// Phrases by the first two letters of their first word, for few places of a text begin one; those that may
/// begin within a word by their script's place in Unicode. Each has the language that it is of.
class PhraseIndex {
 public:
  void add(const model::Phrases& phrases, std::size_t language) {
    for (const std::string& each : phrases) {
      Phrase phrase(each);
      const std::u16string_view first = phrase.first();
      if (first.empty()) continue;
      auto& place = phrase.begins_within() ? within_[block_of(first)] : by_first_[key_of(first)];
      place.push_back({std::move(phrase), language});
    }
  }

  /// Calls `found(range, language)` for each phrase that begins at `i`.
  template <typename Found>
  void find_at(Text text, std::size_t i, const Found& found) const {
    if (text[i].kind != PlainKind::word) return;
    const auto look = [&](const std::vector<Entry>& entries) {
      for (const Entry& entry : entries) {
        std::vector<std::size_t> own = entry.phrase.match(text, i);
        if (own.empty()) continue;
        const std::size_t end = own.back() + 1;
        found(Range{i, end, std::move(own)}, entry.language);
      }
    };
    const std::u16string_view word = text[i].text;
    if (const auto it = by_first_.find(key_of(word)); it != by_first_.end()) look(it->second);
    // A phrase whose first word is one letter and goes on ("x*").
    if (word.size() > 1) {
      if (const auto it = by_first_.find(key_of(word.substr(0, 1))); it != by_first_.end()) look(it->second);
    }
    if (const auto it = within_.find(block_of(word)); it != within_.end()) look(it->second);
  }

  /// Ranges of the phrases of one language within [begin, end).
  std::vector<Range> in(Text text, const Range& within, std::size_t language) const {
    std::vector<Range> ranges;
    for (std::size_t i = within.begin; i < within.end; ++i) {
      find_at(text.first(within.end), i, [&](const Range& range, std::size_t of) {
        if (of == language) ranges.push_back(range);
      });
    }
    return ranges;
  }

 private:
  struct Entry {
    Phrase phrase;
    std::size_t language;
  };
  static std::uint32_t key_of(std::u16string_view word) {
    return std::uint32_t{word[0]} << 16 | (word.size() > 1 ? word[1] : 0U);
  }
  static std::uint32_t block_of(std::u16string_view word) { return std::uint32_t{word[0]} >> 8; }

  std::unordered_map<std::uint32_t, std::vector<Entry>> by_first_;
  std::unordered_map<std::uint32_t, std::vector<Entry>> within_;
};

struct KindIndex {
  PhraseIndex words;
  PhraseIndex harmless;
};

struct DenialIndex {
  PhraseIndex words;
  PhraseIndex hedges;
  PhraseIndex harmless;
  PhraseIndex barriers;
};

struct HundredIndex {
  PhraseIndex signs;
  PhraseIndex spelled;
  PhraseIndex promising;
  PhraseIndex harmless;
};

struct Match {
  Range range;
  std::size_t language = 0;
};

bool is_in_any(const Range& range, const std::vector<Range>& others) {
  return std::ranges::any_of(others, [&range](const Range& other) { return range.meets(other); });
}

/// "100", and what a letter writes to look more exact: "99.9".
bool is_hundred(const PlainWord& word) {
  const std::u16string_view text = word.text;
  if (text == u"100") return true;
  const bool is_almost = text.size() > 3 && text.starts_with(u"99") && (text[2] == u'.' || text[2] == u',');
  return is_almost && text[3] >= u'5' && text[3] <= u'9';
}

}  // namespace

struct WaryWordFinder::Tables {
  explicit Tables(const model::Words& all) : words(all) {}

  const model::Words& words;
  mutable std::once_flag once;
  mutable KindIndex guarantee, pressure;
  mutable DenialIndex denials;
  mutable HundredIndex hundred;

  void make() const {
    for (std::size_t i = 0; i < words.size(); ++i) {
      const model::LanguageWords& each = words[i];
      guarantee.words.add(each.guarantee.words, i);
      guarantee.harmless.add(each.guarantee.harmless, i);
      pressure.words.add(each.pressure.words, i);
      pressure.harmless.add(each.pressure.harmless, i);
      denials.words.add(each.denials.words, i);
      denials.hedges.add(each.denials.hedges, i);
      denials.harmless.add(each.denials.harmless, i);
      denials.barriers.add(each.denials.barriers, i);
      hundred.signs.add(each.hundred_per_cent.signs, i);
      hundred.spelled.add(each.hundred_per_cent.spelled, i);
      hundred.promising.add(each.hundred_per_cent.promising_beside, i);
      hundred.harmless.add(each.hundred_per_cent.harmless_beside, i);
    }
  }
};

namespace {

/// Looks through one sentence.
class SentenceReader {
 public:
  SentenceReader(Text text, const DenialIndex& denials, std::optional<std::size_t> language)
      : text_(text), denials_(denials), language_(language) {}

  bool holds(const KindIndex& kind) const {
    std::vector<Match> matches;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      kind.words.find_at(text_, i, [&](const Range& range, std::size_t of) {
        matches.push_back({range, of});
      });
    }
    drop_parts(matches);
    // What one language takes back is a promise in no other that knows the same word.
    return std::ranges::any_of(matches, [&](const Match& match) {
      return std::ranges::none_of(matches, [&](const Match& other) {
        return match.range.meets(other.range) && is_none(other, kind, matches);
      });
    });
  }

  bool holds_hundred(const HundredIndex& words) const {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const std::optional<Match> figure = hundred_at(i, words);
      if (figure && is_promise(*figure, words)) return true;
    }
    return false;
  }

 private:
  /// Of "no risk" and "there is no risk" the longer one counts: what denies may be part of it.
  static void drop_parts(std::vector<Match>& matches) {
    const std::vector<Match> all = matches;
    std::erase_if(matches, [&all](const Match& part) {
      return std::ranges::any_of(all, [&part](const Match& whole) {
        return whole.language == part.language && whole.range.begin <= part.range.begin &&
               part.range.end <= whole.range.end &&
               whole.range.end - whole.range.begin > part.range.end - part.range.begin;
      });
    });
  }

  bool is_none(const Match& match, const KindIndex& kind, const std::vector<Match>& all) const {
    const std::vector<Range> harmless = kind.harmless.in(text_, {0, text_.size()}, match.language);
    if (is_in_any(match.range, harmless)) return true;
    std::vector<Range> promises;
    for (const Match& each : all) promises.push_back(each.range);
    return is_denied(match, denials_.words, promises) || is_denied(match, denials_.hedges, promises);
  }

  bool is_denied(const Match& match, const PhraseIndex& denials, const std::vector<Range>& promises) const {
    std::vector<std::size_t> languages{match.language};
    if (language_ && *language_ != match.language) languages.push_back(*language_);
    return std::ranges::any_of(languages, [&](std::size_t language) {
      const Range clause = clause_of(match.range, language);
      const std::vector<Range> harmless = denials_.harmless.in(text_, clause, language);
      return std::ranges::any_of(denials.in(text_, clause, language), [&](const Range& denial) {
        // "No risk" has its own "no"; "book no flight" has it in the gap of "book .. flight".
        const bool is_own = std::ranges::any_of(
            promises, [&denial](const Range& promise) { return promise.has(denial.begin); });
        return !is_own && !is_in_any(denial, harmless);
      });
    });
  }

  bool is_barrier(std::size_t i, std::size_t language) const {
    bool found = false;
    denials_.barriers.find_at(text_, i,
                              [&](const Range&, std::size_t of) { found = found || of == language; });
    return found;
  }

  /// From a pause on, the place of the pause behind a short insertion ("cannot, of course, promise"); the
  /// pause itself if none stands there.
  std::size_t over_insertion(std::size_t i, int step) const {
    constexpr int k_longest = 2;
    int words = 0;
    std::size_t k = i;
    while (words <= k_longest) {
      k += static_cast<std::size_t>(step);
      if (k >= text_.size() || text_[k].kind == PlainKind::stop || text_[k].is_sign) return i;
      if (text_[k].kind == PlainKind::pause) return words > 0 ? k : i;
      ++words;
    }
    return i;
  }

  /// The clause that the range stands in.
  Range clause_of(const Range& range, std::size_t language) const {
    Range clause = range;
    while (clause.begin > 0) {
      std::size_t i = clause.begin - 1;
      if (text_[i].kind == PlainKind::pause) {
        const std::size_t beyond = over_insertion(i, -1);
        if (beyond == i) break;
        i = beyond;
      }
      if (text_[i].kind == PlainKind::stop || is_barrier(i, language)) break;
      clause.begin = i;
    }
    while (clause.end < text_.size()) {
      std::size_t i = clause.end;
      if (text_[i].kind == PlainKind::pause) {
        const std::size_t beyond = over_insertion(i, 1);
        if (beyond == i) break;
        i = beyond;
      }
      if (text_[i].kind == PlainKind::stop || is_barrier(i, language)) break;
      clause.end = i + 1;
    }
    return clause;
  }

  /// "100 %", "%100", "100 percent", or all of it in words.
  std::optional<Match> hundred_at(std::size_t i, const HundredIndex& words) const {
    std::optional<Match> found;
    words.spelled.find_at(text_, i, [&](const Range& range, std::size_t of) { found = Match{range, of}; });
    if (found || text_[i].kind != PlainKind::word || !is_hundred(text_[i])) return found;
    const auto is_percent = [this](std::size_t k) {
      return k < text_.size() && text_[k].kind == PlainKind::percent;
    };
    if ((i > 0 && is_percent(i - 1)) || is_percent(i + 1)) return Match{{i, i + 1}, language_.value_or(0)};
    for (const std::size_t k : {i + 1, i - 1}) {
      if (k >= text_.size()) continue;
      words.signs.find_at(text_, k, [&](const Range&, std::size_t of) {
        found = Match{{std::min(i, k), std::max(i, k) + 1}, of};
      });
    }
    return found;
  }

  /// How far from the figure the nearest of the words stands, stops being walls.
  std::optional<std::size_t> distance(const Range& figure, const PhraseIndex& words) const {
    std::optional<std::size_t> nearest;
    const auto look = [&](std::size_t i, std::size_t away) {
      words.find_at(text_, i, [&](const Range& range, std::size_t) {
        if (!range.meets(figure) && (!nearest || away < *nearest)) nearest = away;
      });
    };
    for (std::size_t i = figure.begin; i-- > 0 && text_[i].kind != PlainKind::stop;)
      look(i, figure.begin - i);
    for (std::size_t i = figure.end; i < text_.size() && text_[i].kind != PlainKind::stop; ++i)
      look(i, i + 1 - figure.end);
    return nearest;
  }

  bool is_promise(const Match& figure, const HundredIndex& words) const {
    const auto promising = distance(figure.range, words.promising);
    const auto harmless = distance(figure.range, words.harmless);
    if (!promising || (harmless && *harmless <= *promising)) return false;
    return !is_denied(figure, denials_.words, {});
  }

  Text text_;
  const DenialIndex& denials_;
  std::optional<std::size_t> language_;
};

}  // namespace

WaryWordFinder::WaryWordFinder(const model::Words& words) : tables_(std::make_unique<Tables>(words)) {}
WaryWordFinder::~WaryWordFinder() = default;

std::optional<std::size_t> WaryWordFinder::language_of(const model::LanguageTag& tag) const {
  std::vector<model::LanguageTag> tags;
  for (const model::LanguageWords& each : tables_->words) tags.push_back(each.language);
  const auto best = tag.best_of(tags);
  if (!best) return std::nullopt;
  return static_cast<std::size_t>(std::ranges::find(tags, *best) - tags.begin());
}

std::vector<WaryKind> WaryWordFinder::kinds_in(std::string_view sentence,
                                               std::optional<std::size_t> language) const {
  std::call_once(tables_->once, [this] { tables_->make(); });
  const std::vector<PlainWord> text = base::plain_words(sentence);
  const SentenceReader reader(text, tables_->denials, language);
  std::vector<WaryKind> kinds;
  if (reader.holds(tables_->guarantee) || reader.holds_hundred(tables_->hundred))
    kinds.push_back(WaryKind::guarantee);
  if (reader.holds(tables_->pressure)) kinds.push_back(WaryKind::pressure);
  return kinds;
}

}  // namespace generator::ingest

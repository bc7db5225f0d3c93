#include "generator/compare/chance_reader.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "generator/compare/chance_words.h"
#include "generator/compare/whole_people.h"

namespace generator::compare {
namespace {

using Kind = ChanceTokenKind;
using Texts = const std::string_view[];

// Marks mean the same in every language; its words are the grammar's.
/// What ends a clause.
constexpr Texts k_stops = {".", ",", ";", ":", ")", "!", "?", "،", "؛", "؟"};
constexpr Texts k_sentence_ends = {".", ";", "!", "?", "؛", "؟"};
constexpr Texts k_full_stops = {".", "!", "?", "。", "؟"};
constexpr Texts k_about_marks = {"~", "≈"};
/// Between two numbers these make one figure of them; which one, only a range says.
constexpr Texts k_join_marks = {"-", "/", "±", "×", "+", "*", ":", ",", "،", "、"};
/// Before a number, these turn its meaning in a way that is not read.
constexpr Texts k_turn_marks = {"-", "±", "+", "×"};

struct BoundMark {
  std::string_view mark;
  ChanceBound bound;
};
constexpr BoundMark k_bound_marks[] = {{"<", ChanceBound::fewer_than},
                                       {"≤", ChanceBound::up_to},
                                       {">", ChanceBound::more_than},
                                       {"≥", ChanceBound::at_least}};

bool is_in(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::find(words, text) != words.end();
}

/// What is said of the number that follows.
struct Qualifier {
  ChanceBound bound = ChanceBound::none;
  bool about = false;
};

/// A number or a range, with a percent sign or without.
struct Figure {
  model::Decimal low;
  model::Decimal high;
  bool is_percent = false;
  std::size_t end = 0;  ///< the token after it
};

class ChanceReader {
 public:
  ChanceReader(std::vector<ChanceToken> tokens, const ChanceGrammar& grammar)
      : tokens_(std::move(tokens)), grammar_(grammar) {}

  std::vector<Chance> read() {
    std::size_t sentence = 0;
    for (std::size_t i = 0; i < tokens_.size();) {
      const std::size_t end = read_at(i);
      i = end > i ? end : i + 1;
      if (i < tokens_.size() && !is_in(text(i - 1), k_full_stops)) continue;
      // Of "50 % respond; of these, 70 %" nobody may take the second for a share of all, nor put the first
      // beside it.
      if (hangs_together(sentence, i)) chances_.resize(read_before_);
      read_before_ = chances_.size();
      sentence = i;
    }
    return std::move(chances_);
  }

  /// Whether a share of people is named at all, read or not: so many of so many, "half of", or a percentage
  /// where people or what happens to them are spoken of.
  bool names_any() const {
    bool speaks_of_people = false;
    for (std::size_t i = 0; i < tokens_.size(); ++i)
      speaks_of_people = speaks_of_people || at(grammar_.people, i) > 0 || at(grammar_.outcomes, i) > 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (at(grammar_.fractions, i) > 0) return true;
      if (!is(i, Kind::number)) {
        const std::size_t every = std::max(at(grammar_.every, i), at(grammar_.of_people, i));
        if (every > 0 && is(i + every, Kind::number) && has_number_after(i + every)) return true;
        continue;
      }
      std::size_t behind = i + 1;
      const bool is_percent = take_percent(behind) || (i > 0 && is(i - 1, Kind::percent));
      if (is_percent && speaks_of_people) return true;
      const std::size_t joined = std::max(at(grammar_.count_of, behind), at(grammar_.one_in, behind));
      if (joined > 0 && is(behind + joined, Kind::number)) return true;
    }
    return false;
  }

 private:
  bool is(std::size_t i, Kind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].text) : std::string_view();
  }
  /// The token before `i`; empty before the first.
  std::string_view before(std::size_t i) const { return i >= 1 ? text(i - 1) : std::string_view(); }

  /// How many tokens the phrase has that begins at `i`, or ends before it.
  std::size_t at(const ChancePhrases& phrases, std::size_t i) const { return phrases.at(tokens_, i); }
  std::size_t before(const ChancePhrases& phrases, std::size_t i) const { return phrases.before(tokens_, i); }

  std::size_t about_before(std::size_t i) const {
    return is_in(before(i), k_about_marks) ? 1 : before(grammar_.about, i);
  }
  std::size_t about_at(std::size_t i) const {
    return is_in(text(i), k_about_marks) ? 1 : at(grammar_.about, i);
  }

  /// Reads a chance that begins there; where it ends, or `i`.
  std::size_t read_at(std::size_t i) {
    if (const std::size_t every = at(grammar_.every, i)) return read_every(i, i + every);
    if (const std::size_t of = at(grammar_.of_people, i)) return read_of_people(i, i + of);
    if (!is(i, Kind::number)) return i;
    const std::optional<Figure> figure = figure_at(i);
    if (!figure || stands_in_company(i)) return figure ? figure->end : i;
    const std::size_t end = figure->is_percent ? read_percent(i, *figure) : read_count(i, *figure);
    return end > i ? end : figure->end;
  }

  bool has_number_after(std::size_t i) const {
    for (++i; i < tokens_.size() && !is_in(text(i), k_full_stops); ++i) {
      if (is(i, Kind::number)) return true;
    }
    return false;
  }

  /// Whether a sentence speaks of a share of those that it has just named: in so many words, or because of
  /// several figures one is of fewer people ("70 % of patients who respond").
  bool hangs_together(std::size_t first, std::size_t last) const {
    bool is_of_fewer = false;
    std::size_t figures = 0;
    for (std::size_t i = first; i < last; ++i) {
      if (at(grammar_.of_those, i) > 0) return true;
      if (const std::size_t end = share_at(i)) {
        ++figures;
        i = end - 1;
        continue;
      }
      const std::size_t people = at(grammar_.people, i);
      is_of_fewer = is_of_fewer || (people > 0 && at(grammar_.who, i + people) > 0);
    }
    return is_of_fewer && figures > 1 && chances_.size() > read_before_;
  }

  /// Where a figure of a share ends that begins there: in percent, or so many of so many; 0 if none does.
  std::size_t share_at(std::size_t i) const {
    const std::optional<Figure> figure = figure_at(i);
    if (!figure) return 0;
    if (figure->is_percent) return figure->end;
    const std::size_t of = std::max(at(grammar_.count_of, figure->end), at(grammar_.one_in, figure->end));
    return of > 0 && is(figure->end + of, Kind::number) ? figure->end + of + 1 : 0;
  }

  bool take_percent(std::size_t& i) const {
    const std::size_t taken = is(i, Kind::percent) ? 1 : at(grammar_.per_cent, i);
    i += taken;
    return taken > 0;
  }

  /// How many tokens make a range of the number before `i` and the one behind it.
  std::size_t range_at(std::size_t first, std::size_t i) const {
    if (text(i) == "-") return 1;
    if (const std::size_t to = at(grammar_.to, i)) return to;
    return before(grammar_.between, first) > 0 ? at(grammar_.between_and, i) : 0;
  }

  std::optional<Figure> figure_at(std::size_t i) const {
    if (!is(i, Kind::number)) return std::nullopt;
    Figure figure{tokens_[i].value, tokens_[i].value, false, i + 1};
    const bool first_percent = take_percent(figure.end);
    figure.is_percent = first_percent;
    const std::size_t range = range_at(i, figure.end);
    if (range > 0 && is(figure.end + range, Kind::number)) {
      figure.high = tokens_[figure.end + range].value;
      figure.end += range + 1;
      figure.is_percent = take_percent(figure.end);
      if (figure.high < figure.low || (first_percent && !figure.is_percent)) return std::nullopt;
    }
    return figure;
  }

  /// One of several numbers ("10, 15 or 20 %"), or one whose sense is turned: nobody knows what is meant.
  bool stands_in_company(std::size_t i) const {
    const auto ends_figure = [this](std::size_t k) {
      return k >= 1 && (is(k - 1, Kind::number) || is(k - 1, Kind::percent));
    };
    if (ends_figure(i)) return true;
    const std::size_t join = is_in(before(i), k_join_marks) ? 1 : before(grammar_.joins, i);
    return join > 0 && ends_figure(i - join);
  }

  struct Bound {
    ChanceBound bound = ChanceBound::none;
    std::size_t size = 0;  ///< its tokens
  };

  Bound bound_before(std::size_t i) const {
    const std::pair<const ChancePhrases*, ChanceBound> bounds[] = {
        {&grammar_.up_to, ChanceBound::up_to},
        {&grammar_.fewer_than, ChanceBound::fewer_than},
        {&grammar_.at_least, ChanceBound::at_least},
        {&grammar_.more_than, ChanceBound::more_than},
    };
    for (const auto& [phrases, bound] : bounds) {
      if (const std::size_t size = before(*phrases, i)) return {bound, size};
    }
    const auto* const mark = std::ranges::find(k_bound_marks, before(i), &BoundMark::mark);
    return mark == std::end(k_bound_marks) ? Bound{} : Bound{mark->bound, 1};
  }

  /// nullopt where the words before the number turn its meaning.
  std::optional<Qualifier> qualifier_of(std::size_t i) const {
    Qualifier qualifier;
    std::size_t at = i - before(grammar_.between, i);
    // "About have 73": in Chinese the verb may stand between.
    at -= before(grammar_.says, at);
    if (const std::size_t about = about_before(at)) {
      qualifier.about = true;
      at -= about;
    }
    if (const Bound bound = bound_before(at); bound.size > 0) {
      qualifier.bound = bound.bound;
      if (before(grammar_.negations, at - bound.size) == 0) return qualifier;
      // "No more than" gives the upper end, "not less than" the lower one.
      if (bound.bound == ChanceBound::more_than) {
        qualifier.bound = ChanceBound::up_to;
      } else if (bound.bound == ChanceBound::fewer_than) {
        qualifier.bound = ChanceBound::at_least;
      } else {
        return std::nullopt;
      }
      return qualifier;
    }
    if (is_in(before(at), k_turn_marks) || before(grammar_.turns, at) > 0) return std::nullopt;
    return qualifier;
  }

  bool add(std::size_t first, const Figure& figure, long long of) {
    const std::optional<Qualifier> qualifier = qualifier_of(first);
    if (!qualifier || figure.high > model::Decimal(of)) return false;
    const bool is_range = !(figure.low == figure.high);
    if (is_range && qualifier->bound != ChanceBound::none) return false;
    const WholePeople people = whole_people(figure.low, figure.high, of);
    chances_.push_back({people.low, people.high, qualifier->bound, qualifier->about || !people.is_same,
                        !figure.is_percent && of == 100 && people.out_of == 100, people.out_of});
    return true;
  }

  /// The token after "such treated patients"; nullopt if no people stand there.
  std::optional<std::size_t> after_people(std::size_t i) const {
    constexpr int k_most_such = 3;
    for (int skipped = 0; skipped < k_most_such; ++skipped) i += at(grammar_.such, i);
    const std::size_t people = at(grammar_.people, i);
    // "patients' tumours": then it is not the people who are counted.
    const bool is_theirs = text(i + people) == "'" || text(i + people) == "’";
    if (people == 0 || is_theirs) return std::nullopt;
    return i + people;
  }

  std::size_t read_percent(std::size_t i, const Figure& figure) {
    if (grammar_.per_cent_stands_free && !stands_free(i)) return i;
    const std::size_t of = at(grammar_.per_cent_of, figure.end);
    if (of == 0) return i;
    const std::optional<std::size_t> end = after_people(figure.end + of);
    return end && add(i, figure, 100) ? *end : i;
  }

  /// Nothing stands before the number that could go with it: "a tumour that shrank by 30 %" may have the same
  /// form.
  bool stands_free(std::size_t i) const {
    i -= about_before(i);
    return i == 0 || is(i - 1, Kind::mark) || before(grammar_.says, i) > 0;
  }

  /// "7 of 100 patients", "1 in 20".
  std::size_t read_count(std::size_t i, const Figure& figure) {
    const std::size_t of_size = at(grammar_.count_of, figure.end);
    const std::size_t in_size = at(grammar_.one_in, figure.end);
    const std::size_t k = figure.end + std::max(of_size, in_size);
    if (k == figure.end) return i;
    const std::optional<long long> of = whole_at(k);
    if (!of) return i;
    const std::optional<std::size_t> named = after_people(k + 1);
    const bool is_one_in = in_size > of_size && figure.high == model::Decimal(1);
    if (!named && !stands_alone(i, k, *of, is_one_in)) return i;
    return add(i, figure, *of) ? named.value_or(k + 1) : i;
  }

  std::optional<long long> whole_at(std::size_t i) const {
    if (!is(i, Kind::number) || tokens_[i].value.places() != 0 || tokens_[i].value < model::Decimal(2))
      return std::nullopt;
    return std::stoll(tokens_[i].value.to_string());
  }

  /// Whether "7 of 100", with nobody named, can mean nothing but people: a round number of them, no year, no
  /// count of cycles, no scale, and nothing after it that could be counted.
  bool stands_alone(std::size_t first, std::size_t last, long long of, bool is_one_in) const {
    const bool is_round = of % 10 == 0 && (of < 1900 || of > 2100);
    if (!is_round && !is_one_in) return false;
    const bool goes_on = text(last + 1).empty() || is_in(text(last + 1), k_stops) ||
                         at(grammar_.verbs, last + 1) > 0 || at(grammar_.clauses, last + 1) > 0;
    if (!goes_on || before(grammar_.counted, first) > 0) return false;
    std::size_t k = first;
    while (k > 0 && !is_sentence_end(k - 1)) --k;
    for (; k < tokens_.size() && !is_sentence_end(k); ++k) {
      if (at(grammar_.scales, k) > 0) return false;
    }
    return true;
  }

  bool is_sentence_end(std::size_t i) const { return is_in(text(i), k_sentence_ends); }

  /// "Of 100 patients, 7 have ..."; the first number stands at `next`.
  std::size_t read_of_people(std::size_t i, std::size_t next) {
    if (i > 0 && (is(i - 1, Kind::number) || is(i - 1, Kind::percent))) return i;
    const std::optional<long long> of = whole_at(next);
    const std::optional<std::size_t> named = of ? after_people(next + 1) : std::nullopt;
    if (!named) return i;
    std::size_t k = *named;
    if (text(k) == ",") ++k;
    for (std::size_t about = about_at(k); about > 0; about = about_at(k)) k += about;
    const std::optional<Figure> figure = figure_at(k);
    if (!figure || figure->is_percent || at(grammar_.verbs, figure->end) == 0) return i;
    return add(k, *figure, *of) ? figure->end : i;
  }

  /// "Of every 100 patients 7 have ..." as Chinese says it: the counting words are those for people. The
  /// first number stands at `next`.
  std::size_t read_every(std::size_t i, std::size_t next) {
    const std::optional<long long> of = whole_at(next);
    const std::size_t counter = of ? at(grammar_.counters, next + 1) : 0;
    if (counter == 0) return i;
    constexpr std::size_t k_farthest = 16;
    const std::size_t begin = next + 1 + counter;
    std::size_t k = begin;
    while (k < i + k_farthest && is(k, Kind::word)) ++k;
    const std::optional<Figure> figure = figure_at(k);
    const std::size_t second = figure && !figure->is_percent ? at(grammar_.counters, figure->end) : 0;
    if (second == 0) return i;
    const bool is_said = before(grammar_.says, k) > 0 || (about_before(k) > 0 && k > begin);
    if (!is_said || before(grammar_.says_not, k) > 0) return i;
    return add(k, *figure, *of) ? figure->end + second : i;
  }

  std::vector<ChanceToken> tokens_;
  const ChanceGrammar& grammar_;
  std::vector<Chance> chances_;
  std::size_t read_before_ = 0;  ///< of them, those of the sentences before
};

bool includes(const std::vector<Chance>& all, const std::vector<Chance>& some) {
  return std::ranges::all_of(
      some, [&](const Chance& chance) { return std::ranges::find(all, chance) != all.end(); });
}

const std::map<std::string, int>* numbers_of(const ChanceGrammar* grammar) {
  return grammar == nullptr ? nullptr : &grammar->numbers;
}

/// Every number of the translation stands in the original; "one" may be a pronoun.
bool holds_numbers_of(const model::Statement& original, const model::Translation& translation,
                      const ChanceGrammars& grammars) {
  const ChanceGrammar* const own = grammars.of(original.language);
  const ChanceGrammar* const other = grammars.of(translation.language);
  const std::vector<ChanceToken> tokens = chance_tokens(original.text, numbers_of(own));
  return std::ranges::all_of(
      chance_tokens(translation.text, numbers_of(other)), [&](const ChanceToken& token) {
        if (token.kind != Kind::number) return true;
        if (other != nullptr && std::ranges::find(other->pronouns, token.text) != other->pronouns.end())
          return true;
        return std::ranges::any_of(tokens, [&](const ChanceToken& each) {
          return each.kind == Kind::number && each.value == token.value;
        });
      });
}

}  // namespace

bool can_read_chances(const model::Statement& statement, const ChanceGrammars& grammars) {
  return grammars.of(statement.language) != nullptr ||
         std::ranges::any_of(statement.translations, [&](const model::Translation& translation) {
           return grammars.of(translation.language) != nullptr;
         });
}

bool names_chance(const model::Statement& statement, const ChanceGrammars& grammars) {
  const auto is_named = [&](const std::string& text, const model::LanguageTag& language) {
    const ChanceGrammar* const grammar = grammars.of(language);
    return grammar != nullptr && ChanceReader(chance_tokens(text, &grammar->numbers), *grammar).names_any();
  };
  return is_named(statement.text, statement.language) ||
         std::ranges::any_of(statement.translations, [&](const model::Translation& translation) {
           return is_named(translation.text, translation.language);
         });
}

std::vector<Chance> read_chances(std::string_view text, const model::LanguageTag& language,
                                 const ChanceGrammars& grammars) {
  const ChanceGrammar* const grammar = grammars.of(language);
  if (grammar == nullptr) return {};
  return ChanceReader(chance_tokens(text, &grammar->numbers), *grammar).read();
}

std::vector<Chance> read_chances(const model::Statement& statement, const ChanceGrammars& grammars) {
  std::vector<Chance> read = read_chances(statement.text, statement.language, grammars);
  for (const model::Translation& translation : statement.translations) {
    if (!holds_numbers_of(statement, translation, grammars)) continue;
    std::vector<Chance> other = read_chances(translation.text, translation.language, grammars);
    if (other.empty()) continue;
    if (read.empty()) {
      read = std::move(other);
    } else if (!includes(read, other) && !includes(other, read)) {
      return {};
    }
  }
  return read;
}

}  // namespace generator::compare

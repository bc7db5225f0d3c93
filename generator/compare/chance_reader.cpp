#include "generator/compare/chance_reader.h"

#include <algorithm>
#include <optional>
#include <span>
#include <string>

#include "generator/compare/chance_words.h"

namespace generator::compare {
namespace {

using Kind = ChanceTokenKind;
using Texts = const std::string_view[];

enum class Tongue { english, arabic, chinese };

std::optional<Tongue> tongue_of(const model::LanguageTag& language) {
  const std::string& tag = language.text();
  const std::string primary = tag.substr(0, tag.find('-'));
  if (primary == "en") return Tongue::english;
  if (primary == "ar") return Tongue::arabic;
  if (tag == "zh" || tag.starts_with("zh-Hans")) return Tongue::chinese;
  return std::nullopt;
}

// clang-format off
constexpr Texts k_people = {
    "patients", "people", "persons", "women", "men", "children", "adults", "boys", "girls",
    "المرضى", "المريضات", "الأشخاص", "الناس", "النساء", "الرجال", "الأطفال", "المصابين",
    "مريض", "مريضا", "مريضة", "مرضى", "مريضات", "شخص", "شخصا", "أشخاص", "امرأة", "نساء", "رجل", "رجلا", "رجال",
    "طفل", "طفلا", "أطفال"};
/// Words that may stand before the people.
constexpr Texts k_such = {"the", "all", "our", "these", "such", "treated", "similar", "adult", "older", "younger",
                          "elderly", "operated"};
/// What goes on after "7 of 100" where the people are not named: anything else may be a thing that is
/// counted.
constexpr Texts k_verbs = {
    "have", "has", "had", "are", "is", "were", "was", "will", "can", "may", "do", "does", "did", "need", "needs",
    "needed", "die", "dies", "died", "live", "lives", "lived", "respond", "responds", "responded", "develop",
    "develops", "developed", "survive", "survives", "survived", "recover", "recovers", "recovered", "get", "gets",
    "got", "suffer", "suffers", "suffered"};
constexpr Texts k_clauses = {"who", "after", "within", "and", "but", "or", "في", "بعد", "خلال", "إلى", "لا", "لم", "قد"};
/// What ends a clause.
constexpr Texts k_stops = {".", ",", ";", ":", ")", "!", "?", "،", "؛", "؟"};
constexpr Texts k_sentence_ends = {".", ";", "!", "?", "؛", "؟"};
/// What stands before a number that counts no people.
constexpr Texts k_units = {"cycle", "cycles", "week", "weeks", "day", "days", "month", "months", "year", "years",
                           "dose", "doses", "session", "sessions", "fraction", "fractions", "course", "courses",
                           "step", "phase", "part", "page", "line", "arm", "cohort", "option", "number", "no", "nr",
                           "type", "group", "الدورة", "الأسبوع", "اليوم", "الجلسة", "الجرعة"};
/// "3 out of 10" is no chance where something is measured on a scale.
constexpr Texts k_scales = {"score", "scale", "grade", "level", "stage", "pain", "ecog", "rating", "points", "page",
                            "مقياس", "درجة", "مرحلة", "ألم", "الألم"};
constexpr Texts k_about = {"about", "around", "approximately", "roughly", "some", "circa", "ca", "nearly", "almost",
                           "~", "≈", "نحو", "حوالي", "قرابة", "约", "近"};
constexpr Texts k_ranges = {"-", "to", "إلى", "至", "到"};
/// Between two numbers these make one figure of them; which one, only a range says.
constexpr Texts k_joins = {"-", "to", "and", "or", "/", "±", "x", "×", "+", "*", ":", ",", "،", "、", "إلى", "أو", "و",
                           "至", "到", "或", "和"};
/// Before a number, these turn its meaning in a way that is not read.
constexpr Texts k_turns = {"not", "no", "than", "without", "minus", "-", "±", "+", "×", "عن", "على", "ليس", "لا", "دون"};
// clang-format on

struct BoundWords {
  std::string_view first;  ///< empty: `second` is enough
  std::string_view second;
  ChanceBound bound;
};
constexpr BoundWords k_bounds[] = {
    {"up", "to", ChanceBound::up_to},          {"at", "most", ChanceBound::up_to},
    {"less", "than", ChanceBound::fewer_than}, {"fewer", "than", ChanceBound::fewer_than},
    {"", "under", ChanceBound::fewer_than},    {"", "below", ChanceBound::fewer_than},
    {"at", "least", ChanceBound::at_least},    {"more", "than", ChanceBound::more_than},
    {"", "over", ChanceBound::more_than},      {"", "above", ChanceBound::more_than},
    {"", "<", ChanceBound::fewer_than},        {"", "≤", ChanceBound::up_to},
    {"", ">", ChanceBound::more_than},         {"", "≥", ChanceBound::at_least},
    {"أقل", "من", ChanceBound::fewer_than},    {"أكثر", "من", ChanceBound::more_than},
    {"", "حتى", ChanceBound::up_to},
};

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

struct Share {
  model::Decimal value;  ///< of 100
  bool is_even = true;
};

/// count x 100 / of; exactly if that has at most two decimal places, else to two figures.
Share share_of_hundred(const model::Decimal& count, long long of) {
  // At most seven digits each (chance_words.cpp), so nothing here leaves 64 bits.
  std::string digits = count.to_string();
  std::erase(digits, '.');
  const long long product = std::stoll(digits) * 100;
  for (int i = 0; i < count.places(); ++i) of *= 10;
  const auto scaled = [](long long value, int places) {
    model::Decimal result(value);
    for (int i = 0; i < places; ++i) result = result * *model::Decimal::parse("0.1");
    return result;
  };
  constexpr int k_even_places = 2;
  long long power = 1;
  for (int places = 0; places <= k_even_places; ++places, power *= 10) {
    if (product * power % of == 0) return {scaled(product * power / of, places), true};
  }
  int places = 0;
  power = 1;
  while (product * power < of * 10) {
    power *= 10;
    ++places;
  }
  return {scaled((product * power * 2 + of) / (of * 2), places), false};
}

class ChanceReader {
 public:
  ChanceReader(std::vector<ChanceToken> tokens, Tongue tongue)
      : tokens_(std::move(tokens)), tongue_(tongue) {}

  std::vector<Chance> read() {
    std::size_t i = 0;
    while (i < tokens_.size()) {
      const std::size_t end = read_at(i);
      i = end > i ? end : i + 1;
    }
    return std::move(chances_);
  }

 private:
  bool is(std::size_t i, Kind kind) const { return i < tokens_.size() && tokens_[i].kind == kind; }
  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].text) : std::string_view();
  }
  /// The token `steps` before `i`; empty before the first.
  std::string_view before(std::size_t i, std::size_t steps) const {
    return i >= steps ? text(i - steps) : std::string_view();
  }

  /// Reads a chance that begins there; where it ends, or `i`.
  std::size_t read_at(std::size_t i) {
    if (tongue_ == Tongue::chinese && text(i) == "每") return read_every(i);
    if (tongue_ == Tongue::english && (text(i) == "of" || text(i) == "among")) return read_of_people(i);
    if (!is(i, Kind::number)) return i;
    const std::optional<Figure> figure = figure_at(i);
    if (!figure || stands_in_company(i)) return figure ? figure->end : i;
    const std::size_t end = figure->is_percent ? read_percent(i, *figure) : read_count(i, *figure);
    return end > i ? end : figure->end;
  }

  bool take_percent(std::size_t& i) const {
    if (is(i, Kind::percent)) {
      ++i;
    } else if (text(i) == "percent") {
      ++i;
    } else if (text(i) == "per" && text(i + 1) == "cent") {
      i += 2;
    } else {
      return false;
    }
    return true;
  }

  std::optional<Figure> figure_at(std::size_t i) const {
    if (!is(i, Kind::number)) return std::nullopt;
    Figure figure{tokens_[i].value, tokens_[i].value, false, i + 1};
    const bool first_percent = take_percent(figure.end);
    figure.is_percent = first_percent;
    const bool is_range =
        is_in(text(figure.end), k_ranges) || (before(i, 1) == "between" && text(figure.end) == "and");
    if (is_range && is(figure.end + 1, Kind::number)) {
      figure.high = tokens_[figure.end + 1].value;
      figure.end += 2;
      figure.is_percent = take_percent(figure.end);
      if (figure.high < figure.low || (first_percent && !figure.is_percent)) return std::nullopt;
    }
    return figure;
  }

  /// One of several numbers ("10, 15 or 20 %"), or one whose sense is turned: nobody knows what is meant.
  bool stands_in_company(std::size_t i) const {
    const auto is_figure = [this](std::size_t k) { return is(k, Kind::number) || is(k, Kind::percent); };
    if (i >= 1 && is_figure(i - 1)) return true;
    return i >= 2 && is_in(before(i, 1), k_joins) && is_figure(i - 2);
  }

  /// nullopt where the words before the number turn its meaning.
  std::optional<Qualifier> qualifier_of(std::size_t i) const {
    Qualifier qualifier;
    std::size_t at = i;
    if (before(at, 1) == "between") --at;
    // "约有 73 名": in Chinese the verb may stand between.
    if (tongue_ == Tongue::chinese && before(at, 1) == "有") --at;
    if (is_in(before(at, 1), k_about)) {
      qualifier.about = true;
      --at;
    }
    for (const BoundWords& words : k_bounds) {
      if (before(at, 1) != words.second) continue;
      if (!words.first.empty() && before(at, 2) != words.first) continue;
      const std::string_view negation = before(at, words.first.empty() ? 2 : 3);
      const bool is_negated = negation == "no" || negation == "not" || negation == "ليس";
      qualifier.bound = words.bound;
      if (!is_negated) return qualifier;
      // "No more than" gives the upper end, "not less than" the lower one.
      if (words.bound == ChanceBound::more_than) {
        qualifier.bound = ChanceBound::up_to;
      } else if (words.bound == ChanceBound::fewer_than) {
        qualifier.bound = ChanceBound::at_least;
      } else {
        return std::nullopt;
      }
      return qualifier;
    }
    if (is_in(before(at, 1), k_turns)) return std::nullopt;
    return qualifier;
  }

  bool add(std::size_t first, const Figure& figure, long long of) {
    const std::optional<Qualifier> qualifier = qualifier_of(first);
    if (!qualifier || figure.high > model::Decimal(of)) return false;
    const bool is_range = !(figure.low == figure.high);
    if (is_range && qualifier->bound != ChanceBound::none) return false;
    const Share low = share_of_hundred(figure.low, of);
    const Share high = share_of_hundred(figure.high, of);
    chances_.push_back({low.value, high.value, qualifier->bound,
                        qualifier->about || !low.is_even || !high.is_even, !figure.is_percent && of == 100});
    return true;
  }

  /// The token after "such treated patients"; nullopt if no people stand there.
  std::optional<std::size_t> after_people(std::size_t i) const {
    constexpr int k_most_such = 3;
    for (int skipped = 0; skipped < k_most_such && is_in(text(i), k_such); ++skipped) ++i;
    // "patients' tumours": then it is not the people who are counted.
    const bool is_theirs = text(i + 1) == "'" || text(i + 1) == "’";
    if (!is_in(text(i), k_people) || is_theirs) return std::nullopt;
    return i + 1;
  }

  std::size_t read_percent(std::size_t i, const Figure& figure) {
    std::optional<std::size_t> end;
    if (tongue_ == Tongue::chinese) {
      end = after_chinese_people(i, figure.end);
    } else if (text(figure.end) == (tongue_ == Tongue::arabic ? "من" : "of")) {
      end = after_people(figure.end + 1);
    }
    return end && add(i, figure, 100) ? *end : i;
  }

  /// "30 % of the patients" as Chinese says it. Before the number nothing may stand that could go with it: "a
  /// tumour that shrank by 30 %" has the same form.
  std::optional<std::size_t> after_chinese_people(std::size_t start, std::size_t i) const {
    std::size_t first = start;
    if (is_in(before(first, 1), k_about)) --first;
    const bool is_free = first == 0 || is(first - 1, Kind::mark) || before(first, 1) == "有";
    if (!is_free || text(i) != "的") return std::nullopt;
    struct Pair {
      std::string_view first, second;
    };
    constexpr Pair k_pairs[] = {{"患", "者"}, {"病", "人"}, {"女", "性"}, {"男", "性"},
                                {"儿", "童"}, {"患", "儿"}, {"妇", "女"}};
    const bool is_people = std::ranges::any_of(
        k_pairs, [&](const Pair& pair) { return text(i + 1) == pair.first && text(i + 2) == pair.second; });
    if (is_people) return i + 3;
    return std::nullopt;
  }

  /// "7 of 100 patients", "1 in 20".
  std::size_t read_count(std::size_t i, const Figure& figure) {
    std::size_t k = figure.end;
    const bool says_in = text(k) == "in";
    if (tongue_ == Tongue::arabic) {
      if (text(k) != "من") return i;
      ++k;
      if (text(k) == "بين") ++k;
      if (text(k) != "كل" && text(k) != "أصل") return i;
      ++k;
    } else if (tongue_ == Tongue::english) {
      if (text(k) == "out") ++k;
      if (text(k) != "of" && !says_in) return i;
      ++k;
      if (text(k) == "every" || text(k) == "each") ++k;
    } else {
      return i;
    }
    const std::optional<long long> of = whole_at(k);
    if (!of) return i;
    const std::optional<std::size_t> named = after_people(k + 1);
    const bool is_one_in = says_in && figure.high == model::Decimal(1);
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
    const std::string_view next = text(last + 1);
    if (!next.empty() && !is_in(next, k_stops) && !is_in(next, k_verbs) && !is_in(next, k_clauses))
      return false;
    if (is_in(before(first, 1), k_units)) return false;
    std::size_t k = first;
    while (k > 0 && !is_sentence_end(k - 1)) --k;
    for (; k < tokens_.size() && !is_sentence_end(k); ++k) {
      if (is_in(text(k), k_scales)) return false;
    }
    return true;
  }

  bool is_sentence_end(std::size_t i) const { return is_in(text(i), k_sentence_ends); }

  /// "Of 100 patients, 7 have ..."
  std::size_t read_of_people(std::size_t i) {
    if (i > 0 && (is(i - 1, Kind::number) || is(i - 1, Kind::percent))) return i;
    const std::optional<long long> of = whole_at(i + 1);
    const std::optional<std::size_t> named = of ? after_people(i + 2) : std::nullopt;
    if (!named) return i;
    std::size_t k = *named;
    if (text(k) == ",") ++k;
    while (k < tokens_.size() && is_in(text(k), k_about)) ++k;
    const std::optional<Figure> figure = figure_at(k);
    if (!figure || figure->is_percent || !is_in(text(figure->end), k_verbs)) return i;
    return add(k, *figure, *of) ? figure->end : i;
  }

  /// "Of every 100 patients 7 have ..." as Chinese says it: the counting words are those for people.
  std::size_t read_every(std::size_t i) {
    const auto counts_people = [this](std::size_t k) {
      return text(k) == "名" || text(k) == "位" || text(k) == "人";
    };
    const std::optional<long long> of = whole_at(i + 1);
    if (!of || !counts_people(i + 2)) return i;
    constexpr std::size_t k_farthest = 16;
    std::size_t k = i + 3;
    while (k < i + k_farthest && is(k, Kind::word)) ++k;
    const std::optional<Figure> figure = figure_at(k);
    if (!figure || figure->is_percent || !counts_people(figure->end)) return i;
    const std::string_view last = before(k, 1);
    const bool is_said = last == "有" || (is_in(last, k_about) && k > i + 3);
    if (!is_said || (last == "有" && before(k, 2) == "没")) return i;
    return add(k, *figure, *of) ? figure->end + 1 : i;
  }

  std::vector<ChanceToken> tokens_;
  Tongue tongue_;
  std::vector<Chance> chances_;
};

bool includes(const std::vector<Chance>& all, const std::vector<Chance>& some) {
  return std::ranges::all_of(
      some, [&](const Chance& chance) { return std::ranges::find(all, chance) != all.end(); });
}

/// Every number of the translation stands in the original; "one" may be a pronoun.
bool holds_numbers_of(std::string_view original, std::string_view translation) {
  const std::vector<ChanceToken> tokens = chance_tokens(original);
  return std::ranges::all_of(chance_tokens(translation), [&](const ChanceToken& token) {
    return token.kind != Kind::number || token.text == "one" ||
           std::ranges::any_of(tokens, [&](const ChanceToken& other) {
             return other.kind == Kind::number && other.value == token.value;
           });
  });
}

}  // namespace

bool can_read_chances(const model::Statement& statement) {
  return tongue_of(statement.language) ||
         std::ranges::any_of(statement.translations, [](const model::Translation& translation) {
           return tongue_of(translation.language).has_value();
         });
}

std::vector<Chance> read_chances(std::string_view text, const model::LanguageTag& language) {
  const std::optional<Tongue> tongue = tongue_of(language);
  if (!tongue) return {};
  return ChanceReader(chance_tokens(text), *tongue).read();
}

std::vector<Chance> read_chances(const model::Statement& statement) {
  std::vector<Chance> read = read_chances(statement.text, statement.language);
  for (const model::Translation& translation : statement.translations) {
    if (!holds_numbers_of(statement.text, translation.text)) continue;
    std::vector<Chance> other = read_chances(translation.text, translation.language);
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

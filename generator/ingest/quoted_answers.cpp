// Decisions and results of tumour markers beside the words that they are from: accepted beside "is under
// review", HER2 3+ beside "2+". Words that say nothing of the kind say nothing against what was entered.
#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "generator/base/phrase.h"
#include "generator/base/wording.h"
#include "generator/ingest/case_checks.h"
#include "generator/model/figures.h"
#include "generator/model/marker_results.h"
#include "generator/model/named_phrases.h"
#include "generator/model/names.h"

namespace generator::ingest {
namespace {

using model::DecisionStatus;

/// As far as words tell decisions apart: "not eligible" is often written where nobody could judge, and a
/// condition may stand in another sentence.
enum class Outcome { yes, open, no };

std::optional<Outcome> outcome_of(DecisionStatus decision) {
  switch (decision) {
    case DecisionStatus::accepted:
    case DecisionStatus::conditional: return Outcome::yes;
    case DecisionStatus::under_review:
    case DecisionStatus::needs_information: return Outcome::open;
    case DecisionStatus::not_eligible:
    case DecisionStatus::cannot_judge: return Outcome::no;
    case DecisionStatus::current_plan_adequate: return std::nullopt;
  }
  return std::nullopt;
}

/// The pieces of a quote in which a marker's result may stand: between commas and the like, and by lines.
std::vector<std::string> pieces_of(const std::string& quote) {
  const std::string text = model::fold_notation(quote);
  std::vector<std::string> pieces(1);
  const auto is_digit = [&text](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    // "1,240" and "1.5" are figures, and "p.Gly12Asp" is one word.
    const bool is_comma = text[i] == ',' && !(i > 0 && is_digit(i - 1) && is_digit(i + 1));
    const bool is_stop = text[i] == '.' && (i + 1 == text.size() || text[i + 1] == ' ');
    if (text[i] == ';' || is_comma || is_stop) {
      pieces.emplace_back();
    } else {
      pieces.back() += text[i];
    }
  }
  return pieces;
}

/// The digits of a text, number by number.
std::set<std::string> numbers_of(const std::string& folded) {
  std::set<std::string> numbers;
  std::string number;
  for (const char c : folded + " ") {
    if (c >= '0' && c <= '9') {
      number += c;
    } else if (!number.empty()) {
      numbers.insert(std::move(number));
      number.clear();
    }
  }
  return numbers;
}

bool is_capital(char c) {
  return c >= 'A' && c <= 'Z';  // of folded text
}
bool is_figure(char c) {
  return c >= '0' && c <= '9';
}

/// Where a marker is named as a word of its own: ER not in HER2. npos if nowhere. A figure may stand at its
/// end (ER90%), and letters of scripts that are written close at both.
std::size_t name_in(std::string_view text, std::string_view name) {
  if (name.empty()) return std::string_view::npos;
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool begins = at == 0 || !(is_capital(text[at - 1]) || is_figure(text[at - 1]));
    const bool ends = end == text.size() || !(is_capital(text[end]) && is_capital(text[end - 1]));
    const bool is_cut_figure = end < text.size() && is_figure(text[end]) && is_figure(text[end - 1]);
    if (begins && ends && !is_cut_figure) return at;
  }
  return std::string_view::npos;
}

class QuotedAnswers {
 public:
  QuotedAnswers(const model::Words& words, ValueReader& report)
      : decisions_(words, &model::LanguageWords::decisions),
        results_(words, &model::LanguageWords::results),
        report_(report) {}

  void decision(DecisionStatus decision, const std::optional<model::Source>& source, const JsonNode* node) {
    const std::optional<Outcome> own = outcome_of(decision);
    if (!own || !source || source->quote.empty() || node == nullptr) return;
    std::set<Outcome> said;
    for (const model::SaidPhrase& phrase : decisions_.find(base::plain_words(source->quote))) {
      if (const auto answer = outcome_of(*model::value_of<DecisionStatus>(phrase.name))) said.insert(*answer);
    }
    if (said.empty() || said.contains(*own)) return;
    tell(*node, "decision-not-in-quote",
         fmt::format("the words that this decision is from do not say \"{}\"", model::name_of(decision)),
         source->quote);
  }

  /// Told only if every piece that names the marker says another result, and not all of the figures stand in
  /// the words: a notation that nobody here can read is no contradiction.
  void marker(const model::Marker& marker, const JsonNode& node) {
    if (!marker.source || marker.source->quote.empty()) return;
    const std::string name = model::fold_notation(marker.name);
    const std::vector<std::string> pieces = pieces_of(marker.source->quote);
    std::vector<std::string> own;
    for (const std::string& piece : pieces) {
      const std::size_t at = name_in(piece, name);
      if (at != std::string::npos) own.push_back(std::string(piece).erase(at, name.size()));
    }
    if (own.empty() && pieces.size() == 1) own = pieces;
    if (own.empty()) return;
    const model::Facets entered = model::marker_facets(marker, results_);
    const std::set<std::string> figures = numbers_of(model::fold_notation(marker.value));
    for (const std::string& piece : own) {
      const model::Facets written = model::marker_facets(
          {.name = marker.name, .value = piece, .date = marker.date, .source = {}}, results_);
      if (written.contains("text") || entered.contains("text")) return;
      if (model::compare(entered, written) != model::Likeness::different) return;
      const std::set<std::string> there = numbers_of(piece);
      if (!figures.empty() && std::ranges::includes(there, figures) && there.size() > figures.size()) return;
    }
    tell(node, "marker-not-in-quote",
         fmt::format("{} does not stand in the words that it is from", base::in_quotes(marker.value)),
         marker.source->quote);
  }

 private:
  void tell(const JsonNode& node, const char* code, std::string what, const std::string& quote) {
    report_.warning(node, code, std::move(what), fmt::format("they have {}", base::in_quotes(quote)),
                    "look it up in the letter");
  }

  model::NamedPhraseFinder decisions_;
  model::ResultWords results_;
  ValueReader& report_;
};

}  // namespace

void check_quoted_answers(const JsonNode& root, const model::Case& c, const model::Words& words,
                          ValueReader& report) {
  QuotedAnswers check(words, report);
  const auto markers = [&check](const std::vector<model::Marker>& list, const JsonNode* diagnosis) {
    const auto& nodes = items_of(member(diagnosis, "markers"));
    for (std::size_t i = 0; i < list.size() && i < nodes.size(); ++i) check.marker(list[i], nodes[i]);
  };
  markers(c.diagnosis.markers, root.find("diagnosis"));
  const auto& opinions = items_of(root.find("opinions"));
  for (std::size_t i = 0; i < c.opinions.size() && i < opinions.size(); ++i) {
    const model::Opinion& opinion = c.opinions[i];
    check.decision(opinion.decision, model::source_of(opinion.sources, model::Sourced::decision),
                   opinions[i].find("decision"));
    markers(opinion.diagnosis.markers, opinions[i].find("diagnosis"));
  }
}

}  // namespace generator::ingest

#include "generator/locale/glossary.h"

#include <catch2/catch.hpp>

namespace {

using generator::locale::GlossaryTerm;
using generator::locale::TermFinder;

using Joined = std::optional<std::vector<std::string>>;

std::vector<std::string> found(const std::string& text, std::vector<std::string> words,
                               const Joined& joined = {}) {
  const std::vector<GlossaryTerm> terms = {{"term", "Term", "Meaning", std::move(words)}};
  TermFinder finder(terms, joined);
  finder.search(text);
  std::vector<std::string> ids;
  for (const GlossaryTerm* term : finder.found()) ids.push_back(term->id);
  return ids;
}

bool finds(const std::string& text, const std::string& word, const Joined& joined = {}) {
  return found(text, {word}, joined).size() == 1;
}

}  // namespace

TEST_CASE("A term is explained where one of its words is met, and a general one always") {
  CHECK(found("nothing of the kind", {}).size() == 1);
  CHECK(found("A biopsy is asked for", {"biopsies", "biopsy"}).size() == 1);
  CHECK(found("No tissue is asked for", {"biopsies", "biopsy"}).empty());
}

TEST_CASE("Latin words are found whole, and capitals count where the word has them") {
  CHECK(finds("Biopsy of the liver", "biopsy"));
  CHECK(finds("HER2阳性", "HER2"));
  CHECK(finds("(PD-L1)", "PD-L1"));
  CHECK(finds("anti-PD-L1 antibody", "PD-L1"));
  CHECK_FALSE(finds("afterwards", "ER"));
  CHECK_FALSE(finds("FISHING", "FISH"));
  CHECK_FALSE(finds("they met on Monday", "MET"));
  CHECK_FALSE(finds("biopsychosocial", "biopsy"));
}

TEST_CASE("Arabic words are found behind what is joined to them, and not within another") {
  const Joined arabic = std::vector<std::string>{"ل", "و", "ب", "ف", "ك"};
  CHECK(finds("بعد الخزعة", "خزعة", arabic));
  CHECK(finds("بالتنظير", "تنظير", arabic));
  CHECK(finds("خدر في اليدين", "خدر", arabic));
  CHECK(finds("(خدر)، خدر", "خدر", arabic));
  CHECK_FALSE(finds("دواء مخدر", "خدر", arabic));
  CHECK_FALSE(finds("دواء مُخدر", "خدر", arabic));
}

TEST_CASE(
    "Where nothing is joined to the next word, words are found at a word's beginning, with any ending") {
  const Joined none = std::vector<std::string>{};
  CHECK(finds("после биопсии", "биопси", none));
  CHECK(finds("50%биопсии", "биопси", none));
  CHECK_FALSE(finds("автобиопсия", "биопси", none));
  CHECK_FALSE(finds("दवाबायोप्सी", "बायोप्सी", none));
  CHECK(finds("दवा बायोप्सी", "बायोप्सी", none));
}

TEST_CASE("Chinese words are found anywhere") {
  CHECK(finds("建议先做化疗再手术", "化疗"));
}

TEST_CASE("A word of two characters is found at the end of a text, whatever their length in bytes") {
  for (const std::string word : {"CT", "µg", "é1", "سل", "化疗", "化1", "𝛼𝛽"}) {
    CAPTURE(word);
    CHECK(finds("10 " + word, word));
    CHECK(finds(word + " ...", word));
    CHECK_FALSE(finds(word.substr(0, word.size() - 1), word));
  }
}

TEST_CASE("An ambiguous word counts in its company, sentence by sentence") {
  std::vector<GlossaryTerm> terms = {{"term", "Term", "Meaning", {}}};
  terms.front().ambiguous = {{{"ER"}, {"HER2", "阳性"}, {"visit"}}};
  const Joined joined;
  const auto is_met = [&](const std::string& text) {
    TermFinder finder(terms, joined);
    finder.search(text);
    return !finder.found().empty();
  };
  CHECK(is_met("ER and HER2"));
  CHECK(is_met("HER2, ER"));
  CHECK(is_met("ER阳性"));
  CHECK_FALSE(is_met("ER"));
  CHECK_FALSE(is_met("ER. HER2"));
  CHECK_FALSE(is_met("前往ER。HER2阳性"));
  CHECK_FALSE(is_met("ER visit, HER2"));
  CHECK(is_met("A visit.\nER 2.5, HER2"));
  TermFinder finder(terms, joined);
  finder.search("ER");
  finder.search("HER2");  // another text
  CHECK(finder.found().empty());
}

TEST_CASE("The first use of a term ends behind all that belongs to the word, and is told once") {
  const auto use_ends = [](const std::string& text, std::vector<std::string> words) {
    const std::vector<GlossaryTerm> terms = {{"term", "Term", "Meaning", std::move(words)}};
    const std::optional<std::vector<std::string>> nothing_joined(std::in_place);  // outlives the finder
    TermFinder finder(terms, nothing_joined);
    std::string before;
    for (const auto& use : finder.first_uses(text)) before += text.substr(0, use.end) + "|";
    CHECK(finder.first_uses(text).empty());
    return before;
  };
  CHECK(use_ends("BCLC B on arrival, BCLC C at home", {"BCLC"}) == "BCLC B|");
  CHECK(use_ends("HER2-positive cells", {"HER2"}) == "HER2-positive|");
  CHECK(use_ends("AFP 400 ng/mL", {"AFP"}) == "AFP|");
  CHECK(use_ends("ECOG Always", {"ECOG"}) == "ECOG|");
  CHECK(use_ends("trastuzumab deruxtecan", {"trastuzumab", "trastuzumab deruxtecan"}) ==
        "trastuzumab deruxtecan|");
  CHECK(use_ends("после биопсии печени", {"биопси"}) == "после биопсии|");
  CHECK(use_ends("no such word", {"BCLC"}).empty());
}

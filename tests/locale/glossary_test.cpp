#include "generator/locale/glossary.h"

#include <catch2/catch.hpp>

namespace {

using generator::locale::GlossaryTerm;
using generator::locale::TermFinder;

std::vector<std::string> found(const std::string& text, std::vector<std::string> words) {
  const std::vector<GlossaryTerm> terms = {{"term", "Term", "Meaning", std::move(words)}};
  TermFinder finder(terms);
  finder.search(text);
  std::vector<std::string> ids;
  for (const GlossaryTerm* term : finder.found()) ids.push_back(term->id);
  return ids;
}

bool finds(const std::string& text, const std::string& word) {
  return found(text, {word}).size() == 1;
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
  CHECK(finds("بعد الخزعة", "خزعة"));
  CHECK(finds("بالتنظير", "تنظير"));
  CHECK(finds("خدر في اليدين", "خدر"));
  CHECK_FALSE(finds("دواء مخدر", "خدر"));
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

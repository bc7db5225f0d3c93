// broken/<name>/case.json beside expected.txt: what `check` says of it. CONSILIUM_REWRITE_GOLDENS=1 rewrites.
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <set>

#include "generator/base/file.h"
#include "generator/ingest/case_reader.h"
#include "generator/ingest/words_reader.h"

namespace fs = std::filesystem;
using namespace generator;

namespace {

const fs::path k_root = CONSILIUM_ROOT;
const fs::path k_broken = k_root / "tests/ingest/broken";

std::string said_of(const fs::path& folder) {
  static const auto k_words = ingest::read_words_folder(k_root / "locales");
  REQUIRE(k_words);
  const auto read = ingest::read_case_file(folder / "case.json", *k_words);
  std::string text;
  for (base::Diagnostic finding : read ? read->warnings : read.error()) {
    finding.place.file = "case.json";
    text += base::to_text(finding) + "\n";
  }
  return text + (read ? "read\n" : "refused\n");
}

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
  std::set<std::string> found;
  for (std::sregex_iterator it(text.begin(), text.end(), pattern), end; it != end; ++it)
    found.insert((*it)[1]);
  return found;
}

}  // namespace

TEST_CASE("each broken case is told what is wrong with it, where, and what to do") {
  const bool rewrite = std::getenv("CONSILIUM_REWRITE_GOLDENS") != nullptr;
  int cases = 0;
  for (const auto& entry : fs::directory_iterator(k_broken)) {
    INFO(entry.path().filename().string());
    const std::string said = said_of(entry.path());
    const fs::path expected = entry.path() / "expected.txt";
    if (rewrite) REQUIRE(base::write_file(expected, said));
    const auto wanted = base::read_file(expected);
    REQUIRE(wanted);
    CHECK(said == *wanted);
    ++cases;
  }
  CHECK(cases >= 30);
}

TEST_CASE("every code is documented, and every documented code is shown by a broken case") {
  std::set<std::string> shown;
  for (const auto& entry : fs::directory_iterator(k_broken)) {
    const auto text = base::read_file(entry.path() / "expected.txt");
    REQUIRE(text);
    shown.merge(matches(*text, std::regex(R"(\[([a-z-]+)\]\n)")));
  }
  const auto text = base::read_file(k_root / "docs/case-format.md");
  REQUIRE(text);
  const auto documented =
      matches(text->substr(text->find("\n## What `check` can say")), std::regex(R"(\n\| `([a-z-]+)` \|)"));
  // Too large for a folder of examples, or in need of a machine that fails; case_reader_test.cpp has most of
  // them.
  const std::set<std::string> k_elsewhere = {"file-missing", "file-unreadable", "file-too-large",
                                             "findings-cut", "list-too-long",   "quotes-too-many"};
  std::set<std::string> both = shown;
  both.insert(k_elsewhere.begin(), k_elsewhere.end());
  CHECK(documented == both);
}

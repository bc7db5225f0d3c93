#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <set>

#include "generator/base/code_points.h"
#include "generator/base/wording.h"
#include "generator/ingest/letters.h"

namespace generator::ingest {
namespace {

/// Bytes that may be searched for the quotes of one case; a case that needs more is no case.
constexpr std::size_t k_search_budget = 1u << 30;

bool is_space(std::int32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x2028 || c == 0x2029 || c == 0xFEFF;
}

/// Scripts that are written without spaces, so that a line break in them is no space.
bool is_unspaced(std::int32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
         (c >= 0x20000 && c <= 0x3FFFF);
}

/// A letter's text folded for comparison, and where in it each page begins.
struct FoldedText {
  std::string text;
  std::vector<std::size_t> pages;

  std::size_t page_of(std::size_t offset) const {
    return static_cast<std::size_t>(std::ranges::upper_bound(pages, offset) - pages.begin());
  }
};

std::string composed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form_c = icu::Normalizer2::getNFCInstance(status);
  const icu::StringPiece piece(text.data(), static_cast<std::int32_t>(text.size()));
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  if (U_SUCCESS(status)) form_c->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? result : std::string(text);
}

/// What one character of a letter is compared by: NFKC undoes ligatures, full width and the shapes of Arabic
/// letters that come out of PDFs. Nothing for what only helps to set a line: soft hyphens, joiners, tatweel.
/// Character by character, so that it stays known which one was full width.
std::string compared_by(std::string_view character, UChar32 c) {
  constexpr UChar32 k_tatweel = 0x0640;
  if (c == k_tatweel || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0) return {};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  const icu::StringPiece piece(character.data(), static_cast<std::int32_t>(character.size()));
  if (U_SUCCESS(status)) form->normalizeUTF8(0, piece, sink, nullptr, status);
  return U_SUCCESS(status) ? result : std::string(character);
}

FoldedText folded(std::string_view original) {
  const bool ascii =
      std::ranges::all_of(original, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  const std::string text = ascii ? std::string(original) : composed(original);
  FoldedText result;
  result.text.reserve(text.size());
  result.pages.push_back(0);
  constexpr std::int32_t k_soft_hyphen = 0xAD;
  bool space = false;
  bool broken_word = false;  ///< at a soft hyphen: the end of the line behind it is no space
  bool unspaced_before = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const std::int32_t c = base::next_code_point(text, i);
    if (c == '\f') result.pages.push_back(std::string::npos);
    if (is_space(c)) {
      space = !broken_word;
      continue;
    }
    std::string shown = text.substr(start, i - start);
    if (c >= 0x80) shown = compared_by(shown, c);
    broken_word = c == k_soft_hyphen;
    if (shown.empty()) continue;
    if (space && !result.text.empty() && !(unspaced_before && is_unspaced(c))) result.text += ' ';
    // A page begins with its first visible character.
    for (auto page = result.pages.rbegin(); page != result.pages.rend() && *page == std::string::npos; ++page)
      *page = result.text.size();
    result.text += shown;
    space = false;
    unspaced_before = is_unspaced(c);
  }
  while (result.pages.back() == std::string::npos) result.pages.pop_back();  // form feeds after the last word
  return result;
}

class QuoteChecker {
 public:
  QuoteChecker(const model::Case& c, ValueReader& report) : case_(c), report_(report) {}

  void check(const SourceUse& use) {
    const auto document = std::ranges::find(case_.documents, use.source.document, &model::Document::id);
    if (document == case_.documents.end()) return;
    const JsonNode* quote = use.node->find("quote");
    const JsonNode* page = use.node->find("page");
    if (!document->text) {
      if (quote != nullptr && unchecked_.insert(document->id).second) {
        report_.warning(*quote, "quote-unchecked",
                        fmt::format("the quotes from {} cannot be checked", base::in_quotes(document->id)),
                        "the text of this letter did not come with the case",
                        "add the letter's text, or compare the quotes with the letter yourself");
      }
      if (page == nullptr) page_left_out(use, "add \"page\"");
      return;
    }
    auto [letter, fresh] = letters_.try_emplace(document->id);
    if (fresh) letter->second = folded(*document->text);
    if (use.source.page && static_cast<std::size_t>(*use.source.page) > letter->second.pages.size()) {
      report_.error(*page, "page-unknown",
                    fmt::format("{} has {} page{}, and this is page {}", base::in_quotes(document->id),
                                letter->second.pages.size(), letter->second.pages.size() == 1 ? "" : "s",
                                *use.source.page),
                    "pages are counted from 1, and parted by form feeds in the letter's text",
                    "give the page on which the quote stands, or leave \"page\" out");
      return;
    }
    if (quote != nullptr && !use.source.quote.empty()) {
      look_up(use, *quote, page, letter->second);
    } else {
      report_.warning(*use.node, "quote-left-out",
                      fmt::format("this place in {} is without the words", base::in_quotes(document->id)),
                      "a reader is led to a letter, and not to what it says there",
                      "add \"quote\": the words of the letter, as they stand there");
    }
  }

 private:
  void page_left_out(const SourceUse& use, std::string remedy) {
    report_.warning(*use.node, "page-left-out",
                    fmt::format("this place in {} is without its page", base::in_quotes(use.source.document)),
                    "a reader has to look for it in the whole letter", std::move(remedy));
  }

  bool spend(std::size_t bytes) {
    searched_ += bytes;
    return searched_ <= k_search_budget;
  }

  void look_up(const SourceUse& use, const JsonNode& quote, const JsonNode* page, const FoldedText& letter) {
    const std::string words = folded(use.source.quote).text;
    std::size_t first = std::string::npos;
    for (std::size_t found = letter.text.find(words); found != std::string::npos;
         found = letter.text.find(words, found + 1)) {
      if (!spend(found - (first == std::string::npos ? 0 : first) + 1)) break;
      if (first == std::string::npos) first = found;
      if (use.source.page && letter.page_of(found) == static_cast<std::size_t>(*use.source.page)) return;
      if (!use.source.page) break;
    }
    if (first != std::string::npos && !use.source.page) {
      page_left_out(use, fmt::format("write \"page\": {}", letter.page_of(first)));
      return;
    }
    if (!spend(letter.text.size())) {
      if (!exhausted_) {
        report_.error(quote, "quotes-too-many", "the quotes from here on cannot be looked up",
                      "there are too many of them, from letters too long",
                      "shorten the letters to what is quoted");
      }
      exhausted_ = true;
      return;
    }
    if (first != std::string::npos) {
      report_.error(page != nullptr ? *page : quote, "quote-on-other-page",
                    fmt::format("this quote does not stand on page {} of {}", *use.source.page,
                                base::in_quotes(use.source.document)),
                    fmt::format("it stands on page {}", letter.page_of(first)),
                    fmt::format("write {}", letter.page_of(first)));
      return;
    }
    report_.error(quote, "quote-missing",
                  fmt::format("this quote does not stand in {}", base::in_quotes(use.source.document)),
                  where_it_parts(words, letter.text), "copy the words from the letter as they stand there");
  }

  /// How far the quote agrees with the letter: the longest beginning of it that the letter has.
  std::string where_it_parts(const std::string& words, const std::string& letter) {
    std::size_t known = 0;             // a beginning of this length is there
    std::size_t tried = words.size();  // one of this length is not
    std::size_t at = 0;
    while (known + 1 < tried && spend(letter.size())) {
      const std::size_t middle = known + (tried - known) / 2;
      const std::size_t found = letter.find(words.substr(0, middle));
      if (found == std::string::npos) {
        tried = middle;
      } else {
        known = middle;
        at = found;
      }
    }
    while (known > 0 && (static_cast<unsigned char>(words[known]) & 0xC0) == 0x80) --known;
    if (known < 8) return "not even its first words are there";
    // Begin at a word, so that the two can be compared at a glance.
    const std::size_t word = words.rfind(' ', known - 1);
    const std::size_t from = word == std::string::npos || known - word > 30 ? known : word + 1;
    return fmt::format("from {} on the letter says {}", base::in_quotes(words.substr(from, 120)),
                       base::in_quotes(letter.substr(at + from, 120)));
  }

  const model::Case& case_;
  ValueReader& report_;
  std::map<std::string, FoldedText> letters_;
  std::set<std::string> unchecked_;
  std::size_t searched_ = 0;
  bool exhausted_ = false;
};

}  // namespace

void check_quotes(const model::Case& c, const std::set<std::string>& refused, ValueReader& report) {
  QuoteChecker checker(c, report);
  for (const SourceUse& use : report.sources()) {
    if (!refused.contains(use.source.document)) checker.check(use);
  }
}

}  // namespace generator::ingest

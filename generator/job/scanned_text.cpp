#include "generator/job/scanned_text.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

#include "generator/base/code_points.h"
#include "generator/document/document.h"

namespace generator::job {
namespace {

/// Letters that writers take for one another and that no normal form makes one.
UChar32 common_letter(UChar32 c) {
  switch (c) {
    case 0x06CC:
    case 0x0649: return 0x064A;  // yeh
    case 0x06A9:
    case 0x06AA: return 0x0643;  // kaf
    case 0x0629:
    case 0x06C1:
    case 0x06BE:
    case 0x06D5: return 0x0647;  // heh
    case 0x0671: return 0x0627;  // alef
    case 0x0131: return 'i';     // Capitals of Turkish lose the difference.
    case 0x0111: return 'd';
    case 0x00F8: return 'o';
    case 0x0142: return 'l';
    default: return c;
  }
}

/// A stroke that only lengthens the line between two letters, as tatweel.
bool is_stretch(UChar32 c) {
  return u_getIntPropertyValue(c, UCHAR_JOINING_TYPE) == U_JT_JOIN_CAUSING;
}

/// Accents and vowel signs that may be left out; not the vowels and joins of Indic scripts.
bool is_accent(UChar32 c) {
  const std::uint8_t combining = u_getCombiningClass(c);
  return combining > 0 && combining != 9;  // 9: virama
}

bool is_letter(UChar32 c) {
  const auto kind = u_charType(c);
  return u_isalnum(c) || kind == U_NON_SPACING_MARK || kind == U_COMBINING_SPACING_MARK ||
         kind == U_OTHER_NUMBER;
}

/// What one character folds to.
struct Folded {
  UChar32 from = -1;
  icu::UnicodeString units;
  bool separates = false;
};

Folded fold(UChar32 c) {
  Folded folded{.from = c, .units = {}, .separates = false};
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decomposition = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString text(c);
  if (U_SUCCESS(status)) text = decomposition->normalize(casefold->normalize(text, status), status);
  if (U_FAILURE(status)) text.setTo(c);
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    UChar32 each = common_letter(text.char32At(i));
    if (is_accent(each) || is_stretch(each)) continue;
    if (const std::int32_t digit = u_charDigitValue(each); digit >= 0) each = '0' + digit;
    if (is_letter(each)) {
      folded.units.append(each);
    } else {
      folded.separates = true;
    }
  }
  return folded;
}

bool is_inline(document::Tag tag) {
  switch (tag) {
    case document::Tag::a:
    case document::Tag::strong:
    case document::Tag::em:
    case document::Tag::span:
    case document::Tag::br: return true;
    case document::Tag::section:
    case document::Tag::h1:
    case document::Tag::h2:
    case document::Tag::h3:
    case document::Tag::p:
    case document::Tag::ul:
    case document::Tag::ol:
    case document::Tag::li:
    case document::Tag::dl:
    case document::Tag::dt:
    case document::Tag::dd:
    case document::Tag::table:
    case document::Tag::caption:
    case document::Tag::thead:
    case document::Tag::tbody:
    case document::Tag::tr:
    case document::Tag::th:
    case document::Tag::td:
    case document::Tag::figure:
    case document::Tag::figcaption:
    case document::Tag::aside:
    case document::Tag::details:
    case document::Tag::summary:
    case document::Tag::svg:
    case document::Tag::title:
    case document::Tag::g:
    case document::Tag::rect:
    case document::Tag::line:
    case document::Tag::path:
    case document::Tag::text: return false;
  }
  return false;
}

bool is_inline(std::string_view tag) {
  static constexpr std::array<std::string_view, 6> k_inline = {"a", "strong", "em", "span", "br", "wbr"};
  return std::ranges::find(k_inline, tag) != k_inline.end();
}

/// What a document says beside its words goes in after them: readers get it, and it parts no word.
void add_attributes(const std::vector<document::Node>& nodes, ScannedText& text) {
  for (const document::Node& node : nodes) {
    const auto* child = std::get_if<std::unique_ptr<document::Element>>(&node);
    if (child == nullptr) continue;
    const document::Element& element = **child;
    const auto add = [&](std::string_view value) {
      if (value.empty()) return;
      text.part(element.line);
      text.add(value);
    };
    add(element.id);
    add(element.href);
    add(element.label);
    for (const std::string& name : element.classes) add(name);
    for (const auto& [name, value] : element.drawing) add(value);
    add_attributes(element.children, text);
  }
}

void add_words(const std::vector<document::Node>& nodes, std::size_t line, ScannedText& text) {
  for (const document::Node& node : nodes) {
    if (const auto* words = std::get_if<document::Text>(&node)) {
      text.add(words->value);
      continue;
    }
    const document::Element& element = *std::get<std::unique_ptr<document::Element>>(node);
    const bool parts = !is_inline(element.tag);
    if (parts) text.part(element.line);
    if (element.tag == document::Tag::br) text.add(" ");
    add_words(element.children, element.line, text);
    if (parts) text.part(line);
  }
}

/// What a character folds to. That asks ICU; most characters of a text are asked for again.
const Folded& folded(UChar32 c) {
  constexpr std::size_t k_size = 4096;
  static thread_local std::vector<Folded> known(k_size);
  Folded& slot = known[static_cast<std::size_t>(c) % k_size];
  if (slot.from != c) slot = fold(c);
  return slot;
}

/// Of ASCII: the small letter or digit, or 0 for what separates.
constexpr std::array<char, 128> k_plain_ascii = [] {
  std::array<char, 128> plain{};
  for (char c = 'a'; c <= 'z'; ++c) plain[static_cast<unsigned char>(c)] = c;
  for (char c = 'A'; c <= 'Z'; ++c) plain[static_cast<unsigned char>(c)] = static_cast<char>(c + ('a' - 'A'));
  for (char c = '0'; c <= '9'; ++c) plain[static_cast<unsigned char>(c)] = c;
  return plain;
}();

}  // namespace

std::size_t ScannedText::add_ascii(std::string_view text) {
  std::array<Unit, 64> units;
  std::size_t read = 0;
  std::size_t made = 0;
  std::uint8_t gap = gap_;
  for (; read < text.size() && made < units.size(); ++read) {
    const auto byte = static_cast<unsigned char>(text[read]);
    if (byte >= k_plain_ascii.size()) break;
    if (const char plain = k_plain_ascii[byte]; plain != 0) {
      units[made++] = {static_cast<unsigned char>(plain), std::exchange(gap, std::uint8_t{0})};
    } else if (gap < k_parted - 1) {
      ++gap;
    }
  }
  units_.insert(units_.end(), units.begin(), units.begin() + static_cast<std::ptrdiff_t>(made));
  gap_ = gap;
  return read;
}

void ScannedText::add(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < k_plain_ascii.size()) {
      i += add_ascii(text.substr(i));
      continue;
    }
    const std::int32_t c = base::next_code_point(text, i);
    const Folded& as = folded(c < 0 ? 0xFFFD : c);
    if (as.separates && gap_ < k_parted - 1) ++gap_;
    for (std::int32_t k = 0; k < as.units.length(); ++k) append(as.units[k]);
  }
}

void ScannedText::part(std::size_t line) {
  gap_ = k_parted;
  if (!begins_.empty() && begins_.back().unit == units_.size()) {
    begins_.back().line = line;
  } else {
    begins_.push_back({units_.size(), line});
  }
}

std::u16string ScannedText::letters() const {
  std::u16string letters;
  for (const Unit& unit : units_) letters += unit.letter;
  return letters;
}

std::size_t ScannedText::line_of(std::size_t unit) const {
  const auto after = std::ranges::upper_bound(begins_, unit, {}, &Begin::unit);
  return after == begins_.begin() ? 0 : std::prev(after)->line;
}

void ScannedText::add_document(const document::Document& document) {
  const document::Furniture& furniture = document.furniture;
  for (const std::string* text : {&furniture.title, &furniture.running_head, &furniture.page_label,
                                  &furniture.mark, &furniture.summary, &furniture.skip_label}) {
    part();
    add(*text);
  }
  part();
  add_words(document.body, 0, *this);
  add_attributes(document.body, *this);
  part();
}

void ScannedText::add_json(std::string_view json) {
  units_.reserve(units_.size() + json.size());
  std::size_t start = 0;
  bool in_string = false;
  const auto end_at = [&](std::size_t at) {
    add(json.substr(start, at - start));
    start = at + 1;
  };
  for (std::size_t i = 0; i < json.size(); ++i) {
    switch (json[i]) {
      case '"':
        end_at(i);
        part();
        in_string = !in_string;
        break;
      case '\\':
        // Our writer escapes nothing that is a letter: what follows the backslash separates.
        end_at(i);
        add(" ");
        i += i + 1 < json.size() && json[i + 1] == 'u' ? 5 : 1;
        start = i + 1;
        break;
      case ',':
      case ':':
      case '[':
      case '{':
        if (in_string) break;
        end_at(i);
        part();
        break;
      default: break;
    }
  }
  if (start < json.size()) add(json.substr(start));
  part();
}

void ScannedText::add_html(std::string_view page) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 6> k_references = {
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", " "}}};
  const auto add_referring = [&](std::string_view text) {
    while (!text.empty()) {
      const std::size_t at = std::min(text.find('&'), text.size());
      add(text.substr(0, at));
      text.remove_prefix(at);
      if (text.empty()) return;
      const auto reference =
          std::ranges::find_if(k_references, [&](const auto& each) { return text.starts_with(each.first); });
      add(reference == k_references.end() ? "&" : reference->second);
      text.remove_prefix(reference == k_references.end() ? 1 : reference->first.size());
    }
  };
  units_.reserve(units_.size() + page.size());
  std::vector<std::string_view> inline_attributes;
  for (std::size_t i = 0; i < page.size();) {
    const std::size_t open = std::min(page.find('<', i), page.size());
    add_referring(page.substr(i, open - i));
    if (open == page.size()) break;
    std::size_t at = open + 1;
    const std::size_t name = at + (page.substr(at).starts_with('/') ? 1 : 0);
    at = std::min(page.find_first_of(" \n/>", name), page.size());
    const bool parts = !is_inline(page.substr(name, at - name));
    // Attributes are texts of their own; those that stand within a word must not part it.
    const std::size_t first = at;
    while (at < page.size() && page[at] != '>') {
      if (page[at] == '"') at = std::min(page.find('"', at + 1), page.size());
      if (at < page.size()) ++at;
    }
    if (parts) {
      part();
      add_referring(page.substr(first, at - first));
      part();
    } else {
      if (page.substr(name).starts_with("br")) add(" ");
      inline_attributes.push_back(page.substr(first, at - first));
    }
    i = at + 1;
  }
  for (const std::string_view attributes : inline_attributes) {
    part();
    add_referring(attributes);
  }
  part();
}

}  // namespace generator::job

#include "generator/typeset/unshown.h"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <memory>

#include "generator/typeset/font_chain.h"
#include "generator/typeset/inline_collector.h"

namespace generator::typeset {
namespace {

/// Where a text's grapheme clusters end; nothing if ICU lacks the data.
std::vector<std::size_t> cluster_ends(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> clusters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  std::vector<std::size_t> ends;
  if (U_FAILURE(status)) return ends;
  clusters->setText(text);
  for (std::int32_t end = clusters->next(); end != icu::BreakIterator::DONE; end = clusters->next())
    ends.push_back(static_cast<std::size_t>(end));
  return ends;
}

void visit(std::vector<document::Node>& nodes, const model::LanguageTag& around, const FontSet& fonts,
           const StandIn& stand_in) {
  for (document::Node& node : nodes) {
    if (auto* text = std::get_if<document::Text>(&node)) {
      text->value = with_stand_ins(text->value, around, fonts, stand_in);
      continue;
    }
    document::Element& element = *document::element_of(node);
    visit(element.children, element.language.value_or(around), fonts, stand_in);
  }
}

}  // namespace

std::string with_stand_ins(std::string_view text, const model::LanguageTag& language, const FontSet& fonts,
                           const StandIn& stand_in) {
  const auto regular = fonts.chain(language, Weight::regular);
  const auto bold = fonts.chain(language, Weight::bold);
  if (!regular || !bold) return std::string(text);
  const std::u16string units = to_utf16(text);
  const icu::UnicodeString unicode(false, units.data(), static_cast<std::int32_t>(units.size()));
  std::string result;
  std::size_t written = 0;
  std::size_t unshown_from = std::u16string::npos;  // where what cannot be shown began
  std::size_t unshown_to = 0;
  const auto put = [&] {
    if (unshown_from == std::u16string::npos) return;
    result += to_utf8(std::u16string_view(units).substr(written, unshown_from - written));
    result += stand_in(std::u16string_view(units).substr(unshown_from, unshown_to - unshown_from));
    written = unshown_to;
    unshown_from = std::u16string::npos;
  };
  std::size_t begin = 0;
  for (const std::size_t end : cluster_ends(unicode)) {
    const std::u16string_view cluster = std::u16string_view(units).substr(begin, end - begin);
    const bool is_shown =
        first_that_shows(*regular, cluster) != nullptr && first_that_shows(*bold, cluster) != nullptr;
    if (!is_shown) {
      if (unshown_from == std::u16string::npos) unshown_from = begin;
      unshown_to = end;
    } else if (cluster != u" ") {
      put();
    }
    begin = end;
  }
  put();
  return written == 0 ? std::string(text) : result + to_utf8(std::u16string_view(units).substr(written));
}

void put_stand_ins(document::Document& document, const FontSet& fonts, const StandIn& stand_in) {
  document::Furniture& furniture = document.furniture;
  for (std::string* text : {&furniture.running_head, &furniture.page_label, &furniture.mark})
    *text = with_stand_ins(*text, document.language, fonts, stand_in);
  visit(document.body, document.language, fonts, stand_in);
}

std::string name_of_character(char32_t character) {
  char name[128];
  UErrorCode error = U_ZERO_ERROR;
  const std::int32_t length =
      u_charName(static_cast<UChar32>(character), U_EXTENDED_CHAR_NAME, name, sizeof name, &error);
  const std::string code = fmt::format("U+{:04X}", static_cast<std::uint32_t>(character));
  const std::string_view known(name, U_SUCCESS(error) ? static_cast<std::size_t>(length) : 0);
  // "<private use area-F0B7>" says no more than the code.
  return known.empty() || known.front() == '<' ? code : fmt::format("{} {}", code, known);
}

}  // namespace generator::typeset

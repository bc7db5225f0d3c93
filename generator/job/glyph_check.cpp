#include "generator/job/glyph_check.h"

#include <fmt/format.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include "generator/report/view_messages.h"
#include "generator/typeset/unshown.h"

namespace generator::job {
namespace {

UChar32 first_of(std::u16string_view text) {
  UChar32 first = 0;
  U16_GET(text.data(), 0, 0, static_cast<std::int32_t>(text.size()), first);
  return first;
}

/// The script of the first letter, in the words of a language; empty if there is none that has a name.
std::string script_of(std::u16string_view text, const model::LanguageTag& language) {
  UErrorCode error = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(first_of(text), &error);
  if (U_FAILURE(error) || script <= USCRIPT_INHERITED || script == USCRIPT_UNKNOWN ||
      !u_isalpha(first_of(text)))
    return {};
  icu::UnicodeString name;
  icu::Locale("und", uscript_getShortName(script), "")
      .getDisplayScript(icu::Locale(language.text().c_str()), name);
  std::string utf8;
  return name.toUTF8String(utf8);
}

class GlyphCheck {
 public:
  GlyphCheck(const base::JsonDocument& file, const typeset::FontSet& fonts) : file_(file), fonts_(fonts) {}

  base::Diagnostics run() {
    look_at(file_.root(), "", model::LanguageTag());
    return std::move(found_);
  }

 private:
  /// A statement names its language; texts without one are in that of what holds them.
  void look_at(const base::JsonNode& node, const std::string& path, model::LanguageTag language) {
    // A letter is shown where it is quoted, and what is of the patient alone is never shown.
    if (path == "documents.text" || path == "patient.identifiers" || path == "patient.contact") return;
    if (const base::JsonNode* own = node.find("language"); own != nullptr) {
      if (const auto tag = model::LanguageTag::parse(own->text)) language = *tag;
    }
    if (node.kind == base::JsonKind::string) look_at_text(node, language);
    for (const base::JsonNode& item : node.items) look_at(item, path, language);
    for (const base::JsonMember& member : node.members)
      look_at(member.value, path.empty() ? member.name : path + "." + member.name, language);
  }

  void look_at_text(const base::JsonNode& node, const model::LanguageTag& language) {
    std::u16string unshown;
    typeset::with_stand_ins(node.text, language, fonts_, [&unshown](std::u16string_view text) {
      if (unshown.empty()) unshown = text;
      return std::string();
    });
    if (unshown.empty()) return;
    const std::string name = typeset::name_of_character(static_cast<char32_t>(first_of(unshown)));
    found_.push_back(
        {.code = "glyph-missing",
         .place = file_.place(node),
         .what = fmt::format("no font here has the character {}", name),
         .why = "on paper a report says only what stood in its place",
         .remedy = "write the text without it, or install a font that has it and add it to fonts.json",
         .severity = base::Severity::warning});
  }

  const base::JsonDocument& file_;
  const typeset::FontSet& fonts_;
  base::Diagnostics found_;
};

}  // namespace

std::string stand_in_of(std::u16string_view unshown, const locale::Catalog& catalog) {
  const std::string script = script_of(unshown, catalog.language());
  const std::string name = typeset::name_of_character(static_cast<char32_t>(first_of(unshown)));
  const std::string words =
      catalog.format(script.empty() ? report::message("stand-in.sign", {{"name", name}})
                                    : report::message("stand-in.script", {{"script", script}}));
  // In the reader's language, amid text of any: between isolates.
  return "\u2068" + words + "\u2069";
}

base::Diagnostics check_glyphs(const base::JsonDocument& file, const typeset::FontSet& fonts) {
  return GlyphCheck(file, fonts).run();
}

}  // namespace generator::job

// What the fuzz targets of the typesetter stand on: the product's theme and faces, and what must hold of
// pages.
#pragma once

#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "../house_typography.h"
#include "generator/document/markup.h"
#include "generator/document/theme.h"
#include "generator/pdf/pdf_writer.h"
#include "generator/typeset/typesetter.h"
#include "tests/typeset/invariants.h"

namespace generator::fuzz {

inline void require(bool holds, std::string_view what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

inline const typeset::FontSet& fonts() {
  static const auto set = typeset::FontSet::load(std::string(CONSILIUM_ROOT) + "/fonts/fonts.json", {},
                                                 generator::test::house_typography());
  require(set.has_value(), "no fonts");
  return **set;
}

inline const document::Theme& theme() {
  static const auto read = document::load_theme(std::string(CONSILIUM_ROOT) + "/templates/theme.json");
  require(read.has_value(), "no theme");
  return *read;
}

/// Every finding is a sentence that can be printed, with something to do, at a line that is there.
inline void check_findings(const base::Diagnostics& findings, std::size_t lines) {
  require(!findings.empty(), "a refusal without a reason");
  for (const base::Diagnostic& finding : findings) {
    require(!finding.code.empty() && !finding.what.empty() && !finding.remedy.empty(),
            "a finding says too little");
    require(finding.place.line > 0 && finding.place.line <= lines, base::to_text(finding));
    for (const char c : base::to_text(finding))
      require(static_cast<unsigned char>(c) >= 0x20, "a finding has control characters");
  }
}

inline std::size_t lines_of(std::string_view text) {
  std::size_t lines = 1;
  for (const char c : text)
    if (c == '\n') ++lines;
  return lines;
}

/// Sets markup that may be refused; of what is set all invariants hold, and it can be written.
inline void check_markup(const std::string& markup, const document::Theme& theme) {
  const auto document = document::read_markup(markup, "fuzz.html", *model::LanguageTag::parse("en"));
  if (!document) return check_findings(document.error(), lines_of(markup));
  const auto pages = typeset::typeset(*document, theme, document::PageSize::a4, fonts());
  if (!pages) return check_findings(pages.error(), lines_of(markup));
  for (const std::string& breach :
       typeset::test::find_breaches(*document, *pages, theme, document::PageSize::a4)) {
    std::cerr << markup << '\n';
    require(false, breach);
  }
  const auto file = pdf::write_pdf(*pages, {});
  require(file.has_value(), file ? "" : base::to_text(file.error().front()));
}

}  // namespace generator::fuzz

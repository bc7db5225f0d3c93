// The letters that a case names: their texts, and whether a quote stands where the case says it does.
//
// A letter is a text file beside the case, or a text in it; pages are parted by form feeds. A letter in
// another form (a scan, a PDF) may be named too: then it must be there, but quotes from it cannot be checked.
#pragma once

#include <filesystem>
#include <set>
#include <string>

#include "generator/ingest/case_builder.h"
#include "generator/ingest/case_reader.h"

namespace generator::ingest {

/// Reads the letters' files into the documents that have no text yet; returns the ids of those whose file was
/// refused. Codes: letter-outside, letter-missing,
/// letter-unreadable, letter-not-text.
std::set<std::string> read_letters(const JsonNode& root, model::Case& c, Letters letters,
                                   const std::filesystem::path& folder, ValueReader& report);

/// Looks every quote up, but for those from refused letters. White space is one space, and none between Han
/// or kana; characters compare in Normalization Form C. A quote may run on to the next page. Codes:
/// page-unknown, quote-missing, quote-on-other-page, quotes-too-many; and warnings:
/// quote-unchecked (once a letter), quote-left-out, page-left-out.
void check_quotes(const model::Case& c, const std::set<std::string>& refused, ValueReader& report);

}  // namespace generator::ingest

// What a case's record says that it is, in the words of its file's name and its note, held against what a
// checklist calls its entries. A name is a method ("MRI") or a method and what it shows ("MRI liver"): all of
// its words must stand there, in any order. docs/checklists.md says how this answers an entry.
#pragma once

#include <string>
#include <vector>

#include "generator/report/checklists.h"

namespace generator::report {

/// "Pathology_2024_03.pdf" as "pathology": without extension, and without a year and what follows it.
std::string stem_of(const std::string& file);

/// In one spelling; empty if the record has no file's name.
std::string file_words(const model::Record& record);
/// Of the file's name and the note.
std::string all_words(const model::Record& record);

/// The length of the longest name of the entry that stands in the words; 0 if none does.
std::size_t longest_name(const ChecklistRecord& asked, const std::string& words);
/// Whether the first word of one of its names stands there.
bool names_method(const ChecklistRecord& asked, const std::string& words);
/// Whether a name of several words does.
bool names_more_than_method(const ChecklistRecord& asked, const std::string& words);

/// The results that answer the entry; of several of one name, the newest.
std::vector<const model::Marker*> results_for(const ChecklistRecord& asked,
                                              const std::vector<model::Marker>& markers);

}  // namespace generator::report

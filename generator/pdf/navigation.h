// Ways through the document beside its text: the outline, and links to other places and to the web
// (ISO 32000-1, 12.3 and 12.5).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/pdf/haru_document.h"
#include "generator/typeset/pages.h"

namespace generator::pdf {

/// Writes the outline; nullopt if there is none.
std::optional<Object> write_outline(HaruDocument& document, const typeset::Pages& pages,
                                    const std::vector<Object>& page_objects);

/// The annotation of a link, with its key in the parent tree. Its target has been checked.
Object write_link(HaruDocument& document, const typeset::Pages& pages, const typeset::Page& page,
                  const typeset::LinkArea& link, const std::vector<Object>& page_objects, std::size_t key);

}  // namespace generator::pdf

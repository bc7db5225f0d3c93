// Files carried inside the PDF, as PDF/A-3 has them (ISO 19005-3, 6.8): embedded under a plain name and
// associated with the document.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/model/date.h"
#include "generator/pdf/haru_document.h"
#include "generator/pdf/pdf_writer.h"

namespace generator::pdf {

/// Writes them; the result is what the document catalog says of them, empty if there are none. Error:
/// pdf-failed, for a name that is no plain file name or stands twice.
base::Result<std::string> write_attachments(HaruDocument& document,
                                            const std::vector<Attachment>& attachments,
                                            const std::optional<model::Date>& date);

}  // namespace generator::pdf

// Pages as a PDF 1.7 file (ISO 32000-1), tagged, with metadata and an attached copy of the data (PDF/A-3 and
// PDF/UA-1 as its aim). libharu writes the objects; nothing outside this folder knows it.
//
// The same pages give the same bytes: identifiers come from the content, times from Properties. Thread-safe.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/model/date.h"
#include "generator/typeset/pages.h"

namespace generator::pdf {

/// A file carried inside the PDF. `name` is a plain file name.
struct Attachment {
  std::string name;
  std::string media_type;
  std::string description;
  std::string bytes;
};

/// How right-to-left text stands in the content (docs/typesetting.md says what each reader makes of it).
enum class TextOrder { visual, logical };

struct Properties {
  std::optional<model::Date> date;  ///< creation date; none given, none written
  std::string author;
  std::vector<Attachment> attachments;
  TextOrder text_order = TextOrder::visual;
};

/// Error: pdf-failed (machine), with libharu's code.
base::Result<std::string> write_pdf(const typeset::Pages& pages, const Properties& properties);

}  // namespace generator::pdf

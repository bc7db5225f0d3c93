// What the file says of itself, twice over as PDF/A wants it: the document information dictionary and the
// same as XMP (ISO 16684-1), with the marks of PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1).
#pragma once

#include <string>

#include "generator/pdf/pdf_writer.h"
#include "generator/typeset/pages.h"

namespace generator::pdf {

/// The body of the information dictionary.
std::string information(const typeset::Pages& pages, const Properties& properties);

/// The XMP packet.
std::string xmp_packet(const typeset::Pages& pages, const Properties& properties);

/// A date of day precision as PDF writes it, "D:20261012000000Z"; the first day that `date` may mean.
std::string pdf_date(const model::Date& date);

}  // namespace generator::pdf

#include "generator/pdf/attachments.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "generator/pdf/metadata.h"
#include "generator/pdf/pdf_syntax.h"

namespace generator::pdf {
namespace {

bool is_plain_name(std::string_view name) {
  return !name.empty() && name != "." && name != ".." && std::ranges::all_of(name, [](char c) {
    return c != '/' && c != '\\' && static_cast<unsigned char>(c) >= ' ';
  });
}

/// The name for readers that know no Unicode.
std::string ascii_name(std::string_view name) {
  std::string out;
  for (const char c : name) out += c >= ' ' && c <= '~' ? c : '_';
  return out;
}

}  // namespace

base::Result<std::string> write_attachments(HaruDocument& document,
                                            const std::vector<Attachment>& attachments,
                                            const std::optional<model::Date>& date) {
  if (attachments.empty()) return std::string();
  std::map<std::u16string, Object> by_name;
  std::string associated;
  for (const Attachment& attachment : attachments) {
    if (!is_plain_name(attachment.name))
      return pdf_failure(fmt::format("the attachment's name \"{}\" is no plain file name", attachment.name));
    std::string entries = "/Type/EmbeddedFile/Subtype" + name(attachment.media_type) +
                          fmt::format("/Params<</Size {}", attachment.bytes.size());
    if (date) entries += "/ModDate" + pdf_date(*date);
    const Object file = document.add_stream(entries + ">>", attachment.bytes);
    const Object specification = document.add_dictionary(
        fmt::format("/Type/Filespec/F{}/UF{}/AFRelationship/Data/Desc{}/EF<</F {}/UF {}>>",
                    byte_string(ascii_name(attachment.name)), text_string(attachment.name),
                    text_string(attachment.description), file.reference(), file.reference()));
    if (!by_name.emplace(utf16(attachment.name), specification).second)
      return pdf_failure(fmt::format("two attachments are called \"{}\"", attachment.name));
    associated += specification.reference() + ' ';
  }
  std::string names;
  for (const auto& [key, specification] : by_name)
    names += text_string(key) + specification.reference() + ' ';
  return "/AF[" + associated + "]/Names<</EmbeddedFiles<</Names[" + names + "]>>>>";
}

}  // namespace generator::pdf

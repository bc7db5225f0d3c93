#include "generator/pdf/metadata.h"

#include <fmt/format.h>
#include <hpdf.h>

#include "generator/base/version.h"
#include "generator/pdf/pdf_syntax.h"

namespace generator::pdf {
namespace {

std::string creator() {
  return fmt::format("Consilium {}", base::program_version());
}

std::string producer() {
  return std::string("libharu ") + HPDF_GetVersion();
}

std::string xmp_date(const model::Date& date) {
  const model::Date day = date.first_day();
  return fmt::format("{:04}-{:02}-{:02}T00:00:00Z", day.year, day.month, day.day);
}

/// Text of an XML element (XML 1.0, 2.2 and 2.4): control characters have no place in it.
std::string xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (static_cast<unsigned char>(c) >= 0x20)
      out += c;
    else
      out += ' ';
  }
  return out;
}

std::string in_default_language(std::string_view property, std::string_view text) {
  return fmt::format("<{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></{0}>\n", property,
                     xml(text));
}

/// PDF/A allows only schemas that it knows or that the file explains (ISO 19005-3, 6.6.2.3).
constexpr std::string_view k_pdfua_schema = R"(<rdf:Description rdf:about=""
  xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
  xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
)";

}  // namespace

std::string pdf_date(const model::Date& date) {
  const model::Date day = date.first_day();
  return fmt::format("(D:{:04}{:02}{:02}000000Z)", day.year, day.month, day.day);
}

std::string information(const typeset::Pages& pages, const Properties& properties) {
  std::string out = "/Title" + text_string(pages.furniture.title);
  if (!properties.author.empty()) out += "/Author" + text_string(properties.author);
  if (!pages.furniture.summary.empty()) out += "/Subject" + text_string(pages.furniture.summary);
  out += "/Creator" + text_string(creator()) + "/Producer" + text_string(producer());
  if (properties.date) {
    const std::string date = pdf_date(*properties.date);
    out += "/CreationDate" + date + "/ModDate" + date;
  }
  return out;
}

std::string xmp_packet(const typeset::Pages& pages, const Properties& properties) {
  std::string out =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF "
      "xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
      "  xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"\n"
      "  xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" "
      "xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
      "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</"
      "pdfuaid:part>\n";
  out += in_default_language("dc:title", pages.furniture.title);
  if (!properties.author.empty())
    out += "<dc:creator><rdf:Seq><rdf:li>" + xml(properties.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
  if (!pages.furniture.summary.empty()) out += in_default_language("dc:description", pages.furniture.summary);
  out +=
      "<dc:language><rdf:Bag><rdf:li>" + xml(pages.language.text()) + "</rdf:li></rdf:Bag></dc:language>\n";
  out += fmt::format("<xmp:CreatorTool>{}</xmp:CreatorTool><pdf:Producer>{}</pdf:Producer>\n", xml(creator()),
                     xml(producer()));
  if (properties.date) {
    const std::string date = xmp_date(*properties.date);
    out += fmt::format("<xmp:CreateDate>{0}</xmp:CreateDate><xmp:ModifyDate>{0}</xmp:ModifyDate>\n", date);
  }
  out += "</rdf:Description>\n";
  out += k_pdfua_schema;
  return out + "</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"r\"?>";
}

}  // namespace generator::pdf

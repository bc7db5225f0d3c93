#include "generator/pdf/pdf_writer.h"

#include <fmt/format.h>

#include "generator/pdf/attachments.h"
#include "generator/pdf/colour_profile.h"
#include "generator/pdf/content_writer.h"
#include "generator/pdf/haru_document.h"
#include "generator/pdf/metadata.h"
#include "generator/pdf/navigation.h"
#include "generator/pdf/pages_check.h"
#include "generator/pdf/pdf_syntax.h"
#include "generator/pdf/structure_tree.h"

namespace generator::pdf {
namespace {

class Writer {
 public:
  Writer(const typeset::Pages& pages, const Properties& properties)
      : pages_(pages), properties_(properties) {}

  base::Result<std::string> write() {
    if (auto checked = check(pages_); !checked) return tl::unexpected(std::move(checked.error()));
    std::vector<PageContent> contents;
    for (const typeset::Page& page : pages_.pages) {
      base::Result<PageContent> content = ContentWriter(page, pages_, fonts_, properties_.text_order).write();
      if (!content) return tl::unexpected(std::move(content.error()));
      contents.push_back(std::move(*content));
    }
    base::Result<std::string> font_resources = fonts_.write(document_);
    if (!font_resources) return font_resources;
    base::Result<std::string> attached =
        write_attachments(document_, properties_.attachments, properties_.date);
    if (!attached) return attached;

    write_pages(contents, document_.add_dictionary(std::move(*font_resources)));
    StructureTree structure(pages_, document_);
    write_catalog(structure.write(page_objects_, contents, links_), *attached);
    document_.set_information(information(pages_, properties_));
    return document_.save();
  }

 private:
  void write_pages(const std::vector<PageContent>& contents, Object resources) {
    for (const typeset::Page& page : pages_.pages)
      page_objects_.push_back(document_.add_page(page.width, page.height));
    for (std::size_t i = 0; i < contents.size(); ++i) {
      std::vector<Object> annotations;
      for (const typeset::LinkArea& link : pages_.pages[i].links) {
        const std::size_t key = contents.size() + links_.size();
        annotations.push_back(write_link(document_, pages_, pages_.pages[i], link, page_objects_, key));
        links_.push_back({link.node, i, annotations.back()});
      }
      document_.fill_page(page_objects_[i], contents[i].stream, resources, annotations, static_cast<int>(i));
    }
  }

  void write_catalog(Object structure, const std::string& attached) {
    const Object metadata =
        document_.add_stream("/Type/Metadata/Subtype/XML", xmp_packet(pages_, properties_), Packing::stored);
    const Object profile = document_.add_stream("/N 3", srgb_profile());
    std::string body = "/Lang" + byte_string(pages_.language.text()) + "/MarkInfo<</Marked true>>" +
                       "/StructTreeRoot " + structure.reference() + "/Metadata " + metadata.reference() +
                       "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier" +
                       "(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile " +
                       profile.reference() + ">>]/ViewerPreferences<</DisplayDocTitle true";
    if (pages_.direction == model::Direction::right_to_left) body += "/Direction/R2L";
    body += ">>" + attached;
    if (const auto outline = write_outline(document_, pages_, page_objects_))
      body += "/PageMode/UseOutlines/Outlines " + outline->reference();
    document_.set_catalog(std::move(body));
  }

  const typeset::Pages& pages_;
  const Properties& properties_;
  HaruDocument document_;
  FontEmbedder fonts_;
  std::vector<Object> page_objects_;
  std::vector<PlacedLink> links_;
};

}  // namespace

base::Result<std::string> write_pdf(const typeset::Pages& pages, const Properties& properties) {
  return Writer(pages, properties).write();
}

}  // namespace generator::pdf

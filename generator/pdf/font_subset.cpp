#include "generator/pdf/font_subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <initializer_list>
#include <memory>
#include <string_view>

#include "generator/pdf/haru_document.h"

namespace generator::pdf {
namespace {

template <auto Destroy>
struct Destroyer {
  template <typename T>
  void operator()(T* object) const {
    Destroy(object);
  }
};
using FaceHandle = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using BlobHandle = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using InputHandle = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;
using PlanHandle = std::unique_ptr<hb_subset_plan_t, Destroyer<hb_subset_plan_destroy>>;

constexpr std::initializer_list<const char*> k_dropped_tables = {
    "GSUB", "GPOS", "GDEF", "BASE", "cmap", "name", "post", "OS/2", "gasp", "VORG", "vhea",
    "vmtx", "DSIG", "STAT", "kern", "JSTF", "MATH", "hdmx", "VDMX", "LTSH", "meta"};

hb_tag_t tag(const char* name) {
  return HB_TAG(name[0], name[1], name[2], name[3]);
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return {data, size};
}

}  // namespace

base::Result<FontSubset> subset(const typeset::Face& face, const std::set<std::uint32_t>& glyphs) {
  const InputHandle input(hb_subset_input_create_or_fail());
  if (!input) return pdf_failure("HarfBuzz has no memory for a subset");
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const char* table : k_dropped_tables) hb_set_add(dropped, tag(table));

  const PlanHandle plan(hb_subset_plan_create_or_fail(face.hb_face(), input.get()));
  const FaceHandle cut(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
  if (!cut) return pdf_failure("HarfBuzz cannot make a subset of the face " + face.postscript_name());

  FontSubset result;
  const BlobHandle blob(face.outlines() == typeset::Outlines::cff
                            ? hb_face_reference_table(cut.get(), HB_TAG('C', 'F', 'F', ' '))
                            : hb_face_reference_blob(cut.get()));
  result.program = bytes_of(blob.get());
  if (result.program.empty())
    return pdf_failure("the subset of the face " + face.postscript_name() + " is empty");
  result.glyph_count = static_cast<int>(hb_face_get_glyph_count(cut.get()));
  const hb_map_t* new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const std::uint32_t glyph : glyphs) result.new_ids[glyph] = hb_map_get(new_ids, glyph);
  return result;
}

}  // namespace generator::pdf

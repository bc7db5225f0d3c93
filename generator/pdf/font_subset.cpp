#include "generator/pdf/font_subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <memory>

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

/// Hands over only what a PDF reader needs of a program whose glyphs are called by number (ISO 32000-1, 9.9).
/// HarfBuzz does not even look at the rest: reading the character map alone, of 45,000 Chinese characters,
/// took longer than the cutting.
hb_blob_t* needed_table(hb_face_t* /*view*/, hb_tag_t tag, void* whole) {
  switch (tag) {
    case HB_TAG('h', 'e', 'a', 'd'):
    case HB_TAG('h', 'h', 'e', 'a'):
    case HB_TAG('h', 'm', 't', 'x'):
    case HB_TAG('m', 'a', 'x', 'p'):
    case HB_TAG('l', 'o', 'c', 'a'):
    case HB_TAG('g', 'l', 'y', 'f'):
    case HB_TAG('C', 'F', 'F', ' '): return hb_face_reference_table(static_cast<hb_face_t*>(whole), tag);
    default: return hb_blob_get_empty();
  }
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
  // Subroutines are for whole fonts: without them the subset of a CFF face is smaller, and sooner made.
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);

  const FaceHandle source(hb_face_create_for_tables(needed_table, face.hb_face(), nullptr));
  const PlanHandle plan(hb_subset_plan_create_or_fail(source.get(), input.get()));
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

#include "generator/pdf/font_subset.h"

#include <hb-subset.h>
#include <hb.h>

#include <memory>
#include <optional>

#include "generator/pdf/cff_program.h"
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
    case HB_TAG('g', 'l', 'y', 'f'): return hb_face_reference_table(static_cast<hb_face_t*>(whole), tag);
    default: return hb_blob_get_empty();
  }
}

std::string bytes_of(hb_blob_t* blob) {
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob, &size);
  return {data, size};
}

/// HarfBuzz can cut CFF faces too, but numbers the glyphs of those that are not CID-keyed anew, and takes
/// several times as long.
base::Result<FontSubset> subset_of_cff(const typeset::Face& face, const std::set<std::uint32_t>& glyphs) {
  const BlobHandle table(hb_face_reference_table(face.hb_face(), HB_TAG('C', 'F', 'F', ' ')));
  unsigned size = 0;
  const char* data = hb_blob_get_data(table.get(), &size);
  std::optional<std::string> program = cut_cff({data, size}, glyphs);
  if (!program) return pdf_failure("the outlines of the face " + face.postscript_name() + " cannot be read");
  return FontSubset{
      .program = std::move(*program), .glyph_count = static_cast<int>(glyphs.size()) + 1, .new_ids = {}};
}

}  // namespace

base::Result<FontSubset> subset(const typeset::Face& face, const std::set<std::uint32_t>& glyphs) {
  if (face.outlines() == typeset::Outlines::cff) return subset_of_cff(face, glyphs);
  const InputHandle input(hb_subset_input_create_or_fail());
  if (!input) return pdf_failure("HarfBuzz has no memory for a subset");
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);

  const FaceHandle source(hb_face_create_for_tables(needed_table, face.hb_face(), nullptr));
  const PlanHandle plan(hb_subset_plan_create_or_fail(source.get(), input.get()));
  const FaceHandle cut(plan ? hb_subset_plan_execute_or_fail(plan.get()) : nullptr);
  if (!cut) return pdf_failure("HarfBuzz cannot make a subset of the face " + face.postscript_name());

  FontSubset result;
  const BlobHandle blob(hb_face_reference_blob(cut.get()));
  result.program = bytes_of(blob.get());
  if (result.program.empty())
    return pdf_failure("the subset of the face " + face.postscript_name() + " is empty");
  result.glyph_count = static_cast<int>(hb_face_get_glyph_count(cut.get()));
  const hb_map_t* new_ids = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
  for (const std::uint32_t glyph : glyphs) result.new_ids[glyph] = hb_map_get(new_ids, glyph);
  return result;
}

}  // namespace generator::pdf

#include "generator/pdf/haru_document.h"

#include <fmt/format.h>
#include <hpdf.h>

#include <exception>
#include <limits>
#include <new>

#include "generator/pdf/deflate.h"
#include "generator/pdf/packed_file.h"

namespace generator::pdf {
namespace {

/// File offsets of libharu are 32 bits wide.
constexpr std::size_t k_most_file_bytes = std::numeric_limits<std::int32_t>::max();

void record_error(HPDF_STATUS code, HPDF_STATUS detail, void* user) {
  auto* first = static_cast<std::pair<unsigned long, unsigned long>*>(user);
  if (first->first == 0) *first = {code, detail};
}

std::string* body_of(HPDF_Dict dictionary) {
  return static_cast<std::string*>(dictionary->attr);
}

HPDF_STATUS write_body(HPDF_Dict dictionary, HPDF_Stream stream) {
  const std::string* body = body_of(dictionary);
  return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(body->data()),
                           static_cast<HPDF_UINT>(body->size()));
}

void free_body(HPDF_Dict dictionary) {
  delete body_of(dictionary);
  dictionary->attr = nullptr;
}

void give_body(HPDF_Dict dictionary, std::string body) {
  body += '\n';
  if (dictionary->attr != nullptr) {
    *body_of(dictionary) = std::move(body);
    return;
  }
  dictionary->attr = new std::string(std::move(body));
  dictionary->write_fn = write_body;
  dictionary->free_fn = free_body;
}

HPDF_STATUS append_to_string(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
  auto* out = static_cast<std::string*>(stream->attr);
  try {
    out->append(reinterpret_cast<const char*>(bytes), size);
    return HPDF_OK;
  } catch (const std::exception&) {
    return HPDF_FAILD_TO_ALLOC_MEM;
  }
}

std::uint32_t number_of(const void* object) {
  constexpr HPDF_UINT32 k_number_bits = 0x00FFFFFF;
  return static_cast<const HPDF_Obj_Header*>(object)->obj_id & k_number_bits;
}

HPDF_UINT16 class_of(const void* object) {
  constexpr HPDF_UINT16 k_class_bits = 0x00FF;
  return static_cast<const HPDF_Obj_Header*>(object)->obj_class & k_class_bits;
}

/// The contents that libharu gives to each page, and the number of bytes in them: the page has ours instead.
bool is_unused(const void* object) {
  return class_of(object) == HPDF_OCLASS_NUMBER ||
         (class_of(object) == HPDF_OCLASS_DICT &&
          static_cast<const HPDF_Dict_Rec*>(object)->stream != nullptr);
}

}  // namespace

tl::unexpected<base::Diagnostics> pdf_failure(std::string what, base::Fault fault) {
  return base::failure({.code = "pdf-failed",
                        .place = {},
                        .what = std::move(what),
                        .why = "a PDF file that readers cannot trust is not written",
                        .remedy = "report it, with the input if it may be shared",
                        .severity = base::Severity::error,
                        .fault = fault});
}

std::string Object::reference() const {
  return fmt::format("{} 0 R", exists() ? number_of(dictionary_) : 0);
}

HaruDocument::HaruDocument() : document_(HPDF_NewEx(record_error, nullptr, nullptr, 0, &error_)) {
  if (document_ != nullptr) document_->pdf_version = HPDF_VER_17;
}

HaruDocument::~HaruDocument() {
  if (document_ != nullptr) HPDF_Free(document_);
}

bool HaruDocument::failed() const {
  return document_ == nullptr || error_.first != 0 || HPDF_GetError(document_) != HPDF_OK ||
         stream_bytes_ > k_most_file_bytes;
}

Object HaruDocument::add_dictionary(std::string body) {
  if (failed()) return Object(nullptr);
  HPDF_Dict dictionary = HPDF_Dict_New(document_->mmgr);
  // HPDF_Xref_Add frees the object when it fails.
  if (dictionary == nullptr || HPDF_Xref_Add(document_->xref, dictionary) != HPDF_OK) return Object(nullptr);
  give_body(dictionary, std::move(body));
  return Object(dictionary);
}

void HaruDocument::set_body(Object dictionary, std::string body) {
  if (dictionary.exists()) give_body(dictionary.dictionary_, std::move(body));
}

Object HaruDocument::add_stream(std::string_view entries, std::string_view bytes, Packing packing) {
  if (failed()) return Object(nullptr);
  std::string body(entries);
  std::string data;
  switch (packing) {
    case Packing::stored: data = bytes; break;
    case Packing::deflated:
      data = deflate(bytes);
      body += "/Filter/FlateDecode";
      break;
  }
  stream_bytes_ += data.size();
  const Object stream = add_dictionary(body + fmt::format("/Length {}", data.size()));
  if (stream.exists()) streams_.emplace(number_of(stream.dictionary_), std::move(data));
  return stream;
}

Object HaruDocument::add_page(double width, double height) {
  if (failed()) return Object(nullptr);
  HPDF_Page page = HPDF_AddPage(document_);
  if (page == nullptr) return Object(nullptr);
  HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(width));
  HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(height));
  return Object(page);
}

void HaruDocument::fill_page(Object page, std::string_view content, Object resources,
                             const std::vector<Object>& annotations, int structure_key) {
  if (failed() || !page.exists() || !resources.exists()) return;
  HPDF_Dict dictionary = page.dictionary_;
  const Object contents = add_stream({}, content);
  if (!contents.exists()) return;
  HPDF_Dict_RemoveElement(dictionary, "Contents");
  HPDF_Dict_Add(dictionary, "Contents", contents.dictionary_);
  HPDF_Dict_RemoveElement(dictionary, "Resources");
  HPDF_Dict_Add(dictionary, "Resources", resources.dictionary_);
  HPDF_Dict_AddNumber(dictionary, "StructParents", structure_key);
  HPDF_Dict_AddName(dictionary, "Tabs", "S");
  if (annotations.empty()) return;
  HPDF_Array array = HPDF_Array_New(document_->mmgr);
  if (array == nullptr) return;
  for (const Object& annotation : annotations) HPDF_Array_Add(array, annotation.dictionary_);
  HPDF_Dict_Add(dictionary, "Annots", array);
}

void HaruDocument::set_catalog(std::string body) {
  if (!failed()) give_body(document_->catalog, std::move(body));
}

void HaruDocument::set_information(std::string body) {
  if (failed()) return;
  HPDF_Dict_RemoveElement(document_->info, "Producer");
  give_body(document_->info, std::move(body));
}

base::Result<std::string> HaruDocument::save() {
  std::string file;
  HPDF_STATUS status = HPDF_OK;
  if (!failed()) status = write_objects(file);
  if (document_ == nullptr) return pdf_failure("libharu has no memory for a document");
  if (stream_bytes_ > k_most_file_bytes || file.size() > k_most_file_bytes)
    return pdf_failure("the PDF would be larger than 2 GB");
  if (failed() || status != HPDF_OK) {
    const unsigned long code = error_.first != 0   ? error_.first
                               : status != HPDF_OK ? status
                                                   : HPDF_GetError(document_);
    return pdf_failure(fmt::format("libharu stopped with error {:04X}, detail {}", code, error_.second));
  }
  return file;
}

/// Each object as libharu writes it; PackedFile gives them their place.
unsigned long HaruDocument::write_objects(std::string& file) {
  std::string text;
  HPDF_Stream writer = HPDF_CallbackWriter_New(document_->mmgr, append_to_string, &text);
  if (writer == nullptr) return HPDF_GetError(document_);
  const HPDF_UINT count = document_->xref->entries->count;
  PackedFile packed(count);
  HPDF_STATUS status = HPDF_OK;
  for (HPDF_UINT i = 0; i < count && status == HPDF_OK; ++i) {
    const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(document_->xref, i);
    if (entry->entry_typ != HPDF_IN_USE_ENTRY || is_unused(entry->obj)) continue;
    text.clear();
    status = HPDF_Obj_WriteValue(entry->obj, writer, nullptr);
    const auto stream = streams_.find(i);
    if (stream != streams_.end()) {
      packed.add_stream(i, text, stream->second);
    } else {
      packed.add_object(i, text);
    }
  }
  HPDF_Stream_Free(writer);
  file = packed.finish(number_of(document_->catalog), number_of(document_->info));
  return status;
}

}  // namespace generator::pdf

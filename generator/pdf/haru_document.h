// The one adapter to libharu, which keeps the objects, numbers them and writes each. Bodies of
// dictionaries are text that other parts of this folder compose (pdf_syntax.h): libharu's own arrays and
// dictionaries have limits and cost an allocation for each value.
//
// Objects belong to their HaruDocument. libharu's errors are recorded, never thrown through its C frames, and
// are sticky: every call after a failure does nothing, and `save` reports the first. One thread at a time; a
// document for each thread is safe.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "generator/base/diagnostics.h"

struct _HPDF_Doc_Rec;   // NOLINT(bugprone-reserved-identifier): libharu's own
struct _HPDF_Dict_Rec;  // NOLINT(bugprone-reserved-identifier)

namespace generator::pdf {

/// The failing Result of everything here: pdf-failed.
tl::unexpected<base::Diagnostics> pdf_failure(std::string what, base::Fault fault = base::Fault::machine);

/// An indirect object of the document that made it.
class Object {
 public:
  /// "12 0 R".
  std::string reference() const;
  bool exists() const { return dictionary_ != nullptr; }

 private:
  friend class HaruDocument;
  explicit Object(_HPDF_Dict_Rec* dictionary) : dictionary_(dictionary) {}
  _HPDF_Dict_Rec* dictionary_;
};

enum class Packing { deflated, stored };

class HaruDocument {
 public:
  HaruDocument();
  ~HaruDocument();
  HaruDocument(const HaruDocument&) = delete;
  HaruDocument& operator=(const HaruDocument&) = delete;

  /// A new indirect dictionary; `body` is what stands between << and >>.
  Object add_dictionary(std::string body = {});
  void set_body(Object dictionary, std::string body);

  /// A new stream with those entries beside /Length and /Filter.
  Object add_stream(std::string_view entries, std::string_view bytes, Packing packing = Packing::deflated);

  /// A new page at the end; width and height in points.
  Object add_page(double width, double height);
  /// `resources` is the indirect dictionary that all pages share.
  void fill_page(Object page, std::string_view content, Object resources,
                 const std::vector<Object>& annotations, int structure_key);

  /// Entries of the document catalog beside /Type and /Pages.
  void set_catalog(std::string body);
  /// The document information dictionary.
  void set_information(std::string body);

  /// The whole file. Error: pdf-failed, with libharu's code.
  base::Result<std::string> save();

 private:
  unsigned long write_objects(std::string& file);
  bool failed() const;

  std::pair<unsigned long, unsigned long> error_;  ///< libharu's first error: code and detail
  /// What the streams hold, by object number; libharu has their dictionaries only. It would copy each twice,
  /// in blocks of four kilobytes, and give the length an object of its own.
  std::unordered_map<std::uint32_t, std::string> streams_;
  std::size_t stream_bytes_ = 0;
  _HPDF_Doc_Rec* document_ = nullptr;
};

}  // namespace generator::pdf

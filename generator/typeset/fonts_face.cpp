#include "generator/typeset/fonts_face.h"

#include <hb-ot.h>
#include <hb.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>
#include <vector>

#include "generator/base/digest.h"

namespace generator::typeset {
namespace {

constexpr double k_usual_cap_height = 700;

/// A set of code points in pages of 256, of which only the used ones exist.
class Coverage {
 public:
  Coverage() : page_of_(k_pages, 0), bits_(k_words) {}

  void add(hb_codepoint_t first, hb_codepoint_t last) {
    for (hb_codepoint_t c = first; c <= std::min<hb_codepoint_t>(last, 0x10FFFF); ++c) {
      std::uint16_t& page = page_of_[c >> 8];
      if (page == 0) {
        page = static_cast<std::uint16_t>(bits_.size() / k_words);
        bits_.resize(bits_.size() + k_words);
      }
      bits_[page * k_words + (c >> 6 & 3)] |= std::uint64_t{1} << (c & 63);
    }
  }

  bool has(char32_t c) const {
    if (c > 0x10FFFF) return false;
    return (bits_[page_of_[c >> 8] * k_words + (c >> 6 & 3)] >> (c & 63) & 1) != 0;
  }

 private:
  static constexpr std::size_t k_pages = 0x1100;
  static constexpr std::size_t k_words = 4;
  std::vector<std::uint16_t> page_of_;  ///< 0 is the empty page
  std::vector<std::uint64_t> bits_;
};

struct BlobRelease {
  void operator()(hb_blob_t* blob) const { hb_blob_destroy(blob); }
};
struct FaceRelease {
  void operator()(hb_face_t* face) const { hb_face_destroy(face); }
};
struct FontRelease {
  void operator()(hb_font_t* font) const { hb_font_destroy(font); }
};
struct SetRelease {
  void operator()(hb_set_t* set) const { hb_set_destroy(set); }
};
using Blob = std::unique_ptr<hb_blob_t, BlobRelease>;
using OwnedFace = std::unique_ptr<hb_face_t, FaceRelease>;
using OwnedFont = std::unique_ptr<hb_font_t, FontRelease>;

int big_endian_16(const char* bytes) {
  const auto high = static_cast<unsigned char>(bytes[0]);
  const auto low = static_cast<unsigned char>(bytes[1]);
  return static_cast<std::int16_t>(high << 8 | low);
}

/// xMin, yMin, xMax, yMax of the table `head` (OpenType), in font units.
std::array<int, 4> head_box(hb_face_t* face) {
  constexpr std::size_t k_offset = 36;
  std::array<int, 4> box{};
  const Blob head(hb_face_reference_table(face, HB_TAG('h', 'e', 'a', 'd')));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(head.get(), &length);
  if (length < k_offset + 8) return box;
  for (std::size_t i = 0; i < 4; ++i) box[i] = big_endian_16(bytes + k_offset + 2 * i);
  return box;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const Blob table(hb_face_reference_table(face, tag));
  return hb_blob_get_length(table.get()) > 0;
}

std::string read_postscript_name(hb_face_t* face) {
  char name[128];
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  return std::string(name, size);
}

}  // namespace

struct FileFace::Opened {
  OwnedFace face;
  OwnedFont font;
  Coverage coverage;
  std::string postscript_name;
  Outlines outlines = Outlines::glyf;
  int units_per_em = 1000;
  double ascent = 0;
  double descent = 0;
  double cap_height = 0;
  std::array<int, 4> bounding_box{};
  bool usable = false;

  explicit Opened(const std::optional<std::filesystem::path>& path, unsigned index) {
    const Blob blob(path ? hb_blob_create_from_file_or_fail(path->c_str()) : nullptr);
    face.reset(blob ? hb_face_create(blob.get(), index) : hb_face_reference(hb_face_get_empty()));
    usable = hb_face_get_glyph_count(face.get()) > 0;
    hb_face_make_immutable(face.get());
    font.reset(hb_font_create(face.get()));
    hb_font_make_immutable(font.get());
    if (usable) {
      read_coverage();
      read_metrics();
    }
  }

  void read_coverage() {
    const std::unique_ptr<hb_set_t, SetRelease> characters(hb_set_create());
    hb_face_collect_unicodes(face.get(), characters.get());
    hb_codepoint_t first = HB_SET_VALUE_INVALID;
    hb_codepoint_t last = HB_SET_VALUE_INVALID;
    while (hb_set_next_range(characters.get(), &first, &last)) coverage.add(first, last);
  }

  void read_metrics() {
    units_per_em = static_cast<int>(hb_face_get_upem(face.get()));
    const double per_mille = 1000.0 / units_per_em;
    postscript_name = read_postscript_name(face.get());
    outlines = has_table(face.get(), HB_TAG('C', 'F', 'F', ' ')) ? Outlines::cff : Outlines::glyf;
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font.get(), &extents);
    ascent = extents.ascender * per_mille;
    descent = extents.descender * per_mille;
    hb_position_t height = 0;
    hb_ot_metrics_get_position(font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, &height);
    // Faces without capitals (Naskh) say 0.
    cap_height = height > 0 ? height * per_mille : k_usual_cap_height;
    bounding_box = head_box(face.get());
    for (int& edge : bounding_box) edge = static_cast<int>(std::lround(edge * per_mille));
  }
};

FileFace::FileFace(FaceFile file, const FontFinder& finder) : file_(std::move(file)), finder_(finder) {}
FileFace::~FileFace() = default;

const std::optional<std::filesystem::path>& FileFace::path() const {
  std::call_once(found_, [this] { path_ = finder_.find(file_.file); });
  return path_;
}

const FileFace::Opened& FileFace::opened() const {
  const Opened* opened = opened_.load(std::memory_order_acquire);
  if (opened != nullptr) return *opened;
  const std::scoped_lock lock(opening_);
  if (!owned_) {
    owned_ = std::make_unique<const Opened>(path(), file_.index);
    opened_.store(owned_.get(), std::memory_order_release);
  }
  return *owned_;
}

bool FileFace::usable() const {
  return opened().usable;
}
const std::string& FileFace::postscript_name() const {
  return opened().postscript_name;
}
Outlines FileFace::outlines() const {
  return opened().outlines;
}
int FileFace::units_per_em() const {
  return opened().units_per_em;
}
double FileFace::ascent() const {
  return opened().ascent;
}
double FileFace::descent() const {
  return opened().descent;
}
double FileFace::cap_height() const {
  return opened().cap_height;
}
std::array<int, 4> FileFace::bounding_box() const {
  return opened().bounding_box;
}
bool FileFace::covers(char32_t character) const {
  return opened().coverage.has(character);
}
hb_face_t* FileFace::hb_face() const {
  return opened().face.get();
}
hb_font_t* FileFace::hb_font() const {
  return opened().font.get();
}

std::string digest_of(const Face& face) {
  const Blob file(hb_face_reference_blob(face.hb_face()));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(file.get(), &length);
  return base::sha256_hex({bytes, length});
}

}  // namespace generator::typeset

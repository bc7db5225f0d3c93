#include "generator/pdf/composite_font.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>

#include "generator/pdf/big_endian.h"

namespace generator::pdf {
namespace {

// Composite glyph flags.
constexpr int k_arguments_are_words = 0x0001;
constexpr int k_arguments_are_offsets = 0x0002;
constexpr int k_more_components = 0x0020;

std::uint32_t read16(std::string_view bytes, std::size_t at) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at]) << 8 |
                                    static_cast<unsigned char>(bytes[at + 1]));
}
int read_signed16(std::string_view bytes, std::size_t at) {
  return static_cast<std::int16_t>(read16(bytes, at));
}
std::uint32_t read32(std::string_view bytes, std::size_t at) {
  return read16(bytes, at) << 16 | read16(bytes, at + 2);
}
void put16(std::string& bytes, std::size_t at, std::uint32_t value) {
  bytes[at] = static_cast<char>(value >> 8);
  bytes[at + 1] = static_cast<char>(value);
}
void pad_to(std::string& bytes, std::size_t multiple) {
  while (bytes.size() % multiple != 0) bytes += '\0';
}
std::uint32_t checksum(std::string_view bytes) {
  std::string padded(bytes);
  pad_to(padded, 4);
  std::uint32_t sum = 0;
  for (std::size_t at = 0; at < padded.size(); at += 4) sum += read32(padded, at);
  return sum;
}

struct Box {
  int left = std::numeric_limits<int>::max();
  int bottom = std::numeric_limits<int>::max();
  int right = std::numeric_limits<int>::min();
  int top = std::numeric_limits<int>::min();

  void include(const Box& other) {
    left = std::min(left, other.left);
    bottom = std::min(bottom, other.bottom);
    right = std::max(right, other.right);
    top = std::max(top, other.top);
  }
};

class Composer {
 public:
  explicit Composer(std::string_view font) {
    const auto count = read16(font, 4);
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::size_t record = 12 + 16 * i;
      tables_[std::string(font.substr(record, 4))] =
          std::string(font.substr(read32(font, record + 8), read32(font, record + 12)));
    }
    glyph_count_ = read16(tables_["maxp"], 4);
    copy_glyphs();
  }

  void add(const CompositeGlyph& glyph) {
    std::optional<Box> whole;
    std::vector<ShapePart> inked;
    for (const ShapePart& part : glyph.parts) {
      const std::optional<Box> box = box_of(part);
      if (!box) continue;
      inked.push_back(part);
      if (whole)
        whole->include(*box);
      else
        whole = box;
    }
    offsets_.push_back(static_cast<std::uint32_t>(glyphs_.size()));
    append16(metrics_, glyph.advance);
    append16(metrics_, whole ? whole->left : 0);
    if (!whole) return;
    append16(glyphs_, -1);
    for (const int edge : {whole->left, whole->bottom, whole->right, whole->top}) append16(glyphs_, edge);
    for (std::size_t i = 0; i < inked.size(); ++i) {
      const int more = i + 1 < inked.size() ? k_more_components : 0;
      append16(glyphs_, k_arguments_are_words | k_arguments_are_offsets | more);
      append16(glyphs_, static_cast<int>(inked[i].glyph));
      append16(glyphs_, inked[i].x);
      append16(glyphs_, inked[i].y);
    }
    most_parts_ = std::max(most_parts_, static_cast<std::uint32_t>(inked.size()));
  }

  std::string font() {
    write_tables();
    std::string file;
    append32(file, 0x00010000);
    const auto count = static_cast<std::uint32_t>(tables_.size());
    std::uint32_t log2 = 0;
    while (2u << log2 <= count) ++log2;
    append16(file, static_cast<int>(count));
    append16(file, static_cast<int>(16u << log2));
    append16(file, static_cast<int>(log2));
    append16(file, static_cast<int>(16 * count - (16u << log2)));
    const std::uint32_t bodies_at = 12 + 16 * count;
    std::string bodies;
    std::size_t head_at = 0;
    for (const auto& [tag, body] : tables_) {
      const auto at = bodies_at + static_cast<std::uint32_t>(bodies.size());
      if (tag == "head") head_at = at;
      file += tag;
      append32(file, checksum(body));
      append32(file, at);
      append32(file, static_cast<std::uint32_t>(body.size()));
      bodies += body;
      pad_to(bodies, 4);
    }
    file += bodies;
    const std::uint32_t adjustment = 0xB1B0AFBA - checksum(file);
    put16(file, head_at + 8, adjustment >> 16);
    put16(file, head_at + 10, adjustment & 0xFFFF);
    return file;
  }

 private:
  std::size_t offset_in_source(std::size_t glyph) const {
    const std::string& loca = tables_.at("loca");
    const bool is_long = read16(tables_.at("head"), 50) != 0;
    return is_long ? read32(loca, 4 * glyph) : 2 * read16(loca, 2 * glyph);
  }

  void copy_glyphs() {
    const std::string& source = tables_["glyf"];
    const std::string& metrics = tables_["hmtx"];
    const std::size_t long_metrics = read16(tables_["hhea"], 34);
    for (std::size_t glyph = 0; glyph < glyph_count_; ++glyph) {
      offsets_.push_back(static_cast<std::uint32_t>(glyphs_.size()));
      const std::size_t begin = offset_in_source(glyph);
      glyphs_.append(source, begin, offset_in_source(glyph + 1) - begin);
      pad_to(glyphs_, 2);
      if (glyph < long_metrics) {
        metrics_.append(metrics, 4 * glyph, 4);
      } else {
        metrics_.append(metrics, 4 * (long_metrics - 1), 2);
        metrics_.append(metrics, 4 * long_metrics + 2 * (glyph - long_metrics), 2);
      }
    }
  }

  std::optional<Box> box_of(const ShapePart& part) const {
    const std::size_t begin = offsets_[part.glyph];
    const std::size_t end = part.glyph + 1 < offsets_.size() ? offsets_[part.glyph + 1] : glyphs_.size();
    if (begin == end) return std::nullopt;
    return Box{.left = read_signed16(glyphs_, begin + 2) + part.x,
               .bottom = read_signed16(glyphs_, begin + 4) + part.y,
               .right = read_signed16(glyphs_, begin + 6) + part.x,
               .top = read_signed16(glyphs_, begin + 8) + part.y};
  }

  void raise(std::size_t at, std::uint32_t value) {
    std::string& maxp = tables_["maxp"];
    put16(maxp, at, std::min<std::uint32_t>(0xFFFF, std::max(read16(maxp, at), value)));
  }

  void write_tables() {
    offsets_.push_back(static_cast<std::uint32_t>(glyphs_.size()));
    // Short offsets count pairs of bytes.
    const bool is_long = glyphs_.size() >= 0x1FFFE;
    std::string loca;
    for (const std::uint32_t offset : offsets_) {
      if (is_long)
        append32(loca, offset);
      else
        append16(loca, static_cast<int>(offset / 2));
    }
    const auto count = static_cast<std::uint32_t>(offsets_.size() - 1);
    std::string& maxp = tables_["maxp"];
    put16(maxp, 4, count);
    const auto simple_points = std::max(read16(maxp, 6), read16(maxp, 10));
    const auto simple_contours = std::max(read16(maxp, 8), read16(maxp, 12));
    raise(10, most_parts_ * simple_points);
    raise(12, most_parts_ * simple_contours);
    raise(28, most_parts_);
    raise(30, read16(maxp, 30) + 1);
    put16(tables_["hhea"], 34, count);
    std::string& head = tables_["head"];
    put16(head, 50, is_long ? 1 : 0);
    put16(head, 8, 0);
    put16(head, 10, 0);
    tables_["glyf"] = std::move(glyphs_);
    tables_["loca"] = std::move(loca);
    tables_["hmtx"] = std::move(metrics_);
  }

  std::map<std::string, std::string> tables_;
  std::uint32_t glyph_count_ = 0;
  std::string glyphs_;
  std::string metrics_;
  std::vector<std::uint32_t> offsets_;  ///< of each glyph in glyphs_
  std::uint32_t most_parts_ = 0;
};

}  // namespace

bool is_representable(const Shape& shape) {
  // A glyph of Noto's has some hundred points; FreeType holds 32,767 in an outline.
  constexpr std::size_t k_most_parts = 64;
  // Half the range is left for the glyphs' own extents.
  const auto fits = [](int value) { return value >= -0x4000 && value < 0x4000; };
  return shape.advance >= 0 && shape.advance <= k_most_advance && shape.parts.size() <= k_most_parts &&
         std::ranges::all_of(shape.parts,
                             [&](const ShapePart& part) { return fits(part.x) && fits(part.y); });
}

std::string with_composites(std::string_view font, const std::vector<CompositeGlyph>& added) {
  Composer composer(font);
  for (const CompositeGlyph& glyph : added) composer.add(glyph);
  return composer.font();
}

}  // namespace generator::pdf

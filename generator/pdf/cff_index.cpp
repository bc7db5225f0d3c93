#include "generator/pdf/cff_index.h"

#include <cstdint>

namespace generator::pdf {
namespace {

/// A big-endian number of 1 to 4 bytes, which must lie within `bytes`.
std::size_t read_number(std::string_view bytes, std::size_t at, std::size_t size) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < size; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

}  // namespace

std::optional<CffIndex> CffIndex::read(std::string_view font, std::size_t offset) {
  CffIndex index;
  if (offset > font.size() || font.size() - offset < 2) return std::nullopt;
  index.font_ = font;
  index.count_ = read_number(font, offset, 2);
  index.end_ = offset + 2;
  if (index.count_ == 0) return index;
  if (font.size() - offset < 3) return std::nullopt;
  index.offset_size_ = read_number(font, offset + 2, 1);
  index.offsets_ = offset + 3;
  if (index.offset_size_ < 1 || index.offset_size_ > 4) return std::nullopt;
  if (font.size() - index.offsets_ < (index.count_ + 1) * index.offset_size_) return std::nullopt;
  index.end_ = index.offset_of(index.count_);
  if (index.end_ > font.size()) return std::nullopt;
  return index;
}

std::size_t CffIndex::offset_of(std::size_t number) const {
  // Offsets count from the byte before the data.
  const std::size_t base = offsets_ + (count_ + 1) * offset_size_ - 1;
  return base + read_number(font_, offsets_ + number * offset_size_, offset_size_);
}

std::optional<std::string_view> CffIndex::at(std::size_t number) const {
  if (number >= count_) return std::nullopt;
  const std::size_t from = offset_of(number);
  const std::size_t to = offset_of(number + 1);
  if (from > to || to > font_.size()) return std::nullopt;
  return font_.substr(from, to - from);
}

std::string CffIndexWriter::take() const {
  const std::size_t last = data_.size() + 1;
  const std::size_t size = last <= 0xFF ? 1 : last <= 0xFFFF ? 2 : last <= 0xFFFFFF ? 3 : 4;
  std::string out;
  out.reserve(3 + (ends_.size() + 1) * size + data_.size());
  const auto append = [&](std::size_t value, std::size_t bytes) {
    while (bytes-- > 0) out += static_cast<char>(value >> (8 * bytes));
  };
  append(ends_.size(), 2);
  if (ends_.empty()) return out;
  append(size, 1);
  append(1, size);
  for (const std::size_t end : ends_) append(end + 1, size);
  return out += data_;
}

std::string cff_index(const std::vector<std::string>& entries) {
  CffIndexWriter index;
  for (const std::string& entry : entries) {
    index.data() += entry;
    index.end_entry();
  }
  return index.take();
}

}  // namespace generator::pdf

// An INDEX of a CFF font (Adobe Technical Note 5176, section 5): byte strings by number. A view: nothing is
// copied, and nothing is read but what is asked for, since a Chinese font has 65,535 charstrings.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace generator::pdf {

class CffIndex {
 public:
  CffIndex() = default;  ///< an empty one

  /// The INDEX that begins at `offset`; nullopt if the font does not hold it whole.
  static std::optional<CffIndex> read(std::string_view font, std::size_t offset);

  std::size_t size() const { return count_; }
  /// The offset of the byte after it.
  std::size_t end() const { return end_; }
  /// nullopt if there is no such number, or it lies outside the font.
  std::optional<std::string_view> at(std::size_t number) const;

 private:
  std::size_t offset_of(std::size_t number) const;

  std::string_view font_;
  std::size_t count_ = 0;
  std::size_t offset_size_ = 1;
  std::size_t offsets_ = 0;  ///< where the offset array begins
  std::size_t end_ = 0;
};

/// A new INDEX, written entry by entry.
class CffIndexWriter {
 public:
  /// What is appended here belongs to the entry that `end_entry` ends.
  std::string& data() { return data_; }
  void end_entry() { ends_.push_back(data_.size()); }
  std::string take() const;

 private:
  std::string data_;
  std::vector<std::size_t> ends_;
};

/// A new INDEX of these entries.
std::string cff_index(const std::vector<std::string>& entries);

}  // namespace generator::pdf

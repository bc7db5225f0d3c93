// A PDF file put together from objects that are already written as text: those that are no streams stand in
// object streams, deflated together, and a cross-reference stream leads to all of them (ISO 32000-1, 7.5.7
// and 7.5.8). A tagged report is thousands of small objects that resemble one another: this makes a third of
// it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace generator::pdf {

class PackedFile {
 public:
  /// Numbers from `first_free` on are for the file's own streams.
  explicit PackedFile(std::uint32_t first_free);

  /// A stream: its dictionary, which says how long the data is, and its data. Objects have generation 0.
  void add_stream(std::uint32_t number, std::string_view dictionary, std::string_view data);
  /// Any other object.
  void add_object(std::uint32_t number, std::string_view text);

  /// The whole file; call once. `root` and `information` are the numbers of those dictionaries. The file's
  /// identifier is a fingerprint of all that was added.
  std::string finish(std::uint32_t root, std::uint32_t information);

 private:
  /// Where an object is (7.5.8.3): at a byte offset, or in an object stream.
  struct Entry {
    enum class Kind : std::uint8_t { free = 0, offset = 1, packed = 2 };
    Kind kind = Kind::free;
    std::uint32_t place = 0;  ///< byte offset, or the object stream's number
    std::uint16_t index = 0;  ///< in the object stream
  };

  void set_entry(std::uint32_t number, Entry entry);
  void close_object_stream();
  void write_stream(std::uint32_t number, std::string_view entries, std::string_view data);

  std::string file_;
  std::vector<Entry> entries_;
  std::uint32_t next_number_;
  // The object stream that is being filled.
  std::string index_;  ///< pairs of object number and offset
  std::string objects_;
  std::uint16_t members_ = 0;
};

}  // namespace generator::pdf

#include "generator/pdf/packed_file.h"

#include <fmt/format.h>

#include <iterator>

#include "generator/base/digest.h"
#include "generator/pdf/deflate.h"
#include "generator/pdf/pdf_syntax.h"

namespace generator::pdf {
namespace {

/// Few enough that a reader that wants one object does not unpack a book, and enough that they compress as
/// one.
constexpr std::uint16_t k_most_members = 512;

std::string hexadecimal(const base::Fingerprint& bytes) {
  return fmt::format("{:02X}", fmt::join(bytes, ""));
}

void append_big_endian(std::string& out, std::uint32_t value, int bytes) {
  for (int i = bytes - 1; i >= 0; --i) out += static_cast<char>(value >> (8 * i));
}

}  // namespace

PackedFile::PackedFile(std::uint32_t first_free)
    : file_("%PDF-1.7\n%\xB7\xBE\xAD\xAA\n"), entries_(first_free), next_number_(first_free) {}

void PackedFile::set_entry(std::uint32_t number, Entry entry) {
  if (number >= entries_.size()) entries_.resize(number + 1);
  entries_[number] = entry;
}

void PackedFile::add_stream(std::uint32_t number, std::string_view dictionary, std::string_view data) {
  set_entry(number, {Entry::Kind::offset, static_cast<std::uint32_t>(file_.size()), 0});
  append_integer(file_, number);
  file_ += " 0 obj\n";
  file_ += dictionary;
  file_ += "\nstream\n";
  file_ += data;
  file_ += "\nendstream\nendobj\n";
}

void PackedFile::add_object(std::uint32_t number, std::string_view text) {
  set_entry(number, {Entry::Kind::packed, next_number_, members_});
  append_integer(index_, number);
  index_ += ' ';
  append_integer(index_, objects_.size());
  index_ += ' ';
  objects_ += text;
  objects_ += '\n';
  if (++members_ == k_most_members) close_object_stream();
}

void PackedFile::close_object_stream() {
  if (members_ == 0) return;
  const std::string entries = fmt::format("/Type/ObjStm/N {}/First {}", members_, index_.size());
  write_stream(next_number_, entries, index_ + objects_);
  ++next_number_;
  index_.clear();
  objects_.clear();
  members_ = 0;
}

void PackedFile::write_stream(std::uint32_t number, std::string_view entries, std::string_view data) {
  const std::string packed = deflate(data);
  add_stream(number, fmt::format("<<{}/Length {}/Filter/FlateDecode>>", entries, packed.size()), packed);
}

std::string PackedFile::finish(std::uint32_t root, std::uint32_t information) {
  close_object_stream();
  const std::string identifier = hexadecimal(base::fingerprint(file_));
  const std::size_t start = file_.size();
  // Its entry for itself has to be there before it is written: this is where it will be.
  set_entry(next_number_, {Entry::Kind::offset, static_cast<std::uint32_t>(start), 0});
  // Each row is written as its difference from the row above (7.4.4.4, the predictor "up" of PNG): rows of
  // one object stream differ by 1 in the index.
  constexpr std::size_t k_row = 7;
  constexpr char k_up = 2;
  std::string table;
  std::string above(k_row, '\0');
  for (const Entry& entry : entries_) {
    std::string row;
    append_big_endian(row, static_cast<std::uint32_t>(entry.kind), 1);
    append_big_endian(row, entry.place, 4);
    append_big_endian(row, entry.index, 2);
    table += k_up;
    for (std::size_t i = 0; i < k_row; ++i) table += static_cast<char>(row[i] - above[i]);
    above = std::move(row);
  }
  write_stream(next_number_,
               fmt::format("/Type/XRef/Size {}/W[1 4 2]/Root {} 0 R/Info {} 0 R/ID[<{}><{}>]"
                           "/DecodeParms<</Predictor 12/Columns {}>>",
                           entries_.size(), root, information, identifier, identifier, k_row),
               table);
  fmt::format_to(std::back_inserter(file_), "startxref\n{}\n%%EOF\n", start);
  return std::move(file_);
}

}  // namespace generator::pdf

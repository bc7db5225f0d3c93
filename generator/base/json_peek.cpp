#include "generator/base/json_peek.h"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <utility>

namespace generator::base {
namespace {

/// Stops at the text that it looks for.
class TextFinder {
 public:
  explicit TextFinder(std::string_view member) : member_(member) {}

  std::optional<std::string> found;

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON calls them so
  bool Null() { return pass(); }
  bool Bool(bool) { return pass(); }
  bool Int(int) { return pass(); }
  bool Uint(unsigned) { return pass(); }
  bool Int64(std::int64_t) { return pass(); }
  bool Uint64(std::uint64_t) { return pass(); }
  bool Double(double) { return pass(); }
  bool RawNumber(const char*, rapidjson::SizeType, bool) { return pass(); }
  bool String(const char* s, rapidjson::SizeType n, bool) {
    if (std::exchange(is_next_, false)) found = std::string(s, n);
    return !found;
  }
  bool StartObject() { return open(); }
  bool Key(const char* s, rapidjson::SizeType n, bool) {
    is_next_ = depth_ == 1 && std::string_view(s, n) == member_;
    return true;
  }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool StartArray() { return open(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  // NOLINTEND(readability-identifier-naming)

 private:
  bool pass() {
    is_next_ = false;
    return true;
  }
  bool open() {
    ++depth_;
    return pass();
  }
  bool close() {
    --depth_;
    return true;
  }

  std::string_view member_;
  int depth_ = 0;
  bool is_next_ = false;
};

}  // namespace

std::optional<std::string> text_at_top(std::string_view json, std::string_view member) {
  rapidjson::MemoryStream stream(json.data(), json.size());
  TextFinder finder(member);
  rapidjson::Reader reader;
  reader.Parse<rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag>(stream, finder);
  return std::move(finder.found);
}

}  // namespace generator::base

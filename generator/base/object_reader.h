// What the readers of the house's own files share (words, settings, typography): faults at their places, and
// members that no reader knows.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "generator/base/json.h"

namespace generator::base {

/// Reads one file strictly and collects all that is wrong with it. A reader is made from it, and knows what
/// the members mean. The document must outlive it.
class ObjectReader {
 protected:
  /// Whether a member that was mistyped is told with the one that was meant.
  enum class Guess { none, names };

  /// `code` and `remedy` are those of every fault.
  ObjectReader(const JsonDocument& json, std::string_view code, std::string_view remedy, Guess guess)
      : json_(json), code_(code), remedy_(remedy), guess_(guess) {}
  ~ObjectReader() = default;
  ObjectReader(const ObjectReader&) = delete;
  ObjectReader& operator=(const ObjectReader&) = delete;

  const JsonNode& root() const { return json_.root(); }
  void complain(const JsonNode& node, std::string what, std::string why = {});
  /// A name that was mistyped must not be passed over. Of what is no object, nothing is said.
  void keep_to(const JsonNode& node, const std::vector<std::string_view>& known);
  /// The same, where an object must stand.
  void keep_object_to(const JsonNode& node, const std::vector<std::string_view>& known);

  bool found_any() const { return !found_.empty(); }
  /// What was found, in the order in which it was.
  Diagnostics take_found() { return std::move(found_); }

 private:
  const JsonDocument& json_;
  std::string_view code_;
  std::string_view remedy_;
  Guess guess_;
  Diagnostics found_;
};

}  // namespace generator::base

#include "generator/base/object_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/wording.h"

namespace generator::base {

void ObjectReader::complain(const JsonNode& node, std::string what, std::string why) {
  found_.push_back({.code = std::string(code_),
                    .place = json_.place(node),
                    .what = std::move(what),
                    .why = std::move(why),
                    .remedy = std::string(remedy_)});
}

void ObjectReader::keep_to(const JsonNode& node, const std::vector<std::string_view>& known) {
  for (const JsonMember& each : node.members) {
    if (std::ranges::find(known, each.name) != known.end()) continue;
    complain(each.value, fmt::format("there is no member {} here", in_quotes(each.name)),
             guess_ == Guess::names ? suggestion(each.name, known) : std::string());
  }
}

void ObjectReader::keep_object_to(const JsonNode& node, const std::vector<std::string_view>& known) {
  if (node.kind != JsonKind::object) return complain(node, "an object stands here");
  keep_to(node, known);
}

}  // namespace generator::base

#include "generator/compare/message_ids.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <string>
#include <vector>

#include "generator/compare/rows.h"

namespace generator::compare {
namespace {

struct AllSpecs {
  std::deque<std::string> names;  ///< what the ids of the rows' messages point to
  std::vector<MessageSpec> specs{std::begin(k_message_specs), std::end(k_message_specs)};

  AllSpecs() {
    for (const RowSpec& row : k_rows) {
      add("row.", row.name);
      if (row.is_gap_in_offer()) add("unknown.", row.name);
      for (const std::string_view question : {row.question, row.question_at_home}) {
        if (!question.empty()) specs.push_back(MessageSpec{.id = question});
      }
    }
    std::ranges::sort(specs, {}, &MessageSpec::id);
  }

  void add(std::string_view prefix, std::string_view name) {
    names.push_back(std::string(prefix) + std::string(name));
    specs.push_back(MessageSpec{.id = names.back()});
  }
};

}  // namespace

std::span<const MessageSpec> message_specs() {
  static const AllSpecs k_all;
  return k_all.specs;
}

const MessageSpec* find_message(std::string_view id) {
  const auto specs = message_specs();
  const auto found = std::ranges::lower_bound(specs, id, {}, &MessageSpec::id);
  return found != specs.end() && found->id == id ? &*found : nullptr;
}

}  // namespace generator::compare

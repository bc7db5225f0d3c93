#include "generator/report/view_messages.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "generator/locale/format_messages.h"
#include "generator/report/clinical_messages.h"

namespace generator::report {

std::span<const compare::MessageSpec> all_messages() {
  static const std::vector<compare::MessageSpec> k_all = [] {
    const auto compared = compare::message_specs();
    std::vector<compare::MessageSpec> all(compared.begin(), compared.end());
    all.insert(all.end(), std::begin(k_view_messages), std::end(k_view_messages));
    all.insert(all.end(), std::begin(k_clinical_messages), std::end(k_clinical_messages));
    all.insert(all.end(), std::begin(locale::k_format_messages), std::end(locale::k_format_messages));
    std::ranges::sort(all, {}, &compare::MessageSpec::id);
    return all;
  }();
  return k_all;
}

bool is_listed(std::string_view id) {
  return std::ranges::binary_search(all_messages(), id, {}, &compare::MessageSpec::id);
}

compare::Message message(MessageId id, MessageArguments arguments) {
  if (!compare::takes(id.spec(), arguments))
    throw std::logic_error(fmt::format("\"{}\" is not said with its arguments", id.spec().id));
  return {std::string(id.spec().id), std::move(arguments)};
}

}  // namespace generator::report

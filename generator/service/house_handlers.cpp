#include "generator/service/house_handlers.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "generator/base/json.h"
#include "generator/base/version.h"
#include "generator/ingest/case_schema.h"

namespace generator::service {
namespace {

Reply status_reply(std::string_view status) {
  base::JsonWriter writer;
  writer.begin_object().field("status", status).field("version", base::program_version()).end_object();
  return json_reply(writer.take());
}

base::Diagnostic not_ready(std::string what, std::string remedy) {
  return {.code = "not-ready",
          .place = {},
          .what = std::move(what),
          .why = "",
          .remedy = std::move(remedy),
          .fault = base::Fault::machine};
}

/// Which file of the house cannot be used and why, by its name within the house: an answer tells no path of
/// the machine. Where much is wrong with one file, the first fault of it stands for all.
base::Diagnostics not_ready(const base::Diagnostics& found, const std::filesystem::path& root) {
  base::Diagnostics faults;
  std::string last;
  for (const base::Diagnostic& d : found) {
    if (!faults.empty() && d.place.file == last) continue;
    last = d.place.file;
    const std::string file = std::filesystem::path(last).lexically_relative(root).generic_string();
    const auto all =
        std::ranges::count(found, last, [](const base::Diagnostic& each) { return each.place.file; });
    faults.push_back(
        not_ready(fmt::format("{}{} cannot be used: {}{}", file,
                              d.place.line > 0 ? fmt::format(":{}", d.place.line) : std::string(), d.what,
                              all > 1 ? fmt::format(" (and {} more faults there)", all - 1) : std::string()),
                  "consilium locales check names every fault; mend the file"));
    faults.back().place = d.place;
  }
  return faults;
}

}  // namespace

base::Result<Reply> get_health(const House&, const Call&) {
  return status_reply("alive");
}

base::Result<Reply> get_readiness(const House& house, const Call&) {
  base::Diagnostics faults;
  if (auto checked = house.database->check(); !checked) {
    faults.push_back(not_ready("the database does not answer", "look at the service's log"));
    base::append(faults, std::move(checked.error()));
  }
  if (house.maker->languages().empty()) {
    faults.push_back(
        not_ready("there is no locale", "set CONSILIUM_HOME, or resources in the configuration"));
  }
  if (house.maker->documents().empty()) {
    faults.push_back(
        not_ready("there is no template", "set CONSILIUM_HOME, or resources in the configuration"));
  }
  base::append(faults, not_ready(job::what_cannot_load(house.maker->house()), house.maker->resources().root));
  if (!faults.empty()) return tl::unexpected(std::move(faults));
  return status_reply("ready");
}

base::Result<Reply> get_openapi(const House&, const Call&) {
  return json_reply(std::string(openapi_text()));
}

base::Result<Reply> get_case_schema(const House&, const Call&) {
  Reply reply = json_reply(std::string(ingest::case_schema_text()));
  reply.media_type = "application/schema+json";
  return reply;
}

}  // namespace generator::service

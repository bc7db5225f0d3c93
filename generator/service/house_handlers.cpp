#include "generator/service/house_handlers.h"

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

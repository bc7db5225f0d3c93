// What passes between the network and the handlers: a Call comes in, a Reply or Diagnostics go out. Neither
// knows a socket, so handlers can be read, and tried, as functions.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/job/report_job.h"
#include "generator/service/config.h"
#include "generator/store/case_store.h"
#include "generator/store/report_store.h"
#include "generator/store/token_store.h"

namespace generator::service {

/// What handlers work with; lives as long as the server. Thread-safe.
struct House {
  std::shared_ptr<store::Database> database;
  std::shared_ptr<const job::ReportMaker> maker;
  std::string edition;  ///< of the house, as it was at the start (job::LoadedHouse::edition)
};

/// A request. `body` reads it from the network when it is first asked for: nothing is read for a caller who
/// has no right to send it.
struct Call {
  std::string id;  ///< names the request in the log and in problem documents
  std::string method;
  std::string path;                                            ///< as sent, without the query
  std::map<std::string, std::string, std::less<>> parameters;  ///< of the route's pattern, decoded
  std::vector<std::pair<std::string, std::string>> query;      ///< decoded, in their order
  std::function<std::optional<std::string>(const std::string& name)> header;
  std::function<base::Result<std::string>()> body;
  std::optional<store::TokenRecord> holder;  ///< set iff the route asks for a scope

  const std::string& parameter(std::string_view name) const { return parameters.find(name)->second; }
};

struct Reply {
  int status = 200;
  std::string media_type;  ///< empty: no body
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
};

using Handler = base::Result<Reply> (*)(const House& house, const Call& call);

/// A reply of JSON.
Reply json_reply(std::string body, int status = 200);

}  // namespace generator::service

// The log: one line of JSON for each request and each event of the service's life. Lines hold no path, query,
// header or body, and no text of an exception, since all of those may hold patient data.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "generator/base/diagnostics.h"

namespace generator::service {

/// The Poco logger that the lines go to; a program may give it another channel before it starts a server.
/// Without one they go to standard error.
inline constexpr const char* k_logger_name = "consilium.service";

struct RequestLine {
  std::string id;
  std::string_view method;   ///< "-" if it is none that HTTP defines
  std::string_view pattern;  ///< the route's, not the path
  int status = 0;
  std::chrono::microseconds time{0};
  std::size_t bytes = 0;  ///< of the answer's body
  std::string holder;     ///< the token's id; empty if there was none
  bool cut_off = false;   ///< the caller went away before the end of the answer
};

/// Writes the line of an answered request. Of the diagnostics it holds codes and places, and of the machine's
/// the reason too.
void log_request(const RequestLine& line, const base::Diagnostics& diagnostics);

/// Writes "start", "stop", ... with one detail.
void log_event(std::string_view event, std::string_view detail);

}  // namespace generator::service

// How the service is set up: one JSON file (docs/api.md describes it), every field of which has a default.
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "generator/base/diagnostics.h"

namespace generator::service {

struct Config {
  std::string address = "127.0.0.1";  ///< an IP address, not a name
  int port = 8780;                    ///< 0: any free one
  /// Says that something in front of the service speaks TLS; without it only loopback addresses are taken.
  bool behind_tls_proxy = false;
  std::filesystem::path database = "consilium.db";
  std::optional<std::filesystem::path> resources;  ///< as for job::Resources::find
  std::size_t max_body_bytes = 8u << 20;
  int threads = 8;                   ///< requests answered at once
  int queued = 64;                   ///< connections that may wait for a thread
  std::chrono::seconds timeout{30};  ///< of a connection that says nothing
  std::chrono::seconds stop{30};     ///< that running requests get to finish at a stop
};

/// Reads a configuration; relative paths in it are taken from its folder. Errors with their place:
/// config-unknown, config-value, config-exposed (not a loopback address, and no behind_tls_proxy), JSON's own
/// and file-missing.
base::Result<Config> load_config(const std::filesystem::path& file);

}  // namespace generator::service

#include "generator/service/config.h"

#include <Poco/Net/IPAddress.h>
#include <fmt/format.h>

#include <charconv>

#include "generator/base/file.h"
#include "generator/base/json.h"

namespace generator::service {
namespace {

/// Reads the members of the file's object one by one, and collects all that is wrong with them.
class ConfigReader {
 public:
  ConfigReader(const base::JsonDocument& document, std::filesystem::path folder)
      : document_(document), folder_(std::move(folder)) {}

  base::Result<Config> read() {
    if (document_.root().kind != base::JsonKind::object) {
      refuse(document_.root(), "the configuration is no JSON object");
    }
    for (const base::JsonMember& member : document_.root().members) read_member(member);
    check_exposure();
    if (!faults_.empty()) return tl::unexpected(std::move(faults_));
    return config_;
  }

 private:
  void read_member(const base::JsonMember& member) {
    const std::string& name = member.name;
    const base::JsonNode& value = member.value;
    constexpr std::int64_t k_day = 86400;
    if (name == "address") {
      read_address(value);
    } else if (name == "port") {
      config_.port = static_cast<int>(number(member, 0, 65535));
    } else if (name == "behind_tls_proxy") {
      if (value.kind != base::JsonKind::boolean) return refuse(value, name + " is true or false");
      config_.behind_tls_proxy = value.text == "true";
    } else if (name == "database") {
      config_.database = path(member);
    } else if (name == "resources") {
      config_.resources = path(member);
    } else if (name == "max_body_bytes") {
      config_.max_body_bytes = static_cast<std::size_t>(number(member, 1024, 256 << 20));
    } else if (name == "threads") {
      config_.threads = static_cast<int>(number(member, 1, 64));
    } else if (name == "queued") {
      config_.queued = static_cast<int>(number(member, 1, 10000));
    } else if (name == "timeout_seconds") {
      config_.timeout = std::chrono::seconds(number(member, 1, k_day));
    } else if (name == "stop_seconds") {
      config_.stop = std::chrono::seconds(number(member, 0, k_day));
    } else {
      faults_.push_back({.code = "config-unknown",
                         .place = document_.place(member.name_offset),
                         .what = fmt::format("there is no setting \"{}\"", name),
                         .why = "one that was mistyped must not be passed over",
                         .remedy = "see docs/api.md for the settings"});
    }
  }

  void refuse(const base::JsonNode& node, std::string what) {
    faults_.push_back({.code = "config-value",
                       .place = document_.place(node),
                       .what = std::move(what),
                       .why = "",
                       .remedy = "see docs/api.md for the settings"});
  }

  std::int64_t number(const base::JsonMember& member, std::int64_t low, std::int64_t high) {
    const std::string& text = member.value.text;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (member.value.kind == base::JsonKind::number && error == std::errc() &&
        end == text.data() + text.size() && value >= low && value <= high) {
      return value;
    }
    refuse(member.value, fmt::format("{} is a whole number from {} to {}", member.name, low, high));
    return low;
  }

  std::filesystem::path path(const base::JsonMember& member) {
    if (member.value.kind != base::JsonKind::string || member.value.text.empty()) {
      refuse(member.value, member.name + " is a path");
      return {};
    }
    return folder_ / member.value.text;
  }

  void read_address(const base::JsonNode& value) {
    Poco::Net::IPAddress address;
    if (value.kind != base::JsonKind::string || !Poco::Net::IPAddress::tryParse(value.text, address)) {
      return refuse(value, "address is an IP address, such as 127.0.0.1 or ::1");
    }
    config_.address = value.text;
    address_ = &value;
    loopback_ = address.isLoopback();
  }

  void check_exposure() {
    if (address_ == nullptr || loopback_ || config_.behind_tls_proxy) return;
    faults_.push_back({.code = "config-exposed",
                       .place = document_.place(*address_),
                       .what = fmt::format("{} can be reached from other machines", config_.address),
                       .why = "the service itself does not encrypt, and cases hold patient data",
                       .remedy = "listen on 127.0.0.1, or put a TLS proxy in front and set "
                                 "behind_tls_proxy to true"});
  }

  const base::JsonDocument& document_;
  std::filesystem::path folder_;
  Config config_;
  base::Diagnostics faults_;
  const base::JsonNode* address_ = nullptr;
  bool loopback_ = true;
};

}  // namespace

base::Result<Config> load_config(const std::filesystem::path& file) {
  auto text = base::read_file(file, 1u << 20);
  if (!text) return tl::unexpected(std::move(text.error()));
  const auto document = base::JsonDocument::parse(std::move(*text), file.string());
  if (!document) return tl::unexpected(document.error());
  return ConfigReader(*document, file.parent_path()).read();
}

}  // namespace generator::service

#include "generator/service/connection.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/URI.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <istream>
#include <random>

#include "generator/service/problem.h"
#include "generator/service/request_log.h"
#include "generator/service/router.h"

namespace generator::service {
namespace {

using Poco::Net::HTTPServerRequest;
using Poco::Net::HTTPServerResponse;

/// A refused body is read and thrown away up to this much over the limit, so that a caller who sends before
/// it listens gets to hear the refusal.
constexpr std::size_t k_most_discarded = 64u << 20;
/// However little a client sends at a time, it holds a thread no longer than this.
constexpr std::chrono::seconds k_longest_body{120};
constexpr std::chrono::seconds k_longest_discard{5};

base::Diagnostic too_large(std::size_t limit) {
  return base::usage_fault("body-too-large", fmt::format("the body is larger than {} bytes", limit),
                           "send less, or raise max_body_bytes in the configuration");
}

/// Names of methods are the caller's text; the log takes those that HTTP defines.
std::string_view loggable(const std::string& method) {
  constexpr std::array<std::string_view, 9> k_methods = {"GET",     "HEAD",    "PUT",   "POST", "DELETE",
                                                         "OPTIONS", "CONNECT", "TRACE", "PATCH"};
  const auto it = std::ranges::find(k_methods, method);
  return it == k_methods.end() ? std::string_view("-") : *it;
}

/// The body of a request: read once, or thrown away.
class Body {
 public:
  Body(HTTPServerRequest& request, std::size_t limit)
      : request_(request),
        limit_(limit),
        there_(request.getChunkedTransferEncoding() || request.getContentLength64() > 0) {}

  base::Result<std::string> read() {
    const bool chunked = request_.getChunkedTransferEncoding();
    if (!chunked && !request_.hasContentLength()) {
      return base::failure(
          base::usage_fault("length-required", "the body's length is not given", "send Content-Length"));
    }
    const auto length = static_cast<std::size_t>(std::max<Poco::Int64>(request_.getContentLength64(), 0));
    if (!chunked && length > limit_) return base::failure(too_large(limit_));
    std::string bytes;
    const End end = take(k_longest_body, limit_, [&bytes](char c) { bytes += c; });
    if (end == End::too_much) return base::failure(too_large(limit_));
    if (end == End::too_slow) {
      return base::failure(
          base::usage_fault("body-incomplete", "the body did not arrive in time", "send it again"));
    }
    read_ = true;
    if (!chunked && bytes.size() < length) {
      return base::failure(
          base::usage_fault("body-incomplete", "the connection ended before the body did", "send it again"));
    }
    return bytes;
  }

  /// Reads what was left; false if that was too much, and the connection is of no further use.
  bool discard() {
    if (!there_ || read_) return true;
    return take(k_longest_discard, limit_ + k_most_discarded, [](char) {}) == End::reached;
  }

 private:
  enum class End { reached, too_much, too_slow };

  /// Gives each byte that is left to `use`. A client that trickles is left when its time is over: the time is
  /// looked at whenever the next byte has not come yet.
  template <typename Use>
  End take(std::chrono::seconds longest, std::size_t most, Use use) {
    const auto deadline = std::chrono::steady_clock::now() + longest;
    std::streambuf& in = *request_.stream().rdbuf();
    std::size_t taken = 0;
    try {
      for (int c = in.sbumpc(); c != std::char_traits<char>::eof(); c = in.sbumpc()) {
        if (++taken > most) return End::too_much;
        use(static_cast<char>(c));
        if (in.in_avail() <= 0 && std::chrono::steady_clock::now() > deadline) return End::too_slow;
      }
    } catch (const Poco::Exception&) {  // silent for too long, or gone
      return End::too_slow;
    }
    return End::reached;
  }

  HTTPServerRequest& request_;
  std::size_t limit_;
  bool there_;
  bool read_ = false;
};

void write_head(const Call& call, const Reply& reply, HTTPServerResponse& response) {
  response.setStatusAndReason(static_cast<Poco::Net::HTTPResponse::HTTPStatus>(reply.status),
                              reply.status >= 400
                                  ? std::string(title_of(reply.status))
                                  : Poco::Net::HTTPResponse::getReasonForStatus(
                                        static_cast<Poco::Net::HTTPResponse::HTTPStatus>(reply.status)));
  for (const auto& [name, value] : reply.headers) response.set(name, value);
  response.set("X-Request-Id", call.id);
  response.set("X-Content-Type-Options", "nosniff");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cache-Control", "no-store");
  if (!reply.media_type.empty()) response.setContentType(reply.media_type);
}

class Connection : public Poco::Net::HTTPRequestHandler {
 public:
  Connection(std::shared_ptr<const House> house, std::shared_ptr<Activity> activity, std::size_t limit,
             std::string id)
      : house_(std::move(house)), activity_(std::move(activity)), limit_(limit), id_(std::move(id)) {
    ++activity_->running;
  }
  ~Connection() override { --activity_->running; }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void handleRequest(HTTPServerRequest& request, HTTPServerResponse& response) override {
    const auto begin = std::chrono::steady_clock::now();
    Body body(request, limit_);
    Outcome outcome;
    RequestLine line;
    line.id = id_;
    line.method = loggable(request.getMethod());
    Call call{.id = id_,
              .method = request.getMethod(),
              .path = {},
              .parameters = {},
              .query = {},
              .header = [&request](const std::string& name) -> std::optional<std::string> {
                if (!request.has(name)) return std::nullopt;
                return request.get(name);
              },
              .body = [&body] { return body.read(); },
              .holder = std::nullopt};
    try {
      // Poco::URI would decode the path before it is split, and a path of two slashes would lose its first
      // segment to the host.
      const std::string& target = request.getURI();
      const std::size_t path_end = std::min(target.find_first_of("?#"), target.size());
      call.path = target.substr(0, path_end);
      Poco::URI query;
      if (path_end < target.size() && target[path_end] == '?') {
        query.setRawQuery(target.substr(path_end + 1, target.find('#') - path_end - 1));
      }
      call.query = query.getQueryParameters();
      outcome = answer(*house_, call);
    } catch (const Poco::SyntaxException&) {
      outcome.diagnostics.push_back(
          base::usage_fault("request-target", "the path is badly encoded", "check its percent signs"));
      outcome.reply = problem_reply(call, outcome.diagnostics);
    }
    line.pattern = outcome.pattern;
    line.holder = outcome.token;
    line.status = outcome.reply.status;
    try {
      if (!body.discard() || activity_->stopping) response.setKeepAlive(false);
      write_head(call, outcome.reply, response);
      line.bytes = request.getMethod() == "HEAD" ? 0 : outcome.reply.body.size();
      if (outcome.reply.media_type.empty()) {
        response.send();
      } else {
        response.sendBuffer(outcome.reply.body.data(), outcome.reply.body.size());
      }
    } catch (const Poco::Exception&) {
      line.cut_off = true;
      response.setKeepAlive(false);
    }
    line.time =
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
    log_request(line, outcome.diagnostics);
  }

 private:
  std::shared_ptr<const House> house_;
  std::shared_ptr<Activity> activity_;
  std::size_t limit_;
  std::string id_;
};

}  // namespace

ConnectionFactory::ConnectionFactory(std::shared_ptr<const House> house, std::shared_ptr<Activity> activity,
                                     std::size_t max_body_bytes)
    : house_(std::move(house)),
      activity_(std::move(activity)),
      max_body_bytes_(max_body_bytes),
      prefix_(fmt::format("{:08x}", std::random_device{}())) {}

Poco::Net::HTTPRequestHandler* ConnectionFactory::createRequestHandler(const HTTPServerRequest&) {
  // Poco owns what it is given here.
  return new Connection(house_, activity_, max_body_bytes_, fmt::format("{}-{}", prefix_, ++count_));
}

}  // namespace generator::service

#include "generator/store/token_store.h"

#include <fmt/format.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

#include "generator/base/digest.h"
#include "generator/store/audit_writer.h"
#include "generator/store/connections.h"

namespace generator::store {
namespace {

using Poco::Data::Session;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;
using Poco::Data::Keywords::useRef;

using Secret = std::array<unsigned char, 32>;
constexpr int k_longest_days = 3660;
constexpr std::size_t k_longest_label = 100;
/// Tokens are made and ended at the machine's own command line.
constexpr std::string_view k_local = "command line";

base::Result<Secret> random_secret() {
  Secret secret{};
  std::size_t filled = 0;
  while (filled < secret.size()) {
    const ssize_t n = ::getrandom(secret.data() + filled, secret.size() - filled, 0);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) {
      return base::failure({.code = "random-failed",
                            .place = {},
                            .what = "the system gives no random numbers",
                            .why = std::strerror(errno),  // NOLINT(concurrency-mt-unsafe)
                            .remedy = "try again",
                            .fault = base::Fault::machine});
    }
    filled += static_cast<std::size_t>(n);
  }
  return secret;
}

/// Base64url without padding (RFC 4648, section 5).
std::string base64url(const Secret& bytes) {
  constexpr std::string_view k_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::string text;
  unsigned held = 0;
  int bits = 0;
  for (const unsigned char byte : bytes) {
    held = (held << 8 | byte) & 0xFFFFu;
    for (bits += 8; bits >= 6; bits -= 6) text += k_digits[held >> (bits - 6) & 63u];
  }
  if (bits > 0) text += k_digits[held << (6 - bits) & 63u];
  return text;
}

Scopes parse_scopes(std::string_view text) {
  Scopes scopes;
  for (const Scope scope : {Scope::read, Scope::write, Scope::admin}) {
    if (text.find(name_of(scope)) != std::string_view::npos) scopes.insert(scope);
  }
  return scopes;
}

base::Diagnostics check_order(const std::string& label, const Scopes& scopes, std::optional<int> days) {
  base::Diagnostics faults;
  const bool control =
      std::ranges::any_of(label, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
  if (label.empty() || label.size() > k_longest_label || control) {
    faults.push_back(base::usage_fault(
        "token-label", fmt::format("a token's label has 1 to {} bytes on one line", k_longest_label),
        "name the person or the program that will hold the token"));
  }
  if (scopes.empty()) {
    faults.push_back(base::usage_fault("token-scopes", "a token without a scope can do nothing",
                                       "give it one or more of read, write, admin"));
  }
  if (days && (*days < 1 || *days > k_longest_days)) {
    faults.push_back(base::usage_fault("token-days",
                                       fmt::format("a token lasts 1 to {} days", k_longest_days),
                                       "give another number of days"));
  }
  return faults;
}

struct TokenColumns {
  std::vector<std::string> id, label, scopes, created;
  std::vector<Poco::Nullable<std::string>> expires, revoked;

  std::vector<TokenRecord> records() const {
    const auto optional = [](const Poco::Nullable<std::string>& value) {
      return value.isNull() ? std::nullopt : std::optional<std::string>(value.value());
    };
    std::vector<TokenRecord> records;
    for (std::size_t i = 0; i < id.size(); ++i) {
      records.push_back(
          {id[i], label[i], parse_scopes(scopes[i]), created[i], optional(expires[i]), optional(revoked[i])});
    }
    return records;
  }
};

}  // namespace

std::string_view name_of(Scope scope) {
  switch (scope) {
    case Scope::read: return "read";
    case Scope::write: return "write";
    case Scope::admin: return "admin";
  }
  return "read";
}

std::optional<Scope> parse_scope(std::string_view name) {
  for (const Scope scope : {Scope::read, Scope::write, Scope::admin}) {
    if (name_of(scope) == name) return scope;
  }
  return std::nullopt;
}

std::string to_text(const Scopes& scopes) {
  std::string text;
  for (const Scope scope : scopes) text += (text.empty() ? "" : " ") + std::string(name_of(scope));
  return text;
}

base::Result<NewToken> TokenStore::create(const std::string& label, const Scopes& scopes,
                                          std::optional<int> days) {
  if (base::Diagnostics faults = check_order(label, scopes, days); !faults.empty()) {
    return tl::unexpected(std::move(faults));
  }
  const base::Result<Secret> secret = random_secret();
  if (!secret) return tl::unexpected(secret.error());
  NewToken token{.secret = base64url(*secret), .record = {}};
  const std::string hash = base::sha256_hex(token.secret);
  const auto created = database_->now();
  token.record = {.id = hash.substr(0, 8),
                  .label = label,
                  .scopes = scopes,
                  .created = to_text(created),
                  .expires = std::nullopt,
                  .revoked = std::nullopt};
  if (days) token.record.expires = to_text(created + std::chrono::days(*days));
  return database_->connections().write([&](Session& session) -> base::Result<NewToken> {
    const TokenRecord& record = token.record;
    const std::string names = to_text(scopes);
    Poco::Nullable<std::string> expires =  // not const: Poco binds a const one as a string
        record.expires ? Poco::Nullable<std::string>(*record.expires) : Poco::Nullable<std::string>();
    session << "INSERT INTO tokens (id, hash, label, scopes, created, expires) VALUES (?, ?, ?, ?, ?, ?)",
        useRef(record.id), useRef(hash), useRef(label), useRef(names), useRef(record.created),
        useRef(expires), now;
    write_audit(session, {record.created, std::string(k_local), "token.create", record.id});
    return token;
  });
}

base::Result<std::optional<TokenRecord>> TokenStore::authenticate(std::string_view secret) const {
  const std::string hash = base::sha256_hex(secret);
  const std::string time = to_text(database_->now());
  return database_->connections().read([&](Session& session) -> base::Result<std::optional<TokenRecord>> {
    TokenColumns columns;
    session << "SELECT id, label, scopes, created, expires, revoked FROM tokens WHERE hash = ?"
               " AND revoked IS NULL AND (expires IS NULL OR expires > ?)",
        useRef(hash), useRef(time), into(columns.id), into(columns.label), into(columns.scopes),
        into(columns.created), into(columns.expires), into(columns.revoked), now;
    std::vector<TokenRecord> records = columns.records();
    if (records.empty()) return std::nullopt;
    return std::move(records.front());
  });
}

base::Result<std::vector<TokenRecord>> TokenStore::list() const {
  return database_->connections().read([](Session& session) -> base::Result<std::vector<TokenRecord>> {
    TokenColumns columns;
    session << "SELECT id, label, scopes, created, expires, revoked FROM tokens ORDER BY created, rowid",
        into(columns.id), into(columns.label), into(columns.scopes), into(columns.created),
        into(columns.expires), into(columns.revoked), now;
    return columns.records();
  });
}

base::Result<void> TokenStore::revoke(const std::string& id) {
  return database_->connections().write([&](Session& session) -> base::Result<void> {
    const std::string time = to_text(database_->now());
    int known = 0;
    session << "SELECT count(*) FROM tokens WHERE id = ?", useRef(id), into(known), now;
    if (known == 0) {
      return base::failure(base::usage_fault("token-missing", fmt::format("there is no token \"{}\"", id),
                                             "look at the list of tokens (consilium token list)"));
    }
    // A second revocation does not move the first one's time.
    session << "UPDATE tokens SET revoked = coalesce(revoked, ?) WHERE id = ?", useRef(time), useRef(id), now;
    write_audit(session, {time, std::string(k_local), "token.revoke", id});
    return {};
  });
}

}  // namespace generator::store

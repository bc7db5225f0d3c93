// Bearer tokens (RFC 6750): 32 random bytes in base64url, shown once when they are made. The database holds
// their SHA-256 only; with 256 bits of chance in a token, a slow hash would protect nothing more.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/store/database.h"

namespace generator::store {

/// What a token may do. None includes another: a form that only hands in cases needs no right to read any.
enum class Scope { read, write, admin };
std::string_view name_of(Scope scope);
std::optional<Scope> parse_scope(std::string_view name);
using Scopes = std::set<Scope>;

/// "read write", in this order.
std::string to_text(const Scopes& scopes);

/// What is known of a token, without the token.
struct TokenRecord {
  std::string id;  ///< eight hexadecimal digits; names the token to people
  std::string label;
  Scopes scopes;
  std::string created;                 ///< UTC, RFC 3339
  std::optional<std::string> expires;  ///< the first moment at which it no longer works
  std::optional<std::string> revoked;

  /// What revisions and the audit call its holder: "label (id)".
  std::string holder() const { return label + " (" + id + ")"; }
};

/// A token at the only moment at which anybody sees it.
struct NewToken {
  std::string secret;
  TokenRecord record;
};

/// Thread-safe. All functions may also fail as the database may.
class TokenStore {
 public:
  explicit TokenStore(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  /// Makes a token. `days` counts from now; none means that it does not expire. Errors (usage): token-label
  /// (empty, over 100 bytes, or with control characters), token-scopes (none), token-days (below 1 or over
  /// 3660).
  base::Result<NewToken> create(const std::string& label, const Scopes& scopes,
                                std::optional<int> days = std::nullopt);

  /// Whose token that is; nullopt if nobody's, expired or revoked.
  base::Result<std::optional<TokenRecord>> authenticate(std::string_view secret) const;

  /// All tokens, oldest first.
  base::Result<std::vector<TokenRecord>> list() const;

  /// Ends a token from now on. Error (usage): token-missing.
  base::Result<void> revoke(const std::string& id);

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace generator::store

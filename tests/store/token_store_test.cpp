#include "generator/store/token_store.h"

#include <catch2/catch.hpp>
#include <set>

#include "generator/base/digest.h"
#include "generator/base/file.h"
#include "generator/store/audit_log.h"
#include "tests/store/scratch.h"

using generator::store::AuditLog;
using generator::store::Scope;
using generator::store::TokenStore;
using store_test::code_of;
using store_test::Scratch;

TEST_CASE("a token is 32 random bytes in base64url, and only its hash is on the disk") {
  const Scratch scratch;
  const auto database = store_test::open(scratch.file());
  TokenStore tokens(database);
  std::set<std::string> secrets;
  for (int i = 0; i < 5; ++i) {
    const auto made = tokens.create("desk", {Scope::write, Scope::read});
    REQUIRE(made);
    CHECK(made->secret.size() == 43);
    CHECK(made->secret.find_first_not_of(
              "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") == std::string::npos);
    secrets.insert(made->secret);
  }
  CHECK(secrets.size() == 5);
  REQUIRE(database->checkpoint());
  const auto bytes = generator::base::read_file(scratch.file());
  REQUIRE(bytes);
  const std::string& one = *secrets.begin();
  CHECK(bytes->find(one) == std::string::npos);
  CHECK(bytes->find(generator::base::sha256_hex(one)) != std::string::npos);

  const auto known = tokens.authenticate(one);
  REQUIRE(known);
  REQUIRE(known->has_value());
  CHECK((*known)->label == "desk");
  CHECK((*known)->scopes == generator::store::Scopes{Scope::read, Scope::write});
  CHECK_FALSE(tokens.authenticate(one + "x")->has_value());
  CHECK_FALSE(tokens.authenticate("")->has_value());
  CHECK_FALSE(tokens.authenticate(generator::base::sha256_hex(one))->has_value());
}

TEST_CASE("a token ends when it expires, to the second, and when it is revoked") {
  const Scratch scratch;
  auto time = store_test::k_noon;
  const auto database = store_test::open(scratch.file(), [&time] { return time; });
  TokenStore tokens(database);
  const auto brief = tokens.create("brief", {Scope::read}, 1);
  const auto lasting = tokens.create("lasting", {Scope::admin});
  REQUIRE(brief);
  REQUIRE(lasting);
  CHECK(brief->record.expires == "2026-11-23T12:00:00Z");
  time += std::chrono::hours(24) - std::chrono::seconds(1);
  CHECK(tokens.authenticate(brief->secret)->has_value());
  time += std::chrono::seconds(1);
  CHECK_FALSE(tokens.authenticate(brief->secret)->has_value());

  CHECK(tokens.authenticate(lasting->secret)->has_value());
  REQUIRE(tokens.revoke(lasting->record.id));
  CHECK_FALSE(tokens.authenticate(lasting->secret)->has_value());
  CHECK(code_of(tokens.revoke("00000000x")) == "token-missing");

  const auto all = tokens.list();
  REQUIRE(all);
  REQUIRE(all->size() == 2);
  CHECK((*all)[0].label == "brief");
  CHECK_FALSE((*all)[0].revoked);
  CHECK((*all)[1].revoked == "2026-11-23T12:00:00Z");
  CHECK_FALSE((*all)[1].expires);
  const auto lines = AuditLog(database).lines(lasting->record.id);
  REQUIRE(lines);
  REQUIRE(lines->size() == 2);
  CHECK((*lines)[0].what == "token.create");
  CHECK((*lines)[1].what == "token.revoke");
}

TEST_CASE("everything wrong with an order for a token is said at once") {
  const Scratch scratch;
  TokenStore tokens(store_test::open(scratch.file()));
  const auto refused = tokens.create("two\nlines", {}, 0);
  REQUIRE_FALSE(refused);
  REQUIRE(refused.error().size() == 3);
  CHECK(refused.error()[0].code == "token-label");
  CHECK(refused.error()[1].code == "token-scopes");
  CHECK(refused.error()[2].code == "token-days");
  CHECK(tokens.list()->empty());
}

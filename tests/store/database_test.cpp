#include "generator/store/database.h"

#include <Poco/Data/SQLite/Connector.h>
#include <Poco/Data/Session.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <thread>

#include "generator/base/file.h"
#include "generator/store/case_store.h"
#include "generator/store/connections.h"
#include "generator/store/migrations.h"
#include "generator/store/report_store.h"
#include "tests/store/scratch.h"

using generator::store::Action;
using generator::store::all_migrations;
using generator::store::CaseStore;
using generator::store::Database;
using generator::store::Expected;
using generator::store::migrate;
using generator::store::Migration;
using Poco::Data::Keywords::into;
using Poco::Data::Keywords::now;
using store_test::code_of;
using store_test::Scratch;

namespace {

Poco::Data::Session raw_session(const std::filesystem::path& file) {
  Poco::Data::SQLite::Connector::registerConnector();
  return Poco::Data::Session(Poco::Data::SQLite::Connector::KEY, file.string());
}

int number(Poco::Data::Session& session, const std::string& question) {
  int value = -1;
  session << question, into(value), now;
  return value;
}

constexpr const char* k_child_file = "CONSILIUM_TEST_CHILD_DATABASE";
constexpr int k_acknowledged = 20;

}  // namespace

TEST_CASE("an old database is brought up to date with what it holds") {
  const Scratch scratch;
  Poco::Data::Session session = raw_session(scratch.file());
  REQUIRE(migrate(session, all_migrations().first(1), scratch.file()));
  CHECK(number(session, "PRAGMA user_version") == 1);
  session << "INSERT INTO cases (id, revision) VALUES ('old', 1)", now;
  session << "INSERT INTO revisions VALUES ('old', 1, 'put', 't', 'w', 'd', 3, x'616263')", now;
  const auto database = store_test::open(scratch.file());
  CHECK(CaseStore(database).current("old")->text == "abc");
  CHECK(number(session, "PRAGMA user_version") == all_migrations().back().version);
}

TEST_CASE("a report that was kept before reports could say what changed is still served") {
  const Scratch scratch;
  Poco::Data::Session session = raw_session(scratch.file());
  REQUIRE(migrate(session, all_migrations().first(2), scratch.file()));
  session << "INSERT INTO cases (id, revision) VALUES ('old', 1)", now;
  session << "INSERT INTO revisions VALUES ('old', 1, 'put', 't', 'w', 'd', 3, x'616263')", now;
  session << "INSERT INTO contents VALUES ('digest', x'616263')", now;
  session << "INSERT INTO reports VALUES ('old', 1, 'one-page', 'en', 'html', 'a4', 'e', 'digest', 't')", now;
  const auto database = store_test::open(scratch.file());
  generator::store::ReportKey key{.case_id = "old",
                                  .revision = 1,
                                  .document = "one-page",
                                  .language = "en",
                                  .format = "html",
                                  .page = "a4",
                                  .edition = "e"};
  const generator::store::ReportStore reports(database);
  const auto kept = reports.find(key);
  REQUIRE(kept);
  REQUIRE(*kept);
  CHECK((*kept)->bytes == "abc");
  key.since = 1;
  CHECK_FALSE(reports.find(key)->has_value());
}

TEST_CASE("reports that were kept before releases were told apart stay for ever if their case is released") {
  const Scratch scratch;
  Poco::Data::Session session = raw_session(scratch.file());
  REQUIRE(migrate(session, all_migrations().first(3), scratch.file()));
  for (const auto& [id, text] : {std::pair{"draft", R"({"release": {"state": "draft"}})"},
                                 std::pair{"released", R"({"release": {"by": "A", "state": "released"}})"},
                                 std::pair{"no-json", "released"}, std::pair{"older", "{}"}}) {
    std::string name(id);
    std::string content(text);
    session << "INSERT INTO cases (id, revision) VALUES (?, 1)", Poco::Data::Keywords::use(name), now;
    session << "INSERT INTO revisions VALUES (?, 1, 'put', 't', 'w', 'd', 3, CAST(? AS BLOB))",
        Poco::Data::Keywords::use(name), Poco::Data::Keywords::use(content), now;
    for (std::string edition : {"e1", "e2"}) {
      std::string bytes = name + " by " + edition;
      session << "INSERT INTO contents VALUES (?, CAST(? AS BLOB))", Poco::Data::Keywords::use(bytes),
          Poco::Data::Keywords::use(bytes), now;
      session << "INSERT INTO reports VALUES (?, 1, 0, 'one-page', 'en', 'html', 'a4', ?, ?, 't')",
          Poco::Data::Keywords::use(name), Poco::Data::Keywords::use(edition),
          Poco::Data::Keywords::use(bytes), now;
    }
  }
  const generator::store::ReportStore reports(store_test::open(scratch.file()));
  const auto found = [&reports](const std::string& id, const std::string& edition) {
    const auto report = reports.find({id, 1, "one-page", "en", "html", "a4", edition});
    REQUIRE(report);
    return *report ? (*report)->bytes : std::string();
  };
  for (const char* edition : {"e1", "e2", "e3"}) CHECK(found("released", edition) == "released by e1");
  for (const char* id : {"draft", "no-json", "older"}) {
    CHECK(found(id, "e2") == std::string(id) + " by e2");
    CHECK(found(id, "e3").empty());
  }
}

TEST_CASE("migrations are numbered from 1 without a gap") {
  int expected = 1;
  for (const Migration& migration : all_migrations()) CHECK(migration.version == expected++);
}

TEST_CASE("a migration that fails leaves the database as it was") {
  const Scratch scratch;
  Poco::Data::Session session = raw_session(scratch.file());
  REQUIRE(migrate(session, all_migrations().first(1), scratch.file()));
  const std::vector<Migration> broken = {
      {1, {}}, {2, {"CREATE TABLE half (a TEXT)", "INSERT INTO nowhere VALUES (1)"}}};
  CHECK_THROWS_AS(migrate(session, broken, scratch.file()), Poco::Exception);
  CHECK(number(session, "PRAGMA user_version") == 1);
  CHECK(number(session, "SELECT count(*) FROM sqlite_schema WHERE name = 'half'") == 0);
}

TEST_CASE("a database of a later version is refused") {
  const Scratch scratch;
  store_test::open(scratch.file());
  {
    Poco::Data::Session session = raw_session(scratch.file());
    session << "PRAGMA user_version = 99", now;
  }
  const auto refused = Database::open(scratch.file());
  REQUIRE_FALSE(refused);
  CHECK(refused.error().front().code == "database-newer");
  CHECK(refused.error().front().fault == generator::base::Fault::machine);
  CHECK(refused.error().front().what.find("99") != std::string::npos);
}

TEST_CASE("files of others are refused and left alone") {
  const Scratch scratch;
  SECTION("another program's database") {
    {
      Poco::Data::Session session = raw_session(scratch.file());
      session << "CREATE TABLE theirs (a TEXT)", now;
    }
    const auto before = generator::base::read_file(scratch.file());
    CHECK(code_of(Database::open(scratch.file())) == "database-foreign");
    CHECK(generator::base::read_file(scratch.file()) == before);
  }
  SECTION("no database at all") {
    REQUIRE(generator::base::write_file(scratch.file(), "{ \"format\": \"consilium/case/1\" }"));
    CHECK(code_of(Database::open(scratch.file())) == "database-foreign");
  }
  SECTION("a folder that is not there") {
    CHECK(code_of(Database::open(scratch.file("missing") / "x.db")) == "database-unusable");
  }
}

TEST_CASE("a damaged file is said to be damaged") {
  const Scratch scratch;
  {
    const auto database = store_test::open(scratch.file());
    CaseStore cases(database);
    REQUIRE(cases.save("c", std::string(20000, 'x'), Action::put, "a", Expected::absent()));
    REQUIRE(database->checkpoint());
  }
  auto bytes = generator::base::read_file(scratch.file());
  REQUIRE(bytes);
  for (std::size_t i = 100; i < bytes->size(); ++i) (*bytes)[i] = '\x5A';
  REQUIRE(generator::base::write_file(scratch.file(), *bytes));
  CHECK(code_of(Database::open(scratch.file())) == "database-corrupt");
}

TEST_CASE("connections sync every commit and hold to their references; the file is its owner's") {
  const Scratch scratch;
  const auto database = store_test::open(scratch.file());
  const auto checked =
      database->connections().read([](Poco::Data::Session& session) -> generator::base::Result<void> {
        CHECK(number(session, "PRAGMA synchronous") == 2);
        CHECK(number(session, "PRAGMA foreign_keys") == 1);
        CHECK(number(session, "PRAGMA secure_delete") == 1);
        std::string mode;
        session << "PRAGMA journal_mode", into(mode), now;
        CHECK(mode == "wal");
        return {};
      });
  CHECK(checked);
  CHECK(database->check());
  CHECK((std::filesystem::status(scratch.file()).permissions() & std::filesystem::perms(0077)) ==
        std::filesystem::perms::none);
}

// Not run by itself: the next test starts this program again with it, and kills it.
TEST_CASE("child: writes revisions and says so, until it is killed", "[.child]") {
  const char* file = std::getenv(k_child_file);
  REQUIRE(file != nullptr);
  CaseStore cases(store_test::open(file));
  // Ends by itself even if nobody kills it.
  for (int i = 1; i <= 5000; ++i) {
    const auto saved = cases.save("c", "revision " + std::to_string(i), Action::put, "child",
                                  i == 1 ? Expected::absent() : Expected::at(i - 1));
    if (!saved || ::write(STDOUT_FILENO, "+", 1) != 1) return;
  }
}

TEST_CASE("what was acknowledged survives kill -9") {
  const Scratch scratch;
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  const std::string setting = std::string(k_child_file) + "=" + scratch.file().string();
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    char* const environment[] = {const_cast<char*>(setting.c_str()), nullptr};
    const char* const arguments[] = {"test_store", "[.child]", nullptr};
    ::execve("/proc/self/exe", const_cast<char* const*>(arguments), environment);
    ::_exit(127);
  }
  ::close(ends[1]);
  int acknowledged = 0;
  char byte = 0;
  while (acknowledged < k_acknowledged && ::read(ends[0], &byte, 1) == 1) acknowledged += byte == '+' ? 1 : 0;
  REQUIRE(::kill(child, SIGKILL) == 0);
  // The child may have acknowledged more before the signal came.
  while (::read(ends[0], &byte, 1) == 1) acknowledged += byte == '+' ? 1 : 0;
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
  REQUIRE(acknowledged >= k_acknowledged);

  CaseStore cases(store_test::open(scratch.file()));
  const auto current = cases.current("c");
  REQUIRE(current);
  CHECK(current->revision.number >= acknowledged);
  const auto revisions = cases.revisions("c");
  REQUIRE(revisions);
  CHECK(static_cast<int>(revisions->size()) == current->revision.number);
  CHECK(cases.at_revision("c", acknowledged)->text == "revision " + std::to_string(acknowledged));
}

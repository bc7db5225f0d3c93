// The tables, and how they came to be. Each change of them is one Migration with the next number; migrations
// that have been released are never edited. SQLite's user_version says which was the last one applied, its
// application_id that the file is ours.
#pragma once

#include <Poco/Data/Session.h>

#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"

namespace generator::store {

/// One step, from version - 1 to version: statements that run in this order.
struct Migration {
  int version;
  std::vector<std::string_view> statements;
};

/// "Cnsl", in the header of our files.
inline constexpr int k_application_id = 0x436E736C;

/// All steps, in their order, numbered from 1.
std::span<const Migration> all_migrations();

/// Brings a database from whatever version it has to that of the last migration, in one transaction; a step
/// that fails leaves the database as it was. Errors: database-foreign, database-newer. Throws what Poco
/// throws.
base::Result<void> migrate(Poco::Data::Session& session, std::span<const Migration> migrations,
                           const std::filesystem::path& file);

}  // namespace generator::store

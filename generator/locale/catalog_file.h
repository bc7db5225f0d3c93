// A locale's files as they were read: every message compiled, every fault kept with its place, so that a
// translator gets all of them at once. Catalog is made from a file without faults.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/base/json.h"
#include "generator/locale/catalog.h"
#include "generator/locale/message_pattern.h"
#include "generator/model/language.h"

namespace generator::locale {

struct CatalogEntry {
  std::string id;
  std::size_t name_offset = 0;   ///< of the id in the file
  std::size_t value_offset = 0;  ///< of the pattern in the file
  MessagePattern pattern;
};

struct CatalogFile {
  model::LanguageTag language;
  std::optional<base::JsonDocument> messages;  ///< nullopt if it could not be read
  std::optional<base::JsonDocument> glossary_text;
  std::vector<CatalogEntry> entries;  ///< sorted by id; those with a syntax error are left out
  std::vector<std::string> refused;   ///< ids of those, sorted
  std::vector<GlossaryTerm> glossary;
  std::vector<std::size_t> glossary_offsets;              ///< beside `glossary`
  std::optional<std::vector<std::string>> joined_before;  ///< what is written to a word without a space
  std::optional<LocaleState> state;
  base::Diagnostics diagnostics;  ///< of reading

  const CatalogEntry* find(std::string_view id) const;
};

/// Reads <folder>/<tag>/messages.json and glossary.json, and checks what one locale by itself can show:
/// syntax, plural categories, shape.
CatalogFile read_catalog_file(const std::filesystem::path& folder, const model::LanguageTag& language);

/// A question after the message of the reference that a mistyped id may have come from, with a space behind
/// it; empty if none is near.
std::string meant_id(std::string_view written, const CatalogFile& reference);

/// The locale of CLDR by which a language's figures, dates and names are written: its message
/// "formats.locale", if it has that. Finding: message-formats.
std::optional<model::LanguageTag> formats_locale(const CatalogFile& file, base::Diagnostics& findings);

/// What `file` lacks or has too much, compared with the reference: the file of model::LanguageTag().
base::Diagnostics check_against(const CatalogFile& reference, const CatalogFile& file);

/// What the reference lacks of the messages that are demanded, and arguments that these are never given.
/// `demanded` is sorted by id.
base::Diagnostics check_demanded(const CatalogFile& reference,
                                 std::span<const compare::MessageSpec> demanded);

/// Messages of the reference that nothing demands, but those of k_optional_messages.
base::Diagnostics check_unused(const CatalogFile& reference, std::span<const compare::MessageSpec> demanded);

/// Ids that <folder>/qqq.json does not explain, or explains for nothing.
base::Diagnostics check_explanations(const std::filesystem::path& folder, const CatalogFile& reference);

}  // namespace generator::locale

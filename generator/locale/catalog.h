// Language, last: message ids become sentences. A catalog is one locale's messages.json, all of whose
// patterns (ICU MessageFormat 1) were compiled and checked against the reference locale (en) when it was
// loaded: every key is there, with the same arguments, and every plural has the categories that its language
// needs (CLDR). The reference itself is held against the tables of messages (compare/message_spec.h) and the
// words that templates ask for. The check is made at every load, for a report too: it costs about two
// milliseconds, more for the first of a process, and a family never meets a hole.
//
// Text of the other direction is put between Unicode isolates (UAX #9: FSI ... PDI) where it enters a
// sentence, so a Latin name does not tear an Arabic line apart.
//
// Immutable after load; thread-safe.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/compare/message_spec.h"
#include "generator/compare/value.h"
#include "generator/locale/glossary.h"
#include "generator/locale/locale_state.h"
#include "generator/model/language.h"

namespace generator::locale {

class Catalog {
 public:
  /// Loads <folder>/<tag>/messages.json and glossary.json, which must hold every message that is `demanded`
  /// (sorted by id). Errors: locale-missing, message-missing, message-unknown, message-argument,
  /// message-plural, message-select, message-syntax, message-empty, message-formats, glossary-missing,
  /// glossary-unknown, glossary-shape, locale-state, and those of matching.json; all of a locale's at once.
  static base::Result<std::shared_ptr<const Catalog>> load(const std::filesystem::path& folder,
                                                           const model::LanguageTag& language,
                                                           std::span<const compare::MessageSpec> demanded);
  virtual ~Catalog() = default;

  virtual const model::LanguageTag& language() const = 0;
  /// Who wrote its words, and who has reviewed them; nullopt if the locale does not say.
  virtual const std::optional<LocaleState>& state() const = 0;
  /// Which of several texts in those languages its readers are given: the one in the catalog's own tag, else
  /// the nearest in region, else one in a language whose readers are served by this locale (matching.json),
  /// the first of those; nullopt if they read none of them.
  virtual std::optional<std::size_t> most_readable(std::span<const model::LanguageTag> languages) const = 0;
  /// The sentence. An unknown id or a missing argument is a bug in the caller and throws std::logic_error:
  /// ids are checked against the catalog when templates are loaded, never at a family's report.
  virtual std::string format(const compare::Message& message) const = 0;
  /// Ids of the messages that take no argument and begin with `prefix`, sorted.
  virtual std::vector<std::string> plain_ids(std::string_view prefix) const = 0;
  /// For the terms of glossary.json that a text uses, in the order of that file. The catalog must outlive it.
  virtual TermFinder term_finder() const = 0;
  /// All texts that the catalog can produce characters from: for the font check.
  virtual std::string all_text() const = 0;

  virtual std::string format(const model::Date& date) const = 0;
  virtual std::string format(const model::DurationRange& duration) const = 0;
  /// With the basis in words ("from ...", "up to ..."), rounded once to the currency's minor units.
  virtual std::string format(const model::MoneyRange& amount) const = 0;
  virtual std::string number(int value) const = 0;
  virtual std::string number(const model::Decimal& value) const = 0;
  virtual std::string country(std::string_view code) const = 0;
  /// A unit of price ("night"), if the locale has it (k_optional_messages); else the unit as it was written.
  virtual std::string unit(std::string_view unit) const = 0;
  virtual std::string language_name(const model::LanguageTag& language) const = 0;
  /// The display name of a currency with its code.
  virtual std::string currency_name(const model::Currency& currency) const = 0;
  /// "a, b and c"; "" for none.
  virtual std::string list(const std::vector<std::string>& items) const = 0;
  /// A proper name or code as it may stand in this language's text: isolated, if it holds text of the other
  /// direction.
  virtual std::string proper(std::string_view text) const = 0;
};

/// The locales that have a folder with messages.json under `folder`, sorted.
std::vector<model::LanguageTag> available_languages(const std::filesystem::path& folder);

/// Whether that very tag is one of them.
bool is_available(const std::filesystem::path& folder, const model::LanguageTag& language);

/// Everything wrong with every locale under `folder` (`consilium locales check`): what `load` refuses,
/// messages that nothing demands (message-unused), and ids without a note for translators in qqq.json
/// (message-unexplained, message-unknown).
base::Diagnostics check_locales(const std::filesystem::path& folder,
                                std::span<const compare::MessageSpec> demanded);

}  // namespace generator::locale

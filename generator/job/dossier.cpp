#include "generator/job/dossier.h"

#include <fmt/format.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "generator/compare/changes.h"
#include "generator/ingest/case_reader.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

base::Result<compare::Comparison> compare(const ReadCase& read, std::optional<model::Date> date,
                                          const model::Settings& settings, const compare::Lexicon& lexicon) {
  auto comparison = compare::compare_case(read.value, date, settings, lexicon);
  if (comparison) return comparison;
  for (base::Diagnostic& d : comparison.error()) {
    if (d.place.file.empty() && d.fault == base::Fault::input) d.place.file = read.name;
  }
  return comparison;
}

void add_sources(base::Diagnostics& notes, const LeakScan& secrets, const ReadCase& read) {
  if (const auto document = base::JsonDocument::parse(read.text, read.name))
    base::append(notes, secrets.find_sources(*document, read.value));
}

}  // namespace

base::Result<ReadCase> ReadCase::from_file(const fs::path& file, const model::Words& words) {
  auto text = ingest::read_case_text(file);
  if (!text) return tl::unexpected(std::move(text.error()));
  auto checked =
      ingest::read_case(*text, file.string(), ingest::Letters::beside_the_case, file.parent_path(), words);
  if (!checked) return tl::unexpected(std::move(checked.error()));
  return ReadCase{file.string(), std::move(*text), std::move(checked->value), std::move(checked->warnings)};
}

base::Result<ReadCase> ReadCase::from_text(std::string text, std::string name, const model::Words& words) {
  auto checked = ingest::read_case(text, name, ingest::Letters::only_inline, {}, words);
  if (!checked) return tl::unexpected(std::move(checked.error()));
  return ReadCase{std::move(name), std::move(text), std::move(checked->value), std::move(checked->warnings)};
}

base::Result<ReadCase> read_earlier(const fs::path& file, const ReadCase& now, const model::Words& words,
                                    std::optional<model::Date> date) {
  auto earlier = ReadCase::from_file(file, words);
  if (!earlier) return earlier;
  if (earlier->value.id != now.value.id) {
    return base::failure({.code = "since-other-case",
                          .place = {.file = earlier->name},
                          .what = fmt::format("this is the case \"{}\", and {} is the case \"{}\"",
                                              earlier->value.id, now.name, now.value.id),
                          .why = "what changed can be said of two revisions of one case only",
                          .remedy = "give an earlier revision of the same case"});
  }
  const auto then = model::report_date(earlier->value);
  const auto today = date ? date : model::report_date(now.value);
  if (then && today && model::certainly_before(*today, *then)) {
    return base::failure({.code = "since-later",
                          .place = {.file = earlier->name},
                          .what = fmt::format("this speaks on {}, and {} on {}, which is before it",
                                              then->to_string(), now.name, today->to_string()),
                          .why = "what is new would be told as what was, and the other way round",
                          .remedy = "give the earlier of the two with --since"});
  }
  return earlier;
}

/// Made once, with what was found in it.
struct Dossier::Json {
  std::once_flag made;
  std::string text;
  std::vector<Leak> leaks;
};

Dossier::Dossier(ReadCase now, std::optional<ReadCase> earlier, compare::Comparison comparison)
    : now_(std::move(now)),
      earlier_(std::move(earlier)),
      comparison_(std::move(comparison)),
      secrets_(now_.value, earlier_ ? &earlier_->value : nullptr),
      json_(std::make_unique<Json>()) {}
Dossier::~Dossier() = default;
Dossier::Dossier(Dossier&&) noexcept = default;
Dossier& Dossier::operator=(Dossier&&) noexcept = default;

base::Result<Dossier> Dossier::open(ReadCase now, std::optional<ReadCase> earlier,
                                    std::optional<model::Date> date, const model::Settings& settings,
                                    const compare::Lexicon& lexicon) {
  auto comparison = compare(now, date, settings, lexicon);
  if (!comparison) return tl::unexpected(std::move(comparison.error()));
  if (earlier) {
    const auto before = compare(*earlier, std::nullopt, settings, lexicon);
    if (!before) return tl::unexpected(before.error());
    comparison->changes =
        std::make_shared<const compare::Changes>(compare::changes_since(*before, *comparison));
  }
  return Dossier(std::move(now), std::move(earlier), std::move(*comparison));
}

base::Result<std::string_view> Dossier::json(std::string_view output) const {
  std::call_once(json_->made, [this] {
    json_->text = compare::to_json(comparison_);
    ScannedText text;
    text.add_json(json_->text);
    json_->leaks = secrets_.find(text);
  });
  if (!json_->leaks.empty()) return tl::unexpected(refuse_leaks(json_->leaks, output));
  return std::string_view(json_->text);
}

base::Diagnostics Dossier::explain(base::Diagnostics refusals) const {
  bool leaks = false;
  for (base::Diagnostic& d : refusals) {
    if (d.code != "leak") continue;
    leaks = true;
    if (d.place.file.empty()) d.place.file = now_.name;
  }
  if (!leaks) return refusals;
  add_sources(refusals, secrets_, now_);
  if (earlier_) add_sources(refusals, secrets_, *earlier_);
  return refusals;
}

}  // namespace generator::job

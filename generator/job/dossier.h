// A case, opened: the case as it was read, its comparison by the house's settings, the secrets that nothing
// of it may show, and, if it is to say what changed, the earlier revision. Reports and JSON are made of a
// Dossier and of nothing else (report_job.h), so that none can be made of a comparison whose case nobody
// searched for secrets, nor one that shows an earlier revision whose secrets nobody looks for.
//
// It is opened in one way, from a file or from text that was kept, and it alone explains its refusals: which
// file is meant, and where in it a secret stands. It owns all that it holds; the text that was read is kept,
// so that places, and the digests of a release, are of the very bytes that were compared.
//
// Immutable; any number of threads may use one. The JSON is made when it is first asked for, once.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "generator/base/diagnostics.h"
#include "generator/compare/comparison.h"
#include "generator/compare/lexicon.h"
#include "generator/job/leak_scan.h"
#include "generator/model/case.h"
#include "generator/model/settings.h"
#include "generator/model/words.h"

namespace generator::job {

/// One revision of a case, read.
struct ReadCase {
  std::string name = {};  ///< what diagnostics call it: its file, or "case"
  std::string text = {};  ///< as it was read; empty of a case that came from no text
  model::Case value;
  base::Diagnostics warnings = {};

  /// With the letters beside it. Errors: those of ingest::read_case_file.
  static base::Result<ReadCase> from_file(const std::filesystem::path& file, const model::Words& words = {});
  /// With the letters that stand in it, and no others. Errors: those of ingest::read_case.
  static base::Result<ReadCase> from_text(std::string text, std::string name, const model::Words& words = {});
};

/// An earlier revision that somebody names by its file. Errors: those of reading it; since-other-case, if the
/// two are not of one case; since-later, if it bears a later day than `now` does, or than `date`, which
/// overrides it.
base::Result<ReadCase> read_earlier(const std::filesystem::path& file, const ReadCase& now,
                                    const model::Words& words, std::optional<model::Date> date = {});

class Dossier {
 public:
  /// Compares the case on `date`, else on its own day; and says what changed since `earlier`, which is a
  /// revision of the same case, compared on its own day. Errors: those of compare::compare_case.
  static base::Result<Dossier> open(ReadCase now, std::optional<ReadCase> earlier,
                                    std::optional<model::Date> date, const model::Settings& settings,
                                    const compare::Lexicon& lexicon);
  ~Dossier();
  Dossier(Dossier&&) noexcept;
  Dossier& operator=(Dossier&&) noexcept;

  const ReadCase& now() const { return now_; }
  const ReadCase* earlier() const { return earlier_ ? &*earlier_ : nullptr; }
  const compare::Comparison& comparison() const { return comparison_; }
  const LeakScan& secrets() const { return secrets_; }
  bool is_released() const { return now_.value.release.state == model::ReleaseState::released; }

  /// The comparison as JSON; it lives as long as the dossier. Error: leak, of what `output` names ("the
  /// comparison").
  base::Result<std::string_view> json(std::string_view output) const;

  /// What was refused, as the one who has the case must hear it: a leak names the case's file, and is
  /// followed by every place of either revision that holds a secret outside of its field (leak-source).
  base::Diagnostics explain(base::Diagnostics refusals) const;

 private:
  struct Json;
  Dossier(ReadCase now, std::optional<ReadCase> earlier, compare::Comparison comparison);

  ReadCase now_;
  std::optional<ReadCase> earlier_;
  compare::Comparison comparison_;
  LeakScan secrets_;
  std::unique_ptr<Json> json_;
};

}  // namespace generator::job

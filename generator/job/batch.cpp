#include "generator/job/batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <span>
#include <utility>

#include "generator/base/digest.h"
#include "generator/base/file.h"
#include "generator/job/release_record.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

/// The ids that this run has taken, with the file that took them.
class TakenIds {
 public:
  /// The file that has the id already, if another does.
  std::optional<fs::path> take(const std::string& id, const fs::path& path) {
    const std::lock_guard lock(mutex_);
    const auto [it, taken] = ids_.emplace(id, path);
    if (taken) return std::nullopt;
    return it->second;
  }

 private:
  std::mutex mutex_;
  std::map<std::string, fs::path> ids_;
};

/// Those that were asked for, else the family's. What a family reads and no report can be in is said, and so
/// is which locale was taken for a language of another tag.
base::Result<std::vector<model::LanguageTag>> languages_for(const model::Case& c, const ReportMaker& maker,
                                                            const BatchRequest& request,
                                                            CaseOutcome& outcome) {
  if (!request.languages.empty()) return request.languages;
  const base::Place place{.file = outcome.path.string()};
  std::vector<model::LanguageTag> languages;
  for (const auto& language : c.family.languages) {
    auto served = maker.locale_for(language);
    if (served) {
      if (*served != language) outcome.diagnostics.push_back(language_taken(language, *served, place));
      if (std::ranges::find(languages, *served) == languages.end()) languages.push_back(std::move(*served));
      continue;
    }
    if (served.error().front().code != "language-unknown") return tl::unexpected(std::move(served.error()));
    outcome.diagnostics.push_back(
        {.code = "language-not-written",
         .place = place,
         .what = fmt::format("the family reads \"{}\", and there is no report in that language yet",
                             language.text()),
         .why = "",
         .remedy = "let a person translate the report, or add the language (docs/adding-a-language.md)",
         .severity = base::Severity::note});
  }
  if (languages.empty()) languages.emplace_back();
  return languages;
}

/// Those of the formats that the document can be had in; the others are said, and keep no file of it from
/// being made.
std::vector<Format> formats_for(const std::string& document, const ReportMaker& maker,
                                const BatchRequest& request, CaseOutcome& outcome) {
  std::vector<Format> formats;
  base::Diagnostics refused;
  for (const Format format : request.formats) {
    if (auto can = maker.has_form(document, format)) {
      formats.push_back(format);
    } else {
      base::append(refused, std::move(can.error()));
    }
  }
  for (base::Diagnostic& d : refused) {
    if (d.place.file.empty()) d.place.file = outcome.path.string();
    if (!formats.empty()) d.fault = base::Fault::input;  // the rest is done
  }
  base::append(outcome.diagnostics, std::move(refused));
  return formats;
}

/// That a document has no reader: it is written to each hospital, and there is none.
base::Diagnostic for_nobody(const std::string& document, const fs::path& path) {
  return {.code = "document-for-nobody",
          .place = {.file = path.string()},
          .what = fmt::format("\"{}\" was not written: it goes to each hospital, and the case names none",
                              document),
          .why = "",
          .remedy = "name the hospitals in the case, or leave the document out",
          .severity = base::Severity::note};
}

/// "family-comparison.ar.pdf", "clarification-questions.center-a.ar+en.pdf".
std::string file_name(const ReportRequest& request) {
  return fmt::format("{}.{}.{}", document_name(request), language_name(request), name_of(request.format));
}

/// Writes the files of one case, and keeps the record of those that are released.
class CaseFiles {
 public:
  CaseFiles(fs::path folder, const BatchRequest& request, const LoadedHouse& house, const Dossier& dossier,
            CaseOutcome& outcome)
      : folder_(std::move(folder)), batch_(request), house_(house), dossier_(dossier), outcome_(outcome) {}

  /// Nothing is written if it cannot be known what was released before.
  void write(const std::vector<MadeReport>& reports, std::span<const Format> formats,
             const ReportRequest& request) {
    if (!opened_) opened_ = open();
    if (auto& ready = *opened_; !ready) {
      base::append(outcome_.diagnostics, std::exchange(ready.error(), {}));
      return;
    }
    for (std::size_t i = 0; i < reports.size(); ++i) {
      ReportRequest one = request;
      one.format = formats[i];
      if (auto done = write(reports[i], one); !done)
        base::append(outcome_.diagnostics, std::move(done.error()));
    }
  }

  /// The record goes last: it claims only what is there.
  void close() {
    if (!changed_) return;
    if (auto done = write_release(folder_, record_); !done)
      base::append(outcome_.diagnostics, std::move(done.error()));
  }

 private:
  base::Result<void> open() {
    // A program beside this one may write reports of the same case: the record is to list them all.
    auto lock = base::FolderLock::take(folder_);
    if (!lock) return tl::unexpected(std::move(lock.error()));
    lock_.emplace(std::move(*lock));
    auto record = load_release(folder_);
    if (!record) return tl::unexpected(std::move(record.error()));
    record_ = std::move(*record).value_or(ReleaseRecord{.case_id = dossier_.now().value.id, .files = {}});
    return {};
  }

  base::Result<void> write(const MadeReport& report, const ReportRequest& request) {
    const std::string name = file_name(request);
    fs::path path = folder_ / name;
    const ReleasedFile* const before = record_.find(name);
    const std::string digest =
        before != nullptr || dossier_.is_released() ? base::sha256_hex(report.bytes) : std::string();
    const bool same = before != nullptr && before->sha256 == digest;
    if (before != nullptr && !same) {
      if (!batch_.replace) {
        if (stays(*before, request, path)) return {};
        return base::failure({.code = "release-frozen",
                              .place = {.file = path.string()},
                              .what = fmt::format("{} released this file on {}, and it would become another",
                                                  before->by, before->on),
                              .why = "what was released stays as it is",
                              .remedy = "write to another folder, or say --replace to release it anew"});
      }
      // Out of the record first: were this to stop here, it would vouch for bytes that are gone.
      record_.remove(name);
      changed_ = true;
      if (auto done = write_release(folder_, record_); !done) return done;
    }
    if (auto done = base::write_file(path, report.bytes); !done) return done;
    outcome_.written.push_back(std::move(path));
    if (!dossier_.is_released() || same) return {};
    Parts parts = case_parts(dossier_);
    const auto fingerprint = house_.fingerprint();
    if (!fingerprint) return tl::unexpected(fingerprint.error());
    const Parts house = (*fingerprint)->parts(request);
    parts.insert(parts.end(), house.begin(), house.end());
    const Parts faces = face_parts(report);
    parts.insert(parts.end(), faces.begin(), faces.end());
    const model::Release& release = dossier_.now().value.release;
    record_.add({.name = name,
                 .sha256 = digest,
                 .by = release.by,
                 .on = release.on ? release.on->to_string() : std::string(),
                 .request = request,
                 .made_from = std::move(parts)});
    changed_ = true;
    return {};
  }

  /// Of the same case, what was released stays as it is, whatever the house has become; which is said.
  bool stays(const ReleasedFile& before, const ReportRequest& request, const fs::path& path) {
    if (!is_of_case(before, request, dossier_)) return false;
    const auto bytes = base::read_file(path);
    if (!bytes || base::sha256_hex(*bytes) != before.sha256) return false;
    outcome_.diagnostics.push_back(
        {.code = "release-kept",
         .place = {.file = path.string()},
         .what = fmt::format("{} released this file on {}, and it stays as it was", before.by, before.on),
         .why = "of the same case, the program or the house would make another one today",
         .remedy = "say --replace to release it anew",
         .severity = base::Severity::note});
    return true;
  }

  fs::path folder_;
  const BatchRequest& batch_;
  const LoadedHouse& house_;
  const Dossier& dossier_;
  CaseOutcome& outcome_;
  std::optional<base::Result<void>> opened_;
  std::optional<base::FolderLock> lock_;
  ReleaseRecord record_;
  bool changed_ = false;
};

void run_case(const ReportMaker& maker, const BatchRequest& request, TakenIds& taken, CaseOutcome& outcome) {
  const fs::path& path = outcome.path;
  auto read = maker.read_case_file(path);
  if (!read) {
    outcome.diagnostics = std::move(read.error());
    return;
  }
  outcome.diagnostics = read->warnings;
  if (const auto other = taken.take(read->value.id, path)) {
    outcome.diagnostics.push_back(
        {.code = "case-duplicate",
         .place = {.file = path.string()},
         .what = fmt::format("the case \"{}\" was already taken from {}", read->value.id, other->string()),
         .why = "its reports would overwrite those",
         .remedy = "give each case an id of its own"});
    return;
  }
  outcome.stage = "comparing";
  auto opened = maker.open(std::move(*read), {.date = request.date, .since = request.since});
  if (!opened) {
    base::append(outcome.diagnostics, std::move(opened.error()));
    return;
  }
  const Dossier dossier = std::move(*opened);
  const model::Case& c = dossier.now().value;
  CaseFiles files(request.out / c.id, request, maker.house(), dossier, outcome);
  const auto make = [&](const ReportRequest& one, std::span<const Format> formats) {
    outcome.stage = fmt::format("making {} in {}", document_name(one), language_name(one));
    auto made = maker.make_each(dossier, one, formats);
    if (made) {
      files.write(*made, formats, one);
      return;
    }
    for (base::Diagnostic& d : made.error()) {
      if (d.place.file.empty()) d.place.file = path.string();
    }
    base::append(outcome.diagnostics, std::move(made.error()));
  };
  const auto languages = languages_for(c, maker, request, outcome);
  if (!languages) {
    base::append(outcome.diagnostics, languages.error());
    return;
  }
  try {
    for (const std::string& document : request.documents) {
      const auto recipients = maker.recipients(dossier, document);
      if (!recipients) {
        base::append(outcome.diagnostics, recipients.error());
        continue;
      }
      const std::vector<Format> formats = formats_for(document, maker, request, outcome);
      if (formats.empty()) continue;
      if (recipients->empty()) outcome.diagnostics.push_back(for_nobody(document, path));
      for (const auto& language : *languages) {
        for (const std::string& hospital : *recipients) {
          make({.document = document,
                .hospital = hospital,
                .language = language,
                .beside = request.beside == language ? std::nullopt : request.beside,
                .format = Format::pdf,
                .page = request.page,
                .date = request.date,
                .text_order = request.text_order},
               formats);
        }
      }
    }
  } catch (...) {
    files.close();  // what is there already is released, and stays on record
    throw;
  }
  files.close();
  outcome.marked = !outcome.written.empty() && !dossier.is_released();
}

}  // namespace

void run_batch(const ReportMaker& maker, const BatchRequest& request, const Progress& progress) {
  TakenIds taken;
  for_each_case(
      request.cases, request.jobs, [&](CaseOutcome& outcome) { run_case(maker, request, taken, outcome); },
      progress);
}

}  // namespace generator::job

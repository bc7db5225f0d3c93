#include "generator/job/batch.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <map>
#include <mutex>
#include <thread>

#include "generator/base/file.h"
#include "generator/ingest/case_reader.h"

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

std::vector<model::LanguageTag> languages_for(const model::Case& c, const ReportMaker& maker,
                                              const BatchRequest& request) {
  if (!request.languages.empty()) return request.languages;
  const auto known = maker.languages();
  std::vector<model::LanguageTag> languages;
  for (const auto& language : c.family.languages) {
    if (std::ranges::find(known, language) != known.end()) languages.push_back(language);
  }
  if (languages.empty()) languages.emplace_back();
  return languages;
}

/// "family-comparison.ar.pdf", "clarification-questions.center-a.en.pdf".
std::string file_name(const ReportRequest& request, Format format) {
  return fmt::format("{}{}{}.{}.{}", request.document, request.hospital.empty() ? "" : ".", request.hospital,
                     request.language.text(), name_of(format));
}

CaseOutcome run_case(const ReportMaker& maker, const BatchRequest& request, const fs::path& path,
                     TakenIds& taken) {
  CaseOutcome outcome{path, {}, {}};
  auto read = ingest::read_case_file(path);
  if (!read) {
    outcome.diagnostics = std::move(read.error());
    return outcome;
  }
  outcome.diagnostics = std::move(read->warnings);
  const model::Case& c = read->value;
  if (const auto other = taken.take(c.id, path)) {
    outcome.diagnostics.push_back(
        {.code = "case-duplicate",
         .place = {.file = path.string()},
         .what = fmt::format("the case \"{}\" was already taken from {}", c.id, other->string()),
         .why = "its reports would overwrite those",
         .remedy = "give each case an id of its own"});
    return outcome;
  }
  const auto comparison = compare::compare_case(c, request.date);
  if (!comparison) {
    base::append(outcome.diagnostics, comparison.error());
    return outcome;
  }
  const auto recipients = maker.recipients(*comparison, request.document);
  if (!recipients) {
    base::append(outcome.diagnostics, recipients.error());
    return outcome;
  }
  const fs::path folder = request.out / c.id;
  for (const auto& language : languages_for(c, maker, request)) {
    for (const std::string& hospital : *recipients) {
      const ReportRequest one{.document = request.document,
                              .hospital = hospital,
                              .language = language,
                              .format = Format::pdf,
                              .page = request.page,
                              .date = request.date,
                              .text_order = request.text_order};
      auto files = maker.make_each(*comparison, one, request.formats);
      if (!files) {
        for (base::Diagnostic& d : files.error()) {
          if (d.place.file.empty()) d.place.file = path.string();
        }
        base::append(outcome.diagnostics, std::move(files.error()));
        continue;
      }
      for (std::size_t i = 0; i < files->size(); ++i) {
        fs::path file = folder / file_name(one, request.formats[i]);
        if (auto done = base::write_file(file, (*files)[i]); !done) {
          base::append(outcome.diagnostics, std::move(done.error()));
        } else {
          outcome.written.push_back(std::move(file));
        }
      }
    }
  }
  return outcome;
}

}  // namespace

void run_batch(const ReportMaker& maker, const BatchRequest& request, const Progress& progress) {
  TakenIds taken;
  std::atomic<std::size_t> next = 0;
  std::mutex reporting;
  std::size_t done = 0;
  const auto take_cases = [&] {
    for (std::size_t i = next++; i < request.cases.size(); i = next++) {
      const CaseOutcome outcome = run_case(maker, request, request.cases[i], taken);
      const std::lock_guard lock(reporting);
      progress(outcome, ++done);
    }
  };
  std::exception_ptr failure;
  const auto work = [&]() noexcept {
    try {
      take_cases();
    } catch (...) {  // a bug, or no memory: all threads end, and the caller's thread says so
      next = request.cases.size();
      const std::lock_guard lock(reporting);
      if (!failure) failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t count = std::min<std::size_t>(std::max(request.jobs, 1u), request.cases.size());
    for (std::size_t i = 1; i < count; ++i) threads.emplace_back(work);
    work();
  }
  if (failure) std::rethrow_exception(failure);
}

base::Result<std::vector<fs::path>> find_cases(const fs::path& folder, const fs::path& out) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return base::failure({.code = "file-missing",
                          .place = {.file = folder.string()},
                          .what = "there is no such folder",
                          .why = "",
                          .remedy = "give a folder that holds case files",
                          .fault = base::Fault::usage});
  }
  std::vector<fs::path> found;
  for (auto it =
           fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
       it != fs::recursive_directory_iterator(); it.increment(error)) {
    if (error) break;
    if (it->is_directory(error) && fs::equivalent(it->path(), out, error)) it.disable_recursion_pending();
    if (it->is_regular_file(error) && it->path().extension() == ".json") found.push_back(it->path());
  }
  if (error) {
    return base::failure({.code = "file-unreadable",
                          .place = {.file = folder.string()},
                          .what = "this folder cannot be read to its end",
                          .why = error.message(),
                          .remedy = "check its permissions",
                          .fault = base::Fault::machine});
  }
  std::ranges::sort(found);
  return found;
}

}  // namespace generator::job

#include "generator/job/case_loop.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <new>
#include <thread>
#include <typeinfo>

namespace generator::job {
namespace {

base::Diagnostic thrown_in(const CaseOutcome& outcome, std::string type) {
  return {.code = "internal",
          .place = {.file = outcome.path.string()},
          .what = fmt::format("the program failed in a way it did not expect, while {}", outcome.stage),
          .why = std::move(type),
          .remedy = "please report this; what was written before is whole, and other cases are not touched"};
}

base::Diagnostic memory_ended_in(const CaseOutcome& outcome) {
  return {.code = "out-of-memory",
          .place = {.file = outcome.path.string()},
          .what = fmt::format("there was not enough memory, while {}", outcome.stage),
          .why = "",
          .remedy = "try fewer jobs at once",
          .fault = base::Fault::machine};
}

CaseOutcome run_one(const std::filesystem::path& path, const CaseWork& work) {
  CaseOutcome outcome{path, {}, {}};
  try {
    work(outcome);
  } catch (const std::bad_alloc&) {
    outcome.diagnostics.push_back(memory_ended_in(outcome));
  } catch (const std::exception& exception) {
    outcome.diagnostics.push_back(thrown_in(outcome, typeid(exception).name()));
  } catch (...) {
    outcome.diagnostics.push_back(thrown_in(outcome, ""));
  }
  return outcome;
}

}  // namespace

void for_each_case(std::span<const std::filesystem::path> paths, unsigned jobs, const CaseWork& work,
                   const Progress& progress) {
  std::atomic<std::size_t> next = 0;
  std::mutex reporting;
  std::size_t done = 0;
  std::exception_ptr failure;
  const auto take_cases = [&]() noexcept {
    for (std::size_t i = next++; i < paths.size(); i = next++) {
      const CaseOutcome outcome = run_one(paths[i], work);
      const std::lock_guard lock(reporting);
      if (failure) return;
      try {
        progress(outcome, ++done);
      } catch (...) {  // the caller's own: all threads end, and its thread is told
        failure = std::current_exception();
        next = paths.size();
      }
    }
  };
  {
    std::vector<std::jthread> threads;
    const std::size_t count = std::min<std::size_t>(std::max(jobs, 1u), paths.size());
    for (std::size_t i = 1; i < count; ++i) threads.emplace_back(take_cases);
    take_cases();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace generator::job

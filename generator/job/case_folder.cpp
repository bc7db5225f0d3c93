#include "generator/job/case_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "generator/base/json_peek.h"
#include "generator/ingest/case_reader.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

/// What an operating system, an editor or a synchronising program leaves beside a person's files.
bool is_left_behind(const fs::path& name) {
  const std::string text = name.string();
  return text.starts_with('.') || text.starts_with("~$") || text == "__MACOSX";
}

base::Diagnostic passed_over(const fs::path& path, std::string why) {
  return {.code = "file-passed-over",
          .place = {.file = path.string()},
          .what = "this is not taken for a case",
          .why = std::move(why),
          .remedy = "give it to report by its name, if it is one",
          .severity = base::Severity::note};
}

/// Whether the one file's name is the other's with something added that is no part of a word, such as " (1)"
/// or " - Copy".
bool is_named_after(const fs::path& copy, const fs::path& original) {
  const std::string longer = copy.stem().string();
  const std::string shorter = original.stem().string();
  const std::size_t at = longer.find(shorter);
  if (copy.parent_path() != original.parent_path() || longer.size() <= shorter.size() ||
      at == std::string::npos)
    return false;
  constexpr std::string_view k_parts = " ()~[]";
  const std::size_t end = at + shorter.size();
  return (at == 0 || k_parts.find(longer[at - 1]) != std::string_view::npos) &&
         (end == longer.size() || k_parts.find(longer[end]) != std::string_view::npos);
}

/// Takes the files with one id apart: copies are passed over, and of others none is taken.
void settle_same_id(const std::vector<fs::path>& files, FoundCases& found) {
  std::vector<fs::path> originals;
  for (const fs::path& file : files) {
    const auto original =
        std::ranges::find_if(files, [&file](const fs::path& other) { return is_named_after(file, other); });
    if (original == files.end()) {
      originals.push_back(file);
    } else {
      found.passed_over.push_back(
          passed_over(file, fmt::format("it has the id and the name of {}, with something added",
                                        original->filename().string())));
    }
  }
  if (originals.size() == 1) {
    found.cases.push_back(originals.front());
    return;
  }
  for (std::size_t i = 0; i < originals.size(); ++i) {
    const fs::path& other = originals[i == 0 ? 1 : 0];
    found.refused.push_back({.code = "case-duplicate",
                             .place = {.file = originals[i].string()},
                             .what = fmt::format("{} has the same id", other.string()),
                             .why = "one's reports would overwrite the other's; none of them was taken",
                             .remedy = "give each case an id of its own, or take one out of the folder"});
  }
}

/// All *.json that may be cases, in their order.
base::Result<std::vector<fs::path>> json_files(const fs::path& folder, const fs::path& out,
                                               base::Diagnostics& notes) {
  std::vector<fs::path> files;
  std::error_code error;
  for (auto it =
           fs::recursive_directory_iterator(folder, fs::directory_options::skip_permission_denied, error);
       it != fs::recursive_directory_iterator(); it.increment(error)) {
    if (error) break;
    const fs::path& path = it->path();
    if (it->is_directory(error)) {
      if (fs::equivalent(path, out, error)) {
        it.disable_recursion_pending();
      } else if (is_left_behind(path.filename())) {
        it.disable_recursion_pending();
        notes.push_back(passed_over(path, "a folder of that name is a system's own"));
      }
      continue;
    }
    if (!it->is_regular_file(error) || path.extension() != ".json") continue;
    if (is_left_behind(path.filename())) {
      notes.push_back(passed_over(path, "a file of that name is left behind by a program"));
    } else if (path.filename() == "earlier.json") {
      notes.push_back(passed_over(path, "it is the earlier revision of the case beside it"));
    } else {
      files.push_back(path);
    }
  }
  if (error) {
    return base::failure({.code = "file-unreadable",
                          .place = {.file = folder.string()},
                          .what = "this folder cannot be read to its end",
                          .why = error.message(),
                          .remedy = "check its permissions",
                          .fault = base::Fault::machine});
  }
  std::ranges::sort(files);
  return files;
}

}  // namespace

base::Result<FoundCases> find_cases(const fs::path& folder, const fs::path& out) {
  std::error_code error;
  if (!fs::is_directory(folder, error)) {
    return base::failure({.code = "file-missing",
                          .place = {.file = folder.string()},
                          .what = "there is no such folder",
                          .why = "",
                          .remedy = "give a folder that holds case files",
                          .fault = base::Fault::usage});
  }
  FoundCases found;
  auto files = json_files(folder, out, found.passed_over);
  if (!files) return tl::unexpected(std::move(files.error()));
  std::map<std::string, std::vector<fs::path>> by_id;
  for (fs::path& file : *files) {
    const auto text = ingest::read_case_text(file);
    const auto id = text ? base::text_at_top(*text, "id") : std::nullopt;
    if (id) {
      by_id[*id].push_back(std::move(file));
    } else {
      found.cases.push_back(std::move(file));  // whoever reads it says what is wrong
    }
  }
  for (const auto& [id, same] : by_id) settle_same_id(same, found);
  std::ranges::sort(found.cases);
  base::sort_by_place(found.passed_over);
  base::sort_by_place(found.refused);
  return found;
}

}  // namespace generator::job

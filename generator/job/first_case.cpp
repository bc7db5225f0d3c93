#include "generator/job/first_case.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "generator/base/file.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_id = "\"first-case\"";  // as the case in docs/first-case calls itself

/// What the schema asks of an id (docs/case-format.md).
bool can_be_id(std::string_view name) {
  const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
  return !name.empty() && name.size() <= 64 && plain(name.front()) &&
         std::ranges::all_of(name, [&](char c) { return plain(c) || c == '.' || c == '-' || c == '_'; });
}

}  // namespace

base::Result<std::vector<fs::path>> start_case(const Resources& resources, const fs::path& folder) {
  const fs::path target = fs::absolute(folder / "").lexically_normal().parent_path();
  const std::string id = target.filename().string();
  if (!can_be_id(id)) {
    return base::failure(base::usage_fault("id-shape", fmt::format("\"{}\" cannot name a case", id),
                                           "choose a folder's name of 1 to 64 of a-z, 0-9, point, dash and "
                                           "underscore, a letter or digit first"));
  }
  const fs::path model = resources.root / "docs" / "first-case";
  auto text = base::read_file(model / "case.json");
  if (!text) {
    return base::failure({.code = "resources-missing",
                          .place = {.file = model.string()},
                          .what = "the case to begin with is not there",
                          .why = "",
                          .remedy = "give the folder of a checkout or an installation (--home)",
                          .fault = base::Fault::machine});
  }
  if (const auto at = text->find(k_id); at != std::string::npos)
    text->replace(at, k_id.size(), fmt::format("\"{}\"", id));

  // All is read before the first is written, and the case last: a folder with a case.json is whole.
  std::vector<std::pair<fs::path, std::string>> files = {{folder / "case.json", std::move(*text)}};
  std::error_code bad;
  for (const auto& letter : fs::directory_iterator(model / "letters", bad)) {
    auto words = base::read_file(letter.path());
    if (!words) return tl::unexpected(std::move(words.error()));
    files.emplace_back(folder / "letters" / letter.path().filename(), std::move(*words));
  }
  std::ranges::sort(files, {}, &std::pair<fs::path, std::string>::first);
  for (const auto& [file, content] : files) {
    if (!fs::exists(file, bad)) continue;
    return base::failure({.code = "case-exists",
                          .place = {.file = file.string()},
                          .what = "this file is there already",
                          .why = "nothing of yours is overwritten",
                          .remedy = "name a folder that does not exist yet"});
  }
  std::vector<fs::path> written;
  for (auto file = files.rbegin(); file != files.rend(); ++file) {
    if (auto done = base::write_file(file->first, file->second); !done)
      return tl::unexpected(std::move(done.error()));
    written.insert(written.begin(), file->first);
  }
  return written;
}

}  // namespace generator::job

#include "generator/job/house_fingerprint.h"

#include <fmt/format.h>
#include <unicode/uvernum.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <system_error>

#include "generator/base/digest.h"
#include "generator/base/file.h"
#include "generator/base/version.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_largest_file = 1u << 30;  // bytes; collections of CJK faces have a hundred megabytes

base::Result<std::vector<fs::path>> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
    if (it->is_regular_file(error)) files.push_back(it->path());
  }
  if (!error) return files;
  return base::failure({.code = "file-unreadable",
                        .place = {.file = folder.string()},
                        .what = "this folder cannot be read to its end",
                        .why = error.message(),
                        .remedy = "check its permissions",
                        .fault = base::Fault::machine});
}

/// A name of content that need not be proof against anybody: twenty times as fast as SHA-256, of megabytes.
base::Result<std::string> quick_digest(const fs::path& file) {
  const auto bytes = base::read_file(file, k_largest_file);
  if (!bytes) return tl::unexpected(bytes.error());
  std::string digits;
  for (const std::uint8_t byte : base::fingerprint(*bytes)) digits += fmt::format("{:02x}", byte);
  return digits;
}

constexpr std::string_view k_fonts = "fonts/fonts.json";
constexpr std::string_view k_theme = "templates/theme.json";

/// What is known of languages whatever the report's own is: their words, by which letters are read, how their
/// text is set, and which is taken for which. Not what one report's language alone says: its sentences.
bool is_of_all_languages(std::string_view file) {
  constexpr std::string_view k_of_one[] = {"messages.json", "glossary.json", "checklists.json", "state.json",
                                           "qqq.json"};
  return file.starts_with("locales/") &&
         std::ranges::find(k_of_one, file.substr(file.rfind('/') + 1)) == std::end(k_of_one);
}

/// Beside the folders of documents and partials.
bool is_setting(std::string_view file) {
  constexpr std::string_view k_folder = "templates/";
  return file.starts_with(k_folder) && file != k_theme &&
         file.find('/', k_folder.size()) == std::string_view::npos;
}

}  // namespace

base::Result<HouseFingerprint> HouseFingerprint::take(const Resources& resources) {
  HouseFingerprint house;
  std::vector<fs::path> all = {resources.root / k_fonts};
  for (const char* folder : {"templates", "locales"}) {
    const auto files = files_below(resources.root / folder);
    if (!files) return tl::unexpected(files.error());
    all.insert(all.end(), files->begin(), files->end());
  }
  for (const fs::path& file : all) {
    const auto bytes = base::read_file(file);
    if (!bytes) return tl::unexpected(bytes.error());
    house.files_.emplace(file.lexically_relative(resources.root).generic_string(), base::sha256_hex(*bytes));
  }
  return house;
}

Parts HouseFingerprint::parts(const ReportRequest& request) const {
  const std::string form = "templates/" + request.document + "/";
  const std::string catalog = "locales/" + request.language.text() + "/";
  const std::string second = request.beside ? "locales/" + request.beside->text() + "/" : catalog;
  Parts parts = {{"program", std::string(base::program_version())}, {"icu", U_ICU_VERSION}};
  const auto add = [&](std::string name, const std::function<bool(std::string_view file)>& belongs) {
    std::string lines;
    for (const auto& [file, digest] : files_) {
      if (belongs(file)) lines += fmt::format("{}  {}\n", digest, file);
    }
    parts.emplace_back(std::move(name), base::sha256_hex(lines));
  };
  const bool has_checklists = files_.contains(form + "checklists.json");
  add("template", [&](std::string_view file) {
    return file.starts_with(form) || file.starts_with("templates/partials/") ||
           (has_checklists && file.ends_with("/checklists.json"));
  });
  add("settings", is_setting);
  add("catalog",
      [&](std::string_view file) { return file.starts_with(catalog) || file.starts_with(second); });
  add("words", is_of_all_languages);
  add("theme", [](std::string_view file) { return file == k_theme; });
  add("fonts", [](std::string_view file) { return file == k_fonts; });
  return parts;
}

base::Result<std::string> HouseFingerprint::edition(const typeset::FontSet& fonts) const {
  const auto program = quick_digest("/proc/self/exe");
  if (!program) return tl::unexpected(program.error());
  std::string lines = fmt::format("{} {}\nicu {}\n", base::program_version(), *program, U_ICU_VERSION);
  for (const auto& [file, digest] : files_) lines += fmt::format("{}  {}\n", digest, file);
  std::map<std::string, std::string> faces;  // by the name of the file, for its folder does not matter
  for (const fs::path& file : fonts.files()) {
    auto digest = quick_digest(file);
    if (!digest) return tl::unexpected(std::move(digest.error()));
    faces.emplace(file.filename().string(), std::move(*digest));
  }
  for (const auto& [file, digest] : faces) lines += fmt::format("{}  {}\n", digest, file);
  return base::sha256_hex(lines);
}

}  // namespace generator::job

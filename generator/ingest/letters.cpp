#include "generator/ingest/letters.h"

#include <fmt/format.h>
#include <unicode/normalizer2.h>

#include <algorithm>

#include "generator/base/code_points.h"
#include "generator/base/file.h"
#include "generator/base/wording.h"

namespace generator::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t k_largest_letter = 2'000'000;  // bytes

bool is_utf8_text(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (base::next_code_point(text, i) <= 0) return false;
  }
  return true;
}

/// True if the path, as written, can only lead into the folder.
bool stays_inside(const fs::path& path) {
  return path.is_relative() && std::ranges::none_of(path, [](const fs::path& step) { return step == ".."; });
}

/// True if what the path leads to, over links too, lies in the folder.
bool lies_inside(const fs::path& path, const fs::path& folder) {
  std::error_code failed;
  const fs::path real = fs::canonical(path, failed);
  if (failed) return false;
  const fs::path home = fs::canonical(folder, failed);
  return !failed && std::mismatch(home.begin(), home.end(), real.begin(), real.end()).first == home.end();
}

std::string composed(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form_c = icu::Normalizer2::getNFCInstance(status);
  std::string result;
  if (U_SUCCESS(status)) form_c->normalize(icu::UnicodeString::fromUTF8(name), status).toUTF8String(result);
  return U_SUCCESS(status) ? result : name;
}

/// The path under the folder as it is spelled on the disk: a Mac writes "ä" of a file's name as two
/// characters, and who types the case as one. The name itself where nothing is spelled so.
fs::path on_disk(const fs::path& folder, const fs::path& name) {
  fs::path path = folder;
  for (const fs::path& step : name) {
    std::error_code failed;
    if (fs::exists(path / step, failed)) {
      path /= step;
      continue;
    }
    fs::path found = step;
    const fs::path parent = path.empty() ? fs::path(".") : path;
    for (const fs::directory_entry& entry : fs::directory_iterator(parent, failed)) {
      if (composed(entry.path().filename().string()) == composed(step.string()))
        found = entry.path().filename();
    }
    path /= found;
  }
  return path;
}

bool is_text_name(const fs::path& path) {
  const std::string extension = path.extension().string();
  return extension == ".txt" || extension == ".md" || extension.empty();
}

/// False if the letter was refused. One that is no text stays without its text.
bool read_letter(const JsonNode& node, model::Document& document, const fs::path& folder,
                 ValueReader& report) {
  const fs::path name(document.file);
  if (document.file.find('\0') != std::string::npos) return false;  // text-control says so
  if (!stays_inside(name)) {
    report.error(node, "letter-outside",
                 fmt::format("{} leads out of the case's folder", base::in_quotes(document.file)),
                 "a case may read only what lies beside it",
                 "put the letter into the case's folder and name it from there: \"letters/center-a.txt\"");
    return false;
  }
  const fs::path path = on_disk(folder, name);
  std::error_code failed;
  const fs::file_status status = fs::status(path, failed);
  if (status.type() == fs::file_type::not_found) {
    report.error(node, "letter-missing", fmt::format("there is no letter {}", base::in_quotes(document.file)),
                 "it is looked for in the folder of the case", "put it there, or take \"file\" out");
    return false;
  }
  if (!failed && !lies_inside(path, folder.empty() ? fs::path(".") : folder)) {
    report.error(node, "letter-outside",
                 fmt::format("{} is a link out of the case's folder", base::in_quotes(document.file)),
                 "a case may read only what lies beside it", "put the letter itself into the folder");
    return false;
  }
  const auto unreadable = [&](const std::string& why) {
    report.error(node, "letter-unreadable",
                 fmt::format("the letter {} cannot be read", base::in_quotes(document.file)), why,
                 "give a regular file of at most 2000000 bytes that you may read");
  };
  if (failed || status.type() != fs::file_type::regular) {
    unreadable(failed ? failed.message() : "it is not a regular file");
    return false;
  }
  if (!is_text_name(name)) return true;
  auto text = base::read_file(path, k_largest_letter);
  if (!text) {
    unreadable(text.error().front().why.empty() ? text.error().front().what : text.error().front().why);
    return false;
  }
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);  // some editors' byte order mark
  if (!is_utf8_text(*text)) {
    report.error(node, "letter-not-text",
                 fmt::format("the letter {} is not UTF-8 text", base::in_quotes(document.file)),
                 "its quotes could not be found", "save it as UTF-8 text");
    return false;
  }
  document.text = std::move(*text);
  return true;
}

}  // namespace

std::set<std::string> read_letters(const JsonNode& root, model::Case& c, Letters letters,
                                   const fs::path& folder, ValueReader& report) {
  std::set<std::string> refused;
  if (letters == Letters::only_inline) return refused;
  const auto& nodes = items_of(root.find("documents"));
  for (std::size_t i = 0; i < c.documents.size() && i < nodes.size(); ++i) {
    const JsonNode* file = nodes[i].find("file");
    if (file == nullptr || c.documents[i].file.empty() || c.documents[i].text) continue;
    if (!read_letter(*file, c.documents[i], folder, report)) refused.insert(c.documents[i].id);
  }
  return refused;
}

}  // namespace generator::ingest

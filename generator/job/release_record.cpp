#include "generator/job/release_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>

#include "generator/base/digest.h"
#include "generator/base/file.h"
#include "generator/base/json.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view k_release_format = "consilium/release/1";
constexpr std::string_view k_visual = "visual";
constexpr std::string_view k_logical = "logical";

std::string_view name_of(pdf::TextOrder order) {
  switch (order) {
    case pdf::TextOrder::visual: return k_visual;
    case pdf::TextOrder::logical: return k_logical;
  }
  return {};
}

/// Reads the members of a record, and remembers the first that is not as it should be.
class RecordReader {
 public:
  explicit RecordReader(const base::JsonDocument& document) : document_(document) {}

  std::string text(const base::JsonNode& node, std::string_view name) {
    const base::JsonNode* member = node.find(name);
    if (member != nullptr && member->kind == base::JsonKind::string) return member->text;
    refuse(node, fmt::format("\"{}\" is missing, or no text", name));
    return {};
  }

  const base::JsonNode& list(const base::JsonNode& node, std::string_view name, base::JsonKind kind) {
    static const base::JsonNode k_empty{};
    const base::JsonNode* member = node.find(name);
    if (member != nullptr && member->kind == kind) return *member;
    refuse(node, fmt::format("\"{}\" is missing, or of another kind", name));
    return k_empty;
  }

  void refuse(const base::JsonNode& node, std::string what) {
    if (!faults_.empty()) return;
    faults_.push_back({.code = "release-malformed",
                       .place = document_.place(node),
                       .what = std::move(what),
                       .why = "a record of what was released that cannot be read proves nothing",
                       .remedy = "bring back the record as it was written"});
  }

  base::Diagnostics take() { return std::move(faults_); }

 private:
  const base::JsonDocument& document_;
  base::Diagnostics faults_;
};

ReleasedFile read_file_entry(RecordReader& read, const base::JsonNode& node) {
  ReleasedFile file;
  file.name = read.text(node, "name");
  file.sha256 = read.text(node, "sha256");
  file.by = read.text(node, "released_by");
  file.on = read.text(node, "released_on");
  const base::JsonNode& request = read.list(node, "request", base::JsonKind::object);
  file.request.document = read.text(request, "document");
  const auto language = model::LanguageTag::parse(read.text(request, "language"));
  const auto format = parse_format(read.text(request, "format"));
  const auto page = parse_page(read.text(request, "page"));
  const base::JsonNode* second = request.find("beside");
  const auto beside = second == nullptr ? std::nullopt : model::LanguageTag::parse(second->text);
  const std::string order = read.text(request, "text_order");
  if (const base::JsonNode* hospital = request.find("hospital")) file.request.hospital = hospital->text;
  const base::JsonNode* date = request.find("date");
  const auto day = date == nullptr ? std::nullopt : model::Date::parse(date->text);
  if (!language || !format || !page || (order != k_visual && order != k_logical) ||
      (date != nullptr && !day) || (second != nullptr && !beside)) {
    read.refuse(request, "this is no request for a report");
    return file;
  }
  file.request.language = *language;
  file.request.beside = beside;
  file.request.format = *format;
  file.request.page = *page;
  file.request.date = day;
  file.request.text_order = order == k_visual ? pdf::TextOrder::visual : pdf::TextOrder::logical;
  for (const base::JsonMember& part : read.list(node, "made_from", base::JsonKind::object).members)
    file.made_from.emplace_back(part.name, part.value.text);
  return file;
}

}  // namespace

const ReleasedFile* ReleaseRecord::find(std::string_view name) const {
  const auto it = std::ranges::find(files, name, &ReleasedFile::name);
  return it == files.end() ? nullptr : &*it;
}

void ReleaseRecord::remove(std::string_view name) {
  std::erase_if(files, [name](const ReleasedFile& file) { return file.name == name; });
}

void ReleaseRecord::add(ReleasedFile file) {
  remove(file.name);
  files.insert(std::ranges::upper_bound(files, file.name, {}, &ReleasedFile::name), std::move(file));
}

base::Result<std::optional<ReleaseRecord>> load_release(const fs::path& folder) {
  const fs::path path = folder / k_release_file;
  std::error_code error;
  if (fs::symlink_status(path, error).type() == fs::file_type::not_found) return std::nullopt;
  auto text = base::read_file(path);
  if (!text) return tl::unexpected(std::move(text.error()));
  const auto document = base::JsonDocument::parse(std::move(*text), path.string());
  if (!document) return tl::unexpected(document.error());
  RecordReader read(*document);
  ReleaseRecord record;
  if (read.text(document->root(), "format") != k_release_format)
    read.refuse(document->root(), fmt::format("this is no \"{}\"", k_release_format));
  record.case_id = read.text(document->root(), "case");
  for (const base::JsonNode& node : read.list(document->root(), "files", base::JsonKind::array).items)
    record.add(read_file_entry(read, node));
  if (auto faults = read.take(); !faults.empty()) return tl::unexpected(std::move(faults));
  return record;
}

base::Result<void> write_release(const fs::path& folder, const ReleaseRecord& record) {
  const fs::path path = folder / k_release_file;
  if (record.files.empty()) {
    std::error_code error;
    fs::remove(path, error);
    if (!error) return {};
    return base::failure({.code = "file-unwritable",
                          .place = {.file = path.string()},
                          .what = "this file cannot be removed",
                          .why = error.message(),
                          .remedy = "check the permissions of its folder",
                          .fault = base::Fault::machine});
  }
  base::JsonWriter json;
  json.begin_object()
      .field("format", k_release_format)
      .field("case", record.case_id)
      .key("files")
      .begin_array();
  for (const ReleasedFile& file : record.files) {
    json.begin_object().field("name", file.name).field("sha256", file.sha256);
    json.field("released_by", file.by).field("released_on", file.on).key("request").begin_object();
    json.field("document", file.request.document).field("language", file.request.language.text());
    if (file.request.beside) json.field("beside", file.request.beside->text());
    json.field("format", job::name_of(file.request.format)).field("page", job::name_of(file.request.page));
    json.field("text_order", name_of(file.request.text_order));
    if (!file.request.hospital.empty()) json.field("hospital", file.request.hospital);
    if (file.request.date) json.field("date", file.request.date->to_string());
    json.end_object().key("made_from").begin_object();
    for (const auto& [part, digest] : file.made_from) json.field(part, digest);
    json.end_object().end_object();
  }
  json.end_array().end_object();
  return base::write_file(path, json.take());
}

Parts case_parts(const Dossier& dossier) {
  Parts parts;
  const auto add = [&parts](const std::string& of, const ReadCase& read) {
    std::string letters;
    for (const model::Document& letter : read.value.documents)
      letters += fmt::format("{}  {}\n", letter.text ? base::sha256_hex(*letter.text) : "-", letter.id);
    parts.emplace_back(of + "case", base::sha256_hex(read.text));
    parts.emplace_back(of + "letters", base::sha256_hex(letters));
  };
  add("", dossier.now());
  if (dossier.earlier() != nullptr) add("earlier ", *dossier.earlier());
  return parts;
}

bool is_of_case(const ReleasedFile& file, const ReportRequest& request, const Dossier& dossier) {
  const auto is_case = [](const Parts::value_type& part) {
    static constexpr std::array<std::string_view, 4> k_of_case = {"case", "letters", "earlier case",
                                                                  "earlier letters"};
    return std::ranges::find(k_of_case, part.first) != k_of_case.end();
  };
  Parts then;
  std::ranges::copy_if(file.made_from, std::back_inserter(then), is_case);
  Parts now = case_parts(dossier);
  std::ranges::sort(then);
  std::ranges::sort(now);
  return file.request == request && then == now;
}

Parts face_parts(const MadeReport& report) {
  Parts parts;
  for (const auto& [name, digest] : report.faces) parts.emplace_back("font " + name, digest);
  return parts;
}

}  // namespace generator::job

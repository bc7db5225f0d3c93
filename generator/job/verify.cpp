#include "generator/job/verify.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/base/digest.h"
#include "generator/base/file.h"
#include "generator/job/release_record.h"

namespace generator::job {
namespace {

namespace fs = std::filesystem;

struct Recorded {
  std::string case_id;
  ReleasedFile file;
  std::string bytes;
};

base::Result<Recorded> find_recorded(const fs::path& path) {
  auto bytes = base::read_file(path);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  const auto record = load_release(path.parent_path());
  if (!record) return tl::unexpected(record.error());
  if (!*record) {
    return base::failure(
        {.code = "release-missing",
         .place = {.file = path.string()},
         .what = fmt::format("there is no {} beside this file", k_release_file),
         .why = "a draft has none, and without the record nothing says what was released",
         .remedy = "if the report was released, put the record beside it, as it came with the report"});
  }
  const ReleasedFile* const file = (*record)->find(path.filename().string());
  if (file == nullptr) {
    return base::failure({.code = "release-unlisted",
                          .place = {.file = path.string()},
                          .what = fmt::format("{} lists no file of this name", k_release_file),
                          .why = "it is a draft, or was renamed, or was released elsewhere",
                          .remedy = "give it the name that it was released under"});
  }
  return Recorded{(*record)->case_id, *file, std::move(*bytes)};
}

base::Diagnostics compare_bytes(const Recorded& recorded, const fs::path& path) {
  if (base::sha256_hex(recorded.bytes) == recorded.file.sha256) return {};
  return {
      {.code = "release-file-changed",
       .place = {.file = path.string()},
       .what = fmt::format("this is not the file that {} released on {}", recorded.file.by, recorded.file.on),
       .why = "its SHA-256 is another",
       .remedy = "ask whoever released it for the file"}};
}

/// Names each part that one of the two has otherwise, or not at all.
void compare_parts(const Parts& then, const Parts& now, const fs::path& path, base::Diagnostics& findings) {
  const auto value = [](const Parts& parts, const std::string& name) {
    const auto it = std::ranges::find(parts, name, &Parts::value_type::first);
    return it == parts.end() ? std::string("none") : it->second;
  };
  const auto report = [&](const std::string& name) {
    findings.push_back({.code = "release-part-changed",
                        .place = {.file = path.string()},
                        .what = fmt::format("the {} is not what it was when this was released", name),
                        .why = fmt::format("then {}, now {}", value(then, name), value(now, name)),
                        .remedy = fmt::format("verify with the {} of that day", name)});
  };
  for (const auto& [name, was] : then) {
    if (value(now, name) != was) report(name);
  }
  for (const auto& [name, is] : now) {
    if (value(then, name) == "none") report(name);
  }
}

bool is_face(const Parts::value_type& part) {
  return part.first.starts_with("font ");
}

}  // namespace

base::Result<Verified> verify_file(const fs::path& file) {
  const auto recorded = find_recorded(file);
  if (!recorded) return tl::unexpected(recorded.error());
  if (auto changed = compare_bytes(*recorded, file); !changed.empty())
    return tl::unexpected(std::move(changed));
  return Verified{recorded->file.by, recorded->file.on};
}

base::Result<Verified> verify_again(const ReportMaker& maker, const fs::path& file, const fs::path& case_file,
                                    const std::optional<fs::path>& since) {
  const auto recorded = find_recorded(file);
  if (!recorded) return tl::unexpected(recorded.error());
  const ReleasedFile& released = recorded->file;
  base::Diagnostics findings = compare_bytes(*recorded, file);
  const auto refuse = [&findings](base::Diagnostics why) {
    base::append(findings, std::move(why));
    return tl::unexpected(std::move(findings));
  };
  auto read = maker.read_case_file(case_file);
  if (!read) return refuse(std::move(read.error()));
  if (read->value.id != recorded->case_id) {
    return refuse({{.code = "release-other-case",
                    .place = {.file = case_file.string()},
                    .what = fmt::format("this is the case \"{}\", and the file is of \"{}\"", read->value.id,
                                        recorded->case_id),
                    .why = "",
                    .remedy = "give the case that it was made from"}});
  }
  const auto dossier = maker.open(std::move(*read), {.date = released.request.date, .since = since});
  if (!dossier) return refuse(dossier.error());
  Parts now = case_parts(*dossier);
  const auto fingerprint = maker.house().fingerprint();
  if (!fingerprint) return refuse(fingerprint.error());
  const Parts house = (*fingerprint)->parts(released.request);
  now.insert(now.end(), house.begin(), house.end());
  Parts then;
  Parts then_faces;
  std::ranges::partition_copy(released.made_from, std::back_inserter(then_faces), std::back_inserter(then),
                              is_face);
  const std::size_t before = findings.size();
  compare_parts(then, now, file, findings);
  if (findings.size() > before) return tl::unexpected(std::move(findings));

  auto again = maker.make_each(*dossier, released.request, {&released.request.format, 1});
  if (!again) return refuse(std::move(again.error()));
  compare_parts(then_faces, face_parts(again->front()), file, findings);
  if (findings.size() == before && base::sha256_hex(again->front().bytes) != released.sha256) {
    findings.push_back({.code = "release-not-reproduced",
                        .place = {.file = file.string()},
                        .what = "made again from the same parts, the report has other bytes",
                        .why = "the program is another build, or its libraries are other ones",
                        .remedy = "verify with the program that made it"});
  }
  if (!findings.empty()) return tl::unexpected(std::move(findings));
  return Verified{released.by, released.on};
}

}  // namespace generator::job

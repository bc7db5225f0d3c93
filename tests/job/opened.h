// Cases opened for a test: the samples from their files, and cases that a test has changed.
#pragma once

#include <catch2/catch.hpp>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "generator/job/report_job.h"

namespace generator::job::test {

inline std::filesystem::path sample_file(const std::string& id) {
  return std::filesystem::path(CONSILIUM_ROOT) / "samples" / id / "case.json";
}

inline ReadCase sample(const std::string& id = "liver-2026-014") {
  auto read = ReadCase::from_file(sample_file(id));
  REQUIRE(read);
  return std::move(*read);
}

inline Dossier opened(const ReportMaker& maker, ReadCase read) {
  auto dossier = maker.open(std::move(read));
  REQUIRE(dossier);
  return std::move(*dossier);
}

/// A case that came from no text.
inline Dossier opened(const ReportMaker& maker, model::Case c) {
  return opened(maker, ReadCase{.value = std::move(c)});
}

inline std::vector<Dossier> opened_samples(const ReportMaker& maker) {
  std::vector<Dossier> all;
  for (const auto& folder : std::filesystem::directory_iterator(sample_file("").parent_path()))
    all.push_back(opened(maker, sample(folder.path().filename().string())));
  return all;
}

}  // namespace generator::job::test

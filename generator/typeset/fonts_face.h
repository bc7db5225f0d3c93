// A face in a file: found when it is first asked for, opened when its metrics, coverage or glyphs are first
// needed, and kept open. The one adapter that owns HarfBuzz faces.
//
// Which characters it covers is copied into an immutable table: asking HarfBuzz's shared set is no safe thing
// to do from several threads, because a look-up there moves its cache.
//
// Thread-safe: all that happens late happens once, under a lock.
#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "generator/typeset/fonts.h"
#include "generator/typeset/fonts_finder.h"

namespace generator::typeset {

/// What fonts.json says of one face in one weight.
struct FaceFile {
  std::string file;  ///< a file name without folders
  unsigned index = 0;
  Weight weight = Weight::regular;
  std::string package;  ///< the Debian package that holds it
};

class FileFace final : public Face {
 public:
  /// `finder` must outlive the face.
  FileFace(FaceFile file, const FontFinder& finder);
  ~FileFace() override;
  FileFace(const FileFace&) = delete;
  FileFace& operator=(const FileFace&) = delete;

  const std::string& postscript_name() const override;
  Outlines outlines() const override;
  Weight weight() const override { return file_.weight; }
  int units_per_em() const override;
  double ascent() const override;
  double descent() const override;
  double cap_height() const override;
  std::array<int, 4> bounding_box() const override;
  bool covers(char32_t character) const override;
  hb_face_t* hb_face() const override;
  hb_font_t* hb_font() const override;

  const FaceFile& file() const { return file_; }
  /// Where the file stands; nothing if the machine does not have it. Does not open it.
  const std::optional<std::filesystem::path>& path() const;
  /// Whether the file could be opened and holds a font; one that cannot covers nothing. Opens it.
  bool usable() const;

 private:
  struct Opened;
  const Opened& opened() const;

  FaceFile file_;
  const FontFinder& finder_;
  mutable std::once_flag found_;
  mutable std::optional<std::filesystem::path> path_;
  mutable std::mutex opening_;
  mutable std::unique_ptr<const Opened> owned_;
  mutable std::atomic<const Opened*> opened_ = nullptr;
};

}  // namespace generator::typeset

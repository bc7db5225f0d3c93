// The faces that set a page, and which of them sets what. fonts.json names, for each script and language, a
// chain of faces; the first that covers a whole grapheme cluster sets it.
//
// A FontSet opens a face when it is first asked for and keeps it; it and its faces may be used by any number
// of threads. Faces live as long as their FontSet.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "generator/base/diagnostics.h"
#include "generator/document/typography.h"
#include "generator/model/language.h"

struct hb_face_t;
struct hb_font_t;

namespace generator::typeset {

class WordCache;

enum class Outlines { glyf, cff };
enum class Weight { regular, bold };

/// One face of one file, opened. Metrics are in thousandths of an em.
class Face {
 public:
  virtual ~Face() = default;
  virtual const std::string& postscript_name() const = 0;
  virtual Outlines outlines() const = 0;
  virtual Weight weight() const = 0;
  virtual int units_per_em() const = 0;
  virtual double ascent() const = 0;
  virtual double descent() const = 0;  ///< negative below the baseline
  virtual double cap_height() const = 0;
  virtual std::array<int, 4> bounding_box() const = 0;
  virtual bool covers(char32_t character) const = 0;
  /// HarfBuzz objects, immutable and shared; this Face owns them.
  virtual hb_face_t* hb_face() const = 0;
  virtual hb_font_t* hb_font() const = 0;  ///< scaled to units_per_em
};

/// The SHA-256 of the font file that holds the face, hexadecimal. Reads all of it.
std::string digest_of(const Face& face);

/// A face in a chain, with what fonts.json says of its use there.
struct ChainedFace {
  const Face* face = nullptr;
  double size_factor = 1;      ///< applied to the font size, to match its neighbours optically
  double min_line_height = 1;  ///< times the font size: Nastaliq needs about 2.5
  bool own_digits = true;      ///< false: 0-9 are left to a later face, so that "60,000 CNY" is of one size
};

class FontSet {
 public:
  /// Reads fonts.json; faces are looked for in `folders` first, then where fonts.json says, then by
  /// fontconfig. No face is opened yet. Errors: fonts-syntax, ... (a face that is not there is reported by
  /// `chain`). How languages use the faces comes with them: `typography`; none if it is null.
  static base::Result<std::shared_ptr<const FontSet>> load(
      const std::filesystem::path& fonts_json, const std::vector<std::filesystem::path>& folders,
      std::shared_ptr<const document::Typography> typography = nullptr);
  virtual ~FontSet() = default;

  /// The faces for text in that language, best first; they live as long as the FontSet. Without a lock once
  /// they have been asked for. Error: font-missing (machine), which names the package to install.
  virtual base::Result<std::span<const ChainedFace>> chain(const model::LanguageTag& language,
                                                           Weight weight) const = 0;

  /// Where the files of all faces of fonts.json stand that this machine has, each once, sorted. Opens none.
  virtual std::vector<std::filesystem::path> files() const = 0;

  /// How each language is set; it lives as long as the FontSet.
  virtual const document::Typography& typography() const = 0;

  /// Words that were shaped with these faces; for the shaping step.
  virtual WordCache& words() const = 0;
};

/// One diagnostic, if any, that names the characters of `text`, of those in `file`, that no face of the
/// language's chain covers (`consilium fonts check`).
base::Diagnostics check_coverage(const FontSet& fonts, const model::LanguageTag& language,
                                 std::string_view text, const std::string& file);

}  // namespace generator::typeset

#include "generator/typeset/fonts.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <initializer_list>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/typeset/fonts_face.h"
#include "generator/typeset/fonts_finder.h"
#include "generator/typeset/word_cache.h"

namespace generator::typeset {
namespace {

using base::Diagnostic;
using base::Diagnostics;
using base::JsonDocument;
using base::JsonKind;
using base::JsonNode;

constexpr std::string_view k_format = "consilium/fonts/1";
constexpr std::string_view k_any_language = "*";

/// A face of fonts.json by its name there, in its weights.
struct NamedFace {
  FaceFile regular;
  std::optional<FaceFile> bold;
  double size_factor = 1;
  double min_line_height = 1;
  bool own_digits = true;
};

struct ChainLink {
  std::string face;
  std::optional<double> size_factor;  ///< where the chain wants another one than the face's own
};

/// fonts.json as written, checked.
struct FontsFile {
  std::vector<std::filesystem::path> folders;
  std::map<std::string, NamedFace, std::less<>> faces;
  std::map<std::string, std::vector<ChainLink>, std::less<>> chains;  ///< by language tag, or "*"
  std::vector<ChainLink> fallback;
};

/// Reads fonts.json and collects everything that is wrong with it.
class FontsFileReader {
 public:
  explicit FontsFileReader(const JsonDocument& json) : json_(json) {}

  base::Result<FontsFile> read() {
    const JsonNode& root = json_.root();
    if (expect(root, JsonKind::object, "fonts.json as a whole")) {
      refuse_unknown(root, {"format", "folders", "faces", "chains", "fallback"});
      const JsonNode* format = root.find("format");
      if (format == nullptr || format->text != k_format) {
        complain(format != nullptr ? *format : root, "the format is not the one this program reads",
                 fmt::format("write \"format\": \"{}\"", k_format));
      }
      if (const JsonNode* folders = member(root, "folders", JsonKind::array)) read_folders(*folders);
      if (const JsonNode* faces = member(root, "faces", JsonKind::object)) read_faces(*faces);
      if (const JsonNode* chains = member(root, "chains", JsonKind::object)) read_chains(*chains);
      if (const JsonNode* fallback = member(root, "fallback", JsonKind::array)) {
        file_.fallback = read_links(*fallback);
      }
    }
    if (!found_.empty()) return tl::unexpected(std::move(found_));
    return std::move(file_);
  }

 private:
  void complain(const JsonNode& node, std::string what, std::string remedy) {
    found_.push_back({.code = "fonts-syntax",
                      .place = json_.place(node),
                      .what = std::move(what),
                      .why = "",
                      .remedy = std::move(remedy)});
  }

  bool expect(const JsonNode& node, JsonKind kind, const std::string& name) {
    if (node.kind == kind) return true;
    complain(node, fmt::format("{} has the wrong kind of value", name), "see fonts/fonts.json as delivered");
    return false;
  }

  /// The member of that name and kind; complains if there is none.
  const JsonNode* member(const JsonNode& object, const std::string& name, JsonKind kind) {
    const JsonNode* node = object.find(name);
    if (node == nullptr) {
      complain(object, fmt::format("\"{}\" is missing", name), "see fonts/fonts.json as delivered");
      return nullptr;
    }
    return expect(*node, kind, '"' + name + '"') ? node : nullptr;
  }

  void refuse_unknown(const JsonNode& object, std::initializer_list<std::string_view> known) {
    for (const base::JsonMember& entry : object.members) {
      if (std::ranges::find(known, entry.name) != known.end()) continue;
      complain(entry.value, fmt::format("\"{}\" means nothing here", entry.name),
               fmt::format("take it out, or write one of: {}", fmt::join(known, ", ")));
    }
  }

  std::optional<double> positive_number(const JsonNode& object, const std::string& name) {
    const JsonNode* node = object.find(name);
    if (node == nullptr || !expect(*node, JsonKind::number, '"' + name + '"')) return std::nullopt;
    double value = 0;
    std::from_chars(node->text.data(), node->text.data() + node->text.size(), value);
    if (value > 0 && value <= 10) return value;
    complain(*node, fmt::format("\"{}\" is {}, which is not above 0 and up to 10", name, node->text),
             "write a factor such as 1.1");
    return std::nullopt;
  }

  void read_folders(const JsonNode& folders) {
    for (const JsonNode& folder : folders.items) {
      if (expect(folder, JsonKind::string, "a folder")) file_.folders.emplace_back(folder.text);
    }
  }

  void read_faces(const JsonNode& faces) {
    for (const base::JsonMember& entry : faces.members) {
      if (!expect(entry.value, JsonKind::object, '"' + entry.name + '"')) continue;
      refuse_unknown(entry.value,
                     {"regular", "bold", "index", "package", "size_factor", "min_line_height", "own_digits"});
      NamedFace face;
      if (const JsonNode* package = member(entry.value, "package", JsonKind::string)) {
        face.regular.package = package->text;
      }
      face.regular.index = read_index(entry.value);
      face.bold = face.regular;
      face.bold->weight = Weight::bold;
      if (const JsonNode* regular = member(entry.value, "regular", JsonKind::string)) {
        face.regular.file = read_file_name(*regular);
      }
      if (entry.value.find("bold") == nullptr) {
        face.bold.reset();
      } else if (const JsonNode* bold = member(entry.value, "bold", JsonKind::string)) {
        face.bold->file = read_file_name(*bold);
      }
      face.size_factor = positive_number(entry.value, "size_factor").value_or(1);
      face.min_line_height = positive_number(entry.value, "min_line_height").value_or(1);
      if (const JsonNode* digits = entry.value.find("own_digits")) {
        if (expect(*digits, JsonKind::boolean, "\"own_digits\"")) face.own_digits = digits->text == "true";
      }
      file_.faces.emplace(entry.name, std::move(face));
    }
  }

  std::string read_file_name(const JsonNode& node) {
    if (node.text.empty() || node.text.find('/') != std::string::npos) {
      complain(node, fmt::format("\"{}\" is not the name of a file", node.text),
               "write the name without folders, and the folder under \"folders\"");
    }
    return node.text;
  }

  unsigned read_index(const JsonNode& face) {
    const JsonNode* node = face.find("index");
    if (node == nullptr || !expect(*node, JsonKind::number, "\"index\"")) return 0;
    unsigned value = 0;
    const char* end = node->text.data() + node->text.size();
    const auto [stop, error] = std::from_chars(node->text.data(), end, value);
    if (error != std::errc() || stop != end || value > 0xFFFF) {
      complain(*node, "\"index\" is not a whole number from 0", "write the face's place in its collection");
    }
    return value;
  }

  void read_chains(const JsonNode& chains) {
    for (const base::JsonMember& entry : chains.members) {
      if (entry.name != k_any_language && !model::LanguageTag::parse(entry.name)) {
        complain(entry.value, fmt::format("\"{}\" is no language tag", entry.name),
                 "write a tag such as \"ar\" or \"zh-Hant\", or \"*\" for every other language");
      }
      if (!expect(entry.value, JsonKind::array, '"' + entry.name + '"')) continue;
      std::vector<ChainLink> links = read_links(entry.value);
      if (entry.value.items.empty()) complain(entry.value, "a chain has no face", "name at least one");
      file_.chains.emplace(entry.name, std::move(links));
    }
    if (!file_.chains.contains(k_any_language)) {
      complain(chains, "there is no chain for every other language", "add \"*\": [\"latin\"]");
    }
  }

  std::vector<ChainLink> read_links(const JsonNode& links) {
    std::vector<ChainLink> read;
    for (const JsonNode& node : links.items) {
      ChainLink link;
      const JsonNode* name = &node;
      if (node.kind == JsonKind::object) {
        refuse_unknown(node, {"face", "size_factor"});
        name = member(node, "face", JsonKind::string);
        link.size_factor = positive_number(node, "size_factor");
      } else if (!expect(node, JsonKind::string, "a face in a chain")) {
        continue;
      }
      if (name == nullptr) continue;
      link.face = name->text;
      if (!file_.faces.contains(link.face)) {
        complain(*name, fmt::format("there is no face \"{}\"", link.face),
                 "name one of those under \"faces\"");
      }
      read.push_back(std::move(link));
    }
    return read;
  }

  const JsonDocument& json_;
  FontsFile file_;
  Diagnostics found_;
};

class FileFontSet final : public FontSet {
 public:
  FileFontSet(FontsFile file, std::vector<std::filesystem::path> folders,
              std::shared_ptr<const document::Typography> typography)
      : file_(std::move(file)), finder_(std::move(folders)), typography_(std::move(typography)) {
    for (const auto& [name, named] : file_.faces) {
      Weights& weights = faces_[name];
      weights.regular = std::make_unique<FileFace>(named.regular, finder_);
      if (named.bold) weights.bold = std::make_unique<FileFace>(*named.bold, finder_);
    }
    for (auto& [language, links] : file_.chains) chains_.try_emplace(language, std::move(links));
  }

  base::Result<std::span<const ChainedFace>> chain(const model::LanguageTag& language,
                                                   Weight weight) const override {
    const Chain& wanted = chain_of(language);
    const Chain::Built& slot = weight == Weight::bold ? wanted.bold : wanted.regular;
    if (const auto* built = slot.shared.load(std::memory_order_acquire)) return *built;
    auto built = build(wanted.links, language, weight);
    if (!built) return tl::unexpected(std::move(built.error()));
    const std::scoped_lock lock(building_);
    if (!slot.owned) {
      slot.owned = std::make_unique<const std::vector<ChainedFace>>(std::move(*built));
      slot.shared.store(slot.owned.get(), std::memory_order_release);
    }
    return *slot.owned;
  }

  std::vector<std::filesystem::path> files() const override {
    std::set<std::filesystem::path> all;
    for (const auto& [name, weights] : faces_) {
      for (const FileFace* face : {weights.regular.get(), weights.bold.get()}) {
        if (face != nullptr && face->path()) all.insert(*face->path());
      }
    }
    return {all.begin(), all.end()};
  }

  const document::Typography& typography() const override { return *typography_; }
  WordCache& words() const override { return words_; }

 private:
  struct Weights {
    std::unique_ptr<FileFace> regular;
    std::unique_ptr<FileFace> bold;  ///< none where the design has none
  };

  /// A chain of fonts.json, with its faces as soon as somebody has asked for them.
  struct Chain {
    struct Built {
      mutable std::unique_ptr<const std::vector<ChainedFace>> owned;
      mutable std::atomic<const std::vector<ChainedFace>*> shared = nullptr;
    };
    explicit Chain(std::vector<ChainLink> l) : links(std::move(l)) {}
    std::vector<ChainLink> links;
    Built regular;
    Built bold;
  };
  using Chains = std::map<std::string, Chain, std::less<>>;

  /// The chain of the language, or of the longest tag that it begins with (RFC 4647, look-up).
  const Chain& chain_of(const model::LanguageTag& language) const {
    std::string_view tag = language.text();
    while (!tag.empty()) {
      const auto place = chains_.find(tag);
      if (place != chains_.end()) return place->second;
      const std::size_t cut = tag.rfind('-');
      tag = tag.substr(0, cut == tag.npos ? 0 : cut);
    }
    return chains_.find(k_any_language)->second;
  }

  const FileFace& face(const std::string& name, Weight weight) const {
    const Weights& weights = faces_.find(name)->second;
    return weight == Weight::bold && weights.bold ? *weights.bold : *weights.regular;
  }

  base::Result<std::vector<ChainedFace>> build(const std::vector<ChainLink>& links,
                                               const model::LanguageTag& language, Weight weight) const {
    std::vector<ChainedFace> chain;
    Diagnostics missing;
    const auto add = [&](const ChainLink& link) -> const FileFace* {
      const NamedFace& named = file_.faces.find(link.face)->second;
      const FileFace& added = face(link.face, weight);
      if (std::ranges::find(chain, &added, &ChainedFace::face) != chain.end()) return nullptr;
      chain.push_back(
          {&added, link.size_factor.value_or(named.size_factor), named.min_line_height, named.own_digits});
      return &added;
    };
    for (const ChainLink& link : links) {
      const FileFace* added = add(link);
      if (added != nullptr && !added->path()) missing.push_back(font_missing(*added, language));
    }
    if (missing.empty() && !static_cast<const FileFace*>(chain.front().face)->usable()) {
      missing.push_back(font_unreadable(*static_cast<const FileFace*>(chain.front().face)));
    }
    if (!missing.empty()) return tl::unexpected(std::move(missing));
    // The fallbacks are looked for only when a character needs them: a page of English sets without them.
    for (const ChainLink& link : file_.fallback) add(link);
    return chain;
  }

  static Diagnostic font_missing(const FileFace& face, const model::LanguageTag& language) {
    return {
        .code = "font-missing",
        .place = {.file = face.file().file},
        .what = fmt::format("the font file {} is not on this machine", face.file().file),
        .why = fmt::format("text in the language \"{}\" is set with it", language.text()),
        .remedy = fmt::format("install the package {} (apt-get install {}), or name the folder that has it",
                              face.file().package, face.file().package),
        .fault = base::Fault::machine};
  }

  static Diagnostic font_unreadable(const FileFace& face) {
    return {
        .code = "font-unreadable",
        .place = {.file = face.path()->string()},
        .what = "the file holds no font that can be used",
        .why = "",
        .remedy = fmt::format("install the package {} again, or put a whole TrueType or OpenType font there",
                              face.file().package),
        .fault = base::Fault::machine};
  }

  FontsFile file_;
  FontFinder finder_;
  std::map<std::string, Weights, std::less<>> faces_;
  mutable std::mutex building_;
  Chains chains_;
  std::shared_ptr<const document::Typography> typography_;
  mutable WordCache words_;
};

}  // namespace

base::Result<std::shared_ptr<const FontSet>> FontSet::load(
    const std::filesystem::path& fonts_json, const std::vector<std::filesystem::path>& folders,
    std::shared_ptr<const document::Typography> typography) {
  auto text = base::read_file(fonts_json);
  if (!text) return tl::unexpected(std::move(text.error()));
  auto json = JsonDocument::parse(std::move(*text), fonts_json.string());
  if (!json) return tl::unexpected(std::move(json.error()));
  auto file = FontsFileReader(*json).read();
  if (!file) return tl::unexpected(std::move(file.error()));
  std::vector<std::filesystem::path> all_folders = folders;
  all_folders.insert(all_folders.end(), file->folders.begin(), file->folders.end());
  if (!typography) typography = std::make_shared<const document::Typography>();
  return std::make_shared<const FileFontSet>(std::move(*file), std::move(all_folders), std::move(typography));
}

}  // namespace generator::typeset

// Reads checklists.json, and what each language calls its entries. The published schema says the same; what a
// schema cannot hold (an id that is not there, twice the same) is said here.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>

#include "generator/base/file.h"
#include "generator/base/json.h"
#include "generator/base/plain_text.h"
#include "generator/model/language_files.h"
#include "generator/model/names.h"
#include "generator/report/checklists.h"

namespace generator::report {
namespace {

using base::JsonKind;
using base::JsonMember;
using base::JsonNode;

constexpr std::string_view k_texts_file = "checklists.json";
constexpr std::string_view k_format = "consilium/checklists/2";

class ChecklistReader {
 public:
  explicit ChecklistReader(const base::JsonDocument& json) : json_(json) {}

  base::Result<Checklists> read() {
    const JsonNode& root = json_.root();
    if (text_at(root, "format") != k_format)
      complain(root, fmt::format("write \"format\": \"{}\"", k_format));
    if (const JsonNode* reviewed = root.find("reviewed")) {
      lists_.reviewed_by = text_at(*reviewed, "by");
      lists_.reviewed_on = model::Date::parse(text_at(*reviewed, "on"));
    }
    for (const JsonNode& node : items_at(root, "sources")) {
      lists_.sources.push_back({.id = id_at(node, source_ids_),
                                .title = text_at(node, "title"),
                                .publisher = text_at(node, "publisher"),
                                .date = optional_text(node, "date"),
                                .address = optional_text(node, "address"),
                                .only_for = {}});
      if (node.find("only_for") == nullptr) continue;
      for (const JsonNode& id : items_at(node, "only_for")) lists_.sources.back().only_for.push_back(id.text);
    }
    for (const JsonNode& node : items_at(root, "records")) read_record(node);
    if (const JsonNode* every = member(root, "every_case")) lists_.every_case = needs(*every);
    for (const JsonNode& node : items_at(root, "cancers")) read_cancer(node);
    for (const JsonNode& node : items_at(root, "therapies")) read_therapy(node);
    for (const ChecklistSource& source : lists_.sources) {
      for (const std::string& id : source.only_for) {
        if (!cancer_ids_.contains(id) && !therapy_ids_.contains(id))
          complain(root, fmt::format("the source \"{}\" is only for \"{}\", and no list has that id",
                                     source.id, id));
      }
    }
    if (!found_.empty()) return tl::unexpected(std::move(found_));
    return std::move(lists_);
  }

 private:
  using Ids = std::map<std::string, std::size_t>;

  void complain(const JsonNode& node, std::string what) {
    base::Place place = json_.place(node);
    place.file = json_.file();
    found_.push_back({.code = "checklist",
                      .place = std::move(place),
                      .what = std::move(what),
                      .why = "",
                      .remedy = "see docs/checklists.md"});
  }

  const JsonNode* member(const JsonNode& node, std::string_view name) {
    const JsonNode* found = node.find(name);
    if (found == nullptr) complain(node, fmt::format("\"{}\" is missing here", name));
    return found;
  }

  std::string text_at(const JsonNode& node, std::string_view name) {
    const JsonNode* found = member(node, name);
    if (found != nullptr && (found->kind != JsonKind::string || found->text.empty()))
      complain(*found, fmt::format("\"{}\" is text that is not empty", name));
    return found == nullptr ? std::string() : found->text;
  }

  static std::string optional_text(const JsonNode& node, std::string_view name) {
    const JsonNode* found = node.find(name);
    return found == nullptr ? std::string() : found->text;
  }

  const std::vector<JsonNode>& items_at(const JsonNode& node, std::string_view name) {
    static const std::vector<JsonNode> k_none;
    const JsonNode* found = member(node, name);
    if (found == nullptr) return k_none;
    if (found->kind != JsonKind::array) complain(*found, fmt::format("\"{}\" is a list", name));
    return found->items;
  }

  std::string id_at(const JsonNode& node, Ids& ids) {
    std::string id = text_at(node, "id");
    if (!ids.emplace(id, ids.size()).second) complain(node, fmt::format("the id \"{}\" stands twice", id));
    return id;
  }

  std::optional<std::size_t> index(const JsonNode& node, const Ids& ids) {
    const auto found = ids.find(node.text);
    if (found != ids.end()) return found->second;
    complain(node, fmt::format("there is no \"{}\" among the ids", node.text));
    return std::nullopt;
  }

  std::optional<int> number_at(const JsonNode& node, std::string_view name) {
    const JsonNode* found = node.find(name);
    if (found == nullptr) return std::nullopt;
    int number = 0;
    const char* end = found->text.data() + found->text.size();
    const auto [stop, error] = std::from_chars(found->text.data(), end, number);
    if (found->kind != JsonKind::number || error != std::errc() || stop != end || number < 1)
      complain(*found, fmt::format("\"{}\" is a whole number from 1 on", name));
    return number;
  }

  Needs needs(const JsonNode& node) {
    constexpr std::pair<std::string_view, Need> k_needs[] = {
        {"always", Need::always}, {"if-done", Need::if_done}, {"if-asked", Need::if_asked}};
    Needs list;
    for (const JsonMember& group : node.members) {
      const auto* const need = std::ranges::find(k_needs, std::string_view(group.name),
                                                 [](const auto& known) { return known.first; });
      if (need == std::end(k_needs)) {
        complain(group.value,
                 fmt::format("there is no need \"{}\"; use always, if-done, if-asked", group.name));
        continue;
      }
      for (const JsonNode& item : group.value.items) {
        if (const auto record = index(item, record_ids_)) list.emplace_back(*record, need->second);
      }
    }
    return list;
  }

  void read_record(const JsonNode& node) {
    ChecklistRecord record{.id = id_at(node, record_ids_),
                           .what = {},
                           .detail = text_at(node, "detail"),
                           .file = text_at(node, "file"),
                           .max_age_days = number_at(node, "max_age_days"),
                           .sources = {}};
    if (node.find("icd10") != nullptr) read_prefixes(node, record.icd10);
    read_texts_of(node, "markers", record.markers);
    read_texts_of(node, "names", record.names);
    const std::string kind = text_at(node, "kind");
    if (const auto known = model::value_of<model::RecordKind>(kind)) {
      record.kind = *known;
    } else {
      complain(node, fmt::format("there is no kind of record \"{}\"", kind));
    }
    for (const JsonNode& source : items_at(node, "sources")) {
      if (const auto known = index(source, source_ids_)) record.sources.push_back(*known);
    }
    lists_.records.push_back(std::move(record));
  }

  void read_texts_of(const JsonNode& node, std::string_view name, std::vector<std::string>& texts) {
    if (node.find(name) == nullptr) return;
    for (const JsonNode& text : items_at(node, name)) {
      if (text.kind != JsonKind::string || !base::has_visible(text.text))
        complain(text, fmt::format("\"{}\" lists texts", name));
      texts.push_back(text.text);
    }
  }

  void read_prefixes(const JsonNode& node, std::vector<std::string>& prefixes) {
    for (const JsonNode& prefix : items_at(node, "icd10")) {
      std::string plain = prefix.text;
      std::erase(plain, '.');
      prefixes.push_back(std::move(plain));
    }
  }

  void read_cancer(const JsonNode& node) {
    CancerList list{.id = id_at(node, cancer_ids_),
                    .name = {},
                    .icd10 = {},
                    .max_age = number_at(node, "max_age"),
                    .records = {}};
    read_prefixes(node, list.icd10);
    if (const JsonNode* records = member(node, "records")) list.records = needs(*records);
    lists_.cancers.push_back(std::move(list));
  }

  void read_therapy(const JsonNode& node) {
    TherapyList list{
        .id = id_at(node, therapy_ids_), .name = {}, .modalities = {}, .icd10 = {}, .records = {}};
    if (node.find("icd10") != nullptr) read_prefixes(node, list.icd10);
    for (const JsonNode& modality : items_at(node, "modalities")) {
      if (const auto known = model::value_of<model::Modality>(modality.text)) {
        list.modalities.push_back(*known);
      } else {
        complain(modality, fmt::format("there is no modality \"{}\"", modality.text));
      }
    }
    if (const JsonNode* records = member(node, "records")) list.records = needs(*records);
    lists_.therapies.push_back(std::move(list));
  }

  const base::JsonDocument& json_;
  base::Diagnostics found_;
  Checklists lists_;
  Ids source_ids_;
  Ids record_ids_;
  Ids cancer_ids_;
  Ids therapy_ids_;
};

/// What stands under each message id, to be filled for one language after the other.
std::map<std::string, Texts*> named_texts(Checklists& lists) {
  std::map<std::string, Texts*> all;
  for (ChecklistRecord& record : lists.records) all.emplace("record." + record.id, &record.what);
  for (CancerList& list : lists.cancers) all.emplace("cancer." + list.id, &list.name);
  for (TherapyList& list : lists.therapies) all.emplace("therapy." + list.id, &list.name);
  return all;
}

/// And what no language need have.
std::map<std::string, Texts*> optional_texts(Checklists& lists) {
  std::map<std::string, Texts*> all;
  for (ChecklistRecord& record : lists.records) all.emplace("names." + record.id, &record.more_names);
  return all;
}

void read_texts(const base::JsonDocument& json, const model::LanguageTag& language,
                const std::map<std::string, Texts*>& wanted, base::Diagnostics& found) {
  const auto complain = [&](const JsonNode& node, std::string what, std::string remedy) {
    found.push_back({.code = "checklist",
                     .place = json.place(node),
                     .what = std::move(what),
                     .why = "",
                     .remedy = std::move(remedy)});
  };
  if (json.root().kind != JsonKind::object)
    complain(json.root(), "this file is not one flat object", "write { \"record.<id>\": \"text\", ... }");
  for (const JsonMember& member : json.root().members) {
    const auto known = wanted.find(member.name);
    if (known == wanted.end()) {
      complain(member.value, fmt::format("no checklist has an entry \"{}\"", member.name),
               "correct the id, or take it out");
    } else if (member.value.kind != JsonKind::string || !base::has_visible(member.value.text) ||
               base::first_control(member.value.text)) {
      complain(member.value, fmt::format("\"{}\" is text that can be read", member.name),
               "translate it, or take it out: the report then shows the English");
    } else {
      known->second->emplace(language, member.value.text);
    }
  }
}

/// "a, b, c, d, e and 127 more".
std::string first_few(const std::vector<std::string>& names) {
  constexpr std::size_t k_most = 5;
  const std::size_t shown = std::min(names.size(), k_most);
  const std::string few =
      fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
  return shown == names.size() ? few : fmt::format("{} and {} more", few, names.size() - shown);
}

}  // namespace

base::Result<Checklists> load_checklists(const std::filesystem::path& file,
                                         const std::filesystem::path& locales) {
  auto text = base::read_file(file);
  if (!text) return tl::unexpected(std::move(text.error()));
  const auto json = base::JsonDocument::parse(std::move(*text), file.string());
  if (!json) return tl::unexpected(json.error());
  auto lists = ChecklistReader(*json).read();
  if (!lists) return lists;
  base::Diagnostics found;
  const auto texts = named_texts(*lists);
  auto wanted = optional_texts(*lists);
  wanted.insert(texts.begin(), texts.end());
  for (const auto& [language, path] : model::language_files(locales, k_texts_file)) {
    auto words = base::read_file(path);
    const auto read = words ? base::JsonDocument::parse(std::move(*words), path.string())
                            : base::Result<base::JsonDocument>(tl::unexpected(std::move(words.error())));
    if (read) {
      read_texts(*read, language, wanted, found);
    } else {
      base::append(found, read.error());
    }
  }
  const model::LanguageTag reference;
  for (const auto& [id, by_language] : texts) {
    if (by_language->contains(reference) || !found.empty()) continue;
    found.push_back({.code = "checklist",
                     .place = {.file = (locales / reference.text() / k_texts_file).string()},
                     .what = fmt::format("\"{}\" is not here", id),
                     .why = fmt::format("it stands in {}, and is shown where a language has no words for it",
                                        file.string()),
                     .remedy = "write it"});
  }
  if (!found.empty()) return tl::unexpected(std::move(found));
  return lists;
}

base::Diagnostics check_checklist_texts(Checklists lists, const std::filesystem::path& locales,
                                        const model::LanguageTag& language) {
  std::vector<std::string> missing;
  for (const auto& [id, by_language] : named_texts(lists)) {
    if (!by_language->contains(language)) missing.push_back(id);
  }
  if (missing.empty()) return {};
  return {{.code = "checklist-untranslated",
           .place = {.file = (locales / language.text() / k_texts_file).string()},
           .what = fmt::format("{} of the checklists' texts are not here: {}", missing.size(),
                               first_few(missing)),
           .why = fmt::format("a checklist shows them in the words of \"{}\"", model::LanguageTag().text()),
           .remedy = "translate them",
           .severity = base::Severity::warning}};
}

}  // namespace generator::report

#include "generator/report/checklist_words.h"

#include <algorithm>
#include <sstream>

#include "generator/base/plain_text.h"

namespace generator::report {
namespace {

std::string plain(std::string_view text) {
  std::string spelled;
  base::plain_spelling(text).toUTF8String(spelled);
  return spelled;
}

bool is_ascii_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Latin words begin where a word begins, and short ones end there too: "CT" is not in "PETCT", and "slide"
/// is in "slides". In other scripts a word may stand in a longer one.
bool has_word(const std::string& text, const std::string& word) {
  constexpr std::size_t k_whole_below = 4;
  const bool is_whole = word.size() < k_whole_below && is_ascii_word(word.back());
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (is_ascii_word(word.front()) && at > 0 && is_ascii_word(text[at - 1])) continue;
    if (is_whole && end < text.size() && is_ascii_word(text[end])) continue;
    return true;
  }
  return false;
}

using Name = std::vector<std::string>;

Name words_of(const std::string& name) {
  std::istringstream stream(plain(name));
  Name words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::vector<Name> names_of(const ChecklistRecord& asked) {
  std::vector<Name> all;
  const auto add = [&all](const std::string& name) {
    if (Name words = words_of(name); !words.empty()) all.push_back(std::move(words));
  };
  std::ranges::for_each(asked.names, add);
  for (const auto& [language, names] : asked.more_names) {
    std::istringstream stream(names);
    for (std::string name; std::getline(stream, name, ';');) add(name);
  }
  return all;
}

bool has_name(const std::string& words, const Name& name) {
  return std::ranges::all_of(name, [&words](const std::string& word) { return has_word(words, word); });
}

/// "HER2 (IHC)" as " her2 ihc ": what is no letter and no digit parts words.
std::string spaced(const std::string& name) {
  std::string out = " ";
  for (const char c : plain(name)) {
    const bool parts = static_cast<unsigned char>(c) < 0x80 && !is_ascii_word(c);
    if (!parts) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

}  // namespace

/// "Pathology_2024_03.pdf" as "pathology": without extension, and without a year and what follows it.
std::string stem_of(const std::string& file) {
  std::string stem = plain(std::filesystem::path(file).stem().string());
  for (std::size_t at = stem.find('_'); at != std::string::npos; at = stem.find('_', at + 1)) {
    const bool is_year =
        stem.size() >= at + 5 && std::all_of(stem.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                                             stem.begin() + static_cast<std::ptrdiff_t>(at) + 5,
                                             [](char c) { return c >= '0' && c <= '9'; });
    if (is_year || stem.compare(at, std::string::npos, "_yyyy_mm") == 0) return stem.substr(0, at);
  }
  return stem;
}

std::string file_words(const model::Record& record) {
  std::string words = plain(std::filesystem::path(record.file).stem().string());
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string all_words(const model::Record& record) {
  std::string words = file_words(record);
  if (record.note) words += " " + plain(record.note->text);
  return words;
}

std::size_t longest_name(const ChecklistRecord& asked, const std::string& words) {
  std::size_t longest = 0;
  for (const Name& name : names_of(asked)) {
    std::size_t length = 0;
    for (const std::string& word : name) length += word.size();
    if (length > longest && has_name(words, name)) longest = length;
  }
  return longest;
}

bool names_method(const ChecklistRecord& asked, const std::string& words) {
  return std::ranges::any_of(names_of(asked),
                             [&](const Name& name) { return has_word(words, name.front()); });
}

bool names_more_than_method(const ChecklistRecord& asked, const std::string& words) {
  return std::ranges::any_of(names_of(asked),
                             [&](const Name& name) { return name.size() > 1 && has_name(words, name); });
}

std::vector<const model::Marker*> results_for(const ChecklistRecord& asked,
                                              const std::vector<model::Marker>& markers) {
  std::vector<const model::Marker*> found;
  for (const model::Marker& marker : markers) {
    const std::string name = spaced(marker.name);
    const bool is_asked = std::ranges::any_of(asked.markers, [&name](const std::string& known) {
      return name.find(spaced(known)) != std::string::npos;
    });
    if (!is_asked) continue;
    const auto same = std::ranges::find_if(
        found, [&name](const model::Marker* other) { return spaced(other->name) == name; });
    if (same == found.end()) {
      found.push_back(&marker);
    } else if (marker.date && (!(*same)->date || (*same)->date->last_day() < marker.date->last_day())) {
      *same = &marker;
    }
  }
  return found;
}

}  // namespace generator::report

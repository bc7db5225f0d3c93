#include "generator/compare/reading_finder.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "generator/compare/notated_positions.h"
#include "generator/compare/table.h"

namespace generator::compare {
namespace {

using Positioned = std::vector<const Position*>;

/// What it is said in, if it names that: an edition, a day.
std::optional<std::string> frame_of(const Position& position) {
  for (const auto& [name, facet] : position.facets) {
    if (facet.kind == model::FacetKind::frame && !facet.readings.empty()) return facet.readings.front();
  }
  return std::nullopt;
}

/// The value as it was written, without what nobody would take for another value.
std::string plain_spelling(const Position& position) {
  std::string spelling;
  for (const Value& value : values_in(position.parts)) {
    const auto* written = std::get_if<Message>(&value);
    if (written == nullptr) continue;
    for (const auto& [name, argument] : written->arguments) {
      // What it is a stage in, or the name of the marker, may be spelled in several ways too.
      const auto* text = std::get_if<std::string>(&argument);
      if (text == nullptr || name != "value") continue;
      for (const char c : model::fold_notation(*text)) {
        if (c != ' ' && c != '-' && c != '.') spelling += c;
      }
    }
  }
  return spelling;
}

/// Of a group of stages both are members, whichever of the categories they name.
bool are_one(const Position& a, const Position& b) {
  const model::Likeness likeness = model::compare(a.facets, b.facets);
  if (likeness != model::Likeness::compatible) return likeness == model::Likeness::same;
  const auto of_a = a.facets.find("group");
  const auto of_b = b.facets.find("group");
  return of_a != a.facets.end() && of_b != b.facets.end() && of_a->second == of_b->second;
}

/// Keeps each value of an option once.
Reading reading_of(Subject subject, ReadingKind kind, const Positioned& positions) {
  Reading reading{subject, kind, {}};
  std::set<std::pair<std::size_t, std::string>> told;
  for (const Position* position : positions) {
    if (!told.emplace(position->option, plain_spelling(*position) + frame_of(*position).value_or("")).second)
      continue;
    for (const Value& value : values_in(position->parts)) reading.values.push_back({position->option, value});
  }
  return reading;
}

/// The largest group that is one in other words.
Positioned alike_of(const Positioned& positions) {
  Positioned best;
  for (const Position* first : positions) {
    Positioned alike;
    std::set<std::string> spellings;
    std::set<std::size_t> options;
    for (const Position* each : positions) {
      if (each->side.empty() || each->facets.contains("text") || (each != first && !are_one(*first, *each)))
        continue;
      alike.push_back(each);
      spellings.insert(plain_spelling(*each));
      options.insert(each->option);
    }
    if (spellings.size() > 1 && options.size() > 1 && alike.size() > best.size()) best = std::move(alike);
  }
  return best;
}

void add_readings(Subject subject, const std::vector<Position>& all, std::vector<Reading>& readings) {
  std::vector<std::string> topics;
  for (const Position& position : all) {
    if (std::ranges::find(topics, position.topic) == topics.end()) topics.push_back(position.topic);
  }
  for (const std::string& topic : topics) {
    Positioned framed;
    Positioned positions;
    std::set<std::string> frames;
    std::set<std::size_t> options;
    for (const Position& position : all) {
      if (position.topic != topic) continue;
      positions.push_back(&position);
      const std::optional<std::string> frame = frame_of(position);
      if (!frame) continue;
      framed.push_back(&position);
      frames.insert(*frame);
      options.insert(position.option);
    }
    const Positioned alike = alike_of(positions);
    if (!alike.empty()) readings.push_back(reading_of(subject, ReadingKind::in_other_words, alike));
    if (frames.size() > 1 && options.size() > 1) {
      readings.push_back(reading_of(
          subject, subject == Subject::stage ? ReadingKind::other_edition : ReadingKind::course, framed));
    }
  }
}

}  // namespace

std::vector<Reading> find_readings(const model::Case& c, const std::vector<Column>& columns,
                                   const Lexicon& lexicon) {
  std::vector<Reading> readings;
  add_readings(Subject::stage, stage_positions(c, columns), readings);
  add_readings(Subject::markers, marker_positions(c, columns, lexicon.results()), readings);
  return readings;
}

}  // namespace generator::compare

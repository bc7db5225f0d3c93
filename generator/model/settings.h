// What varies from agency to agency, and what the field disagrees on, each with whose it is. Immutable once
// read; ingest makes it from templates/settings.json, and has checked that every source it names is there.
//
// What a settings file leaves out is not used: nothing is shown of it, and nothing takes its place. So no
// settings at all are the empty value. docs/settings.md says what each setting does.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/model/case.h"
#include "generator/model/date.h"
#include "generator/model/duration.h"

namespace generator::model {

enum class SettingSourceKind { page_seen, standard_work, field_practice, house_rule };

/// Whose a setting is.
struct SettingSource {
  std::string id;
  SettingSourceKind kind;
  std::string title;
  std::string publisher;
  std::optional<Date> date;
  std::string address;          ///< of a page that was seen, else empty
  std::optional<Date> checked;  ///< the day on which it was

  friend bool operator==(const SettingSource&, const SettingSource&) = default;
};

/// A value, and the id of the source that holds it.
template <typename Value>
struct Held {
  Value value;
  std::string source;

  friend bool operator==(const Held&, const Held&) = default;
};

/// What the program goes by, and what others hold.
template <typename Value>
struct Setting {
  Held<Value> own;
  std::vector<Held<Value>> others;
};

/// Rows of the comparison, by their names there, that a limit touches. With modalities, only statements of
/// proposals that have one of them.
struct LimitTouch {
  std::vector<std::string> rows;
  std::vector<Modality> modalities;
};

/// Something that a review from afar cannot judge.
struct ReviewLimit {
  std::string id;
  std::vector<LimitTouch> touches;
  std::string source;
};

struct Settings {
  std::vector<SettingSource> sources;
  std::map<std::string, Setting<DurationRange>, std::less<>> durations;  ///< by id
  std::map<std::string, Setting<std::string>, std::less<>> choices;      ///< by id
  std::vector<ReviewLimit> limits;

  /// nullptr: the file has no such setting.
  const Setting<DurationRange>* duration(std::string_view id) const {
    const auto it = durations.find(id);
    return it == durations.end() ? nullptr : &it->second;
  }
  /// Empty: the file has no such setting.
  std::string_view choice(std::string_view id) const {
    const auto it = choices.find(id);
    return it == choices.end() ? std::string_view() : std::string_view(it->second.own.value);
  }
  /// nullptr: there is no such source.
  const SettingSource* source(std::string_view id) const {
    for (const SettingSource& each : sources) {
      if (each.id == id) return &each;
    }
    return nullptr;
  }
};

}  // namespace generator::model

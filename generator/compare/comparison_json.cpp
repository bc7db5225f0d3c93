#include <cstdint>
#include <string>
#include <type_traits>

#include "generator/base/json.h"
#include "generator/compare/comparison.h"
#include "generator/compare/json_members_changes.h"

namespace generator::compare {
namespace {

using base::JsonWriter;

/// Writes whatever json_members.h lists, by its members.
class ComparisonWriter {
 public:
  explicit ComparisonWriter(JsonWriter& json) : json_(json) {}

  template <HasJsonShape Struct>
  void write(const Struct& value) {
    json_.begin_object();
    write_members(value);
    json_.end_object();
  }

  template <HasJsonShape Struct>
  void write_members(const Struct& value) {
    std::apply([&](const auto&... each) { (write_member(each.name, value.*each.member), ...); },
               JsonShape<Struct>::k_members);
  }

  /// The cells of a row that stands in the table are there.
  void write(const CalendarRow& row) {
    json_.begin_object();
    write_member("fact", row.fact);
    write_member("row", row.row);
    if (!row.row) write_member("cells", row.cells);
    json_.end_object();
  }

  /// One of message, statement, duration and date, and what stands beside it.
  void write(const Value& value) {
    json_.begin_object();
    if (const auto* message = std::get_if<Message>(&value)) write_member("message", *message);
    if (const auto* words = std::get_if<model::Statement>(&value)) write_member("statement", *words);
    if (const auto* time = std::get_if<model::DurationRange>(&value)) write_member("duration", *time);
    if (const auto* date = std::get_if<model::Date>(&value)) write_member("date", *date);
    write_member("source", value.source);
    write_member("chances", value.chances);
    write_member("stated_chances", value.stated_chances);
    json_.end_object();
  }

  void write(const Message& message) {
    json_.begin_object().field("id", message.id);
    if (!message.arguments.empty()) {
      json_.key("arguments").begin_object();
      for (const auto& [name, argument] : message.arguments) {
        json_.key(name);
        std::visit([this](const auto& each) { write(each); }, argument);
      }
      json_.end_object();
    }
    json_.end_object();
  }

  void write(const model::Sources& sources) {
    json_.begin_object();
    for (const auto& [member, source] : sources) write_member(name_of(member), source);
    json_.end_object();
  }

  void write(const std::string& text) { json_.string(text); }
  void write(bool value) { json_.boolean(value); }
  void write(int value) { json_.integer(value); }
  void write(std::size_t value) { json_.integer(static_cast<std::int64_t>(value)); }
  void write(const model::Date& date) { json_.string(date.to_string()); }
  void write(const model::Decimal& value) { json_.string(value.to_string()); }
  void write(const model::Currency& currency) { json_.string(currency.code()); }
  void write(const model::LanguageTag& language) { json_.string(language.text()); }

  template <typename Enum>
  requires std::is_enum_v<Enum>
  void write(Enum value) { json_.string(name_of(value)); }

  template <typename Item>
  void write(const std::vector<Item>& items) {
    json_.begin_array();
    for (const Item& item : items) write(item);
    json_.end_array();
  }

 private:
  /// Left out if there is nothing to say.
  template <typename Type>
  void write_member(std::string_view name, const Type& value) {
    if constexpr (requires { value.empty(); }) {
      if (value.empty()) return;
    }
    json_.key(name);
    write(value);
  }
  template <typename Type>
  void write_member(std::string_view name, const std::optional<Type>& value) {
    if (value) write_member(name, *value);
  }
  template <typename Type>
  void write_member(std::string_view name, const std::shared_ptr<const Type>& value) {
    if (!value) return;
    json_.key(name);
    write(*value);
  }

  JsonWriter& json_;
};

}  // namespace

std::string to_json(const Comparison& comparison) {
  JsonWriter json(0);  // half of it would be spaces, in every PDF
  json.begin_object().field("format", k_json_format);
  ComparisonWriter(json).write_members(comparison);
  json.end_object();
  return json.take();
}

}  // namespace generator::compare

#include "tests/compare/comparison_schema.h"

#include <map>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

#include "generator/base/json.h"
#include "generator/compare/json_members_changes.h"
#include "generator/compare/rows.h"

namespace generator::compare::test {
namespace {

using base::JsonWriter;

template <typename Type>
struct Traits {
  static constexpr bool is_optional = false;
  static constexpr bool is_list = false;
};
template <typename Type>
struct Traits<std::optional<Type>> {
  using Inner = Type;
  static constexpr bool is_optional = true;
  static constexpr bool is_list = false;
};
template <typename Type>
struct Traits<std::shared_ptr<const Type>> {
  using Inner = Type;
  static constexpr bool is_optional = true;
  static constexpr bool is_list = false;
};
template <typename Type>
struct Traits<std::vector<Type>> {
  using Inner = Type;
  static constexpr bool is_optional = false;
  static constexpr bool is_list = true;
};

class SchemaWriter {
 public:
  std::string write() {
    json_.begin_object().field("$schema", "http://json-schema.org/draft-07/schema#");
    json_.field("title", "A comparison of second opinions")
        .field("description",
               "What consilium compare prints, and what a report carries. What is not there is left out: "
               "never null, never a zero "
               "in its place; an absent list is an empty one. Decimals are strings.");
    json_.field("type", "object");
    json_.key("properties")
        .begin_object()
        .key("format")
        .begin_object()
        .field("const", k_json_format)
        .end_object();
    properties<Comparison>();
    json_.end_object();
    json_.key("required").begin_array().string("format");
    required<Comparison>();
    json_.end_array().key("additionalProperties").boolean(false);
    json_.key("definitions").begin_object();
    common();
    while (!pending_.empty()) {
      const auto next = *pending_.begin();
      pending_.erase(pending_.begin());
      done_.emplace(next.first, true);
      json_.key(next.first);
      next.second(*this);
    }
    json_.end_object().end_object();
    return json_.take();
  }

 private:
  using Define = void (*)(SchemaWriter&);

  void refer(std::string_view name) { json_.field("$ref", "#/definitions/" + std::string(name)); }

  void text(const char* pattern) {
    json_.field("type", "string");
    if (pattern != nullptr) json_.field("pattern", pattern);
  }

  void common() {
    json_.key("decimal").begin_object();
    text("^-?[0-9]+(\\.[0-9]+)?$");
    json_.end_object().key("date").begin_object();
    text("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$");
    json_.end_object().key("currency").begin_object();
    text("^[A-Z]{3}$");
    json_.end_object().key("language").begin_object();
    text("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$");
    json_.end_object().key("message").begin_object().field("type", "object");
    json_.field("description",
                "a sentence by its id in locales/<tag>/messages.json, with its named arguments");
    json_.key("properties").begin_object().key("id").begin_object();
    text("^[a-z0-9-]+(\\.[a-z0-9-]+)*$");
    json_.end_object()
        .key("arguments")
        .begin_object()
        .field("type", "object")
        .key("additionalProperties")
        .begin_object();
    json_.key("anyOf").begin_array();
    json_.begin_object()
        .field("type", "string")
        .end_object()
        .begin_object()
        .field("type", "integer")
        .end_object();
    json_.begin_object();
    type<model::DurationRange>();
    json_.end_object().begin_object();
    type<model::MoneyRange>();
    json_.end_object().end_array().end_object().end_object().end_object();
    json_.key("required")
        .begin_array()
        .string("id")
        .end_array()
        .key("additionalProperties")
        .boolean(false)
        .end_object();
    value();
    json_.key("sources").begin_object().field("type", "object");
    json_.field("description", "where the members stand that are no statements, by their names");
    json_.key("properties").begin_object();
    for (const auto& name : model::names<model::Sourced>()) {
      json_.key(name.name).begin_object();
      type<model::Source>();
      json_.end_object();
    }
    json_.end_object().key("additionalProperties").boolean(false).end_object();
  }

  void value() {
    json_.key("value").begin_object().field("type", "object");
    json_.field("description",
                "a sentence of the program, somebody's own words, a length of time or a day; source is the "
                "place of one "
                "that is no statement");
    json_.key("properties").begin_object();
    json_.key("message").begin_object();
    refer("message");
    json_.end_object().key("statement").begin_object();
    type<model::Statement>();
    json_.end_object().key("duration").begin_object();
    type<model::DurationRange>();
    json_.end_object().key("date").begin_object();
    refer("date");
    json_.end_object().key("source").begin_object();
    type<model::Source>();
    json_.end_object().key("chances").begin_object();
    type<std::vector<Chance>>();
    json_.end_object().key("stated_chances").begin_object();
    type<std::vector<StatedChance>>();
    json_.end_object().end_object().key("oneOf").begin_array();
    for (const char* kind : {"message", "statement", "duration", "date"})
      json_.begin_object().key("required").begin_array().string(kind).end_array().end_object();
    json_.end_array().key("additionalProperties").boolean(false).end_object();
  }

  /// The members of an open schema object that say what a value of the type is.
  template <typename Type>
  void type() {
    if constexpr (Traits<Type>::is_optional) {
      type<typename Traits<Type>::Inner>();
    } else if constexpr (Traits<Type>::is_list) {
      json_.field("type", "array").key("minItems").integer(1).key("items").begin_object();
      type<typename Traits<Type>::Inner>();
      json_.end_object();
    } else if constexpr (std::is_same_v<Type, std::string>) {
      json_.field("type", "string").key("minLength").integer(1);
    } else if constexpr (std::is_same_v<Type, bool>) {
      json_.field("type", "boolean");
    } else if constexpr (std::is_same_v<Type, int>) {
      json_.field("type", "integer");
    } else if constexpr (std::is_same_v<Type, std::size_t>) {
      json_.field("type", "integer").key("minimum").integer(0);
    } else if constexpr (std::is_same_v<Type, model::Date>) {
      refer("date");
    } else if constexpr (std::is_same_v<Type, model::Decimal>) {
      refer("decimal");
    } else if constexpr (std::is_same_v<Type, model::Currency>) {
      refer("currency");
    } else if constexpr (std::is_same_v<Type, model::LanguageTag>) {
      refer("language");
    } else if constexpr (std::is_same_v<Type, Message>) {
      refer("message");
    } else if constexpr (std::is_same_v<Type, Value>) {
      refer("value");
    } else if constexpr (std::is_same_v<Type, model::Sources>) {
      refer("sources");
    } else if constexpr (std::is_same_v<Type, RowId>) {
      json_.key("enum").begin_array();
      for (const RowSpec& row : k_rows) json_.string(row.name);
      json_.end_array();
    } else if constexpr (std::is_same_v<Type, RowGroup>) {
      json_.key("enum").begin_array();
      for (const RowGroup group : row_groups()) json_.string(name_of(group));
      json_.end_array();
    } else if constexpr (std::is_enum_v<Type>) {
      json_.key("enum").begin_array();
      for (const auto& name : model::names<Type>()) json_.string(name.name);
      json_.end_array();
    } else if constexpr (JsonShape<Type>::k_name.empty()) {
      object<Type>();
    } else {
      const std::string name(JsonShape<Type>::k_name);
      refer(name);
      if (!done_.contains(name)) pending_.emplace(name, &define<Type>);
    }
  }

  template <typename Type>
  static void define(SchemaWriter& writer) {
    writer.json_.begin_object();
    writer.object<Type>();
    writer.json_.end_object();
  }

  template <typename Type>
  void object() {
    json_.field("type", "object").key("properties").begin_object();
    properties<Type>();
    json_.end_object();
    int always = 0;
    each<Type>([&always](const auto&, auto needed) { always += needed.value ? 1 : 0; });
    if (always > 0) {
      json_.key("required").begin_array();
      required<Type>();
      json_.end_array();
    }
    json_.key("additionalProperties").boolean(false);
  }

  /// Calls `act` with each member and whether it is always there.
  template <typename Type, typename Act>
  static void each(const Act& act) {
    std::apply([&](const auto&... member) { (call(member, act), ...); }, JsonShape<Type>::k_members);
  }
  template <typename Struct, typename Member, typename Act>
  static void call(const JsonMember<Struct, Member>& member, const Act& act) {
    constexpr bool can_be_empty = Traits<Member>::is_optional || Traits<Member>::is_list ||
                                  std::is_same_v<Member, std::string> ||
                                  std::is_same_v<Member, model::Sources>;
    act(member, std::bool_constant<!can_be_empty>());
  }

  template <typename Type>
  void properties() {
    each<Type>([this](const auto& member, auto) { property(member); });
  }
  template <typename Struct, typename Member>
  void property(const JsonMember<Struct, Member>& member) {
    json_.key(member.name).begin_object();
    if (!member.says.empty() && refers<Member>()) {
      // Beside $ref draft-07 reads nothing.
      json_.field("description", member.says).key("allOf").begin_array().begin_object();
      type<Member>();
      json_.end_object().end_array();
    } else {
      if (!member.says.empty()) json_.field("description", member.says);
      type<Member>();
    }
    json_.end_object();
  }
  template <typename Type>
  static constexpr bool refers() {
    if constexpr (Traits<Type>::is_optional) return refers<typename Traits<Type>::Inner>();
    return !Traits<Type>::is_list && !std::is_same_v<Type, std::string> && !std::is_arithmetic_v<Type> &&
           !std::is_enum_v<Type>;
  }

  template <typename Type>
  void required() {
    each<Type>([this](const auto& member, auto needed) {
      if (needed.value) json_.string(member.name);
    });
  }

  JsonWriter json_;
  std::map<std::string, Define> pending_;
  std::map<std::string, bool> done_;
};

}  // namespace

std::string comparison_schema() {
  return SchemaWriter().write();
}

}  // namespace generator::compare::test

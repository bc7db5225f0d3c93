#include "generator/ingest/schema_explainer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <set>

#include "generator/base/wording.h"
#include "generator/ingest/case_schema.h"
#include "generator/ingest/spelling.h"

namespace generator::ingest {
namespace {

using base::JsonKind;
using base::JsonNode;

std::string_view kind_name(const JsonNode& value) {
  switch (value.kind) {
    case JsonKind::null: return "null";
    case JsonKind::boolean: return "true or false";
    case JsonKind::number: return "a number";
    case JsonKind::string: return "a text";
    case JsonKind::array: return "a list";
    case JsonKind::object: return "an object";
  }
  return "";
}

std::string_view type_name(std::string_view type) {
  if (type == "string") return "a text in double quotes";
  if (type == "integer") return "a whole number without quotes";
  if (type == "boolean") return "true or false without quotes";
  if (type == "array") return "a list in [ ]";
  return "an object in { }";
}

bool is_whole(const JsonNode& value) {
  const char* end = nullptr;
  std::int64_t whole = 0;
  const auto result = std::from_chars(value.text.data(), value.text.data() + value.text.size(), whole);
  end = result.ptr;
  return result.ec == std::errc() && end == value.text.data() + value.text.size();
}

bool has_type(const JsonNode& value, std::string_view type) {
  switch (value.kind) {
    case JsonKind::string: return type == "string";
    case JsonKind::array: return type == "array";
    case JsonKind::object: return type == "object";
    case JsonKind::number: return type == "integer" && is_whole(value);
    case JsonKind::boolean: return type == "boolean";
    case JsonKind::null: return false;
  }
  return false;
}

std::size_t length(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

long limit(const JsonNode& keyword) {
  return std::strtol(keyword.text.c_str(), nullptr, 10);
}

std::vector<std::string_view> texts(const JsonNode& list) {
  std::vector<std::string_view> result;
  for (const JsonNode& item : list.items) result.push_back(item.text);
  return result;
}

/// A schema with its references followed, and the name of the definition that it is, if it is one.
struct Rule {
  const JsonNode* schema;
  std::string_view definition;
};

Rule resolved(const JsonNode& schema) {
  constexpr std::string_view k_prefix = "#/definitions/";
  Rule rule{&schema, {}};
  for (const JsonNode* reference = schema.find("$ref"); reference != nullptr;
       reference = rule.schema->find("$ref")) {
    rule.definition = std::string_view(reference->text).substr(k_prefix.size());
    rule.schema = case_schema().find("definitions")->find(rule.definition);
  }
  return rule;
}

/// What a fault is about: the case, one of its members, or an entry of a list.
struct Subject {
  std::string_view name;  ///< of the member; for an entry, of its list; empty for the case
  bool entry = false;

  std::string said() const {
    if (name.empty()) return "the case";
    return (entry ? "an entry of " : "") + base::in_quotes(name);
  }
};

class Explainer {
 public:
  explicit Explainer(const base::JsonDocument& document) : document_(document) {}

  void explain(const JsonNode& schema, const JsonNode& value, const Subject& subject) {
    const Rule rule = resolved(schema);
    if (const JsonNode* forms = rule.schema->find("anyOf")) {
      explain_any(*forms, value, subject);
      return;
    }
    if (const JsonNode* required = rule.schema->find("const")) {
      if (value.kind != JsonKind::string || value.text != required->text) wrong_format(*required, value);
      return;
    }
    if (const JsonNode* allowed = rule.schema->find("enum")) {
      explain_enum(*allowed, value, subject);
      return;
    }
    const JsonNode* type = rule.schema->find("type");
    if (type == nullptr) return;
    if (!has_type(value, type->text)) {
      wrong_type(value, subject, type_name(type->text), type->text, rule.definition);
      return;
    }
    if (type->text == "string") explain_string(rule, value, subject);
    if (type->text == "integer") explain_integer(*rule.schema, value, subject);
    if (type->text == "array") explain_array(*rule.schema, value, subject);
    if (type->text == "object") explain_object(rule, value, subject);
  }

  base::Diagnostics take() { return std::move(faults_); }

 private:
  void report(std::size_t offset, std::string code, std::string what, std::string why, std::string remedy) {
    faults_.push_back({.code = std::move(code),
                       .place = document_.place(offset),
                       .what = std::move(what),
                       .why = std::move(why),
                       .remedy = std::move(remedy)});
  }

  void wrong_type(const JsonNode& value, const Subject& subject, std::string_view wanted,
                  std::string_view type, std::string_view definition) {
    const std::string what =
        fmt::format("{} is {}, and should be {}", subject.said(), kind_name(value), wanted);
    std::string remedy = "docs/case-format.md shows how it is written";
    if (value.kind == JsonKind::null) {
      remedy = "leave the member out: what is left out is \"not stated\"";
    } else if (const Spelling* spelling = spelling_of(definition);
               spelling != nullptr && !spelling->holds(value.text)) {
      remedy = spelling->remedy;
    } else if (type == "string" && value.kind == JsonKind::number) {
      remedy = fmt::format("put it in double quotes: \"{}\"", value.text);
    } else if (type == "integer" && value.kind == JsonKind::string) {
      remedy = "write the number alone, without quotes";
    } else if (type == "array") {
      remedy = "put [ ] around it, even if there is only one";
    } else if (definition == "amount") {
      remedy = R"(write {"low": "60000", "high": "60000"})";
    }
    report(value.offset, "type-wrong", what, "", std::move(remedy));
  }

  void wrong_format(const JsonNode& required, const JsonNode& value) {
    report(value.offset, "format-unknown",
           fmt::format("the format {} is not known", base::in_quotes(value.text)),
           "this program reads one format and does not guess at others",
           fmt::format("write \"format\": \"{}\" if the file follows docs/case-format.md", required.text));
  }

  void explain_enum(const JsonNode& allowed, const JsonNode& value, const Subject& subject) {
    const auto words = texts(allowed);
    if (value.kind != JsonKind::string) {
      wrong_type(value, subject, fmt::format("one of the words {}", fmt::join(words, ", ")), "string", {});
    } else if (std::ranges::find(words, value.text) == words.end()) {
      const std::string_view meant = base::nearest(value.text, words);
      report(value.offset, "value-unknown",
             fmt::format("{} is not a value of {}", base::in_quotes(value.text), subject.said()),
             fmt::format("it can be {}", fmt::join(words, ", ")),
             meant.empty() ? std::string("write one of these") : fmt::format("did you mean \"{}\"?", meant));
    }
  }

  void explain_string(const Rule& rule, const JsonNode& value, const Subject& subject) {
    if (const Spelling* spelling = spelling_of(rule.definition)) {
      if (!spelling->holds(value.text)) {
        report(value.offset, std::string(spelling->code),
               fmt::format("{} is not {}", base::in_quotes(value.text), spelling->noun), "",
               std::string(spelling->remedy));
      }
      return;
    }
    const JsonNode* most = rule.schema->find("maxLength");
    if (rule.schema->find("minLength") != nullptr && value.text.empty()) {
      report(value.offset, "text-empty", fmt::format("{} is empty", subject.said()), "",
             "write what is known, or leave the member out: what is left out is \"not stated\"");
    } else if (most != nullptr && length(value.text) > static_cast<std::size_t>(limit(*most))) {
      report(value.offset, "text-too-long",
             fmt::format("{} has {} characters, and may have {}", subject.said(), length(value.text),
                         most->text),
             "", "shorten it; a whole letter belongs in a document");
    }
  }

  void explain_integer(const JsonNode& schema, const JsonNode& value, const Subject& subject) {
    const JsonNode* least = schema.find("minimum");
    const JsonNode* most = schema.find("maximum");
    if (least == nullptr || most == nullptr) return;
    long number = 0;
    const auto read = std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
    if (read.ec != std::errc() || number < limit(*least) || number > limit(*most)) {
      report(value.offset, "value-out-of-range", fmt::format("{} is {}", subject.said(), value.text), "",
             fmt::format("write a whole number from {} to {}", least->text, most->text));
    }
  }

  void explain_array(const JsonNode& schema, const JsonNode& value, const Subject& subject) {
    const JsonNode* most = schema.find("maxItems");
    if (most != nullptr && value.items.size() > static_cast<std::size_t>(limit(*most))) {
      report(
          value.offset, "list-too-long",
          fmt::format("{} has {} entries, and may have {}", subject.said(), value.items.size(), most->text),
          "", "keep what belongs to this patient's question");
      return;
    }
    const JsonNode* items = schema.find("items");
    if (items == nullptr) return;
    for (const JsonNode& item : value.items) explain(*items, item, {subject.name, true});
  }

  void explain_object(const Rule& rule, const JsonNode& value, const Subject& subject) {
    static const JsonNode k_none;
    const JsonNode* found = rule.schema->find("properties");
    const JsonNode& properties = found != nullptr ? *found : k_none;
    const JsonNode* additional = rule.schema->find("additionalProperties");
    const JsonNode* names = rule.schema->find("propertyNames");
    const JsonNode* required = rule.schema->find("required");

    std::vector<std::string_view> missing;
    if (required != nullptr) {
      for (const JsonNode& member : required->items) {
        if (value.find(member.text) == nullptr) missing.push_back(member.text);
      }
    }
    bool unknown = false;
    for (const base::JsonMember& member : value.members) {
      if (const JsonNode* known = properties.find(member.name)) {
        explain(*known, member.value, {member.name});
      } else if (additional != nullptr && additional->kind == JsonKind::object) {
        if (names != nullptr) explain_name(*names, member);
        explain(*additional, member.value, {member.name});
      } else {
        unknown = true;
        explain_unknown(properties, value, member, subject, missing);
      }
    }
    for (const std::string_view member : missing) {
      report(value.offset, "member-missing", fmt::format("{} has no \"{}\"", subject.said(), member), "",
             fmt::format("add \"{}\"", member));
    }
    const JsonNode* least = rule.schema->find("minProperties");
    if (least != nullptr && !unknown && missing.empty() &&
        value.members.size() < static_cast<std::size_t>(limit(*least))) {
      std::vector<std::string_view> choices;
      for (const base::JsonMember& member : properties.members) {
        // A yes or no says something only about what stands beside it.
        const JsonNode* type = resolved(member.value).schema->find("type");
        if (type != nullptr && type->text == "boolean") continue;
        if (value.find(member.name) == nullptr) choices.push_back(member.name);
      }
      report(value.offset, "object-incomplete", fmt::format("{} says too little", subject.said()), "",
             choices.empty() ? std::string("add what is known, or leave it out")
                             : fmt::format("add at least one of {}, or leave {} out",
                                           fmt::join(choices, ", "), subject.said()));
    }
  }

  /// Looks for the member that was meant among those that are still free, so that a misspelt required member
  /// is one fault and not two.
  void explain_unknown(const JsonNode& properties, const JsonNode& value, const base::JsonMember& member,
                       const Subject& subject, std::vector<std::string_view>& missing) {
    std::vector<std::string_view> free;
    std::vector<std::string_view> all;
    for (const base::JsonMember& property : properties.members) {
      all.push_back(property.name);
      if (value.find(property.name) == nullptr) free.push_back(property.name);
    }
    const std::string_view meant = base::nearest(member.name, free);
    std::erase(missing, meant);
    report(member.name_offset, "member-unknown",
           fmt::format("{} has no member {}", subject.said(), base::in_quotes(member.name)),
           meant.empty() ? fmt::format("its members are {}", base::listed(all)) : "",
           meant.empty() ? std::string("take it out, or move it where it belongs")
                         : fmt::format("did you mean \"{}\"?", meant));
  }

  void explain_name(const JsonNode& names, const base::JsonMember& member) {
    const Spelling* spelling = spelling_of(resolved(names).definition);
    if (spelling == nullptr || spelling->holds(member.name)) return;
    report(member.name_offset, std::string(spelling->code),
           fmt::format("{} is not {}", base::in_quotes(member.name), spelling->noun), "",
           std::string(spelling->remedy));
  }

  /// The one form that was meant: of the value's type, and, for objects, one whose members it uses.
  void explain_any(const JsonNode& forms, const JsonNode& value, const Subject& subject) {
    std::vector<std::string_view> wanted;
    const JsonNode* meant = nullptr;
    std::size_t most = 0;
    for (const JsonNode& form : forms.items) {
      const Rule rule = resolved(form);
      const std::string_view type = rule.schema->find("type")->text;
      if (std::ranges::find(wanted, type_name(type)) == wanted.end()) wanted.push_back(type_name(type));
      if (!has_type(value, type)) continue;
      const JsonNode* properties = rule.schema->find("properties");
      const auto used =
          properties == nullptr ? 0 : std::ranges::count_if(value.members, [&](const auto& member) {
            return properties->find(member.name) != nullptr;
          });
      if (properties != nullptr && used == 0) continue;
      if (meant != nullptr && static_cast<std::size_t>(used) <= most) continue;
      meant = &form;
      most = static_cast<std::size_t>(used);
    }
    if (meant == nullptr && value.kind == JsonKind::object) meant = &forms.items.back();
    if (meant != nullptr) {
      explain(*meant, value, subject);
    } else {
      wrong_type(value, subject, fmt::format("{}", fmt::join(wanted, " or ")), "string", {});
    }
  }

  const base::JsonDocument& document_;
  base::Diagnostics faults_;
};

}  // namespace

base::Diagnostics explain_schema_faults(const base::JsonDocument& document) {
  Explainer explainer(document);
  explainer.explain(case_schema(), document.root(), {});
  return explainer.take();
}

}  // namespace generator::ingest

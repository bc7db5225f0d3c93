#include "generator/ingest/case_schema.h"

#include <rapidjson/document.h>

#include <cassert>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <exception>
#include <locale>
#include <valijson/adapters/rapidjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

namespace generator::ingest {
namespace {

/// Each value in memory of its own: valijson keeps each word of the schema apart, and RapidJSON's usual
/// allocator would take 64 KB for it, 3 MB in all.
using Allocator = rapidjson::CrtAllocator;
using Value = rapidjson::GenericValue<rapidjson::UTF8<>, Allocator>;
using Adapter = valijson::adapters::GenericRapidJsonAdapter<Value>;

/// A number as valijson sees it: the schema knows only small integers, so what does not fit may lose digits
/// here, and is refused by its bounds.
Value number(const std::string& text) {
  std::int64_t whole = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), whole);
  if (error == std::errc() && end == text.data() + text.size()) return Value(whole);
  const double value = std::strtod(text.c_str(), nullptr);
  return Value(std::isfinite(value) ? value : 1e300);
}

Value to_rapidjson(const base::JsonNode& node, Allocator& allocator) {
  const auto string = [](const std::string& text) {
    return Value(rapidjson::StringRef(text.data(), static_cast<rapidjson::SizeType>(text.size())));
  };
  switch (node.kind) {
    case base::JsonKind::null: return Value();
    case base::JsonKind::boolean: return Value(node.text == "true");
    case base::JsonKind::number: return number(node.text);
    case base::JsonKind::string: return string(node.text);
    case base::JsonKind::array: {
      Value array(rapidjson::kArrayType);
      array.Reserve(static_cast<rapidjson::SizeType>(node.items.size()), allocator);
      for (const base::JsonNode& item : node.items) array.PushBack(to_rapidjson(item, allocator), allocator);
      return array;
    }
    case base::JsonKind::object: {
      Value object(rapidjson::kObjectType);
      for (const base::JsonMember& member : node.members) {
        object.AddMember(string(member.name), to_rapidjson(member.value, allocator), allocator);
      }
      return object;
    }
  }
  return Value();
}

base::JsonDocument parsed(std::string_view schema, const char* name) {
  auto document = base::JsonDocument::parse(std::string(schema), name);
  assert(document && "the published schema is JSON");
  return std::move(*document);
}

const base::JsonDocument& schema_document() {
  static const base::JsonDocument k_document = parsed(case_schema_text(), "case.schema.json");
  return k_document;
}

/// Kept, as that of a case is: the compiled schema points at its texts.
const base::JsonDocument& words_schema_document() {
  static const base::JsonDocument k_document = parsed(words_schema_text(), "words.schema.json");
  return k_document;
}

const base::JsonDocument& typography_schema_document() {
  static const base::JsonDocument k_document = parsed(typography_schema_text(), "typography.schema.json");
  return k_document;
}

/// valijson compiles the schema's patterns with std::regex in each thread, and libstdc++'s ctype fills its
/// table of narrowed characters on first use, without a lock. Filled here, once, it is only read later.
void fill_narrowed_characters() {
  const auto& ctype = std::use_facet<std::ctype<char>>(std::locale());
  for (int c = 0; c < 256; ++c) ctype.narrow(static_cast<char>(c), '\0');
}

std::unique_ptr<const valijson::Schema> compiled(const base::JsonNode& root) {
  fill_narrowed_characters();
  Allocator allocator;
  const Value tree = to_rapidjson(root, allocator);
  auto schema = std::make_unique<valijson::Schema>();
  valijson::SchemaParser parser(valijson::SchemaParser::kDraft7);
  parser.populateSchema(Adapter(tree), *schema);
  return schema;
}

const valijson::Schema& compiled_schema(Published schema) {
  if (schema == Published::settings) {
    static const std::unique_ptr<const valijson::Schema> k_settings = compiled(settings_schema().root());
    return *k_settings;
  }
  if (schema == Published::words) {
    static const std::unique_ptr<const valijson::Schema> k_words = compiled(words_schema_document().root());
    return *k_words;
  }
  if (schema == Published::typography) {
    static const std::unique_ptr<const valijson::Schema> k_typography =
        compiled(typography_schema_document().root());
    return *k_typography;
  }
  static const std::unique_ptr<const valijson::Schema> k_case = compiled(schema_document().root());
  return *k_case;
}

bool validate(const base::JsonNode& value, Published schema, valijson::ValidationResults* results) {
  Allocator allocator;
  const Value tree = to_rapidjson(value, allocator);
  // Kept for its compiled patterns, which are not safe to share between threads.
  thread_local valijson::Validator validator;
  return validator.validate(compiled_schema(schema), Adapter(tree), results);
}

/// valijson writes a path as "<root>", "[opinions]", "[0]".
std::string pointer_of(const std::vector<std::string>& context) {
  std::string pointer;
  for (std::size_t i = 1; i < context.size(); ++i) {
    std::string_view step = context[i];
    if (step.starts_with('[') && step.ends_with(']')) step = step.substr(1, step.size() - 2);
    pointer += '/';
    for (const char c : step) pointer += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  }
  return pointer;
}

}  // namespace

const base::JsonNode& case_schema() {
  return schema_document().root();
}

const base::JsonDocument& settings_schema() {
  static const base::JsonDocument k_document = parsed(settings_schema_text(), "settings.schema.json");
  return k_document;
}

bool keeps_to_schema(const base::JsonNode& value, Published schema) {
  return validate(value, schema, nullptr);
}

std::optional<SchemaFault> deepest_schema_fault(const base::JsonNode& value, Published schema) {
  valijson::ValidationResults results;
  if (validate(value, schema, &results)) return std::nullopt;
  const valijson::ValidationResults::Error* deepest = nullptr;
  for (const auto& error : results) {
    if (deepest == nullptr || error.context.size() > deepest->context.size()) deepest = &error;
  }
  if (deepest == nullptr) return SchemaFault{"", "the file does not keep to the schema"};
  return SchemaFault{pointer_of(deepest->context), deepest->description};
}

base::Diagnostics published_faults(const base::JsonDocument& file, Published schema, std::string code,
                                   std::string remedy) {
  const auto fault = deepest_schema_fault(file.root(), schema);
  if (!fault) return {};
  std::string what = "this does not keep to docs/schema/" + code + ".schema.json: " + fault->description;
  return {{.code = std::move(code),
           .place = file.place(file.at(fault->pointer)),
           .what = std::move(what),
           .why = "",
           .remedy = std::move(remedy)}};
}

}  // namespace generator::ingest

// JSON (RFC 8259) with positions: every value knows where it stood in its file, so that a diagnostic can
// point at it. Numbers keep their spelling: nothing passes through binary floating point on the way in. The
// one adapter to RapidJSON.
//
// A JsonDocument owns its text and its tree and is immutable; nodes live as long as it does. Thread-safe to
// read.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "generator/base/diagnostics.h"

namespace generator::base {

enum class JsonKind { null, boolean, number, string, array, object };

struct JsonMember;

/// One value. `text` is the decoded string, or the number or boolean as written.
struct JsonNode {
  JsonKind kind = JsonKind::null;
  std::size_t offset = 0;  ///< of its first byte in the text
  std::string text;
  std::vector<JsonNode> items;      ///< of an array
  std::vector<JsonMember> members;  ///< of an object, in the order of the file; names are unique

  /// The member of that name, or nullptr.
  const JsonNode* find(std::string_view name) const;
};

struct JsonMember {
  std::string name;
  std::size_t name_offset = 0;
  JsonNode value;
};

class JsonDocument {
 public:
  /// Parses UTF-8 text. `file` is the name that diagnostics carry.
  /// Errors: json-syntax, json-encoding (not UTF-8), json-duplicate (a name twice in an object), json-depth
  /// (over 100 levels).
  static Result<JsonDocument> parse(std::string text, std::string file);

  const JsonNode& root() const { return root_; }
  const std::string& text() const { return text_; }
  const std::string& file() const { return file_; }

  /// Line and column of a byte offset in the text.
  Place place(std::size_t offset) const;
  Place place(const JsonNode& node) const { return place(node.offset); }

  /// The node at a JSON Pointer (RFC 6901), or the deepest ancestor of it that exists.
  const JsonNode& at(std::string_view pointer) const;

 private:
  std::string text_;
  std::string file_;
  std::vector<std::size_t> line_starts_;
  JsonNode root_;
};

/// Writes JSON in the order of the calls, a member or an item a line, non-ASCII as it is, with a final
/// newline. Misuse (a value without its key) is a bug and asserts.
class JsonWriter {
 public:
  /// `indent`: spaces for each level.
  explicit JsonWriter(unsigned indent = 2);
  ~JsonWriter();
  JsonWriter(JsonWriter&&) noexcept;
  JsonWriter& operator=(JsonWriter&&) noexcept;

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view value);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();
  /// A whole parsed value, as it stood.
  JsonWriter& node(const JsonNode& value);
  /// key and string in one.
  JsonWriter& field(std::string_view name, std::string_view value);

  /// The text. The writer must not be used afterwards.
  std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Valid JSON of machines, indented for people.
std::string indented(std::string_view json);

/// One diagnostic as a JSON object: severity, code, file, line, column, what, why, remedy.
void write(JsonWriter& writer, const Diagnostic& diagnostic);

}  // namespace generator::base

#include "generator/base/json.h"

#include <fmt/format.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <cassert>
#include <charconv>

#include "generator/base/code_points.h"

namespace generator::base {
namespace {

constexpr std::size_t k_max_depth = 100;
constexpr std::size_t k_most_duplicates = 100;  ///< that are reported

/// Builds the tree from RapidJSON's events. The stream's position when an event fires is the end of the
/// token, so the start is found from the end of the token before.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, const rapidjson::MemoryStream& stream) : text_(text), stream_(stream) {}

  // NOLINTBEGIN(readability-identifier-naming): RapidJSON calls them by these names
  bool Null() { return add(JsonKind::null, "null"); }
  bool Bool(bool value) { return add(JsonKind::boolean, value ? "true" : "false"); }
  bool RawNumber(const char* s, rapidjson::SizeType n, bool) { return add(JsonKind::number, {s, n}); }
  bool String(const char* s, rapidjson::SizeType n, bool) { return add(JsonKind::string, {s, n}); }
  // Never called with kParseNumbersAsStringsFlag; the interface asks for them.
  bool Int(int) { return false; }
  bool Uint(unsigned) { return false; }
  bool Int64(std::int64_t) { return false; }
  bool Uint64(std::uint64_t) { return false; }
  bool Double(double) { return false; }

  bool StartObject() { return open(JsonKind::object); }
  bool StartArray() { return open(JsonKind::array); }
  bool EndObject(rapidjson::SizeType) {
    find_duplicates(stack_.back()->members);
    return close();
  }
  bool EndArray(rapidjson::SizeType) { return close(); }

  bool Key(const char* s, rapidjson::SizeType n, bool) {
    const std::size_t offset = token_start();
    stack_.back()->members.push_back({std::string(s, n), offset, {}});
    end_ = stream_.Tell();
    return true;
  }
  // NOLINTEND(readability-identifier-naming)

  struct Duplicate {
    std::size_t offset;
    std::string name;
    std::size_t first;
  };
  JsonNode root;
  std::vector<Duplicate> duplicates;
  std::optional<std::size_t> too_deep;  ///< where the nesting passed the limit

 private:
  std::size_t token_start() const {
    return std::min(text_.find_first_not_of(" \t\r\n,:", end_), text_.size());
  }

  JsonNode* place(JsonNode node) {
    if (stack_.empty()) {
      root = std::move(node);
      return &root;
    }
    JsonNode& parent = *stack_.back();
    if (parent.kind == JsonKind::array) {
      parent.items.push_back(std::move(node));
      return &parent.items.back();
    }
    parent.members.back().value = std::move(node);
    return &parent.members.back().value;
  }

  bool add(JsonKind kind, std::string_view text) {
    JsonNode node;
    node.kind = kind;
    node.offset = token_start();
    node.text = text;
    place(std::move(node));
    end_ = stream_.Tell();
    return true;
  }

  bool open(JsonKind kind) {
    JsonNode node;
    node.kind = kind;
    node.offset = token_start();
    if (stack_.size() >= k_max_depth) {
      too_deep = node.offset;
      return false;
    }
    // Only the innermost open container grows, so the pointers to the outer ones stay valid.
    stack_.push_back(place(std::move(node)));
    end_ = stack_.back()->offset + 1;
    return true;
  }

  // By sorting, not by looking each name up: an object may have a million members.
  void find_duplicates(const std::vector<JsonMember>& members) {
    std::vector<const JsonMember*> sorted;
    for (const JsonMember& member : members) sorted.push_back(&member);
    std::ranges::stable_sort(sorted, {}, &JsonMember::name);
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      if (sorted[i]->name != sorted[i - 1]->name || duplicates.size() >= k_most_duplicates) continue;
      duplicates.push_back({sorted[i]->name_offset, sorted[i]->name, sorted[i - 1]->name_offset});
    }
  }

  bool close() {
    stack_.pop_back();
    end_ = token_start() + 1;
    return true;
  }

  std::string_view text_;
  const rapidjson::MemoryStream& stream_;
  std::vector<JsonNode*> stack_;
  std::size_t end_ = 0;
};

/// The offset of the first byte that is not UTF-8, or npos. RapidJSON's own check takes several times as
/// long.
std::size_t find_foreign_byte(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      ++i;
      continue;
    }
    const std::size_t start = i;
    if (next_code_point(text, i) < 0) return start;
  }
  return std::string_view::npos;
}

std::size_t code_points(std::string_view bytes) {
  return static_cast<std::size_t>(
      std::ranges::count_if(bytes, [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

/// What people write into JSON by hand, and editors put there; `at` is where the parser stopped.
Diagnostic syntax_fault(const JsonDocument& document, std::string_view body, std::size_t at,
                        std::string_view why) {
  Diagnostic fault{.code = "json-syntax",
                   .place = document.place(std::min(at, body.size())),
                   .what = "this is not JSON",
                   .why = std::string(why),
                   .remedy = "look at this place for a missing comma, quote or bracket"};
  const std::string_view rest = body.substr(std::min(at, body.size()));
  const auto begins_with_any = [&](std::initializer_list<std::string_view> all) {
    return std::ranges::any_of(all, [&](std::string_view each) { return rest.starts_with(each); });
  };
  const std::size_t before = at == 0 ? body.npos : body.find_last_not_of(" \t\r\n", at - 1);
  if (begins_with_any({"\u201C", "\u201D", "\u201E", "\u201F", "\u2018", "\u2019", "\u00AB", "\u00BB",
                       "\u300C", "\uFF02", "'", "`"})) {
    fault.what = "a text begins with a quotation mark of print";
    fault.why = "in JSON only the straight double quote \" does, and word processors change it";
    fault.remedy = "write \" before and behind the text, with an editor for plain text";
  } else if (begins_with_any({"}", "]"}) && before != body.npos && body[before] == ',') {
    fault.place = document.place(before);
    fault.what = fmt::format("a comma stands before the {} that closes", rest.front());
    fault.why = "in JSON a comma stands only between two entries";
    fault.remedy = "take the comma out";
  } else if (begins_with_any({"//", "/*", "#"})) {
    fault.what = "a comment stands here";
    fault.why = "JSON has none";
    fault.remedy = "take it out";
  }
  return fault;
}

}  // namespace

const JsonNode* JsonNode::find(std::string_view name) const {
  const auto it = std::ranges::find(members, name, &JsonMember::name);
  return it == members.end() ? nullptr : &it->value;
}

Result<JsonDocument> JsonDocument::parse(std::string text, std::string file) {
  JsonDocument document;
  document.text_ = std::move(text);
  document.file_ = std::move(file);
  if (document.text_.starts_with("\xEF\xBB\xBF"))
    document.text_.erase(0, 3);  // some editors' byte order mark
  document.line_starts_.push_back(0);
  for (std::size_t end = document.text_.find('\n'); end != std::string::npos;
       end = document.text_.find('\n', end + 1))
    document.line_starts_.push_back(end + 1);

  const std::string_view body = document.text_;
  if (const std::size_t foreign = find_foreign_byte(body); foreign != std::string_view::npos) {
    return failure({.code = "json-encoding",
                    .place = document.place(foreign),
                    .what = "this text is not UTF-8",
                    .why = "JSON is always UTF-8",
                    .remedy = "save the file as UTF-8"});
  }
  rapidjson::MemoryStream stream(body.data(), body.size());
  TreeBuilder builder(body, stream);
  rapidjson::Reader reader;
  constexpr unsigned k_flags = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag;
  const rapidjson::ParseResult parsed = reader.Parse<k_flags>(stream, builder);
  if (builder.too_deep) {
    return failure({.code = "json-depth",
                    .place = document.place(*builder.too_deep),
                    .what = fmt::format("values are nested more than {} levels deep", k_max_depth),
                    .why = "",
                    .remedy = "flatten this part"});
  }
  if (!parsed) {
    return failure(syntax_fault(document, body, parsed.Offset(), rapidjson::GetParseError_En(parsed.Code())));
  }
  // RapidJSON takes a NUL for the end of its input.
  if (const std::size_t rest = body.find_first_not_of(" \t\r\n", stream.Tell());
      rest != std::string_view::npos) {
    return failure({.code = "json-syntax",
                    .place = document.place(rest),
                    .what = "something stands behind the end of the JSON",
                    .why = "",
                    .remedy = "take it away; a file holds one value"});
  }
  if (!builder.duplicates.empty()) {
    Diagnostics all;
    for (const auto& duplicate : builder.duplicates) {
      all.push_back({.code = "json-duplicate",
                     .place = document.place(duplicate.offset),
                     .what = fmt::format("\"{}\" stands twice in this object", duplicate.name),
                     .why = fmt::format("its first value is at line {}, and only one can count",
                                        document.place(duplicate.first).line),
                     .remedy = "keep one of the two"});
    }
    return tl::unexpected<Diagnostics>(std::move(all));
  }
  document.root_ = std::move(builder.root);
  return document;
}

Place JsonDocument::place(std::size_t offset) const {
  const auto next = std::ranges::upper_bound(line_starts_, std::min(offset, text_.size()));
  const auto line = std::max<std::ptrdiff_t>(next - line_starts_.begin(), 1);
  const std::size_t start = line_starts_[static_cast<std::size_t>(line - 1)];
  const std::size_t end = std::max(start, std::min(offset, text_.size()));
  return {file_, static_cast<std::size_t>(line),
          code_points(std::string_view(text_).substr(start, end - start)) + 1};
}

const JsonNode& JsonDocument::at(std::string_view pointer) const {
  const JsonNode* node = &root_;
  while (pointer.starts_with('/')) {
    pointer.remove_prefix(1);
    std::string token(pointer.substr(0, pointer.find('/')));
    pointer.remove_prefix(token.size());
    for (std::size_t i = 0; (i = token.find('~', i)) != std::string::npos; ++i) {
      token.replace(i, 2, token.compare(i, 2, "~1") == 0 ? "/" : "~");
    }
    const JsonNode* child = nullptr;
    if (node->kind == JsonKind::object) {
      child = node->find(token);
    } else if (node->kind == JsonKind::array) {
      std::size_t index = 0;
      const auto [end, error] = std::from_chars(token.data(), token.data() + token.size(), index);
      if (error == std::errc() && end == token.data() + token.size() && index < node->items.size()) {
        child = &node->items[index];
      }
    }
    if (child == nullptr) break;
    node = child;
  }
  return *node;
}

struct JsonWriter::State {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer{buffer};
};

JsonWriter::JsonWriter(unsigned indent) : state_(std::make_unique<State>()) {
  state_->writer.SetIndent(' ', indent);
}
JsonWriter::~JsonWriter() = default;
JsonWriter::JsonWriter(JsonWriter&&) noexcept = default;
JsonWriter& JsonWriter::operator=(JsonWriter&&) noexcept = default;

JsonWriter& JsonWriter::begin_object() {
  return state_->writer.StartObject(), *this;
}
JsonWriter& JsonWriter::end_object() {
  return state_->writer.EndObject(), *this;
}
JsonWriter& JsonWriter::begin_array() {
  return state_->writer.StartArray(), *this;
}
JsonWriter& JsonWriter::end_array() {
  return state_->writer.EndArray(), *this;
}
JsonWriter& JsonWriter::key(std::string_view name) {
  return state_->writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())), *this;
}
JsonWriter& JsonWriter::string(std::string_view value) {
  return state_->writer.String(value.data(), static_cast<rapidjson::SizeType>(value.size())), *this;
}
JsonWriter& JsonWriter::integer(std::int64_t value) {
  return state_->writer.Int64(value), *this;
}
JsonWriter& JsonWriter::boolean(bool value) {
  return state_->writer.Bool(value), *this;
}
JsonWriter& JsonWriter::null() {
  return state_->writer.Null(), *this;
}
JsonWriter& JsonWriter::field(std::string_view name, std::string_view value) {
  return key(name).string(value);
}

JsonWriter& JsonWriter::node(const JsonNode& value) {
  switch (value.kind) {
    case JsonKind::null: return null();
    case JsonKind::boolean: return boolean(value.text == "true");
    case JsonKind::number:
      state_->writer.RawValue(value.text.data(), value.text.size(), rapidjson::kNumberType);
      return *this;
    case JsonKind::string: return string(value.text);
    case JsonKind::array:
      begin_array();
      for (const JsonNode& item : value.items) node(item);
      return end_array();
    case JsonKind::object:
      begin_object();
      for (const JsonMember& member : value.members) key(member.name).node(member.value);
      return end_object();
  }
  return *this;
}

std::string JsonWriter::take() {
  assert(state_->writer.IsComplete());
  state_->buffer.Put('\n');
  return {state_->buffer.GetString(), state_->buffer.GetSize()};
}

std::string indented(std::string_view json) {
  const auto document = JsonDocument::parse(std::string(json), "");
  assert(document && "only what a writer wrote is indented");
  JsonWriter writer;
  writer.node(document->root());
  return writer.take();
}

void write(JsonWriter& writer, const Diagnostic& diagnostic) {
  writer.begin_object()
      .field("severity", to_string(diagnostic.severity))
      .field("code", diagnostic.code)
      .field("file", diagnostic.place.file)
      .key("line")
      .integer(static_cast<std::int64_t>(diagnostic.place.line))
      .key("column")
      .integer(static_cast<std::int64_t>(diagnostic.place.column))
      .field("what", diagnostic.what)
      .field("why", diagnostic.why)
      .field("remedy", diagnostic.remedy)
      .end_object();
}

}  // namespace generator::base

#include "generator/service/case_editor.h"

#include <fmt/format.h>

#include <tuple>

namespace generator::service {
namespace {

/// The offset just behind the value that begins at `begin`, in text that is known to be JSON.
std::size_t end_of_value(std::string_view text, std::size_t begin) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') {
        ++i;
      } else if (c == '"') {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      --depth;
    }
    if (depth == 0 && !in_string && (c == ']' || c == '}' || c == '"')) return i + 1;
  }
  return text.size();
}

/// Behind the last thing that stands in an array or object, before the space that precedes its bracket.
std::size_t end_of_content(std::string_view text, std::size_t begin) {
  const std::size_t bracket = end_of_value(text, begin) - 1;
  return text.find_last_not_of(" \t\r\n", bracket - 1) + 1;
}

base::Diagnostic bad_shape(std::string what) {
  return {.code = "case-shape",
          .place = {.file = std::string(k_case_name)},
          .what = std::move(what),
          .why = "nothing can be added to it",
          .remedy = "put the whole case again"};
}

bool before(const base::Place& a, const base::Place& b) {
  return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

/// `place`, which lies behind `from`, as it is when `from` lies at `to` instead.
base::Place moved(const base::Place& place, const base::Place& from, const base::Place& to) {
  const bool same_line = place.line == from.line;
  return {to.file, place.line - from.line + to.line,
          same_line ? place.column - from.column + to.column : place.column};
}

}  // namespace

base::Result<EditedCase> EditedCase::add(const base::JsonDocument& stored, std::string_view name,
                                         const base::JsonDocument& element) {
  if (stored.root().kind != base::JsonKind::object)
    return base::failure(bad_shape("the case is no JSON object"));
  const base::JsonNode* array = stored.root().find(name);
  if (array != nullptr && array->kind != base::JsonKind::array) {
    return base::failure(bad_shape(fmt::format("\"{}\" is no array", name)));
  }

  std::string before_element;
  std::string after_element;
  std::size_t at = 0;
  if (array != nullptr) {
    at = end_of_content(stored.text(), array->offset);
    before_element = array->items.empty() ? "\n    " : ",\n    ";
    if (array->items.empty()) after_element = "\n  ";
  } else {
    at = end_of_content(stored.text(), stored.root().offset);
    before_element = fmt::format("{}\n  \"{}\": [\n    ", stored.root().members.empty() ? "" : ",", name);
    after_element = "\n  ]";
  }
  const std::size_t body_begin = element.root().offset;
  const std::size_t body_end = element.text().find_last_not_of(" \t\r\n") + 1;
  const std::string body = element.text().substr(body_begin, body_end - body_begin);

  EditedCase edited;
  edited.text_ = stored.text();
  edited.text_.insert(at, before_element + body + after_element);
  auto after = base::JsonDocument::parse(edited.text_, std::string(k_case_name));
  if (!after) return tl::unexpected(std::move(after.error()));
  const std::size_t element_at = at + before_element.size();
  edited.inserted_from_ = stored.place(at);
  edited.inserted_from_.file = k_case_name;
  edited.element_from_ = after->place(element_at);
  edited.element_until_ = after->place(element_at + body.size());
  edited.inserted_until_ = after->place(element_at + body.size() + after_element.size());
  edited.body_from_ = element.place(body_begin);
  edited.body_from_.file = k_body_name;
  return edited;
}

void EditedCase::map_places(base::Diagnostics& diagnostics) const {
  for (base::Diagnostic& diagnostic : diagnostics) {
    base::Place& place = diagnostic.place;
    if (place.file != k_case_name || place.line == 0 || before(place, inserted_from_)) continue;
    if (!before(place, inserted_until_)) {
      place = moved(place, inserted_until_, inserted_from_);
    } else if (before(place, element_from_) || !before(place, element_until_)) {
      place = inserted_from_;
    } else {
      place = moved(place, element_from_, body_from_);
    }
  }
}

}  // namespace generator::service

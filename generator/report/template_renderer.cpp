#include "generator/report/template_renderer.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <kainjow/mustache.hpp>
#include <unordered_map>

#include "generator/document/markup.h"
#include "generator/report/report.h"

namespace generator::report {
namespace {

namespace mustache = kainjow::mustache;

/// The value as the library sees it, without the members of objects: those are asked for by name.
mustache::data to_data(const ViewValue& value) {
  if (const auto* yes = std::get_if<bool>(&value.value)) {
    return mustache::data(*yes ? mustache::data::type::bool_true : mustache::data::type::bool_false);
  }
  if (const auto* text = std::get_if<std::string>(&value.value)) {
    // The library takes empty text for true; the house's views mean it as nothing to show.
    if (text->empty()) return mustache::data(mustache::data::type::bool_false);
    return mustache::data(*text);
  }
  if (const auto* items = std::get_if<ViewValue::List>(&value.value)) {
    mustache::data list(mustache::data::type::list);
    for (const ViewValue& item : *items) list.push_back(to_data(item));
    return list;
  }
  return mustache::data(mustache::data::type::object);
}

/// Names are resolved in the view itself, and only what the template asks for is made into the library's
/// data: its objects can only be built by copying them level by level. Used by one rendering only.
class ViewContext : public mustache::basic_context<std::string> {
 public:
  explicit ViewContext(const ViewValue& view) { push(data_of(view)); }
  void push(const mustache::data* data) override {
    data_.push_back(data);
    open_.push_back(values_.at(data));
  }
  void pop() override {
    data_.pop_back();
    open_.pop_back();
  }
  const mustache::data* get(const std::string& name) const override {
    if (name == ".") return data_.back();
    const ViewValue* value = resolve(open_, name);
    return value == nullptr ? nullptr : data_of(*value);
  }
  const mustache::data* get_partial(const std::string&) const override { return nullptr; }

 private:
  const mustache::data* data_of(const ViewValue& value) const {
    std::unique_ptr<mustache::data>& made = made_[&value];
    if (!made) {
      made = std::make_unique<mustache::data>(to_data(value));
      remember(*made, value);
    }
    return made.get();
  }
  void remember(const mustache::data& data, const ViewValue& value) const {
    values_.emplace(&data, &value);
    const auto* items = std::get_if<ViewValue::List>(&value.value);
    for (std::size_t i = 0; items != nullptr && i < items->size(); ++i)
      remember(data.list_value()[i], (*items)[i]);
  }

  std::vector<const mustache::data*> data_;
  std::vector<const ViewValue*> open_;
  // Filled while names are asked for; the library's get() is const.
  mutable std::unordered_map<const ViewValue*, std::unique_ptr<mustache::data>> made_;
  mutable std::unordered_map<const mustache::data*, const ViewValue*> values_;
};

std::string as_written(const TemplatePiece& piece) {
  switch (piece.kind) {
    case TemplatePiece::Kind::text: return piece.text;
    case TemplatePiece::Kind::variable: return "{{" + piece.text + "}}";
    case TemplatePiece::Kind::section: return "{{#" + piece.text + "}}";
    case TemplatePiece::Kind::inverted: return "{{^" + piece.text + "}}";
    case TemplatePiece::Kind::end: return "{{/" + piece.text + "}}";
  }
  return "";
}

/// In a marked rendering each piece is preceded by its number between these; no page may hold them otherwise.
constexpr char k_mark_begin = '\x01';
constexpr char k_mark_end = '\x02';

std::string render(mustache::mustache& parsed, const ViewValue& view) {
  ViewContext context(view);
  return parsed.render(context);
}

/// A rendering without its marks, and where each piece begins in it.
struct Unmarked {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> pieces;  ///< offset in text, index of the piece

  explicit Unmarked(const std::string& marked) {
    std::size_t position = 0;
    while (position < marked.size()) {
      if (marked[position] == k_mark_begin) {
        const std::size_t end = marked.find(k_mark_end, position);
        std::size_t index = 0;
        const char* last = marked.data() + std::min(end, marked.size());
        const auto [stop, error] = std::from_chars(marked.data() + position + 1, last, index);
        if (end != std::string::npos && error == std::errc() && stop == last) {
          pieces.emplace_back(text.size(), index);
          position = end + 1;
          continue;
        }
      }
      text += marked[position++];
    }
  }
};

/// Byte offset of a place in a text; columns count code points.
std::size_t offset_of(const std::string& text, const base::Place& place) {
  std::size_t offset = 0;
  for (std::size_t line = 1; line < place.line; ++line) offset = text.find('\n', offset) + 1;
  for (std::size_t column = 1; column < place.column && offset < text.size(); ++column) {
    ++offset;
    while (offset < text.size() && (text[offset] & 0xc0) == 0x80) ++offset;
  }
  return offset;
}

}  // namespace

/// kainjow's render() is not const, but writes only when a partial or a lambda fails; there are none here
/// (TemplateSource puts partials in their places), so threads may share it.
struct TemplateRenderer::Parsed {
  mutable mustache::mustache plain;
};

TemplateRenderer::TemplateRenderer(TemplateSource source, std::unique_ptr<Parsed> parsed)
    : source_(std::move(source)), parsed_(std::move(parsed)) {}
TemplateRenderer::~TemplateRenderer() = default;

base::Result<std::shared_ptr<const TemplateRenderer>> TemplateRenderer::make(TemplateSource source) {
  std::string text;
  for (const TemplatePiece& piece : source.pieces()) text += as_written(piece);
  auto parsed = std::make_unique<Parsed>(Parsed{mustache::mustache(text)});
  if (!parsed->plain.is_valid()) {
    return base::failure({.code = "template-syntax",
                          .place = {source.file(), 0, 0},
                          .what = "the template cannot be parsed: " + parsed->plain.error_message(),
                          .why = {},
                          .remedy = "look for sections that cross each other"});
  }
  return std::shared_ptr<const TemplateRenderer>(new TemplateRenderer(std::move(source), std::move(parsed)));
}

base::Result<std::string> TemplateRenderer::markup(const ViewValue& view) const {
  base::Diagnostics found = source_.check(view);
  if (!found.empty()) return tl::unexpected(std::move(found));
  std::string text = render(parsed_->plain, view);
  if (!parsed_->plain.is_valid()) {
    return base::failure({.code = "template-syntax",
                          .place = {source_.file(), 0, 0},
                          .what = "the template cannot be rendered: " + parsed_->plain.error_message(),
                          .why = {},
                          .remedy = "report this as a fault of the program"});
  }
  return text;
}

base::Result<document::Document> TemplateRenderer::document(const ViewValue& view,
                                                            const model::LanguageTag& language) const {
  const auto text = markup(view);
  if (!text) return tl::unexpected(text.error());
  auto read = document::read_markup(*text, source_.file(), language);
  if (!read) return tl::unexpected(explain(view, std::move(read.error())));
  return read;
}

/// Renders once more, with a mark before each piece, to learn which piece wrote what is wrong.
base::Diagnostics TemplateRenderer::explain(const ViewValue& view, base::Diagnostics found) const {
  std::string text;
  for (std::size_t i = 0; i < source_.pieces().size(); ++i) {
    const TemplatePiece& piece = source_.pieces()[i];
    // Only what shows is marked: a tag that stands alone on its line must go on doing so, or the lines of
    // this rendering would not be those of the plain one.
    const bool shows = piece.kind == TemplatePiece::Kind::variable ||
                       (piece.kind == TemplatePiece::Kind::text &&
                        piece.text.find_first_not_of(" \t\r\n") != std::string::npos);
    if (shows) text += fmt::format("{}{}{}", k_mark_begin, i, k_mark_end);
    text += as_written(piece);
  }
  mustache::mustache marked(text);
  const Unmarked unmarked(render(marked, view));
  for (base::Diagnostic& diagnostic : found) {
    if (diagnostic.place.file != source_.file() || diagnostic.place.line == 0) continue;
    const bool whole_line = diagnostic.place.column == 0;
    const std::size_t offset = offset_of(unmarked.text, diagnostic.place);
    const auto after =
        std::ranges::upper_bound(unmarked.pieces, offset, {}, [](const auto& entry) { return entry.first; });
    if (after == unmarked.pieces.begin()) continue;
    const auto& [begin, index] = *(after - 1);
    const TemplatePiece& piece = source_.pieces()[index];
    diagnostic.place = piece.place;
    if (whole_line) {
      diagnostic.place.column = 0;
    } else if (piece.kind == TemplatePiece::Kind::text) {
      const auto between = std::string_view(unmarked.text).substr(begin, offset - begin);
      diagnostic.place.column +=
          static_cast<std::size_t>(std::ranges::count_if(between, [](char c) { return (c & 0xc0) != 0x80; }));
    }
    if (diagnostic.what.find(" line ") != std::string::npos) diagnostic.what += " of the rendered markup";
  }
  base::sort_by_place(found);
  // The items of a list repeat the same fault.
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace generator::report

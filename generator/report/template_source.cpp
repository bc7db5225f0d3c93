#include "generator/report/template_source.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>

#include "generator/base/file.h"
#include "generator/document/markup_scanner.h"

namespace generator::report {
namespace {

constexpr std::size_t k_most_bytes = 1u << 20;
constexpr std::size_t k_most_pieces = 200000;

bool is_name(std::string_view name) {
  if (name == ".") return true;
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.';
  };
  return !name.empty() && std::ranges::all_of(name, good) && name.front() != '.' && name.back() != '.' &&
         name.find("..") == std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && document::is_markup_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && document::is_markup_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Reads files into one list of pieces.
class TemplateReader {
 public:
  explicit TemplateReader(std::filesystem::path partials) : partials_(std::move(partials)) {}

  void read(const std::filesystem::path& path, const base::Place& named_at) {
    const auto [known, is_new] = files_.try_emplace(path.native());
    base::Result<std::string>& text = known->second;
    if (is_new) text = base::read_file(path, k_most_bytes);
    if (!text) {
      const base::Diagnostic& reason = text.error().front();
      complain(named_at.file.empty() ? base::Place{path.string(), 0, 0} : named_at, "template-missing",
               fmt::format("the template {} cannot be read: {}", path.string(), reason.what), "",
               "put the file there, or correct the name");
      return;
    }
    open_.push_back(path);
    FileCursor cursor{*text, path.string()};
    const std::size_t outer = sections_.size();
    while (!cursor.rest.empty() && pieces.size() < k_most_pieces) read_piece(cursor);
    if (pieces.size() >= k_most_pieces) {
      complain(cursor.place(), "template-syntax", "the template and its partials are too large", "",
               "name each partial fewer times");
    }
    while (sections_.size() > outer) {
      const TemplatePiece& section = pieces[sections_.back()];
      complain(section.place, "template-syntax",
               fmt::format("the section {} is not closed in this file", section.text), "",
               fmt::format("add {{{{/{}}}}}", section.text));
      sections_.pop_back();
    }
    open_.pop_back();
  }

  std::vector<TemplatePiece> pieces;
  base::Diagnostics found;

 private:
  struct FileCursor {
    std::string_view rest;
    std::string file;
    std::size_t line = 1;
    std::size_t column = 1;
    base::Place place() const { return {file, line, column}; }
    void advance(std::size_t bytes) {
      for (const char c : rest.substr(0, bytes)) {
        if (c == '\n') {
          ++line;
          column = 1;
        } else if ((c & 0xc0) != 0x80) {
          ++column;
        }
      }
      rest.remove_prefix(bytes);
    }
  };

  void read_piece(FileCursor& cursor) {
    if (cursor.rest.starts_with("{{")) return read_tag(cursor);
    const std::size_t tag = std::min(cursor.rest.find("{{"), cursor.rest.size());
    const std::size_t line = cursor.rest.find('\n');
    const std::size_t length = line < tag ? line + 1 : tag;
    pieces.push_back({TemplatePiece::Kind::text, std::string(cursor.rest.substr(0, length)), cursor.place()});
    cursor.advance(length);
  }

  void read_tag(FileCursor& cursor) {
    const base::Place place = cursor.place();
    const std::size_t close = cursor.rest.find("}}");
    if (close == std::string_view::npos) {
      complain(place, "template-syntax", "the tag is not closed", "", "end it with }}");
      cursor.rest = {};
      return;
    }
    std::string_view content = trimmed(cursor.rest.substr(2, close - 2));
    const char sigil = content.empty() ? ' ' : content.front();
    if (sigil == '{' || sigil == '&') {
      complain(place, "template-raw", fmt::format("{{{{{} puts text into the markup unchecked", sigil),
               "a case's text could then become markup", "write {{name}}");
      cursor.advance(close + (cursor.rest.substr(close).starts_with("}}}") ? 3 : 2));
      return;
    }
    cursor.advance(close + 2);
    if (sigil == '!') return;
    if (sigil == '=') {
      return complain(place, "template-syntax", "the delimiters of tags cannot be changed", "",
                      "write {{ and }}");
    }
    const bool marked = std::string_view("#^/>").find(sigil) != std::string_view::npos;
    if (marked) content = trimmed(content.substr(1));
    if (!is_name(content)) {
      return complain(place, "template-syntax", fmt::format("\"{}\" is no name", content.substr(0, 40)), "",
                      "names hold letters, digits, _, - and points between them");
    }
    std::string name(content);
    if (sigil == '>') return read_partial(name, place);
    if (sigil == '/') return close_section(name, place, cursor.file);
    const auto kind = sigil == '#'   ? TemplatePiece::Kind::section
                      : sigil == '^' ? TemplatePiece::Kind::inverted
                                     : TemplatePiece::Kind::variable;
    if (marked) sections_.push_back(pieces.size());
    pieces.push_back({kind, std::move(name), place});
  }

  void close_section(const std::string& name, const base::Place& place, const std::string& file) {
    const bool here = !sections_.empty() && pieces[sections_.back()].place.file == file;
    if (!here || pieces[sections_.back()].text != name) {
      complain(place, "template-syntax", fmt::format("the section {} is not open here", name), "",
               here ? fmt::format("close {} first", pieces[sections_.back()].text) : "remove it");
      if (!here) return;
    }
    pieces[sections_.back()].end = pieces.size();
    pieces.push_back({TemplatePiece::Kind::end, pieces[sections_.back()].text, place});
    sections_.pop_back();
  }

  void read_partial(const std::string& name, const base::Place& place) {
    const std::filesystem::path path = partials_ / (name + ".mustache");
    if (std::ranges::find(open_, path) != open_.end()) {
      return complain(place, "template-cycle", fmt::format("the partial {} contains itself", name),
                      "it would never end", "remove one of its uses");
    }
    read(path, place);
  }

  void complain(base::Place place, std::string code, std::string what, std::string why, std::string remedy) {
    found.push_back({std::move(code), std::move(place), std::move(what), std::move(why), std::move(remedy)});
  }

  std::filesystem::path partials_;
  std::map<std::string, base::Result<std::string>> files_;  ///< a partial may be named many times
  std::vector<std::filesystem::path> open_;                 ///< files being read, the innermost last
  std::vector<std::size_t> sections_;                       ///< pieces that open sections not yet closed
};

/// Walks the pieces as the renderer will, and asks of each name whether it is there.
class NameChecker {
 public:
  explicit NameChecker(const std::vector<TemplatePiece>& pieces) : pieces_(pieces) {}

  void walk(std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const TemplatePiece& piece = pieces_[i];
      switch (piece.kind) {
        case TemplatePiece::Kind::text:
        case TemplatePiece::Kind::end: break;
        case TemplatePiece::Kind::variable: variable(piece); break;
        case TemplatePiece::Kind::section:
          section(piece, i);
          i = piece.end;
          break;
        case TemplatePiece::Kind::inverted: {
          const ViewValue* value = find(piece);
          if (value != nullptr && !value->is_truthy()) walk(i + 1, piece.end);
          i = piece.end;
          break;
        }
      }
    }
  }

  std::vector<const ViewValue*> contexts;
  base::Diagnostics found;

 private:
  const ViewValue* find(const TemplatePiece& piece) {
    const ViewValue* value = resolve(contexts, piece.text);
    if (value == nullptr) {
      complain(piece, "template-unknown-name", fmt::format("the view holds no {} here", piece.text),
               "it would be silently empty",
               "correct the name, or list its section in document.json; docs/view.md has all names");
    }
    return value;
  }

  void variable(const TemplatePiece& piece) {
    const ViewValue* value = find(piece);
    if (value == nullptr) return;
    const auto* yes = std::get_if<bool>(&value->value);
    if (std::holds_alternative<std::string>(value->value) || (yes != nullptr && !*yes)) return;
    complain(piece, "template-not-text", fmt::format("{} is no text", piece.text),
             "it would be silently empty", "name one of its members, or open it as a section");
  }

  void section(const TemplatePiece& piece, std::size_t index) {
    const ViewValue* value = find(piece);
    if (value == nullptr || !value->is_truthy()) return;
    if (const auto* items = std::get_if<ViewValue::List>(&value->value)) {
      for (const ViewValue& item : *items) enter(item, index + 1, piece.end);
    } else {
      enter(*value, index + 1, piece.end);
    }
  }

  void enter(const ViewValue& value, std::size_t begin, std::size_t end) {
    contexts.push_back(&value);
    walk(begin, end);
    contexts.pop_back();
  }

  /// Each place once, however many items of a list pass it.
  void complain(const TemplatePiece& piece, std::string code, std::string what, std::string why,
                std::string remedy) {
    base::Diagnostic diagnostic{std::move(code), piece.place, std::move(what), std::move(why),
                                std::move(remedy)};
    if (std::ranges::find(found, diagnostic) == found.end()) found.push_back(std::move(diagnostic));
  }

  const std::vector<TemplatePiece>& pieces_;
};

const ViewValue* resolve_in(const ViewValue& context, std::string_view name) {
  if (const ViewValue* whole = context.find(name)) return whole;
  const std::size_t point = name.find('.');
  if (point == std::string_view::npos) return nullptr;
  const ViewValue* member = context.find(name.substr(0, point));
  return member == nullptr ? nullptr : resolve_in(*member, name.substr(point + 1));
}

}  // namespace

std::map<std::string, std::string> messages_named_in(const std::filesystem::path& folder) {
  std::map<std::string, std::string> named;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    if (entry.path().extension() != ".mustache") continue;
    const auto text = base::read_file(entry.path(), k_most_bytes);
    if (!text) continue;
    std::size_t line = 1;
    std::size_t counted = 0;
    for (std::size_t at = text->find("{{"); at != std::string::npos; at = text->find("{{", at + 2)) {
      const std::string_view tag = std::string_view(*text).substr(at + 2, text->find("}}", at) - at - 2);
      const std::string_view name = tag.substr(std::min(tag.find_first_not_of("#^& \t\n"), tag.size()));
      if (!name.starts_with(k_template_messages)) continue;
      line += static_cast<std::size_t>(std::count(text->data() + counted, text->data() + at, '\n'));
      counted = at;
      named.emplace(trimmed(name), fmt::format("{}:{}", entry.path().string(), line));
    }
  }
  return named;
}

base::Result<TemplateSource> TemplateSource::load(const std::filesystem::path& folder,
                                                  const std::string& name) {
  TemplateSource source;
  const std::filesystem::path path = folder / name / "report.mustache";
  source.file_ = path.string();
  TemplateReader reader(folder / "partials");
  reader.read(path, {});
  if (!reader.found.empty()) {
    base::sort_by_place(reader.found);
    return tl::unexpected(std::move(reader.found));
  }
  source.pieces_ = std::move(reader.pieces);
  return source;
}

base::Diagnostics TemplateSource::check(const ViewValue& view) const {
  NameChecker checker(pieces_);
  checker.contexts.push_back(&view);
  checker.walk(0, pieces_.size());
  base::sort_by_place(checker.found);
  return std::move(checker.found);
}

const ViewValue* resolve(const std::vector<const ViewValue*>& contexts, std::string_view name) {
  if (name == ".") return contexts.empty() ? nullptr : contexts.back();
  for (auto it = contexts.rbegin(); it != contexts.rend(); ++it) {
    if (const ViewValue* value = resolve_in(**it, name)) return value;
  }
  return nullptr;
}

}  // namespace generator::report

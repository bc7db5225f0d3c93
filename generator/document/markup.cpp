// The markup reader: tokens become a tree. Every fault is told and then mended in the way that causes the
// fewest further ones, so that one reading finds all there is to find. Nesting is bounded, so neither this
// nor anything that walks the tree can run out of stack.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "generator/document/markup.h"
#include "generator/document/markup_rules.h"

namespace generator::document {
namespace {

constexpr std::size_t k_most_bytes = 8u << 20;
constexpr std::size_t k_most_depth = 100;
constexpr std::size_t k_most_elements = 250000;
constexpr std::string_view k_closed_list = "paper and page can show only what docs/templates.md lists";

/// An element that stands open. Those of the page's frame (html, head, body, title) are no Element.
struct Frame {
  enum class Kind { root, html, head, body, title, element, unknown };
  Kind kind = Kind::root;
  std::string name;
  std::size_t offset = 0;
  Element* element = nullptr;             ///< of kind element
  std::vector<Node>* children = nullptr;  ///< where elements and text go; null where none may stand
};

/// White space of one line of text, collapsed over the elements in it (CSS Text 3, "normal").
class LineSpace {
 public:
  /// Appends text to the last text of `children`, or as a new one; U+2028 in it as a br.
  void append(std::vector<Node>& children, std::string_view text, std::size_t line) {
    constexpr std::string_view k_line_separator = "\u2028";
    for (std::size_t end = text.find(k_line_separator); end != text.npos; end = text.find(k_line_separator)) {
      append_line(children, text.substr(0, end));
      finish();
      auto br = std::make_unique<Element>();
      br->tag = Tag::br;
      br->line = line;
      children.emplace_back(std::move(br));
      text.remove_prefix(end + k_line_separator.size());
    }
    append_line(children, text);
  }
  /// The line ends here: a space before its end goes.
  void finish() {
    if (trailing_ != nullptr) {
      std::string& text = std::get<Text>((*trailing_)[index_]).value;
      text.pop_back();
      if (text.empty()) trailing_->erase(trailing_->begin() + static_cast<std::ptrdiff_t>(index_));
    }
    trailing_ = nullptr;
    at_start_ = true;
  }

 private:
  void append_line(std::vector<Node>& children, std::string_view text) {
    std::string collapsed;
    for (const char c : text) {
      if (!is_markup_space(c)) {
        collapsed += c;
        at_start_ = false;
        trailing_ = nullptr;
      } else if (!at_start_ && trailing_ == nullptr) {
        collapsed += ' ';
        trailing_ = &children;
      }
    }
    if (collapsed.empty()) return;
    if (!children.empty() && std::holds_alternative<Text>(children.back())) {
      std::get<Text>(children.back()).value += collapsed;
    } else {
      children.emplace_back(Text{std::move(collapsed)});
    }
    if (trailing_ == &children) index_ = children.size() - 1;
  }
  bool at_start_ = true;
  std::vector<Node>* trailing_ = nullptr;  ///< whose text at index_ ends with a space that may yet go
  std::size_t index_ = 0;
};

class MarkupReader {
 public:
  MarkupReader(std::string_view text, const std::string& file, const model::LanguageTag& fallback)
      : findings_(text, file), scanner_(text, findings_), text_(text) {
    document_.file = file;
    document_.language = fallback;
    document_.direction = fallback.direction();
  }

  base::Result<Document> read() {
    if (text_.size() > k_most_bytes) {
      findings_.add(0, "markup-too-large", fmt::format("the markup has {} bytes", text_.size()),
                    fmt::format("at most {} are read", k_most_bytes), "make several documents of it");
    } else if (check_characters(text_, findings_)) {
      read_all();
    }
    if (!findings_.empty()) return tl::unexpected(findings_.take());
    return std::move(document_);
  }

 private:
  void read_all() {
    Frame root;
    root.children = &document_.body;
    frames_.push_back(std::move(root));
    while (!findings_.full()) {
      const MarkupToken token = scanner_.next();
      switch (token.kind) {
        case MarkupToken::Kind::start: start(token); break;
        case MarkupToken::Kind::end: end(token); break;
        case MarkupToken::Kind::text: words(token); break;
        case MarkupToken::Kind::finish: return finish();
      }
      if (frames_.size() > k_most_depth) {
        findings_.add(token.offset, "markup-depth",
                      fmt::format("elements stand more than {} deep in one another", k_most_depth),
                      "nobody could follow them", "close elements where they end");
        return;
      }
      if (elements_ > k_most_elements) {
        findings_.add(token.offset, "markup-too-large",
                      fmt::format("the markup has more than {} elements", k_most_elements),
                      "at most so many are read", "make several documents of it");
        return;
      }
    }
  }

  /// The innermost open element that is known.
  Frame& holder() {
    return *std::find_if(frames_.rbegin(), frames_.rend(),
                         [](const Frame& frame) { return frame.kind != Frame::Kind::unknown; });
  }

  void start(const MarkupToken& token) {
    if (start_of_frame(token)) return;
    const std::optional<Tag> tag = parse_tag(token.name);
    if (!tag) return unknown_element(token);
    Frame& parent = holder();
    check_place(*tag, token, parent);
    check_required(*tag, token, findings_);

    if (++elements_ > k_most_elements) return;
    auto made = std::make_unique<Element>();
    Element& element = *made;
    element.tag = *tag;
    element.line = findings_.line(token.offset);
    for (const MarkupAttribute& attribute : token.attributes) apply_attribute(element, attribute, findings_);
    remember(element, token);
    const bool in_line = k_inline_tags.holds(*tag);
    if (!in_line || *tag == Tag::br) space_.finish();
    // A misplaced element still gets a place, so that what it holds is checked too; the tree is then thrown
    // away.
    std::vector<Node>& children = parent.children == nullptr ? document_.body : *parent.children;
    children.emplace_back(std::move(made));
    if (*tag == Tag::br) return;
    if (token.self_closing) {
      if (is_drawing(*tag)) return check_whole(element, offsets_, findings_);
      not_self_closing(token);
    }
    frames_.push_back({.kind = Frame::Kind::element,
                       .name = token.name,
                       .offset = token.offset,
                       .element = &element,
                       .children = &element.children});
  }

  /// html, head, body and what stands in head; true if the token was one of them.
  bool start_of_frame(const MarkupToken& token) {
    using enum Frame::Kind;
    Frame& parent = holder();
    const bool in_head = parent.kind == head;
    if (token.name == "meta") {
      if (!in_head) misplaced(token, "head");
      meta(token);
      return true;
    }
    Frame::Kind kind = root;
    if (token.name == "html") kind = html;
    if (token.name == "head") kind = head;
    if (token.name == "body") kind = body;
    if (token.name == "title" && (in_head || parent.kind != element || !is_drawing(parent.element->tag)))
      kind = title;
    if (kind == root) return false;

    const bool known_before = std::ranges::find(frame_tags_, kind) != frame_tags_.end();
    const bool placed = kind == html    ? parent.kind == root && document_.body.empty()
                        : kind == title ? in_head
                                        : parent.kind == html ||
                                              (kind == head && parent.kind == root && document_.body.empty());
    if (known_before || !placed ||
        (kind == head && std::ranges::find(frame_tags_, body) != frame_tags_.end())) {
      misplaced(token,
                kind == title ? "head, once" : "the page's frame: html, in it head, then body, each once");
    }
    frame_tags_.push_back(kind);
    for (const MarkupAttribute& attribute : token.attributes) {
      if (kind == html && (attribute.name == "lang" || attribute.name == "dir")) {
        page_language(attribute);
      } else {
        findings_.add(attribute.offset, "markup-unknown-attribute",
                      fmt::format("<{}> has no attribute {}", token.name, attribute.name),
                      std::string(k_closed_list), "remove it");
      }
    }
    if (token.self_closing) not_self_closing(token);
    frames_.push_back({.kind = kind,
                       .name = token.name,
                       .offset = token.offset,
                       .children = kind == body ? &document_.body : nullptr});
    return true;
  }

  void page_language(const MarkupAttribute& attribute) {
    Element scratch;
    apply_attribute(scratch, attribute, findings_);
    if (scratch.language) document_.language = *scratch.language;
    if (attribute.name == "dir") page_direction_ = scratch.direction;
    if (scratch.direction) document_.direction = page_direction_.value_or(*scratch.direction);
  }

  void meta(const MarkupToken& token) {
    const auto value = [&token](std::string_view name) {
      const auto it = std::ranges::find(token.attributes, name, &MarkupAttribute::name);
      return it == token.attributes.end() ? std::string() : it->value;
    };
    for (const MarkupAttribute& attribute : token.attributes) {
      if (attribute.name != "name" && attribute.name != "content" && attribute.name != "charset") {
        findings_.add(attribute.offset, "markup-unknown-attribute",
                      fmt::format("<meta> has no attribute {}", attribute.name), std::string(k_closed_list),
                      "remove it");
      }
    }
    const std::string name = value("name");
    Furniture& furniture = document_.furniture;
    if (name.empty() && (value("charset") == "utf-8" || value("charset") == "UTF-8")) return;
    if (name == "viewport") return;
    if (name == "consilium:running-head") {
      furniture.running_head = value("content");
    } else if (name == "consilium:page-label") {
      furniture.page_label = value("content");
    } else if (name == "consilium:mark") {
      furniture.mark = value("content");
    } else if (name == "consilium:summary") {
      furniture.summary = value("content");
    } else if (name == "consilium:skip-label") {
      furniture.skip_label = value("content");
    } else if (name == "consilium:most-pages") {
      most_pages(token, value("content"));
    } else {
      findings_.add(token.offset, "markup-bad-value",
                    fmt::format("this <meta> is not known{}", name.empty() ? "" : ": " + name), "",
                    "known are charset=\"utf-8\", viewport, consilium:running-head, consilium:page-label, "
                    "consilium:mark, consilium:skip-label, consilium:most-pages and consilium:summary");
    }
  }

  void most_pages(const MarkupToken& token, const std::string& pages) {
    const char* const end = pages.data() + pages.size();
    const auto [read, error] = std::from_chars(pages.data(), end, document_.most_pages);
    if (error == std::errc() && read == end && document_.most_pages > 0) return;
    document_.most_pages = 0;
    findings_.add(token.offset, "markup-bad-value", fmt::format("\"{}\" is no number of pages", pages), "",
                  "write a whole number from 1");
  }

  void unknown_element(const MarkupToken& token) {
    const bool raw = token.name == "script" || token.name == "style";
    const bool lower = std::ranges::none_of(token.name, [](char c) { return c >= 'A' && c <= 'Z'; });
    findings_.add(token.offset, "markup-unknown-element", fmt::format("there is no element <{}>", token.name),
                  std::string(k_closed_list),
                  raw     ? "remove it; looks are set in theme.json"
                  : lower ? fmt::format("use one of {}", names_of(k_body_tags | k_inline_tags))
                          : "write names of elements in lower case");
    if (raw && !token.self_closing) return scanner_.skip_raw(token.name);
    if (!token.self_closing)
      frames_.push_back({.kind = Frame::Kind::unknown, .name = token.name, .offset = token.offset});
  }

  void misplaced(const MarkupToken& token, std::string_view where) {
    findings_.add(token.offset, "markup-nesting", fmt::format("<{}> may not stand here", token.name), "",
                  fmt::format("it belongs in {}", where));
  }

  void not_self_closing(const MarkupToken& token) {
    findings_.add(token.offset, "markup-syntax", fmt::format("<{}/> is not closed by its slash", token.name),
                  "HTML ignores the slash and takes what follows as content",
                  fmt::format("write <{0}></{0}>", token.name));
  }

  void check_place(Tag tag, const MarkupToken& token, Frame& parent) {
    TagSet allowed;
    if (parent.kind == Frame::Kind::body) allowed = k_body_tags;
    const bool framed = std::ranges::any_of(
        frame_tags_, [](Frame::Kind kind) { return kind == Frame::Kind::html || kind == Frame::Kind::body; });
    if (parent.kind == Frame::Kind::root && !framed) allowed = k_body_tags;
    if (parent.kind == Frame::Kind::element) allowed = content_of(parent.element->tag);
    const bool in_link = tag == Tag::a && std::ranges::any_of(frames_, [](const Frame& f) {
                           return f.kind == Frame::Kind::element && f.element->tag == Tag::a;
                         });
    if (!allowed.holds(tag) || in_link) {
      const std::string where =
          parent.kind == Frame::Kind::root ? "the page" : fmt::format("<{}>", parent.name);
      const bool nothing = allowed.empty();
      findings_.add(
          token.offset, "markup-nesting",
          in_link ? "a link stands in a link" : fmt::format("<{}> may not stand in {}", token.name, where),
          "",
          in_link   ? "close the outer one first"
          : nothing ? fmt::format("{} holds no elements", where)
                    : fmt::format("{} may hold {}", where, names_of(allowed)));
    }
  }

  void remember(const Element& element, const MarkupToken& token) {
    constexpr TagSet k_placed = {Tag::table,   Tag::tr,         Tag::th, Tag::td,      Tag::dl,
                                 Tag::figure,  Tag::svg,        Tag::h1, Tag::h2,      Tag::h3,
                                 Tag::caption, Tag::figcaption, Tag::a,  Tag::details, Tag::summary};
    if (k_placed.holds(element.tag)) offsets_.emplace(&element, token.offset);
    if (element.href.starts_with('#')) targets_.emplace_back(element.href.substr(1), token.offset);
    if (element.id.empty()) return;
    const auto [it, fresh] = ids_.emplace(element.id, element.line);
    if (!fresh) {
      findings_.add(token.offset, "markup-duplicate-id",
                    fmt::format("the id {} is there already, on line {}", element.id, it->second),
                    "a link to it would have two ends", "give each its own id");
    }
  }

  void end(const MarkupToken& token) {
    const auto open = std::find_if(frames_.rbegin(), frames_.rend() - 1,
                                   [&](const Frame& frame) { return frame.name == token.name; });
    if (open == frames_.rend() - 1) {
      const bool empty = token.name == "br" || token.name == "meta";
      findings_.add(token.offset, "markup-stray-end",
                    fmt::format("</{}> closes nothing that is open", token.name),
                    empty ? "the element has no end tag" : "", "remove it, or open the element before it");
      return;
    }
    const auto above = static_cast<std::size_t>(open - frames_.rbegin());
    for (std::size_t i = 0; i < above; ++i) {
      unclosed(frames_.back(),
               fmt::format("before </{}> on line {}", token.name, findings_.line(token.offset)));
      close();
    }
    close();
  }

  void unclosed(const Frame& frame, const std::string& where) {
    findings_.add(frame.offset, "markup-unclosed", fmt::format("<{}> is not closed {}", frame.name, where),
                  "", fmt::format("add </{}>", frame.name));
  }

  void close() {
    const Frame& frame = frames_.back();
    if (frame.kind == Frame::Kind::title)
      document_.furniture.title = collapse_space(document_.furniture.title);
    if (frame.kind == Frame::Kind::element) {
      if (!k_inline_tags.holds(frame.element->tag)) space_.finish();
      check_whole(*frame.element, offsets_, findings_);
    }
    frames_.pop_back();
  }

  void words(const MarkupToken& token) {
    Frame& parent = holder();
    const bool blank = std::ranges::all_of(token.text, is_markup_space);
    if (parent.kind == Frame::Kind::title) {
      document_.furniture.title += token.text;
      return;
    }
    const bool allowed = parent.kind == Frame::Kind::element && holds_text(parent.element->tag);
    if (!allowed) {
      if (blank || frames_.back().kind == Frame::Kind::unknown) return;
      const auto first = static_cast<std::size_t>(std::ranges::find_if_not(token.text, is_markup_space) -
                                                  token.text.begin());
      findings_.add(
          token.offset + first, "markup-nesting",
          fmt::format("text stands directly in {}",
                      parent.kind == Frame::Kind::root ? "the page" : fmt::format("<{}>", parent.name)),
          "it would have no style and no place in the structure", "put it into a p, li or cell");
      return;
    }
    space_.append(*parent.children, token.text, findings_.line(token.offset));
  }

  void finish() {
    while (frames_.size() > 1) {
      unclosed(frames_.back(), "by the end of the text");
      close();
    }
    for (const auto& [id, offset] : targets_) {
      if (ids_.contains(id)) continue;
      findings_.add(offset, "markup-missing-target",
                    fmt::format("the link leads to #{}, which is nowhere", id),
                    "a reader would click in vain", "give an element that id, or remove the link");
    }
  }

  MarkupFindings findings_;
  MarkupScanner scanner_;
  std::string_view text_;
  Document document_;
  std::optional<model::Direction> page_direction_;
  std::vector<Frame> frames_;
  std::vector<Frame::Kind> frame_tags_;  ///< of the page's frame, in the order in which they came
  LineSpace space_;
  std::size_t elements_ = 0;
  MarkupOffsets offsets_;
  std::map<std::string, std::size_t> ids_;  ///< with their lines
  std::vector<std::pair<std::string, std::size_t>> targets_;
};

}  // namespace

base::Result<Document> read_markup(std::string_view text, const std::string& file,
                                   const model::LanguageTag& fallback) {
  return MarkupReader(text, file, fallback).read();
}

}  // namespace generator::document

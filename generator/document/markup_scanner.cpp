#include "generator/document/markup_scanner.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>

namespace generator::document {
namespace {

constexpr std::size_t k_most_findings = 50;

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == ':' ||
         c == '_';
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct NamedReference {
  std::string_view name;
  std::string_view text;
};
constexpr NamedReference k_named[] = {{"amp", "&"},   {"lt", "<"},   {"gt", ">"},
                                      {"quot", "\""}, {"apos", "'"}, {"nbsp", "\xc2\xa0"}};

/// A character that text may hold: no control character but white space, no surrogate, no noncharacter.
bool is_text_character(char32_t c) {
  if (c < 0x20) return c == '\t' || c == '\n' || c == '\f' || c == '\r';
  if (c >= 0x7f && c < 0xa0) return false;
  if (c >= 0xd800 && c < 0xe000) return false;
  if (c >= 0xfdd0 && c <= 0xfdef) return false;
  return c <= 0x10ffff && (c & 0xfffe) != 0xfffe;
}

/// The number in "&#...;", without the frame.
std::optional<char32_t> numeric(std::string_view digits) {
  const bool hexadecimal = digits.starts_with('x') || digits.starts_with('X');
  if (hexadecimal) digits.remove_prefix(1);
  std::uint32_t value = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), value, hexadecimal ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  if (!is_text_character(value)) return std::nullopt;
  return static_cast<char32_t>(value);
}

}  // namespace

MarkupFindings::MarkupFindings(std::string_view text, std::string file)
    : text_(text), file_(std::move(file)), line_starts_{0} {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1))
    line_starts_.push_back(end + 1);
}

bool MarkupFindings::full() const {
  return found_.size() >= k_most_findings;
}

std::size_t MarkupFindings::line(std::size_t offset) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(line_starts_, offset) - line_starts_.begin());
}

void MarkupFindings::add(std::size_t offset, std::string code, std::string what, std::string why,
                         std::string remedy) {
  if (full()) return;
  const std::size_t number = line(offset);
  const std::string_view before = text_.substr(line_starts_[number - 1], offset - line_starts_[number - 1]);
  const auto characters = std::ranges::count_if(before, [](char c) { return (c & 0xc0) != 0x80; });
  base::Diagnostic diagnostic;
  diagnostic.code = std::move(code);
  diagnostic.place = {file_, number, static_cast<std::size_t>(characters) + 1};
  // What is quoted from the text must not reach a terminal as commands.
  std::ranges::replace_if(
      what, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
  diagnostic.what = std::move(what);
  diagnostic.why = std::move(why);
  diagnostic.remedy = std::move(remedy);
  found_.push_back(std::move(diagnostic));
}

base::Diagnostics MarkupFindings::take() {
  base::sort_by_place(found_);
  return std::move(found_);
}

MarkupScanner::MarkupScanner(std::string_view text, MarkupFindings& findings)
    : text_(text), findings_(findings) {
  if (at("\xef\xbb\xbf")) position_ = 3;
}

MarkupToken MarkupScanner::next() {
  while (position_ < text_.size()) {
    if (at("<!--")) {
      comment();
    } else if (at("<!") || at("<?")) {
      declaration();
    } else if (at("</")) {
      return tag(true);
    } else if (at("<") && position_ + 1 < text_.size() && is_letter(text_[position_ + 1])) {
      return tag(false);
    } else {
      return text();
    }
  }
  MarkupToken token;
  token.offset = text_.size();
  return token;
}

void MarkupScanner::comment() {
  const std::size_t end = text_.find("-->", position_ + 4);
  if (end == std::string_view::npos) {
    findings_.add(position_, "markup-syntax", "the comment has no end", "everything after it would be lost",
                  "close it with -->");
    position_ = text_.size();
    return;
  }
  position_ = end + 3;
}

void MarkupScanner::declaration() {
  const std::size_t end = text_.find('>', position_);
  std::string content(text_.substr(position_, end == std::string_view::npos ? end : end - position_));
  std::ranges::transform(content, content.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (started_ || content != "<!doctype html" || end == std::string_view::npos) {
    findings_.add(position_, "markup-syntax", "a declaration stands here",
                  "only <!doctype html> is known, at the very start", "remove it");
  }
  started_ = true;
  position_ = end == std::string_view::npos ? text_.size() : end + 1;
}

void MarkupScanner::skip_space() {
  while (position_ < text_.size() && is_markup_space(text_[position_])) ++position_;
}

MarkupToken MarkupScanner::tag(bool end) {
  started_ = true;
  MarkupToken token;
  token.kind = end ? MarkupToken::Kind::end : MarkupToken::Kind::start;
  token.offset = position_;
  position_ += end ? 2 : 1;
  const std::size_t name = position_;
  while (position_ < text_.size() && is_name_character(text_[position_])) ++position_;
  token.name = text_.substr(name, position_ - name);
  while (true) {
    skip_space();
    if (position_ >= text_.size() || at("<")) {
      findings_.add(token.offset, "markup-syntax",
                    fmt::format("the tag <{}{}> is not finished", end ? "/" : "", token.name), "",
                    "close it with >");
      return token;
    }
    if (at(">")) {
      ++position_;
      break;
    }
    if (at("/>")) {
      position_ += 2;
      token.self_closing = true;
      break;
    }
    attribute(token);
  }
  if (end && (token.self_closing || !token.attributes.empty())) {
    findings_.add(token.offset, "markup-syntax",
                  fmt::format("the end tag </{}> holds more than its name", token.name), "",
                  fmt::format("write </{}>", token.name));
  }
  return token;
}

void MarkupScanner::attribute(MarkupToken& token) {
  MarkupAttribute read;
  read.offset = position_;
  while (position_ < text_.size() && is_name_character(text_[position_])) ++position_;
  read.name = text_.substr(read.offset, position_ - read.offset);
  if (read.name.empty()) {
    findings_.add(position_, "markup-syntax",
                  fmt::format("the tag <{}> holds a character that no attribute starts with", token.name), "",
                  "write attributes as name=\"value\"");
    while (position_ < text_.size() && !is_markup_space(text_[position_]) && text_[position_] != '>' &&
           text_[position_] != '<') {
      ++position_;
    }
    return;
  }
  skip_space();
  if (!at("=")) {
    findings_.add(read.offset, "markup-syntax", fmt::format("the attribute {} has no value", read.name), "",
                  fmt::format("write {}=\"...\"", read.name));
    return;
  }
  ++position_;
  skip_space();
  if (!at("\"") && !at("'")) {
    findings_.add(read.offset, "markup-syntax",
                  fmt::format("the value of {} stands without quotes", read.name), "",
                  fmt::format("write {}=\"...\"", read.name));
    while (position_ < text_.size() && !is_markup_space(text_[position_]) && text_[position_] != '>')
      ++position_;
    return;
  }
  const char quote = text_[position_++];
  const std::size_t close = text_.find(quote, position_);
  if (close == std::string_view::npos) {
    findings_.add(read.offset, "markup-syntax",
                  fmt::format("the value of {} has no closing quote", read.name), "",
                  fmt::format("end it with {}", quote));
    position_ = text_.size();
    return;
  }
  std::string value;
  while (position_ < close) {
    if (text_[position_] == '&') {
      reference(value);
    } else {
      value += text_[position_++];
    }
  }
  position_ = close + 1;
  read.value = collapse_space(value);
  const bool repeated =
      token.attributes.size() < 32 &&
      std::ranges::any_of(token.attributes, [&](const MarkupAttribute& a) { return a.name == read.name; });
  if (repeated || token.attributes.size() >= 32) {
    findings_.add(read.offset, "markup-duplicate-attribute",
                  repeated ? fmt::format("the attribute {} stands twice in <{}>", read.name, token.name)
                           : fmt::format("<{}> has more than 32 attributes", token.name),
                  "", "keep one");
    return;
  }
  token.attributes.push_back(std::move(read));
}

MarkupToken MarkupScanner::text() {
  MarkupToken token;
  token.kind = MarkupToken::Kind::text;
  token.offset = position_;
  if (at("<")) {
    findings_.add(position_, "markup-syntax", "a < stands alone", "it would start a tag", "write &lt;");
    token.text += text_[position_++];
  }
  while (position_ < text_.size() && text_[position_] != '<') {
    if (text_[position_] == '&') {
      reference(token.text);
    } else {
      token.text += text_[position_++];
    }
  }
  if (!started_ && !std::ranges::all_of(token.text, is_markup_space)) started_ = true;
  return token;
}

void MarkupScanner::reference(std::string& out) {
  constexpr std::size_t k_longest = 12;
  const std::size_t end = text_.substr(position_, k_longest).find(';');
  const std::string_view name =
      end == std::string_view::npos ? std::string_view() : text_.substr(position_ + 1, end - 1);
  if (name.starts_with('#')) {
    if (const auto character = numeric(name.substr(1))) {
      append_utf8(out, *character);
      position_ += end + 1;
      return;
    }
  } else {
    for (const NamedReference& known : k_named) {
      if (known.name != name) continue;
      out += known.text;
      position_ += end + 1;
      return;
    }
  }
  findings_.add(position_, "markup-entity", "this & starts no character reference that is known here",
                "known are &amp; &lt; &gt; &quot; &apos; &nbsp; and numbers such as &#39; of characters that "
                "text may hold",
                "write &amp; for the sign itself, or the character as it is");
  out += '&';
  ++position_;
}

void MarkupScanner::skip_raw(std::string_view name) {
  const std::size_t end = text_.find(std::string("</") + std::string(name), position_);
  position_ = end == std::string_view::npos ? text_.size() : text_.find('>', end);
  position_ = position_ == std::string_view::npos ? text_.size() : position_;
  if (position_ < text_.size() && text_[position_] == '>') ++position_;
}

bool check_characters(std::string_view text, MarkupFindings& findings) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead >= 0x20 && lead < 0x7f) {
      ++i;
      continue;
    }
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xc2 ? 0
                               : lead < 0xe0 ? 2
                               : lead < 0xf0 ? 3
                               : lead < 0xf5 ? 4
                                             : 0;
    char32_t character = length == 1 ? lead : lead & (0xffu >> (length + 1));
    bool whole = length > 0 && i + length <= text.size();
    for (std::size_t j = 1; whole && j < length; ++j) {
      const auto next = static_cast<unsigned char>(text[i + j]);
      whole = (next & 0xc0) == 0x80;
      character = (character << 6) | (next & 0x3f);
    }
    const bool shortest = !(length == 3 && character < 0x800) && !(length == 4 && character < 0x10000);
    if (!whole || !shortest || (character >= 0xd800 && character < 0xe000) || character > 0x10ffff) {
      findings.add(i, "markup-encoding", "the text is not UTF-8 from here on",
                   "what cannot be decoded cannot be shown", "save the file as UTF-8");
      return false;
    }
    if (!is_text_character(character)) {
      findings.add(
          i, "markup-character",
          fmt::format("the character U+{:04X} stands in the text", static_cast<std::uint32_t>(character)),
          "it is a control character or none at all: neither paper nor a page can show it",
          "remove it from the template or the case");
    }
    i += length;
  }
  return true;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | (c >> 6));
    put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3f));
    put(0x80 | ((c >> 6) & 0x3f));
    put(0x80 | (c & 0x3f));
  }
}

bool is_markup_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

std::string collapse_space(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (!is_markup_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace generator::document

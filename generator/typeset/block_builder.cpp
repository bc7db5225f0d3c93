#include "generator/typeset/block_builder.h"

#include <fmt/format.h>

#include <algorithm>

#include "generator/typeset/numerals.h"

namespace generator::typeset {
namespace {

using document::Element;
using document::Node;
using document::Tag;
using document::Text;

bool stands_in_line(const Node& node) {
  const Element* element = element_of(node);
  return element == nullptr || is_inline(element->tag);
}

bool says_something(const Node* node) {
  const auto* text = std::get_if<Text>(node);
  return text == nullptr || text->value.find_first_not_of(' ') != std::string::npos;
}

Role role_of_heading(Tag tag) {
  return tag == Tag::h1 ? Role::h1 : tag == Tag::h2 ? Role::h2 : Role::h3;
}

/// A heading in two languages is a paragraph for each.
void balance(Block& block) {
  if (auto* paragraph = std::get_if<ParagraphBlock>(&block.content)) paragraph->balanced = true;
  if (auto* container = std::get_if<ContainerBlock>(&block.content))
    for (Block& child : container->children) balance(child);
  if (auto* beside = std::get_if<BesideBlock>(&block.content))
    for (Block& part : beside->parts) balance(part);
}

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

}  // namespace

base::Result<PreparedDocument> BlockBuilder::build() {
  Context context;
  context.language = document_.language;
  context.direction = document_.direction;
  context.style = styles_.root();
  PreparedDocument prepared;
  prepared.blocks = build_children(document_.body, context);
  if (!diagnostics_.empty()) return tl::unexpected(std::move(diagnostics_));
  prepared.structure = structure_.take();
  prepared.links = std::move(links_);
  prepared.optional = std::move(optional_);
  return prepared;
}

BlockBuilder::Context BlockBuilder::inside(const Element& element, const Context& outer) const {
  Context context = outer;
  if (element.language) context.language = *element.language;
  context.direction = direction_of(element, outer.direction);
  context.style = styles_.of(element, outer.style, context.language);
  context.line = element.line;
  ++context.depth;
  return context;
}

Block BlockBuilder::start_block(const Element& element, const Context& context) const {
  Block block;
  block.box = context.style.box;
  block.direction = context.direction;
  block.line = element.line;
  block.text_size = context.style.text.size;
  block.least_pages = context.style.least_pages;
  if (!element.id.empty()) block.anchors.push_back(element.id);
  return block;
}

std::vector<Block> BlockBuilder::build_children(const Nodes& nodes, const Context& context) {
  std::vector<Block> blocks;
  const bool mixed = std::ranges::any_of(nodes, [](const Node& node) { return !stands_in_line(node); });
  for (std::size_t i = 0; i < nodes.size();) {
    if (!stands_in_line(nodes[i])) {
      add_optional(*element_of(nodes[i]), context, blocks);
      ++i;
      continue;
    }
    std::vector<const Node*> run;
    for (; i < nodes.size() && stands_in_line(nodes[i]); ++i) run.push_back(&nodes[i]);
    if (std::ranges::none_of(run, says_something)) continue;
    // Beside blocks, text gets a paragraph node of its own; alone it belongs to the element around it.
    Context own = context;
    if (mixed || own.node == 0) own.node = structure_.add(Role::paragraph, context.node, context.language);
    add_paragraph(run, own, blocks);
  }
  return blocks;
}

void BlockBuilder::add_optional(const Element& element, const Context& context, std::vector<Block>& blocks) {
  const NodeIndex first = structure_.size();
  const std::size_t known = optional_.size();
  const std::size_t before = blocks.size();
  add_element(element, context, blocks);
  if (blocks.size() == before || blocks.back().least_pages == 0) return;
  blocks.back().optional = true;
  optional_.resize(known);  // what is optional within it goes with it
  optional_.push_back({blocks.back().least_pages, first, structure_.size()});
}

void BlockBuilder::add_element(const Element& element, const Context& context, std::vector<Block>& blocks) {
  if (context.depth >= k_max_depth) {
    report({{"layout-too-deep",
             {},
             fmt::format("elements are nested more than {} deep", k_max_depth),
             "the report cannot be laid out",
             "nest fewer elements"}},
           element.line);
    return;
  }
  switch (element.tag) {
    case Tag::section: blocks.push_back(build_container(element, context, Role::section)); return;
    case Tag::aside: blocks.push_back(build_container(element, context, Role::note)); return;
    // Paper has nothing to unfold: it is a section, and its summary the line that begins it.
    case Tag::details: blocks.push_back(build_container(element, context, Role::section)); return;
    case Tag::summary: blocks.push_back(build_summary(element, context)); return;
    case Tag::h1:
    case Tag::h2:
    case Tag::h3: blocks.push_back(build_text_block(element, context, role_of_heading(element.tag))); return;
    case Tag::p: blocks.push_back(build_text_block(element, context, Role::paragraph)); return;
    case Tag::caption:
    case Tag::figcaption: blocks.push_back(build_text_block(element, context, Role::caption)); return;
    case Tag::ul:
    case Tag::ol: blocks.push_back(build_list(element, context)); return;
    case Tag::dl: blocks.push_back(build_description_list(element, context)); return;
    case Tag::table: blocks.push_back(build_table(element, context)); return;
    case Tag::figure: blocks.push_back(build_figure(element, context)); return;
    case Tag::svg: {
      const NodeIndex node = structure_.add(Role::figure, context.node, context.language);
      blocks.push_back(build_drawing(element, context, node));
      return;
    }
    // These stand only inside of those above, which build them.
    case Tag::li:
    case Tag::dt:
    case Tag::dd:
    case Tag::thead:
    case Tag::tbody:
    case Tag::tr:
    case Tag::th:
    case Tag::td:
    case Tag::a:
    case Tag::strong:
    case Tag::em:
    case Tag::span:
    case Tag::br:
    case Tag::title:
    case Tag::g:
    case Tag::rect:
    case Tag::line:
    case Tag::path:
    case Tag::text: return;
  }
}

void BlockBuilder::add_paragraph(const std::vector<const Node*>& nodes, const Context& context,
                                 std::vector<Block>& blocks) {
  if (std::ranges::any_of(nodes, [this](const Node* node) { return is_beside(*node); }))
    return add_parts(nodes, context, blocks);
  Block block;
  block.direction = context.direction;
  block.line = context.line;
  InlineContent content = collector_.collect(
      nodes, {context.node, context.language, context.direction, context.style}, block.anchors);
  if (content.text.empty()) {
    // Nothing of it is seen, but a link may lead to it.
    if (!block.anchors.empty()) blocks.push_back(std::move(block));
    return;
  }
  auto number = page_number(content);
  auto paragraph = shape(std::move(content), context.direction, context.line);
  if (!paragraph) return;
  block.content =
      ParagraphBlock{std::move(*paragraph), context.style.align, context.style.text.size, std::move(number)};
  blocks.push_back(std::move(block));
}

bool BlockBuilder::is_beside(const Node& node) const {
  const Element* element = element_of(node);
  return element != nullptr && element->tag == Tag::span &&
         styles_.of(*element, styles_.root(), document_.language).beside;
}

void BlockBuilder::add_parts(const std::vector<const Node*>& nodes, const Context& context,
                             std::vector<Block>& blocks) {
  std::vector<const Node*> run;
  const auto end_run = [&] {
    if (std::ranges::any_of(run, says_something)) {
      Context own = context;
      own.node = structure_.add(Role::part, context.node, context.language);
      add_paragraph(run, own, blocks);
    }
    run.clear();
  };
  for (const Node* node : nodes) {
    if (!is_beside(*node)) {
      run.push_back(node);
      continue;
    }
    end_run();
    blocks.push_back(build_beside(*element_of(*node), context));
  }
  end_run();
}

Block BlockBuilder::build_beside(const Element& element, const Context& outer) {
  const Context context = inside(element, outer);
  Block block = start_block(element, context);
  BesideBlock beside;
  for (const Node& node : element.children) {
    if (!says_something(&node)) continue;
    const Element* child = element_of(node);
    const bool span = child != nullptr && child->tag == Tag::span;
    Context own = span ? inside(*child, context) : context;
    own.node = structure_.add(Role::part, context.node, own.language);
    std::vector<const Node*> nodes;
    if (span)
      for (const Node& inner : child->children) nodes.push_back(&inner);
    else
      nodes.push_back(&node);
    const std::size_t before = beside.parts.size();
    add_paragraph(nodes, own, beside.parts);
    if (span && !child->id.empty() && beside.parts.size() > before)
      beside.parts[before].anchors.push_back(child->id);
  }
  block.content = std::move(beside);
  return block;
}

std::string BlockBuilder::title_of(const Element& heading) const {
  std::string title;
  for (const Node& node : heading.children) {
    const Element* element = element_of(node);
    if (element == nullptr) {
      title += std::get<Text>(node).value;
    } else if (!is_beside(node)) {
      title += plain_text(*element);
    } else {
      std::string parts;
      for (const Node& child : element->children)
        if (const Element* part = element_of(child))
          parts += (parts.empty() ? "" : " / ") + trimmed(plain_text(*part));
      title += parts;
    }
  }
  return trimmed(title);
}

Block BlockBuilder::build_text_block(const Element& element, const Context& outer, Role role) {
  Context context = inside(element, outer);
  Block block = start_block(element, context);
  context.node = structure_.add(role, outer.node, context.language);
  const bool heading = role == Role::h1 || role == Role::h2 || role == Role::h3;
  if (heading)
    block.outline = OutlineMark{title_of(element), role == Role::h1 ? 1 : role == Role::h2 ? 2 : 3};
  std::vector<const Node*> nodes;
  for (const Node& node : element.children) nodes.push_back(&node);
  if (std::ranges::any_of(element.children, [this](const Node& node) { return is_beside(node); })) {
    ContainerBlock parts;
    add_parts(nodes, context, parts.children);
    block.content = std::move(parts);
    if (heading) balance(block);
    return block;
  }
  InlineContent content = collector_.collect(
      nodes, {context.node, context.language, context.direction, context.style}, block.anchors);
  if (content.text.empty()) return block;
  auto number = page_number(content);
  if (auto paragraph = shape(std::move(content), context.direction, element.line))
    block.content = ParagraphBlock{std::move(*paragraph), context.style.align, context.style.text.size,
                                   std::move(number), heading};
  return block;
}

std::optional<PageNumber> BlockBuilder::page_number(const InlineContent& content) const {
  if (content.spans.empty()) return std::nullopt;
  const InlineSpan& last = content.spans.back();
  const auto link = links_.find(last.owner);
  if (link == links_.end() || !link->second.page_reference) return std::nullopt;
  return PageNumber{link->second.target.substr(1), *link->second.page_reference, document_.language,
                    last.owner};
}

Block BlockBuilder::build_container(const Element& element, const Context& outer, Role role) {
  Context context = inside(element, outer);
  Block block = start_block(element, context);
  context.node = structure_.add(role, outer.node, context.language);
  block.content = ContainerBlock{build_children(element.children, context)};
  return block;
}

Block BlockBuilder::build_summary(const Element& element, const Context& outer) {
  const bool worded = std::ranges::all_of(element.children, stands_in_line);
  if (worded) return build_text_block(element, outer, Role::paragraph);
  const Context context = inside(element, outer);  // a heading has its own node, and needs none around it
  Block block = start_block(element, context);
  block.content = ContainerBlock{build_children(element.children, context)};
  return block;
}

Block BlockBuilder::build_list(const Element& element, const Context& outer) {
  Context list = inside(element, outer);
  Block block = start_block(element, list);
  list.node =
      structure_.add(is_contents(element, list) ? Role::contents : Role::list, outer.node, list.language);
  const bool ordered = element.tag == Tag::ol;
  structure_[list.node].ordered = ordered;
  ++list.list_depth;

  ContainerBlock container;
  double indent = block.box.indent.value_or(1.3 * list.style.text.size);
  std::size_t number = 0;
  for (const Node& node : element.children) {
    const Element* item = element_of(node);
    if (item == nullptr) continue;
    ++number;
    const std::string bullet = list.list_depth % 2 == 1 ? "\u2022" : "\u2013";
    Block item_block = build_list_item(
        *item, list, ordered ? numeral(list.language, number, fonts_.typography()) + "." : bullet);
    if (const auto* content = std::get_if<ListItemBlock>(&item_block.content))
      indent = std::max(indent, content->marker_width + content->marker_gap);
    container.children.push_back(std::move(item_block));
  }
  block.box.indent = indent;
  block.content = std::move(container);
  return block;
}

bool BlockBuilder::is_contents(const Element& list, const Context& context) const {
  for (const Node& node : list.children) {
    const Element* item = element_of(node);
    if (item == nullptr) continue;
    const Element* link = item->children.size() == 1 ? element_of(item->children.front()) : nullptr;
    if (link == nullptr || link->tag != Tag::a || !link->href.starts_with('#') ||
        !styles_.of(*link, context.style, context.language).page_reference)
      return false;
  }
  return !list.children.empty();
}

Block BlockBuilder::build_list_item(const Element& element, const Context& list, const std::string& marker) {
  Context context = inside(element, list);
  Block block = start_block(element, context);
  const bool entry = structure_[list.node].role == Role::contents;
  const NodeIndex item =
      structure_.add(entry ? Role::contents_item : Role::list_item, list.node, context.language);
  const NodeIndex label = structure_.add(Role::label, item, context.language);
  context.node = structure_.add(entry ? Role::reference : Role::list_body, item, context.language);

  InlineContent content;
  content.text = to_utf16(marker);
  // A bullet is of no language. Each face has its own, from a speck to a full Chinese character's width: all
  // take the Latin one.
  const model::LanguageTag language = structure_[list.node].ordered ? context.language : model::LanguageTag();
  content.spans.push_back({0, content.text.size(), context.style.text, language, label});
  auto shaped = shape(std::move(content), list.direction, element.line);
  std::vector<Block> children = build_children(element.children, context);
  if (!shaped) return block;
  const double width = shaped->max_width();
  block.content = ListItemBlock{std::move(*shaped), width, 0.45 * context.style.text.size, list.direction,
                                std::move(children)};
  return block;
}

Block BlockBuilder::build_description_list(const Element& element, const Context& outer) {
  Context list = inside(element, outer);
  Block block = start_block(element, list);
  list.node = structure_.add(Role::list, outer.node, list.language);
  structure_[list.node].described = true;
  TermsBlock terms;
  terms.term_width = block.box.term_width;
  NodeIndex item = -1;
  for (const Node& node : element.children) {
    const Element* part = element_of(node);
    if (part == nullptr) continue;
    const bool term = part->tag == Tag::dt;
    // A second term after a description begins the next item; two terms in a row share one.
    if (item < 0 || (term && !terms.rows.back().descriptions.empty())) {
      item = structure_.add(Role::list_item, list.node, list.language);
      terms.rows.emplace_back();
    }
    Context context = list;
    context.node = item;
    if (term) {
      terms.rows.back().terms.push_back(build_text_block(*part, context, Role::label));
      terms.rows.back().terms.back().box.keep_with_next = true;
    } else {
      terms.rows.back().descriptions.push_back(build_container(*part, context, Role::list_body));
    }
  }
  block.content = std::move(terms);
  return block;
}

Block BlockBuilder::build_figure(const Element& element, const Context& outer) {
  Context context = inside(element, outer);
  Block block = start_block(element, context);
  const auto count = [&](Tag tag) {
    return std::ranges::count_if(element.children, [tag](const Node& node) {
      const Element* child = element_of(node);
      return child != nullptr && child->tag == tag;
    });
  };
  const bool drawn = count(Tag::svg) > 0;
  const bool is_drawn_twice = count(Tag::svg) > 1;
  context.node = structure_.add(drawn ? Role::figure : Role::section, outer.node, context.language);
  if (drawn) structure_[context.node].alternative = element.label;
  if (drawn && count(Tag::table) == 0) block.box.keep_together = true;

  ContainerBlock container;
  for (const Node& node : element.children) {
    const Element* child = element_of(node);
    if (child == nullptr) continue;
    if (child->tag == Tag::svg && is_drawn_twice &&
        child->has_class(document::k_narrow) != (drawn_for_ == DrawnFor::narrow))
      continue;
    if (child->tag == Tag::svg)
      container.children.push_back(build_drawing(*child, context, context.node));
    else
      add_element(*child, context, container.children);
    // What a figure shows and its caption stay together, whichever comes first.
    if (&node != &element.children.back() && !container.children.empty() && child->tag != Tag::table)
      container.children.back().box.keep_with_next = true;
  }
  block.content = std::move(container);
  return block;
}

Block BlockBuilder::build_drawing(const Element& element, const Context& outer, NodeIndex node) {
  const Context context = inside(element, outer);
  Block block = start_block(element, context);
  auto drawing = prepare_drawing(element, {outer.language, outer.direction, outer.style}, styles_, fonts_);
  if (!drawing) {
    report(std::move(drawing.error()), element.line);
    return block;
  }
  std::string& alternative = structure_[node].alternative;
  if (!alternative.empty() && !drawing->alternative.empty()) alternative += ' ';
  alternative += drawing->alternative;
  block.content = DrawingBlock{std::move(*drawing), node};
  return block;
}

std::optional<Paragraph> BlockBuilder::shape(InlineContent content, model::Direction direction,
                                             std::size_t line) {
  auto shaped = Paragraph::shape(std::move(content), direction, fonts_);
  if (shaped) return std::move(*shaped);
  report(std::move(shaped.error()), line);
  return std::nullopt;
}

void BlockBuilder::report(base::Diagnostics diagnostics, std::size_t line) {
  for (base::Diagnostic& diagnostic : diagnostics) {
    // The same character is missing wherever it stands: once is enough to mend it.
    const bool known = std::ranges::any_of(diagnostics_, [&](const base::Diagnostic& other) {
      return other.code == diagnostic.code && other.what == diagnostic.what;
    });
    if (known) continue;
    if (diagnostic.place.line == 0 && diagnostic.code != "font-missing") diagnostic.place.line = line;
    diagnostics_.push_back(std::move(diagnostic));
  }
}

}  // namespace generator::typeset

#include "shaped_text.h"

#include <hb-ot.h>
#include <hb.h>

#include <array>
#include <filesystem>
#include <map>

#include "generator/pdf/pdf_syntax.h"

namespace shaped_text {
namespace {

using namespace generator;
using typeset::NodeIndex;
using typeset::Role;

class NotoFace : public typeset::Face {
 public:
  NotoFace(const std::string& path, unsigned index, typeset::Outlines outlines) : outlines_(outlines) {
    hb_blob_t* blob = hb_blob_create_from_file(path.c_str());
    face_ = hb_face_create(blob, index);
    hb_blob_destroy(blob);
    font_ = hb_font_create(face_);
    std::array<char, 128> text{};
    unsigned size = text.size();
    hb_ot_name_get_utf8(face_, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, text.data());
    name_ = text.data();
    hb_face_make_immutable(face_);
    hb_font_make_immutable(font_);
  }
  ~NotoFace() override {
    hb_font_destroy(font_);
    hb_face_destroy(face_);
  }
  NotoFace(const NotoFace&) = delete;
  NotoFace& operator=(const NotoFace&) = delete;

  const std::string& postscript_name() const override { return name_; }
  typeset::Outlines outlines() const override { return outlines_; }
  typeset::Weight weight() const override { return typeset::Weight::regular; }
  int units_per_em() const override { return static_cast<int>(hb_face_get_upem(face_)); }
  double ascent() const override { return 1069; }
  double descent() const override { return -293; }
  double cap_height() const override { return 714; }
  std::array<int, 4> bounding_box() const override { return {-600, -400, 2900, 1200}; }
  bool covers(char32_t character) const override {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font_, character, &glyph) != 0;
  }
  hb_face_t* hb_face() const override { return face_; }
  hb_font_t* hb_font() const override { return font_; }

 private:
  typeset::Outlines outlines_;
  std::string name_;
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
};

}  // namespace

const typeset::Face* face(std::string_view script) {
  static const std::map<std::string, std::string, std::less<>> files = {
      {"Latn", "truetype/noto/NotoSans-Regular.ttf"},
      {"Arab", "truetype/noto/NotoNaskhArabic-Regular.ttf"},
      {"Aran", "truetype/noto/NotoNastaliqUrdu-Regular.ttf"},
      {"Aran bold", "truetype/noto/NotoNastaliqUrdu-Bold.ttf"},
      {"Deva", "truetype/noto/NotoSansDevanagari-Regular.ttf"},
      {"Taml", "truetype/noto/NotoSansTamil-Regular.ttf"},
      {"Hans", "opentype/noto/NotoSansCJK-Regular.ttc"}};
  static std::map<std::string, std::unique_ptr<NotoFace>, std::less<>> opened;
  const auto file = files.find(script);
  if (file == files.end()) return nullptr;
  const std::string path = "/usr/share/fonts/" + file->second;
  if (!std::filesystem::exists(path)) return nullptr;
  auto& known = opened[file->first];
  const bool cff = script == "Hans";
  if (!known)
    known =
        std::make_unique<NotoFace>(path, cff ? 2 : 0, cff ? typeset::Outlines::cff : typeset::Outlines::glyf);
  return known.get();
}

typeset::GlyphRun run(std::string_view script, std::string_view text, double size) {
  typeset::GlyphRun result;
  result.face = face(script);
  result.size = size;
  result.text = pdf::utf16(text);
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(result.text.data()),
                      static_cast<int>(result.text.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  result.right_to_left = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL;
  hb_shape(result.face->hb_font(), buffer, nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  int width = 0;
  for (unsigned i = 0; i < count; ++i) {
    const auto first_char = infos[i].cluster;
    if (result.clusters.empty() || result.clusters.back().first_char != first_char)
      result.clusters.push_back({i, i, first_char, 0});
    result.clusters.back().end_glyph = i + 1;
    result.glyphs.push_back(
        {infos[i].codepoint, positions[i].x_advance, positions[i].x_offset, positions[i].y_offset});
    width += positions[i].x_advance;
  }
  auto end = static_cast<std::uint32_t>(result.text.size());
  const auto set_end = [&end](typeset::Cluster& cluster) {
    cluster.end_char = end;
    end = cluster.first_char;
  };
  if (result.right_to_left)
    for (auto& cluster : result.clusters) set_end(cluster);
  else
    for (auto cluster = result.clusters.rbegin(); cluster != result.clusters.rend(); ++cluster)
      set_end(*cluster);
  hb_buffer_destroy(buffer);
  result.advance = width * size / result.face->units_per_em();
  return result;
}

std::vector<Sample> samples() {
  const std::vector<Sample> all = {{"Latn", "en", "The office offers a first affidavit, 38.5 °C (fine)."},
                                   {"Latn", "tr", "Işık ölçümü için çağrı yapıldı."},
                                   {"Arab", "ar", "لا إله للسلام في الإجابة على الأسئلة"},
                                   {"Aran", "ur", "مریض کی حالت بہتر ہو رہی ہے"},
                                   {"Deva", "hi", "चिकित्सा विशेषज्ञ की स्थिति स्पष्ट है"},
                                   {"Taml", "ta", "மருத்துவமனை கொடுத்த பதில்"},
                                   {"Hans", "zh-Hans", "医院的答复:治疗方案与费用。"}};
  std::vector<Sample> here;
  for (const Sample& sample : all)
    if (face(sample.script) != nullptr) here.push_back(sample);
  return here;
}

PagesMaker::PagesMaker(std::string_view language) {
  pages.language = model::LanguageTag::parse(language).value();
  pages.direction = pages.language.direction();
  pages.furniture.title = "A sample of pages";
  pages.structure.emplace_back().role = Role::document;
  add_page();
}

NodeIndex PagesMaker::add_node(Role role, NodeIndex parent) {
  const auto index = static_cast<NodeIndex>(pages.structure.size());
  typeset::StructureNode& added = pages.structure.emplace_back();
  added.role = role;
  added.parent = parent;
  node(parent).children.push_back(index);
  return index;
}

typeset::StructureNode& PagesMaker::node(NodeIndex index) {
  return pages.structure[static_cast<std::size_t>(index)];
}

void PagesMaker::add_page() {
  pages.pages.push_back({.width = 595.28, .height = 841.89, .items = {}, .links = {}});
  y_ = 50;
}

void PagesMaker::add_text(NodeIndex node, typeset::GlyphRun text, double x) {
  y_ += 20;
  page().items.push_back(typeset::TextItem{{x, y_}, std::move(text), node});
}

typeset::Pages whole_document() {
  using Path = typeset::PathItem;
  PagesMaker maker;
  maker.pages.furniture.summary = "Shows every kind of thing that a page can hold";
  const NodeIndex section = maker.add_node(Role::section, 0);
  const NodeIndex heading = maker.add_node(Role::h1, section);
  maker.add_text(heading, run("Latn", "What a page can hold", 18));
  maker.pages.outline.push_back({"What a page can hold", 1, {0, 50}});
  maker.pages.destinations["top"] = {0, 50};

  for (const Sample& sample : samples()) {
    const NodeIndex paragraph = maker.add_node(Role::paragraph, section);
    maker.node(paragraph).language = model::LanguageTag::parse(sample.language);
    typeset::GlyphRun text = run(sample.script, sample.text);
    if (text.right_to_left) maker.node(paragraph).actual_text = text.text;
    maker.add_text(paragraph, std::move(text));
  }

  const NodeIndex list = maker.add_node(Role::list, section);
  maker.node(list).ordered = true;
  for (const char* number : {"1.", "2."}) {
    const NodeIndex item = maker.add_node(Role::list_item, list);
    const NodeIndex label = maker.add_node(Role::label, item);
    const NodeIndex body = maker.add_node(Role::list_body, item);
    maker.add_text(label, run("Latn", number));
    maker.stay_on_line();
    maker.add_text(body, run("Latn", "a step to take"), 70);
  }

  const NodeIndex table = maker.add_node(Role::table, section);
  const NodeIndex caption = maker.add_node(Role::caption, table);
  maker.add_text(caption, run("Latn", "Amounts as stated"));
  const NodeIndex head = maker.add_node(Role::table_head, table);
  const NodeIndex head_row = maker.add_node(Role::table_row, head);
  double x = 50;
  for (const char* title : {"Item", "Harbour", "Meadow"}) {
    const NodeIndex cell = maker.add_node(Role::header_cell, head_row);
    maker.node(cell).scope = document::Scope::column;
    maker.node(cell).id = std::string("column-") + title;
    maker.add_text(cell, run("Latn", title), x);
    maker.stay_on_line();
    x += 120;
  }
  maker.add_text(typeset::k_artifact, run("Latn", "·"), 40);
  const NodeIndex body = maker.add_node(Role::table_body, table);
  const NodeIndex row = maker.add_node(Role::table_row, body);
  const NodeIndex row_head = maker.add_node(Role::header_cell, row);
  maker.node(row_head).scope = document::Scope::row;
  maker.add_text(row_head, run("Latn", "Deposit"));
  const NodeIndex cell = maker.add_node(Role::data_cell, row);
  maker.node(cell).column_span = 2;
  maker.node(cell).headers = {"column-Harbour", "column-Meadow"};
  maker.stay_on_line();
  maker.add_text(cell, run("Latn", "not stated"), 170);
  maker.page().items.push_back(
      Path{.steps = {Path::Move{{50, maker.y() + 4}}, Path::Line{{545, maker.y() + 4}}},
           .fill = {},
           .stroke = document::Colour{120, 120, 130},
           .stroke_width = 0.6,
           .dashes = {2, 1}});

  maker.add_page();
  const NodeIndex figure = maker.add_node(Role::figure, section);
  maker.node(figure).alternative = "Two bars: 4 to 6 weeks, and 8 weeks";
  maker.page().items.push_back(
      Path{.steps = {Path::Move{{60, 60}}, Path::Line{{160, 60}}, Path::Line{{160, 76}},
                     Path::Curve{{140, 90}, {80, 90}, {60, 76}}, Path::Close{}},
           .fill = document::Colour{40, 110, 160},
           .stroke = document::Colour{0, 0, 0},
           .stroke_width = 1,
           .dashes = {},
           .node = figure});
  const NodeIndex sentence = maker.add_node(Role::paragraph, section);
  const NodeIndex link = maker.add_node(Role::link, sentence);
  typeset::GlyphRun before = run("Latn", "See ");
  typeset::GlyphRun linked = run("Latn", "the guide");
  typeset::GlyphRun after = run("Latn", " and come back.");
  linked.underlined = true;
  linked.colour = {0, 60, 180};
  after.slanted = true;
  const double link_x = 50 + before.advance;
  const double after_x = link_x + linked.advance;
  maker.add_text(typeset::k_artifact, run("Latn", "running head"));
  maker.add_text(sentence, before);
  maker.stay_on_line();
  maker.add_text(link, linked, link_x);
  maker.stay_on_line();
  maker.add_text(sentence, after, after_x);
  maker.page().links.push_back(
      {{link_x, maker.y() - 12, linked.advance, 16}, "https://guide.example/step(1)/été", "the guide", link});
  const NodeIndex back_paragraph = maker.add_node(Role::paragraph, section);
  const NodeIndex back = maker.add_node(Role::link, back_paragraph);
  maker.add_text(back, run("Latn", "Back to the top"));
  maker.page().links.push_back({{50, maker.y() - 12, 100, 16}, "#top", "Back to the top", back});
  const NodeIndex note = maker.add_node(Role::note, section);
  const NodeIndex note_text = maker.add_node(Role::paragraph, note);
  maker.add_text(note_text, run("Latn", "An urgent note"));
  maker.pages.outline.push_back({"Smaller part", 2, {1, 60}});
  maker.pages.outline.push_back({"Été", 1, {1, 100}});
  return maker.pages;
}

}  // namespace shaped_text

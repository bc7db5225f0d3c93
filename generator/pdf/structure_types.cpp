#include "generator/pdf/structure_types.h"

namespace generator::pdf {

std::string_view structure_type(typeset::Role role) {
  using enum typeset::Role;
  switch (role) {
    case document: return "/Document";
    case section: return "/Sect";
    case h1: return "/H1";
    case h2: return "/H2";
    case h3: return "/H3";
    case paragraph: return "/P";
    case list: return "/L";
    case list_item: return "/LI";
    case label: return "/Lbl";
    case list_body: return "/LBody";
    case contents: return "/TOC";
    case contents_item: return "/TOCI";
    case reference: return "/Reference";
    case table: return "/Table";
    case table_head: return "/THead";
    case table_body: return "/TBody";
    case table_row: return "/TR";
    case header_cell: return "/TH";
    case data_cell: return "/TD";
    case caption: return "/Caption";
    case figure: return "/Figure";
    case note: return "/Note";
    case link: return "/Link";
    case span:
    case part: return "/Span";
  }
  return "/NonStruct";
}

}  // namespace generator::pdf

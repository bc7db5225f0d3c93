#include "generator/html/page_style.h"

#include <fmt/format.h>

#include <algorithm>

namespace generator::html {
namespace {

/// Text as a CSS string (CSS Syntax 3, 4.3.5). "<" is escaped too, so that no text can end the style element.
std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const bool plain = c != '"' && c != '\\' && c != '<' && c != '\n' && c != '\r' && c != '\f';
    if (plain) {
      out += c;
    } else {
      out += fmt::format("\\{:x} ", static_cast<unsigned>(c));
    }
  }
  return out + "\"";
}

/// "Page {page} of {pages}" as the value of content.
std::string page_content(std::string_view label, std::string_view digits) {
  std::string out;
  const auto put = [&out](const std::string& part) { out += (out.empty() ? "" : " ") + part; };
  while (!label.empty()) {
    if (label.starts_with("{page}")) {
      put(fmt::format("counter(page,{})", digits));
      label.remove_prefix(6);
    } else if (label.starts_with("{pages}")) {
      put(fmt::format("counter(pages,{})", digits));
      label.remove_prefix(7);
    } else {
      const std::size_t next = std::min({label.find("{page}"), label.find("{pages}"), label.size()});
      put(css_string(label.substr(0, next)));
      label.remove_prefix(next);
    }
  }
  return out;
}

/// The page, its column of text, and the space around blocks.
constexpr std::string_view k_page = R"css(*,::before,::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-block-start:5rem}
body{margin:0;background:#fff;font-family:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;overflow-wrap:break-word}
main,.furniture{max-inline-size:66rem;margin-inline:auto;padding-inline:1.25rem}
main{padding-block:1.5rem 3rem}
.furniture{padding-block:.75rem}
.furniture p{margin:0}
:is(td,th,li,dd,aside,figure,.short)>:first-child{margin-block-start:0}
:is(td,th,li,dd,aside,figure,.short)>:last-child{margin-block-end:0}
:where(li,dd,dt,td,th,caption,figure){margin-inline:0}
figure{margin-inline:0}
)css";

/// Charts are as wide as their column, and their words as the page's.
constexpr std::string_view k_figures = R"css(svg{max-inline-size:100%;block-size:auto;overflow:visible}
svg text{font-family:inherit}
.wide+.narrow{display:none}
@media screen and (max-width:36rem){.wide:has(+.narrow){display:none}
.wide+.narrow{display:block}}
svg[dir=ltr],svg [dir=ltr]{direction:ltr}
svg[dir=rtl],svg [dir=rtl]{direction:rtl}
)css";

/// Links, what has the focus, and what a link leads to.
constexpr std::string_view k_links =
    R"css(a{text-decoration:underline;text-underline-offset:.15em;text-decoration-thickness:max(1px,.06em)}
a:hover{text-decoration-thickness:.14em}
:focus-visible{outline:3px solid #1c2733;outline-offset:2px;border-radius:2px}
:target{scroll-margin-block-start:5rem}
)css";

/// Parts that a reader opens, and a way past them; what is no released report says so at the top.
constexpr std::string_view k_folds =
    R"css(details{border:1px solid #c5ced6;border-radius:4px;padding-inline:.75rem}
summary{cursor:pointer;padding-block:.5rem}
summary :is(h2,h3){display:inline;margin:0;border:0;font-size:inherit}
summary .pair{display:inline-grid;inline-size:calc(100% - 2rem);vertical-align:top}
details[open]>summary{margin-block-end:.35rem}
details>:last-child{margin-block-end:.75rem}
.skip{position:absolute;inset-inline-start:.5rem;inset-block-start:-10rem;z-index:3;padding:.75rem 1rem;background:#fff;border:2px solid currentColor}
.skip:focus{inset-block-start:.5rem}
.mark-bar{position:sticky;inset-block-start:0;z-index:2;background:#fff;border-block-end:1px solid currentColor;padding:.4rem 1.25rem;text-align:center}
.mark-bar p{margin:0;line-height:1.4}
)css";

constexpr std::string_view k_tables = R"css(table{border-collapse:collapse;inline-size:100%}
th,td{vertical-align:top;overflow-wrap:break-word}
:is(th,td) :is(p,li,dt,dd){text-align:inherit}
thead tr,thead tr>*{background:inherit}
)css";

/// Headings, and two languages side by side.
constexpr std::string_view k_pairs = R"css(h1,h2,h3{text-wrap:balance}
:is(p,ul,ol,dl):has(.pair){max-inline-size:none}
.pair>*{display:block}
:is(section,td)>.second{max-inline-size:none}
.both>dd+dt{margin-block-start:.6rem}
:is(h1,h2,h3) .pair>*{text-wrap:balance}
.number{font-variant-numeric:tabular-nums}
)css";

/// Noto's faces stand under names of our own: so each is set in the size that fonts/fonts.json gives it,
/// weights are the files' (by its name alone, Chromium on Linux takes Nastaliq's bold for all text), and
/// digits of the Arabic script come from the Latin face, as in the PDF. Where a face is not installed the
/// family's next name holds.
constexpr std::string_view k_faces =
    R"css(@font-face{font-family:c-naskh;src:local("Noto Naskh Arabic Regular"),local("Noto Naskh Arabic");size-adjust:112%;unicode-range:U+0-2F,U+3A-10FFFF}
@font-face{font-family:c-naskh;font-weight:700;src:local("Noto Naskh Arabic Bold");size-adjust:112%;unicode-range:U+0-2F,U+3A-10FFFF}
@font-face{font-family:c-nastaliq;src:local("Noto Nastaliq Urdu Regular"),local("Noto Nastaliq Urdu");unicode-range:U+0-2F,U+3A-10FFFF}
@font-face{font-family:c-nastaliq;font-weight:700;src:local("Noto Nastaliq Urdu Bold");unicode-range:U+0-2F,U+3A-10FFFF}
@font-face{font-family:c-devanagari;src:local("Noto Sans Devanagari Regular"),local("Noto Sans Devanagari");size-adjust:106%}
@font-face{font-family:c-devanagari;font-weight:700;src:local("Noto Sans Devanagari Bold");size-adjust:106%}
@font-face{font-family:c-bengali;src:local("Noto Sans Bengali Regular"),local("Noto Sans Bengali");size-adjust:106%}
@font-face{font-family:c-bengali;font-weight:700;src:local("Noto Sans Bengali Bold");size-adjust:106%}
@font-face{font-family:c-gujarati;src:local("Noto Sans Gujarati Regular"),local("Noto Sans Gujarati");size-adjust:106%}
@font-face{font-family:c-gujarati;font-weight:700;src:local("Noto Sans Gujarati Bold");size-adjust:106%}
@font-face{font-family:c-sinhala;src:local("Noto Sans Sinhala Regular"),local("Noto Sans Sinhala");size-adjust:106%}
@font-face{font-family:c-sinhala;font-weight:700;src:local("Noto Sans Sinhala Bold");size-adjust:106%}
)css";

/// The columns of two languages side by side, in lists of terms and of sources.
constexpr std::string_view k_pair_columns = R"css(dt{grid-column:1}
dd{grid-column:2}
dt:has(+dd+dd){grid-row:span 2}
dt:has(+dd+dd+dd){grid-row:span 3}
@media (min-width:48.01rem){
li>.pair{grid-template-columns:minmax(0,1fr) minmax(0,calc(50% - .2rem))}
.sources .pair{grid-template-columns:minmax(0,1fr) minmax(0,calc(50% + .7rem))}
}
)css";

/// On a screen of any size.
constexpr std::string_view k_any_screen = R"css(@media screen{
:where(main) :where(p,ul,ol,dl){max-inline-size:46rem}
:where(td,th,aside,li,dd) :where(p,ul,ol,dl){max-inline-size:none}
table,.small{font-size:.9375rem}
.meta,.source,.original,caption,figcaption,.running-head{font-size:.875rem}
}
)css";

/// Tables as tables: those with many columns scroll, and keep head and first column in sight.
constexpr std::string_view k_wide_screen = R"css(@media screen and (min-width:48.01rem){
.wide{overflow-x:auto}
.wide>table{min-inline-size:calc(var(--columns)*8.5rem)}
.wide tbody>tr>th:first-child:not([colspan]),.wide thead>tr:first-child>:first-child{position:sticky;inset-inline-start:0;z-index:1;background-color:inherit}
.wide thead>tr:first-child>:first-child{z-index:2;inline-size:9rem}
.wide tbody>tr:not([class]){background-color:#fff}
table.stacked thead th,table.stacked thead td{position:sticky;inset-block-start:0;z-index:1}
.marked table.stacked thead th,.marked table.stacked thead td{inset-block-start:2.2rem}
}
)css";

/// On a telephone a row becomes a card, and each cell says of which column it is.
constexpr std::string_view k_narrow_screen = R"css(@media screen and (max-width:48rem){
summary .pair{grid-auto-flow:row}
main,.furniture{padding-inline:1rem}
main{padding-block:.6rem 1rem}
main h1{font-size:1.4rem}
table{font-size:1rem}
dl:not(.sources)>dd+dt{margin-block-start:.5rem}
table.stacked,table.stacked tbody,table.stacked tr,table.stacked th,table.stacked td,table.stacked caption{display:block;inline-size:auto}
table.stacked thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
table.stacked tbody tr{margin-block-end:.9rem;border:1px solid #c5ced6;border-radius:4px;overflow:clip}
table.stacked tbody tr>*{padding:.55rem .75rem;text-align:start}
table.stacked tbody tr>:last-child{border-block-end-width:0}
table.stacked tbody th[scope=row]{background:#eef3f6}
table.stacked tbody tr:has(>.group){border-width:0;margin-block:1.2rem .4rem;border-radius:0}
table.stacked tbody tr>.group{background:none;padding-inline:0;font-size:1.1rem}
table.stacked td[data-label]::before{content:attr(data-label);content:attr(data-label) / "";display:block;font-size:.875rem;font-weight:600;color:#4b5967;unicode-bidi:isolate;margin-block-end:.1rem}
}
)css";

/// There a short table's cells stand close, each behind the name of its column, and not below it: what has a
/// page of paper has few screens, too. Two languages, one below the other, keep their own lines.
constexpr std::string_view k_narrow_grids = R"css(@media screen and (max-width:48rem){
table:is(.grid,.cards,.dense).stacked{font-size:.9375rem;line-height:1.32}
table:is(.grid,.cards,.dense).stacked tbody tr{margin-block-end:.4rem}
table:is(.grid,.cards,.dense).stacked tbody tr>*{padding:.18rem .6rem}
table.cards.stacked td[data-label]::before{content:none}
table:is(.grid,.dense).stacked td[data-label]::before{display:inline;margin-inline-end:.45em}
table:is(.grid,.dense).stacked td[data-label]>p:first-child:not(:has(.pair)){display:inline}
}
)css";

/// There a table of short marks keeps label and mark on a line.
constexpr std::string_view k_narrow_shapes = R"css(@media screen and (max-width:48rem){
table.shape.stacked tbody tr>td{position:relative;padding:.3rem .75rem .3rem 6.5rem;min-block-size:2rem;border:0}
[dir=rtl] table.shape.stacked tbody tr>td{padding:.3rem 6.5rem .3rem .75rem}
table.shape.stacked td[data-label]::before{position:absolute;inset-inline-start:.75rem;inset-block-start:.3rem;inline-size:5.5rem}
}
)css";

/// On paper: nothing folded, no furniture of the screen, and rows, heads and notes kept together.
constexpr std::string_view k_print = R"css(details{border:0;padding:0}
details::details-content{display:block;content-visibility:visible;block-size:auto}
summary{list-style:none;padding:0;break-after:avoid}
summary::-webkit-details-marker{display:none}
main,.furniture{max-inline-size:none;padding:0}
.skip,.mark-bar,.furniture{display:none}
thead{display:table-header-group}
tr{break-inside:avoid}
tr:has(>.group){break-after:avoid}
h1,h2,h3,caption{break-after:avoid}
dl:not(.both)>dt{break-after:auto}
p,li{orphans:2;widows:2}
.intro{break-inside:avoid}
:where(aside,.urgent,.note,thead,.group,.total,.label){-webkit-print-color-adjust:exact;print-color-adjust:exact}
)css";

}  // namespace

std::string page_style(const LanguageStyle& languages) {
  std::string css = "\n";
  for (const std::string_view part : {k_page, k_figures, k_links, k_folds, k_tables, k_pairs}) css += part;
  css += languages.beside();
  css += k_faces;
  css += languages.on_screen();
  for (const std::string_view part :
       {k_pair_columns, k_any_screen, k_wide_screen, k_narrow_screen, k_narrow_grids, k_narrow_shapes})
    css += part;
  return css + "@media print{\n" + languages.in_print() + std::string(k_print) + "}\n";
}

std::string print_furniture(const document::Document& document, const document::Typography& typography) {
  const document::Furniture& furniture = document.furniture;
  const bool left = document.direction == model::Direction::left_to_right;
  constexpr std::string_view k_look = "font-size:8pt;color:#4b5967";
  std::string boxes;
  if (!furniture.running_head.empty()) {
    boxes += fmt::format("@top-{}{{content:{};{};}}", left ? "left" : "right",
                         css_string(furniture.running_head), k_look);
  }
  if (!furniture.mark.empty()) {
    boxes += fmt::format("@top-{}{{content:{};{};font-weight:700;}}", left ? "right" : "left",
                         css_string(furniture.mark), k_look);
  }
  if (!furniture.page_label.empty()) {
    const auto* const own = typography.of(document.language);
    const std::string_view digits = own == nullptr ? std::string_view() : own->digits;
    boxes += fmt::format("@bottom-center{{content:{};{};}}",
                         page_content(furniture.page_label, counter_style(digits)), k_look);
  }
  std::string css;
  if (!boxes.empty()) css += "@page{" + boxes + "}\n";
  if (!furniture.mark.empty()) {
    css += fmt::format(
        "@media print{{body::before{{content:{0};content:{0} / "
        "\"\";position:fixed;inset:0;display:grid;place-content:center;"
        "rotate:-35deg;font-size:48pt;font-weight:700;color:#eceff1;z-index:-1;text-align:center;line-height:"
        "1.2;"
        "print-color-adjust:exact;-webkit-print-color-adjust:exact;}}}}\n",
        css_string(furniture.mark));
  }
  return css;
}

}  // namespace generator::html

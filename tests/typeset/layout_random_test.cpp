// Random documents of everything that the markup has, in several scripts and on every page size: what must
// hold for all pages holds for theirs. A failure names its seed, and prints the markup.
#include <fmt/format.h>

#include <array>
#include <random>

#include "tests/typeset/layout_fixture.h"
#include "tests/typeset/layout_invariants.h"

namespace generator::typeset {
namespace {

struct Script {
  const char* language;
  std::array<const char*, 8> words;
};
constexpr Script k_scripts[] = {
    {"en", {"liver", "a", "chemoembolisation", "letter", "of", "hospital", "12,000", "immunohistochemistry"}},
    {"ar", {"الكبد", "في", "المستشفى", "رسالة", "من", "علاج", "١٢٬٠٠٠", "والاستقصاءات"}},
    {"ur", {"جگر", "کے", "ہسپتال", "خط", "سے", "علاج", "12,000", "استفسارات"}},
    {"hi", {"यकृत", "के", "अस्पताल", "पत्र", "से", "उपचार", "12,000", "प्रतिरक्षा"}},
    {"ta", {"கல்லீரல்", "ஒரு", "மருத்துவமனை", "கடிதம்", "இல்", "சிகிச்சை", "12,000", "பரிசோதனைக்கூடத்திலிருந்து"}},
    {"zh-Hans", {"肝脏", "的", "医院", "信件", "从", "治疗", "12,000", "免疫组织化学"}},
};

class Writer {
 public:
  Writer(unsigned seed, const Script& script) : random_(seed), script_(script) {}

  std::string document() {
    std::string body = "<section><h1>" + words(4) + "</h1>";
    if (chance(40)) body += contents();
    for (int i = below(7) + 2; i > 0; --i) body += block(0);
    // Every id that a contents list may name.
    for (int i = headings_; i < 5; ++i)
      body += fmt::format("<h2 id=\"h{}\">{}</h2>{}", i, words(3), paragraph());
    return body + "</section>";
  }

 private:
  int below(int bound) { return std::uniform_int_distribution<int>(0, bound - 1)(random_); }
  bool chance(int percent) { return below(100) < percent; }

  std::string words(int most) {
    std::string text;
    for (int i = below(most) + 1; i > 0; --i) {
      if (!text.empty()) text += ' ';
      const Script& script = chance(6) ? k_scripts[below(std::size(k_scripts))] : script_;
      const std::string word = script.words[static_cast<std::size_t>(below(8))];
      if (&script != &script_)
        text += fmt::format("<span lang=\"{}\">{}</span>", script.language, word);
      else if (chance(5))
        text += "<strong>" + word + "</strong>";
      else if (chance(3))
        text += "<a href=\"https://example.org/\">" + word + "</a>";
      else
        text += word;
    }
    return text;
  }

  std::string contents() {
    std::string list = "<section class=\"contents\"><h2>" + words(2) + "</h2><ul class=\"entries\">";
    for (int i = 0; i < 5; ++i)
      list += fmt::format("<li><a class=\"entry\" href=\"#h{}\">{}</a></li>", i, plain(6));
    return list + "</ul></section>";
  }
  std::string plain(int most) {
    std::string text;
    for (int i = below(most) + 1; i > 0; --i)
      text += (text.empty() ? "" : " ") + std::string(script_.words[static_cast<std::size_t>(below(8))]);
    return text;
  }

  std::string paragraph() { return "<p>" + words(chance(20) ? 150 : 30) + "</p>"; }

  std::string look() {
    constexpr const char* k_classes[] = {"two-columns", "together", "small", "note",
                                         "tight",       "points",   "intro"};
    return chance(30) ? fmt::format(" class=\"{}\"", k_classes[below(7)]) : "";
  }

  std::string list(int depth) {
    const std::string name = chance(50) ? "ul" : "ol";
    std::string items;
    for (int i = below(8) + 1; i > 0; --i) {
      items += "<li>" + words(12);
      if (depth < 3 && chance(20)) items += list(depth + 1);
      items += "</li>";
    }
    return "<" + name + look() + ">" + items + "</" + name + ">";
  }

  std::string terms() {
    std::string rows;
    for (int i = below(12) + 1; i > 0; --i) rows += "<dt>" + words(3) + "</dt><dd>" + words(25) + "</dd>";
    return "<dl" + look() + ">" + rows + "</dl>";
  }

  std::string table() {
    const int columns = below(11) + 1;
    std::string text = chance(50) ? "<table class=\"options\">" : "<table>";
    if (chance(50)) text += "<caption>" + words(5) + "</caption>";
    if (chance(70)) {
      text += "<thead><tr>";
      for (int c = 0; c < columns; ++c) text += "<th scope=\"col\">" + words(3) + "</th>";
      text += "</tr></thead>";
    }
    for (int part = below(3) + 1; part > 0; --part) text += body(columns);
    return text + "</table>";
  }

  std::string body(int columns) {
    std::string text = "<tbody>";
    if (columns > 1 && chance(40))
      text += fmt::format("<tr><th scope=\"rowgroup\" class=\"group\" colspan=\"{}\">{}</th></tr>", columns,
                          words(3));
    const int rows = below(chance(10) ? 40 : 8) + 1;
    int held = 0;  // rows that the first cell still covers
    for (int row = 0; row < rows; ++row) {
      text += chance(8) ? "<tr class=\"total\">" : "<tr>";
      int column = 0;
      if (held > 0 && columns > 1) {
        --held;
        column = 1;
      } else {
        held = columns > 1 && chance(15) ? below(std::min(4, rows - row)) : 0;
        text += fmt::format("<th scope=\"row\" rowspan=\"{}\">{}</th>", held + 1, words(4));
        column = 1;
      }
      while (column < columns) {
        const int span = chance(10) ? below(std::min(3, columns - column)) + 1 : 1;
        text += fmt::format("<td colspan=\"{}\">{}{}</td>", span, words(chance(5) ? 60 : 8),
                            chance(5) ? list(2) : "");
        column += span;
      }
      text += "</tr>";
    }
    return text + "</tbody>";
  }

  std::string block(int depth) {
    switch (below(depth < 3 ? 9 : 5)) {
      case 0: return list(0);
      case 1: return terms();
      case 2: return table();
      case 3:
        return "<figure><svg viewBox=\"0 0 200 80\" width=\"200\" height=\"80\" aria-label=\"x\"><rect "
               "x=\"1\" "
               "y=\"1\" width=\"90\" height=\"60\" fill=\"#eee\"/></svg><figcaption>" +
               words(9) + "</figcaption></figure>";
      case 4: return paragraph();
      case 5: return depth == 0 ? "<aside class=\"note\">" + paragraph() + list(1) + "</aside>" : paragraph();
      case 6: {
        std::string inner = "<section" + look() + ">" + heading();
        for (int i = below(4) + 1; i > 0; --i) inner += block(depth + 1);
        return inner + "</section>";
      }
      case 7: return heading() + paragraph();
      default: return paragraph();
    }
  }

  std::string heading() {
    return headings_ < 5 ? fmt::format("<h2 id=\"h{}\">{}</h2>", headings_++, words(4))
                         : "<h3>" + words(4) + "</h3>";
  }

  std::mt19937 random_;
  const Script& script_;
  int headings_ = 0;
};

TEST_CASE("layout: what must hold for all pages holds for random documents") {
  for (unsigned seed = 0; seed < 90; ++seed) {
    const Script& script = k_scripts[seed % std::size(k_scripts)];
    const std::string markup = Writer(seed, script).document();
    INFO("seed " << seed << "\n" << markup);
    const auto document = test::read(markup, script.language);
    constexpr report::PageSize k_sizes[] = {report::PageSize::a4, report::PageSize::phone,
                                            report::PageSize::letter};
    test::check_invariants(document, test::set(document, k_sizes[seed / std::size(k_scripts) % 3]));
  }
}

}  // namespace
}  // namespace generator::typeset

#include "tests/typeset/random_document.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <vector>

namespace generator::typeset::test {
namespace {

struct Language {
  std::string_view tag;
  std::string_view words[4];
};

constexpr std::array k_languages = {
    Language{"en", {"second", "opinion", "CAR-T", "well-differentiated"}},
    Language{"ar", {"رأي", "المستشفى", "لا", "٦–١٢"}},
    Language{"fa", {"می‌شود", "نظر", "۴۶۷", "بیمارستان"}},
    Language{"ur", {"ہسپتال", "رائے", "ٹیسٹ", "نہیں"}},
    Language{"hi", {"अस्पताल", "क्षति", "र्कि", "स्त्री"}},
    Language{"ne", {"अस्पताल", "उपचार", "१२", "द्द्य"}},
    Language{"bn", {"হাসপাতাল", "ক্ষ", "র‍্য", "১২"}},
    Language{"gu", {"હોસ્પિટલ", "ક્ષ", "શ્રી", "૧૨"}},
    Language{"ta", {"மருத்துவமனை", "க்ஷ", "ஸ்ரீ", "கொ"}},
    Language{"si", {"රෝහල", "ක්‍ර", "ශ්‍රී", "කෝ"}},
    Language{"zh-Hans", {"医院", "第二意见", "“骨”", "。"}},
    Language{"zh-Hant", {"醫院", "第二意見", "「骨」", "。"}},
    Language{"tr", {"İstanbul", "ığdır", "görüş", "şüphe"}},
    Language{"fr", {"l’hôpital", "avis", "« non »", "œdème"}},
    Language{"ru", {"больница", "мнение", "HER2+", "ещё"}},
    Language{"sw", {"hospitali", "maoni", "ng’ombe", "daktari"}},
    Language{"fil", {"ospital", "opinyon", "mga", "kanser"}},
};

/// What breaks lines, clusters and faces.
constexpr std::string_view k_hard[] = {
    "38.5&nbsp;°C",
    "60,000–90,000 CNY",
    "(3.2 × 1.1 cm)",
    "fi ffl",
    "é\u0301\u0323\u0308",
    "a\u0301\u0301\u0301\u0301",
    "co\u00ADoper\u00ADa\u00ADtion",
    "\u200Bx\u200B",
    "\u2060y\uFEFF",
    "a\u202Eb\u202Cc",
    "\u2067א\u2069",
    "\u200E(\u200F)",
    "\u0301",
    "\u200D",
    "क\u094D\u200D",
    "\u2028",
    "\u00A0",
    "\u3000",
    "%",
    "—",
    "…",
    "10⁹/L",
    "→",
    "Pneumonoultramicroscopicsilicovolcanoconiosisinfrastructure",
    "https://example.org/a/very/long/path/that/goes/on/and/on?with=query&amp;and=more",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "اااااااااااااااااااااااااااااااااااااااااااااااااااااااااااااااااااااااااااا",
    "一二三四五六七八九十一二三四五六七八九十",
};

/// Of no face, or of few: a document with one of them may be refused.
constexpr std::string_view k_rare[] = {"\U0001F600", "\U00012000", "\uE000", "\uFFFD", "ᚠ", "\U0001D49E"};

class Writer {
 public:
  explicit Writer(Choices& choices) : choices_(choices) {}

  std::string page() {
    const Language& language = any_language();
    language_ = &language;
    rare_ = choices_.one_in(8);
    text_ = fmt::format("<html lang=\"{}\"{}>\n<head>\n<title>T</title>\n", language.tag,
                        choices_.one_in(6) ? " dir=\"rtl\"" : "");
    if (choices_.one_in(2)) meta("running-head");
    if (choices_.one_in(2)) text_ += "<meta name=\"consilium:page-label\" content=\"{page} / {pages}\">\n";
    if (choices_.one_in(3)) meta("mark");
    text_ += "</head>\n<body>\n";
    do block(0, Place::body);
    while (!choices_.used_up() && text_.size() < k_most_markup);
    return std::move(text_) + "</body>\n</html>\n";
  }

  std::string only_table() {
    language_ = &any_language();
    table(0);
    return std::move(text_);
  }

 private:
  enum class Place { body, aside, cell };
  static constexpr std::size_t k_most_markup = 20000;
  static constexpr int k_most_depth = 5;

  const Language& any_language() { return k_languages[choices_.below(k_languages.size())]; }

  void meta(std::string_view name) {
    text_ += fmt::format("<meta name=\"consilium:{}\" content=\"{} {}\">\n", name,
                         language_->words[choices_.below(4)], language_->words[choices_.below(4)]);
  }

  /// Attributes that any element may have; where a language changes, its words do.
  std::string attributes() {
    std::string list;
    if (choices_.one_in(8)) list += fmt::format(" id=\"i{}\"", ids_++);
    if (choices_.one_in(12)) {
      language_ = &any_language();
      list += fmt::format(" lang=\"{}\"", language_->tag);
    }
    if (choices_.one_in(24)) list += choices_.below(2) == 0 ? " dir=\"ltr\"" : " dir=\"rtl\"";
    if (choices_.one_in(12)) {
      constexpr std::string_view k_classes[] = {"number",  "together", "new-page", "intro",    "two-columns",
                                                "lead",    "quote",    "tight",    "contents", "options",
                                                "summary", "entry",    "pair"};
      list += fmt::format(" class=\"{}\"", k_classes[choices_.below(std::size(k_classes))]);
    }
    return list;
  }

  template <typename Content>
  void element(std::string_view name, std::string_view more, Content content) {
    const Language* const around = language_;
    text_ += fmt::format("<{}{}{}>", name, more, attributes());
    content();
    text_ += fmt::format("</{}>\n", name);
    language_ = around;
  }

  void word() {
    const std::size_t kind = choices_.below(32);
    if (kind == 31 && rare_)
      text_ += k_rare[choices_.below(256) % std::size(k_rare)];
    else if (kind >= 26)
      text_ += k_hard[choices_.below(std::size(k_hard))];
    else if (kind >= 24)
      text_ += any_language().words[choices_.below(4)];
    else
      text_ += language_->words[kind % 4];
  }

  void words(int depth, bool link = false) {
    for (std::size_t count = 1 + choices_.below(12); count > 0; --count) {
      const std::size_t kind = depth < k_most_depth ? choices_.below(20) : 0;
      const auto inner = [&] { words(depth + 1, link || kind == 19); };
      if (kind == 19 && !link)
        a(inner);
      else if (kind == 18)
        element("strong", "", inner);
      else if (kind == 17)
        element("em", "", inner);
      else if (kind == 16)
        element("span", "", inner);
      else if (kind == 15)
        text_ += "<br>";
      else
        word();
      if (!choices_.one_in(10)) text_ += choices_.one_in(30) ? "  \n\t" : " ";
    }
  }

  template <typename Content>
  void a(Content content) {
    const std::string target = ids_ > 0 && choices_.one_in(2)
                                   ? fmt::format("#i{}", choices_.below(256) % ids_)
                                   : "https://example.org/x";
    element("a", fmt::format(" href=\"{}\"", target), [&] {
      text_ += "x";  // a link holds words
      content();
    });
  }

  void block(int depth, Place place) {
    const bool deep = depth >= k_most_depth;
    switch (choices_.below(deep ? 2 : place == Place::cell ? 8 : 14)) {
      case 0:
      case 1: return element("p", "", [&] { words(depth); });
      case 2: return list("ul", depth);
      case 3: return list("ol", depth);
      case 4: return definitions(depth);
      case 5: return figure(depth);
      case 6:
      case 7: return place == Place::body ? heading("h2") : words(depth);
      case 8: return table(depth);
      case 9: return heading(place == Place::aside ? "h2" : "h1");
      case 10: return heading("h3");
      case 11:
        if (place != Place::body) return heading("h2");
        return element("section", "", [&] { blocks(depth + 1, Place::body); });
      case 12:
        if (place != Place::body) return table(depth);
        if (choices_.one_in(2)) return details(depth);
        return element("aside", choices_.below(2) == 0 ? "" : " aria-label=\"x\"",
                       [&] { blocks(depth + 1, Place::aside); });
      default: return list("ul", depth);
    }
  }

  void details(int depth) {
    element("details", "", [&] {
      element("summary", "", [&] {
        if (choices_.one_in(2)) return heading("h3");
        text_ += "S";
        words(k_most_depth);
      });
      blocks(depth + 1, Place::aside);
    });
  }

  void blocks(int depth, Place place) {
    for (std::size_t count = choices_.below(5); count > 0; --count) block(depth, place);
  }

  void heading(std::string_view name) {
    element(name, "", [&] {
      text_ += "H";
      words(k_most_depth);
    });
  }

  void list(std::string_view name, int depth) {
    element(name, "", [&] {
      for (std::size_t count = choices_.below(5); count > 0; --count)
        element("li", "", [&] { blocks(depth + 1, Place::cell); });
    });
  }

  void definitions(int depth) {
    element("dl", "", [&] {
      for (std::size_t count = choices_.below(4); count > 0; --count) {
        for (std::size_t terms = 1 + choices_.below(2); terms > 0; --terms)
          element("dt", "", [&] { words(depth + 1); });
        for (std::size_t meanings = 1 + choices_.below(2); meanings > 0; --meanings)
          element("dd", "", [&] { blocks(depth + 1, Place::cell); });
      }
    });
  }

  std::string number(std::size_t most) {
    return choices_.one_in(6) ? fmt::format("{}.{}", choices_.below(most + 1), choices_.below(100))
                              : std::to_string(choices_.below(most + 1));
  }

  void figure(int depth) {
    if (choices_.one_in(4)) {
      return element("figure", "", [&] { table(depth + 1); });
    }
    element("figure", "", [&] {
      const std::size_t width = 20 + choices_.below(236);
      const std::size_t height = 10 + choices_.below(246);
      text_ += fmt::format("<svg viewBox=\"0 0 {} {}\" aria-label=\"d\"", width, height);
      if (choices_.one_in(2)) text_ += fmt::format(" width=\"{}\"", 10 + 4 * choices_.below(256));
      text_ += ">\n";
      for (std::size_t count = choices_.below(6); count > 0; --count) shape(width, height);
      text_ += "</svg>\n";
      if (choices_.one_in(2))
        element("figcaption", "", [&] {
          text_ += "C";
          words(depth + 1);
        });
    });
  }

  void shape(std::size_t width, std::size_t height) {
    const std::string x = number(std::min<std::size_t>(width - 1, 255));
    const std::string y = number(std::min<std::size_t>(height - 1, 255));
    switch (choices_.below(4)) {
      case 0:
        text_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"1\" height=\"1\" fill=\"#123456\"/>\n", x, y);
        return;
      case 1:
        text_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"0\" y2=\"1\" stroke=\"#123\"/>\n", x, y);
        return;
      case 2:
        text_ += fmt::format(
            "<path d=\"M {} {} L 1 2 H 3 V 4 C 1 2 3 4 5 6 Z\" fill=\"none\" stroke=\"#456\"/>\n", x, y);
        return;
      default: {
        constexpr std::string_view k_anchors[] = {"start", "middle", "end"};
        text_ += fmt::format("<text x=\"{}\" y=\"{}\" text-anchor=\"{}\" font-size=\"{}\">", x, y,
                             k_anchors[choices_.below(3)], 4 + choices_.below(12));
        for (std::size_t count = 1 + choices_.below(3); count > 0; --count) {
          word();
          text_ += " ";
        }
        text_ += "</text>\n";
      }
    }
  }

  void table(int depth) {
    constexpr std::size_t k_columns[] = {1, 2, 3, 4, 5, 7, 10, 20};
    const std::size_t columns = k_columns[choices_.below(std::size(k_columns))];
    element("table", choices_.one_in(6) ? " aria-label=\"t\"" : "", [&] {
      if (choices_.one_in(2))
        element("caption", "", [&] {
          text_ += "C";
          words(depth + 1);
        });
      if (choices_.one_in(2))
        element("thead", "", [&] { rows(columns, 1 + choices_.below(2), depth, true); });
      for (std::size_t bodies = 1 + choices_.below(2); bodies > 0; --bodies)
        element("tbody", "", [&] { rows(columns, 1 + choices_.below(5), depth, false); });
    });
  }

  void rows(std::size_t columns, std::size_t count, int depth, bool head) {
    std::vector<std::size_t> held(columns, 0);  // how many rows the cell over each column still covers
    for (std::size_t row = 0; row < count; ++row) {
      element("tr", "", [&] {
        for (std::size_t column = 0; column < columns;) {
          if (held[column] > 0) {
            --held[column++];
            continue;
          }
          std::size_t room = 0;
          while (column + room < columns && held[column + room] == 0) ++room;
          std::size_t width = choices_.one_in(6) ? 1 + choices_.below(room) : 1;
          if (choices_.one_in(12) && room == columns) width = columns;
          const std::size_t height = choices_.one_in(8) ? 1 + choices_.below(count - row) : 1;
          for (std::size_t i = column; i < column + width; ++i) held[i] = height - 1;
          cell(width, height, column == 0, depth, head);
          column += width;
        }
      });
    }
  }

  void cell(std::size_t width, std::size_t height, bool first, int depth, bool head) {
    std::string spans;
    if (width > 1) spans += fmt::format(" colspan=\"{}\"", width);
    if (height > 1) spans += fmt::format(" rowspan=\"{}\"", height);
    if ((head || (first && !choices_.one_in(3))) && !choices_.one_in(8)) {
      element("th", fmt::format(" scope=\"{}\"{}", head ? "col" : "row", spans), [&] {
        text_ += "N";
        words(depth + 2);
      });
    } else {
      element("td", spans, [&] { blocks(depth + 1, Place::cell); });
    }
  }

  Choices& choices_;
  std::string text_;
  const Language* language_ = nullptr;
  std::size_t ids_ = 0;
  bool rare_ = false;  ///< characters that few faces have may come
};

}  // namespace

std::size_t Choices::below(std::size_t limit) {
  if (bytes_.empty() || limit < 2) return 0;
  const std::size_t value = bytes_.front() % limit;
  bytes_ = bytes_.subspan(1);
  return value;
}

std::string random_markup(Choices& choices) {
  return Writer(choices).page();
}

std::string random_table(Choices& choices) {
  return Writer(choices).only_table();
}

document::Theme random_page(Choices& choices, document::Theme theme) {
  document::PageLayout& page = theme.pages[document::PageSize::a4];
  constexpr double k_least_room = 100;
  constexpr double k_least_top = 24;     // room for stacked marks
  constexpr double k_least_margin = 12;  // and for tails that reach out of their letters' width
  constexpr double k_least_height = 120;
  page.margin_side = k_least_margin + static_cast<double>(choices.below(72));
  page.margin_top = k_least_top + static_cast<double>(choices.below(72));
  page.margin_bottom = k_least_margin + static_cast<double>(choices.below(72));
  page.width = 2 * page.margin_side + k_least_room + 4 * static_cast<double>(choices.below(256));
  page.height =
      page.margin_top + page.margin_bottom + k_least_height + 4 * static_cast<double>(choices.below(256));
  page.scale = 0.5 + static_cast<double>(choices.below(16)) / 10;
  page.stacked_tables = choices.below(2) == 1;
  return theme;
}

}  // namespace generator::typeset::test

#!/usr/bin/env python3
"""One report, the same in five languages, as a page of our markup: what ./run bench sets.

make_pages.py OUT [LANGUAGE...]   writes OUT/page.<language>.html and OUT/comparison.<language>.json for each

The words are in content/<language>.json, the amounts in content/figures.json. The words are fictional and hold no
advice; the look is that of the house's documents (templates/theme.json). Standard library only.
"""
import json
import sys
from decimal import ROUND_HALF_UP, Decimal
from html import escape
from pathlib import Path

CONTENT = Path(__file__).parent / "content"
LANGUAGES = ["en", "ar", "hi", "ta", "zh-Hans"]


def load(name):
    return json.loads((CONTENT / f"{name}.json").read_text(encoding="utf-8"))


def grouped(amount):
    """60000 as 60,000, as every language of the bench writes an amount in a foreign currency."""
    return f"{int(amount):,}"


def in_range(low, high, currency, words):
    if high is None:
        return words["costs"]["from"].replace("{amount}", f"{grouped(low)} {currency}")
    if low == high:
        return f"{grouped(low)} {currency}"
    return f"{grouped(low)}–{grouped(high)} {currency}"


def converted(amount, rate):
    if amount is None:
        return None
    return int((Decimal(amount) * Decimal(rate)).quantize(Decimal(1), rounding=ROUND_HALF_UP))


class Estimate:
    """One hospital's lines with their sums. A sum counts what is stated; without an upper bound in one line it has none."""

    def __init__(self, data, to):
        self.currency, self.rate, self.to = data["currency"], data["rate"], to
        self.lines = []
        for item, low, high, quantity, unit, note in data["lines"]:
            stated = low is not None
            self.lines.append({
                "item": item, "unit_low": low, "unit_high": high, "quantity": quantity, "unit": unit, "note": note,
                "low": low * quantity if stated else None,
                "high": high * quantity if high is not None else None,
            })
        stated = [line for line in self.lines if line["low"] is not None]
        self.unstated = len(self.lines) - len(stated)
        self.low = sum(line["low"] for line in stated)
        self.high = None if any(line["high"] is None for line in stated) else sum(line["high"] for line in stated)

    def in_family_currency(self, low, high):
        return converted(low, self.rate), converted(high, self.rate)


class Page:
    """The markup of one language, element by element."""

    def __init__(self, language):
        self.words = load(language)
        figures = load("figures")
        self.figures = figures
        self.language = language
        self.rtl = language == "ar"
        self.estimates = [Estimate(data, figures["to"]) for data in figures["hospitals"]]
        self.out = []

    def put(self, text):
        self.out.append(text)

    def element(self, name, text, **attributes):
        self.put(f"<{name}{self.attributes(attributes)}>{escape(text, quote=False)}</{name}>")

    @staticmethod
    def attributes(attributes):
        names = {"class_": "class", "aria_label": "aria-label"}
        return "".join(f' {names.get(k, k).replace("_", "-")}="{escape(str(v))}"' for k, v in attributes.items())

    def markup(self):
        w = self.words
        self.put(f'<html lang="{self.language}" dir="{"rtl" if self.rtl else "ltr"}">')
        self.put("<head>")
        self.element("title", w["title"])
        for name, text in (("running-head", w["running_head"]), ("page-label", w["page_label"]),
                           ("summary", w["summary_property"])):
            self.put(f'<meta name="consilium:{name}" content="{escape(text)}">')
        self.put("</head>\n<body>")
        self.first_page()
        self.options()
        self.differences()
        self.costs()
        self.questions()
        self.glossary()
        self.put("</body>\n</html>")
        return "\n".join(self.out) + "\n"

    def first_page(self):
        w = self.words
        self.put("<section>")
        self.element("h1", w["title"])
        self.element("p", w["meta"], class_="meta")
        self.put("</section>")
        self.put('<aside class="urgent">')
        self.element("h2", w["urgent"]["title"])
        self.element("p", w["urgent"]["text"])
        self.put("</aside>")
        short = w["short"]
        self.put('<section class="short">')
        self.element("h2", short["title"])
        self.element("p", short["lead"], class_="lead")
        self.put('<dl class="summary">')
        for hospital, lines in zip(w["hospitals"], short["lines"], strict=True):
            self.element("dt", hospital["name"])
            for line in lines:
                self.element("dd", line)
        for key in ("differences", "open"):
            self.element("dt", short[key])
            self.element("dd", short[key + "_text"])
        self.put("</dl>\n</section>")

    def cell(self, text):
        if text is None:
            self.element("td", self.words["not_stated"], class_="not-stated")
        else:
            self.element("td", text)

    def options(self):
        options = self.words["options"]
        self.put("<section>")
        self.element("h2", options["title"])
        self.element("p", options["intro"], class_="intro")
        self.put('<table class="options">')
        self.element("caption", options["caption"])
        self.put("<thead>\n<tr>")
        self.element("th", options["corner"], scope="col")
        for hospital in self.words["hospitals"]:
            self.put(f'<th scope="col"><p class="tight">{escape(hospital["name"])}</p>'
                     f'<p class="plain tight">{escape(hospital["place"])}</p></th>')
        self.put("</tr>\n</thead>")
        for name, rows in options["groups"]:
            self.put("<tbody>\n<tr>")
            self.element("th", name, class_="group", scope="rowgroup", colspan=5)
            self.put("</tr>")
            for label, cells in rows:
                assert len(cells) == 4, label
                self.put("<tr>")
                self.element("th", label, scope="row")
                for cell in cells:
                    self.cell(cell)
                self.put("</tr>")
            self.put("</tbody>")
        self.put("</table>\n</section>")

    def differences(self):
        differ = self.words["differ"]
        self.put("<section>")
        self.element("h2", differ["title"])
        self.element("p", differ["intro"], class_="intro")
        for title, text in differ["items"]:
            self.element("h3", title)
            self.element("p", text)
        self.put("</section>")

    def amount(self, low, high, estimate):
        if low is None:
            self.cell(None)
            self.cell(None)
            return
        self.element("td", in_range(low, high, estimate.currency, self.words), class_="number")
        other = in_range(*estimate.in_family_currency(low, high), estimate.to, self.words)
        self.put(f'<td class="number"><span class="converted">{escape(other)}</span></td>')

    def costs(self):
        costs = self.words["costs"]
        self.put("<section>")
        self.element("h2", costs["title"])
        self.element("p", costs["intro"], class_="intro")
        self.chart()
        for hospital, estimate in zip(self.words["hospitals"], self.estimates, strict=True):
            self.element("h3", f'{hospital["name"]}, {hospital["place"]}')
            self.put('<table class="lines">')
            self.element("caption", costs["caption"].replace("{hospital}", hospital["name"]))
            self.put("<thead>\n<tr>")
            for key in ("item", "price", "amount", "converted", "note"):
                self.element("th", costs[key], scope="col")
            self.put("</tr>\n</thead>\n<tbody>")
            for line in estimate.lines:
                self.put("<tr>")
                self.element("th", costs["items"][line["item"]], scope="row")
                if line["low"] is None:
                    self.cell(None)
                else:
                    price = in_range(line["unit_low"], line["unit_high"], estimate.currency, self.words)
                    times = f' × {line["quantity"]}' if line["quantity"] > 1 else ""
                    self.element("td", costs["units"][line["unit"]].replace("{price}", price) + times)
                self.amount(line["low"], line["high"], estimate)
                self.element("td", costs["notes"][line["note"]])
                self.put("</tr>")
            self.put('<tr class="total">')
            self.element("th", costs["total"], scope="row")
            self.element("td", "–")
            self.amount(estimate.low, estimate.high, estimate)
            self.element("td", costs["unstated"].replace("{count}", str(estimate.unstated)))
            self.put("</tr>\n</tbody>\n</table>")
        self.put("</section>")

    def chart(self):
        """The totals as bars; an open end is an arrow, and every figure stands beside its bar."""
        chart = self.words["chart"]
        width, row, left, right, top = 499, 30, 118, 120, 8
        totals = [estimate.in_family_currency(estimate.low, estimate.high) for estimate in self.estimates]
        greatest = max(high or low for low, high in totals)
        step = 10000
        ticks = greatest // step + 1
        scale = (width - left - right) / (ticks * step)
        height = top + row * len(totals) + 34
        bottom = top + row * len(totals) + 4

        def x(value):
            return f"{left + value * scale:.1f}"

        self.put("<figure>")
        self.put(f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" dir="ltr"'
                 f' aria-label="{escape(chart["label"])}">')
        self.put('<g stroke="#c5ced6" stroke-width="0.5">')
        for tick in range(ticks + 1):
            self.put(f'<line x1="{x(tick * step)}" y1="{top}" x2="{x(tick * step)}" y2="{bottom}"/>')
        self.put("</g>")
        for tick in range(0, ticks + 1, 2):
            self.put(f'<text x="{x(tick * step)}" y="{bottom + 11}" text-anchor="middle" font-size="8"'
                     f' fill="#4b5967">{grouped(tick * step)}</text>')
        self.put(f'<text x="{x(ticks * step / 2)}" y="{bottom + 24}" text-anchor="middle" font-size="8"'
                 f' fill="#4b5967">{escape(chart["axis"])}</text>')
        for index, ((low, high), hospital) in enumerate(zip(totals, self.words["hospitals"], strict=True)):
            y = top + row * index + 6
            middle = y + 9
            self.put(f'<text x="0" y="{middle + 3}" font-size="9" font-weight="bold"'
                     f' fill="#1c2733">{escape(hospital["short"])}</text>')
            if high is None:
                end = left + (low + step) * scale
                self.put(f'<path d="M {x(low)} {y} L {end:.1f} {y} L {end + 8:.1f} {middle} L {end:.1f} {y + 18}'
                         f' L {x(low)} {y + 18} Z" fill="#dfe8ee" stroke="#1f4a63" stroke-width="0.75"'
                         f' stroke-dasharray="3 2"/>')
            else:
                end = left + high * scale
                self.put(f'<rect x="{x(low)}" y="{y}" width="{(high - low) * scale:.1f}" height="18" fill="#1f4a63"'
                         f' stroke="#1f4a63" stroke-width="0.75"/>')
            words = in_range(low, high, self.figures["to"], self.words)
            self.put(f'<text x="{width}" y="{middle + 3}" text-anchor="end"'
                     f' font-size="9" fill="#1c2733">{escape(words)}</text>')
        self.put("</svg>")
        self.element("figcaption", chart["caption"])
        self.put("</figure>")

    def questions(self):
        w = self.words
        questions = w["questions"]
        self.put("<section>")
        self.element("h2", questions["title"])
        self.element("p", questions["intro"], class_="intro")
        for hospital, each in zip(w["hospitals"], questions["each"], strict=True):
            self.element("h3", hospital["name"])
            self.put('<ol class="points">')
            for question in each:
                self.element("li", question, class_="point")
            self.put("</ol>")
        self.element("h3", w["next"]["title"])
        self.put("<ul>")
        for step in w["next"]["steps"]:
            self.element("li", step)
        self.put("</ul>\n</section>")

    def glossary(self):
        w = self.words
        self.put("<section>")
        self.element("h2", w["glossary"]["title"])
        self.put('<dl class="words">')
        for term, meaning in w["glossary"]["terms"]:
            self.element("dt", term)
            self.element("dd", meaning)
        self.put("</dl>\n</section>\n<section>")
        self.element("h2", w["sources"]["title"])
        self.put('<dl class="sources">')
        for number, source in enumerate(w["sources"]["list"], 1):
            self.element("dt", str(number))
            self.element("dd", source)
        self.put("</dl>\n</section>\n<section>")
        self.element("h2", w["limits"]["title"])
        for text in w["limits"]["text"]:
            self.element("p", text, class_="small")
        self.put("</section>")

    def comparison(self):
        """What a report carries inside of it as data: the rows and the amounts of the same page."""
        w = self.words
        rows = [{"group": group, "row": label,
                 "cells": [{"option": i, "state": "not-stated" if cell is None else "stated", "text": cell}
                           for i, cell in enumerate(cells)]}
                for group, rows in w["options"]["groups"] for label, cells in rows]
        estimates = [{"option": i, "currency": e.currency, "rate": e.rate, "low": e.low, "high": e.high, "lines": e.lines}
                     for i, e in enumerate(self.estimates)]
        data = {"format": "consilium/bench-comparison/1", "case": self.figures["case"], "date": self.figures["date"],
                "language": self.language, "options": w["hospitals"], "rows": rows, "estimates": estimates}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def words_of(page):
    """How many words a page holds, and how many of them are distinct: what stands between spaces, in its text only."""
    import re
    text = re.sub(r"<[^>]*>", " ", page[page.index("<body>"):])
    words = text.split()
    return len(words), len(set(words))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    for language in sys.argv[2:] or LANGUAGES:
        page = Page(language)
        markup = page.markup()
        (out / f"page.{language}.html").write_text(markup, encoding="utf-8")
        (out / f"comparison.{language}.json").write_text(page.comparison(), encoding="utf-8")
        total, distinct = words_of(markup)
        print(f"{language}: {total} words, {distinct} distinct, {len(markup.encode())} bytes")


if __name__ == "__main__":
    main()

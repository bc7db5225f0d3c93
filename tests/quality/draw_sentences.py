#!/usr/bin/env python3
"""Draw sentences at random from HTML reports, always the same ones for the same seed.

    draw_sentences.py --seed 2026 -n 10 report.html [report.html ...]
    draw_sentences.py --seed 2026 -n 0 report.html      (0: print them all)

A sentence is a sentence of the visible text of <body>. A table cell, a list item and a <dd> count as one
sentence each; it is printed with its row heading, column heading or <dt> in front, in square brackets. The
draw depends on the seed, the file's name and its folder, and not on the order of the arguments.
"""
import argparse
import hashlib
import pathlib
import random
import re
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
HIDDEN = {"script", "style", "template", "title", "desc", "defs", "head"}
WHOLE = {"td", "th", "li", "dd", "dt", "caption", "text", "h1", "h2", "h3", "h4", "h5", "h6", "summary"}
BLOCK = {"p", "div", "section", "article", "aside", "header", "footer", "main", "figure", "figcaption", "table",
         "ul", "ol", "dl", "tr", "thead", "tbody", "svg", "blockquote", "details", "br"} | WHOLE
END = re.compile(r"(?<=[.!?])[”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")
ABBREVIATION = re.compile(r"\b(?:Dr|Prof|Mr|Mrs|Ms|No|St|p|vs|approx|e\.g|i\.e|[A-Z])\.$")


def clean(text):
    return re.sub(r"\s+", " ", text).strip()


def split(text):
    """Cut running text into sentences, not after an abbreviation or an initial."""
    pieces, begin = [], 0
    for match in END.finditer(text):
        if not ABBREVIATION.search(text[begin:match.start()]):
            pieces.append(text[begin:match.end()].strip())
            begin = match.end()
    return pieces + [text[begin:].strip()]


class Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.sentences = []
        self.stack = []         # (tag, hidden)
        self.body = False
        self.buffer = []
        self.whole = []         # the open elements that count as one sentence each, outermost first
        self.tables = []        # {"columns": {index: text}, "band": text, "row": text, "index": int, "head": bool}
        self.terms = []         # the last <dt> of each open <dl>

    def hidden(self):
        return bool(self.stack) and self.stack[-1][1]

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "body":
            self.body = True
        if tag in BLOCK:
            self.flush()
        if tag in VOID:
            return
        hidden = (self.hidden() or tag in HIDDEN or "hidden" in attributes
                  or attributes.get("aria-hidden") == "true"
                  or "narrow" in (attributes.get("class") or "").split())
        self.stack.append((tag, hidden))
        if hidden:
            return
        if tag == "table":
            self.tables.append({"columns": {}, "band": "", "row": "", "index": 0, "head": False})
        elif tag == "dl":
            self.terms.append("")
        elif tag in ("thead", "tbody") and self.tables:
            self.tables[-1].update(band="", head=tag == "thead")
        elif tag == "tr" and self.tables:
            self.tables[-1].update(row="", index=0)
        if tag in WHOLE:
            span = attributes.get("colspan") or "1"
            self.whole.append({"tag": tag, "text": [], "span": int(span) if span.isdigit() else 1,
                               "band": attributes.get("scope") == "rowgroup"})

    def handle_startendtag(self, tag, attributes):
        if tag in VOID:
            self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        if tag in VOID or tag not in (entry[0] for entry in self.stack):
            return
        while self.stack:
            name, hidden = self.stack.pop()
            if not hidden:
                self.close_element(name)
            if name == tag:
                break
        if tag == "body":
            self.body = False

    def handle_data(self, data):
        if self.body and not self.hidden():
            self.buffer.append(data)

    def flush(self):
        text = clean("".join(self.buffer))
        self.buffer = []
        if not text:
            return
        if self.whole:
            self.whole[-1]["text"].append(text)
        else:
            self.sentences += split(text)

    def close_element(self, tag):
        if tag in BLOCK:
            self.flush()
        if tag in WHOLE and self.whole and self.whole[-1]["tag"] == tag:
            self.close_whole(self.whole.pop())
        elif tag == "table" and self.tables:
            self.tables.pop()
        elif tag == "dl" and self.terms:
            self.terms.pop()
        elif tag == "thead" and self.tables:
            self.tables[-1]["head"] = False

    def close_whole(self, part):
        text, tag = " / ".join(part["text"]), part["tag"]
        if tag in ("td", "th") and self.tables:
            table = self.tables[-1]
            first, index = table["index"], table["index"]
            table["index"] += part["span"]
            if table["head"]:
                for column in range(first, first + part["span"]):
                    table["columns"][column] = clean(table["columns"].get(column, "") + " " + text)
                return
            if tag == "th":
                table["band" if part["band"] else "row"] = text
                return
            heading = " | ".join(filter(None, (table["band"], table["row"], table["columns"].get(index, ""))))
            self.add(heading, text)
        elif self.whole:                        # a list item or a term inside a cell belongs to the cell
            self.whole[-1]["text"].append(text)
        elif tag == "dt" and self.terms:
            self.terms[-1] = text
        elif tag == "dd" and self.terms:
            self.add(self.terms[-1], text)
        else:
            self.add("", text)

    def add(self, heading, text):
        if text:
            self.sentences.append(f"[{heading}] {text}" if heading else text)


def sentences(path):
    reader = Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    reader.flush()
    return [text for text in reader.sentences if re.search(r"\w", text)]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--seed", required=True)
    parser.add_argument("-n", "--number", type=int, default=10, help="sentences of each file; 0 for all")
    options = parser.parse_args()
    if options.number < 0:
        parser.error("the number of sentences cannot be negative")
    for path in options.files:
        found = sentences(path)
        name = "/".join(path.resolve().parts[-2:])
        count = len(found) if options.number == 0 else min(options.number, len(found))
        seed = hashlib.sha256(f"{options.seed}\n{name}".encode()).hexdigest()
        chosen = sorted(random.Random(seed).sample(range(len(found)), count))
        print(f"# {name}: {count} of {len(found)}")
        for position in chosen:
            print(f"{position + 1}. {found[position]}")
        print()


if __name__ == "__main__":
    main()

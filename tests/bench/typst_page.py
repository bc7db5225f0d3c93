"""A page of our markup as Typst source: the same words, page, faces, sizes, tables, fills and chart.

Each kind of element becomes a Typst function whose sizes and colours are those of templates/theme.json, so the look
follows the theme; what it says stands in the source as strings. Standard library only.
"""
import json
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).parents[2]
FACES = {
    "en": (["Noto Sans"], 1.0, 0), "ar": (["Noto Naskh Arabic", "Noto Sans"], 1.12, 1.5),
    "hi": (["Noto Sans Devanagari", "Noto Sans"], 1.06, 1.45), "ta": (["Noto Sans Tamil", "Noto Sans"], 1.0, 1.4),
    "zh-Hans": (["Noto Sans CJK SC", "Noto Sans"], 1.0, 1.5),
}
VOID = {"meta", "br"}


class Element:
    def __init__(self, tag, attributes):
        self.tag, self.attributes, self.children = tag, dict(attributes), []

    @property
    def classes(self):
        return self.attributes.get("class", "").split()

    def elements(self, *tags):
        return [c for c in self.children if isinstance(c, Element) and (not tags or c.tag in tags)]

    def text(self):
        return "".join(c if isinstance(c, str) else c.text() for c in self.children)


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = Element("root", [])
        self.open = [self.root]
        self.meta = {}

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes)
        if tag == "meta":
            self.meta[element.attributes["name"].removeprefix("consilium:")] = element.attributes["content"]
            return
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attributes):
        self.open[-1].children.append(Element(tag, attributes))

    def handle_endtag(self, tag):
        assert self.open.pop().tag == tag

    def handle_data(self, data):
        if data.strip():
            self.open[-1].children.append(data)


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def svg_source(element, families):
    """The chart as it stands in the page, with what a file of its own needs."""
    def write(node, first=False):
        if isinstance(node, str):
            return node.replace("&", "&amp;").replace("<", "&lt;")
        attributes = dict(node.attributes)
        label = attributes.pop("aria-label", None)
        direction = attributes.pop("dir", None)
        if "viewbox" in attributes:
            attributes["viewBox"] = attributes.pop("viewbox")
        if first:
            attributes["xmlns"] = "http://www.w3.org/2000/svg"
            attributes["font-family"] = ", ".join(families)
        del label, direction
        inside = "".join(write(child) for child in node.children)
        words = "".join(f' {name}="{value}"' for name, value in attributes.items())
        return f"<{node.tag}{words}>{inside}</{node.tag}>"
    return write(element, first=True)


class TypstPage:
    def __init__(self, markup, language, reword=lambda text: text):
        """`reword` may say each text of the page in other words."""
        reader = Reader()
        reader.feed(markup)
        self.html, self.meta, self.language = reader.root.elements("html")[0], reader.meta, language
        self.theme = json.loads((ROOT / "templates" / "theme.json").read_text(encoding="utf-8"))
        self.families, self.factor, self.least_line_height = FACES[language]
        self.rtl = language == "ar"
        self.functions = {}
        self.reword = reword

    def colour(self, name):
        return f'rgb("{self.theme["colours"].get(name, name)}")'

    def properties(self, tag, classes):
        merged = {}
        for selectors, rule in self.theme["rules"].items():
            for selector in selectors.split(","):
                wanted, _, of_class = selector.strip().partition(".")
                if (not wanted or wanted == tag) and (not of_class or of_class in classes):
                    merged.update(rule)
        return merged

    def text_settings(self, look, inherited):
        """What `set` says of a text, and the sizes that what is inside of it goes on from."""
        size = look.get("font-size", inherited["font-size"])
        line_height = look.get("line-height", inherited["line-height"])
        parts = []
        if "font-size" in look:
            parts.append(f"size: {size * self.factor:g}pt")
        if "font-size" in look or "line-height" in look:
            # A line is as high as the theme says, half of what it adds above the letters and half below.
            height = max(line_height, self.least_line_height) / self.factor
            parts.append(f"top-edge: {0.8 + (height - 1) / 2:.4g}em, bottom-edge: {-0.2 - (height - 1) / 2:.4g}em")
        if "bold" in look:
            parts.append(f'weight: "{"bold" if look["bold"] else "regular"}"')
        if "colour" in look:
            parts.append(f"fill: {self.colour(look['colour'])}")
        return parts, {"font-size": size, "line-height": line_height}

    def styled(self, element, inherited, body, name=None):
        """A block of that element's look around `body`."""
        look = self.properties(element.tag, element.classes)
        name = name or "-".join(["as", element.tag, *element.classes])
        key = f"{name}-{inherited['font-size']:g}-{inherited['line-height']:g}".replace(".", "_")
        if key not in self.functions:
            settings, _ = self.text_settings(look, inherited)
            box = [f"above: {look.get('space-before', 0):g}pt", f"below: {look.get('space-after', 0):g}pt", "width: 100%"]
            if "background" in look:
                box.append(f"fill: {self.colour(look['background'])}")
            if "padding" in look:
                box.append(f"inset: {look['padding']:g}pt")
            strokes = []
            border = self.colour(look.get("border-colour", "ink"))
            start = "right" if self.rtl else "left"
            if look.get("border-width"):
                strokes.append(f"rest: {look['border-width']:g}pt + {border}")
            if look.get("border-start-width"):
                strokes.append(f"{start}: {look['border-start-width']:g}pt + {border}")
            if look.get("border-bottom-width"):
                strokes.append(f"bottom: {look['border-bottom-width']:g}pt + {border}")
            if strokes:
                box.append(f"stroke: ({', '.join(strokes)})")
            if look.get("keep-together"):
                box.append("breakable: false")
            if look.get("keep-with-next"):
                box.append("sticky: true")
            text = f"set text({', '.join(settings)}); " if settings else ""
            self.functions[key] = f"#let {key}(it) = block({', '.join(box)}, {{ {text}it }})"
        return f"{key}({body})"

    def inherit(self, element, inherited):
        return self.text_settings(self.properties(element.tag, element.classes), inherited)[1]

    def words(self, element, inherited):
        parts = []
        for child in element.children:
            if isinstance(child, str):
                parts.append(quoted(self.reword(" ".join(child.split()))))
            elif child.tag == "br":
                parts.append("linebreak()")
            else:
                look = self.properties(child.tag, child.classes)
                settings, inside = self.text_settings(look, inherited)
                parts.append(f"text({', '.join([*settings, self.words(child, inside)])})")
        return "[" + "".join(f"#{p}" for p in parts) + "]" if len(parts) > 1 else parts[0]

    def block(self, element, inherited):
        inside = self.inherit(element, inherited)
        if element.tag in ("section", "aside"):
            if element.tag == "section" and not element.classes:
                return "\n".join(self.block(child, inside) for child in element.elements())
            body = "\n".join("  " + self.block(child, inside) for child in element.elements())
            return self.styled(element, inherited, "{\n" + body + "\n}")
        if element.tag in ("h1", "h2", "h3"):
            # Typst makes a heading's text larger by itself, so its size stands within.
            settings, _ = self.text_settings(self.properties(element.tag, element.classes), inherited)
            words = f"text({', '.join([*settings, self.words(element, inside)])})"
            return self.styled(element, inherited, f"heading(level: {element.tag[1]}, {words})")
        if element.tag == "p":
            return self.styled(element, inherited, f"par({self.words(element, inside)})")
        if element.tag in ("ul", "ol"):
            look = self.properties(element.tag, element.classes)
            item = self.properties("li", ["point"] if "points" in element.classes else [])
            items = ", ".join(self.words(li, inside) for li in element.elements("li"))
            kind, name = ("list", "marker: [•]") if element.tag == "ul" else ("enum", 'numbering: "1."')
            spacing = f"spacing: {item['space-after']:g}pt, tight: false, body-indent: 5pt, indent: {look['indent'] - 12:g}pt"
            return self.styled(element, inherited, f"{kind}({name}, {spacing}, {items})")
        if element.tag == "dl":
            return self.definitions(element, inherited, inside)
        if element.tag == "table":
            return self.table(element, inherited, inside)
        if element.tag == "figure":
            svg = element.elements("svg")[0]
            source = quoted(svg_source(svg, self.families))
            label = quoted(svg.attributes["aria-label"])
            caption = element.elements("figcaption")[0]
            caption_text = self.words(caption, self.inherit(caption, inside))
            return self.styled(element, inherited,
                               f'figure(image(bytes({source}), format: "svg", width: {svg.attributes["width"]}pt,'
                               f' alt: {label}), alt: {label}, numbering: none, gap: 3pt, caption: '
                               + self.styled(caption, inside, caption_text) + ")")
        raise ValueError(element.tag)

    def definitions(self, element, inherited, inside):
        width = self.properties("dl", element.classes)["term-width"]
        look = self.properties("dd", [])
        cells, term, meanings = [], None, []

        def finish():
            if term is not None:
                cells.append(f'text(weight: "bold", {term})')
                cells.append("[" + "".join(f"#{m}" for m in meanings) + "]")
        for child in element.elements("dt", "dd"):
            if child.tag == "dt":
                finish()
                term, meanings = self.words(child, inside), []
            else:
                meanings.append(self.styled(child, inside, self.words(child, inside)))
        finish()
        body = ",\n    ".join(cells)
        return self.styled(element, inherited, f"grid(columns: ({width:g}pt, 1fr), column-gutter: 10pt, "
                           f"row-gutter: {look['space-after']:g}pt,\n    {body})")

    def table(self, element, inherited, inside):
        first = element.elements("thead")[0].elements("tr")[0].elements()
        even = "options" in element.classes
        columns = "(0.95fr, 1fr, 1fr, 1fr, 1fr)" if even else "(1.35fr, 1.2fr, 1.1fr, 1.1fr, 1.1fr)"
        assert len(first) == 5
        caption = element.elements("caption")[0]
        rule = self.properties("td", [])
        stroke = f"(rest: none, bottom: {rule['border-bottom-width']:g}pt + {self.colour(rule['border-colour'])})"
        parts = [f"columns: {columns}", f"inset: {rule['padding']:g}pt", f"stroke: {stroke}", "align: start + top"]
        header = ",\n    ".join(self.cell(c, inside, "tint") for c in first)
        parts.append(f"table.header(repeat: true,\n    {header})")
        for body in element.elements("tbody"):
            for row in body.elements("tr"):
                total = self.colour("tint") if "total" in row.classes else None
                for cell in row.elements():
                    parts.append(self.cell(cell, inside, "tint" if total else None, bold=bool(total)))
        table = "table(\n    " + ",\n    ".join(parts) + ")"
        return self.styled(caption, inherited, self.words(caption, self.inherit(caption, inherited))) + "\n" + \
            self.styled(element, inherited, table)

    def cell(self, element, inherited, fill, bold=False):
        look = self.properties(element.tag, element.classes)
        settings, inside = self.text_settings({k: v for k, v in look.items() if k in
                                               ("font-size", "line-height", "bold", "colour")}, inherited)
        if bold:
            settings = [s for s in settings if not s.startswith("weight")] + ['weight: "bold"']
        paragraphs = element.elements("p")
        if paragraphs:
            inner = "[" + "".join("#" + self.styled(p, inside, self.words(p, inside)) for p in paragraphs) + "]"
        else:
            inner = self.words(element, inside)
        text = f"text({', '.join([*settings, inner])})" if settings else inner
        options = []
        if "background" in look:
            fill = look["background"]
        if fill:
            options.append(f"fill: {self.colour(fill)}")
        if element.attributes.get("colspan"):
            options.append(f"colspan: {element.attributes['colspan']}")
        if look.get("align") == "end":
            options.append("align: end + top")
        return f"table.cell({', '.join([*options, text])})" if options else text

    def source(self):
        theme, body = self.theme, self.theme["body"]
        page = theme["pages"]["a4"]
        root = {"font-size": body["font-size"], "line-height": body["line-height"]}
        blocks = [self.block(child, root) for child in self.html.elements("body")[0].elements()]
        settings, _ = self.text_settings(body, root)
        lang = {"zh-Hans": 'lang: "zh", script: "hans"'}.get(self.language, f'lang: "{self.language}"')
        head = Element("p", [("class", "running-head")])
        foot = Element("p", [("class", "page-label")])
        label = self.meta["page-label"]
        before, _, rest = label.partition("{page}")
        middle, _, after = rest.partition("{pages}")
        number = (f"context [#{quoted(before)}#counter(page).display()#{quoted(middle)}"
                  f"#counter(page).final().first()#{quoted(after)}]")
        running = self.styled(head, root, quoted(self.meta["running-head"]))
        footer = self.styled(foot, root, f"align(center, {number})")
        title = self.html.elements("head")[0].elements("title")[0].text()
        lines = [
            f"#set document(title: {quoted(title)}, description: {quoted(self.meta['summary'])},"
            " date: datetime(year: 2026, month: 11, day: 2))",
            f"#set text(font: ({', '.join(quoted(f) for f in self.families)}{',' if len(self.families) == 1 else ''}),"
            f" {lang}, {', '.join(settings)}, hyphenate: false, cjk-latin-spacing: none)",
            "#set par(leading: 0pt, spacing: 0pt, justify: false)",
            "#show heading: it => it.body",
            "#show figure: set align(start)",
            *self.functions.values(),
            f"#set page(width: {page['width']}pt, height: {page['height']}pt, margin: (top: {page['margin-top']}pt,"
            f" bottom: {page['margin-bottom']}pt, x: {page['margin-side']}pt), header: {running}, footer: {footer})",
            f'#pdf.attach("comparison.json", read("comparison.{self.language}.json", encoding: none), relationship: "data",'
            ' mime-type: "application/json", description: "The comparison that this report shows, as data")',
            "#{", *blocks, "}",
        ]
        return "\n".join(lines) + "\n"

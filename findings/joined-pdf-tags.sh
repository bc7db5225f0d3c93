#!/usr/bin/env bash
# Two tagged letters joined into one file: the second is read out with the headings of the first. A tagged page says
# by a number (StructParents) which row of the document's table holds its tags, and writers count from 0.
#   pikepdf 10.18.0 (pages.extend) and pdf-lib 1.17.1 (copyPages)  copy the page with its number but not its tags, and
#       keep the first file's table and its claim "Marked true". Both pages now point to row 0.
#   MuPDF (PyMuPDF 2.0)  finds tags by that number: "Not offered", a plain line of the second letter, becomes its
#       heading, and its heading "Hospital B" becomes plain text.
#   pdf.js 5.6.205  finds them by the page that a tag names: page 2 has the tags of page 1, all of them empty.
#   pdfplumber 0.11.10  has a Document without anything in it for page 2.
#   PyMuPDF (insert_pdf)  takes the number away: page 2 has no tags, and the file still says "Marked true".
#   pypdf 7.1.1 (append to a new writer)  drops tags and claim of both pages: the only one that is true to what it
#       has.
# That joining loses tags is known for each of these writers; that a reader then gives a page another page's roles is
# not said anywhere that we looked, and a check for the presence of a structure tree passes. So nobody joins our
# reports with such a tool before an accessible copy is sent, and of a PDF that came in we take tags for a page only
# where the page, the tag's own page and the table agree. Seen 2026-11-30 with Python 3.11 and Node 20.20.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" pdf-lib@1.17.1 pdfjs-dist@5.6.205 >/dev/null
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check pikepdf==10.18.0 pymupdf==2.0 pypdf==7.1.1 pdfplumber==0.11.10
cat >letters.py <<'P'
"""Writes two letters of one page each, tagged."""
from pikepdf import Array, Dictionary, Name, Pdf, String


def letter(path, lines):
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(300, 200))
    page = pdf.pages[0].obj
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    page.Resources = Dictionary(Font=Dictionary(F=font))
    page.Contents = pdf.make_stream("\n".join(
        f"/{role} <</MCID {n}>> BDC BT /F 12 Tf 20 {150 - 30 * n} Td ({text}) Tj ET EMC"
        for n, (role, text) in enumerate(lines)).encode())
    page.StructParents = 0
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
    tags = Array([pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + role), P=top, Pg=page, K=n))
                  for n, (role, _) in enumerate(lines)])
    top.K, root.K = tags, top
    root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, pdf.make_indirect(tags)])))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo, pdf.Root.Lang = root, Dictionary(Marked=True), String("en")
    pdf.save(path)


letter("a.pdf", [("H1", "Estimate of Hospital A"), ("P", "Total"), ("P", "USD 38,000")])
letter("b.pdf", [("P", "Not offered"), ("H1", "Hospital B"), ("P", "USD 45,000")])
P
cat >join.py <<'P'
import pikepdf
import pymupdf
import pypdf

with pikepdf.open("a.pdf") as first, pikepdf.open("b.pdf") as second:
    first.pages.extend(second.pages)
    first.save("pikepdf.pdf")
first = pymupdf.open("a.pdf")
first.insert_pdf(pymupdf.open("b.pdf"))
first.save("pymupdf.pdf")
writer = pypdf.PdfWriter()
for path in "a.pdf", "b.pdf":
    writer.append(path)
writer.write("pypdf.pdf")
P
cat >join.mjs <<'J'
import { readFileSync, writeFileSync } from 'node:fs';
import { PDFDocument } from 'pdf-lib';
const [first, second] = await Promise.all(['a.pdf', 'b.pdf'].map((path) => PDFDocument.load(readFileSync(path))));
const [page] = await first.copyPages(second, [0]);
first.addPage(page);
writeFileSync('pdf-lib.pdf', await first.save());
J
cat >read.py <<'P'
import sys

import pdfplumber
import pikepdf
import pymupdf


def roles(blocks):
    for block in blocks:
        if block["type"] == 2:
            inner = ", ".join(roles(block["blocks"]))
            yield f'{block["raw"]}({inner})'
        elif block["type"] == 0:
            yield " ".join(span["text"] for line in block["lines"] for span in line["spans"])


def plumbed(tags):
    return ", ".join(f'{tag["type"]}({plumbed(tag.get("children", []))})' for tag in tags)


for name in sys.argv[1:]:
    with pikepdf.open(name + ".pdf") as pdf:
        print(name, "marked" if pdf.Root.get("/MarkInfo", {}).get("/Marked", False) else "not marked")
    print("  MuPDF     ", ", ".join(roles(pymupdf.open(name + ".pdf")[1].get_text("dict", flags=256)["blocks"])))
    with pdfplumber.open(name + ".pdf") as pdf:
        print("  pdfplumber", plumbed(pdf.pages[1].structure_tree) or "none")
P
cat >read.mjs <<'J'
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
for (const name of process.argv.slice(2)) {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(name + '.pdf')), verbosity: 0 }).promise;
  const page = await pdf.getPage(2);
  const own = new Map();
  let tag;
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if (item.type === 'beginMarkedContentProps') tag = item.id;
    else if (item.type === 'endMarkedContent') tag = undefined;
    else if (item.str && tag) own.set(tag, (own.get(tag) ?? '') + item.str);
  }
  const shown = (node) => node.type === 'content' ? own.get(node.id) ?? ''
    : node.role ? `${node.role}(${node.children.map(shown).join(', ')})` : '';
  const tree = await page.getStructTree();
  console.log(name, 'pdf.js', tree ? tree.children.map(shown).join(', ') || 'none' : 'none');
}
J
venv/bin/python letters.py && venv/bin/python join.py && node join.mjs
{
  venv/bin/python read.py pikepdf pdf-lib pymupdf pypdf
  node read.mjs pikepdf pdf-lib pymupdf pypdf
} >seen
diff - seen <<'T'
pikepdf marked
  MuPDF      Document(H1(Not offered), P(Hospital B), P(USD 45,000))
  pdfplumber Document()
pdf-lib marked
  MuPDF      Document(H1(Not offered), P(Hospital B), P(USD 45,000))
  pdfplumber Document()
pymupdf marked
  MuPDF      Not offered, Hospital B, USD 45,000
  pdfplumber none
pypdf not marked
  MuPDF      Not offered, Hospital B, USD 45,000
  pdfplumber none
pikepdf pdf.js Document(H1(), P(), P())
pdf-lib pdf.js Document(H1(), P(), P())
pymupdf pdf.js none
pypdf pdf.js none
T
cat seen
echo "as seen: page 2 still has the roles of page 1"

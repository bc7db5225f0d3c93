// Scores how much of a page's text comes back from its PDF, reader by reader.
//   node text_out.mjs visual FOLDER logical FOLDER PAGE.html...
// Each FOLDER holds <tag>.pdf for each PAGE <tag>.html, set in that text order. Prints a table; exit status 1 if a figure is
// below what is required.
//
// A unit is a sentence of a leaf block of the source page (p, li, td, th, dt, dd, h1-h3, caption, figcaption), in NFC with
// white space made one space; Chinese without any. It has come back if the reader's whole text has it in one piece. Units of
// right-to-left pages are words as well: each must come back as often as the page has it, so a word of one letter
// cannot be found by chance inside another.
//
// A line may end behind a hyphen, a dash or a slash where the source has no space; every reader gives that line end. So
// white space behind these, too, is taken out of both sides. What belongs to no text is taken out of both sides: bidi controls, zero-width spaces, and a soft hyphen with the line end
// behind it. Readers that do not know tags give a page's head and foot as lines of their own in the middle of a sentence
// that crosses a page end. As these are tagged as artifacts, which is all that a file can do, such lines are taken out
// before counting. The structure text gets no such help: there they must be absent.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { PDFiumLibrary } from "@hyzyla/pdfium";

// pdf.js asks for a browser's drawing classes while it loads; reading text needs none of them.
for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globalThis[name] ??= class {};
const warn = console.warn;
console.warn = () => {};
const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
console.warn = warn;

const rightToLeft = new Set(["ar", "fa", "ur"]);
const blocks = new Set("html head title body section h1 h2 h3 p ul ol li dl dt dd table caption thead tbody tr th td figure figcaption aside svg".split(" "));
const leaves = new Set("h1 h2 h3 p li dt dd caption th td figcaption aside".split(" "));

// The source

const named = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00A0" };
function decoded(text) {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : decimal ? String.fromCodePoint(Number(decimal)) : (named[name] ?? all));
}

/** Texts of the leaf blocks in document order, and the words of the page's head and foot. */
function readPage(file) {
  const markup = readFileSync(file, "utf8").replace(/<!--[\s\S]*?-->/g, "");
  const open = [];
  const texts = [];
  let text = "";
  const flush = () => {
    const words = tidy(text);
    if (words && leaves.has(open.findLast((tag) => blocks.has(tag)))) texts.push(words);
    text = "";
  };
  for (const [, close, tag, attributes, own] of markup.matchAll(/<(\/?)(\w+)([^>]*)>|([^<]+)/g)) {
    if (own !== undefined) {
      if (!open.includes("svg")) text += decoded(own);
    } else if (tag === "br") {
      text += " ";
    } else if (tag !== "meta") {
      if (blocks.has(tag)) flush();
      if (close) open.pop();
      else if (!attributes.endsWith("/")) open.push(tag);
    }
  }
  const meta = (name) => decoded(markup.match(new RegExp(`name="consilium:${name}" content="([^"]*)"`))?.[1] ?? "");
  return { texts, furniture: ["running-head", "page-label", "mark"].map(meta).filter((words) => words !== "") };
}

// Text

function tidy(text) {
  return text.replace(/\u00AD\s*/g, "").replace(/[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "").replace(/\s+/g, " ").replace(/(?<=[-\u2010-\u2015/]) /gu, "").trim().normalize("NFC");
}

function sentences(texts, tag) {
  const segmenter = new Intl.Segmenter(tag, { granularity: "sentence" });
  return texts.flatMap((text) => [...segmenter.segment(text)].map((part) => part.segment.trim())).filter((part) => /[\p{L}\p{N}]/u.test(part));
}

function words(text) {
  return text.match(/[\p{L}\p{M}\p{N}\u200C\u200D]+/gu) ?? [];
}

function counted(items) {
  const counts = new Map();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** The reader's lines without a page's head and foot. Numbers may come in any digits, and right-to-left words in any order. */
function withoutFurniture(text, furniture, tag) {
  const bare = (line) => tidy(line).replace(/\{pages?\}|\p{Nd}+/gu, "0");
  const form = rightToLeft.has(tag) ? (line) => [...bare(line)].filter((c) => /[\p{L}\p{N}]/u.test(c)).sort().join("") : bare;
  const known = new Set(furniture.map(form));
  return text.split(/[\r\n\f]+/).filter((line) => !known.has(form(line))).join("\n");
}

// Readers: from a file to its text

function program(name, ...options) {
  return execFileSync(name, options, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });
}

/** pdfinfo's outline of the structure: text in quotes, indented below its element; a block's text is parted from the next. */
function structureText(file) {
  let text = "";
  for (const line of program("pdfinfo", "-struct-text", file).split("\n")) {
    const own = line.match(/^\s*"(.*)"$/);
    if (own) text += own[1];
    else if (/\((block|table|group)\)|^\s*(Sect|Document|TH|TD|TR|Lbl|LBody|Caption)\b/.test(line)) text += "\n";
  }
  return text;
}

const require = createRequire(import.meta.url);
const pdfjs = dirname(dirname(require.resolve("pdfjs-dist/legacy/build/pdf.mjs")));
async function pdfjsText(file) {
  const task = getDocument({
    data: new Uint8Array(readFileSync(file)),
    cMapUrl: pathToFileURL(join(dirname(pdfjs), "cmaps")).href + "/",
    standardFontDataUrl: pathToFileURL(join(dirname(pdfjs), "standard_fonts")).href + "/",
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await task.promise;
  let text = "";
  for (let number = 1; number <= document.numPages; ++number) {
    const content = await (await document.getPage(number)).getTextContent();
    for (const item of content.items) text += (item.str ?? "") + (item.hasEOL ? "\n" : "");
    text += "\n";
  }
  await task.destroy();
  return text;
}

const pdfium = await PDFiumLibrary.init();
async function pdfiumText(file) {
  const document = await pdfium.loadDocument(readFileSync(file));
  let text = "";
  for (const page of document.pages()) text += page.getText() + "\n";
  document.destroy();
  return text;
}

const readers = {
  "structure": structureText,
  "pdftotext": (file) => program("pdftotext", file, "-"),
  "pdfium": pdfiumText,
  "pdf.js": pdfjsText,
  "mutool": (file) => program("mutool", "draw", "-q", "-F", "txt", file),
};

/** What must come back, in hundredths. mutool's figures are shown and ask nothing. */
const required = {
  sentence: { visual: { "structure": 99.5, "pdftotext": 99, "pdfium": 99, "pdf.js": 99 }, logical: {} },
  word: { visual: { "pdfium": 99, "pdf.js": 85, "pdftotext": 85 }, logical: { "structure": 99 } },
};

// Replacement text of the structure's elements

/**
 * The structure from top to bottom: the replacement text of each element that is a block, its inline parts joined, and for
 * each page the identifiers of marked content.
 */
function readStructure(file) {
  const { qpdf } = JSON.parse(program("qpdf", "--json=2", "--json-key=qpdf", file));
  const objects = qpdf[1];
  const value = (any) => (typeof any === "string" && /^\d+ \d+ R$/.test(any) ? (objects["obj:" + any].value ?? objects["obj:" + any]) : any);
  const string = (any) =>
    any.startsWith("u:") ? any.slice(2) : new TextDecoder("utf-16be").decode(Buffer.from(any.slice(2), "hex")).replace(/^\uFEFF/, "");
  const texts = [];
  const contents = {};
  const visit = (any, page) => {
    const element = value(any);
    if (Array.isArray(element)) return element.forEach((each) => visit(each, page));
    if (typeof element === "number") return (contents[page] ??= []).push(element);
    if (element === null || typeof element !== "object") return;
    if (element["/Type"] === "/MCR") return (contents[element["/Pg"] ?? page] ??= []).push(element["/MCID"]);
    if (element["/S"] === undefined) return;
    const text = element["/ActualText"];
    const inline = ["/Span", "/Link"].includes(element["/S"]);
    if (!inline) texts.push("");
    if (text !== undefined) texts[texts.length - 1] += string(value(text));
    const before = Object.fromEntries(Object.entries(contents).map(([each, numbers]) => [each, numbers.length]));
    if (element["/K"] !== undefined) visit(value(element["/K"]), element["/Pg"] ?? page);
    // A wide table stands in parts, one below another, and is read row by row.
    if (element["/S"] === "/Table")
      for (const [each, numbers] of Object.entries(contents)) numbers.push(...numbers.splice(before[each] ?? 0).sort((a, b) => a - b));
  };
  const root = Object.values(objects).find((each) => each.value?.["/Type"] === "/Catalog").value["/StructTreeRoot"];
  visit(value(root)["/K"]);
  return { texts: texts.map(tidy).filter((text) => text !== ""), contents };
}

/**
 * Tables apart, content stands in the order in which the structure reads it: identifiers, given out from a page's beginning, only ascend.
 * Where words that are read from the right stand as they are seen, each is there once.
 */
function orderFault(contents, asSeen) {
  for (const numbers of Object.values(contents)) {
    const sorted = [...numbers].sort((a, b) => a - b);
    if (sorted.some((number, i) => number !== i)) return "the structure does not name all marked content, each once";
    if (!asSeen && sorted.some((number, i) => number !== numbers[i])) return "content does not stand in the structure's order";
  }
}

// Scoring

const strongRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const percent = (part, whole) => Math.floor((10000 * part) / whole) / 100;

/**
 * The pages under limits/ hold what a reader is known to spoil, and no file can help; of them the structure text alone is asked.
 * limits/zh-Hans: a whole Arabic sentence in a line of Chinese. pdfium turns a line around that has at least as many Arabic words as
 * stretches of Chinese, and with it every sentence that has words on this line.
 */
const isLimit = (page) => basename(dirname(page)) === "limits";

function score(text, units, kind, tag) {
  if (kind === "sentence") {
    const spaced = !tag.startsWith("zh");
    const plain = (each) => (spaced ? tidy(each) : tidy(each).replace(/\s/g, ""));
    const whole = plain(text);
    const missing = units.filter((unit) => !whole.includes(plain(unit)));
    return { figure: percent(units.length - missing.length, units.length), missing };
  }
  const there = counted(words(tidy(text)));
  const missing = [];
  for (const [word, count] of counted(units)) for (let i = there.get(word) ?? 0; i < count; ++i) missing.push(word);
  return { figure: percent(units.length - missing.length, units.length), missing };
}

const [, , , visualFolder, , logicalFolder, ...pages] = process.argv;
const folders = { visual: visualFolder, logical: logicalFolder };
const verbose = process.env.CONSILIUM_SHOW_MISSING;
const names = Object.keys(readers);
const faults = [];
console.log(["page          ", "order  ", "unit    ", "units", ...names.map((name) => name.padStart(9)), "ActualText"].join("  "));
for (const page of pages) {
  const tag = basename(page, ".html");
  const label = isLimit(page) ? `limits/${tag}` : tag;
  const { texts, furniture } = readPage(page);
  const kinds = rightToLeft.has(tag) ? ["word", "sentence"] : ["sentence"];
  for (const order of rightToLeft.has(tag) ? ["visual", "logical"] : ["visual"]) {
    const file = join(folders[order], label + ".pdf");
    const structure = readStructure(file);
    const fault = orderFault(structure.contents, order === "visual" && texts.some((text) => strongRightToLeft.test(text)));
    if (fault) faults.push(`${label}, ${order} order: ${fault}`);
    const read = {};
    for (const name of names) {
      const text = await readers[name](file);
      read[name] = name === "structure" ? text : withoutFurniture(text, furniture, tag);
    }
    for (const kind of kinds) {
      const units = kind === "word" ? texts.flatMap(words) : sentences(texts, tag);
      const row = [label.padEnd(14), order.padEnd(7), kind.padEnd(8), String(units.length).padStart(5)];
      for (const name of names) {
        const { figure, missing } = score(read[name], units, kind, tag);
        const isAsked = !(rightToLeft.has(tag) && kind === "sentence") && !(isLimit(page) && name !== "structure");
        const least = isAsked ? required[kind][order][name] : undefined;
        const low = least !== undefined && figure < least;
        row.push((figure.toFixed(2) + (low ? "!" : " ")).padStart(9));
        if (low) faults.push(`${label}, ${order} order: ${name} gives back ${figure} % by ${kind}, ${least} are required`);
        if (verbose && (low || verbose === name)) for (const unit of missing.slice(0, 12)) console.log(`      ${name} lacks: ${unit}`);
      }
      if (rightToLeft.has(tag) && kind === "word") {
        const right = texts.filter((text) => strongRightToLeft.test(text));
        const there = counted(structure.texts);
        const missing = [];
        for (const [text, count] of counted(right)) for (let i = there.get(text) ?? 0; i < count; ++i) missing.push(text);
        row.push(percent(right.length - missing.length, right.length).toFixed(2).padStart(10));
        for (const text of missing) faults.push(`${label}, ${order} order: no element's ActualText is exactly: ${text}`);
      }
      console.log(row.join("  "));
    }
  }
}
for (const fault of faults) console.log("FAILED: " + fault);
process.exit(faults.length === 0 ? 0 : 1);

#!/usr/bin/env python3
"""What a report costs: ./run bench, and beside other programs: ./run bench --peers. docs/performance.md has figures.

bench.py [--peers] [--rounds N] [--langs en,ar,...] [--build FOLDER] [--python PYTHON_OF_THE_PEERS]

One page (make_pages.py), in each language, is set again and again, by all programs by turns: in each round each of
them makes its documents, so that a busy machine is slow for all. Nothing is judged. Standard library only; the peers run
in a Python of their own.
"""
import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from pathlib import Path

import make_pages
import typst_page

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORK = ROOT / "build" / "bench"
IN_A_ROW = 3


class Served:
    """A program that stays open and makes a document for each line that it is given."""

    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)

    def make(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self.process.args}: ended with status {self.process.wait()}")
        return [float(part) for part in answer.split()]

    def close(self):
        self.process.stdin.close()
        self.process.wait()


class Row:
    """One line of the table: a program, in one way of using it."""

    def __init__(self, name, way, served=None, command=None, every=1):
        self.name, self.way, self.served, self.command, self.every = name, way, served, command, every
        self.clock, self.processor, self.stages, self.inner = [], [], [], []
        self.memory = 0
        self.files = []

    def make(self, out=None):
        if self.served:
            clock, processor, memory, *stages = self.served.make(f"{self.way} {out}" if out else self.way)
            self.memory = max(self.memory, memory / 1024)
            return clock, processor, stages, None
        start = time.perf_counter()
        process = subprocess.Popen(self.command(out or WORK / "cold.pdf"), stdout=subprocess.PIPE)
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        clock = (time.perf_counter() - start) * 1000
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            raise RuntimeError(f"{process.args}: ended with status {process.returncode}")
        inner = float(printed) if re.fullmatch(rb"[0-9.]+\s*", printed) else None
        return clock, (usage.ru_utime + usage.ru_stime) * 1000, [], inner

    def first(self, out):
        """The first document is not counted; a cold program's memory is asked for by the way."""
        if self.command:
            # GNU time starts it, for what it says of memory would hold this program's own if this started it.
            report = WORK / "memory"
            subprocess.run(["/usr/bin/time", "-f", "%M", "-o", report, *self.command(out)], check=True,
                           stdout=subprocess.DEVNULL)
            self.memory = int(report.read_text().split()[-1]) / 1024
        else:
            self.make(out)
        self.files.append(out)

    def count(self, out=None):
        clock, processor, stages, inner = self.make(out)
        self.clock.append(clock)
        self.processor.append(processor)
        if stages:
            self.stages.append(stages)
        if inner is not None:
            self.inner.append(inner)
        if out:
            self.files.append(out)


def facts(path):
    """Pages and tags, as poppler sees them."""
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    pages = int(re.search(r"^Pages:\s+(\d+)", said, re.MULTILINE).group(1))
    return pages, "yes" if re.search(r"^Tagged:\s+yes", said, re.MULTILINE) else "no"


def print_table(rows):
    print(f"  {'':<38}{'ms: least':>10}{'median':>9}{'processor':>11}{'KB':>7}{'MB':>7}{'pages':>7}{'tags':>6}  same bytes")
    for row in rows:
        first, last = row.files[0], row.files[-1]
        pages, tagged = facts(last)
        same = "yes" if first.read_bytes() == last.read_bytes() else "no"
        if row.way in ("new", "other") and row.name.startswith("Typst"):
            same = "–"  # each of its pages is another
        print(f"  {row.name:<38}{min(row.clock):>10.1f}{statistics.median(row.clock):>9.1f}"
              f"{statistics.mean(row.processor):>11.1f}{last.stat().st_size / 1000:>7.0f}{row.memory:>7.0f}{pages:>7}"
              f"{tagged:>6}  {same}")
        if row.inner:
            print(f"  {'  of which the call, with its faces':<38}{min(row.inner):>10.1f}{statistics.median(row.inner):>9.1f}")


def print_stages(row):
    for index, stage in enumerate(("markup read", "typeset", "PDF written")):
        values = [stages[index] for stages in row.stages]
        print(f"    {stage:<36}{min(values):>10.2f}{statistics.median(values):>9.2f}")


def write_pages(language, program):
    """The same report for all: our markup, the web page that this program makes of it, and Typst's source."""
    page = make_pages.Page(language)
    markup = WORK / f"page.{language}.html"
    markup.write_text(page.markup(), encoding="utf-8")
    data = WORK / f"comparison.{language}.json"
    data.write_text(page.comparison(), encoding="utf-8")
    web = WORK / f"page.{language}.self-contained.html"
    subprocess.run([program, "typeset", markup, "--lang", language, "-o", web], check=True, stdout=subprocess.DEVNULL)
    # The faces that are on paper here, not those of the reader's screen.
    families, _, line_height = typst_page.FACES[language]
    faces = ", ".join(f'"{family}"' for family in families)
    style = (f"<style>@media print{{*:lang({language}){{font-family:{faces}}}"
             + (f":is(html,p,li,dt,dd,td,th,caption,figcaption):lang({language}){{line-height:{line_height}}}" if line_height
                else "") + "}</style></head>")
    web.write_text(web.read_text(encoding="utf-8").replace("</head>", style, 1), encoding="utf-8")
    source = WORK / f"page.{language}.typ"
    source.write_text(typst_page.TypstPage(markup.read_text(encoding="utf-8"), language).source(), encoding="utf-8")
    return markup, data, web, source


def link_faces():
    """Typst gets the faces that it needs and no others, as this program does."""
    folder = WORK / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("NotoSans", "NotoNaskhArabic", "NotoSansDevanagari", "NotoSansTamil", "NotoSansCJK"):
        for weight in ("Regular", "Bold"):
            for place in (Path("/usr/share/fonts/truetype/noto"), Path("/usr/share/fonts/opentype/noto")):
                for face in place.glob(f"{name}-{weight}.tt[fc]"):
                    link = folder / face.name
                    link.unlink(missing_ok=True)
                    link.symlink_to(face)


def measure(language, arguments):
    program = arguments.build / "consilium"
    markup, data, web, source = write_pages(language, program)
    warm_pages = [arguments.build / "warm_pages", markup, language, "--data", data]
    # Each with a process of its own, so that none holds another's caches and faces.
    served = {way: Served([*warm_pages, "--serve"]) for way in ("whole", "kept", "new")}
    if arguments.peers:
        for name, page in (("typst", source), ("chromium", web), ("weasyprint", web)):
            served[name] = Served([arguments.python, HERE / "peers.py", name, page])
    ours, stages_kept, stages_new = (
        Row("warm, words kept", "whole", served["whole"]), Row("by stages, words kept", "kept", served["kept"]),
        Row("warm, words new", "new", served["new"]))
    cold = Row("cold, a process a document", "cold", command=lambda out: [
        program, "typeset", markup, "--lang", language, "--data", data, "-o", out])
    rows = [ours, stages_new, cold]
    if arguments.peers:
        rows += [
            Row("Typst warm, a page like no other", "new", served["typst"]),
            Row("Typst warm, the words in another order", "other", served["typst"]),
            Row("Typst warm, the same page again", "again", served["typst"]),
            Row("Typst cold, a process a document", "cold", command=lambda out: [
                arguments.python, HERE / "peers.py", "typst-once", source, out]),
            Row("Chromium, kept open", "again", served["chromium"]),
            Row("WeasyPrint, kept open", "again", served["weasyprint"], every=5),
        ]
    try:
        for index, row in enumerate([*rows, stages_kept]):
            row.first(WORK / f"{language}.{index}.first.pdf")
        for round_ in range(arguments.rounds):
            for index, row in enumerate([*rows, stages_kept]):
                if round_ % row.every == 0:
                    for _ in range(1 if row.every > 1 or row.command else IN_A_ROW):
                        row.count()
        for index, row in enumerate([*rows, stages_kept]):
            row.files.append(WORK / f"{language}.{index}.last.pdf")
            row.make(row.files[-1])
    finally:
        for each in served.values():
            each.close()
    total, distinct = make_pages.words_of(markup.read_text(encoding="utf-8"))
    print(f"\n{language}: {total} words, {distinct} distinct; data {data.stat().st_size / 1000:.0f} KB")
    print_table(rows)
    sys.stdout.flush()
    threads = os.cpu_count() or 1
    subprocess.run([*warm_pages, "--rounds", "100", "--threads", str(threads)], check=True)
    print("  by stages, words kept")
    print_stages(stages_kept)
    print("  by stages, words new")
    print_stages(stages_new)
    sys.stdout.flush()


def measure_reports(languages, arguments):
    """From the sample case to its files: reading, comparing and the web page are in it too."""
    case = ROOT / "samples" / "liver-2026-014" / "case.json"
    rows = [Row(f"{language}, PDF and HTML", "cold", command=lambda out, language=language: [
        arguments.build / "consilium", "report", case, "--lang", language, "--format", "pdf,html", "--out", WORK])
        for language in languages if (ROOT / "locales" / language).is_dir()]
    for row in rows:
        row.first(None)
    for _ in range(arguments.rounds):
        for row in rows:
            row.count()
    print(f"\nA report from its case (samples/{case.parent.name}), a process each")
    print(f"  {'':<38}{'ms: least':>10}{'median':>9}{'processor':>11}{'MB':>7}")
    for row in rows:
        print(f"  {row.name:<38}{min(row.clock):>10.1f}{statistics.median(row.clock):>9.1f}"
              f"{min(row.processor):>11.1f}{row.memory:>7.0f}")


def main():
    parser = argparse.ArgumentParser(prog="./run bench")
    parser.add_argument("--peers", action="store_true", help="beside Typst, Chromium and WeasyPrint")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--langs", default=",".join(make_pages.LANGUAGES))
    parser.add_argument("--build", type=Path, default=ROOT / "build")
    parser.add_argument("--python", type=Path, default=ROOT / "build" / "bench-peers" / "bin" / "python")
    arguments = parser.parse_args()
    os.environ.setdefault("CONSILIUM_HOME", str(ROOT))
    WORK.mkdir(parents=True, exist_ok=True)
    link_faces()
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} processors, load {load:.1f}; {arguments.rounds} rounds by turns, {IN_A_ROW} documents each"
          " (cold: one). Milliseconds; processor: mean milliseconds of all threads; MB: most memory of the process.")
    for language in arguments.langs.split(","):
        measure(language, arguments)
    measure_reports(arguments.langs.split(","), arguments)


if __name__ == "__main__":
    main()

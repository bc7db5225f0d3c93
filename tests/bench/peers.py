#!/usr/bin/env python3
"""The programs beside which ./run bench --peers measures this one. Each stays open and makes a document for each line.

peers.py typst PAGE.typ | weasyprint PAGE.html | chromium PAGE.html
    A line that comes in says `again`, or for Typst `other` or `new` too, with the file to write behind it if there is one. What goes out: milliseconds
    by the clock, milliseconds of all its processors, and the most memory in KiB.
peers.py typst-once PAGE.typ OUT
    One document in a new process; prints the milliseconds from before the faces are listed until the file is written.

Typst remembers what it has laid out. `again` gives it the same page, which it hardly has to set anew; `other` the same
words in another order each time, so that it knows only the cells and headings of one word, as in a batch of reports; `new`
the same page with all type a ten-thousandth of a point larger each time, of which it knows nothing. The others remember
nothing.
"""
import base64
import itertools
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import typst_page

FONT_FOLDER = Path(__file__).parents[2] / "build" / "bench" / "fonts"
STANDARDS = ["a-3a", "ua-1"]


def peak_memory(pid="self"):
    try:
        status = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    found = re.search(r"VmHWM:\s+(\d+)", status)
    return int(found.group(1)) if found else 0


def serve(make, processor=lambda: time.process_time() * 1000, memory=peak_memory, prepare=lambda way: None):
    """Reads lines until there are no more; `make(way)` gives bytes, and `prepare(way)` is not counted."""
    for line in sys.stdin:
        way, _, out = line.strip().partition(" ")
        prepare(way)
        busy, start = processor(), time.perf_counter()
        made = make(way)
        elapsed = (time.perf_counter() - start) * 1000
        print(f"{elapsed:.3f} {processor() - busy:.3f} {memory()}", flush=True)
        if out:
            Path(out).write_bytes(made)


def typst_compiler(page):
    import typst
    return typst.Compiler(str(page), root=str(page.parent), font_paths=[str(FONT_FOLDER)], ignore_system_fonts=True)


def in_another_order(text, dice):
    """The words of a text, or pairs of characters where no spaces part words."""
    spaces_or_words = re.compile(r"\s+|[\u3000-\u9fff\uff00-\uffef]{1,2}|[^\s\u3000-\u9fff\uff00-\uffef]+")
    parts = spaces_or_words.findall(text)
    words = [part for part in parts if not part.isspace()]
    dice.shuffle(words)
    rest = iter(words)
    return "".join(part if part.isspace() else next(rest) for part in parts)


def typst(page):
    source = page.read_text(encoding="utf-8")
    markup = page.with_suffix(".html").read_text(encoding="utf-8")
    language = page.stem.partition(".")[2]
    changed = page.with_suffix(".changed.typ")
    changed.write_text(source, encoding="utf-8")
    of_changed = typst_compiler(changed)
    compilers = {"again": typst_compiler(page), "other": of_changed, "new": of_changed}
    counts = itertools.count(1)

    def prepare(way):
        count = next(counts)
        if way == "new":
            text = re.sub(r"\bsize: ([0-9.]+)pt", lambda m: f"size: {float(m.group(1)) + count / 10000:.4f}pt", source)
            changed.write_text(text, encoding="utf-8")
        elif way == "other":
            dice = random.Random(count)
            other = typst_page.TypstPage(markup, language, lambda text: in_another_order(text, dice))
            changed.write_text(other.source(), encoding="utf-8")

    serve(lambda way: compilers[way].compile(format="pdf", pdf_standards=STANDARDS), prepare=prepare)


def typst_once(page, out):
    start = time.perf_counter()
    Path(out).write_bytes(typst_compiler(page).compile(format="pdf", pdf_standards=STANDARDS))
    print(f"{(time.perf_counter() - start) * 1000:.3f}")


def weasyprint(page):
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration
    fonts = FontConfiguration()
    markup = page.read_text(encoding="utf-8")
    serve(lambda way: HTML(string=markup).write_pdf(font_config=fonts, pdf_variant="pdf/ua-1"))


class Chromium:
    """Debian's Chromium without a window, driven over its remote-debugging protocol."""

    def __init__(self, page):
        import websocket
        self.page = page
        self.profile = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [os.environ.get("CHROMIUM", "chromium"), "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
             "--disable-dev-shm-usage", "--remote-debugging-port=0", "--remote-allow-origins=*",
             f"--user-data-dir={self.profile.name}", "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            found = re.search(r"DevTools listening on (ws://\S+)", line)
            if found:
                break
        else:
            raise RuntimeError("chromium did not start")
        # Whatever it writes later must not fill the pipe.
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        self.socket = websocket.create_connection(found.group(1), timeout=120)
        self.counts = itertools.count(1)
        self.session = None
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.enable")

    def send(self, method, **parameters):
        message = {"id": next(self.counts), "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        self.socket.send(json.dumps(message))
        return message["id"]

    def ask(self, method, until=None, **parameters):
        """The answer; with `until`, after the event of that name came too."""
        number, answer, waiting = self.send(method, **parameters), None, until is not None
        while answer is None or waiting:
            got = json.loads(self.socket.recv())
            if got.get("id") == number:
                if "error" in got:
                    raise RuntimeError(f"{method}: {got['error']}")
                answer = got["result"]
            elif got.get("method") == until:
                waiting = False
        return answer

    def make(self, way):
        self.ask("Page.navigate", until="Page.loadEventFired", url=self.page.resolve().as_uri())
        printed = self.ask("Page.printToPDF", printBackground=True, preferCSSPageSize=True, generateTaggedPDF=True,
                           generateDocumentOutline=True)
        return base64.b64decode(printed["data"])

    def pids(self):
        """Its own processes: the browser and all that come from it."""
        parents = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                fields = (folder / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(folder.name)] = int(fields[1])
        own = {self.process.pid}
        while True:
            more = {pid for pid, parent in parents.items() if parent in own} - own
            if not more:
                return own
            own |= more

    def processor(self):
        ticks = 0
        for pid in self.pids():
            try:
                fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            ticks += int(fields[11]) + int(fields[12])
        return ticks * 1000 / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Of the process that lays the page out: the largest renderer."""
        most = 0
        for pid in self.pids():
            try:
                command = Path(f"/proc/{pid}/cmdline").read_bytes()
            except OSError:
                continue
            if b"--type=renderer" in command:
                most = max(most, peak_memory(pid))
        return most

    def close(self):
        self.process.terminate()
        self.process.wait()


def chromium(page):
    browser = Chromium(page)
    try:
        serve(browser.make, browser.processor, browser.memory)
    finally:
        browser.close()


def main():
    what, page = sys.argv[1], Path(sys.argv[2])
    {"typst": typst, "weasyprint": weasyprint, "chromium": chromium}.get(
        what, lambda p: typst_once(p, sys.argv[3]))(page)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""How many screens of a phone each HTML report is long: 390 by 844 CSS pixels, as it stands at opening.

    phone_screens.py report.html [report.html ...]      prints: screens, and the file
    phone_screens.py --most 12 report.html              exit status 1 if any is longer

What is folded (<details>) counts as the page shows it at opening. Each page is laid out by Chromium in a frame
of that width, so that it has a phone's layout, and is measured there. Exit status 77: there is no Chromium here.
"""
import argparse
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

WIDTH, HEIGHT = 390, 844

# All pages in one document, so that the browser starts once.
FRAME = '<iframe width="{width}" height="{height}" srcdoc="{page}" data-name="{name}"></iframe>'
MEASURE = """<script>
addEventListener("load", () => {
  for (const frame of document.querySelectorAll("iframe")) {
    const page = frame.contentDocument.documentElement;
    const found = document.createElement("p");
    found.textContent = "measured:" + page.scrollHeight + ":" + page.scrollWidth + ":" + frame.dataset.name;
    document.body.append(found);
  }
  for (const frame of document.querySelectorAll("iframe")) frame.remove();
});
</script>"""


def measure(browser, files):
    """For each file the height and the width of its page in CSS pixels."""
    frames = [FRAME.format(width=WIDTH, height=HEIGHT, name=number,
                           page=html.escape(pathlib.Path(file).read_text(encoding="utf-8")))
              for number, file in enumerate(files)]
    with tempfile.TemporaryDirectory() as folder:
        page = pathlib.Path(folder, "frames.html")
        page.write_text("<!doctype html><meta charset=utf-8>" + MEASURE + "".join(frames), encoding="utf-8")
        shown = subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                                "--user-data-dir=" + folder + "/profile", "--virtual-time-budget=20000",
                                "--dump-dom", page.as_uri()],
                               capture_output=True, text=True, timeout=300, check=True).stdout
    found = {int(number): (int(height), int(width))
             for height, width, number in re.findall(r"measured:(\d+):(\d+):(\d+)", shown)}
    return [found[number] for number in range(len(files))]


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--most", type=float, help="as many screens as a page may be long")
    arguments.add_argument("reports", nargs="+")
    given = arguments.parse_args()
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("left out: there is no Chromium here; apt install chromium", file=sys.stderr)
        return 77
    status = 0
    for file, (height, width) in zip(given.reports, measure(browser, given.reports)):
        screens = height / HEIGHT
        told = f"{screens:.1f} {file}"
        if width > WIDTH:
            told += f" (is {width} pixels wide)"
            status = 1
        if given.most is not None and screens > given.most:
            status = 1
        print(told)
    return status


if __name__ == "__main__":
    sys.exit(main())

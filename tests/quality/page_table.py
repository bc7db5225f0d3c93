#!/usr/bin/env python3
"""The tables of docs/quality.md on how long the documents are: pages of all documents of all samples in en, ar and
zh-Hans, phone screens of the two that a family reads on a phone, and pages of two languages side by side.

    page_table.py PROGRAM [--cases samples] [--keep FOLDER]       prints the tables as Markdown

Needs pdfinfo (poppler-utils) and, for the phone, Chromium; without it that table is left out, and said so. What is
longer than it may be stands in **bold**, and is listed at the end.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import phone_screens

LANGUAGES = ["en", "ar", "zh-Hans"]
DOCUMENTS = ["family-comparison", "one-page", "doctors-handover", "medical-summary", "records-checklist",
             "clarification-questions", "full-comparison"]
ON_A_PHONE = {"one-page": 3, "family-comparison": 12}
MOST_SIDE_BY_SIDE = 1.7
# The house's limits are for up to four hospitals; a document may be a fifth longer in Arabic.
MOST_HOSPITALS = 4


def most_pages(document, hospitals, language):
    """How many pages it may have; None: as many as it needs."""
    if hospitals > MOST_HOSPITALS:
        return None
    most = {"one-page": 1, "medical-summary": 1, "doctors-handover": 4,
            "family-comparison": max(hospitals, 2) + 4}.get(document)
    longer = language == "ar" and most is not None and most > 1
    return most + most // 5 + (1 if most % 5 else 0) if longer else most


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout


def pages(file):
    told = run("pdfinfo", file)
    return next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pages:"))


def shown(value, most, what, over):
    if most is None or value <= most:
        return str(value)
    over.append(f"{what}: {value}")
    return f"**{value}**"


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program")
    arguments.add_argument("--cases", default="samples", type=pathlib.Path)
    arguments.add_argument("--keep", type=pathlib.Path, help="where the reports stay")
    given = arguments.parse_args()
    folder = given.keep or pathlib.Path(tempfile.mkdtemp())
    single, both = folder / "one-language", folder / "two-languages"
    cases = sorted(given.cases.glob("*/case.json"))
    run(given.program, "report", *cases, "--document", "all", "--lang", ",".join(LANGUAGES),
        "--format", "pdf,html", "--out", single, "--replace")
    run(given.program, "report", *cases, "--lang", "ar", "--beside", "en", "--format", "pdf", "--out", both, "--replace")
    over = []
    hospitals = {case.parent.name: len(json.loads(case.read_text(encoding="utf-8"))["hospitals"]) for case in cases}

    print("| sample (hospitals) | " + " | ".join(DOCUMENTS) + " | ar beside en |")
    print("| --- |" + " --- |" * (len(DOCUMENTS) + 1))
    for case, asked in hospitals.items():
        row = []
        for document in DOCUMENTS:
            told = []
            for language in LANGUAGES:
                # A document for each hospital: the longest of its letters.
                files = [*(single / case).glob(f"{document}.{language}.pdf"),
                         *(single / case).glob(f"{document}.*.{language}.pdf")]
                count = max(map(pages, files))
                told.append(shown(count, most_pages(document, asked, language), f"{document} of {case} in {language}", over))
            row.append(", ".join(told))
        longer = max(pages(single / case / f"family-comparison.{language}.pdf") for language in ("ar", "en"))
        beside = pages(both / case / "family-comparison.ar+en.pdf")
        row.append(shown(beside, int(longer * MOST_SIDE_BY_SIDE), f"family-comparison of {case} in ar beside en", over))
        print(f"| {case} ({asked}) | " + " | ".join(row) + " |")

    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        print("\nPhone screens were not counted: there is no Chromium here.")
    else:
        print("\n| sample (hospitals) | " + " | ".join(ON_A_PHONE) + " |")
        print("| --- |" + " --- |" * len(ON_A_PHONE))
        for case, asked in hospitals.items():
            row = []
            for document, most in ON_A_PHONE.items():
                files = [single / case / f"{document}.{language}.html" for language in LANGUAGES]
                # Twelve screens are for two hospitals, three for up to four.
                is_bound = asked <= (2 if document == "family-comparison" else MOST_HOSPITALS)
                row.append(", ".join(
                    shown(round(height / phone_screens.HEIGHT, 1), most if is_bound else None,
                          f"phone screens of {document} of {case} in {language}", over)
                    for language, (height, _) in zip(LANGUAGES, phone_screens.measure(browser, files))))
            print(f"| {case} ({asked}) | " + " | ".join(row) + " |")
    print("\nBeyond what is meant: " + ("; ".join(over) if over else "nothing") + ".")
    return 0


if __name__ == "__main__":
    sys.exit(main())

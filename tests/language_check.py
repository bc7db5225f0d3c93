#!/usr/bin/env python3
"""Holds that a language is a folder: no file under generator/ holds a word of a language or its tag.

Looked at are the texts and characters that C++ writes between quotes, escapes resolved; comments may name
whatever they like. Found are letters of any script but Latin, tags of the languages under locales/ (with or
without a region) and selectors of CSS by language. Words in Latin letters are not told from messages to the
people who run the program, which are English.

What stands there with a reason stands below, with the file and the reason; an exception that is no longer
needed is a fault, too. usage: language_check.py [ROOT]; `--self-test` tries the finder on what it must find.
"""
import json
import pathlib
import re
import sys
import unicodedata

ALLOWED = {
    ("generator/model/language.h", "en"): "the reference locale and the language of the software itself, said once",
    ("generator/document/document.cpp", "tr"): "an element of HTML",
    ("generator/typeset/unbreakable.cpp", "\u03bcg"): "a unit that every language writes: the Greek letter for micro",
    ("generator/job/leak_scan.cpp", "省 市 区 區 县 縣 镇 鎮 街道"):
        "endings of districts in addresses: a guard of privacy must not depend on a file that a house edits",
}

TOKEN = re.compile(r'''
    //[^\n]* | /\*.*?\*/
  | (?:u8|[uUL])?R"(?P<mark>[^()\s\\]*)\((?P<raw>.*?)\)(?P=mark)"
  | (?:u8|[uUL])?"(?P<text>(?:[^"\\\n]|\\.)*)"
  | (?<![0-9A-Fa-f])(?:u8|[uUL])?'(?P<char>(?:[^'\\\n]|\\.)+)'
''', re.VERBOSE | re.DOTALL)
ESCAPE = re.compile(r'''
    \\(?: u([0-9A-Fa-f]{4}) | U([0-9A-Fa-f]{8}) | (x[0-9A-Fa-f]{1,2}(?:\\x[0-9A-Fa-f]{1,2})*) | (.) )
''', re.VERBOSE | re.DOTALL)


def resolved(text):
    def one(match):
        if match[1] or match[2]:
            return chr(int(match[1] or match[2], 16))
        if match[3]:
            return bytes.fromhex(match[3].replace("\\", "").replace("x", "")).decode("utf-8", "replace")
        return {"n": "\n", "t": "\t"}.get(match[4], match[4])
    return ESCAPE.sub(one, text)


def literals(source):
    """Each text and character of a file, with its line."""
    for match in TOKEN.finditer(source):
        if match.lastgroup is None:
            continue
        raw = match["raw"]
        text = raw if raw is not None else resolved(match["text"] if match["text"] is not None else match["char"])
        yield source.count("\n", 0, match.start()) + 1, text


def is_foreign(character):
    return unicodedata.category(character)[0] in "LM" and not unicodedata.name(character, "").startswith(
        ("LATIN ", "FEMININE ORDINAL", "MASCULINE ORDINAL", "MICRO SIGN", "COMBINING ", "MODIFIER ", "VARIATION "))


class Finder:
    def __init__(self, languages):
        primaries = {tag.split("-")[0] for tag in languages}
        any_of = "|".join(sorted(primaries, key=len, reverse=True))
        # With script and region, or cut off behind the language, as for a comparison of beginnings.
        self.tag = re.compile(rf"(?:{any_of})(?:[-_][A-Z][a-z]{{3}})?(?:[-_](?:[A-Z]{{2}}|\d{{3}}))?-?")
        self.choice = re.compile(rf"""(?::lang\(|\blang=["']?)(?:{any_of})\b""")

    def fault(self, text):
        if any(map(is_foreign, text)):
            return "holds a word of a language"
        if self.tag.fullmatch(text):
            return "is the tag of a language"
        if self.choice.search(text):
            return "chooses by a language"
        return None


def self_test(finder):
    found = [text for _, text in literals(r'''
        // "ar" in a comment, and /* "zh"
        f("ar", 'x', u"\u0645\u063a", R"(lang="ur")", "zh-Hant", "en-001", u'\u4E00', ":lang(ar)"); /* "fa" */
        auto plain = "the arabic reader" + 1'000'000 + "tr\"" + "fib" + ":lang(" + "no-store" + "\xD9\x85";
        ''') if finder.fault(text)]
    assert found == ["ar", "\u0645\u063a", 'lang="ur"', "zh-Hant", "en-001", "\u4e00", ":lang(ar)", "\u0645"], found


def main():
    arguments = [each for each in sys.argv[1:] if each != "--self-test"]
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parent.parent
    languages = [each.name for each in (root / "locales").iterdir() if each.is_dir()]
    matching = json.loads((root / "locales" / "matching.json").read_text())["stand_ins"]
    languages += [tag for each in matching for tag in each["for"]]
    finder = Finder(languages)
    self_test(finder)
    allowed = {(file, word) for file, words in ALLOWED for word in words.split()}
    used = set()
    faults = 0
    sources = [path for path in sorted((root / "generator").rglob("*")) if path.suffix in (".h", ".cpp", ".in")]
    for path in sources:
        file = path.relative_to(root).as_posix()
        for line, text in literals(path.read_text()):
            fault = finder.fault(text)
            if fault is None:
                continue
            if (file, text) in allowed:
                used.add((file, text))
                continue
            print(f"{file}:{line}: \"{text[:60]}\" {fault}; it belongs into locales/<tag>/")
            faults += 1
    for file, word in sorted(allowed - used):
        print(f"{file}: \"{word}\" is no longer there; take it out of the exceptions")
        faults += 1
    print(f"{len(sources)} files, {faults} faults")
    return 1 if faults or len(sources) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env bash
# A limit turns round on its way to the page: a program that lays out Arabic or Hebrew by python-bidi prints "dose at
# least 5" for "dose at most 5". In text from right to left the signs < > and their like, and brackets, are drawn
# mirrored.
#   python-bidi 0.6.12  has two functions of one name. bidi.algorithm.get_display (Python, the old one) mirrors;
#       bidi.get_display (Rust, the new one) only orders: of a dose with a sign and 5, all is turned round but the
#       sign's shape, so its wide end now faces the dose; brackets face outward. Of two lines in one text the new one
#       puts the line end in front of both and joins a word of the first to the second's; the old one keeps the lines,
#       but orders the second by the first's direction.
#   ICU4J 79.1 (Bidi with DO_MIRRORING) and bidi-js 1.1.0 (with its map of mirrored characters) mirror, as the old one
#       does.
# The rule is L4 of Unicode's algorithm. The package's page calls the new function newer, with "some missing" (an
# issue of 2024, closed: both stay). That a comparison becomes its opposite is not said, and a test that compares
# words passes. So our kind of software hands logical text to the shaper and lets no library reorder it before, and
# reads limits back from the PDF. Seen 2026-11-30 with Python 3.11, Java 17 and Node 20.20. (Texts are shown by code
# point: terminals mirror by themselves.)
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" bidi-js@1.1.0 >/dev/null
mvn -q -B -Dstyle.color=never dependency:copy -Dartifact=com.ibm.icu:icu4j:79.1 -DoutputDirectory="$folder" >/dev/null
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check python-bidi==0.6.12
# Letters are shown as one "x" for a word; signs, digits and Latin letters as they stand, from left to right.
cat >show.py <<'P'
import re
import sys

from bidi import get_display
from bidi.algorithm import get_display as old

TEXTS = ["جرعة ≤ 5", "نسبة < 10", "سعر (45,000 USD)"]
LINES = "سعر\nUSD 45,000 جرعة"


def plain(text):
    return re.sub("[\u0621-\u064a]+", "x", text).replace("\n", "/")


if sys.argv[1] == "texts":
    print("\n".join(TEXTS))
else:
    for text, other, third in zip(TEXTS, open("java").read().splitlines(), open("javascript").read().splitlines()):
        print(" | ".join(map(plain, [text, get_display(text), old(text), other, third])))
    print(" | ".join(map(plain, [LINES, get_display(LINES), old(LINES)])))
P
cat >Show.java <<'J'
import com.ibm.icu.text.Bidi;
import java.io.PrintStream;
import java.nio.file.*;

class Show {
    public static void main(String[] unused) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String text : Files.readAllLines(Path.of("texts")))
            out.println(new Bidi(text, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).writeReordered(Bidi.DO_MIRRORING));
    }
}
J
cat >show.cjs <<'J'
const bidi = require('bidi-js')();
for (const text of require('fs').readFileSync('texts', 'utf8').trim().split('\n'))
  console.log(bidi.getReorderedString(text, bidi.getEmbeddingLevels(text)));
J
venv/bin/python show.py texts >texts
java -cp icu4j-79.1.jar Show.java >java
node show.cjs >javascript
venv/bin/python show.py all >seen
diff - seen <<'T'
x ≤ 5 | 5 ≤ x | 5 ≥ x | 5 ≥ x | 5 ≥ x
x < 10 | 10 < x | 10 > x | 10 > x | 10 > x
x (45,000 USD) | )USD 45,000( x | (USD 45,000) x | (USD 45,000) x | (USD 45,000) x
x/USD 45,000 x | /xUSD 45,000 x | x/x USD 45,000
T
cat seen
echo "as seen: the new function still mirrors nothing"

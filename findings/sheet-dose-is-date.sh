#!/usr/bin/env bash
# A price or a dose becomes a day of 2023. Whether a spreadsheet's number is a date is told only by its format, and
# each reader guesses that by the letters d, m, y, h, s in it. Of 45000.5, written by openpyxl 3.1.5 in valid formats:
#   exceljs 4.4.0  leaves out what stands in quotes or brackets, but not what a backslash makes literal or what an
#       underscore keeps room for: 45000.5 shown as "45000.5 mg" (0.0\ \m\g), or in the German accounting format that
#       keeps room for "DM" (_-* #,##0.00 _D_M_-), is 2023-03-15T12:00. The same dose in quotes ("mg") is a number.
#       [ss] and [m] (seconds, minutes) are numbers to it, [h]:mm a day of 2023.
#   openpyxl reads a *fill* letter (0*d) as a date; exceljs and SheetJS 0.18.5, too; only calamine 0.9.1 does not.
#   A year alone of the Japanese or Taiwanese calendar (ggge, [$-411]e) is a date to SheetJS only; the other three
#       give 45000.5, which then looks like a price.
#   A second section for negative numbers (0;dd) makes a positive one a date to exceljs and SheetJS.
# The rules of exceljs and openpyxl stand in their code, not in their pages; issues ask why dates are read as none,
# and none that we found tells of doses read as dates. So our kind of software takes the number and the format, splits
# the format by its own grammar (literals, escapes, room, fill, sections), and asks where a column holds dates and
# numbers. Seen 2026-11-30 with Python 3.11 and Node 20.20.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" exceljs@4.4.0 xlsx@0.18.5 >/dev/null
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1
cat >formats <<'F'
0.0" mg"
0.0\ \m\g
_-* #,##0.00 _D_M_-
0*d
0;dd
ggge
[$-411]e
[h]:mm
[ss]
F
cat >write.py <<'P'
import openpyxl

book = openpyxl.Workbook()
for row, form in enumerate(open("formats").read().splitlines(), 1):
    book.active.cell(row, 1, 45000.5).number_format = form
book.save("sheet.xlsx")
P
cat >read.py <<'P'
import openpyxl
from python_calamine import CalamineWorkbook

first = [row[0].value for row in openpyxl.load_workbook("sheet.xlsx").active.iter_rows()]
second = [row[0] for row in CalamineWorkbook.from_path("sheet.xlsx").get_sheet_by_index(0).to_python()]
for pair in zip(first, second):
    print(" | ".join({"float": "number", "timedelta": "duration"}.get(type(x).__name__, "date") for x in pair))
P
cat >read.cjs <<'J'
const ExcelJS = require('exceljs');
const XLSX = require('xlsx');
const { readFileSync } = require('fs');
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile('sheet.xlsx');
  const other = XLSX.readFile('sheet.xlsx', { cellDates: true });
  readFileSync('formats', 'utf8').trim().split('\n').forEach((format, n) => {
    const first = book.worksheets[0].getCell(n + 1, 1).value;
    const second = other.Sheets[other.SheetNames[0]]['A' + (n + 1)].t;
    console.log(format, '|', first instanceof Date ? 'date' : 'number', '|', second === 'd' ? 'date' : 'number');
  });
})();
J
venv/bin/python write.py
node read.cjs >javascript
venv/bin/python read.py >python
echo "format | exceljs | SheetJS | openpyxl | calamine" >seen
paste -d'|' javascript python | sed 's/|\([a-z]*\) | \([a-z]*\)$/ | \1 | \2/' >>seen
diff - seen <<'T'
format | exceljs | SheetJS | openpyxl | calamine
0.0" mg" | number | number | number | number
0.0\ \m\g | date | number | number | number
_-* #,##0.00 _D_M_- | date | number | number | number
0*d | date | date | date | number
0;dd | date | date | number | number
ggge | number | date | number | number
[$-411]e | number | date | number | number
[h]:mm | date | date | duration | duration
[ss] | number | date | duration | duration
T
cat seen
echo "as seen: the readers still differ"

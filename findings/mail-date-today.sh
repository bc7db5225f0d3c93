#!/usr/bin/env bash
# A letter of October is dated today. RFC 5322 still has readers take comments and blanks inside a Date, and zones by
# any letters (CEST, A) as unknown. Of such headers, each of a date in October 2026:
#   mailparser 3.14.2 (npm)  where JavaScript's own Date cannot read it, gives the moment of parsing, without a word:
#       the letter is as old as the program's run, and a new date at each run.
#   postal-mime 4.0.0 (npm), which mailparser's page recommends instead  gives the header's text where others give
#       ISO.
#   Python's email  has no date for a comment or for the leap second that the RFC allows, though it keeps the text.
#   mail-parser 4.8.0 (PyPI)  has no date for an hour of one digit, which the RFC does not allow and the other three
#       read.
#   Only the two for JavaScript read the same ones. A letter without any Date has none in all four.
# In an issue of 2021 the maintainer of mailparser names the current time as its last resort; its page does not, and
# nobody looks for it in a reader. "Valid 60 days from the date of this letter" then never ends. So a reader of ours
# reads the header by the RFC's grammar, keeps its text, and says "date unknown" where it cannot; no date from a
# library counts that the text of the header does not contain. Seen 2026-11-30 with Node 20.20 and Python 3.11.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" mailparser@3.14.2 postal-mime@4.0.0 >/dev/null
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check mail-parser==4.8.0
cat >dates <<'D'
Fri, 16 Oct 2026 09:55:06 +0200
Fri, 16 Oct 2026 9:55:06 +0200
Fri, 16 Oct 2026 09(hour):   55  :  06 +0200
Fri (Freitag), 16 Oct 2026 09:55:06 +0200
Fri, 16 Oct 2026 09:55:06 CEST
Fri, 16 Oct 2026 09:55:06 A
Fri, 16 Oct 2026 23:59:60 +0000

D
cat >read.mjs <<'J'
import { readFileSync } from 'node:fs';
import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
const start = Date.now();
for (const date of readFileSync('dates', 'utf8').split('\n').slice(0, -1)) {
  const mail = `From: a@example.org\r\n${date ? `Date: ${date}\r\n` : ''}Subject: Estimate\r\n\r\nUSD 45,000\r\n`;
  const told = (when) => !when ? 'none' : isNaN(new Date(when)) ? 'the text'
    : new Date(when) >= start ? 'TODAY' : new Date(when).toISOString().slice(5, 19);
  const both = [(await simpleParser(mail)).date, (await PostalMime.parse(mail)).date];
  console.log([date || '(no Date)', ...both.map(told)].join(' | '));
}
J
cat >read.py <<'P'
import datetime
import email
import email.policy

import mailparser

for date in open("dates").read().split("\n")[:-1]:
    header = f"Date: {date}\n" if date else ""
    text = f"From: a@example.org\n{header}Subject: Estimate\n\nUSD 45,000\n"
    own = email.message_from_string(text, policy=email.policy.default)["date"]
    both = [own.datetime if own else None, mailparser.parse_from_string(text).date]
    print("|".join(f" {when.astimezone(datetime.timezone.utc):%m-%dT%H:%M:%S} " if when else " none " for when in both))
P
TZ=UTC node read.mjs >javascript
TZ=UTC venv/bin/python read.py >python
paste -d'|' javascript python | sed 's/ *| */ | /g; s/ *$//' >seen
diff - seen <<'T'
Fri, 16 Oct 2026 09:55:06 +0200 | 10-16T07:55:06 | 10-16T07:55:06 | 10-16T07:55:06 | 10-16T07:55:06
Fri, 16 Oct 2026 9:55:06 +0200 | 10-16T07:55:06 | 10-16T07:55:06 | 10-16T07:55:06 | none
Fri, 16 Oct 2026 09(hour):   55  :  06 +0200 | TODAY | the text | none | 10-16T07:55:06
Fri (Freitag), 16 Oct 2026 09:55:06 +0200 | 10-16T07:55:06 | 10-16T07:55:06 | none | 10-16T07:55:06
Fri, 16 Oct 2026 09:55:06 CEST | TODAY | the text | 10-16T09:55:06 | 10-16T09:55:06
Fri, 16 Oct 2026 09:55:06 A | TODAY | the text | 10-16T09:55:06 | 10-16T09:55:06
Fri, 16 Oct 2026 23:59:60 +0000 | 10-16T23:59:00 | 10-16T23:59:00 | none | 10-17T00:00:00
(no Date) | none | none | none | none
T
cat seen
echo "as seen: a letter's date may still be that of its reading"

#!/usr/bin/env bash
# Is an offer still good, is a scan older than the letter? FHIR's dates may be a month or a year (2026-10), and
# FHIRPath says that comparing such a date with a day inside it has no answer: empty, not false. Seen of three
# engines:
#   fhirpath 5.2.2 (JavaScript) and fhirpathpy 2.2.4 (Python)  empty, as the language says; but one who wraps the
#       empty list in "if" has "no" for both orders.
#   @medplum/core 4.5.2  always answers, as if the dates were text: 12 October is later than October, and October is
#       before the 1st of it. @2026-01-31 + 1 month is "2026-01-311": the 1 is written behind the date, so ten days
#       after 2026-10-12 are "2026-10-1210"; a date minus a duration is NaN. None of these is an error.
#   The same two that are right so far take one month from 2026-03-31T00:30:00+02:00 in UTC: 2026-02-28T22:30, which
#       is 1 March in the letter's own zone (its calendar says 28 February, 00:30); JavaScript's writes -00:00, which
#       is UTC to it, Python's no zone at all, and FHIR takes no time without one.
#   A month added and taken away again makes 28 of 31 January, as the language says it should; also by the language,
#       30 days = 1 month, 12 months = 1 year and 365 days = 1 year are all true (JavaScript; Python raises on two).
# The package pages say nothing of it. So terms such as "one month from the letter" are counted by our own code from
# the parts of the date, "unknown" is a third answer of each comparison of dates, and no expression from outside
# decides on a deadline. Seen 2026-11-30 with Node 20.20 and Python 3.11.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" fhirpath@5.2.2 @medplum/core@4.5.2 >/dev/null
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check fhirpathpy==2.2.4
cat >asked <<'A'
@2026-10-12 > @2026-10
@2026-10-12 <= @2026-10
@2026-10 < @2026-10-01
@2026-01-31 + 1 month
@2026-01-31 + 1 month - 1 month
@2026-10-12 + 10 days
@2026-10-12 - 1 year
Observation.issued - 1 month
30 days = 1 month
12 months = 1 year
365 days = 1 year
A
cat >asked.cjs <<'J'
const lines = require('fs').readFileSync('asked', 'utf8').trim().split('\n');
const r4 = require('fhirpath/fhir-context/r4');
const { evaluate } = require('fhirpath');
const { evalFhirPath } = require('@medplum/core');
const seen = { resourceType: 'Observation', status: 'final', code: { text: 'x' }, issued: '2026-03-31T00:30:00+02:00' };
const shown = (list) => (list.length ? list.join() || String(list[0]) : 'empty');
for (const line of lines) console.log(shown(evaluate(seen, line, {}, r4)), '|', shown(evalFhirPath(line, seen)));
J
cat >asked.py <<'P'
from fhirpathpy import evaluate

seen = {"resourceType": "Observation", "status": "final", "code": {"text": "x"}, "issued": "2026-03-31T00:30:00+02:00"}
for line in open("asked").read().splitlines():
    try:
        print(",".join(str(value) for value in evaluate(seen, line, {})) or "empty")
    except Exception as error:
        print("raises", type(error).__name__)
P
TZ=UTC node asked.cjs >javascript
TZ=UTC venv/bin/python asked.py >python
paste -d'|' asked javascript python | sed 's/ *| */ | /g' >seen
diff - seen <<'T'
@2026-10-12 > @2026-10 | empty | true | empty
@2026-10-12 <= @2026-10 | empty | false | empty
@2026-10 < @2026-10-01 | empty | true | empty
@2026-01-31 + 1 month | 2026-02-28 | 2026-01-311 | 2026-02-28
@2026-01-31 + 1 month - 1 month | 2026-01-28 | NaN | 2026-01-28
@2026-10-12 + 10 days | 2026-10-22 | 2026-10-1210 | 2026-10-22
@2026-10-12 - 1 year | 2025-10-12 | NaN | 2025-10-12
Observation.issued - 1 month | 2026-02-28T22:30:00-00:00 | NaN | 2026-02-28T22:30:00
30 days = 1 month | true | false | raises AttributeError
12 months = 1 year | true | false | True
365 days = 1 year | true | false | raises AttributeError
T
cat seen
echo "as seen: the engines still differ"

#!/usr/bin/env bash
# Three FHIRPath engines weigh one dose three ways. FHIRPath compares and adds quantities in units that convert (it
# also lets an engine answer "empty" where it cannot); what an engine may not do is compare bare numbers. Seen:
#   fhirpath 5.2.2 (the JavaScript engine of the NLM)  right throughout
#   @medplum/core 4.5.2 (evalFhirPath)  looks at the numbers only: 1 kg + 500 g is 501 kg, 10 cm is longer than 1 m,
#       38 Cel is colder than 100 degrees Fahrenheit; it divides 10 mg by 2 mL and calls it 5 mg. Yet 5 mg = 0.005 g
#       is false, so the same pair is neither equal nor in order.
#   fhirpathpy 2.2.4  5 mg = 0.005 g is false; >, + and / of quantities raise a TypeError or a bare Exception; a
#       negative remainder has the other sign (-7 mod 3 is 2, the others say -1).
# One would not guess it, since all three read the literals, keep the units and answer without a word of doubt: a rule
# such as "dose > 1 'g'", written and tested with one engine, goes over to the next. The pages of the latter two do
# not say that units are not converted, and no report of it was found. So doses are never compared by an expression
# that an engine evaluates: our kind of software compares equal units only, converts by its own table, and asks a
# person where a unit is not in it. Seen 2026-11-30 with Node 20.20 and Python 3.11.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" fhirpath@5.2.2 @medplum/core@4.5.2 >/dev/null
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check fhirpathpy==2.2.4
cat >asked <<'A'
5 'mg' = 0.005 'g'
10 'cm' > 1 'm'
1 'kg' + 500 'g'
38 'Cel' > 100 '[degF]'
10 'mg' / 2 'mL'
(-7) mod 3
A
cat >asked.cjs <<'J'
const lines = require('fs').readFileSync('asked', 'utf8').trim().split('\n');
const { evaluate } = require('fhirpath');
const { evalFhirPath } = require('@medplum/core');
const shown = (x) => (x?.unit ? `${x.value} '${x.unit}'` : String(x));
for (const line of lines)
  console.log(evaluate({}, line).map(shown).join(), '|', evalFhirPath(line, {}).map(shown).join());
J
cat >asked.py <<'P'
from fhirpathpy import evaluate

for line in open("asked").read().splitlines():
    try:
        print(",".join(str(value) for value in evaluate({}, line, {})))
    except Exception as error:
        print("raises", type(error).__name__)
P
node asked.cjs >javascript
venv/bin/python asked.py >python
paste -d'|' asked javascript python | sed 's/ *| */ | /g' >seen
diff - seen <<'T'
5 'mg' = 0.005 'g' | true | false | False
10 'cm' > 1 'm' | false | true | raises TypeError
1 'kg' + 500 'g' | 1500 'g' | 501 'kg' | raises Exception
38 'Cel' > 100 '[degF]' | true | false | raises TypeError
10 'mg' / 2 'mL' | 5000 'm-3.g1' | 5 'mg' | raises TypeError
(-7) mod 3 | -1 | -1 | 2
T
cat seen
echo "as seen: the engines still differ"

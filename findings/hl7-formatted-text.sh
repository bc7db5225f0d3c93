#!/usr/bin/env bash
# A laboratory's free text (HL7 v2, OBX of type FT) says "5" on one line and "not given" on the next, and writes the
# line break as \.br\, an ampersand as \T\, the micro sign by its bytes in UTF-8 as \XC2B5\. Three libraries, three
# texts:
#   hl7 0.4.5 (PyPI)  unescape() gives a carriage return for \.br\, which ends a segment in HL7 if it is written
#       again; the bytes one by one as Latin letters (A with circumflex before the micro sign), though the header
#       names UTF-8; an underscore for bold on and off (\H\ \N\).
#   hl7apy 1.3.5 (PyPI)  to_er7() of the message as parsed, nothing changed, is another message: of \.br\ and \X..\
#       the backslashes themselves are escaped (\E\.br\E\), so that the next reader sees the letters ".br" in the
#       sentence. \T\, \F\ and \H\ stay. Its value is the escaped text, too.
#   @medplum/core 4.5.2 (npm)  getField() and getComponent() leave all escapes in the text, and a date of the month
#       (202610) is 2026-10-01T00:00:00.000Z; written by formatHl7DateTime, 10:00 of +02:00 is 20261012080000, UTC
#       without saying so, where HL7 has a time without an offset be the sender's local time: two hours early.
# hl7apy's maintainer answered an issue of 2020 that a text set by a program with \.br\ in it is escaped rightly; that
# it also happens to messages passed on untouched is not said. So our kind of software unescapes by its own table,
# once, after the split by separators; keeps a line break as one; decodes \X..\ by the message's charset; and passes a
# message on as the bytes that came. Seen 2026-11-30 with Python 3.11 and Node 20.20.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" @medplum/core@4.5.2 >/dev/null
python3 -m venv venv
venv/bin/pip install -q --disable-pip-version-check hl7==0.4.5 hl7apy==1.3.5
tr '\n' '\r' >message <<'M'
MSH|^~\&|LAB|CLINIC|CONS|CLINIC|20261012100000+0200||ORU^R01^ORU_R01|1|P|2.5|||||DEU|UNICODE UTF-8
PID|1||1^^^CLINIC^MR||Probe^Ana||19650412|F
OBR|1|||P^Panel
OBX|1|FT|N^Note||dose 5\.br\not given, \H\A \T\ B\N\, 3 \XC2B5\g||||||F
M
cat >read.py <<'P'
import hl7
from hl7apy.parser import parse_message

raw = open("message", newline="").read()
message = hl7.parse(raw)
print("hl7   ", ascii(message.unescape(str(message.segment("OBX")[5]))))
again = parse_message(raw).to_er7()
print("hl7apy", again.split("OBX|")[1].split("|")[4])
P
cat >read.cjs <<'J'
const { Hl7Message, parseHl7DateTime, formatHl7DateTime } = require('@medplum/core');
const message = Hl7Message.parse(require('fs').readFileSync('message', 'utf8'));
console.log('core  ', message.getSegment('OBX').getComponent(5, 1));
console.log('core  ', parseHl7DateTime('202610'), formatHl7DateTime(new Date('2026-10-12T10:00:00+02:00')));
J
{
  venv/bin/python -W ignore read.py
  TZ=Europe/Berlin node read.cjs
} >seen
diff - seen <<'T'
hl7    'dose 5\rnot given, _A & B_, 3 \xc2\xb5g'
hl7apy dose 5\E\.br\E\not given, \H\A \T\ B\N\, 3 \E\XC2B5\E\g
core   dose 5\.br\not given, \H\A \T\ B\N\, 3 \XC2B5\g
core   2026-10-01T00:00:00.000Z 20261012080000
T
cat seen
echo "as seen: the three still differ"

#!/usr/bin/env bash
# Two well-kept libraries do not agree whose tag a patient's language has. A clinic that tags a letter by ISO 639-3
# (prs, Dari; kmr, Northern Kurdish; cmn, Mandarin; npi, Nepali) gets:
#   langcodes 3.5.0  standardize_tag: prs becomes fa-AF and tl becomes fil, but kmr, cmn, pes and npi stay as they are;
#                    with macro=True these become ku, zh, fa and ne.
#   Babel 2.16.0     Locale.parse: kmr, cmn, pes and npi become those of the macrolanguage at once, with a country that
#                    nobody named (ku_TR, zh_Hans_CN, fa_IR, ne_NP); prs, which CLDR has an alias for too, is refused as
#                    an unknown locale.
# So "is this tag that language?" must not be answered by comparing what two systems made of one tag, and a country
# must not be read out of it. Seen 2026-11-30 with Python 3.11.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q --disable-pip-version-check langcodes==3.5.0 babel==2.16.0
"$folder/venv/bin/python" - >"$folder/seen" <<'P'
import langcodes
from babel import Locale, UnknownLocaleError

def babel(tag):
    try:
        return str(Locale.parse(tag))
    except UnknownLocaleError:
        return "unknown"

for tag in ["prs", "kmr", "cmn", "pes", "npi", "tl", "azj"]:
    print(tag, langcodes.standardize_tag(tag), langcodes.standardize_tag(tag, macro=True), babel(tag))
P
diff - "$folder/seen" <<'T'
prs fa-AF fa-AF unknown
kmr kmr ku ku_TR
cmn cmn zh zh_Hans_CN
pes pes fa fa_IR
npi npi ne ne_NP
tl fil fil fil_PH
azj azj az az_Latn_AZ
T
echo "as seen: the libraries still differ"

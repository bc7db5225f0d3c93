#!/usr/bin/env bash
# MessageFormat 2 is to let one translated message serve every program. Two implementations of it, each by people who
# wrote the standard, do not agree on what a reader is told (both print the numbers and choose the plural by it):
#   :integer  ICU4J 79.1 cuts, messageformat 4.0.0 (npm) rounds: 1.9 days are "1 day" and "2 days", 0.5 is 0 and 1.
#   :number   ICU4J rounds halves to even and keeps all digits, the other rounds halves up and keeps three: 2.345 with
#       two digits is 2.34 and 2.35; 0.0005 without a limit is 0.0005 and 0.001, a limit of detection doubled.
#   :date     length=long alone is dropped by ICU4J without an error, and the day of the week put in; only with fields
#       said beside it do both obey. 2026-10-12T23:30:00-08:00 is the 12th to ICU4J and the 13th to the other where
#       the program runs in UTC: the one shows the sender's day, the other the machine's.
#   :unit     ICU4J has no such function and prints the placeholder {$n} (asked for its best effort); the other 5 kg.
#   {$text}   messageformat wraps a text in isolating marks by itself, ICU4J does not, so HER2+ between Arabic words
#       shows its plus sign on the other side in the Java program.
# ICU4J calls its formatter a technology preview. The standard's authors know that it does not say which way :integer
# goes (a test of theirs was put in question for it). So a number is rounded by our own code before it comes to a
# message, dates go in as finished text, and isolating marks are put by us; a translated message is proofread with the
# program that prints it. Seen 2026-11-30 with Node 20.20 and Java 17.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" messageformat@4.0.0 >/dev/null
mvn -q -B -Dstyle.color=never dependency:copy -Dartifact=com.ibm.icu:icu4j:79.1 -DoutputDirectory="$folder" >/dev/null
# Language, message, name, kind and value of its one argument.
tr '~' '\t' >messages <<'M'
en~.input {$n :integer} .match $n one {{{$n} day}} * {{{$n} days}}~n~number~1.9
en~{$n :integer}~n~number~0.5
en~{$n :number minimumFractionDigits=2 maximumFractionDigits=2}~n~number~2.345
en~{$n :number}~n~number~0.0005
de~{$d :date length=long}~d~text~2026-10-12
de~{$d :date fields=|year-month-day| length=long}~d~text~2026-10-12
en~{$d :date}~d~text~2026-10-12T23:30:00-08:00
en~{$n :unit unit=kilogram}~n~number~5
ar~<{$x}>~x~text~HER2+
M
cat >tell.mjs <<'J'
import { readFileSync } from 'node:fs';
import { MessageFormat } from 'messageformat';
import { DraftFunctions } from 'messageformat/functions';
for (const line of readFileSync('messages', 'utf8').trim().split('\n')) {
  const [language, message, name, kind, value] = line.split('\t');
  const made = new MessageFormat(language, message, { functions: DraftFunctions });
  console.log(made.format({ [name]: kind === 'number' ? Number(value) : value })
    .replace(/[\u2066-\u2069]/g, (mark) => `[${mark.codePointAt(0).toString(16)}]`));
}
J
cat >Tell.java <<'J'
import com.ibm.icu.message2.MessageFormatter;
import java.nio.file.*;
import java.util.*;

class Tell {
    public static void main(String[] unused) throws Exception {
        for (String line : Files.readAllLines(Path.of("messages"))) {
            String[] part = line.split("\t");
            Object value = part[3].equals("number") ? (Object) Double.valueOf(part[4]) : part[4];
            System.out.println(MessageFormatter.builder()
                .setLocale(Locale.forLanguageTag(part[0]))
                .setPattern(part[1])
                .setErrorHandlingBehavior(MessageFormatter.ErrorHandlingBehavior.BEST_EFFORT)
                .build().formatToString(Map.of(part[2], value)));
        }
    }
}
J
TZ=UTC node tell.mjs >javascript
TZ=UTC java -Dfile.encoding=UTF-8 -cp icu4j-79.1.jar Tell.java >java
paste -d'|' javascript java >seen
diff - seen <<'T'
2 days|1 day
1|0
2.35|2.34
0.001|0.0005
12. Oktober 2026|Mo., 12. Okt. 2026
12. Oktober 2026|12. Oktober 2026
Oct 13, 2026|Mon, Oct 12, 2026
5 kg|{$n}
<[2068]HER2+[2069]>|<HER2+>
T
cat seen
echo "as seen: the two still differ"

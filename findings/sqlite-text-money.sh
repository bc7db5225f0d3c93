#!/usr/bin/env bash
# A column of the type NUMERIC keeps what is no number as text, and the price is read as 45. SQLite types values, not
# columns; "45,000" put into NUMERIC stays text, without an error. What comes out depends on how it is asked for:
#   sqlite-jdbc 3.51.0.0 (Maven)  getInt and getDouble give 45 for "45,000" and "45 000", 12 for "12,50,000", 0 for
#       "USD 45000", and wasNull() is false; getBigDecimal raises for each of these, but reads Arabic digits (45000 of
#       U+0664...), for which getInt gives 0. getInt of 9007199254740993 is 1: the upper half is cut off without an
#       error.
#   sql.js 1.17.0 (npm)  gives the text as text, but 9007199254740993 as ...992, also where it was put in as a BigInt.
#   Python 3.11's sqlite3  gives each as it is stored: text, and the exact integer.
# A sum in SQL goes by the same first digits: 57 of "45,000" and "12,50,000". SQLite documents how it casts a text;
# that a price is 45 or an error by the getter that a mapper picks is not to be guessed from it. So amounts are kept
# as integers of the smallest unit, with a CHECK on typeof() in the table, and read by a strict parser. Seen
# 2026-11-30 with Java 17, Node 20.20 and Python 3.11.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix "$folder" sql.js@1.17.0 >/dev/null
for jar in org.xerial:sqlite-jdbc:3.51.0.0 org.slf4j:slf4j-api:2.0.17; do
    mvn -q -B -Dstyle.color=never dependency:copy -Dartifact="$jar" -DoutputDirectory="$folder" >/dev/null
done
python3 - <<'P'
import sqlite3

base = sqlite3.connect("prices.db")
base.execute("create table price (amount numeric)")
arabic = "\u0664\u0665\u0660\u0660\u0660"
for text in "45,000", "45 000", "12,50,000", "USD 45000", arabic, "9007199254740993", "45000.00":
    base.execute("insert into price values (?)", [text])
base.commit()
P
cat >Read.java <<'J'
import java.sql.*;

class Read {
    interface Getter { Object get() throws SQLException; }
    static String told(Getter getter) {
        try { return String.valueOf(getter.get()); } catch (SQLException error) { return "raises"; }
    }
    public static void main(String[] unused) throws Exception {
        try (Connection base = DriverManager.getConnection("jdbc:sqlite:prices.db");
             ResultSet row = base.createStatement().executeQuery("select amount from price")) {
            while (row.next())
                System.out.println(told(() -> row.getInt(1)) + " | " + told(() -> row.getDouble(1)) + " | "
                    + told(() -> row.getBigDecimal(1)) + " | " + told(() -> row.wasNull()));
        }
    }
}
J
cat >read.cjs <<'J'
const { readFileSync } = require('fs');
require('sql.js')().then((sql) => {
  const base = new sql.Database(readFileSync('prices.db'));
  for (const [amount] of base.exec('select amount from price')[0].values) console.log(JSON.stringify(amount));
});
J
java -cp 'sqlite-jdbc-3.51.0.0.jar:slf4j-api-2.0.17.jar' Read.java >java 2>logged
node read.cjs >javascript
python3 -c 'import sqlite3
base = sqlite3.connect("prices.db")
for row in base.execute("select amount from price"):
    print(ascii(row[0]))' >python
echo "stored | getInt | getDouble | getBigDecimal | wasNull | sql.js" >seen
paste -d'|' python java javascript | sed 's/ *| */ | /g' >>seen
python3 -c 'import sqlite3
total = "select sum(amount) from price where amount in (?, ?)"
print("sum in SQL:", *sqlite3.connect("prices.db").execute(total, ["45,000", "12,50,000"]).fetchone())' >>seen
diff - seen <<'T'
stored | getInt | getDouble | getBigDecimal | wasNull | sql.js
'45,000' | 45 | 45.0 | raises | false | "45,000"
'45 000' | 45 | 45.0 | raises | false | "45 000"
'12,50,000' | 12 | 12.0 | raises | false | "12,50,000"
'USD 45000' | 0 | 0.0 | raises | false | "USD 45000"
'\u0664\u0665\u0660\u0660\u0660' | 0 | 0.0 | 45000 | false | "٤٥٠٠٠"
9007199254740993 | 1 | 9.007199254740992E15 | 9007199254740993 | false | 9007199254740992
45000 | 45000 | 45000.0 | 45000 | false | 45000
sum in SQL: 57.0
T
cat seen
echo "as seen: a price may still be read as its first digits"

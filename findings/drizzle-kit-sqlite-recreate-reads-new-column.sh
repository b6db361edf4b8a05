#!/usr/bin/env bash
# drizzle-kit 0.31.11 with drizzle-orm 0.45.4, dialect sqlite; run on @libsql/client 0.18.0 and on SQLite's own library.
# Guess: a generated migration that makes one column nullable and adds another copies the columns that
# the old table has.
# Seen: the table is recreated and `INSERT INTO __new_t (…, new) SELECT …, new FROM t` reads the new column
# from the old table. libSQL refuses it ("no such column"); SQLite as built for Python reads the quoted name as a
# string and stores the column's own name in every row, without an error.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund drizzle-kit@0.31.11 drizzle-orm@0.45.4 @libsql/client@0.18.0
cat > drizzle.config.js <<'JS'
export default { dialect: "sqlite", schema: "./schema.js", out: "./out" };
JS
schema() {
  printf 'import { sqliteTable, text } from "drizzle-orm/sqlite-core";\nexport const t = sqliteTable("t", { id: text().primaryKey(), a: text()%s });\n' "$1" > schema.js
}
schema '.notNull()'
npx drizzle-kit generate --name one >/dev/null
schema ', b: text()'
npx drizzle-kit generate --name two >/dev/null
grep -h 'INSERT INTO' out/0001_two.sql
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import { createClient } from "@libsql/client";
const steps = (name) => readFileSync(`out/${name}.sql`, "utf8").split("--> statement-breakpoint");
const db = createClient({ url: "file:libsql.db" });
for (const step of steps("0000_one")) await db.execute(step);
await db.execute("insert into t values ('1', 'x')");
let failure = "none";
try {
  for (const step of steps("0001_two")) await db.execute(step);
} catch (error) {
  failure = error.message;
}
console.log("libSQL:", failure);
process.exit(/no such column: "?b"?/.test(failure) ? 0 : 1);
JS
node run.mjs
python3 - <<'PY'
import sqlite3
db = sqlite3.connect("python.db")
db.executescript(open("out/0000_one.sql").read())
db.execute("insert into t values ('1', 'x')")
db.commit()
db.executescript(open("out/0001_two.sql").read().replace("--> statement-breakpoint", ""))
row = db.execute("select * from t").fetchone()
print("SQLite", sqlite3.sqlite_version, row)
raise SystemExit(0 if row == ("1", "x", "b") else 1)
PY

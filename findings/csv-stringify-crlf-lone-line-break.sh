#!/usr/bin/env bash
# csv-stringify 6.9.0, read by csv-parse 7.0.3 and by Python's csv module.
# Guess: a cell with a line break is quoted, whatever the record delimiter is (RFC 4180, 2.6).
# Seen: with `record_delimiter: "\r\n"` only a cell that contains CR LF is quoted. A lone LF or CR stays bare, and
# Python's csv module reads two rows where there is one. csv-parse, of the same authors, reads one: it takes the first
# line break of a file for that of every row, so that their own round trip hides it.
# `quoted_match: /[\r\n]/` quotes such cells.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund csv-stringify@6.9.0 csv-parse@7.0.3
cat > run.mjs <<'JS'
import { writeFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
const rows = [["id", "text"], ["1", "a\nb"]];
const crlf = { record_delimiter: "\r\n" };
const bare = stringify(rows, crlf);
const quoted = stringify(rows, { ...crlf, quoted_match: /[\r\n]/ });
writeFileSync("bare.csv", bare);
writeFileSync("quoted.csv", quoted);
console.log(JSON.stringify({ bare, quoted, roundTrip: parse(bare) }));
process.exit(bare === "id,text\r\n1,a\nb\r\n" && parse(bare).length === 2 && quoted.includes('"a\nb"') ? 0 : 1);
JS
node run.mjs
python3 - <<'PY'
import csv
rows = [list(csv.reader(open(name, newline=""))) for name in ("bare.csv", "quoted.csv")]
print(rows)
raise SystemExit(0 if [len(r) for r in rows] == [3, 2] else 1)
PY

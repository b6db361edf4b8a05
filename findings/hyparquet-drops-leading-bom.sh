#!/usr/bin/env bash
# hyparquet 1.31.5 with hyparquet-writer 0.17.0; the same file read by pyarrow 26.0.1.
# Guess: a string column gives back the strings that were written.
# Seen: hyparquet drops a U+FEFF at the beginning of a value: it decodes each value with a TextDecoder without
# `ignoreBOM`, which takes it for a byte order mark. The file is right: pyarrow reads the character.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund hyparquet@1.31.5 hyparquet-writer@0.17.0
python3 -m venv venv
venv/bin/pip install --quiet pyarrow==26.0.1
cat > run.mjs <<'JS'
import { readFileSync, writeFileSync } from "node:fs";
import { parquetReadObjects } from "hyparquet";
import { parquetWriteBuffer } from "hyparquet-writer";
const data = ["\ufeffa", "a\ufeff"];
const buffer = parquetWriteBuffer({ columnData: [{ name: "text", data, type: "STRING" }] });
writeFileSync("t.parquet", Buffer.from(buffer));
const read = (await parquetReadObjects({ file: buffer })).map((row) => row.text);
console.log("hyparquet", read.map((text) => text.length));
process.exit(read[0] === "a" && read[1] === "a\ufeff" ? 0 : 1);
JS
node run.mjs
venv/bin/python - <<'PY'
import pyarrow.parquet
read = pyarrow.parquet.read_table("t.parquet")["text"].to_pylist()
print("pyarrow", [len(text) for text in read])
raise SystemExit(0 if read == ["\ufeffa", "a\ufeff"] else 1)
PY

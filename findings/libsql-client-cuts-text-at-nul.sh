#!/usr/bin/env bash
# @libsql/client 0.18.0 on Node 24; the same file read by node:sqlite.
# Guess: a text with U+0000 that was bound as a value is read as it was written, or refused.
# Seen: it is written whole (hex() shows all of it), but read only up to the NUL, without an error. node:sqlite
# reads all of it. What compares rows after writing them finds a difference that is not in the file.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund @libsql/client@0.18.0 node@24.21.0
cat > run.mjs <<'JS'
import { DatabaseSync } from "node:sqlite";
import { createClient } from "@libsql/client";
const client = createClient({ url: "file:t.db" });
await client.execute("create table t (a text)");
await client.execute({ sql: "insert into t values (?)", args: ["a\0b"] });
const { rows } = await client.execute("select a, hex(a) as hex from t");
client.close();
const { a } = new DatabaseSync("t.db").prepare("select a from t").get();
console.log("libsql", JSON.stringify(rows[0].a), rows[0].hex, "node:sqlite", JSON.stringify(a));
process.exit(rows[0].a === "a" && rows[0].hex === "610062" && a === "a\0b" ? 0 : 1);
JS
node_modules/node/bin/node run.mjs

#!/usr/bin/env bash
# wrangler 4.152.0 (miniflare, workerd) against @libsql/client 0.18.0: both are SQLite with the same SQL.
# Guess: a statement that runs on a libSQL file runs on a local D1, or is refused when it is prepared.
# Seen: D1's limits hold locally too, and one of them only while rows are read. A LIKE pattern of more than
# 50 bytes (not characters) is accepted on an empty table and fails on the first row, so that tests without
# data pass; instr() has no such limit. 101 bound values, six terms of a compound SELECT and an expression of
# depth 101 are refused. libSQL accepts all of them. json_each(?) takes any number of values in one.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund wrangler@4.152.0 @libsql/client@0.18.0
cat > wrangler.toml <<'TOML'
name = "limits"
compatibility_date = "2026-01-01"
[[d1_databases]]
binding = "DB"
database_name = "limits"
database_id = "00000000-0000-0000-0000-000000000000"
TOML
cat > run.mjs <<'JS'
import { createClient } from "@libsql/client";
import { getPlatformProxy } from "wrangler";
const proxy = await getPlatformProxy({ persist: false });
const libsql = createClient({ url: "file:test.db" });
const engines = {
  d1: (sql, args = []) => proxy.env.DB.prepare(sql).bind(...args).all(),
  libsql: (sql, args = []) => libsql.execute({ sql, args }),
};
const like = "select a from t where a like ?";
const ascii = `${"a".repeat(50)}%`; // 51 bytes
const accents = `${"é".repeat(25)}%`; // 26 characters, 51 bytes
const depth = `select ${Array(102).fill("1").join("+")} as n`;
const many = Array.from({ length: 101 }, (_, i) => i);
const cases = [
  ["long LIKE, empty table", like, [ascii]],
  ["insert a row", "insert into t values ('a')"],
  ["LIKE of 50 bytes", like, [`${"a".repeat(49)}%`]],
  ["LIKE of 51 bytes", like, [ascii]],
  ["LIKE of 26 characters in 51 bytes", like, [accents]],
  ["instr of 51 bytes", "select a from t where instr(a, ?) > 0", [ascii]],
  ["100 bound values", `select ${many.slice(1).map(() => "?").join("+")} as n`, many.slice(1)],
  ["101 bound values", `select a from t where a in (${many.map(() => "?").join()})`, many],
  ["101 values in json_each", "select a from t where a in (select value from json_each(?))", [JSON.stringify(many)]],
  ["5 terms", Array(5).fill("select 1").join(" union all ")],
  ["6 terms", Array(6).fill("select 1").join(" union all ")],
  ["depth 101", depth],
];
const seen = {};
for (const [engine, run] of Object.entries(engines)) {
  await run("create table t (a text)");
  seen[engine] = {};
  for (const [name, sql, args] of cases)
    seen[engine][name] = await run(sql, args).then(
      () => "ok",
      (error) => error.message.split("\n")[0],
    );
}
console.log(JSON.stringify(seen, null, 1));
await proxy.dispose();
const refused = (engine) => Object.entries(seen[engine]).filter(([, r]) => r !== "ok").map(([name]) => name);
const expected = ["LIKE of 51 bytes", "LIKE of 26 characters in 51 bytes", "101 bound values", "6 terms", "depth 101"];
process.exit(JSON.stringify(refused("d1")) === JSON.stringify(expected) && refused("libsql").length === 0 ? 0 : 1);
JS
node run.mjs

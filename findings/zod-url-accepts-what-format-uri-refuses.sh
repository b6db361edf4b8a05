#!/usr/bin/env bash
# zod 4.6.7 with ajv 8.20.0 and ajv-formats 3.0.1.
# Guess: `z.url()` accepts web addresses, returns the string that it was given, and agrees with the
# `format: uri` of the JSON Schema that `z.toJSONSchema` makes from it.
# Seen: zod parses with WHATWG `new URL()`, which repairs its input. Spaces at the ends, line breaks and tabs are
# dropped from the result, so the value that was checked is not the one that was given. Inner spaces and letters
# beyond ASCII are accepted and kept. `format: uri` (RFC 3986) refuses all of them, so a validator that uses
# zod's verdict on a file passes what the published schema refuses.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund zod@4.6.7 ajv@8.20.0 ajv-formats@3.0.1
cat > run.mjs <<'JS'
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import * as z from "zod";
const schema = z.url({ protocol: /^https?$/ });
const published = addFormats.default(new Ajv.default()).compile(z.toJSONSchema(schema));
const verdicts = (text) => {
  const parsed = schema.safeParse(text);
  return { text, zod: parsed.success, output: parsed.data, published: published(text) };
};
const out = [
  " https://example.com/ ",
  "https://example.com/a b",
  "https://exam\nple.com/",
  "https://example.com/\ta",
  "https://example.com/größe",
].map(verdicts);
for (const line of out) console.log(JSON.stringify(line));
const seen =
  z.toJSONSchema(schema).format === "uri" &&
  out.every((v) => v.zod === true && v.published === false) &&
  out[0].output === "https://example.com/" &&
  out[1].output === "https://example.com/a b";
process.exit(seen ? 0 : 1);
JS
node run.mjs

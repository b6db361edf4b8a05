#!/usr/bin/env bash
# opentype.js 2.0.0 with Source Serif 4 and Source Sans 3 (@expo-google-fonts 0.4.1); fontkit 2.0.4 for comparison.
# Guess: a library that reads a common open font also draws plain Latin words with it.
# Seen: both fonts are read, but `getPath` throws for Source Sans 3 ("substFormat: 2 is not yet supported"): a form of
# contextual substitution that the font's features use is missing. fontkit lays out the same words.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund opentype.js@2.0.0 fontkit@2.0.4 \
  @expo-google-fonts/source-serif-4@0.4.1 @expo-google-fonts/source-sans-3@0.4.1
cat > run.mjs <<'JS'
import { readFileSync } from "node:fs";
import * as opentype from "opentype.js";
import * as fontkit from "fontkit";
const parse = opentype.parse ?? opentype.default.parse;
const seen = {};
for (const [name, path] of [
  ["serif", "source-serif-4/400Regular/SourceSerif4_400Regular.ttf"],
  ["sans", "source-sans-3/400Regular/SourceSans3_400Regular.ttf"],
]) {
  const bytes = readFileSync(`node_modules/@expo-google-fonts/${path}`);
  const font = parse(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
  try {
    font.getPath("On by default", 0, 0, 40);
    seen[name] = "drawn";
  } catch (error) {
    seen[name] = error.message;
  }
  seen[`${name}, fontkit`] = fontkit.create(bytes).layout("On by default").glyphs.length;
}
console.log(JSON.stringify(seen, null, 1));
const failed = ["serif", "sans"].filter((name) => /substFormat: 2 is not yet supported/.test(seen[name]));
process.exit(failed.length === 1 && seen["serif, fontkit"] > 0 && seen["sans, fontkit"] > 0 ? 0 : 1);
JS
node run.mjs

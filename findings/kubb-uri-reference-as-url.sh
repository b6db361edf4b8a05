#!/usr/bin/env bash
# @kubb/plugin-zod 4.39.3 with zod 4.6.7.
# Guess: `format: uri-reference` (JSON Schema, RFC 3986) accepts a relative reference such as `/platforms?cursor=2`.
# Seen: kubb writes `z.url()` for it, as for `uri`, which accepts only absolute URLs, so that a client refuses the
# answer. A format that a generator does not know is harmless; one that it knows wrongly is not.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts @kubb/cli@4.39.3 @kubb/core@4.39.3 @kubb/plugin-oas@4.39.3 @kubb/plugin-zod@4.39.3 zod@4.6.7
cat > openapi.json <<'JSON'
{
  "openapi": "3.1.0",
  "info": { "title": "t", "version": "1" },
  "paths": {},
  "components": { "schemas": { "Page": { "type": "string", "format": "uri-reference" } } }
}
JSON
cat > kubb.config.ts <<'TS'
import { defineConfig } from "@kubb/core";
import { pluginOas } from "@kubb/plugin-oas";
import { pluginZod } from "@kubb/plugin-zod";
export default defineConfig({
  input: { path: "openapi.json" },
  output: { path: "generated", format: false, lint: false },
  plugins: [pluginOas({ generators: [] }), pluginZod()],
});
TS
npx kubb generate >/dev/null 2>&1
line=$(grep -rhoE "pageSchema = .*" generated/zod/pageSchema.ts)
echo "$line"
[[ $line == *"z.url()"* ]]

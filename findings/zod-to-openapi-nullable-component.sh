#!/usr/bin/env bash
# @asteasolutions/zod-to-openapi 9.1.0 with zod 4.6.7, OpenAPI 3.1 generator.
# Guess: `Named.nullable()` describes null at the place of use and leaves the component `Named` alone.
# Seen: which of two uses comes first decides. When the nullable use is the first, the component itself
# becomes nullable everywhere it is referenced. When the plain use is the first, the nullable use becomes
# `allOf: [$ref, {type: [object, null]}]`, which no null can satisfy.
# A union with z.null() keeps the null at the use: `anyOf: [$ref, {type: null}]`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @asteasolutions/zod-to-openapi@9.1.0 zod@4.6.7
cat > run.mjs <<'JS'
import { extendZodWithOpenApi, OpenApiGeneratorV31, OpenAPIRegistry } from "@asteasolutions/zod-to-openapi";
import * as z from "zod";
extendZodWithOpenApi(z);
const schemas = (shape) => {
  const registry = new OpenAPIRegistry();
  const Named = z.object({ a: z.string() }).openapi("Named");
  registry.register("Outer", z.object(shape(Named)));
  return new OpenApiGeneratorV31(registry.definitions).generateComponents().components.schemas;
};
const first = schemas((n) => ({ maybe: n.nullable(), plain: n }));
const second = schemas((n) => ({ plain: n, maybe: n.nullable() }));
const union = schemas((n) => ({ plain: n, maybe: z.union([n, z.null()]) }));
const out = {
  nullableFirst: first.Named.type,
  plainFirst: second.Outer.properties.maybe,
  union: union.Outer.properties.maybe,
};
console.log(JSON.stringify(out, null, 1));
const text = JSON.stringify(out);
const seen =
  text.includes('"nullableFirst":["object","null"]') &&
  text.includes('"plainFirst":{"allOf":') &&
  text.includes('"union":{"anyOf":[{"$ref"');
process.exit(seen ? 0 : 1);
JS
node run.mjs

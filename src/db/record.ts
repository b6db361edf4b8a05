import { once } from "../text/once.ts";

/*
 * Records as the database has them: JSON, compressed with DEFLATE (RFC 1951) and written in base64 (RFC 4648,
 * section 4) where that is shorter, so that every engine takes and gives it as text.
 */

interface Zlib {
  deflateRawSync(bytes: Uint8Array, options: { level: number }): Buffer;
  inflateRawSync(bytes: Uint8Array): Buffer;
}

/** Node's zlib, which Workers have too; not imported, because loading it takes part of a Worker's time to start. */
const zlib = once((): Zlib => {
  const { process } = globalThis as { process?: { getBuiltinModule?: (name: string) => Zlib | undefined } };
  const found = process?.getBuiltinModule?.("node:zlib");
  if (found === undefined)
    throw new Error("node:zlib is missing: deploy the Worker with the compatibility date in wrangler.toml.");
  return found;
});

/** Level 3 takes half the time of level 6, and a few percent more space. */
const LEVEL = 3;

/** Shorter texts stay as they are: compressing would not make them much shorter. */
const SHORT = 1000;

/** A record's JSON as the database has it. */
export const compressed = (json: string): string =>
  json.length < SHORT ? json : zlib().deflateRawSync(Buffer.from(json), { level: LEVEL }).toString("base64");

/** A record's JSON, from what the database has. JSON begins with a brace, which is not in base64. */
export const jsonOf = (text: string): string =>
  text.startsWith("{") ? text : zlib().inflateRawSync(Buffer.from(text, "base64")).toString("utf8");

/** A record, from what the database has. */
export const recordOf = <R>(text: string): R => JSON.parse(jsonOf(text)) as R;

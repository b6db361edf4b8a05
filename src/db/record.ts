import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";

/*
 * Records as the database has them: JSON, compressed with DEFLATE (RFC 1951) and written in base64 (RFC 4648,
 * section 4) where that is shorter, so that every engine takes and gives it as text.
 */

interface Zlib {
  deflateRawSync(bytes: Uint8Array, options: { level: number }): Uint8Array;
  inflateRawSync(bytes: Uint8Array): Uint8Array;
}

/** The runtime's own zlib, several times as fast; undefined in Workers without Node's modules. */
const zlib = (
  globalThis as { process?: { getBuiltinModule?: (name: string) => Zlib | undefined } }
).process?.getBuiltinModule?.("node:zlib");

/** Level 3 takes half the time of level 6, and a few percent more space. */
const LEVEL = 3;

/** Shorter texts stay as they are: compressing would not make them much shorter. */
const SHORT = 1000;

const deflate = (bytes: Uint8Array): Uint8Array =>
  zlib ? zlib.deflateRawSync(bytes, { level: LEVEL }) : deflateSync(bytes, { level: LEVEL });

const inflate = (bytes: Uint8Array): Uint8Array => (zlib ? zlib.inflateRawSync(bytes) : inflateSync(bytes));

const { Buffer } = globalThis as { Buffer?: typeof globalThis.Buffer };

const toBase64 = (bytes: Uint8Array): string =>
  Buffer
    ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")
    : btoa(strFromU8(bytes, true));

const fromBase64 = (text: string): Uint8Array =>
  Buffer ? Buffer.from(text, "base64") : strToU8(atob(text), true);

const utf8Of = (text: string): Uint8Array => (Buffer ? Buffer.from(text, "utf8") : strToU8(text));

const textOf = (utf8: Uint8Array): string =>
  Buffer ? Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength).toString("utf8") : strFromU8(utf8);

/** A record's JSON as the database has it. */
export const compressed = (json: string): string =>
  json.length < SHORT ? json : toBase64(deflate(utf8Of(json)));

/** A record's JSON, from what the database has. JSON begins with a brace, which is not in base64. */
export const jsonOf = (text: string): string =>
  text.startsWith("{") ? text : textOf(inflate(fromBase64(text)));

/** A record, from what the database has. */
export const recordOf = <R>(text: string): R => JSON.parse(jsonOf(text)) as R;

import type { FileFault } from "./fault.ts";

/** A file's bytes as text. */
export interface Decoded {
  text: string;
  /** What is wrong with the encoding. */
  faults: FileFault[];
  /** Is this text what the file says, so that it can be parsed and written again? */
  faithful: boolean;
}

const UTF16 = [
  { label: "utf-16le", name: "UTF-16 (little-endian)", mark: [0xff, 0xfe], start: [0x7b, 0x00] },
  { label: "utf-16be", name: "UTF-16 (big-endian)", mark: [0xfe, 0xff], start: [0x00, 0x7b] },
] as const;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, i) => bytes[i] === byte);

const fault = (found: string, fix: string, fixed?: string, offset = 0): FileFault => ({
  code: "FIL002",
  offset,
  length: 1,
  found,
  expected: "UTF-8 without a byte order mark",
  fix,
  ...(fixed !== undefined && { fixed }),
});

/** Text in UTF-16, as some editors on Windows write it. */
function fromUtf16(bytes: Uint8Array): Decoded | undefined {
  const encoding = UTF16.find(({ mark, start }) => startsWith(bytes, mark) || startsWith(bytes, start));
  if (!encoding) return undefined;
  try {
    const text = new TextDecoder(encoding.label, { fatal: true }).decode(bytes);
    return {
      text,
      faithful: true,
      faults: [
        fault(`text in ${encoding.name}`, "Save it as UTF-8; `npm run fix` does.", "written in UTF-8"),
      ],
    };
  } catch {
    return undefined;
  }
}

/** Where the first byte is that is not UTF-8: its index in the bytes and in the text decoded from them. */
function firstInvalid(bytes: Uint8Array, text: string): { byte: number; offset: number } {
  let [byte, counted] = [0, 0];
  for (let offset = text.indexOf("\uFFFD"); offset !== -1; offset = text.indexOf("\uFFFD", offset + 1)) {
    byte += Buffer.byteLength(text.slice(counted, offset), "utf8");
    counted = offset;
    // A replacement character can really be in the file.
    if (!startsWith(bytes.subarray(byte), [0xef, 0xbf, 0xbd])) return { byte, offset };
  }
  return { byte: 0, offset: 0 };
}

function notUtf8(bytes: Uint8Array): Decoded {
  const text = new TextDecoder("utf-8").decode(bytes);
  const { byte, offset } = firstInvalid(bytes, text);
  const value = bytes[byte] as number;
  const elsewhere = new TextDecoder("windows-1252").decode(bytes.subarray(byte, byte + 1));
  return {
    text,
    faithful: false,
    faults: [
      fault(
        `the byte 0x${value.toString(16).toUpperCase().padStart(2, "0")}, which is not UTF-8 here (it is ${elsewhere} in Windows-1252 and Latin-1)`,
        "Save the file as UTF-8. If it was written in Latin-1 or on Windows, `iconv -f WINDOWS-1252 -t UTF-8` converts it.",
        undefined,
        offset,
      ),
    ],
  };
}

/** Decodes a file. Everything but UTF-8 without a byte order mark is a fault. */
export function decode(bytes: Uint8Array): Decoded {
  const utf16 = fromUtf16(bytes);
  if (utf16) return utf16;
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith("\uFEFF")) return { text, faithful: true, faults: [] };
    return {
      text: text.slice(1),
      faithful: true,
      faults: [
        fault(
          "U+FEFF, a byte order mark, before the first character",
          "Save the file as UTF-8 without a byte order mark; `npm run fix` removes it.",
          "byte order mark removed",
        ),
      ],
    };
  } catch {
    return notUtf8(bytes);
  }
}

import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** The content codings that answers are sent in, the preferred first. */
export const ENCODINGS = ["br", "gzip"] as const;
export type Encoding = (typeof ENCODINGS)[number];

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** The window that Brotli needs for a body, as a power of two: a larger one takes memory and time for nothing. */
const windowFor = (bytes: number): number =>
  Math.min(
    constants.BROTLI_DEFAULT_WINDOW,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, 32 - Math.clz32(bytes)),
  );

/**
 * Compresses bytes.
 * @param quality of Brotli, 0 to 11: 5 costs little for each answer, 11 is for what is compressed once
 */
export async function compress(
  body: Uint8Array,
  encoding: Encoding,
  quality: number,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(
    encoding === "br"
      ? await brotli(body, {
          params: {
            [constants.BROTLI_PARAM_QUALITY]: quality,
            [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
            [constants.BROTLI_PARAM_LGWIN]: windowFor(body.length),
          },
        })
      : await gzipped(body),
  );
}

/** The encoding to use, from Accept-Encoding (RFC 9110, 12.5.3); br before gzip. */
export function chooseEncoding(header: string | null): Encoding | undefined {
  const accepted = new Map(
    (header ?? "").split(",").map((part) => {
      const [name = "", ...params] = part
        .trim()
        .toLowerCase()
        .split(";")
        .map((p) => p.trim());
      return [name, !params.some((p) => /^q=0(\.0*)?$/.test(p))];
    }),
  );
  return ENCODINGS.find((e) => accepted.get(e) ?? (accepted.get("*") === true && e === "gzip"));
}

/** A strong validator names one representation, so each encoding has a tag of its own. */
export const tagFor = (etag: string, encoding: Encoding): string => etag.replace(/"$/, `-${encoding}"`);

/** The tags in an If-None-Match header, those of one encoding as the body without it has them. */
export const untag = (header: string, encoding: Encoding): string => header.replaceAll(`-${encoding}"`, '"');

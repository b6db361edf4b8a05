import { Problem } from "./problem.ts";

/** Where a page ended: the order it was in, and the last item's key and id. */
export interface Cursor {
  sort: string;
  key: string | number;
  id: string;
}

const toBase64Url = (text: string): string =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
const fromBase64Url = (text: string): string =>
  new TextDecoder().decode(
    Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (ch) => ch.charCodeAt(0)),
  );

/** A cursor as clients carry it; opaque to them. */
export const encodeCursor = ({ sort, key, id }: Cursor): string =>
  toBase64Url(JSON.stringify([sort, key, id]));

/**
 * Reads a cursor back.
 * @throws {Problem} `unknown-page`, when it is not ours or belongs to another order
 */
export function decodeCursor(text: string, sort: string): Cursor {
  let parts: unknown;
  try {
    parts = JSON.parse(fromBase64Url(text));
  } catch {
    parts = undefined;
  }
  const [order, key, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const fault = (detail: string) =>
    new Problem("unknown-page", `cursor: ${detail}`, [
      { parameter: "cursor", detail: `cursor: ${detail}`, fix: { cursor: null } },
    ]);
  if (
    typeof order !== "string" ||
    typeof id !== "string" ||
    (typeof key !== "string" && !Number.isFinite(key))
  )
    throw fault(
      "is not a cursor of this API. Use the value from `next` unchanged, or omit it for the first page.",
    );
  if (order !== sort)
    throw fault(
      `belongs to sort=${order}. Keep the other parameters unchanged, or omit it for the first page.`,
    );
  return { sort: order, key: key as string | number, id };
}

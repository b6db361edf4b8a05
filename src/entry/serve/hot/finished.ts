import { hash } from "node:crypto";
import { ENTRY_BYTES } from "../../../api/index.ts";

/** A finished response: all of it but what differs per request, which are its id and the date. */
export interface Finished {
  status: number;
  /** Names in lower case and values, alternating, as `writeHead` takes them. */
  headers: readonly string[];
  /** Undefined where none is sent: HEAD, 304. */
  body: Uint8Array<ArrayBuffer> | undefined;
  /** The same for two that are the same: from all but the body, which the entity tag determines. */
  identity: string;
  /** What it takes in memory, in bytes. */
  size: number;
}

/** The header that is different for each request. */
export const REQUEST_ID = "x-request-id";

const sizeOf = (texts: readonly string[]): number => texts.reduce((sum, text) => sum + text.length, 0);

/** A finished response from the one that was made for the first request. */
export function finishedFrom(
  status: number,
  headers: Headers,
  body: Uint8Array<ArrayBuffer> | undefined,
): Finished {
  const flat = [...headers].filter(([name]) => name !== REQUEST_ID).flat();
  return {
    status,
    headers: flat,
    body,
    identity: hash("sha256", `${status} ${body ? "body" : "none"}\n${flat.join("\n")}`, "base64"),
    // A slot for each text, and its characters.
    size: ENTRY_BYTES + flat.length * 24 + sizeOf(flat) + (body?.byteLength ?? 0),
  };
}

/** It as a response to a request. @param id the request's id */
export function responseOf({ status, headers, body }: Finished, id: string): Response {
  const all = new Headers({ [REQUEST_ID]: id });
  for (let i = 0; i < headers.length; i += 2) all.append(headers[i] as string, headers[i + 1] as string);
  return new Response(body ?? null, { status, headers: all });
}

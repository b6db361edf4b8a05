import { hash } from "node:crypto";
import { ENTRY_BYTES } from "../../../api/index.ts";

/** A finished response: all of it but what differs per request, which are its id and the date. */
export interface Finished {
  status: number;
  /**
   * Names in lower case and values, alternating, as `writeHead` takes them. The last value is the id of the request
   * that is answered: it is written here, because a copy for each request would cost more than the look-up.
   */
  headers: string[];
  /** Undefined where none is sent: HEAD, 304. */
  body: Buffer<ArrayBuffer> | undefined;
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
  flat.push(REQUEST_ID, "");
  return {
    status,
    headers: flat,
    // The same bytes as a buffer: of another array, Node makes one each time it is written.
    body: body && Buffer.from(body.buffer, body.byteOffset, body.byteLength),
    identity: hash("sha256", `${status} ${body ? "body" : "none"}\n${flat.join("\n")}`, "base64"),
    // A slot for each text, and its characters.
    size: ENTRY_BYTES + flat.length * 24 + sizeOf(flat) + (body?.byteLength ?? 0),
  };
}

/** Its headers for a request. They are valid until the next request. @param id the request's id */
export function headersFor({ headers }: Finished, id: string): readonly string[] {
  headers[headers.length - 1] = id;
  return headers;
}

/** It as a response to a request. @param id the request's id */
export function responseOf(finished: Finished, id: string): Response {
  const flat = headersFor(finished, id);
  const headers = new Headers();
  for (let i = 0; i < flat.length; i += 2) headers.append(flat[i] as string, flat[i + 1] as string);
  return new Response(finished.body ?? null, { status: finished.status, headers });
}

/*
 * One request for one page, with a separate result for everything that can go wrong.
 */

/** What the server sent. `stopped` says why there is no page. */
export type Fetched =
  | {
      kind: "page";
      url: string;
      body: string;
      contentType: string;
      etag: string | null;
      lastModified: string | null;
    }
  | { kind: "not-modified" }
  | { kind: "redirect"; to: string }
  | {
      kind: "stopped";
      state: "forbidden" | "too-slow" | "too-large" | "not-html" | "failed";
      detail: string;
      status: number | null;
    };

/** What was known about a page at its last request (RFC 9110). */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export interface PageLimits {
  /** How long one answer may take, with its body. */
  timeoutMs: number;
  /** How large a body may be, decompressed. */
  maxBytes: number;
}

const TEXT = /^(?:text\/(?:html|plain|markdown)|application\/xhtml\+xml)\s*(?:;|$)/i;
const REFUSED = [401, 402, 403, 407, 429, 451];

/** The charset that a document declares: in its header, or in its first bytes (HTML). */
function charsetOf(contentType: string, bytes: Uint8Array): string {
  const declared =
    /charset\s*=\s*"?([\w-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(
      Buffer.from(bytes.subarray(0, 2048)).toString("latin1"),
    )?.[1];
  return declared ?? "utf-8";
}

function decode(bytes: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes); // An unknown charset.
  }
}

/** Reads a body up to a limit; undefined when it is larger. */
async function readUpTo(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > maxBytes) return undefined; // Leaving the loop cancels the stream.
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function understand(response: Response, url: string, limits: PageLimits): Promise<Fetched> {
  const { status, headers } = response;
  const stop = async (
    state: "forbidden" | "too-large" | "not-html" | "failed",
    detail: string,
  ): Promise<Fetched> => {
    await response.body?.cancel();
    return { kind: "stopped", state, detail, status };
  };
  if (status === 304) return { kind: "not-modified" };
  const location = headers.get("location");
  if (status >= 300 && status < 400 && location !== null) {
    await response.body?.cancel();
    const to = URL.canParse(location, url) ? new URL(location, url) : undefined;
    if (!to || !/^https?:$/.test(to.protocol))
      return {
        kind: "stopped",
        state: "failed",
        detail: `it redirects to ${location}, which is not a web address`,
        status,
      };
    return { kind: "redirect", to: to.href };
  }
  if (REFUSED.includes(status)) return stop("forbidden", `it answered ${status}`);
  if (status !== 200) return stop("failed", `it answered ${status}`);
  const contentType = headers.get("content-type") ?? "";
  if (!TEXT.test(contentType))
    return stop("not-html", contentType === "" ? "it names no content type" : `it is ${contentType}`);
  if (Number(headers.get("content-length") ?? 0) > limits.maxBytes)
    return stop("too-large", `it is ${headers.get("content-length")} bytes`);
  const bytes = await readUpTo(response, limits.maxBytes);
  if (!bytes)
    return {
      kind: "stopped",
      state: "too-large",
      detail: `it is more than ${limits.maxBytes} bytes`,
      status,
    };
  return {
    kind: "page",
    url,
    contentType,
    body: decode(bytes, charsetOf(contentType, bytes)),
    etag: headers.get("etag"),
    lastModified: headers.get("last-modified"),
  };
}

/** The innermost reason, which is what a person wants to know: `fetch failed` says nothing. */
function reason(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error
    ? cause.message || ((cause as NodeJS.ErrnoException).code ?? cause.name)
    : String(cause);
}

/** Asks for one page, without following redirects. Never throws: what went wrong is in the answer. */
export async function fetchPage(
  url: string,
  userAgent: string,
  limits: PageLimits,
  known?: Validators,
): Promise<Fetched> {
  const headers: Record<string, string> = {
    "user-agent": userAgent,
    accept: "text/html,application/xhtml+xml,text/plain;q=0.8",
    "accept-language": "en",
  };
  if (known?.etag) headers["if-none-match"] = known.etag;
  if (known?.lastModified) headers["if-modified-since"] = known.lastModified;
  try {
    return await understand(
      await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(limits.timeoutMs) }),
      url,
      limits,
    );
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError")
      return {
        kind: "stopped",
        state: "too-slow",
        detail: `it took more than ${limits.timeoutMs / 1000} seconds`,
        status: null,
      };
    return { kind: "stopped", state: "failed", detail: reason(error), status: null };
  }
}

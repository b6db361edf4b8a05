import type { Context } from "hono";
import type { GetConnInfo } from "hono/conninfo";
import proxyaddr from "proxy-addr";

/** How a server knows the origin under which people reach it. */
export interface OriginOptions {
  /** The origin itself: `https://example.org`. It wins over everything else. */
  publicUrl?: string | undefined;
  /**
   * Whose `Forwarded` and `X-Forwarded-*` headers are believed: a number of proxies, or addresses and networks
   * separated by commas (`10.0.0.0/8`, `loopback`). Default: no one's.
   */
  trustProxy?: string | undefined;
}

/** A request before it is read as one: its headers by their names in lower case, and the connection. */
export interface Arrival {
  headers: Readonly<Record<string, string | string[] | undefined>>;
  socket: { remoteAddress?: string | undefined };
}

/** The origin of absolute URLs, for a request. */
export interface OriginSource {
  /** `https://example.org`, without a slash at the end. */
  of(c: Context): string;
  /** What the origin depends on: requests of one path with the same basis have the same origin. */
  basis(arrival: Arrival): string;
  /** Request headers that it depends on, for `Vary`. */
  headers: readonly string[];
}

/** A configured value is wrong; the message names it and says what to write. */
export class OriginError extends Error {
  override name = "OriginError";
}

/** The origin that a request was sent to, as this server saw it. */
const requested = (c: Context): string => new URL(c.req.url).origin;

/** Where nothing is configured. */
export const REQUESTED: OriginSource = {
  of: requested,
  basis: ({ headers }) => String(headers["host"] ?? ""),
  headers: [],
};

/** An origin from its parts; undefined where they are not a scheme of the web and a host. */
function originFrom(scheme: string, host: string): string | undefined {
  if (!/^https?$/.test(scheme) || !/^[\w.:[\]-]+$/.test(host)) return undefined;
  return URL.canParse(`${scheme}://${host}`) ? new URL(`${scheme}://${host}`).origin : undefined;
}

/** @throws {OriginError} for what is not an origin */
function publicOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
  if (!isOrigin)
    throw new OriginError(
      `PUBLIC_URL=${text} is not an origin: give the scheme and the host, for example https://example.org.`,
    );
  return url.origin;
}

/** Is the proxy with this address, the n-th from here, believed? */
type Trust = (address: string, hop: number) => boolean;

/** @throws {OriginError} for what is neither a number nor addresses */
function trustOf(text: string): Trust {
  if (/^\d+$/.test(text)) return (_, hop) => hop < Number(text);
  try {
    return proxyaddr.compile(text.split(",").map((part) => part.trim()));
  } catch (error) {
    throw new OriginError(
      `TRUST_PROXY=${text}: ${error instanceof Error ? error.message : String(error)}. Give the number of proxies, or their addresses and networks separated by commas, for example 10.0.0.0/8,loopback.`,
    );
  }
}

/** What one proxy says of the request that it got. */
interface Hop {
  for?: string | undefined;
  proto?: string | undefined;
  host?: string | undefined;
}

const unquoted = (value: string): string =>
  value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, "$1") : value;

/** An address without its port and brackets. */
const addressOf = (node: string): string =>
  /^\[(.+)\](:\d+)?$/.exec(node)?.[1] ?? /^([\d.]+):\d+$/.exec(node)?.[1] ?? node;

/** The `Forwarded` header (RFC 7239, 4): the nearest proxy's element first. */
const forwardedHops = (header: string): Hop[] =>
  (header.match(/(?:[^,"]|"(?:\\.|[^"\\])*")+/g) ?? [])
    .map((element): Hop => {
      const pairs = element.matchAll(/([\w-]+)=("(?:\\.|[^"\\])*"|[^;\s"]+)/g);
      return Object.fromEntries(
        [...pairs].map(([, name = "", value = ""]) => [name.toLowerCase(), unquoted(value)]),
      );
    })
    .reverse();

/** A list header, the nearest proxy's value first. */
const nearestFirst = (header: string | undefined): string[] =>
  (header ?? "")
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "")
    .reverse();

/** A request's header. */
type Header = (name: string) => string | undefined;

/** The `X-Forwarded-*` headers. A proxy that overwrites a header leaves one value, which is then that of every hop. */
function xForwardedHops(header: Header): Hop[] {
  const [addresses = [], protos = [], hosts = []] = ["For", "Proto", "Host"].map((name) =>
    nearestFirst(header(`X-Forwarded-${name}`)),
  );
  const count = Math.max(addresses.length, protos.length, hosts.length);
  return Array.from({ length: count }, (_, i) => ({
    for: addresses[i],
    proto: protos[i] ?? protos.at(-1),
    host: hosts[i] ?? hosts.at(-1),
  }));
}

/** What the outermost believed proxy says, hop by hop from the connection itself. */
function believed(hops: readonly Hop[], peer: string, trust: Trust): Hop {
  let address = peer;
  let found: Hop = {};
  for (const [i, hop] of hops.entries()) {
    if (!trust(address, i)) break;
    found = { proto: hop.proto ?? found.proto, host: hop.host ?? found.host };
    if (hop.for === undefined) break;
    address = addressOf(hop.for);
  }
  return found;
}

const HEADERS = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"];

/**
 * The one place that decides the origin of absolute URLs: the configured one, else what a trusted proxy says, else
 * where the request was sent to.
 * @param connection gives the address of the other end of the connection, for trusted proxies
 * @throws {OriginError}
 */
export function originSource(
  { publicUrl, trustProxy }: OriginOptions,
  connection: GetConnInfo,
): OriginSource {
  if (publicUrl) {
    const origin = publicOrigin(publicUrl);
    return { of: () => origin, basis: () => "", headers: [] };
  }
  if (!trustProxy) return REQUESTED;
  const trust = trustOf(trustProxy);
  const saidOf = (header: Header, peer: string | undefined): Hop => {
    const forwarded = header("Forwarded");
    return believed(forwarded ? forwardedHops(forwarded) : xForwardedHops(header), peer ?? "", trust);
  };
  return {
    headers: HEADERS,
    of(c) {
      const { proto, host } = saidOf((name) => c.req.header(name), connection(c).remote.address);
      const here = new URL(c.req.url);
      return originFrom(proto?.toLowerCase() ?? here.protocol.slice(0, -1), host ?? here.host) ?? here.origin;
    },
    basis({ headers, socket }) {
      const header: Header = (name) => headers[name.toLowerCase()]?.toString();
      const { proto, host } = saidOf(header, socket.remoteAddress);
      return `${proto ?? ""} ${host ?? ""} ${headers["host"] ?? ""}`;
    },
  };
}

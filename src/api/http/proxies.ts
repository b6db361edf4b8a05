import proxyaddr from "proxy-addr";

/*
 * What proxies say of the request that they got, in `Forwarded` or `X-Forwarded-*`, and who is believed. The
 * origin of absolute URLs and the address of a client both come from here.
 */

/** A configured value is wrong; the message names it and says what to write. */
export class OriginError extends Error {
  override name = "OriginError";
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

/** Reads a header of a request; its name is in lower case. */
export type ReadHeader = (name: string) => string | undefined;

/** The `X-Forwarded-*` headers. A proxy that overwrites a header leaves one value, which is then that of every hop. */
function xForwardedHops(header: ReadHeader): Hop[] {
  const [addresses = [], protos = [], hosts = []] = ["for", "proto", "host"].map((name) =>
    nearestFirst(header(`x-forwarded-${name}`)),
  );
  const count = Math.max(addresses.length, protos.length, hosts.length);
  return Array.from({ length: count }, (_, i) => ({
    for: addresses[i],
    proto: protos[i] ?? protos.at(-1),
    host: hosts[i] ?? hosts.at(-1),
  }));
}

/** A request as the outermost believed proxy got it. */
export interface Forwarded {
  /** Who sent it there: the address that the proxy saw, as it wrote it. */
  address: string;
  proto?: string | undefined;
  host?: string | undefined;
}

/** Request headers that {@link forwarded} reads. */
export const FORWARDED_HEADERS = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto"];

/** Who is believed, and what they say. */
export interface Proxies {
  /** Is the other end of a connection with this address a proxy that is believed? */
  trusts(peer: string): boolean;
  /** A request as the outermost believed proxy got it. @param peer the address of the other end of the connection */
  forwarded(header: ReadHeader, peer: string): Forwarded;
}

const NONE: Proxies = { trusts: () => false, forwarded: (_, peer) => ({ address: peer }) };

/**
 * The proxies that are believed.
 * @param trustProxy `TRUST_PROXY`: a number of proxies, or addresses and networks. Without it no one is believed.
 * @throws {OriginError}
 */
export function proxies(trustProxy: string | undefined): Proxies {
  if (!trustProxy) return NONE;
  const trust = trustOf(trustProxy);
  return {
    trusts: (peer) => trust(peer, 0),
    forwarded(header, peer) {
      const standard = header("forwarded");
      let found: Forwarded = { address: peer };
      for (const [i, hop] of (standard ? forwardedHops(standard) : xForwardedHops(header)).entries()) {
        if (!trust(found.address, i)) break;
        const address = hop.for === undefined ? found.address : addressOf(hop.for);
        found = { address, proto: hop.proto ?? found.proto, host: hop.host ?? found.host };
        if (hop.for === undefined) break;
      }
      return found;
    },
  };
}

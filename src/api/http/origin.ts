import type { Context } from "hono";
import type { GetConnInfo } from "hono/conninfo";
import { FORWARDED_HEADERS, OriginError, proxies, type ReadHeader } from "./proxies.ts";

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

/** The origin of absolute URLs, for a request. */
export interface OriginSource {
  /** `https://example.org`, without a slash at the end. */
  of(c: Context): string;
  /**
   * What the origin depends on: requests of one path with the same basis have the same origin.
   * @param peer the address of the other end of the connection
   */
  basis(header: ReadHeader, peer: string): string;
  /** Request headers that it depends on, for `Vary`. */
  headers: readonly string[];
}

/** The origin that a request was sent to, as this server saw it. */
const requested = (c: Context): string => new URL(c.req.url).origin;

/** Where nothing is configured. */
export const REQUESTED: OriginSource = {
  of: requested,
  basis: (header) => header("host") ?? "",
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
  const believed = proxies(trustProxy);
  return {
    headers: FORWARDED_HEADERS,
    of(c) {
      const { proto, host } = believed.forwarded(
        (name) => c.req.header(name),
        connection(c).remote.address ?? "",
      );
      const here = new URL(c.req.url);
      return originFrom(proto?.toLowerCase() ?? here.protocol.slice(0, -1), host ?? here.host) ?? here.origin;
    },
    basis(header, peer) {
      const { proto, host } = believed.forwarded(header, peer);
      return `${proto ?? ""} ${host ?? ""} ${header("host") ?? ""}`;
    },
  };
}

import ipaddr from "ipaddr.js";
import type { Proxies, ReadHeader } from "./proxies.ts";

/** The prefix of an IPv6 address that belongs to one client: what a provider gives at least (RFC 6177). */
const IPV6_BITS = 64;

/**
 * The network that one client has: its IPv4 address, or the first 64 bits of its IPv6 address; IPv4 addresses
 * that are written as IPv6 count as what they are. Undefined for what is not an address.
 */
function networkOf(address: string): string | undefined {
  if (!ipaddr.isValid(address)) return undefined;
  const parsed = ipaddr.process(address);
  if (parsed.kind() === "ipv4") return parsed.toString();
  const bytes = parsed.toByteArray().fill(0, IPV6_BITS / 8);
  return `${ipaddr.fromByteArray(bytes)}/${IPV6_BITS}`;
}

const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === "loopback";

/**
 * Who sends a request, for limits: the network of the client, as the outermost trusted proxy saw it. Undefined
 * for clients on the same machine, which are never limited. Where a proxy does not say it (`unknown`, RFC 7239),
 * all that it forwards counts as one client.
 * @param peer the address of the other end of the connection
 */
export function clientOf(proxies: Proxies, header: ReadHeader, peer: string): string | undefined {
  const { address } = proxies.forwarded(header, peer);
  const client = networkOf(address) === undefined ? peer : address;
  // Only of the connection itself: a header can say anything.
  return client === peer && isLoopback(peer) ? undefined : (networkOf(client) ?? client);
}

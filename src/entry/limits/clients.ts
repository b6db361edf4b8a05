import { clientOf, type Proxies } from "../../api/index.ts";
import { headerOf } from "../serve/hot/header.ts";
import type { ClientOf } from "./rate.ts";

/** How many addresses are remembered, so that most requests need no parsing. */
const REMEMBERED = 4096;

/** Who sends a request, as the proxies that are believed say. */
export function requestClients(proxies: Proxies): ClientOf {
  /** Clients by address; empty for one that has no limits. */
  const remembered = new Map<string, string>();
  return ({ socket, rawHeaders }) => {
    const { remoteAddress: peer = "" } = socket;
    if (proxies.trusts(peer)) return clientOf(proxies, (name) => headerOf(rawHeaders, name), peer);
    const known = remembered.get(peer);
    if (known !== undefined) return known || undefined;
    const client = clientOf(proxies, () => undefined, peer);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(peer, client ?? "");
    return client;
  };
}

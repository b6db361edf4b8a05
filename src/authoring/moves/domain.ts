import { addressOf, type Domain, type Platform } from "../../model/index.ts";
import { didYouMean } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";
import { platformIn, type Workspace } from "./workspace.ts";

/** Adds a host to a platform, and takes it out of the hosts that belong to other services. */
export function addDomain(platform: Platform, domain: Domain): void {
  if (!platform.domains.some(({ host }) => host === domain.host)) platform.domains.push({ ...domain });
  const others = platform.otherDomains?.filter((host) => host !== domain.host);
  if (others && others.length > 0) platform.otherDomains = others;
  else delete platform.otherDomains;
}

/** The platform that has a host; a live one before one that is withdrawn. @throws {UsageError} with the nearest host */
function ownerOf(ws: Workspace, host: string): Platform {
  const platforms = [...ws.platforms.values()];
  const owners = platforms.filter((p) => p.domains.some((d) => d.host === host));
  const owner = owners.find((p) => p.withdrawn === undefined) ?? owners[0];
  if (owner) return owner;
  const known = platforms.flatMap((p) => p.domains.map((d) => d.host));
  throw new UsageError(`No platform has ${host}.${didYouMean(host, known)}`);
}

/**
 * Hands a host over to another platform. A platform's last host stays with it only where it is withdrawn: it
 * then names the other as its successor, and lookups lead to that one.
 */
export function moveDomain(ws: Workspace, written: string, to: string): void {
  const host = addressOf(written).hosts[0] ?? written;
  const [from, platform] = [ownerOf(ws, host), platformIn(ws, to)];
  if (from === platform) throw new UsageError(`${host} is a domain of ${to} already.`);
  const domain = from.domains.find((d) => d.host === host) as Domain;
  addDomain(platform, domain);
  if (from.domains.length > 1) from.domains = from.domains.filter((d) => d !== domain);
  else if (!from.withdrawn)
    throw new UsageError(
      `${host} is the only domain of ${from.id}, and a platform has at least one. If it is now a part of ${to}: npm run move -- merge ${from.id} ${to}`,
    );
  else if (!from.withdrawn.successors?.includes(to))
    from.withdrawn.successors = [...(from.withdrawn.successors ?? []), to];
  ws.done.push(`answers for ${host} now come from ${to}, not ${from.id}`);
}

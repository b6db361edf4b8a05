import type { Platform } from "../../model/index.ts";
import type { Path } from "../problems.ts";

/** A host of a record, and where it is. */
export interface HostPlace {
  host: string;
  path: Path;
}

/** The hosts in `domains` and `otherDomains`. */
export const hostPlaces = ({ domains, otherDomains = [] }: Platform): HostPlace[] => [
  ...domains.map(({ host }, i) => ({ host, path: ["domains", i, "host"] })),
  ...otherDomains.map((host, i) => ({ host, path: ["otherDomains", i] })),
];

/** Is a host the other, or under it? */
export const isUnder = (host: string, other: string): boolean => host === other || host.endsWith(`.${other}`);

/** Did one of two platforms take over the other's domains and apps? The other is withdrawn and names it, or both are withdrawn. */
export const tookOver = (a: Platform, b: Platform): boolean =>
  (a.withdrawn !== undefined && b.withdrawn !== undefined) ||
  (a.withdrawn?.successors?.includes(b.id) ?? false) ||
  (b.withdrawn?.successors?.includes(a.id) ?? false);

import type * as z from "zod";
import { domainSchema, type Found, type Located, type Platform, planOf } from "../../../model/index.ts";
import { present } from "../../record/present-fields.ts";
import type { hostSchema, lookupSchema } from "./schema.ts";

type Entry = z.infer<typeof hostSchema>;

/** What matched, with every field present. */
export const presentMatch = (
  { id, name }: Platform,
  { domain, app }: Found,
): z.infer<typeof lookupSchema>["match"] => ({
  platform: id,
  name,
  domain: domain ? present(domainSchema, domain) : null,
  app: app ?? null,
  plan: (domain && planOf(domain)) ?? null,
});

const other = (address: string): Entry => ({
  address,
  store: null,
  platform: null,
  role: null,
  country: null,
  plan: null,
});

/** A platform's id, and what it can be found by. */
type Place = Located & { id: string };

/** The hosts and apps of a platform. */
const presentHosts = ({ id, domains, otherDomains, apps }: Place): Entry[] => [
  ...domains.map(({ host, role, country, plan }) => ({
    address: host,
    store: null,
    platform: id,
    role,
    country: country ?? null,
    plan: planOf({ role, plan }) ?? null,
  })),
  ...(otherDomains ?? []).map(other),
  ...(["android", "apple"] as const).flatMap((store) =>
    (apps?.[store] ?? []).map((address) => ({ ...other(address), store, platform: id })),
  ),
];

/** The hosts and apps of all platforms, each once: a platform that is withdrawn has those that no other has. */
export function hostEntries(platforms: readonly Place[]): Entry[] {
  const live = platforms.filter((p) => !p.withdrawn).flatMap(presentHosts);
  const key = ({ store, address }: Entry): string => `${store} ${address}`;
  const known = new Set(live.map(key));
  const withdrawn = platforms.filter((p) => p.withdrawn).flatMap(presentHosts);
  return [...live, ...withdrawn.filter((entry) => !known.has(key(entry)))];
}

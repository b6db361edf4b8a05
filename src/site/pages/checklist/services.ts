import type { Services, Snapshot } from "../../../api/http/services.ts";
import type { Publication } from "../../../db/index.ts";
import { audience, CATEGORY, termsOf } from "../../../model/index.ts";

type Category = keyof typeof CATEGORY;

/** A service to choose, and what its addresses look like. */
export interface Service {
  id: string;
  name: string;
  /** Its hosts, each with everything under it, and its Android packages. */
  addresses: readonly string[];
}

/** Everything that can be chosen. */
export interface Catalogue {
  groups: readonly { category: Category; services: readonly Service[] }[];
  /** Hosts under those of a service that belong to another service. */
  others: readonly string[];
}

/** How many platforms are listed at most in one query. */
const ALL = 1000;

async function read({ store }: Services, { publication, today }: Snapshot): Promise<Catalogue> {
  const { items } = await store.list(publication.id, {
    audience: audience({}, today),
    sort: "name",
    descending: false,
    limit: ALL,
  });
  const located = await store.located(publication.id);
  const places = new Map(located.map((place) => [place.id, place]));
  const groups = termsOf(CATEGORY).map((category) => ({
    category,
    services: items
      .filter((item) => item.category === category && item.withdrawn === null)
      .map(({ id, name }): Service => {
        const { domains = [], apps } = places.get(id) ?? {};
        return { id, name, addresses: [...domains.map(({ host }) => host), ...(apps?.android ?? [])] };
      }),
  }));
  return {
    groups: groups.filter(({ services }) => services.length > 0),
    others: located.flatMap(({ otherDomains = [] }) => otherDomains),
  };
}

const known = new WeakMap<Publication, Catalogue>();

/** The services that can be chosen, by category. They are read once for a publication. */
export async function catalogueOf(s: Services, at: Snapshot): Promise<Catalogue> {
  const before = known.get(at.publication);
  if (before) return before;
  const catalogue = await read(s, at);
  known.set(at.publication, catalogue);
  return catalogue;
}

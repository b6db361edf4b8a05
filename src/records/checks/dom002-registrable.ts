import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { registrableOf } from "../public-suffix.ts";
import { hostPlaces } from "./hosts.ts";

/** DOM002: a host is a domain that someone registered, or lies under one. */
export const DOM002: PlatformCheck = {
  code: "DOM002",
  description: "A host is a domain that can be registered, or lies under one.",
  why: "A host stands for everything under it: `co.uk` would be half of a country. Suffixes are those of registries in the Public Suffix List. Correct the typing error, or name the platform's own domain.",
  scope: "platform",
  *run(platform) {
    for (const { host, path } of hostPlaces(platform)) {
      const { domain, suffix, known } = registrableOf(host);
      if (known && domain !== null) continue;
      yield {
        path,
        found: known
          ? `${show(host)}, under which domains are registered`
          : `${show(host)}, but no registry has ${show(`.${suffix}`)}`,
        expected: "a domain that someone registered, or a host under one",
        fix: known ? `Write the platform's own domain, such as name.${suffix}.` : "Correct the ending.",
      };
    }
  },
};

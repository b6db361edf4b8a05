import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";

/** DOM006: a country's site says whose it is. */
export const DOM006: PlatformCheck = {
  code: "DOM006",
  description: "A host with the role `country` has a `country`, and a `main` one has none.",
  why: "A lookup says whose site it is; without the country the role says nothing.",
  scope: "platform",
  *run({ domains }) {
    for (const [i, { host, role, country }] of domains.entries()) {
      if (role === "country" && country === undefined)
        yield {
          path: ["domains", i, "role"],
          found: `${show(host)}, a country's site without its country`,
          expected: "the country whose site it is",
          fix: "Add `country`, or give another role.",
        };
      if (role === "main" && country !== undefined)
        yield {
          path: ["domains", i, "country"],
          found: `${show(host)}, a main host with the country ${show(country)}`,
          expected: "a country for the site of one country only",
          fix: "Give the role `country`, or remove the country.",
        };
    }
  },
};

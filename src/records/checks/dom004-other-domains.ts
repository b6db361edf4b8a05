import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { isUnder } from "./hosts.ts";

/** DOM004: `otherDomains` takes something out of `domains`. */
export const DOM004: PlatformCheck = {
  code: "DOM004",
  description: "Each of `otherDomains` lies under one of `domains`, and is not one of them.",
  why: "It names what a lookup of the platform's domains must not lead to. A host elsewhere is not looked up here anyway.",
  scope: "platform",
  *run({ domains, otherDomains = [] }) {
    for (const [i, other] of otherDomains.entries()) {
      const same = domains.some(({ host }) => host === other);
      if (!same && domains.some(({ host }) => isUnder(other, host))) continue;
      yield {
        path: ["otherDomains", i],
        found: `${show(other)}, which ${same ? "is also in domains" : "is not under any of domains"}`,
        expected: "a host under one of domains that belongs to another service",
        fix: same
          ? "Decide whether the platform is there, and remove it from one of the two."
          : "Remove it, or correct it.",
      };
    }
  },
};

import type { CheckHead } from "./check.ts";

/** What `npm run validate` finds in data/releases. */
export const RELEASE_CHECKS = {
  readable: {
    code: "REL001",
    description: "Every file in data/releases is a ledger, named by its version.",
    why: "A ledger with conflict markers, or one that was cut off, makes every release after it unreadable. `npm run release -- repair` restores it or cuts the release again.",
    scope: "release",
  },
  chain: {
    code: "REL002",
    description: "Every release follows the one before it.",
    why: "Two branches that release at once merge without a conflict, and cannot be rebuilt. `npm run release -- repair --base main` cuts the releases of the other branch again.",
    scope: "release",
  },
  unedited: {
    code: "REL003",
    description: "No ledger was edited after its release was cut.",
    why: "Releases are cited and rebuilt; a correction is a new release. `npm run release -- repair` restores the ledger.",
    scope: "release",
  },
} as const satisfies Record<string, CheckHead>;

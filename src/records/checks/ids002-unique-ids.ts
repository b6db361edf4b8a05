import type { PlatformCheck } from "../check.ts";
import { duplicateIds } from "./findings.ts";

/** IDS002: ids inside a platform's record are unique. */
export const IDS002: PlatformCheck = {
  code: "IDS002",
  description: "Ids are unique within their list.",
  why: "Pointers, ledgers and links name things by id; a duplicate makes them ambiguous. Rename one, and the references to it.",
  scope: "platform",
  *run(p) {
    yield* duplicateIds(p.practices, ["practices"]);
    for (const [i, practice] of p.practices.entries())
      yield* duplicateIds(practice.rules, ["practices", i, "rules"]);
    yield* duplicateIds(p.controls, ["controls"]);
    yield* duplicateIds(p.events, ["events"]);
    yield* duplicateIds(p.myths, ["myths"]);
  },
};

import type { PlatformCheck } from "../check.ts";
import { doubles } from "./findings.ts";

/** IDS002: ids inside a platform's record are unique. */
export const IDS002: PlatformCheck = {
  code: "IDS002",
  description: "Ids are unique within their list.",
  why: "Pointers, ledgers and links name things by id; a double makes them ambiguous. Rename one, and the pointers that mean it.",
  scope: "platform",
  *run(p) {
    yield* doubles(p.practices, ["practices"]);
    for (const [i, practice] of p.practices.entries())
      yield* doubles(practice.rules, ["practices", i, "rules"]);
    yield* doubles(p.controls, ["controls"]);
    yield* doubles(p.events, ["events"]);
    yield* doubles(p.myths, ["myths"]);
  },
};

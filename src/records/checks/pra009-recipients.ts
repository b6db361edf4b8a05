import type { Practice } from "../../model/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";

/** Purposes that say who gets the data. */
const SAID_BY_PURPOSE: Partial<
  Record<Practice["purpose"], readonly (readonly Practice["recipients"][number][])[]>
> = {
  "share-with-affiliates": [["affiliates"]],
  "fine-tune-customer-model": [["customer"]],
  "allow-third-party-crawlers": [["third-parties"], ["public"]],
};

/** Do the documents ever let the data be used? */
const permits = ({ rules }: Practice): boolean =>
  rules.some(({ dataUse }) => dataUse === "uses" || dataUse === "may-use");

/** PRA009: recipients agree with the purpose, and are the public only where the documents give the data to it. */
export const PRA009: PlatformCheck = {
  code: "PRA009",
  description:
    "Purposes that say who gets the data have these recipients; `public` is for data that the documents give to everyone.",
  why: "Two readers of the same ban on crawlers must not write different recipients.",
  scope: "platform",
  *run(p) {
    for (const [i, practice] of p.practices.entries()) {
      const { purpose, recipients } = practice;
      const path = ["practices", i, "recipients"];
      const expected = SAID_BY_PURPOSE[purpose];
      if (expected !== undefined && !expected.some((one) => one.join() === recipients.join()))
        yield {
          path,
          found: `recipients ${show(recipients.join(", "))} with the purpose ${show(purpose)}`,
          expected: `recipients ${expected.map((one) => show(one.join(", "))).join(" or ")}`,
          fix: "Correct the recipients, or the purpose.",
        };
      else if (recipients.includes("public") && !permits(practice))
        yield {
          path,
          found: "recipient `public` of data that no rule lets anyone use",
          expected: "`third-parties`",
          fix: "Write `third-parties`; `public` is for open licences and open protocols.",
        };
    }
  },
};

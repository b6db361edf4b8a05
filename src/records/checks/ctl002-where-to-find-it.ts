import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";

/** CTL002: a setting or form has an address, or exists only in the app. */
export const CTL002: PlatformCheck = {
  code: "CTL002",
  description: "A setting or form has a `url`, or the friction `app-only`.",
  why: "People want a direct link. Find the page, or say that it exists only in the app.",
  scope: "platform",
  *run(p) {
    for (const [i, c] of p.controls.entries())
      if (
        (c.kind === "setting" || c.kind === "form") &&
        c.url === undefined &&
        !c.friction?.includes("app-only")
      )
        yield {
          path: ["controls", i],
          found: `the ${c.kind} ${show(c.id)} without \`url\``,
          expected: "a `url`, or `app-only` in `friction`",
          fix: "Write the page where it is or was, or `app-only` where it exists only in the app.",
        };
  },
};

import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";

/** CTL001: settings, and only they, say which position protects. */
export const CTL001: PlatformCheck = {
  code: "CTL001",
  description: "A setting says which position protects; other controls have no positions.",
  why: "Many switches are inverted; without the position no one knows which one protects.",
  scope: "platform",
  *run(p) {
    for (const [i, c] of p.controls.entries()) {
      if (c.kind === "setting" && c.protectsWhen === undefined)
        yield {
          path: ["controls", i],
          found: `the setting ${show(c.id)} without \`protectsWhen\``,
          expected: '"on" or "off"',
          fix: 'Say which position protects: "off" for “use my data to train”, "on" for “do not train on my data”.',
        };
      if (c.kind !== "setting" && c.protectsWhen !== undefined)
        yield {
          path: ["controls", i, "protectsWhen"],
          found: `\`protectsWhen\` on a control of kind ${show(c.kind)}`,
          expected: "no `protectsWhen`",
          fix: "Remove it, or make the control a setting.",
        };
      if (c.kind === "account-deletion" && c.protects === "fully")
        yield {
          path: ["controls", i, "protects"],
          found: '"fully" on account deletion',
          expected: '"partly"',
          fix: 'Deleting the account is not a choice about training: write "partly".',
        };
    }
  },
};

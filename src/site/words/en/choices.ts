import type { CONTROL_KIND } from "../../../model/index.ts";
import { countInWords } from "../../../text/lists.ts";

const controlKinds: Readonly<Record<keyof typeof CONTROL_KIND, string>> = {
  setting: "Setting",
  form: "Form",
  email: "Message",
  visibility: "Hide or delete content",
  "account-deletion": "Leave the platform",
  signal: "Machine-readable signal",
  contract: "Another contract or plan",
};

/** The law as a letter cites it. */
const laws = {
  GDPR: " under Article 21 of the General Data Protection Regulation (GDPR)",
  "UK-GDPR": " under Article 21 of the UK GDPR",
  CCPA: " and opt out of its sale and sharing under the California Consumer Privacy Act (CCPA)",
};

export const choices = {
  title: "What you can do",
  total: (controls: number, actions: number | null) =>
    actions === null
      ? "The first way below stops every use of your content for generative AI that can be stopped."
      : `${countInWords(actions, "action")} in ${countInWords(controls, "place")} stop every use of your content for generative AI that can be stopped.`,
  noWay: "Nothing you can do stops it: no way to opt out is known.",
  noNeed: "Nothing to do is known.",
  notFully: "Nothing that is known stops it completely.",
  partial: "What helps only in part",
  partialLead: "These do not stop the use completely, or the platform may refuse.",
  nothing: "What nothing stops",
  kinds: controlKinds,
  steps: (count: number) => countInWords(count, "step"),
  protectsWhen: { on: "protects when switched on", off: "protects when switched off" },
  noSteps: "The steps are not recorded.",
  openSetting: (host: string) => `Open the setting on ${host}`,
  openForm: (host: string) => `Open the form on ${host}`,
  openPage: (host: string) => `Open the page on ${host}`,
  write: (address: string) => `Write to ${address}`,
  letter: "Text of the message",
  details: "More about it, with evidence",
  who: "Who",
  only: (actor: string) => `Only ${actor} can do it`,
  where: "Where",
  inApp: "Only in the app",
  notInApp: "In a browser, not in the app",
  inBrowser: "In a browser",
  reach: "Applies to",
  until: "Until",
  actsOn: "Acts on",
  past: "Earlier training",
  how: (steps: number) => (steps === 0 ? "How" : `How, in ${countInWords(steps, "step")}`),
  still: "Still used",
  caveats: "Caveats",
  right: "Right",
  note: "Note",
};

export const letter = {
  subject: (platform: string) => `Objection to AI training with my data (${platform})`,
  body: (platform: string, law: keyof typeof laws | undefined) =>
    `Dear Sir or Madam,

I object to the use of my personal data on ${platform} for training and improving AI models${law === undefined ? "" : laws[law]}.

My account: [your user name or email address]
My reasons: [your situation, for example: what I share is personal, and I did not expect this use]

Please stop this use, also of data that you already have, and confirm this to me within one month. If you refuse, please tell me why.

Kind regards
[your name]`,
};

import { type Control, regionIn } from "../../../model/index.ts";
import type { View } from "../../view.ts";

/** A message to a platform. */
export interface Letter {
  /** Undefined where the record names no address. */
  to: string | undefined;
  subject: string;
  body: string;
}

/** The law on which an objection rests; undefined where none is known to apply to the person. */
export type Law = "GDPR" | "UK-GDPR" | "CCPA";

const LAWS: readonly {
  law: Law;
  right: NonNullable<Control["rights"]>[number];
  regions: readonly string[];
}[] = [
  { law: "GDPR", right: "GDPR-A21", regions: ["EEA"] },
  { law: "UK-GDPR", right: "UK-GDPR-A21", regions: ["GB"] },
  { law: "CCPA", right: "CCPA-opt-out", regions: ["US-CA"] },
];

/** The law that gives a person the right that a control exercises. */
export const lawOf = ({ rights = [] }: Pick<Control, "rights">, region: string | null): Law | undefined =>
  LAWS.find(({ right, regions }) => rights.includes(right) && regionIn(region, regions))?.law;

/** The address of a message, as the record names it. */
const addressIn = ({ name, steps }: Pick<Control, "name" | "steps">): string | undefined =>
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i.exec([name, ...steps].join(" "))?.[0];

/** Some platforms ask for a subject of their own, which is then the control's name. */
const subjectIn = ({ name, steps }: Pick<Control, "name" | "steps">): string | undefined =>
  steps.some((step) => step.includes(`subject ${name}`)) ? name : undefined;

const isMessage = ({ kind, actor }: Control): boolean => kind === "email" && actor === "user";

/** The address of the ready message for a control; undefined where there is none. */
export const recipientOf = (control: Control): string | undefined =>
  isMessage(control) ? addressIn(control) : undefined;

/** The ready message for a control that is a message; undefined for the others. */
export function letterFor(
  { words, who }: Pick<View, "words" | "who">,
  control: Control,
  platform: string,
): Letter | undefined {
  if (!isMessage(control)) return undefined;
  const { letter } = words;
  return {
    to: recipientOf(control),
    subject: subjectIn(control) ?? letter.subject(platform),
    body: letter.body(platform, lawOf(control, who.region)),
  };
}

/** A link that opens the message in the person's mail program (RFC 6068). */
export const mailto = ({ to, subject, body }: Letter): string =>
  `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;

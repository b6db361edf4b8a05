import type {
  Control,
  Domain,
  Myth,
  Passage,
  Platform,
  PlatformEvent,
  Practice,
  Rule,
  Source,
} from "../../../model/index.ts";
import { shortened } from "../../../text/excerpt.ts";
import { joinPresent } from "../../../text/lists.ts";
import { trusted } from "../../../text/trusted.ts";
import { dateInWords } from "../dates.ts";
import { eventDate } from "../events.ts";
import { isOwn, OPERATOR_LABELS, PLATFORM_LABELS } from "../labels.ts";
import { regionInWords, whenInWords } from "../people.ts";
import {
  controlKindInWords,
  dataUseInWords,
  defaultInWords,
  domainRoleInWords,
  sourceKindInWords,
} from "../terms.ts";
import { memberName, type Step } from "./place.ts";

type Member = Readonly<Record<string, unknown>>;

/** Longer titles are cut where a sentence has to name them. */
const TITLE = 80;

/** A title between quotation marks, cut where it is long. */
export const titled = (title: string): string => `“${shortened(title, TITLE)}”`;

/** How the members of a list are named in sentences. */
interface Naming {
  /** What one is called: `control`; empty where its name alone says it. */
  noun: string;
  /** Its name in words. */
  name: (member: Member) => string;
  /** What one that is new says: the words after its name. */
  details?: (member: Member) => string;
}

/** What a rule says, in short: `confirmed by the company, on by default`. */
export const ruleInWords = ({ dataUse, defaultState }: Pick<Rule, "dataUse" | "defaultState">): string =>
  joinPresent([dataUseInWords(dataUse), defaultState && defaultInWords(defaultState)], ", ");

const naming = <T>(noun: string, name: (member: T) => string, details?: (member: T) => string): Naming => ({
  noun,
  name: (member) => name(trusted<T>(member)),
  ...(details && { details: (member: Member) => details(trusted<T>(member)) }),
});

/** The lists whose members have names of their own. Others are named by their field's label and their id. */
const NAMINGS: Readonly<Record<string, Naming>> = {
  practices: naming<Practice>(
    "practice",
    (p) => titled(p.title),
    ({ rules }) => (rules.length === 1 ? ruleInWords(rules[0] as Rule) : ""),
  ),
  rules: naming<Rule>("rule for", (r) => whenInWords(r.when), ruleInWords),
  controls: naming<Control>(
    "control",
    (c) => titled(c.name),
    (c) => controlKindInWords(c.kind),
  ),
  events: naming<PlatformEvent>(
    "event",
    (e) => titled(e.title),
    (e) => `of ${dateInWords(eventDate(e.dates))}`,
  ),
  myths: naming<Myth>("myth", (m) => titled(m.claim)),
  sources: naming<Source>(
    "document",
    (s) => titled(s.title),
    (s) => `${sourceKindInWords(s.kind)}, ${s.publisher}`,
  ),
  domains: naming<Domain>(
    "domain",
    (d) => d.host,
    (d) => joinPresent([domainRoleInWords(d.role), d.country && regionInWords(d.country)], ", "),
  ),
  passages: naming<Passage>("passage", (p) => `“${shortened(p.start, TITLE / 2)}…”`.replace("……", "…")),
};

const ROOT_LABELS: Readonly<Record<string, unknown>> = { ...OPERATOR_LABELS, ...PLATFORM_LABELS };

/** A field's name as words: `openQuestions` → `open questions`. */
export const wordsOfField = (field: string): string =>
  field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

const singular = (label: string): string => label.replace(/s$/, "");

/** What a member of a list without names of its own is called: the list's label. */
function nounOf(list: string): string {
  const label = ROOT_LABELS[list];
  const words = Array.isArray(label) ? (label[0] as string) : label;
  return singular(typeof words === "string" && !isOwn(label) ? words : wordsOfField(list));
}

/** A member's noun and name: `control “AI settings”`, `domain amazon.de`. */
export function memberInWords({ list, id }: Step, member: Member | undefined): string {
  const naming = NAMINGS[list];
  if (!naming || member === undefined) return joinPresent([naming?.noun ?? nounOf(list), id]);
  return joinPresent([naming.noun, naming.name(member)]);
}

/** That a member is new, with what it says: `new control “AI settings” (a setting)`. */
export function addedInWords(list: string, member: Member): string {
  const details = NAMINGS[list]?.details?.(member) ?? "";
  const step = { list, id: memberName(member) ?? "" };
  if (list === "events") return `new ${memberInWords(step, member)} ${details}`;
  if (list === "rules") return `new ${memberInWords(step, member)}: ${details}`;
  return `new ${memberInWords(step, member)}${details === "" ? "" : ` (${details})`}`;
}

/** That a member is no longer there: `control “AI settings” removed`. */
export function removedInWords(list: string, member: Member): string {
  const step = { list, id: memberName(member) ?? "" };
  const details = list === "rules" ? ` (it was: ${NAMINGS[list]?.details?.(member)})` : "";
  return `${memberInWords(step, member)} removed${details}`;
}

/** The practice, control, event or document that a place is in, as sentences begin: `“Training”, people in the EEA`. */
export function subjectInWords(steps: readonly Step[], members: readonly (Member | undefined)[]): string {
  return steps
    .map((step, i) => {
      const member = members[i];
      const bare = step.list === "practices" || (step.list === "rules" && i > 0);
      return bare && member ? (NAMINGS[step.list] as Naming).name(member) : memberInWords(step, member);
    })
    .join(", ");
}

/** The titles by which a record's members are pointed to: the names of controls, the titles of practices. */
export const namesIn = (
  platform: Pick<Platform, "controls" | "practices"> | undefined,
  list: "controls" | "practices",
): ReadonlyMap<string, string> =>
  new Map((platform?.[list] ?? []).map((m) => [m.id, titled("name" in m ? m.name : m.title)] as const));

import type { Control } from "../model/index.ts";
import {
  type Certainty,
  controlsInOrder,
  type Resolved,
  usesContent,
  type Verdict,
} from "../policy/index.ts";
import type { View } from "./view.ts";

/** Verdicts with which people who do nothing are not part of it. */
const SAFE: readonly Verdict[] = ["not-used", "off-by-default"];

/** What it takes a person to stop the use of their content, in a few words. */
export function effortInWords({ words, language }: View, { headline, effort, practices }: Resolved): string {
  const said = words.effort;
  if (effort.controls.length > 0)
    return said.counted(
      effort.actions === null ? undefined : language.count(effort.actions, "action"),
      effort.controls.length,
    );
  if (SAFE.includes(headline.verdict)) return said.nothing;
  if (headline.verdict === "asked") return said.asked;
  const used = practices.filter(usesContent);
  if (used.length === 0) return said.unknown;
  return used.some((p) => p.controls.length > 0) ? said.partly : said.impossible;
}

/** The most useful control that a person has over the use of their content; undefined where there is none. */
export const firstControl = ({ headline, practices }: Resolved): Control | undefined => {
  const all = practices.flatMap((p) => p.controls);
  return all.find((c) => c.id === headline.control) ?? controlsInOrder(practices.filter(usesContent)).at(0);
};

/** What a list shows of a headline and its control. */
interface ListedHeadline {
  verdict: Verdict;
  certainty: Certainty | null;
  control: { kind: string } | null;
}

/** What it takes to stop what a headline is about: a kind of control, or a word for why there is none. */
export function wayOf({ verdict, certainty, control }: ListedHeadline): string {
  if (SAFE.includes(verdict)) return "nothing";
  if (control !== null) return control.kind;
  if (verdict === "asked") return "asked";
  return verdict === "not-stated" && certainty === null ? "unknown" : "impossible";
}

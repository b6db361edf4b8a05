import { type Control, type Passage, type Platform, parseRef } from "../../model/index.ts";
import { cite } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { evidenceRefs } from "./walk.ts";

/** Words with which a document offers a way out. */
const OFFER = /\bopt(s|ed|ing)?[- ]?out\b|\bright to object\b|\bobject to\b|\bobjections?\b/i;
const OFFER_ID = /(^|-)(opt-?out|object|objection|objections)(-|$)/;

const offers = ({ id, start, end }: Passage): boolean =>
  OFFER_ID.test(id) || OFFER.test(start) || OFFER.test(end);

/** The kinds of control with which a document's offer is recorded; deleting an account is never what it offers. */
const REQUESTS: readonly Control["kind"][] = ["setting", "form", "email"];

/** The passages that a rule cites which has such a control: an older copy of the document that the control cites. */
function citedWithControl(p: Platform): Set<string> {
  const requests = new Set(p.controls.filter((c) => REQUESTS.includes(c.kind)).map((c) => c.id));
  const rules = p.practices.flatMap((practice) => practice.rules);
  return new Set(
    rules
      .filter((rule) => rule.controls?.some((id) => requests.has(id)))
      .flatMap((rule) => Object.values(rule.evidence).flatMap((refs) => refs ?? [])),
  );
}

/** A source as pointers name it. */
const sourceOf = (ref: string): string => ref.split("#")[0] as string;

/** CTL003: a way out that a cited passage offers is a control. */
export const CTL003: PlatformCheck = {
  code: "CTL003",
  description:
    "A cited passage about an opt-out or objection has a control: one that cites its source, or a setting, form or mail of a rule that cites it.",
  why: "What a document offers is what people look for. Add the control, cite the source in the one that is there, or except it with a reason.",
  scope: "platform",
  exceptions: true,
  *run(p, dataset) {
    const operator = dataset.operators.get(p.operator)?.record;
    const cited = new Set(p.controls.flatMap((control) => control.evidence.map(sourceOf)));
    const seen = citedWithControl(p);
    for (const { ref, path } of evidenceRefs(p)) {
      if (seen.has(ref) || parseRef(ref).passage === undefined || cited.has(sourceOf(ref))) continue;
      seen.add(ref);
      const passage = cite(ref, p, operator)?.passage;
      if (passage && offers(passage))
        yield {
          path,
          found: `the passage ${show(ref)} (“${passage.start} … ${passage.end}”), for which no control is recorded`,
          expected: "a control for what the passage offers",
          fix: "Add the control that the passage offers, or cite the passage in the one that is there; where it offers none for this, except it in data/exceptions.json.",
        };
    }
  },
};

import { type Passage, parseRef } from "../../model/index.ts";
import { cite } from "../../policy/index.ts";
import type { PlatformCheck } from "../check.ts";
import { show } from "../problems.ts";
import { evidenceRefs } from "./walk.ts";

/** Words with which a document offers a way out. */
const OFFER = /\bopt(s|ed|ing)?[- ]?out\b|\bright to object\b|\bobject to\b|\bobjections?\b/i;
const OFFER_ID = /(^|-)(opt-?out|object|objection|objections)(-|$)/;

const offers = ({ id, start, end }: Passage): boolean =>
  OFFER_ID.test(id) || OFFER.test(start) || OFFER.test(end);

/** A source as pointers name it. */
const sourceOf = (ref: string): string => ref.split("#")[0] as string;

/** CTL003: a way out that a cited passage offers is a control. */
export const CTL003: PlatformCheck = {
  code: "CTL003",
  description:
    "The source of a cited passage about an opt-out or objection is cited by one of the record's controls.",
  why: "What a document offers is what people look for. Add the control, cite the source in the one that is there, or except it with a reason.",
  scope: "platform",
  exceptions: true,
  *run(p, dataset) {
    const operator = dataset.operators.get(p.operator)?.record;
    const cited = new Set(p.controls.flatMap((control) => control.evidence.map(sourceOf)));
    const seen = new Set<string>();
    for (const { ref, path } of evidenceRefs(p)) {
      if (seen.has(ref) || parseRef(ref).passage === undefined || cited.has(sourceOf(ref))) continue;
      seen.add(ref);
      const passage = cite(ref, p, operator)?.passage;
      if (passage && offers(passage))
        yield {
          path,
          found: `the passage ${show(ref)} (“${passage.start} … ${passage.end}”), whose source no control cites`,
          expected: "a control that rests on this source",
          fix: "Add the control that the passage offers, or cite the passage in the one that is there; where it offers none for this, except it in data/exceptions.json.",
        };
    }
  },
};

import type { Audience, Practice, Rule } from "../../model/index.ts";
import { conditionsOf, representative, segmentsOf, winningRule } from "../../policy/index.ts";
import { remembered } from "../../text/remembered.ts";

/** One person of each group of people and times that a practice's conditions tell apart. */
export const peopleOf = remembered((practice: Practice): readonly Audience[] =>
  segmentsOf(conditionsOf(practice, [])).map(representative),
);

/** The rule that answers each of them. */
export const winnersOf = remembered((practice: Practice): readonly (Rule | undefined)[] =>
  peopleOf(practice).map((who) => winningRule(practice, who)),
);

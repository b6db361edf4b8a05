import { groupsInWords, periodInWords, type Spread } from "../../language/en/index.ts";
import { type DiffNode, node } from "./node.ts";

const period = ({ period: { from, until } }: Spread<unknown>): string => {
  const words = periodInWords(from ?? undefined, until ?? undefined);
  return words === "" ? "" : `, ${words}`;
};

/** More groups of people than this are listed, one per line. */
const FEW_GROUPS = 3;

/** What applies to some people at some time; many groups are listed, one per line. */
export function forWhom(spread: Spread<unknown>, what: string, under: readonly DiffNode[]): DiffNode {
  if (spread.groups.length <= FEW_GROUPS)
    return node(`${groupsInWords(spread.groups)}: ${what}${period(spread)}`, under);
  return node(`${what}${period(spread)}, for`, [...spread.groups.map((g) => node(g.words)), ...under]);
}

import { type Cell, cellBy, type KindAnswer } from "../../../policy/cells.ts";
import type { Resolved } from "../../../policy/resolve.ts";
import { listInWords } from "../../../text/lists.ts";
import { statedColumns } from "../../kinds.ts";
import { answerInWords, cellInWords, kindInWords } from "../terms.ts";

/** A cell in words: `on by default`; of a mixed one, its parts. */
export const cellInSentence = ({ parts, ...cell }: Cell): string =>
  parts.length === 0 ? answerInWords(cell) : `partly ${listInWords(parts.map(answerInWords), "and")}`;

/** The answer for one kind of data in a line: `Published content: its own AI on by default; outside crawlers not used.` */
export function kindLine(answer: KindAnswer): string | undefined {
  const said = statedColumns(answer).map((by) => `${cellInWords(by)} ${cellInSentence(cellBy(answer, by))}`);
  return said.length === 0 ? undefined : `${kindInWords(answer.kind)}: ${said.join("; ")}.`;
}

/** A line for each kind of data about which something is stated. */
export const kindLines = ({ kinds }: Resolved): string[] => kinds.flatMap((answer) => kindLine(answer) ?? []);

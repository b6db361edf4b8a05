import { type Cell, cellBy, type KindAnswer } from "../../policy/cells.ts";
import { statedColumns } from "../kinds.ts";
import { answerInGerman, cellInGerman, kindInGerman } from "./terms.ts";

/** A cell: `voreingestellt an`; of a mixed one, its parts: `teils voreingestellt an, teils nicht verwendet`. */
const cellAnswer = ({ parts, ...cell }: Cell): string =>
  parts.length === 0 ? answerInGerman(cell) : parts.map((part) => `teils ${answerInGerman(part)}`).join(", ");

/** The answer for one kind of data in a line: `Veröffentlichte Inhalte: für eigene KI voreingestellt an; für fremde Crawler nicht verwendet.` */
export function kindLineInGerman(answer: KindAnswer): string | undefined {
  const said = statedColumns(answer).map((by) => `für ${cellInGerman(by)} ${cellAnswer(cellBy(answer, by))}`);
  return said.length === 0 ? undefined : `${kindInGerman(answer.kind)}: ${said.join("; ")}.`;
}

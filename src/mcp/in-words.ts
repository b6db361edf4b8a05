import type * as z from "zod";
import { answerInWords, audienceInWords, kindInWords, listInWords } from "../language/en/index.ts";
import type { audienceShape, kindShape, sourceShape } from "./shapes.ts";

type Kind = z.infer<typeof kindShape>;

/** For whom and which day: `For adults in Germany on the free plan, 2026-12-01.` */
export const forWhom = ({ asOf, ...people }: z.infer<typeof audienceShape>): string =>
  `For ${audienceInWords(people)}, ${asOf}.`;

/** The kinds of data with the same answer in a line: `Own generative models: published, files: on by default; …`. */
export function kindsInWords(kinds: readonly Kind[]): string[] {
  const columns = [
    ["own", "Its own generative models"],
    ["others", "Given or sold to others"],
    ["crawlers", "Outside crawlers"],
  ] as const;
  return columns.flatMap(([by, name]) => {
    const byAnswer = new Map<string, string[]>();
    for (const kind of kinds) {
      const cell = kind[by];
      if (!cell) continue;
      const answer = answerInWords(cell);
      byAnswer.set(answer, [...(byAnswer.get(answer) ?? []), kindInWords(kind.kind)]);
    }
    const said = [...byAnswer].map(([answer, names]) => `${listInWords(names)}: ${answer}`);
    return said.length === 0 ? [] : [`${name}: ${said.join("; ")}.`];
  });
}

/** The first documents. */
export const sourcesInWords = (sources: readonly z.infer<typeof sourceShape>[], most = 3): string[] =>
  sources.slice(0, most).map(({ title, url }) => `Source: ${title} ${url}`);

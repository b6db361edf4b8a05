import type { z } from "@hono/zod-openapi";
import { type Audience, CELL, KIND, type Platform, termsOf } from "../../../model/index.ts";
import { cellBy, resolve } from "../../../policy/index.ts";
import type { statsSchema } from "./schema.ts";

type CellCounts = z.infer<typeof statsSchema>["cells"];

/** Counts platforms by kind of data, column and verdict. What states nothing is not counted. */
export async function cellCounts(platforms: AsyncIterable<Platform>, who: Audience): Promise<CellCounts> {
  const counts: CellCounts = termsOf(KIND).flatMap((kind) =>
    termsOf(CELL).map((by) => ({ kind, by, verdicts: {} })),
  );
  for await (const platform of platforms) {
    const { kinds } = resolve(platform, who);
    for (const { kind, by, verdicts } of counts) {
      const answer = kinds.find((k) => k.kind === kind);
      const cell = answer && cellBy(answer, by);
      if (cell && cell.practices.length > 0) verdicts[cell.verdict] = (verdicts[cell.verdict] ?? 0) + 1;
    }
  }
  return counts;
}

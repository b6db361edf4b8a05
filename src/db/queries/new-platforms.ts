import { type SQL, sql } from "drizzle-orm";
import type { Reader } from "../database.ts";
import {
  type AnswerMemory,
  type AnswerTexts,
  answerColumns,
  contentKey,
  type RevisionAnswers,
} from "./answers.ts";
import { type ChangesQuery, changeFilters } from "./changes.ts";
import { limitTo, type Part } from "./part.ts";
import { isKnown } from "./row-memory.ts";
import { isIn } from "./sql.ts";

/** A platform that was new in a release, as a publication has it. */
export interface NewPlatform {
  id: string;
  /** Its id when it was new: it may have been renamed since. */
  firstId: string;
  /** The day of that release. */
  date: string;
  name: string;
  category: string;
  summary: string;
  answers: RevisionAnswers;
}

/** The platforms that were new in releases, newest first, as the publication `upTo` has them, and their number. */
export async function newPlatforms(
  db: Reader,
  query: ChangesQuery,
  part: Part,
  memory: AnswerMemory,
): Promise<{ total: number; platforms: NewPlatform[] }> {
  const { upTo } = query;
  const known = memory.known();
  const from = sql`from changes where ${changeFilters({ ...query, added: true })}`;
  const total = sql`select count(*) as n ${from}`;
  const revision = (where: SQL) =>
    sql`(select q.revision from platforms q where ${where} and ${isIn("q", upTo)} limit 1)`;
  const now = sql`coalesce(${revision(sql`q.id = page.platform`)}, ${revision(sql`q.revision in (select a.revision from aliases a where a.alias = page.platform)`)})`;
  const page = sql`select id, platform, date ${from} order by id desc ${limitTo(part, total)}`;
  const [rows, [count]] = await db.read<[Omit<NewPlatform, "answers"> & AnswerTexts, { n: number }]>([
    sql`with page as materialized (${page}), found as materialized (select page.id as change, page.platform as "firstId", page.date, p.revision, p.id, p.name, p.category, p.summary, ${contentKey("p")} as key, ${isKnown(contentKey("p"), known)} as known from page join platforms p on p.revision = ${now}) select found.id, found."firstId", found.date, found.name, found.category, found.summary, ${answerColumns("found")} from found order by found.change desc`,
    total,
  ]);
  const answers = known.take(rows);
  return {
    total: count?.n ?? 0,
    platforms: rows.map(({ id, firstId, date, name, category, summary, key }) => ({
      ...{ id, firstId, date, name, category, summary },
      answers: answers.get(key) as RevisionAnswers,
    })),
  };
}

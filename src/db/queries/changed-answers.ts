import { type SQL, sql } from "drizzle-orm";
import { type AnswerTexts, answerColumns, contentKey, type RevisionAnswers } from "./answers.ts";
import { isKnown, type Known } from "./row-memory.ts";

/** What a platform's record answered before a release, and after it. */
export interface ChangedAnswers {
  before: RevisionAnswers;
  after: RevisionAnswers;
}

/** The answers of a platform before and after a release; undefined where it is new in it, or not in it. */
export type ChangedAnswersOf = (platform: string, version: string) => ChangedAnswers | undefined;

/** A row of {@link changedAnswersQuery}. */
export type ChangedAnswersRow = AnswerTexts & { version: string; platform: string; side: "before" | "after" };

/**
 * What platforms answered before and after releases that changed them.
 * @param changed a query for the rows of `changes`, which has their publication and platform
 */
export function changedAnswersQuery(changed: SQL, known: Known<AnswerTexts, RevisionAnswers>): SQL {
  const pairs = sql`select x.version, x.platform, r.revision, (select y.publication from releases z join releases y on y.version = z.previous where z.publication = x.publication) as previous from (select distinct publication, version, platform from (${changed}) where platform is not null) x join platforms r on r.id = x.platform and r.since <= x.publication and x.publication < r.until`;
  const before = (id: SQL) =>
    sql`(select b.revision from platforms b where b.id ${id} and b.since <= q.previous and q.previous < b.until limit 1)`;
  // A platform that the release renamed had another id before it, which is among its aliases.
  const former = sql`in (select f.alias from aliases f where f.revision = q.revision)`;
  const both = sql`select q.version, q.platform, q.revision, coalesce(${before(sql`= q.platform`)}, ${before(former)}) as before from pairs q`;
  return sql`with pairs as materialized (${pairs}), both as materialized (${both}), sides as (select version, platform, 'after' as side, revision from both union all select version, platform, 'before', before from both), revisions as materialized (select s.version, s.platform, s.side, p.revision, ${contentKey("p")} as key, ${isKnown(contentKey("p"), known)} as known from sides s join platforms p on p.revision = s.revision) select revisions.version, revisions.platform, revisions.side, ${answerColumns("revisions")} from revisions`;
}

/** The answers in rows of {@link changedAnswersQuery}. */
export function changedAnswersIn(
  rows: readonly ChangedAnswersRow[],
  known: Known<AnswerTexts, RevisionAnswers>,
): ChangedAnswersOf {
  const answers = known.take(rows);
  const found = new Map<string, Partial<ChangedAnswers>>();
  for (const { version, platform, side, key } of rows) {
    const name = `${version} ${platform}`;
    const answer = answers.get(key);
    if (answer) found.set(name, { ...found.get(name), [side]: answer });
  }
  return (platform, version) => {
    const { before, after } = found.get(`${version} ${platform}`) ?? {};
    return before && after && { before, after };
  };
}

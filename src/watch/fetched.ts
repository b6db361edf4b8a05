import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { dayOf } from "../model/index.ts";

const modified = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtime;

/**
 * The day on which a clone was last brought up to date with its origin (UTC): its last fetch, or the day on
 * which it was cloned. A fetch that did not bring HEAD to what was fetched does not count, as `git fetch` in a
 * bare clone does without a refspec: then only the day of the newest commit is known.
 * @param gitDir the repository's git directory
 * @param head the commit that is walked
 */
export function fetchedOn(gitDir: string, head: { hash: string; day: string }): string {
  const path = join(gitDir, "FETCH_HEAD");
  const fetched = modified(path);
  // git empties the file before it asks the origin: a fetch that failed leaves it empty.
  const names = fetched === undefined ? "" : readFileSync(path, "utf8");
  const at = names === "" ? modified(join(gitDir, "HEAD")) : names.includes(head.hash) ? fetched : undefined;
  const day = at === undefined ? head.day : dayOf(at);
  return day > head.day ? day : head.day;
}

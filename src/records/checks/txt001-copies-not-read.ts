import type { PlatformCheck } from "../check.ts";
import { type Path, show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

const NOT_READ = /\b(not|never)( been)?( yet)? read\b|\bunread\b/i;
const COPIES = /\b(older|earlier|newer|later|previous|copy|copies|versions?|snapshots?)\b/i;

/** The sentences of a text that say that copies or versions were not read. */
const unread = (text: string): string[] =>
  text.split(/(?<=[.;:!?])\s+/).filter((sentence) => NOT_READ.test(sentence) && COPIES.test(sentence));

/** TXT001: copies that an archive holds were read. */
export const TXT001: PlatformCheck = {
  code: "TXT001",
  description: "No note or open question says that older or newer copies of a document were not read.",
  why: "Archives hold the copies, so they can be read. Read them, then correct the dates; or except it where no archive has them.",
  scope: "platform",
  exceptions: true,
  *run(p) {
    const texts: { text: string | undefined; path: Path }[] = [
      ...[...rulesOf(p)].map(({ rule, path }) => ({ text: rule.note, path: [...path, "note"] })),
      ...p.controls.map(({ note }, i) => ({ text: note, path: ["controls", i, "note"] })),
      ...p.review.openQuestions.map((text, i) => ({ text, path: ["review", "openQuestions", i] })),
    ];
    for (const { text, path } of texts)
      for (const sentence of unread(text ?? ""))
        yield {
          path,
          found: show(sentence),
          expected: "copies that were read",
          fix: "Read the archive's copies, correct what they show, and remove the sentence; or except it in data/exceptions.json where no archive has them.",
        };
  },
};

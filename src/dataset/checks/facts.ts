import { firstDay, lastDay, parseRef } from "../../model/index.ts";
import { cite } from "../../policy/index.ts";
import type { Dataset, DatasetCheck, PlatformCheck, SourcesCheck } from "../check.ts";
import type { Finding, Path } from "../problems.ts";
import { show } from "../problems.ts";
import { rulesOf } from "./walk.ts";

const crossed = (when: { from?: string | undefined; until?: string | undefined } | undefined, path: Path): Finding[] =>
  when?.from !== undefined && when.until !== undefined && firstDay(when.until) <= firstDay(when.from)
    ? [
        {
          path: [...path, "until"],
          found: `until ${when.until}, from ${when.from}`,
          expected: "an end after the beginning",
          mend: "Correct one of the two; `until` is the first day no longer covered.",
        },
      ]
    : [];

/** DAT001: nothing ends before it begins. */
export const DAT001: PlatformCheck = {
  code: "DAT001",
  description: "`until` is after `from`.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) yield* crossed(rule.when, [...path, "when"]);
    for (const [i, control] of p.controls.entries()) yield* crossed(control.when, ["controls", i, "when"]);
  },
};

const future = (date: string | undefined, today: string, path: Path, what: string): Finding[] =>
  date !== undefined && firstDay(date) > today
    ? [
        {
          path,
          found: `${what} ${show(date)}`,
          expected: `a day up to today (${today})`,
          mend: "Nobody has seen the future: correct the date. What is announced for later goes into `announced` and `effective`.",
        },
      ]
    : [];

/** DAT002: nobody saw or reported the future. */
export const DAT002: PlatformCheck = {
  code: "DAT002",
  description: "What was observed, reported, announced or verified is not in the future.",
  scope: "platform",
  *run(p, _dataset, today) {
    for (const [i, event] of p.events.entries())
      for (const key of ["observed", "reported", "announced"] as const) yield* future(event.dates[key], today, ["events", i, "dates", key], key);
    yield* future(p.review.verified, today, ["review", "verified"], "verified");
  },
};

/** DAT003: no copy was taken, and no page seen, in the future. */
export const DAT003: SourcesCheck = {
  code: "DAT003",
  description: "No copy was captured, and no page seen, in the future.",
  scope: "sources",
  *run(sources, today) {
    for (const [i, source] of sources.entries()) {
      yield* future(source.seen, today, ["sources", i, "seen"], "seen");
      for (const [j, copy] of (source.copies ?? []).entries()) yield* future(copy.captured, today, ["sources", i, "copies", j, "captured"], "captured");
    }
  },
};

/** DAT004: what was announced came before it took effect. */
export const DAT004: PlatformCheck = {
  code: "DAT004",
  description: "Nothing is announced after it took effect (that is `observed` or `reported`).",
  scope: "platform",
  *run(p) {
    for (const [i, { dates }] of p.events.entries())
      if (dates.announced !== undefined && dates.effective !== undefined && firstDay(dates.announced) > lastDay(dates.effective))
        yield {
          path: ["events", i, "dates", "announced"],
          found: `announced ${dates.announced}, effective ${dates.effective}`,
          expected: "an announcement on or before the effective day",
          mend: "If it became known only afterwards, write `observed` or `reported`.",
        };
  },
};

/** DOM001: a domain belongs to one platform. */
export const DOM001: DatasetCheck = {
  code: "DOM001",
  description: "A domain belongs to one platform.",
  scope: "dataset",
  *run(dataset) {
    const owner = new Map<string, string>();
    for (const { file, record } of dataset.platforms.values())
      for (const [i, domain] of record.domains.entries()) {
        const other = owner.get(domain);
        if (other !== undefined)
          yield {
            file,
            path: ["domains", i],
            found: `${show(domain)}, which ${other === record.id ? "stands twice here" : `${other} has too`}`,
            expected: "a domain that one platform has",
            mend: "Leave it with the platform that people see there; a more exact host (chat.example.com) can tell two apart.",
          };
        owner.set(domain, record.id);
      }
  },
};

/** ALI001: aliases and ids do not collide. */
export const ALI001: DatasetCheck = {
  code: "ALI001",
  description: "An alias is neither another platform's id nor its alias.",
  scope: "dataset",
  *run(dataset) {
    const taken = new Map<string, string>([...dataset.platforms.keys()].map((id) => [id, id]));
    for (const { file, record } of dataset.platforms.values())
      for (const [i, alias] of (record.aliases ?? []).entries()) {
        const other = taken.get(alias);
        if (other !== undefined)
          yield {
            file,
            path: ["aliases", i],
            found: `${show(alias)}, which means ${other}`,
            expected: "a name that is free",
            mend: "Remove it from one of the records.",
          };
        taken.set(alias, record.id);
      }
  },
};

/** EVD001: every fact of a rule has evidence of its own. */
export const EVD001: PlatformCheck = {
  code: "EVD001",
  description: "A default, data and a legal basis each have evidence of their own.",
  scope: "platform",
  *run(p) {
    for (const { rule, path } of rulesOf(p)) {
      const stated = {
        default: rule.default !== undefined && rule.default !== "not-stated",
        data: rule.data !== undefined,
        legalBasis: rule.legalBasis !== undefined,
      };
      for (const fact of ["default", "data", "legalBasis"] as const) {
        const has = rule.evidence[fact] !== undefined;
        if (stated[fact] && !has)
          yield {
            path: [...path, "evidence"],
            found: `\`${fact}\` without evidence`,
            expected: `evidence.${fact}`,
            mend: fact === "default" ? 'Point to the words that say it, or write "not-stated".' : "Point to the words that say it, or leave the field out.",
          };
        if (has && rule[fact] === undefined)
          yield {
            path: [...path, "evidence", fact],
            found: `evidence for \`${fact}\`, which the rule does not state`,
            expected: `\`${fact}\` in the rule`,
            mend: "State the fact, or remove its evidence.",
          };
      }
    }
  },
};

/** EVD002: a denial rests on the platform's own words. */
export const EVD002: PlatformCheck = {
  code: "EVD002",
  description: "`does-not-use` rests on the platform's own words, not on reports alone.",
  scope: "platform",
  *run(p, dataset: Dataset) {
    const operator = dataset.operators.get(p.operator)?.record;
    for (const { rule, path } of rulesOf(p)) {
      if (rule.use !== "does-not-use") continue;
      const kinds = rule.evidence.use.map((ref) => cite(ref, p, operator)?.source.kind);
      if (kinds.every((k) => k === "news" || k === "research"))
        yield {
          path: [...path, "evidence", "use"],
          found: "a denial that rests on reports alone",
          expected: "the platform's own words, or an authority's",
          mend: "Cite where the platform says it, or write `not-stated`.",
        };
    }
  },
};

/** EVD003: fingerprints were computed. */
export const EVD003: SourcesCheck = {
  code: "EVD003",
  description: "A passage's fingerprint was computed.",
  scope: "sources",
  *run(sources) {
    for (const [i, source] of sources.entries())
      for (const [j, passage] of (source.passages ?? []).entries())
        if (/^(.)\1*$/.test(passage.sha256))
          yield {
            path: ["sources", i, "passages", j, "sha256"],
            found: "a placeholder",
            expected: "the SHA-256 of the normalised passage",
            mend: "Run `npm run evidence -- fingerprint` for this record.",
          };
  },
};

/** EVD004: archived words are pointed to by passage. */
export const EVD004: PlatformCheck = {
  code: "EVD004",
  description: "A claim (`uses`, `may-use`, `does-not-use`) that cites an archived document names the passage.",
  scope: "platform",
  *run(p, dataset) {
    const operator = dataset.operators.get(p.operator)?.record;
    for (const { rule, path } of rulesOf(p)) {
      if (rule.use === "not-stated") continue;
      for (const [k, ref] of rule.evidence.use.entries()) {
        if (parseRef(ref).passage !== undefined) continue;
        const source = cite(ref, p, operator)?.source;
        if (source?.copies?.length)
          yield {
            path: [...path, "evidence", "use", k],
            found: `${show(ref)}, an archived document as a whole`,
            expected: "the passage that says it",
            mend: `Add a passage to the source, fingerprint it, and write ${ref}#<passage>.`,
          };
      }
    }
  },
};

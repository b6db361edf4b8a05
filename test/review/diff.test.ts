import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type DiffOptions, runDiff } from "../../src/entry/cli/diff.ts";
import { compare } from "../../src/history/compare.ts";
import type { Operator, Platform } from "../../src/model/index.ts";
import { type DatasetDiff, diffDatasets } from "../../src/review/diff/records.ts";
import { renderMarkdown, renderText } from "../../src/review/diff/render.ts";
import type { Json } from "../../src/text/json.ts";
import { escapeMarkdown } from "../../src/text/markdown.ts";
import { terminalLine } from "../../src/text/terminal.ts";
import {
  control,
  event,
  helpSource,
  hosts,
  newsSource,
  operator,
  platform,
  policySource,
  practice,
  rule,
  uses,
} from "../fixtures/records.ts";

/* What a change of records means for people, from real revisions of a real repository. */

const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

const TODAY = "2026-11-25";
const OPTIONS = { format: "text", asOf: TODAY };

/** A repository with a data directory, and what to do with it. */
function repository() {
  const root = mkdtempSync(join(tmpdir(), "diff-"));
  made.push(root);
  const data = join(root, "data");
  const git = (...args: string[]): string =>
    execFileSync(
      "git",
      [
        "-C",
        root,
        "-c",
        "user.name=t",
        "-c",
        "user.email=t@example.org",
        "-c",
        "commit.gpgsign=false",
        ...args,
      ],
      {
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      },
    ).trim();
  git("init", "-q", "-b", "main");
  for (const folder of ["platforms", "operators"]) mkdirSync(join(data, folder), { recursive: true });
  const put = (file: string, text: string) => writeFileSync(join(data, file), text);
  const save = (...records: (Platform | Operator)[]) => {
    for (const r of records)
      put(`${"practices" in r ? "platforms" : "operators"}/${r.id}.json`, JSON.stringify(r, null, 2));
  };
  const commit = (): string => {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "x");
    return git("rev-parse", "HEAD");
  };
  return { root, data, git, put, save, commit };
}

let out: string;
let err: string;
beforeEach(() => {
  [out, err] = ["", ""];
  vi.spyOn(console, "log").mockImplementation((line: string) => {
    out += `${line}\n`;
  });
  vi.spyOn(console, "error").mockImplementation((line: string) => {
    err += `${line}\n`;
  });
});
afterEach(() => vi.restoreAllMocks());

const call = (range: string | undefined, options: Partial<DiffOptions> & { data: string }) =>
  runDiff(range, { ...OPTIONS, ...options });

const EUROPE = { regions: ["EEA", "CH"] };
const before = platform(
  [
    practice([
      rule("minors", { when: { age: "minor" }, dataUse: "does-not-use" }),
      uses("europe", "asked", { when: EUROPE, controls: ["setting"] }),
      uses("rest", "on", { controls: ["setting"] }),
    ]),
  ],
  { controls: [control("setting")] },
);
const withRules = (...rules: Platform["practices"][number]["rules"]): Platform => ({
  ...before,
  practices: [practice(rules)],
});
const [minors, europe, rest] = (before.practices[0] as Platform["practices"][number]).rules as [
  ReturnType<typeof rule>,
  ReturnType<typeof rule>,
  ReturnType<typeof rule>,
];

const side = (
  platforms: readonly Platform[],
  operators: readonly Operator[] = [operator()],
  name = "base",
) => ({
  name,
  platforms: new Map(platforms.map((p) => [p.id, p])),
  operators: new Map(operators.map((o) => [o.id, o])),
  invalid: [],
});
const diffOf = (was: Platform | undefined, is: Platform | undefined): DatasetDiff =>
  diffDatasets(side(was ? [was] : []), side(is ? [is] : [], undefined, "head"), TODAY);
/** The lines of the first record, without indentation. */
const linesOf = (was: Platform | undefined, is: Platform | undefined): string[] =>
  renderText(diffOf(was, is))
    .split("\n")
    .map((line) => line.trim().replace(/^- /, ""));

describe("what changes for people", () => {
  test("a default in one rule", () => {
    const lines = linesOf(before, withRules(minors, { ...europe, defaultState: "on" }, rest));
    expect(lines).toContain("adults in the EEA and Switzerland: asked first → on by default");
    expect(lines).toContain(
      "Between base and head: 1 record changed. Answers change in 1 record. Today is 25 November 2026.",
    );
    expect(lines).toContain("Changes by class: 1 policy.");
  });

  test("the headline comes first, with its sentence and the answers by kind of data", () => {
    const section = diffOf(before, withRules(minors, europe, { ...rest, defaultState: "no-choice" }))
      .records[0]?.sections[0];
    expect([section?.title, section?.lines[0]]).toEqual([
      "For people today",
      {
        text: "adults with an account outside the EEA and Switzerland: headline: on by default → no choice",
        under: [
          { text: "Example trains its AI with what you publish, and you cannot fully opt out." },
          { text: "Published content, its own AI: on by default → no choice" },
        ],
      },
    ]);
  });

  test("a change of kinds of data, of the kind of model, of whether a clause mentions AI", () => {
    const permits = (more: object) => [
      uses("all", "on", { dataUse: "may-use", controls: ["setting"], ...more }),
    ];
    const was = { ...before, practices: [practice(permits({ namesAi: true }))] };
    const is = {
      ...before,
      practices: [
        practice(permits({ namesAi: false }), { kinds: ["published", "messages"], model: "unstated" }),
      ],
    };
    expect(linesOf(was, is)).toEqual(
      expect.arrayContaining([
        "people with an account: headline: on by default (allowed by its terms, not confirmed) → not stated",
        "Training: kinds of data: now also Private messages",
        "Training: kind of model: generative models → models of a kind that the documents do not specify",
        "everyone: on by default (allowed by its terms, not confirmed) → on by default (the terms would allow it; AI is not mentioned)",
      ]),
    );
  });

  test("a denial that is limited to some models", () =>
    expect(
      linesOf(
        withRules(rule("all", { dataUse: "does-not-use" })),
        withRules(rule("all", { dataUse: "does-not-use", onlyModels: "models that imitate" })),
      ),
    ).toEqual(
      expect.arrayContaining([
        "people with an account: headline: not used → not stated",
        "everyone: models that the denial is limited to: none → models that imitate",
      ]),
    ));

  test("a rule split by region, plan and date: only whom it concerns, from when", () => {
    const germany = {
      ...europe,
      id: "germany",
      when: { regions: ["DE"], plans: ["free" as const], from: "2026-03-01" },
      defaultState: "on" as const,
    };
    expect(linesOf(before, withRules(minors, germany, europe, rest))).toContain(
      "adults in Germany on the free plan: asked first → on by default, from 1 March 2026",
    );
  });

  test("what comes and what was are separated from what applies today", () => {
    const later = { ...rest, id: "later", when: { ...EUROPE, from: "2027-01-01" } };
    const then = { ...rest, id: "then", when: { ...EUROPE, from: "2024", until: "2025" } };
    const sections = diffOf(before, withRules(minors, later, then, europe, rest)).records[0]?.sections ?? [];
    expect(sections.map((s) => [s.title, s.lines.at(-1)?.under?.map((l) => l.text)])).toEqual([
      [
        "For people from a later date",
        ["adults in the EEA and Switzerland: asked first → on by default, from 1 January 2027"],
      ],
      [
        "In the past",
        [
          "adults in the EEA and Switzerland: asked first → on by default, from 1 January 2024 until 1 January 2025",
        ],
      ],
    ]);
  });

  test("the details of an answer: basis, controls, data", () => {
    const data = { includes: ["posts" as const], excludes: ["private-messages" as const] };
    const lines = linesOf(
      before,
      withRules(minors, { ...europe, legalBasis: "consent", data, controls: [] }, rest),
    );
    expect(lines).toEqual(
      expect.arrayContaining([
        "adults in the EEA and Switzerland: claimed legal basis: none stated → consent",
        "control removed: Use my data for AI",
        "data: posts",
        "excluded: private messages",
      ]),
    );
  });

  test("a use that ended is one line, without the details that ended with it", () => {
    const lines = linesOf(
      before,
      withRules(minors, rule("europe", { when: EUROPE, dataUse: "does-not-use" }), rest),
    );
    expect(lines).toContain("adults in the EEA and Switzerland: asked first → not used");
    expect(lines.join()).not.toContain("control removed");
  });

  test("yes that is preselected is not yes that is asked for", () =>
    expect(linesOf(before, withRules(minors, { ...europe, defaultState: "asked-on" }, rest))).toContain(
      "adults in the EEA and Switzerland: asked first → asked first, with yes preselected",
    ));

  test("an edit that changes no answer says so", () => {
    const lines = linesOf(before, withRules(minors, { ...europe, id: "europa" }, rest));
    expect(lines[0]).toContain("No answer changes for anyone.");
    expect(lines).toContain(
      "“Training”: new rule for people in the EEA and Switzerland: confirmed by the company, asked first, with nothing preselected (no answer changes)",
    );
  });

  test("words and evidence of a rule appear once, in their section", () => {
    const lines = linesOf(
      before,
      withRules(
        minors,
        { ...europe, note: "More.", evidence: { ...europe.evidence, dataUse: ["help"] } },
        rest,
      ),
    );
    expect(lines).toContain("wording only: “Training”, people in the EEA and Switzerland, note");
    expect(lines.join()).not.toContain("no answer changes)");
  });

  test("many groups are listed one per line", () => {
    const mixed = [
      uses("a", "off", { when: { age: "adult", plans: ["business"] } }),
      uses("b", "off", { when: { account: "non-user", regions: ["GB"] } }),
      uses("c", "off", { when: { age: "minor", regions: ["US"], plans: ["paid"] } }),
      uses("d", "off", { when: { regions: ["FR"], account: "signed-out", plans: ["api"] } }),
    ];
    const lines = linesOf(withRules(rest), withRules(...mixed, rest));
    expect(lines).toContain("on by default → off by default, for");
  });
});

describe("controls, evidence, events, myths", () => {
  test("steps and address of a control", () => {
    const after = {
      ...before,
      controls: [
        control("setting", {
          steps: ["Open the settings.", "Open Privacy.", "Switch it off."],
          url: "https://example.com/ai",
        }),
      ],
    };
    const lines = linesOf(before, after);
    expect(lines.slice(lines.indexOf("changed: Use my data for AI"))).toEqual([
      "changed: Use my data for AI",
      "direct link: https://example.com/settings → https://example.com/ai",
      "steps changed (2 steps before, now 3)",
      "step 2 is now: Open Privacy.",
      "",
    ]);
  });

  test("grades before and after, and which documents were added and removed", () => {
    const after = {
      ...before,
      practices: [
        practice([minors, { ...europe, evidence: { ...europe.evidence, dataUse: ["news"] } }, rest]),
      ],
      sources: [policySource, helpSource, newsSource],
    };
    const lines = linesOf(before, after);
    expect(lines).toEqual(
      expect.arrayContaining([
        "adults in the EEA and Switzerland: Training: the evidence for whether data is used is graded C (reports by others only); before: A (the platform's own words, archived and fingerprinted)",
        "document added: “Report” (press, A paper), not archived, https://news.example.org/1",
        "Training: whether data is used now also cites “Report”",
      ]),
    );
  });

  test("documents of the operator count for the platforms that cite them", () => {
    const shared = {
      ...before,
      practices: [
        practice([
          uses("all", "on", { evidence: { dataUse: ["operator:policy#ai"], defaultState: ["help"] } }),
        ]),
      ],
    };
    const bare = { ...policySource, passages: [] };
    const diff = diffDatasets(
      side([shared], [operator({ sources: [policySource] })]),
      side([shared], [operator({ sources: [bare] })]),
      TODAY,
    );
    const [record] = diff.records.filter((r) => r.record === "platforms/example");
    expect([record?.classes, record?.practices[0]?.grades.map((g) => g.value)]).toEqual([
      {},
      [{ fact: "dataUse", before: "A", after: "B" }],
    ]);
    expect(renderText(diff)).toContain("The record itself is unchanged; documents of its operator changed.");
  });

  test("events, myths, questions and wording", () => {
    const after = {
      ...before,
      summary: "Other words.",
      events: [
        event(
          "start",
          "training-began",
          { announced: "2025-09", effective: "2025-11-03" },
          { title: "It began." },
        ),
      ],
      myths: [{ id: "notice", claim: "A notice stops it.", truth: "It does not.", evidence: ["help"] }],
      review: { verified: TODAY, openQuestions: ["Since when?"] },
    };
    expect(linesOf(before, after)).toEqual(
      expect.arrayContaining([
        "event added: “It began.” (training began; announced September 2025, effective 3 November 2025)",
        "myth added: “A notice stops it.” Truth: It does not.",
        "last checked against its sources: 1 November 2026 → 25 November 2026",
        "open question: Since when?",
        "wording only: summary",
        "Changes by class: 1 policy, 4 editorial.",
      ]),
    );
  });

  test("a withdrawn record says when and why; a removed one, what to do instead", () => {
    expect(linesOf(before, { ...before, withdrawn: { date: "2026-11-20", reason: "closed" } })).toContain(
      "withdrawn on 20 November 2026: it no longer exists",
    );
    expect(
      linesOf(before, { ...before, withdrawn: { date: "2026-11-20", reason: "closed" } }).join("\n"),
    ).toMatch(/→ not stated/);
    expect(linesOf(before, undefined)).toContain(
      "the record is removed. Records are never deleted: add `withdrawn` with a date and a reason instead",
    );
  });

  test("a new record: the answers and their evidence", () => {
    const lines = linesOf(undefined, before);
    expect(lines).toEqual(
      expect.arrayContaining([
        "Example (platforms/example), new record",
        "minors: not used",
        "adults in the EEA and Switzerland: asked first",
        "adults outside the EEA and Switzerland: on by default",
        "controls: Use my data for AI (a setting, 2 steps)",
        "2 documents, of which 1 with archived passages",
        "everyone: whether data is used is graded A (the platform's own words, archived and fingerprinted)",
        "also recorded: 1 control",
      ]),
    );
  });
});

test("nothing is lost: every field that changes appears", () => {
  const full: Platform = {
    ...before,
    aliases: ["old"],
    plans: { free: ["Basic"] },
    events: [
      event("start", "training-began", { effective: "2024" }, { detail: "More.", when: { age: "adult" } }),
    ],
    myths: [{ id: "notice", claim: "A notice stops it.", truth: "It does not.", evidence: ["help"] }],
    sameAs: { wikidata: "Q1" },
    controls: [
      control("setting", {
        url: "https://example.com/a",
        note: "Note.",
        exceptions: ["Feedback."],
        friction: ["not-in-app"],
        rights: ["GDPR-A21"],
        when: { age: "adult" },
      }),
    ],
    review: { verified: "2026-11-01", openQuestions: ["Why?"] },
  };
  /** Every leaf of the record, with what it can become. */
  const leaves = (value: Json, path: (string | number)[] = []): (string | number)[][] =>
    value !== null && typeof value === "object"
      ? Object.entries(value).flatMap(([k, v]) =>
          leaves(v as Json, [...path, Array.isArray(value) ? Number(k) : k]),
        )
      : [path];
  const paths = leaves(full as unknown as Json).filter(
    (p) => typeof p.at(-1) === "string" && !["id", "$schema", "schemaVersion"].includes(p.at(-1) as string),
  );
  for (const path of paths) {
    const is = structuredClone(full);
    const at = path
      .slice(0, -1)
      .reduce<Record<string | number, unknown>>((o, k) => o[k] as Record<string, unknown>, is as never);
    const key = path.at(-1) as string;
    const other: Record<string, unknown> = {
      age: "minor",
      effective: "2025",
      dataUse: "disputed",
      defaultState: "off",
      kind: "form",
      protects: "partly",
      protectsWhen: "on",
      actor: "admin",
      scope: "device",
      effect: "removed",
      type: "announced",
      purpose: "evaluate-ai",
      category: "work",
      verified: "2026-11-02",
      captured: "2026-01-01",
      url: "https://example.net/",
    };
    at[key] = (key === "age" && at[key] === "minor" ? "adult" : other[key]) ?? `${String(at[key])}-x`;
    const [record] = diffOf(full, is).records;
    expect(record?.sections.flatMap((s) => s.lines).length ?? 0, path.join("/")).toBeGreaterThan(0);
    expect(record?.changes.map(({ path: p }) => p)).toEqual(
      compare(full as unknown as Json, is as unknown as Json).map((c) => c.path),
    );
  }
  expect(paths.length).toBeGreaterThan(40);
});

describe("revisions", () => {
  test("two revisions are read without checking anything out; the work tree may hold something else", async () => {
    const repo = repository();
    repo.save(before, operator());
    const base = repo.commit();
    repo.save(withRules(minors, { ...europe, defaultState: "on" }, rest));
    repo.commit();
    repo.put("platforms/example.json", "not even JSON");
    expect(await call(`${base}..main`, { data: repo.data })).toBe(0);
    expect(out).toContain(`Between ${base} and main: 1 record changed.`);
    expect(readFileSync(join(repo.data, "platforms/example.json"), "utf8")).toBe("not even JSON");
  });

  test("a base alone is compared with the work tree; no change is 0 too", async () => {
    const repo = repository();
    repo.save(before, operator());
    repo.commit();
    expect(await call("HEAD", { data: repo.data })).toBe(0);
    expect(out).toBe("Nothing changes between HEAD and the work tree.\n");
    repo.save({ ...before, summary: "Other words." });
    expect(await call("HEAD", { data: repo.data })).toBe(0);
    expect(out).toContain("wording only: summary");
  });

  test("three dots: what happened on main since is not the branch's doing", async () => {
    const repo = repository();
    repo.save(before, operator());
    repo.commit();
    repo.git("checkout", "-q", "-b", "topic");
    repo.save({ ...before, summary: "Other words." });
    repo.commit();
    repo.git("checkout", "-q", "main");
    repo.save(operator({ name: "Renamed" }));
    repo.commit();
    await call("main...topic", { data: repo.data });
    expect(out).toContain("1 record changed");
    expect(out).not.toContain("Renamed");
    await call("main..topic", { data: repo.data });
    expect(out).toContain("name: Renamed → Example Corporation");
  });

  test("invalid records are named, on either side, and the others are compared", async () => {
    const repo = repository();
    repo.save(before, operator(), {
      ...before,
      id: "second",
      name: "Second",
      domains: hosts("second.example"),
    });
    const base = repo.commit();
    repo.put("platforms/example.json", '{ "id": "example", }');
    repo.put("platforms/@everyone.json", "{}");
    repo.save({
      ...before,
      id: "second",
      name: "Second",
      domains: hosts("second.example"),
      summary: "Other words.",
    });
    repo.commit();
    expect(await call(`${base}..HEAD`, { data: repo.data })).toBe(0);
    expect(out).toContain("Second (platforms/second)");
    expect(out).toContain("- platforms/example, in HEAD: line 1: ");
    expect(out).toContain("- platforms/@everyone, in HEAD: its file's name is not an id");
    expect(out).not.toContain("is removed");
  });

  test("two directories", async () => {
    const [a, b] = [repository(), repository()];
    for (const repo of [a, b]) repo.save(before, operator());
    b.save({ ...before, domains: hosts("example.com", "example.net") });
    expect(await call(undefined, { data: "data", base: a.data, head: b.data })).toBe(0);
    expect(out).toContain("domains: now also example.net");
  });

  test("JSON holds every change, with its class", async () => {
    const repo = repository();
    repo.save(before, operator());
    repo.commit();
    repo.save(withRules(minors, { ...europe, defaultState: "on" }, rest));
    await call("HEAD", { data: repo.data, format: "json" });
    const diff = JSON.parse(out) as DatasetDiff;
    expect(diff.records[0]?.changes).toEqual([
      {
        record: "platforms/example",
        class: "policy",
        path: "/practices/@training/rules/@europe/defaultState",
        before: "asked",
        after: "on",
      },
    ]);
    expect(diff.records[0]?.practices[0]?.answers[0]).toMatchObject({
      tense: "now",
      value: { before: { verdict: "asked" }, after: { verdict: "on-by-default" } },
    });
  });
});

describe("a wrong call is 2, and says how to fix it", () => {
  test.each<[string, string | undefined, Partial<DiffOptions>, string]>([
    [
      "nothing to compare",
      undefined,
      {},
      "Nothing to compare: give <base>..<head>, for example main..HEAD; <base> alone for the work tree; or --base DIR and --head DIR.",
    ],
    [
      "an unknown revision",
      "mian..HEAD",
      {},
      "There is no revision mian here. Did you mean main? git branch --all and git tag list the revisions; git fetch gets new ones.",
    ],
    ["half a range", "main..", {}, "main.. is not a range: write <base>..<head>"],
    ["an option for a revision", "--output=x..HEAD", {}, "There is no revision --output=x here."],
    [
      "a range and folders",
      "main",
      { base: "x" },
      "Give a range of revisions, or --base DIR and --head DIR, not both.",
    ],
    [
      "a folder that does not exist",
      undefined,
      { base: "no-such", head: "no-such" },
      "no-such/operators is not a folder. A data directory has operators/ and platforms/.",
    ],
    [
      "an unknown format",
      "main",
      { format: "markdwn" },
      "--format markdwn: must be text, markdown or json. Did you mean markdown?",
    ],
    ["no day", "main", { asOf: "2026-02-30" }, "--as-of 2026-02-30: a day is YYYY-MM-DD."],
  ])("%s", async (_, range, options, message) => {
    const repo = repository();
    repo.save(before, operator());
    repo.commit();
    expect(await call(range, { data: repo.data, ...options })).toBe(2);
    expect(err).toContain(message);
    expect(out).toBe("");
  });

  test("outside a repository", async () => {
    const repo = repository();
    rmSync(join(repo.root, ".git"), { recursive: true });
    expect(await call("main", { data: repo.data })).toBe(2);
    expect(err).toContain("is not in a git repository");
  });

  test("in a shallow clone the advice is to fetch the rest", async () => {
    const repo = repository();
    repo.save(before, operator());
    const first = repo.commit();
    repo.commit();
    const clone = mkdtempSync(join(tmpdir(), "diff-"));
    made.push(clone);
    execFileSync("git", ["clone", "-q", "--depth", "1", `file://${repo.root}`, clone], { stdio: "ignore" });
    expect(await call(first, { data: join(clone, "data") })).toBe(2);
    expect(err).toContain("git fetch --unshallow");
  });
});

describe("contributed text has no effect where it is shown", () => {
  const HOSTILE =
    "@maintainers see #1, GH-2, <img src=x onerror=alert(1)> [click](https://evil.example/a) www.evil.example ``code`` ::error::x ##[add-path]y **b**";

  const withoutCode = (markdown: string): string => markdown.replace(/(?<!\\)`[^`\n]*`/g, "");

  test("in Markdown: no mention, reference, HTML, link, formatting or workflow command", () => {
    const shown = escapeMarkdown(HOSTILE);
    expect(shown).not.toMatch(/@\w|(?<!\\)#\d|GH-\d|(?<!\\)<|(?<!\\)\[|www\.|(?<!\\)\*|##\[/);
    expect(shown).toContain("`https://evil.example/a)`");
    expect(escapeMarkdown("_www.evil.example _GH-2 :tada:")).not.toMatch(/www\.|GH-\d|:tada:/);
  });

  test("in a terminal and a log: no escape sequence, no reversed text, no workflow command", () => {
    expect(terminalLine("::error::x")).not.toMatch(/^\s*::/);
    expect(terminalLine("a ##[add-path]y")).not.toContain("##[");
    expect(terminalLine("a\u001b[31mb\u202Ec\nd")).toBe("a\\u001b[31mb\\u202ec\\u000ad");
  });

  test("whatever the text, a page's lines stay lines of its own", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 60 }), (text) => {
        for (const shown of [terminalLine(text), escapeMarkdown(text)])
          expect(shown).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(escapeMarkdown(text)).not.toMatch(/(^|[^\\`])<[a-z/!]/i);
        expect(withoutCode(escapeMarkdown(text))).not.toMatch(/@\w/);
      }),
    );
  });

  test("a hostile record is shown as it is, and is harmless, in every format", async () => {
    const repo = repository();
    repo.save(before, operator());
    repo.commit();
    repo.save({
      ...before,
      name: "::warning::@all",
      controls: [control("setting", { name: HOSTILE, steps: [HOSTILE] })],
    });
    for (const format of ["text", "markdown", "json"]) {
      out = "";
      await call("HEAD", { data: repo.data, format });
      expect(out, format).not.toMatch(/^\s*::/m);
      expect(out, format).not.toContain("##[");
      if (format === "markdown") expect(withoutCode(out)).not.toMatch(/@\w|(?<!\\)<img|(?<!\\)\]\(/);
    }
  });

  test("a comment has a limit; what does not fit is named, or counted", () => {
    const many = Array.from({ length: 40 }, (_, i) => ({ ...before, id: `p${i}`, name: `Platform ${i}` }));
    const diff = diffDatasets(side([]), side(many, [operator()], "head"), TODAY);
    const whole = renderMarkdown(diff);
    expect(whole).toContain("### Platform 39 ");
    const short = renderMarkdown(diff, 4000);
    expect(short.length).toBeLessThanOrEqual(4000);
    expect(short).toContain("**Too long for a comment**; `npm run diff` shows all of it:");
    expect(short).toMatch(/- Platform \d+ \(platforms\/p\d+\), new record/);
    expect(short).toMatch(/And \d+ further records\.\n$/);
  });
});

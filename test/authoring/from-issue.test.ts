import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Form, readForms, readIssue } from "../../src/authoring/issues/forms.ts";
import { PARTS } from "../../src/authoring/issues/plan.ts";
import { addressesIn, peopleIn, platformMeant } from "../../src/authoring/issues/recognise.ts";
import { Known } from "../../src/authoring/known.ts";
import { runFromIssue } from "../../src/entry/cli/from-issue.ts";
import { CATEGORY, EVENT_TYPE, KIND, type Platform, termsOf } from "../../src/model/index.ts";
import { readRecords } from "../../src/records/files.ts";
import { control, event, hosts, operator, platform, practice, rule, uses } from "../fixtures/records.ts";

/* Issues as GitHub makes them of the forms: a heading a question, an empty line, the answer. */
const forms = readForms();
const form = (id: string): Form => forms.find((f) => f.id === id) as Form;

/** The body that GitHub makes of a filled form. */
const body = (id: string, answers: Readonly<Record<string, string>>): string =>
  form(id)
    .fields.map((f) => `### ${f.label}\n\n${answers[f.id] ?? "_No response_"}`)
    .join("\n\n");

const root = mkdtempSync(join(tmpdir(), "issue-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let data: string;
let out: string;
beforeEach(() => {
  data = join(mkdtempSync(join(root, "data-")), "data");
  for (const folder of ["platforms", "operators"]) mkdirSync(join(data, folder), { recursive: true });
  const there = platform(
    [
      practice([
        uses("germany", "asked", { when: { regions: ["DE"], plans: ["free"] }, controls: ["setting"] }),
        rule("minors", { when: { age: "minor" }, dataUse: "does-not-use" }),
        uses("rest", "on", { controls: ["setting"] }),
      ]),
    ],
    {
      controls: [control("setting")],
      aliases: ["specimen"],
      events: [event("start", "training-began", { effective: "2024" })],
    },
  );
  writeFileSync(join(data, "platforms/example.json"), JSON.stringify(there, null, 2));
  writeFileSync(join(data, "operators/example-corp.json"), JSON.stringify(operator(), null, 2));
  out = "";
  for (const to of ["log", "error"] as const)
    vi.spyOn(console, to).mockImplementation((line: string) => {
      out += `${line}\n`;
    });
});
afterEach(() => vi.restoreAllMocks());

/** Runs the command on a body; the exit code. */
function call(text: string, options: { json?: boolean; write?: boolean } = {}): Promise<number> {
  const path = join(data, "..", "issue.md");
  writeFileSync(path, text);
  return runFromIssue(path, { data, json: false, write: false, ...options });
}
const json = async (text: string) => {
  await call(text, { json: true });
  return JSON.parse(out);
};

describe("the forms", () => {
  test("are those that the code knows, and ask what it reads", () => {
    const asked = Object.fromEntries(
      forms.map((f) => [f.id, f.fields.map(({ id, required }) => (required ? `${id}!` : id))]),
    );
    expect(asked).toEqual({
      "platform-missing": ["name!", "address!", "operator", "category", "documents", "notes"],
      "policy-changed": ["platform!", "kind!", "change!", "noticed", "data", "whom", "sources!"],
      "record-wrong": ["platform!", "part!", "data", "whom", "wrong!", "sources!"],
    });
  });

  test("offer the terms of the vocabulary", () => {
    const options = (id: string, field: string) => form(id).fields.find((f) => f.id === field)?.options;
    expect(options("platform-missing", "category")).toEqual([...termsOf(CATEGORY), "not sure"]);
    expect(options("policy-changed", "kind")).toEqual([...termsOf(EVENT_TYPE), "not sure"]);
    for (const id of ["policy-changed", "record-wrong"])
      expect(options(id, "data")).toEqual([...termsOf(KIND), "not sure"]);
    expect(options("record-wrong", "part")?.toSorted()).toEqual([...PARTS, "Something else"].toSorted());
  });

  test.each(form("record-wrong").fields.find((f) => f.id === "part")?.options ?? [])(
    "“%s” leads somewhere in a record",
    async (part) => {
      const { places } = await json(
        body("record-wrong", { platform: "Example", part, wrong: "x", sources: "https://example.com/help" }),
      );
      expect(places.length).toBeGreaterThan(0);
    },
  );
});

test("the kinds of data that an issue names are in the plan", async () => {
  const { look } = await json(
    body("record-wrong", {
      platform: "Example",
      data: "published, messages",
      wrong: "x",
      sources: "https://example.com",
    }),
  );
  expect(look).toContain("The kinds of data concerned: published, messages.");
});

describe("a body", () => {
  test("is read with the line ends of any system, and without what was not answered", () => {
    const { answers } = readIssue(
      body("record-wrong", {
        platform: "Example",
        part: "Which data",
        wrong: "Two\n\nparagraphs.",
      }).replaceAll("\n", "\r\n"),
      forms,
    );
    expect(Object.fromEntries(answers)).toEqual({
      platform: "Example",
      part: "Which data",
      wrong: "Two\n\nparagraphs.",
    });
  });

  test("with a question inside an answer says so", async () => {
    await call(
      body("record-wrong", {
        platform: "Example",
        part: "Which data",
        wrong: "See\n### Sources\nhttps://evil.example",
        sources: "https://example.com/help",
      }),
    );
    expect(out).toContain(
      "- “### Sources” appears more than once in the issue: an answer may have been cut there.",
    );
  });

  test.each([
    [
      "none of the forms",
      "hello",
      "This is not a filled form: it has no question such as “### Name”. Forms: A platform is missing; A policy changed; A record is wrong.",
    ],
    [
      "half a form",
      "### Platform\n\nx\n\n### What it is about\n\nWhich data",
      "This looks like “A record is wrong”, but lacks “### What is wrong”, “### Sources”.",
    ],
  ])("%s: 1", async (_, text, message) => {
    expect(await call(text)).toBe(1);
    expect(out).toContain(message);
  });

  test("a file that is not there: 2", async () => {
    expect(await runFromIssue("no-such.md", { data, json: false, write: false })).toBe(2);
    expect(out).toContain("There is no file no-such.md.");
  });
});

describe("a platform is missing", () => {
  const NEW = {
    name: "Acme Chat",
    address: "https://www.acme.example.org/start",
    operator: "example corporation",
    category: "messaging",
    documents:
      "- Privacy Policy: https://acme.example.org/privacy.\n[Terms](https://acme.example.org/terms)\nand https://acme.example.org/help/ai, too",
  };

  test("a draft is begun that validates, with its documents", async () => {
    expect(await call(body("platform-missing", NEW), { write: true })).toBe(0);
    const record = JSON.parse(readFileSync(join(data, "platforms/acme-chat.json"), "utf8")) as Platform;
    expect(record).toMatchObject({
      id: "acme-chat",
      name: "Acme Chat",
      operator: "example-corp",
      category: "messaging",
      domains: hosts("acme.example.org"),
    });
    expect(record.sources.map((s) => [s.kind, s.url])).toEqual([
      ["policy", "https://acme.example.org/privacy"],
      ["terms", "https://acme.example.org/terms"],
      ["help", "https://acme.example.org/help/ai"],
    ]);
    expect(out).not.toContain("To look at");
  });

  test("without --write nothing is written", async () => {
    await call(body("platform-missing", NEW));
    expect(existsSync(join(data, "platforms/acme-chat.json"))).toBe(false);
    expect(out).toContain('"id": "acme-chat"');
  });

  test("what is not known is not guessed, and is listed", async () => {
    const { draft, look } = await json(
      body("platform-missing", {
        ...NEW,
        operator: "Somebody Ltd",
        category: "not sure",
        notes: "It trains.",
      }),
    );
    expect(draft).not.toHaveProperty("category");
    expect(look.join("\n")).toContain("Somebody Ltd has no record among the operators");
    expect(look.join("\n")).toContain("`category` is missing");
    expect(look.join("\n")).toContain(
      "What the sender knows already, to be checked against the documents: It trains.",
    );
    expect(look.join("\n")).toContain("SCH001");
  });

  test.each([
    ["its name", { name: "Specimen" }],
    ["its address", { address: "https://www.example.com/x" }],
  ])("one that is there by %s is pointed to", async (_, change) => {
    const { path, look } = await json(body("platform-missing", { ...NEW, ...change }));
    expect(path).toBeNull();
    expect(look.join()).toContain("platforms/example.json. The issue can be closed with a pointer to it.");
  });
});

describe("names as people write them", () => {
  const real: [written: string, id: string][] = [
    ["GitHub Copilot", "github"],
    ["github-copilot", "github"],
    ["Stack Exchange", "stack-overflow"],
    ["X (formerly Twitter)", "x"],
    ["Twitter", "x"],
    ["Le Chat", "le-chat"],
    ["Windsurf (Codeium)", "windsurf"],
    ["LINKEDIN", "linkedin"],
    ["Linked In", "linkedin"],
    ["Télégram", "telegram"],
    ["last fm", "last-fm"],
    ["amazon.de", "amazon"],
    ["https://www.amazon.co.jp/gp/help", "amazon"],
    ["https://old.reddit.com/r/x", "reddit"],
  ];
  const known = new Known(readRecords("data"));
  test.each(real)("%s is %s", (written, id) =>
    expect(platformMeant(written, known)).toMatchObject({ file: { id } }),
  );
  test.each([
    "Acme",
    "signal.ai",
    "play.google.com",
    "https://apps.apple.com/app/id1",
    "★",
    " ",
    "x".repeat(100_000),
  ])("%.40s is none of them", (written) => expect(platformMeant(written, known)).not.toHaveProperty("file"));
});

describe("an address that is not the platform's own", () => {
  const draftAt = async (address: string) =>
    (await json(body("platform-missing", { name: "Acme", address, operator: "Example Corp" }))) as {
      draft: Partial<Platform> | null;
      look: string[];
    };
  test.each([
    ["https://play.google.com/store/apps/details?id=com.acme.chat&hl=de", { android: ["com.acme.chat"] }],
    ["https://apps.apple.com/de/app/acme-chat/id288429040", { apple: ["288429040"] }],
  ])("in a store becomes its app: %s", async (address, apps) => {
    const { draft, look } = await draftAt(address);
    expect(draft).toMatchObject({ apps, domains: [] });
    expect(look.join("\n")).toContain("is the address of an app in a store");
  });
  test("that is a country's domain of another's name is probably that other", async () => {
    const { draft, look } = await draftAt("https://www.example.de/start");
    expect(draft).toBeNull();
    expect(look.join("\n")).toMatch(
      /example\.de\/start is probably a site of example, .*example\.json\. Add it to `domains` there\. .*--domain www\.example\.de/,
    );
  });
  test("that is a page on another platform leads there, and says that it may be another", async () => {
    const { draft, look } = await draftAt("https://example.com/groups/acme");
    expect(draft).toBeNull();
    expect(look).toContain("If Acme is another platform, whose page is there: ask for its own address.");
  });
  test.each(["co.uk", "acme.orgg", "https://10.0.0.1/", "not one"])("%s is no domain", async (address) => {
    const { draft } = await draftAt(address);
    expect(draft).toMatchObject({ id: "acme", domains: [] });
  });
});

test("a name in other letters gives an id in Latin ones; a name without letters asks for one", async () => {
  const draftOf = async (name: string) => {
    out = "";
    return json(body("platform-missing", { name, address: "https://acme.org" }));
  };
  expect((await draftOf("Яндекс")).draft).toMatchObject({ id: "yandeks", name: "Яндекс" });
  const none = await draftOf("★");
  expect([none.draft, none.look.join()]).toEqual([
    null,
    expect.stringContaining("No id can be made of the name “★”"),
  ]);
});

test.each([" ", "\n", "[", "- ", "a: ", "((", "\t "])(
  "answers of %j, as long as GitHub takes them, take less than two seconds",
  async (piece) => {
    const long = piece.repeat(60_000 / piece.length);
    const from = performance.now();
    for (const [id, fields] of [
      ["platform-missing", ["name", "address", "operator", "documents", "notes"]],
      ["record-wrong", ["platform", "whom", "wrong", "sources"]],
      ["policy-changed", ["change", "noticed", "whom", "sources"]],
    ] as const)
      for (const field of fields) {
        const filled = {
          name: "Acme",
          address: "acme.org",
          platform: "example",
          change: "x",
          wrong: "x",
          sources: "x",
          kind: "x",
          part: "x",
        };
        await call(
          body(id, {
            ...filled,
            [field]: `x${long}https://example.net/x${id === "platform-missing" ? "" : long.slice(0, 10)}`,
          }),
        );
      }
    expect(performance.now() - from).toBeLessThan(12 * 2000);
  },
);

test("a body that is longer than GitHub takes is refused", async () => {
  expect(
    await call(
      body("record-wrong", { platform: "Example", part: "x", wrong: " ".repeat(100_000), sources: "x" }),
    ),
  ).toBe(1);
  expect(out).toContain("GitHub takes 65536 at most");
});

describe("a record is wrong", () => {
  const WRONG = {
    platform: "https://www.example.com/x",
    part: "What happens by default",
    wrong: "It is off.",
    sources: "Their help: https://example.com/help\nhttps://news.example.org/1",
  };

  test("the rule that answers the people named is shown, with its line", async () => {
    const { record, places } = await json(body("record-wrong", { ...WRONG, whom: "Germany, free plan" }));
    const lines = readFileSync(record, "utf8").split("\n");
    expect(places).toHaveLength(1);
    expect(places[0]).toMatchObject({
      pointer: "/practices/0/rules/0/defaultState",
      says: "Training: asked first for adults in Germany on the free plan",
    });
    expect(lines[Number(places[0].at.split(":")[1]) - 1]).toContain('"defaultState": "asked"');
  });

  test("a source that is cited already is named; another is drafted, without what is unknown", async () => {
    const { drafts, look } = await json(body("record-wrong", WRONG));
    expect(look.join("\n")).toContain("https://example.com/help is cited already, as help: read it again.");
    expect(drafts).toEqual({
      sources: [
        {
          id: "news-example-org",
          title: "news.example.org",
          publisher: "news.example.org",
          url: "https://news.example.org/1",
        },
      ],
      events: [],
    });
  });

  test("without a document there is nothing to enter; a misspelt platform gets the nearest", async () => {
    await call(body("record-wrong", { ...WRONG, sources: "everybody knows" }));
    expect(out).toContain("The form names no address. Nothing enters a record without a document");
    await call(body("record-wrong", { ...WRONG, platform: "Exampel" }));
    expect(out).toContain("There is no record of Exampel. Did they mean example?");
  });
});

describe("a policy changed", () => {
  const CHANGED = {
    platform: "example",
    kind: "control-moved",
    change: "The switch moved\nto another menu.",
    noticed: "2026-11-03",
    sources: "https://example.com/new",
  };

  test("an event and its source are drafted, and the controls shown", async () => {
    const { places, drafts } = await json(body("policy-changed", CHANGED));
    expect(places.map((p: { pointer: string; says: string }) => [p.pointer, p.says])).toEqual([
      ["/controls/0", "Use my data for AI"],
    ]);
    expect(drafts.events).toEqual([
      {
        id: "the-switch-moved-to-another-menu",
        type: "control-moved",
        dates: { observed: "2026-11-03" },
        title: "The switch moved to another menu.",
        evidence: ["example-com"],
      },
    ]);
  });

  test("what is no date is not made one", async () => {
    const { drafts, look } = await json(body("policy-changed", { ...CHANGED, noticed: "last week" }));
    expect(drafts.events[0]).not.toHaveProperty("dates");
    expect(look.join("\n")).toContain("When it was first seen is said as “last week”, which is not a date");
  });
});

describe("what people write", () => {
  test.each([
    ["Privacy Policy: https://example.com/p.", [{ title: "Privacy Policy", url: "https://example.com/p" }]],
    ["see [the terms](https://example.com/t)!", [{ title: "the terms", url: "https://example.com/t" }]],
    ["I read it at https://example.com/x", [{ title: "", url: "https://example.com/x" }]],
    ["nowhere", []],
    [
      "Terms: https://example.com/t, Privacy: https://example.com/p",
      [
        { title: "Terms", url: "https://example.com/t" },
        { title: "Privacy", url: "https://example.com/p" },
      ],
    ],
  ])("addresses: %s", (text, found) => {
    expect(addressesIn(text)).toEqual(found);
  });

  test.each([
    ["Germany, free plan", { region: ["DE"], plan: ["free"] }],
    ["people in the UK under 18", { region: ["GB"], age: ["minor"] }],
    ["DE and FR", { region: ["DE", "FR"] }],
    ["the EEA", { region: ["EEA"] }],
    ["me", {}],
  ])("people: %s", (text, people) => expect(peopleIn(text)).toEqual(people));
});

test("contributed text is shown and does nothing: no workflow command, no escape sequence, no file elsewhere", async () => {
  const hostile = "::error::x ##[add-path]y \u001b[31m $(touch pwned) `id` ../../etc";
  const before = readFileSync(join(data, "platforms/example.json"), "utf8");
  for (const text of [
    body("platform-missing", {
      name: hostile,
      address: hostile,
      operator: hostile,
      documents: `${hostile}: https://example.net/$(id)`,
      notes: hostile,
    }),
    body("record-wrong", {
      platform: "Example",
      part: hostile,
      whom: hostile,
      wrong: hostile,
      sources: `https://example.net/;id ${hostile}`,
    }),
  ])
    for (const options of [{}, { json: true }, { write: true }]) {
      await call(text, options);
      expect(out).not.toMatch(/^\s*::|##\[|(?!\n)\p{Cc}/mu);
    }
  expect(readFileSync(join(data, "platforms/example.json"), "utf8")).toBe(before);
  expect(existsSync(join(data, "platforms/error-x-add-path-y-31m-touch-pwned-id-etc.json"))).toBe(true);
});

test("forms elsewhere can be read too", () => {
  const dir = mkdtempSync(join(root, "forms-"));
  cpSync(".github/ISSUE_TEMPLATE", dir, { recursive: true });
  expect(readForms(dir)).toEqual(forms);
});

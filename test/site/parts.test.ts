import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LANGUAGES as SPOKEN } from "../../src/language/index.ts";
import { type Audience, audience, CERTAINTY, termsOf, VERDICT } from "../../src/model/index.ts";
import { passageUrl } from "../../src/site/components/quote.tsx";
import { drawingsFor, formOf } from "../../src/site/components/switch.tsx";
import { wayOf } from "../../src/site/effort.ts";
import { lawOf, letterFor, mailto } from "../../src/site/pages/platform/letter.ts";
import { LANGUAGES } from "../../src/site/paths.ts";
import { sameForPerson } from "../../src/site/same-for-all.ts";
import { link, type ViewOptions, viewOf } from "../../src/site/view.ts";
import { WORDS } from "../../src/site/words/index.ts";
import { control } from "../fixtures/records.ts";

describe("the switch", () => {
  const answers = termsOf(VERDICT).flatMap((verdict) =>
    [null, ...termsOf(CERTAINTY)].map((certainty) => ({ verdict, certainty })),
  );
  test.each(answers)("$verdict, $certainty has a drawing", (answer) => {
    const form = formOf(answer);
    expect(drawingsFor(`<use href="#s-${form}"/>`)).toContain(`<symbol id="s-${form}"`);
  });
  test("what is only permitted is hatched, and never drawn like what is practised", () => {
    for (const verdict of termsOf(VERDICT)) {
      const practised = formOf({ verdict, certainty: "practised" });
      const permitted = formOf({ verdict, certainty: "permitted" });
      if (["not-used", "disputed"].includes(verdict)) continue;
      expect(permitted).not.toBe(practised);
    }
  });
  test("a licence that does not mention AI states nothing", () =>
    expect(formOf({ verdict: "no-choice", certainty: "general-licence" })).toBe("not-stated"));
  test("all drawings differ", () => {
    const drawings = [
      ...drawingsFor(answers.map((a) => `"#s-${formOf(a)}"`).join("")).matchAll(
        /viewBox="0 0 36 20">(.*?)<\/symbol>/g,
      ),
    ];
    expect(new Set(drawings.map(([, drawing]) => drawing)).size).toBe(drawings.length);
  });
});

describe("a quotation's link", () => {
  const at = (start: string, end: string, url = "https://example.org/terms") =>
    passageUrl({ url }, { start, end });
  test.each([
    [
      at("We use your data", "to train models."),
      "https://example.org/terms#:~:text=We%20use%20your%20data,to%20train%20models.",
    ],
    [at("a, b - c & d", "e"), "https://example.org/terms#:~:text=a%2C%20b%20%2D%20c%20%26%20d,e"],
    [
      at("**We** [use](https://x.example) it", "## and _more_"),
      "https://example.org/terms#:~:text=We%20use%20it,and%20more",
    ],
    [at("We", "We"), "https://example.org/terms#:~:text=We"],
    [at("We", "you", "https://example.org/terms#ai"), "https://example.org/terms#ai:~:text=We,you"],
  ])("%s", (url, expected) => expect(url).toBe(expected));
});

describe("a ready message", () => {
  const mail = control("mail", {
    kind: "email",
    protectsWhen: undefined,
    name: "privacy@example.com",
    steps: ["Write to privacy@example.com that you object."],
    rights: ["GDPR-A21", "UK-GDPR-A21"],
  });
  const letter = (region: string | null, more: object = {}) =>
    letterFor(
      {
        words: WORDS.en,
        who: { region, plan: "free", age: "adult", account: "signed-in", asOf: "2026-11-24" },
      },
      { ...mail, ...more },
      "Example",
    );
  test.each([
    ["DE", "GDPR"],
    ["NO", "GDPR"],
    ["GB", "UK-GDPR"],
    ["US-CA", undefined],
    [null, undefined],
  ])("the law in %s is %s", (region, law) => expect(lawOf(mail, region)).toBe(law));
  test("cites the law that applies, and no other", () => {
    expect(letter("DE")?.body).toContain("Article 21 of the General Data Protection Regulation");
    expect(letter(null)?.body).not.toContain("Article");
  });
  test("has the address and the subject that the platform asks for", () => {
    expect(letter("DE")).toMatchObject({
      to: "privacy@example.com",
      subject: "Objection to AI training with my data (Example)",
    });
    expect(
      letter("DE", { name: "Opt-out request", steps: ["Use the subject Opt-out request."] }),
    ).toMatchObject({
      to: undefined,
      subject: "Opt-out request",
    });
    expect(letter("DE", { kind: "form" })).toBeUndefined();
    expect(letter("DE", { actor: "admin" })).toBeUndefined();
  });
  test("opens in a mail program with lines of its own", () => {
    const url = new URL(mailto({ to: "a@example.org", subject: "A & B", body: "One\nTwo" }));
    expect([url.pathname, url.searchParams.get("subject"), url.searchParams.get("body")]).toEqual([
      "a@example.org",
      "A & B",
      "One\r\nTwo",
    ]);
  });
});

describe("words", () => {
  /** Every text, by its path; functions are called with examples. */
  const texts = (value: unknown, path = ""): [string, string][] =>
    typeof value === "string"
      ? [[path, value]]
      : typeof value === "object" && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`))
        : [];
  /** The same in both languages. */
  const SAME = /\.(languages\.|api$|downloads$|plans\.(business|enterprise|api)|filters$)/;
  test("every text is there in each language, and German has its own", () => {
    const [english, german] = [texts(WORDS.en), new Map(texts(WORDS.de))];
    for (const [path, text] of english) {
      const other = german.get(path) ?? "";
      expect(other.trim(), path).not.toBe("");
      if (!SAME.test(path) && path !== ".directory.filters") expect(other, path).not.toBe(text);
    }
  });
  test("the languages of paths are those of src/language", () =>
    expect([...LANGUAGES]).toEqual(Object.keys(SPOKEN)));
});

describe("what it takes to opt out", () => {
  const way = (
    verdict: Parameters<typeof wayOf>[0]["verdict"],
    certainty: "practised" | null,
    kind?: string,
  ) => wayOf({ verdict, certainty, control: kind === undefined ? null : { kind } });
  test.each([
    [way("not-used", null), "nothing"],
    [way("off-by-default", "practised", "setting"), "nothing"],
    [way("on-by-default", "practised", "form"), "form"],
    [way("asked", "practised"), "asked"],
    [way("no-choice", "practised"), "impossible"],
    [way("not-stated", null), "unknown"],
    [way("not-stated", "practised"), "impossible"],
  ])("%s", (found, expected) => expect(found).toBe(expected));
});

test("components are used at least twice", () => {
  const files = readdirSync("src/site", { recursive: true, encoding: "utf8" }).filter((f) =>
    f.endsWith(".tsx"),
  );
  const all = files.map((file) => readFileSync(`src/site/${file}`, "utf8")).join("\n");
  const used = (name: string) => [...all.matchAll(new RegExp(`<${name}[\\s/>]`, "g"))].length;
  for (const name of [
    "Page",
    "Verdict",
    "Chooser",
    "Search",
    "SectionHead",
    "Section",
    "Rows",
    "Steps",
    "EventTable",
    "PlatformRow",
    "Pager",
    "RecordText",
    "Switch",
    "CategoryList",
    "Chart",
    "Code",
    "SideBySide",
    "Wide",
    "WorldTable",
  ])
    expect(used(name), name).toBeGreaterThanOrEqual(name === "SectionHead" || name === "Steps" ? 1 : 2);
});

describe("parts that are kept", () => {
  const viewFor = (person: Partial<Audience>, options: Partial<ViewOptions> = {}) =>
    viewOf({
      code: "en",
      prefix: "en",
      who: audience(person, "2026-01-01"),
      today: "2026-01-01",
      publication: undefined,
      release: undefined,
      origin: "http://localhost",
      address: { path: "/", params: {} },
      ...options,
    });
  test("are made once for each person", () => {
    let made = 0;
    const part = sameForPerson((view) => {
      made++;
      return link(view, "/events");
    });
    const views = [
      viewFor({}),
      viewFor({ region: "DE" }),
      viewFor({ region: "DE", plan: "paid" }),
      viewFor({ region: "DE" }, { code: "de", prefix: "de" }),
      viewFor({ region: "DE" }, { prefix: undefined }),
      viewFor({ region: "DE" }, { today: "2026-01-02" }),
      viewFor({ region: "DE" }, { release: "2026.1.1" }),
    ];
    for (const view of [...views, ...views]) expect(String(part(view))).toBe(link(view, "/events"));
    expect(made).toBe(views.length);
    part(viewFor({ region: "DE" }));
    expect(made).toBe(views.length);
  });
  test("their variants are apart", () => {
    const part = sameForPerson((_, variant: "a" | "b" | undefined) => variant ?? "none");
    const view = viewFor({});
    expect([part(view, "a"), part(view), part(view, "b"), part(view, "a")].map(String)).toEqual([
      "a",
      "none",
      "b",
      "a",
    ]);
  });
});

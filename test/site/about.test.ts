import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PROBLEMS } from "../../src/api/http/problem.ts";
import { ENDPOINTS } from "../../src/api/routes/index.ts";
import { barOf } from "../../src/site/components/bar.ts";
import { anchorOf } from "../../src/site/pages/myths.tsx";
import { daysUntil } from "../../src/site/pages/statistics/index.tsx";
import { type SiteServer, siteServer } from "./server.ts";

/* Pages about the dataset: their figures are those of the data. */
let server: SiteServer;
beforeAll(async () => {
  server = await siteServer();
});
afterAll(() => server.engine.close());

interface Stats {
  totals: Record<string, number>;
  headlines: Record<string, number>;
  cells: { kind: string; by: string; verdicts: Record<string, number> }[];
  eventYears: Record<string, number>;
  factGrades: Record<string, Record<string, number>>;
  openQuestions: number;
  notStated: Record<string, { notStated: number; of: number }>;
}
const statsOf = async (query = "") => (await (await server.ask(`/v1/stats${query}`)).json()) as Stats;

const sum = (counts: Readonly<Record<string, number>> | readonly number[]): number =>
  Object.values<number>(counts).reduce((a, b) => a + b, 0);

/** The numbers beside the bars of a section. */
const countsIn = (html: string, section: string): number[] => {
  const [markup = ""] = new RegExp(`<section id="${section}".*?</section>`, "s").exec(html) ?? [];
  return [...markup.matchAll(/<span class="count">(\d+)/g)].map(([, n]) => Number(n));
};

describe("statistics", () => {
  test.each(["", "?region=DE", "?plan=business&age=minor"])("are those of the API%s", async (query) => {
    const stats = await statsOf(query);
    const html = await server.page(`/en/stats${query}`);
    expect(sum(countsIn(html, "headlines"))).toBe(sum(stats.headlines));
    const kinds = ["own", "others"].flatMap((by) =>
      stats.cells.filter((cell) => cell.by === by).map(({ verdicts }) => sum(verdicts)),
    );
    expect(countsIn(html, "kinds")).toEqual(kinds);
    expect(sum(countsIn(html, "categories"))).toBe(stats.totals["platforms"]);
    expect(sum(countsIn(html, "effort"))).toBe(stats.totals["platforms"]);
    expect(countsIn(html, "evidence")).toEqual(
      ["dataUse", "defaultState", "data", "legalBasis"].map((fact) => sum(stats.factGrades[fact] ?? {})),
    );
  });
  test("over time, the last day is the one that is asked about", async () => {
    const html = await server.page("/en/stats?as_of=2025-06-01");
    const platforms = (await statsOf("?as_of=2025-06-01")).totals["platforms"];
    expect(countsIn(html, "time")).toEqual(daysUntil("2025-06-01").map(() => platforms));
    expect(html).toContain("1 June 2025");
  });
  test.each([
    ["2026-11-24", ["2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01", "2026-11-24"]],
    ["2024-01-01", ["2023-01-01", "2024-01-01"]],
    ["2022-05-01", ["2022-05-01"]],
  ])("the days until %s", (day, days) => expect(daysUntil(day)).toEqual(days));
  test("each chart with several series has a table with all its numbers", async () => {
    const html = await server.page("/en/stats");
    const { cells } = await statsOf();
    const tables = [...html.matchAll(/<table><caption class="hidden">.*?<\/table>/gs)].map(
      ([table]) => table,
    );
    const numbers = (table = "") => [...table.matchAll(/<td>(\d+)<\/td>/g)].map(([, n]) => Number(n));
    const own = cells.filter(({ by }) => by === "own").map(({ verdicts }) => sum(verdicts));
    // Each row ends with its sum.
    expect(sum(numbers(tables[0]))).toBe(2 * sum(own));
  });
});

describe("a bar", () => {
  const parts = (svg: string) =>
    [...svg.matchAll(/<rect x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, x, width]) => [
      Number(x),
      Number(width),
    ]);
  test("has a part for each number, one after the other", () =>
    expect(parts(barOf([{ count: 5 }, { count: 0 }, { count: 15 }], 40))).toEqual([
      [0, 12.5],
      [12.5, 37.5],
    ]));
  test("has numbers only where there is room for them", () => {
    const svg = barOf(
      [
        { count: 1, colour: "a" },
        { count: 99, colour: "b" },
      ],
      100,
      true,
    );
    expect([...svg.matchAll(/<text[^>]*>(\d+)/g)].map(([, n]) => n)).toEqual(["99"]);
  });
  test("what is hatched or empty has an outline and no number", () =>
    expect(barOf([{ count: 4, fill: "hatched" }], 4, true)).toMatch(
      /url\(#hatch\)" stroke="currentColor"\/><\/svg>/,
    ));
});

describe("myths", () => {
  test("each can be linked, and links to its platform", async () => {
    const html = await server.page("/en/myths");
    const anchor = anchorOf("alpha", "notice");
    expect(html).toContain(`<li id="${anchor}">`);
    expect(html).toContain(`href="#${anchor}" aria-label="Link to this: Alpha, A copied notice stops it."`);
    expect(html).toContain("It does not.");
  });
  test("only those of a category", async () => {
    expect(await server.page("/en/myths?category=messaging")).not.toContain("A copied notice");
    expect(await server.page("/en/myths?category=social-network")).toContain("A copied notice");
  });
  test("anchors are unique: ids have no two hyphens in a row", () =>
    expect(anchorOf("a-b", "c")).not.toBe(anchorOf("a", "b-c")));
});

test("the method's figures are those of the data", async () => {
  const { totals, openQuestions, notStated } = await statsOf();
  const html = await server.page("/en/method");
  expect(html).toContain(
    `${totals["platforms"]} platforms, ${totals["rules"]} rules, ${totals["sources"]} documents, ${totals["passages"]} passages`,
  );
  expect(html).toContain(`<dd>${openQuestions}</dd>`);
  for (const name of ["dataUse", "effect"])
    expect(html).toContain(`<dd>${notStated[name]?.notStated} of ${notStated[name]?.of}</dd>`);
});

describe("developers", () => {
  test("every path of the API, with a request that shows it", async () => {
    const html = await server.page("/en/developers");
    for (const { path, about, example } of ENDPOINTS) {
      if (about === undefined) continue;
      expect(html, path).toContain(`<code>${path}</code>`);
      expect(html, path).toContain(`href="/v1${example.replaceAll("&", "&amp;")}"`);
    }
  });
  test("nothing that this server does not have", async () => {
    const html = await server.page("/en/developers");
    const paths = [...html.matchAll(/(?:href|src)="(\/[^"#]*)"/g)].map(([, path = ""]) =>
      path.replaceAll("&amp;", "&").replace("/linkedin", "/alpha"),
    );
    for (const path of paths.filter((p) => !p.startsWith("/v1/")))
      expect((await server.ask(path)).status, path).toBeLessThan(400);
  });
});

describe("downloads and errors", () => {
  test("downloads: each file with a command, and the dataset for search engines", async () => {
    const html = await server.page("/de/download?region=DE");
    expect(html).toContain('href="http://localhost/download/latest/ai-data-use.sqlite"');
    expect(html).toContain("2,6\u00a0MB");
    expect(html).toMatch(/"@type":"Dataset".*"contentUrl":"http:\/\/localhost\/download\/latest/s);
    expect(html).toContain("curl -sO http://localhost/download/latest/ai-data-use.sqlite");
  });
  test("each error has a page in both languages that says how to resolve it", async () => {
    for (const [name, { title, status, remedy }] of Object.entries(PROBLEMS)) {
      const [english, german] = [
        await server.page(`/en/problems/${name}`),
        await server.page(`/de/problems/${name}`),
      ];
      for (const html of [english, german])
        for (const part of [title, String(status), `/problems/${name}`, remedy.replaceAll("&", "&amp;")])
          expect(html, name).toContain(part);
      expect(english).not.toBe(german);
    }
  });
  test("the type of an error leads to its page", async () => {
    const { type } = (await (await server.ask("/v1/platforms?region=XX")).json()) as { type: string };
    expect((await server.ask(type)).status).toBe(200);
  });
});

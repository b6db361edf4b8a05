import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANGUAGES } from "../../src/language/index.ts";
import { CATEGORY, PLAN, termsOf } from "../../src/model/index.ts";
import { type SiteServer, siteServer } from "./server.ts";

/* The pages that show platforms, days and plans side by side say what the API says. */
let server: SiteServer;
beforeAll(async () => {
  server = await siteServer();
});
afterAll(() => server.engine.close());

const EN = LANGUAGES.en;
type Answer = { verdict: Parameters<typeof EN.answer>[0]["verdict"]; certainty: null };
interface Item {
  id: string;
  name: string;
  category: string;
  headline: Answer & { sentence: string };
}

const jsonOf = async <T>(path: string): Promise<T> => (await (await server.ask(`/v1${path}`)).json()) as T;

const text = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .trim();

/** The rows of a table as texts, by their head. */
function rowsOf(html: string, table: number): Map<string, string[]> {
  const markup = [...html.matchAll(/<table[^>]*>.*?<\/table>/gs)][table]?.[0] ?? "";
  return new Map(
    [...markup.matchAll(/<tr><th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, head = "", cells = ""]) => [
      text(head),
      [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = ""]) => text(cell)),
    ]),
  );
}

const location = async (path: string) => {
  const response = await server.ask(path);
  return [response.status, response.headers.get("Location")];
};

describe("compare", () => {
  test("platforms side by side have the answers of the API", async () => {
    const { sideBySide } = await jsonOf<{ sideBySide: Item[] }>("/compare?ids=alpha,beta,gamma&region=DE");
    const rows = rowsOf(await server.page("/en/compare?ids=alpha,beta,gamma&region=DE"), 0);
    expect(rows.get("What happens")?.map((cell) => cell.toLowerCase())).toEqual(
      sideBySide.map(({ headline }) => `${EN.answer(headline)} ${headline.sentence}`.toLowerCase()),
    );
    expect(rows.get("Effort")).toHaveLength(3);
  });
  test("by kind of data, of what at least one states something", async () => {
    const rows = rowsOf(await server.page("/en/compare?ids=alpha,beta"), 1);
    const { sideBySide } = await jsonOf<{
      sideBySide: {
        kinds: { kind: keyof typeof import("../../src/model/index.ts").KIND; own: Answer | null }[];
      }[];
    }>("/compare?ids=alpha,beta");
    const stated = new Set(
      sideBySide.flatMap(({ kinds }) => kinds.filter(({ own }) => own !== null).map(({ kind }) => kind)),
    );
    for (const kind of stated)
      expect([...rows.keys()]).toContain(`${EN.terms.kind(kind)} ${EN.terms.cell("own")}`);
    for (const cells of rows.values()) expect(cells).toHaveLength(2);
  });
  test("a form adds platforms, by any of their names, and links remove them", async () => {
    expect(await location("/de/compare?ids=alpha&add=Beta+chat,gamma&region=DE")).toEqual([
      302,
      "/de/compare?region=DE&ids=alpha%2Cbeta%2Cgamma",
    ]);
    expect(await location("/compare?ids=&add=alpha")).toEqual([302, "/compare?ids=alpha"]);
    const html = await server.page("/en/compare?ids=alpha,beta&region=DE");
    expect(html).toContain('<a href="/en/compare?region=DE&amp;ids=beta" aria-label="Remove Alpha"');
    expect(await server.page("/en/compare?ids=alpha")).not.toContain(">Remove<");
  });
  test("a name that is unknown leads to one that works", async () => {
    const response = await server.ask("/en/compare?ids=alpha&add=gamam");
    expect(response.status).toBe(404);
    const [, works = ""] = /class="button" href="([^"]*)"/.exec(await response.text()) ?? [];
    expect(await location(works.replaceAll("&amp;", "&"))).toEqual([302, "/en/compare?ids=alpha%2Cgamma"]);
  });
  test("one platform on two days, with what happened in between", async () => {
    const query = "from=2024-01-01&to=2026-01-01&region=DE";
    const { overTime } = await jsonOf<{
      overTime: {
        events: { title: string }[];
        headline: { before: Item["headline"]; after: Item["headline"] };
      };
    }>(`/platforms/alpha/compare?${query}`);
    const html = await server.page(`/en/compare?id=alpha&${query}`);
    const { before, after } = overTime.headline;
    expect(rowsOf(html, 0).get("What happens")).toEqual(
      [before, after].map(({ sentence }) => expect.stringContaining(sentence)),
    );
    for (const { title } of overTime.events) expect(html).toContain(title);
    expect(html.match(/<time /g) ?? []).toHaveLength(overTime.events.length);
  });
});

describe("categories", () => {
  test.each(termsOf(CATEGORY))("%s: the platforms of the list, by their answer", async (category) => {
    const { items } = await jsonOf<{ items: Item[] }>(`/platforms?category=${category}`);
    const html = await server.page(`/en/categories/${category}`);
    const sections = [...html.matchAll(/<section id="([a-z-]+)".*?<\/section>/gs)];
    const found = sections.flatMap(([section, verdict = ""]) =>
      [...section.matchAll(/<h3><a href="\/en\/platforms\/([a-z-]+)">/g)].map(([, id]) => `${verdict} ${id}`),
    );
    expect(found.toSorted()).toEqual(items.map(({ id, headline }) => `${headline.verdict} ${id}`).toSorted());
  });
  test("one that is not known: the nearest", async () => {
    const response = await server.ask("/en/categories/mesaging");
    expect([response.status, (await response.text()).includes("messaging")]).toEqual([404, true]);
  });
});

describe("plans", () => {
  const PLANS = termsOf(PLAN);
  test.each(["", "&region=DE", "&age=minor"])("every platform's answer on each plan%s", async (who) => {
    const answers = await Promise.all(
      PLANS.map((plan) => jsonOf<{ items: Item[] }>(`/platforms?plan=${plan}${who}`)),
    );
    const rows = rowsOf(await server.page(`/en/plans?plan=free${who}`), 0);
    const [first] = answers;
    expect(rows.size).toBe(first?.items.length);
    for (const { name } of first?.items ?? [])
      expect(rows.get(name)?.map((cell) => cell.toLowerCase())).toEqual(
        answers.map(({ items }) => {
          const item = items.find((other) => other.name === name) as Item;
          return EN.answer(item.headline).toLowerCase();
        }),
      );
  });
  test("filters select by the plan that is chosen", async () => {
    for (const plan of PLANS) {
      const filter = `category=messaging,social-network&verdict=on-by-default&plan=${plan}`;
      const { items } = await jsonOf<{ items: Item[] }>(`/platforms?${filter}`);
      const rows = rowsOf(await server.page(`/en/plans?${filter}`), 0);
      expect([...rows.keys()]).toEqual(items.map(({ name }) => name));
    }
  });
  test("of one platform: a column for each plan, and plans with one answer together", async () => {
    const html = await server.page("/en/platforms/alpha/plans?region=DE");
    const cells = rowsOf(html, 0).get("What happens") ?? [];
    const headlines = await Promise.all(
      PLANS.map((plan) => jsonOf<Item>(`/platforms/alpha?region=DE&plan=${plan}`)),
    );
    expect(cells.map((cell) => cell.toLowerCase())).toEqual(
      headlines.map(({ headline }) => EN.answer(headline).toLowerCase()),
    );
    const different = new Set(headlines.map(({ headline }) => headline.sentence));
    const [, summary = ""] = /<dl class="rows">(.*?)<\/dl>/s.exec(html) ?? [];
    expect(summary.match(/<dt>/g)).toHaveLength(different.size);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { audience, type Platform } from "../../src/model/index.ts";
import { resolve, stops } from "../../src/policy/index.ts";
import { MOST_SERVICES } from "../../src/site/pages/checklist/chosen.ts";
import { todoOf, totalOf } from "../../src/site/pages/checklist/todo.ts";
import { csvOf } from "../../src/site/pages/vendor-review/csv.ts";
import { reportOf } from "../../src/site/pages/vendor-review/report.ts";
import { viewOf } from "../../src/site/view.ts";
import { realPlatforms, type SiteServer, siteServer } from "./server.ts";

const DAY = "2026-11-24";
const records = readdirSync("data/platforms").map(
  (file) => JSON.parse(readFileSync(`data/platforms/${file}`, "utf8")) as Platform,
);
const PEOPLE = [
  {},
  { region: "DE" },
  { region: "US-CA", age: "minor" },
  { region: "DE", plan: "business" },
  { region: "GB", account: "non-user" },
] as const;

const todoFor = (person: object, ids?: readonly string[]) =>
  todoOf(
    records
      .filter(({ id }) => ids === undefined || ids.includes(id))
      .map((platform) => ({ platform, resolved: resolve(platform, audience(person, DAY)) })),
  );
const idsOf = (items: readonly { platform: Platform }[]) => items.map(({ platform }) => platform.id);

describe("what to switch off, from the real records", () => {
  test.each(PEOPLE)(
    "%j: every service is somewhere, and nothing that can be stopped is missing",
    (person) => {
      const todo = todoFor(person);
      const everywhere = [todo.tasks, todo.stuck, todo.settled, todo.withdrawn].map(idsOf);
      expect(new Set(everywhere.flat())).toEqual(new Set(records.map(({ id }) => id)));
      const [tasks = [], stuck = []] = everywhere;
      for (const record of records) {
        const { verdict, split } = resolve(record, audience(person, DAY)).headline;
        if (verdict === "on-by-default") expect(tasks, record.id).toContain(record.id);
        if (verdict === "no-choice") expect(stuck, record.id).toContain(record.id);
        const used = split.some((part) => !["off-by-default", "not-used"].includes(part.verdict));
        if (verdict === "mixed" && used) expect([...tasks, ...stuck], record.id).toContain(record.id);
      }
    },
  );

  test.each(PEOPLE)(
    "%j: what is listed stops a use, and what nothing stops has no such control",
    (person) => {
      const { tasks, stuck } = todoFor(person);
      for (const { controls, stopped } of tasks) {
        expect(stopped.length).toBeGreaterThan(0);
        expect(controls.filter((control) => !stops(control))).toEqual([]);
      }
      expect(stuck.flatMap(({ uses }) => uses.flatMap((use) => use.controls)).filter(stops)).toEqual([]);
    },
  );

  test("the most effect for the least effort comes first", () => {
    const ids = idsOf(todoFor({ region: "DE" }).tasks);
    const isFirst = (first: string, second: string) =>
      expect(ids.indexOf(first), `${first} before ${second}`).toBeLessThan(ids.indexOf(second));
    // What only an administrator can do comes after what a person can do.
    isFirst("quora", "atlassian");
    // What the company says that it does comes before what its terms only allow.
    isFirst("whatsapp", "quora");
    // More kinds of data, then fewer steps.
    isFirst("linkedin", "chatgpt");
    isFirst("gemini", "chatgpt");
    // A setting comes before a form, a form before a message.
    isFirst("chatgpt", "whatsapp");
    isFirst("meta-ai", "kimi");
  });

  test("the actions are those of the steps", () => {
    const { tasks } = todoFor({ region: "DE" }, ["linkedin", "x"]);
    expect(idsOf(tasks)).toEqual(["linkedin", "x"]);
    expect(totalOf(tasks)).toEqual({ actions: 13, unrecorded: 0 });
  });
});

describe("pages", () => {
  let server: SiteServer;
  beforeAll(async () => {
    server = await siteServer();
  });
  afterAll(() => server.engine.close());

  test("a list is the same however it is asked for: in one parameter, in several, by other names", async () => {
    const etag = async (query: string) => (await server.ask(`/en/checklist?${query}`)).headers.get("ETag");
    const expected = await etag("ids=alpha,beta");
    expect(await etag("ids=beta,alpha")).toBe(expected);
    expect(await etag("ids=beta&ids=alpha")).toBe(expected);
    expect(await etag("ids=alpha,,beta,&ids=")).toBe(expected);
    expect(await server.page("/en/checklist?ids=Alpha")).toContain('data-ids="alpha"');
  });

  test("what is not in the dataset is listed, not an error", async () => {
    const html = await server.page("/en/checklist?ids=alpha,<b>nothing</b>");
    expect(html).toContain('<div id="unknown"><section id="not-known"');
    expect(html).toContain("<li>&lt;b&gt;nothing&lt;/b&gt;</li>");
    expect(html).toContain("1 service not in our data");
  });

  test.each([
    ["/en/checklist", MOST_SERVICES.checklist],
    ["/en/vendor-review", MOST_SERVICES.review],
    ["/vendor-review.csv", MOST_SERVICES.review],
  ])("%s has at most %i services, and says so", async (path, most) => {
    const ids = (count: number) => Array.from({ length: count }, (_, i) => `none-${i}`);
    expect((await server.ask(`${path}?ids=${ids(most)}`)).status).toBe(200);
    const response = await server.ask(
      `${path}?${ids(most + 1)
        .map((id) => `ids=${id}`)
        .join("&")}`,
    );
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(
      `ids: a list has at most ${most} services here, and this one has ${most + 1}.`,
    );
  });

  test("without services, and to change them: the form, with what was chosen", async () => {
    expect(await server.page("/en/checklist?ids=")).toContain('data-services="own"');
    const html = await server.page("/en/checklist?ids=alpha&edit=true&region=DE");
    expect(html).toMatch(/<input type="checkbox" name="ids" value="alpha" checked/);
    expect(html).not.toMatch(/value="beta" checked/);
    expect(await server.page("/en/checklist")).toContain('rel="canonical"');
    expect(html).toContain('content="noindex"');
  });

  test("the form has the addresses by which services are found, and those of other services", async () => {
    const html = await server.page("/en/checklist");
    expect(html).toMatch(/value="alpha" data-addresses="[^"]*alpha\.example\.org/);
    // What a person pastes has no name: no form sends it.
    expect(html).toMatch(/<textarea id="paste"(?![^>]* name=)/);
    expect(html).toMatch(/<input id="paste-file"(?![^>]* name=)/);
  });

  test("a platform's page adds it to the list, without a script too", async () =>
    expect(await server.page("/de/platforms/alpha?region=DE")).toContain(
      'href="/de/checklist?region=DE&amp;ids=alpha#add">Zu meiner Liste</a>',
    ));

  test("it costs few reads: the services to choose are read once for a publication", async () => {
    const { store } = server.services;
    const calls: string[] = [];
    for (const name of ["list", "located", "platforms"] as const) {
      const original = store[name].bind(store) as (...args: unknown[]) => unknown;
      Object.assign(store, {
        [name]: (...args: unknown[]) => {
          calls.push(name);
          return original(...args);
        },
      });
    }
    await server.ask("/en/checklist?plan=paid");
    await server.ask("/en/checklist?plan=business");
    await server.ask("/de/checklist?ids=alpha,beta,gamma&plan=enterprise");
    expect(calls.filter((name) => name !== "platforms").length).toBeLessThanOrEqual(2);
    expect(calls.filter((name) => name === "platforms").length).toBeLessThanOrEqual(1);
  });
});

describe("the vendor review", () => {
  const real = realPlatforms();

  test("a list leads to a review only if that can have as many services", async () => {
    const linked = async (count: number) =>
      (await (await real.ask(`/en/checklist?ids=${real.ids.slice(0, count)}`)).text()).includes(
        "/en/vendor-review?ids=",
      );
    expect([await linked(MOST_SERVICES.review), await linked(MOST_SERVICES.review + 1)]).toEqual([
      true,
      false,
    ]);
  });

  test("is for the business plan unless another is asked for", async () => {
    const page = async (query: string) =>
      (await real.ask(`/en/vendor-review?ids=atlassian,zoom${query}`)).text();
    expect(await page("")).toContain("For people on a business plan, 24 November 2026.");
    expect(await page("&plan=free")).toContain("on the free plan");
    const html = await page("&region=DE");
    expect(html).toContain(
      'href="/en/vendor-review.csv?region=DE&amp;plan=business&amp;ids=atlassian%2Czoom"',
    );
    expect(html).toContain("Setting · an administrator · stops it");
    expect(html).toMatch(/<th scope="row">Files<\/th><td data-name="Its own generative AI">.*?on by default/);
    // The answer as a whole is the same on the enterprise plan, but not this use.
    expect(html).toMatch(/Enterprise: off by default \([A-Z][^<]*\)/);
    const outside = await (await real.ask("/en/vendor-review?ids=atlassian")).text();
    expect(outside).toContain("Enterprise: off by default");
  });

  test("as CSV: one row for each service, for spreadsheets", async () => {
    const response = await real.ask("/de/vendor-review.csv?ids=zoom,atlassian,nothing&region=DE");
    expect(response.headers.get("Content-Type")).toBe("text/csv; charset=utf-8; header=present");
    expect(response.headers.get("Content-Disposition")).toBe(
      'attachment; filename="ai-data-use-vendor-review-de-business-2026-11-24.csv"',
    );
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const rows: Record<string, string>[] = parse(Buffer.from(bytes), { bom: true, columns: true });
    expect(rows.map((row) => [row["Dienst"], row["Tarif"], row["Antwort"]])).toEqual([
      ["Jira and Confluence (Atlassian)", "Business", "unterschiedlich"],
      ["Zoom", "Business", "nicht verwendet"],
      ["nothing", "", "Nicht in unseren Daten"],
    ]);
  });

  test("no cell of the CSV is a formula to a spreadsheet", () => {
    const zoom = records.find(({ id }) => id === "zoom") as Platform;
    const platform: Platform = {
      ...zoom,
      name: '=HYPERLINK("http://evil.example")',
      plans: { business: ["@SUM(1)", "b"] },
      controls: zoom.controls.map((control) => ({ ...control, name: " +cmd|' /C calc'!A0" })),
    };
    const who = audience({ plan: "business" }, DAY);
    const report = reportOf({
      platform,
      operator: undefined,
      resolved: resolve(platform, who),
      review: undefined,
    });
    const view = viewOf({
      code: "en",
      prefix: undefined,
      who,
      today: DAY,
      publication: undefined,
      release: undefined,
      origin: "https://example.org",
      address: { path: "/vendor-review.csv", params: {} },
    });
    const cells = (parse(csvOf(view, [report], ["-2+3", "\t=1"]), { bom: true }) as string[][]).flat();
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
    expect(cells).toContain('\'=HYPERLINK("http://evil.example")');
    expect(cells).toContain("'-2+3");
  });
});

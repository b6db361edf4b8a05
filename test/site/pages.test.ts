import { HtmlValidate } from "html-validate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { MOST_SERVICES } from "../../src/site/pages/checklist/chosen.ts";
import { testHistory } from "../fixtures/history.ts";
import { realPlatforms, type SiteServer, siteServer } from "./server.ts";

/** A list cut into parts of at most `most`. */
const inParts = <T>(list: readonly T[], most: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / most) }, (_, i) => list.slice(i * most, (i + 1) * most));

/* Every page is valid HTML without anything inline, and every link on it leads somewhere. */
let server: SiteServer;
beforeAll(async () => {
  server = await siteServer(testHistory());
});
afterAll(() => server.engine.close());

const LANGUAGES = ["", "/en", "/de"];
const AUDIENCES = [
  "",
  "?region=DE",
  "?region=US-CA&plan=paid&age=minor",
  "?account=non-user&as_of=2025-01-01",
];
const PATHS = [
  "/",
  "/platforms",
  "/platforms/alpha",
  "/platforms/alpha/evidence",
  "/platforms/beta",
  "/platforms/gamma",
  "/operators/child",
  "/events",
  "/changes",
  "/releases",
  "/releases/latest",
  "/search",
  "/checklist",
  "/vendor-review",
  "/categories/messaging",
  "/platforms/alpha/plans",
  "/plans",
  "/compare",
  "/myths",
  "/stats",
  "/developers",
  "/method",
  "/download",
  "/problems",
  "/problems/invalid-parameter",
  "/embed/alpha",
  "/embed/beta",
];
/** Pages whose own parameters decide what they show. */
const WITH_PARAMETERS = [
  "/compare?ids=alpha,beta,gamma",
  "/compare?ids=alpha",
  "/compare?id=alpha&from=2024-01-01&to=2026-01-01",
  "/plans?category=messaging&verdict=not-used",
  "/plans?category=browser",
  "/myths?category=social-network",
  "/platforms?control=setting",
  "/checklist?ids=alpha,beta,gamma,nothing",
  "/checklist?ids=alpha&edit=true",
  "/vendor-review?ids=alpha,beta,nothing",
  "/vendor-review?ids=alpha&edit=true",
];
const PAGES = LANGUAGES.flatMap((language) => [
  ...PATHS.flatMap((path) =>
    AUDIENCES.map((who) => `${language}${path === "/" && language !== "" ? "" : path}${who}`),
  ),
  ...WITH_PARAMETERS.flatMap((path) => [`${language}${path}`, `${language}${path}&region=DE&plan=paid`]),
]);
const ERRORS = [
  "/platforms/alfa",
  "/de/platforms/alfa",
  "/nothing-here",
  "/platforms?region=Germany",
  "/events?typ=reported",
  "/categories/mesaging",
  "/de/problems/nothing",
  "/compare?ids=alpha,alfa",
  "/compare?id=alpha",
];

const validator = new HtmlValidate({
  extends: ["html-validate:standard", "html-validate:a11y"],
  rules: {
    // HTML allows both: hono closes empty elements, and options need neither end tags nor quotation marks.
    "void-style": "off",
    "no-implicit-close": "off",
    "attr-quotes": "off",
    "no-inline-style": "error",
    "no-trailing-whitespace": "off",
    "doctype-style": "off",
    // Long titles are for the result lists of search engines, which cut them.
    "long-title": "off",
    "attribute-boolean-style": "off",
    "no-raw-characters": ["error", { relaxed: true }],
  },
});

const faultsOf = async (html: string): Promise<string[]> =>
  (await validator.validateString(html)).results.flatMap(({ messages }) =>
    messages.map((m) => `${m.line}:${m.column} ${m.ruleId}: ${m.message}`),
  );

describe("markup", () => {
  test.each([...PAGES, ...ERRORS])("%s is valid HTML", async (path) =>
    expect(await faultsOf(await server.page(path))).toEqual([]),
  );

  test.each([...PAGES, ...ERRORS])(
    "%s has no script or style of its own, and names its language",
    async (path) => {
      const html = await server.page(path);
      const scripts = [...html.matchAll(/<script([^>]*)>/g)].map(([, attributes = ""]) => attributes);
      expect(
        scripts.filter((s) => !/ src="\/assets\//.test(s) && !s.includes('type="application/ld+json"')),
      ).toEqual([]);
      expect(html).not.toMatch(/<style| style="| on\w+="|javascript:/);
      expect(html).not.toMatch(/undefined|null|\[object|NaN/);
      expect(html).toContain(`<html lang="${/^\/de(\/|\?|$)/.test(path) ? "de" : "en"}"`);
      expect(html.match(/<h1/g)).toHaveLength(1);
    },
  );
});

/** The links of a page to this server, without what they point to inside a page. */
const linksIn = (html: string): string[] =>
  [...html.matchAll(/(?:href|src|action)="([^"]*)"/g)]
    .map(([, href = ""]) => href.replaceAll("&amp;", "&"))
    .filter((href) => href.startsWith("/"))
    .map((href) => href.replace(/#.*/, ""));

test("every link within the site leads to an answer", async () => {
  const seen = new Set<string>();
  const broken: string[] = [];
  const queue = [...PAGES];
  while (queue.length > 0) {
    const path = queue.pop() as string;
    if (seen.has(path) || seen.size > 2000) continue;
    seen.add(path);
    const response = await server.ask(path);
    if (response.status >= 400) broken.push(`${response.status} ${path}`);
    if (!response.headers.get("Content-Type")?.startsWith("text/html")) continue;
    queue.push(...linksIn(await response.text()));
  }
  expect(broken).toEqual([]);
  expect(seen.size).toBeGreaterThan(100);
});

test("links inside a page lead to a place in it", async () => {
  for (const path of PAGES) {
    const html = await server.page(path);
    const ids = new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
    const missing = [...html.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id).filter((id) => !ids.has(id));
    expect(missing, path).toEqual([]);
  }
});

describe("the real records", () => {
  const real = realPlatforms();
  /** Bytes before compression. */
  const LIMIT = 40 * 1024;

  test.each(["en", "de"])("a platform's page in %s is small", async (language) => {
    const sizes: [string, number][] = [];
    for (const id of real.ids)
      for (const who of ["", "?region=DE", "?region=US-CA&plan=paid"]) {
        const response = await real.ask(`/${language}/platforms/${id}${who}`);
        sizes.push([`${id}${who}`, (await response.arrayBuffer()).byteLength]);
      }
    expect(sizes.filter(([, bytes]) => bytes > LIMIT)).toEqual([]);
  });

  test("a page of many is valid HTML, also of its evidence", async () => {
    const faults: string[] = [];
    // The validator is slow: forty platforms, spread over the alphabet, however many there are.
    const step = Math.ceil(real.ids.length / 40);
    for (const id of real.ids.filter((_, i) => i % step === 0))
      for (const path of [`/de/platforms/${id}?region=DE`, `/en/platforms/${id}/evidence`])
        for (const fault of await faultsOf(await (await real.ask(path)).text()))
          faults.push(`${path} ${fault}`);
    expect(faults).toEqual([]);
  }, 120_000);

  test.each(["en", "de"])(
    "a checklist and a review of every service in %s are valid HTML",
    async (language) => {
      const lists = [
        ...inParts(real.ids, MOST_SERVICES.checklist).map(
          (ids) => `/${language}/checklist?region=DE&ids=${ids}`,
        ),
        ...inParts(real.ids, MOST_SERVICES.review).map(
          (ids) => `/${language}/vendor-review?region=DE&ids=${ids}`,
        ),
      ];
      for (const path of lists) {
        const response = await real.ask(path);
        expect([path, response.status, await faultsOf(await response.text())]).toEqual([path, 200, []]);
      }
    },
    120_000,
  );

  test("LinkedIn in Germany: the answer, the link to the switch, and the evidence", async () => {
    const html = await (await real.ask("/en/platforms/linkedin?region=DE")).text();
    expect(html).toContain("<title>Does LinkedIn train AI on your data? How to opt out (Germany)</title>");
    expect(html).toContain("for people in Germany on the free plan, today");
    expect(html).toMatch(
      /<a class="button" href="https:\/\/www\.linkedin\.com\/[^"]*">Open the setting on linkedin\.com/,
    );
    const evidence = await (await real.ask("/en/platforms/linkedin/evidence?region=DE")).text();
    expect(evidence).toContain(
      "#:~:text=To%20train%2C%20fine%2Dtune%2C%20evaluate%20and%20improve%20our%20Generative,",
    );
  });
});

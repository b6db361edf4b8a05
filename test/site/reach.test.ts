import { XMLParser } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEADERS } from "../../src/api/http/headers.ts";
import { sitemap, sitemapIndex, sitemapParts } from "../../src/site/reach/sitemap.ts";
import { type SiteServer, siteServer } from "./server.ts";

/* What search engines, browsers, programs and crawlers read. */
let server: SiteServer;
beforeAll(async () => {
  server = await siteServer();
});
afterAll(() => server.engine.close());

const ANY = { Accept: "*/*" };
const text = async (path: string, headers: Record<string, string> = ANY): Promise<string> => {
  const response = await server.ask(path, headers);
  expect(response.status, path).toBe(200);
  return response.text();
};
const xml = async <T>(path: string): Promise<T> =>
  new XMLParser({
    ignoreAttributes: false,
    isArray: (name) => name === "url" || name === "xhtml:link",
  }).parse(await text(path)) as T;

interface Urls {
  urlset: {
    url: { loc: string; lastmod: string; "xhtml:link": { "@_hreflang": string; "@_href": string }[] }[];
  };
}

describe("the sitemap", () => {
  test("has every page in every language, with the day of its last change and its alternates", async () => {
    const { urlset } = await xml<Urls>("/sitemap.xml");
    const urls = urlset.url.map(({ loc }) => loc);
    for (const path of [
      "",
      "/platforms",
      "/platforms/alpha",
      "/platforms/alpha/evidence",
      "/operators/child",
    ])
      for (const language of ["en", "de"]) expect(urls).toContain(`http://localhost/${language}${path}`);
    expect(new Set(urls).size).toBe(urls.length);
    for (const { lastmod } of urlset.url) expect(lastmod).toMatch(/^\d{4}-\d\d-\d\d$/);
    const known = new Set(urls);
    for (const { loc, "xhtml:link": alternates } of urlset.url) {
      expect(alternates.map((a) => a["@_hreflang"])).toEqual(["en", "de", "x-default"]);
      // They name each other, as search engines ask.
      expect(alternates.some((a) => a["@_href"] === loc)).toBe(true);
      for (const a of alternates.slice(0, 2)) expect(known).toContain(a["@_href"]);
    }
  });
  test("every page in it exists, says the same of itself, and wants to be listed", async () => {
    const { urlset } = await xml<Urls>("/sitemap.xml");
    for (const { loc } of urlset.url) {
      const html = await text(loc.replace("http://localhost", ""), {});
      expect(html).toContain(`<link rel="canonical" href="${loc}">`);
      expect(html).not.toContain("noindex");
    }
  });
  test("an index where one file is not enough", () => {
    const pages = Array.from({ length: 5 }, (_, i) => ({
      url: (language: string | undefined) => `https://x.example/${language ?? ""}?a=1&b=${i}`,
      changed: `2026-01-0${i + 1}`,
    }));
    const parts = sitemapParts(pages, ["en", "de"], 4);
    expect(parts.map((part) => part.length)).toEqual([2, 2, 1]);
    expect(sitemap(parts[2] ?? [], ["en", "de"])).toContain("<loc>https://x.example/de?a=1&amp;b=4</loc>");
    expect(sitemapIndex([{ url: "https://x.example/sitemap-1.xml", changed: "2026-01-02" }])).toContain(
      "<sitemap><loc>https://x.example/sitemap-1.xml</loc><lastmod>2026-01-02</lastmod></sitemap>",
    );
  });
  test("there are no parts where one file is enough", async () =>
    expect((await server.ask("/sitemap-1.xml", ANY)).status).toBe(404));
});

test("security.txt has a contact, expires in a year at most and names its own address", async () => {
  const fields = new Map(
    (await text("/.well-known/security.txt")).split("\n").map((line) => line.split(": ") as [string, string]),
  );
  expect(fields.get("Contact")).toMatch(/^https:\/\//);
  expect(fields.get("Expires")).toMatch(/^\d{4}-\d\d-\d\dT00:00:00\.000Z$/);
  expect(fields.get("Canonical")).toBe("http://localhost/.well-known/security.txt");
});

test("an icon is found where browsers look without a link", async () => {
  const response = await server.ask("/favicon.ico", ANY);
  expect(response.status).toBe(302);
  expect((await server.ask(response.headers.get("Location") ?? "", ANY)).headers.get("Content-Type")).toBe(
    "image/svg+xml; charset=utf-8",
  );
});

test("robots.txt allows everything, also to train AI, and names the sitemap by the origin", async () => {
  const lines = (await text("/robots.txt")).split("\n");
  expect(lines).toContain("Sitemap: http://localhost/sitemap.xml");
  expect(lines.filter((line) => line.startsWith("Disallow"))).toEqual([]);
  expect(lines).toContain("Content-Usage: search=y, train-ai=y");
});

describe("llms.txt", () => {
  test("has the proposed form: a title, a summary, and lists of links", async () => {
    const lines = (await text("/llms.txt")).split("\n");
    expect(lines[0]).toBe("# AI Data Use");
    expect(lines[2]).toMatch(/^> /);
    expect(lines.filter((line) => line.startsWith("## "))).toEqual([
      "## For programs",
      "## Platforms",
      "## Optional",
    ]);
    for (const item of lines.filter((line) => line.startsWith("- ")))
      expect(item).toMatch(/^- \[[^\]]+\]\(<https?:[^>]+>\)(: .+)?$/);
  });
  test("links every platform in Markdown, and the links work, in German too", async () => {
    for (const path of ["/llms.txt", "/de/llms.txt"]) {
      const links = [...(await text(path)).matchAll(/<http:\/\/localhost([^>]*\.md)>/g)].map(
        ([, link]) => link,
      );
      expect(links.length).toBeGreaterThan(2);
      for (const link of links) expect((await server.ask(link ?? "", ANY)).status, link).toBe(200);
    }
  });
});

describe("a platform in Markdown", () => {
  test("at its own path, and where it is preferred; browsers and programs get what they did before", async () => {
    const type = async (path: string, accept: string) =>
      (await server.ask(path, { Accept: accept })).headers.get("Content-Type")?.split(";")[0];
    expect(await type("/platforms/alpha.md", "*/*")).toBe("text/markdown");
    expect(await type("/de/platforms/alpha.md", "text/html")).toBe("text/markdown");
    expect(await type("/platforms/alpha", "text/markdown, text/html, */*")).toBe("text/markdown");
    expect(await type("/platforms/alpha", "text/html, text/markdown;q=0.5")).toBe("text/html");
    expect(await type("/platforms/alpha", "application/json, text/markdown;q=0.9")).toBe("application/json");
    expect(await type("/platforms", "text/markdown, text/html")).toBe("text/html");
  });
  test("both forms at one path are the same, and neither is given for the other from a cache", async () => {
    const markdown = await server.ask("/en/platforms/alpha", { Accept: "text/markdown" });
    const again = await server.ask("/en/platforms/alpha", {
      Accept: "text/markdown",
      "If-None-Match": markdown.headers.get("ETag") ?? "",
    });
    expect([again.status, again.headers.get("Content-Security-Policy")]).toEqual([
      304,
      HEADERS.text["Content-Security-Policy"],
    ]);
    expect(await markdown.text()).toBe(await text("/en/platforms/alpha.md"));
    expect(await text("/en/platforms/alpha", {})).toContain("<!doctype html>");
  });
  test("says for the same person what the page says", async () => {
    for (const language of ["en", "de"]) {
      const [page, markdown] = [
        await text(`/${language}/platforms/alpha?region=DE`, {}),
        await text(`/${language}/platforms/alpha.md?region=DE`),
      ];
      const [, headline = ""] = /<p class="headline">([^<]*)</.exec(page) ?? [];
      expect(markdown).toContain(`\n> ${headline}\n`);
      const steps = [
        ...(/<ol class="steps"[^>]*>(.*?)<\/ol>/.exec(page)?.[1] ?? "").matchAll(/<li>([^<]*)/g),
      ];
      expect(steps.length).toBeGreaterThan(0);
      for (const [, step] of steps) expect(markdown).toContain(`. ${step}`);
    }
  });
  test("the page names it", async () => {
    const response = await server.ask("/de/platforms/alpha?region=DE");
    expect(response.headers.get("Link")).toBe(
      '</de/platforms/alpha.md?region=DE>; rel="alternate"; type="text/markdown"',
    );
    expect(await response.text()).toContain(
      '<link rel="alternate" type="text/markdown" title="Alpha" href="/de/platforms/alpha.md?region=DE">',
    );
  });
  test("a former id leads to it, and errors are JSON for programs", async () => {
    const moved = await server.ask("/de/platforms/alpha-old.md?region=DE", ANY);
    expect([moved.status, moved.headers.get("Location")]).toEqual([308, "/de/platforms/alpha.md?region=DE"]);
    const missing = await server.ask("/platforms/alpa.md", ANY);
    expect([missing.status, await missing.json()]).toMatchObject([404, { nearest: ["alpha"] }]);
  });
});

describe("search from a browser", () => {
  interface Description {
    OpenSearchDescription: { ShortName: string; Url: { "@_type": string; "@_template": string }[] };
  }
  test("the description leads to the search and to suggestions", async () => {
    const { OpenSearchDescription: found } = await xml<Description>("/de/opensearch.xml");
    expect(found.ShortName.length).toBeLessThanOrEqual(16);
    for (const { "@_type": type, "@_template": template } of found.Url) {
      const path = template.replace("http://localhost", "").replace("{searchTerms}", "cha");
      const response = await server.ask(path, {});
      expect([response.status, response.headers.get("Content-Type")?.split(";")[0]]).toEqual([200, type]);
    }
  });
  test("suggestions are names, hosts and addresses in the form of browsers", async () => {
    const [q, names, hosts, urls] = JSON.parse(await text("/en/search/suggestions?q=bet")) as [
      string,
      string[],
      string[],
      string[],
    ];
    expect([q, names[0], urls[0]]).toEqual(["bet", "Béta Chat", "http://localhost/en/platforms/beta"]);
    expect([hosts.length, urls.length]).toEqual([names.length, names.length]);
    expect(JSON.parse(await text("/search/suggestions?q="))).toEqual(["", [], [], []]);
  });
  test("pages name it", async () =>
    expect(await text("/", {})).toContain('rel="search" type="application/opensearchdescription+xml"'));
});

test("the badge for shields.io has the form of its endpoint, and the answer of the image", async () => {
  const badge = JSON.parse(await text("/badge/alpha.json?region=DE")) as Record<string, unknown>;
  expect(Object.keys(badge).toSorted()).toEqual(["color", "label", "message", "schemaVersion"]);
  expect(badge["schemaVersion"]).toBe(1);
  const svg = await text("/badge/alpha.svg?region=DE");
  expect(svg).toContain(`aria-label="${badge["label"]}: ${badge["message"]}"`);
  expect(svg).toContain(String(badge["color"]));
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEADERS } from "../../src/api/http/headers.ts";
import NAMES from "../../src/site/assets/names.json" with { type: "json" };
import { preferredLanguage } from "../../src/site/http/language.ts";
import { localPath, partFor } from "../../src/site/paths.ts";
import { BROWSER, type SiteServer, siteServer } from "./server.ts";

let server: SiteServer;
beforeAll(async () => {
  server = await siteServer();
});
afterAll(() => server.engine.close());

const typeOf = (response: Response): string | undefined =>
  response.headers.get("Content-Type")?.replace("; charset=utf-8", "");

describe("one URL, two forms", () => {
  test.each([
    "/",
    "/platforms",
    "/platforms/alpha",
    "/events",
    "/stats",
    "/compare?ids=alpha,beta",
    "/download",
    "/problems",
    "/problems/internal",
  ])("%s: a page for browsers, JSON for programs", async (path) => {
    expect(typeOf(await server.ask(path))).toBe("text/html");
    for (const accept of ["application/json", "*/*", "application/json, text/html;q=0.5"])
      expect(typeOf(await server.ask(path, { Accept: accept })), accept).toBe("application/json");
  });
  test("/v1 is JSON for everyone, also its errors", async () => {
    expect(typeOf(await server.ask("/v1/platforms/alpha"))).toBe("application/json");
    expect(typeOf(await server.ask("/v1/platforms/nobody"))).toBe("application/problem+json");
  });
  test("under /v1 it is JSON, also in a browser: index, errors, downloads", async () => {
    for (const path of [
      "/v1",
      "/v1/problems",
      "/v1/problems/internal",
      "/v1/download",
      "/v1/compare?ids=alpha",
    ])
      expect(typeOf(await server.ask(path)), path).toBe("application/json");
  });
  test.each([
    "/de",
    "/en/platforms/alpha",
    "/search?q=a",
    "/platforms/alpha/evidence",
    "/platforms/alpha/plans",
    "/categories/messaging",
    "/plans",
    "/myths",
    "/developers",
    "/method",
  ])("%s has only a page", async (path) =>
    expect(typeOf(await server.ask(path, { Accept: "*/*" }))).toBe("text/html"),
  );
  test("what is neither stays with the API", () => {
    const part = (path: string, method = "GET") =>
      partFor(new Request(`http://localhost${path}`, { method, headers: { Accept: BROWSER } }));
    expect([part("/badge/alpha.svg"), part("/v1/events"), part("/platforms", "POST")]).toEqual([
      "errors",
      "none",
      "none",
    ]);
    expect(part("/platforms/alpha")).toBe("page");
  });
});

describe("caching", () => {
  test.each(["/", "/de/platforms/alpha?region=DE", "/events"])(
    "%s has a strong tag, and 304 for those who have it",
    async (path) => {
      const first = await server.ask(path);
      const etag = first.headers.get("ETag") ?? "";
      expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
      expect(first.headers.get("Cache-Control")).toBe(
        "public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800",
      );
      const again = await server.ask(path, { "If-None-Match": etag });
      expect([again.status, again.headers.get("Content-Security-Policy")]).toEqual([
        304,
        HEADERS.site["Content-Security-Policy"],
      ]);
    },
  );
  test("the language of the browser decides only where the path names none", async () => {
    const vary = async (path: string) => (await server.ask(path)).headers.get("Vary");
    expect([await vary("/platforms"), await vary("/de/platforms")]).toEqual([
      "Accept, Accept-Encoding, Accept-Language",
      "Accept, Accept-Encoding",
    ]);
  });
  test("a form without choices gives the same page as no parameters", async () => {
    const etag = async (path: string) => (await server.ask(path)).headers.get("ETag");
    expect(await etag("/en/platforms/alpha?region=&plan=&age=&account=")).toBe(
      await etag("/en/platforms/alpha"),
    );
  });
  test("the same page from the cache for the JSON's own parameters", async () =>
    expect((await server.ask("/en/platforms/alpha?include=evidence")).headers.get("ETag")).toBe(
      (await server.ask("/en/platforms/alpha")).headers.get("ETag"),
    ));
  test("HEAD says what GET would", async () => {
    const head = await server.ask("/platforms/alpha", {}, "HEAD");
    expect([head.status, await head.text()]).toEqual([200, ""]);
    const missing = await server.ask("/nothing-here", {}, "HEAD");
    expect([missing.status, typeOf(missing), await missing.text()]).toEqual([404, "text/html", ""]);
  });
});

describe("headers", () => {
  test.each(["/", "/platforms/unknown", "/search?q=a"])("%s loads only its own files", async (path) => {
    const { headers } = await server.ask(path);
    for (const [name, value] of Object.entries(HEADERS.site))
      if (name !== "Vary") expect(headers.get(name), name).toBe(value);
  });
  test("its files have a hash in their names, and are kept for ever", async () => {
    for (const name of Object.values(NAMES)) {
      const response = await server.ask(`/assets/${name}`, { Accept: "*/*" });
      expect([response.status, response.headers.get("Cache-Control")]).toEqual([
        200,
        "public, max-age=31536000, immutable",
      ]);
    }
    expect((await server.ask("/assets/site.0000000000.css")).status).toBe(404);
  });
  test("styles and scripts are small", async () => {
    const size = async (name: string) =>
      (await (await server.ask(`/assets/${name}`)).arrayBuffer()).byteLength;
    expect(await size(NAMES["site.css"])).toBeLessThan(15_000);
    expect(await size(NAMES["choice.js"])).toBeLessThan(3_000);
  });
});

test("without a search, the order by relevance is that by name, as in the API", async () => {
  const ids = async (sort: string) =>
    [...(await server.page(`/platforms?sort=${sort}`)).matchAll(/href="\/platforms\/([a-z-]+)/g)].map(
      ([, id]) => id,
    );
  expect(await ids("relevance")).toEqual(await ids("name"));
});

describe("languages", () => {
  test.each([
    [undefined, "en"],
    ["de", "de"],
    ["de-AT,de;q=0.9,en;q=0.8", "de"],
    ["fr, en;q=0.5, de;q=0.7", "de"],
    ["fr", "en"],
    ["de;q=0, en", "en"],
    ["*", "en"],
    ["en-GB;q=0.8, de ; q=0.9", "de"],
  ])("Accept-Language %j: %s", (header, language) => expect(preferredLanguage(header)).toBe(language));

  test.each([
    ["/de/platforms/x", "de", "/platforms/x"],
    ["/de", "de", "/"],
    ["/de/", "de", "/"],
    ["/platforms/de", undefined, "/platforms/de"],
    ["/fr/platforms", undefined, "/fr/platforms"],
    ["/deep", undefined, "/deep"],
  ])("%s names %s", (path, prefix, rest) => expect(localPath(path)).toEqual({ prefix, path: rest }));

  test("a page links its own language, the other one and the person", async () => {
    const html = await server.page("/de/platforms/alpha?region=DE&plan=paid");
    expect(html).toContain('<link rel="canonical" href="http://localhost/de/platforms/alpha?region=DE">');
    expect(html).toContain('hreflang="x-default" href="http://localhost/platforms/alpha?region=DE"');
    expect(html).toContain('href="/en/platforms/alpha?region=DE&amp;plan=paid" hreflang="en" lang="en"');
    expect(html).toContain('href="/de/platforms?region=DE&amp;plan=paid"');
  });
  test("text of records is marked as English on German pages", async () => {
    const html = await server.page("/de/platforms/alpha?region=DE");
    expect(html).toMatch(/<ol class="steps" lang="en">/);
    expect(html).toMatch(/<span lang="en">A copied notice stops it\.<\/span>/);
    expect(await server.page("/en/platforms/alpha?region=DE")).not.toMatch(/<(span|ol|h3|ul)[^>]* lang="en"/);
  });
});

describe("errors are pages", () => {
  const links = (html: string): string[] =>
    [...html.matchAll(/class="button" href="([^"]*)"/g)].map(([, href = ""]) => href);

  test("an unknown platform: the nearest, and the search with what was looked for", async () => {
    const response = await server.ask("/de/platforms/alphe?region=DE");
    const html = await response.text();
    expect(response.status).toBe(404);
    expect(html).toContain("Diese Plattform haben wir nicht");
    expect(html).toContain('name="q" value="alphe"');
    expect(links(html)).toEqual(["/de/platforms/alpha"]);
  });
  test.each([
    ["/platforms/alpha?region=Germany", 400, "/platforms/alpha?region=DE"],
    ["/de/platforms/alpha?country=Germany", 400, "/de/platforms/alpha?region=DE"],
    ["/badge/alpha.png", 404, "/badge/alpha.svg"],
    ["/schema/platfrom.schema.json", 404, "/schema/platform.schema.json"],
    ["/alpha", 404, "/platforms/alpha"],
    ["/platforms?verdict=mixd", 400, "/platforms?verdict=mixed"],
    ["/platforms?verdict=asked,mixd", 400, "/platforms?verdict=asked%2Cmixed"],
    ["/compare?ids=beta,alphe&region=DE", 404, "/compare?ids=beta%2Calpha&region=DE"],
    ["/compare?id=alphe&from=2025-01-01", 404, "/compare?id=alpha&from=2025-01-01"],
    ["/platforms/alpha?regoin=DE", 400, "/platforms/alpha?region=DE"],
    ["/de/eventz", 404, "/de/events"],
    ["/platfroms", 404, "/platforms"],
    ["/de/mehtod", 404, "/de/method"],
    ["/de/compair", 404, "/de/compare"],
    ["/operators/childd", 404, "/operators/child"],
    ["/operators/nobody-at-all", 404, undefined],
  ])("%s: %i, and what works", async (path, status, works) => {
    const response = await server.ask(path);
    const html = await response.text();
    expect([response.status, typeOf(response)]).toEqual([status, "text/html"]);
    expect(links(html).map((href) => href.replaceAll("&amp;", "&"))[0]).toBe(works);
    if (works !== undefined) expect((await server.ask(works)).status).toBe(200);
  });
  test("a former id and another spelling lead to the platform, in the same language and for the same person", async () => {
    for (const path of ["/de/platforms/alpha-old?region=DE", "/de/platforms/ALPHA?region=DE"]) {
      const response = await server.ask(path);
      expect([response.status, response.headers.get("Location")]).toEqual([
        308,
        "/de/platforms/alpha?region=DE",
      ]);
    }
  });
  test.each([
    ["/platforms/", "http://localhost/platforms"],
    ["/de/platforms/", "/de/platforms"],
    ["/de/", "/de"],
  ])("a slash too many: %s", async (path, to) => {
    const response = await server.ask(path);
    expect([response.status, response.headers.get("Location")]).toEqual([301, to]);
  });
  test("what only programs have, in a language: there", async () => {
    const response = await server.ask("/de/platforms/alpha/opt-out?region=DE");
    expect([response.status, response.headers.get("Location")]).toEqual([
      302,
      "/platforms/alpha/opt-out?region=DE",
    ]);
  });
  test("a former id leads to the evidence too", async () =>
    expect((await server.ask("/platforms/alpha-old/evidence")).headers.get("Location")).toBe(
      "/platforms/alpha/evidence",
    ));
  test("without a database: 503, not kept, nothing internal", async () => {
    const broken = await siteServer();
    Object.assign(broken.services.store, {
      currentWith: () => Promise.reject(new Error("SQLITE_CANTOPEN: unable to open database file")),
    });
    const response = await broken.ask("/platforms/alpha");
    const html = await response.text();
    await broken.engine.close();
    expect([
      response.status,
      response.headers.get("Cache-Control"),
      response.headers.get("Retry-After"),
    ]).toEqual([503, "no-store", "5"]);
    expect(html).not.toContain("SQLITE");
  });
});

describe("search", () => {
  test.each([
    ["alpha", "/platforms/alpha"],
    ["Béta chat", "/platforms/beta"],
    ["https://alpha.example.org/settings?x=1", "/platforms/alpha"],
    ["com.example.gamma", "/platforms/gamma"],
  ])("%s is clear: straight to the platform", async (q, to) => {
    const response = await server.ask(`/search?${new URLSearchParams({ q, region: "DE" })}`);
    expect([response.status, response.headers.get("Location")]).toEqual([302, `${to}?region=DE`]);
  });
  test("otherwise what was found, or the nearest name", async () => {
    expect(await server.page("/search?q=cha")).toContain('href="/platforms/beta"');
    expect(await server.page("/search?q=gamam")).toContain('href="/platforms/gamma">Gamma<');
    expect(await server.page("/search?q=")).toContain('type="search"');
  });
});

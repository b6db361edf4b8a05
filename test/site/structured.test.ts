import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DESCRIPTION, KEYWORDS, TITLE } from "../../src/exports/metadata.ts";
import { ATTRIBUTION, LICENCE } from "../../src/model/index.ts";
import { realPlatforms, type SiteServer, siteServer } from "./server.ts";

/* Titles, descriptions and what pages say in the terms of schema.org. */
let server: SiteServer;
beforeAll(async () => {
  server = await siteServer();
});
afterAll(() => server.engine.close());

type Node = { "@type": string } & Record<string, unknown>;

/** The nodes of a page's data. */
function nodesIn(html: string): Node[] {
  const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
  if (json === undefined) return [];
  const data = JSON.parse(json) as { "@context": string; "@graph": Node[] };
  expect(data["@context"]).toBe("https://schema.org");
  return data["@graph"];
}

/** The properties without which search engines do not read a type (developers.google.com/search/docs/appearance). */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  Dataset: ["name", "description", "license", "creator", "url", "version"],
  FAQPage: ["mainEntity"],
  Question: ["name", "acceptedAnswer"],
  Answer: ["text"],
  BreadcrumbList: ["itemListElement"],
  ListItem: ["position", "name", "item"],
  Organization: ["name", "url"],
  WebSite: ["name", "url"],
  SearchAction: ["target", "query-input"],
  EntryPoint: ["urlTemplate"],
  DataDownload: ["contentUrl", "encodingFormat"],
};

/** Everything in a value that has a type. */
const typed = (value: unknown): Node[] =>
  typeof value !== "object" || value === null
    ? []
    : [...("@type" in value ? [value as Node] : []), ...Object.values(value).flatMap(typed)];

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** The required properties that something lacks. */
const lacking = (html: string): string[] =>
  typed(nodesIn(html)).flatMap((node) => {
    const required = REQUIRED[node["@type"]];
    if (!required) return [`${node["@type"]} is not expected`];
    return required.filter((name) => isEmpty(node[name])).map((name) => `${node["@type"]}.${name}`);
  });

const PATHS = [
  "/",
  "/platforms",
  "/platforms/alpha",
  "/platforms/alpha/evidence",
  "/operators/child",
  "/events",
];

describe.each(["en", "de"])("every page in %s", (language) => {
  test.each(PATHS)("%s has the properties that each type requires", async (path) => {
    const html = await server.page(`/${language}${path === "/" ? "" : path}`);
    expect(nodesIn(html).length).toBeGreaterThan(0);
    expect(lacking(html)).toEqual([]);
  });
  test("has a title and a description of its own, and one canonical URL", async () => {
    const found = await Promise.all(
      [...PATHS, "/platforms/beta", "/platforms/gamma"].map(async (path) => {
        const html = await server.page(`/${language}${path === "/" ? "" : path}`);
        const one = (pattern: RegExp): string => {
          const all = [...html.matchAll(pattern)].map(([, value = ""]) => value);
          expect(all, `${path} ${pattern}`).toHaveLength(1);
          return all[0] ?? "";
        };
        return {
          title: one(/<title>([^<]*)<\/title>/g),
          description: one(/<meta name="description" property="og:description" content="([^"]*)"/g),
          canonical: one(/<link rel="canonical" href="([^"]*)"/g),
          preview: one(/<meta property="og:title" content="([^"]*)"/g),
        };
      }),
    );
    for (const values of [found.map((p) => p.title), found.map((p) => p.canonical)])
      expect(new Set(values).size).toBe(values.length);
    for (const { title, description, canonical, preview } of found) {
      expect(description.length, title).toBeGreaterThan(40);
      expect(title.length).toBeGreaterThan(8);
      expect(preview).toBe(title);
      expect(canonical).toMatch(new RegExp(`^http://localhost/${language}(/|$)`));
    }
  });
});

test("the dataset is described as in its own metadata", async () => {
  Object.assign(server.services, { downloads: {} });
  const [dataset] = nodesIn(await server.page("/en?region=DE")).filter((n) => n["@type"] === "Dataset");
  Object.assign(server.services, { downloads: undefined });
  expect(dataset).toMatchObject({
    name: TITLE,
    description: DESCRIPTION,
    keywords: KEYWORDS,
    license: LICENCE.url,
    creditText: ATTRIBUTION,
    version: (await server.services.publication.get()).version,
  });
  expect(((dataset?.["distribution"] ?? []) as Node[]).map((d) => d["contentUrl"])).toContain(
    "http://localhost/download/latest/croissant.json",
  );
});

test("the trail of a platform leads there from the home page", async () => {
  const [list] = nodesIn(await server.page("/de/platforms/alpha/evidence")).filter(
    (n) => n["@type"] === "BreadcrumbList",
  );
  expect(((list?.["itemListElement"] ?? []) as Node[]).map((i) => i["item"])).toEqual([
    "http://localhost/de",
    "http://localhost/de/platforms",
    "http://localhost/de/platforms/alpha",
    "http://localhost/de/platforms/alpha/evidence",
  ]);
});

test("real platforms: complete, and the page answers what it claims to answer", async () => {
  const real = realPlatforms();
  for (const id of real.ids)
    for (const language of ["en", "de"]) {
      const html = await (await real.ask(`/${language}/platforms/${id}?region=DE`)).text();
      expect(lacking(html), id).toEqual([]);
      const body = html.slice(html.indexOf("<body>"));
      const escaped = (text: string) =>
        text
          .replaceAll("&", "&amp;")
          .replaceAll('"', "&quot;")
          .replaceAll("'", "&#39;")
          .replaceAll("<", "&lt;");
      const questions = typed(nodesIn(html)).filter((n) => n["@type"] === "Question");
      for (const question of questions.slice(0, 1))
        expect(body, id).toContain(escaped(String((question["acceptedAnswer"] as Node)["text"])));
    }
});

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEADERS } from "../../src/api/http/headers.ts";
import { COLOURS } from "../../src/entry/pictures/draw.ts";
import { type SiteServer, siteServer } from "./server.ts";

/* What other sites show: the frame and the element. test/e2e/embed.test.ts shows them in a browser. */
let server: SiteServer;
beforeAll(async () => {
  server = await siteServer();
});
afterAll(() => server.engine.close());

interface Embedded {
  sentence: string;
  answer: string;
  whom: string;
  drawing: { form: string; shapes: [string, Record<string, string>][] };
  action: { text: string; url: string } | null;
  more: { text: string; url: string };
}
const json = async (path: string): Promise<Embedded> =>
  (await server.ask(path, { Accept: "*/*" })).json() as Promise<Embedded>;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("'", "&#39;");

describe("the frame", () => {
  test.each(["/en/embed/alpha?region=DE", "/de/embed/alpha?region=US-CA&plan=paid", "/en/embed/gamma"])(
    "%s says what its JSON says, and what the page says",
    async (path) => {
      const [frame, page] = [
        await server.page(path),
        await server.page(path.replace("/embed/", "/platforms/")),
      ];
      const { sentence, answer, whom, more, action } = await json(path.replace(/(\?|$)/, ".json$1"));
      for (const words of [sentence, answer, whom, more.text]) expect(frame).toContain(escaped(words));
      expect(page).toContain(escaped(sentence));
      expect(frame).toContain(`href="${more.url.replaceAll("&", "&amp;")}"`);
      if (action) expect(page).toContain(`href="${action.url}"`);
    },
  );
  test("other sites may show it in a frame, and no other page", async () => {
    const policy = async (path: string) =>
      (await server.ask(path)).headers.get("Content-Security-Policy") ?? "";
    expect(await policy("/embed/alpha")).toBe(HEADERS.embed["Content-Security-Policy"]);
    expect(await policy("/de/embed/alpha")).not.toContain("frame-ancestors");
    for (const path of ["/embed/alfa", "/platforms/alpha", "/", "/platforms/alpha.md", "/embed/alpha.json"])
      expect(await policy(path), path).toContain("frame-ancestors 'none'");
  });
  test("light or dark by a parameter; another value is an error that names the values", async () => {
    expect(await server.page("/embed/alpha?theme=dark")).toContain('<html lang="en" data-theme="dark">');
    const wrong = await server.ask("/embed/alpha?theme=blue", { Accept: "*/*" });
    expect([wrong.status, await wrong.json()]).toMatchObject([400, { parameter: "theme" }]);
  });
  test("its links leave the frame", async () => {
    const links = (await server.page("/embed/alpha?region=DE")).match(/<a [^>]*>/g) ?? [];
    expect(links.length).toBeGreaterThan(1);
    for (const link of links) expect(link).toContain('target="_blank" rel="noopener"');
  });
  test("a former id leads to it", async () =>
    expect((await server.ask("/embed/alpha-old.json?region=DE")).headers.get("Location")).toBe(
      "/embed/alpha.json?region=DE",
    ));
});

describe("the element", () => {
  const source = readFileSync("src/site/assets/embed.js", "utf8");
  test("has at most 5 kB after gzip", () => expect(gzipSync(source).byteLength).toBeLessThan(5000));
  test("other sites can load it, under a name that stays", async () => {
    const response = await server.ask("/embed.js", { Accept: "*/*" });
    expect([response.status, response.headers.get("Content-Type")]).toEqual([
      200,
      "text/javascript; charset=utf-8",
    ]);
    for (const [name, value] of Object.entries(HEADERS.module))
      expect(response.headers.get(name), name).toBe(value);
    expect(await response.text()).toBe(source);
  });
  test("parses no markup and has nothing inline", () =>
    expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacent|DOMParser|\beval|new Function|style=/));
  test("gets the drawing as shapes, and knows all of their attributes", async () => {
    const { drawing } = await json("/en/embed/alpha.json?region=DE");
    const [, known = ""] = /const ATTRIBUTE = \/(.*)\/;/.exec(source) ?? [];
    expect(drawing.shapes.length).toBeGreaterThan(1);
    for (const [, attributes] of drawing.shapes)
      for (const name of Object.keys(attributes)) expect(name).toMatch(new RegExp(known));
  });
});

describe("one set of colours", () => {
  const site = readFileSync("src/site/assets/site.css", "utf8");
  const [light = "", dark = ""] = site.split("prefers-color-scheme: dark");
  const token = (name: string): [string, string] => [
    new RegExp(`--${name}: (#\\w+);`).exec(light)?.[1] ?? "",
    new RegExp(`--${name}: (#\\w+);`).exec(dark)?.[1] ?? "",
  ];
  const TOKENS = {
    "no-choice": "no-choice",
    mixed: "mixed",
    "on-by-default": "on",
    used: "on",
    disputed: "disputed",
    asked: "asked",
    "off-by-default": "off",
    "not-stated": "silent",
    "not-used": "unused",
  } as const;
  const frame = readFileSync("src/site/assets/embed.css", "utf8").replaceAll(/\s+/g, " ");
  const element = readFileSync("src/site/assets/embed.js", "utf8");
  const extension = readFileSync("extension/pages.css", "utf8");
  let toolbar: string;
  beforeAll(async () => {
    await using bundle = await rolldown({
      input: "extension/src/background.ts",
      external: ["virtual:build"],
      logLevel: "silent",
    });
    toolbar = (await bundle.generate({ format: "esm" })).output[0].code;
  });

  test.each(Object.entries(TOKENS))("%s", (form, name) => {
    const [day, night] = token(name);
    expect(day).toMatch(/^#/);
    expect(frame).toMatch(
      new RegExp(`\\.v-${form}(-permitted)?[^{]*\\{ color: light-dark\\(${day}, ${night}\\)`),
    );
    expect(element).toMatch(new RegExp(`"?${form}"?: \\["${day}", "${night}"\\]`));
    expect(COLOURS[form]).toBe(day);
    expect([...extension.matchAll(new RegExp(`--${name}: (#\\w+);`, "g"))].map(([, c]) => c)).toEqual([
      day,
      night,
    ]);
    if (form !== "used") expect(toolbar).toMatch(new RegExp(`"?${form}"?: "${day}"`));
  });
  test("the element is light or dark as the page around it", () =>
    expect(element).not.toMatch(/:host\{[^}]*color-scheme/));
  test.each(["paper", "ink", "soft", "accent"])("%s", (name) => {
    const [day, night] = token(name);
    expect(frame).toContain(`--${name}: light-dark(${day}, ${night})`);
    expect(element).toContain(`light-dark(${day},${night})`);
  });
});

import { XMLParser } from "fast-xml-parser";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COLOURS } from "../../src/api/routes/badge/index.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
});
afterAll(() => server.engine.close());

const labelOf = async (path: string): Promise<string> => {
  const response = await server.get(path);
  expect([response.status, response.headers.get("Content-Type")], path).toEqual([
    200,
    "image/svg+xml; charset=utf-8",
  ]);
  const { svg } = new XMLParser({ ignoreAttributes: false }).parse(await response.text()) as {
    svg: { "@_aria-label": string };
  };
  return svg["@_aria-label"];
};

test.each([
  ["/badge/alpha.svg", "Alpha: AI training: no choice"],
  ["/badge/alpha.svg?purpose=train-generative-ai", "Alpha: AI training: on by default"],
  ["/badge/alpha.svg?purpose=train-generative-ai&region=DE", "Alpha: AI training: asked first"],
  ["/badge/alpha.svg?purpose=train-generative-ai&region=DE&as_of=2024-01-01", "Alpha: AI training: not used"],
  [
    "/badge/alpha.svg?purpose=train-generative-ai&region=DE&release=2026.11.1",
    "Alpha: AI training: on by default",
  ],
  ["/badge/beta.svg?plan=business", "Béta Chat: AI training: not used"],
  ["/badge/gamma.svg?purpose=human-review", "Gamma: AI training: not stated"],
])("%s says “%s”", async (path, words) => expect(await labelOf(path)).toBe(words));

test("an alias redirects to the badge of its id; an unknown name gets the nearest", async () => {
  expect((await server.get("/badge/alpha-old.svg?region=DE")).headers.get("Location")).toBe(
    "/badge/alpha.svg?region=DE",
  );
  for (const [path, nearest] of [
    ["/badge/alhpa.svg", "alpha"],
    ["/badge/alpha", "alpha.svg"],
  ]) {
    const response = await server.get(path as string);
    expect([response.status, ((await response.json()) as { nearest: string[] }).nearest], path).toEqual([
      404,
      [nearest],
    ]);
  }
});

test("a client that has it gets 304; the badge of a release never changes", async () => {
  const first = await server.get("/badge/alpha.svg");
  expect(
    (await server.get("/badge/alpha.svg", { "If-None-Match": first.headers.get("ETag") ?? "" })).status,
  ).toBe(304);
  expect((await server.get("/badge/alpha.svg?release=2026.11.1")).headers.get("Cache-Control")).toContain(
    "immutable",
  );
});

/** Relative luminance of a colour (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

test.each(Object.entries(COLOURS))("white text on the colour of %s is readable", (_, colour) =>
  expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5),
);

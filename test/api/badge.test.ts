import { XMLParser } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type BadgeAnswer,
  badgeParts,
  COLOURS,
  headlineBadge,
  kindBadge,
  WRITERS,
} from "../../src/api/routes/badge/badge.ts";
import { audience, type Practice } from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";
import { testHistory } from "../fixtures/history.ts";
import { control, platform, practice, rule, uses } from "../fixtures/records.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/** The badge of a record that is not withdrawn. */
const badgeSvg = (name: string, answer: BadgeAnswer): string =>
  WRITERS[".svg"](badgeParts({ name, withdrawn: undefined }, answer));

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
  ["/badge/alpha.svg", "Alpha: AI training: on by default"],
  ["/badge/alpha.svg?region=DE", "Alpha: AI training: asked first"],
  ["/badge/alpha.svg?region=DE&as_of=2024-01-01", "Alpha: AI training: not used"],
  ["/badge/alpha.svg?region=DE&release=2026.11.1", "Alpha: AI training: on by default"],
  ["/badge/alpha.svg?kind=published", "Alpha: AI training, published content: on by default"],
  ["/badge/alpha.svg?kind=messages", "Alpha: AI training, private messages: not stated"],
  ["/badge/alpha.svg?purpose=train-ai", "Alpha: training AI: no choice"],
  ["/badge/beta.svg", "Béta Chat: AI training: may train, no choice"],
  ["/badge/beta.svg?plan=business", "Béta Chat: AI training: not used"],
  ["/badge/gamma.svg?purpose=human-review", "Gamma: human review to improve AI: not stated"],
])("%s says “%s”", async (path, words) => expect(await labelOf(path)).toBe(words));

test("a permission has another colour than a practice; what is not stated is grey", async () => {
  const colours = async (path: string) =>
    (await (await server.get(path)).text()).match(/#[0-9a-f]{6}/g) ?? [];
  expect(await colours("/badge/beta.svg")).toContain(COLOURS.permitted);
  expect(await colours("/badge/beta.svg")).not.toContain(COLOURS["no-choice"]);
  expect(await colours("/badge/gamma.svg")).toContain(COLOURS["not-stated"]);
});

describe("a mixed answer", () => {
  const chats = practice([uses("all", "on", { controls: ["setting"] })], {
    id: "chats",
    kinds: ["ai-interactions"],
  });
  const posts = practice([uses("all", "no-choice")], { id: "posts" });
  const svgOf = (platforms: Practice[], kind?: "published") => {
    const record = platform(platforms, { controls: [control("setting")] });
    const resolved = resolve(record, audience({ asOf: "2026-11-24" }));
    return badgeSvg("Example", kind ? kindBadge(resolved, kind) : headlineBadge(resolved));
  };
  test("shows two of its parts, each in its colour", () => {
    const svg = svgOf([posts, chats]);
    expect(svg).toContain(
      'aria-label="Example, AI training: published content – no choice: AI chats – on by default"',
    );
    expect(svg).toContain(COLOURS["no-choice"]);
    expect(svg).toContain(COLOURS["on-by-default"]);
  });
  test("names the kinds that are not used beside one that is", () => {
    const messages = practice([rule("all", { dataUse: "does-not-use" })], {
      id: "messages",
      kinds: ["messages"],
    });
    const record = platform([messages, chats], { category: "messaging", controls: [control("setting")] });
    const svg = badgeSvg("Example", headlineBadge(resolve(record, audience({ asOf: "2026-11-24" }))));
    expect(svg).toContain("AI chats – on by default: private messages – not used");
    expect(svg).toContain(COLOURS["not-used"]);
  });
  test("of one kind names its parts by their data", () =>
    expect(
      svgOf(
        [
          { ...posts, subject: "public posts" },
          { ...chats, kinds: ["published"], subject: "profiles" },
        ],
        "published",
      ),
    ).toContain("public posts – no choice: profiles – on by default"));
  test("does not show data for others like data for the operator", () =>
    expect(
      svgOf([posts, { ...chats, purpose: "license-to-third-parties", recipients: ["third-parties"] }]),
    ).toContain("AI chats for others – on by default"));
});

test("kind and purpose together are the worst practice of the purpose that uses this kind of data", async () => {
  const messageOf = async (query: string) =>
    (await server.json<{ label: string; message: string }>(`/badge/alpha.json?${query}`)).message;
  expect(await messageOf("region=DE&kind=published&purpose=train-ai")).toBe("no choice");
  expect(await messageOf("region=DE&kind=account&purpose=train-ai")).toBe("not stated");
});

test("an alias has the badge of its id; an unknown name gets the nearest", async () => {
  const [own, alias] = await Promise.all([
    server.get("/badge/alpha.svg?region=DE"),
    server.get("/badge/alpha-old.svg?region=DE"),
  ]);
  expect(alias.headers.get("Content-Location")).toBe("/badge/alpha.svg?region=DE");
  expect(await alias.text()).toBe(await own.text());
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

test.each(Object.entries<string>(COLOURS))("white text on the colour of %s is readable", (_, colour) =>
  expect(1.05 / (luminance(colour) + 0.05)).toBeGreaterThanOrEqual(4.5),
);

describe("a badge claims neither more nor less than the record", () => {
  const answer = (practices: Practice[]) => resolve(platform(practices), audience({ asOf: "2026-11-24" }));
  const licence = practice([uses("all", "no-choice", { dataUse: "may-use", namesAi: false })]);
  const partners = (r: ReturnType<typeof rule>) =>
    practice([r], { id: "partners", purpose: "license-to-third-parties", recipients: ["partners"] });

  test("a use whose default is not known is a use", () => {
    const svg = badgeSvg("Example", headlineBadge(answer([practice([uses("all", "not-stated")])])));
    expect(svg).toContain("AI training: used, default not stated");
    expect(svg).not.toContain(COLOURS["not-stated"]);
  });

  test("a licence that does not mention AI is silence", () =>
    expect(badgeSvg("Example", kindBadge(answer([licence]), "published"))).toContain(
      "AI training, published content: not stated",
    ));

  test("that data is not given to others says nothing about the platform; that it is given names them", () => {
    const denial = answer([partners(rule("all", { dataUse: "does-not-use" }))]);
    expect(badgeSvg("Example", kindBadge(denial, "published"))).toContain("published content: not stated");
    const use = answer([partners(uses("all", "no-choice"))]);
    expect(badgeSvg("Example", kindBadge(use, "published"))).toContain(
      "AI training by others, published content: no choice",
    );
  });
});

import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Card } from "../../../src/api/index.ts";
import { BucketPictures } from "../../../src/entry/pictures/bucket.ts";
import { draw, HEADLINE, HEIGHT, INNER, SIZES, WIDTH } from "../../../src/entry/pictures/draw.ts";
import { DrawnPictures } from "../../../src/entry/pictures/drawn.ts";
import { fitText, wrap } from "../../../src/entry/pictures/fit.ts";
import { EDITION, keyOf } from "../../../src/entry/pictures/key.ts";
import { cardsOf, publishPictures } from "../../../src/entry/pictures/publish.ts";
import { typefaces } from "../../../src/entry/pictures/typeface.ts";
import { loadDataset } from "../../../src/records/load.ts";
import { PICTURE } from "../../../src/site/components/head.ts";
import { type SiteServer, siteServer } from "../../site/server.ts";

const CARD: Card = {
  name: "Example",
  sentence: "Example trains its AI with your posts unless you switch it off.",
  answer: "On by default",
  note: undefined,
  form: "on-by-default",
  shapes: [["rect", { x: "1", y: "1", width: "34", height: "18", rx: "9", fill: "currentColor" }]],
};

/** Width and height of a PNG, from its first chunk. */
const sizeOf = (png: Uint8Array): [number, number] => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

describe("text", () => {
  const measure = (text: string, size: number): number => text.length * size;
  const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 80 });
  const ROOM = { width: 400, height: 200, sizes: [30, 20, 10], leading: 1.2 };

  test("wrapping keeps every word, in order, and lines are not wider than the room unless they are one word", () =>
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 60 }), (given, width) => {
        const lines = wrap(given.join(" "), width, (text) => text.length);
        expect(lines.join(" ")).toBe(given.join(" "));
        for (const line of lines) expect(line.length <= width || !line.includes(" ")).toBe(true);
      }),
    ));
  test("what is shown fits, and is all of it or its beginning", () =>
    fc.assert(
      fc.property(words, (given) => {
        const { size, lines } = fitText(given.join(" "), ROOM, measure);
        expect(lines.length * size * ROOM.leading).toBeLessThanOrEqual(ROOM.height);
        for (const line of lines) expect(measure(line, size)).toBeLessThanOrEqual(ROOM.width);
        const shown = lines.join(" ");
        expect(given.join(" ").startsWith(shown.replace(/…$/, ""))).toBe(true);
      }),
    ));
  test("is as large as possible", () => {
    expect(fitText("abc", ROOM, measure).size).toBe(30);
    expect(fitText("abcdefghijklmnop", ROOM, measure).size).toBe(20);
  });
});

describe("every real answer", () => {
  const faces = typefaces();
  let cards: Card[];
  beforeAll(async () => {
    cards = [...(await cardsOf(loadDataset("data"), "2026-11-24")).values()];
  });
  test("has a picture in both languages", () => expect(cards.length).toBeGreaterThan(180));
  test("has only characters that the fonts have", () =>
    expect(
      cards.flatMap(({ name, sentence, answer, note = "" }) => [
        ...faces.strong.lacking(name + answer),
        ...faces.serif.lacking(sentence),
        ...faces.sans.lacking(note),
      ]),
    ).toEqual([]));
  test("fits without being cut", () => {
    const room = { ...HEADLINE, width: INNER, sizes: SIZES };
    const cut = cards.filter(
      ({ sentence }) => fitText(sentence, room, faces.serif.width).lines.join(" ") !== sentence,
    );
    expect(cut.map((c) => c.sentence)).toEqual([]);
  });
  test("is drawn inside the picture", () => {
    for (const card of cards.filter((_, i) => i % 20 === 0)) {
      const numbers = [...draw(card, faces).matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)];
      expect(numbers.length).toBeGreaterThan(100);
      for (const [, x, y] of numbers.filter(([point]) => !/^M1 0$/.test(point))) {
        expect(Number(x)).toBeGreaterThan(-1);
        expect(Number(x)).toBeLessThan(WIDTH);
        expect(Number(y)).toBeGreaterThan(-1);
        expect(Number(y)).toBeLessThan(HEIGHT);
      }
    }
  });
});

describe("pictures on Node", () => {
  const pictures = new DrawnPictures();
  afterAll(() => pictures.close());
  test("have the size that pages state, and the same bytes each time", async () => {
    const [first, again] = await Promise.all([pictures.png(CARD), pictures.png({ ...CARD })]);
    expect(sizeOf(first as Uint8Array)).toEqual([WIDTH, HEIGHT]);
    expect([WIDTH, HEIGHT]).toEqual([PICTURE.width, PICTURE.height]);
    expect(again).toEqual(first);
  });
});

/** A bucket in memory that counts what is written. */
function memoryBucket() {
  const objects = new Map<string, Uint8Array | string>();
  return {
    objects,
    get: async (key: string) => {
      const value = objects.get(key);
      if (value === undefined) return null;
      const response = () => new Response(value as BodyInit);
      return {
        json: async <T>() => (await response().json()) as T,
        arrayBuffer: () => response().arrayBuffer(),
      };
    },
    put: async (key: string, value: Uint8Array | string) => {
      objects.set(key, value);
    },
  };
}

describe("pictures on Workers", () => {
  const { platforms, operators } = loadDataset("data");
  const some = { platforms: platforms.filter((p) => p.id === "linkedin"), operators };
  test("are those that were published; what is there is not drawn again", async () => {
    const bucket = memoryBucket();
    const drawn = await publishPictures(bucket, some, "2026-11-24");
    expect(drawn).toBeGreaterThan(2);
    expect(await publishPictures(bucket, some, "2026-11-24")).toBe(0);
    const [card] = (await cardsOf(some, "2026-11-24")).values();
    const pictures = new BucketPictures(bucket);
    expect(await pictures.png(card as Card)).toEqual(bucket.objects.get(await keyOf(card as Card)));
    expect(await pictures.png(CARD)).toBeUndefined();
  });
});

describe("/card/{id}.png", () => {
  let server: SiteServer;
  const asked: Card[] = [];
  beforeAll(async () => {
    server = await siteServer();
  });
  afterAll(() => server.engine.close());
  const ask = (path: string) => server.ask(path, { Accept: "image/png" });

  test("the picture of the answer, in the language of the path; the same for people with the same answer", async () => {
    Object.assign(server.services, {
      pictures: {
        png: async (card: Card) => {
          asked.push(card);
          return new Uint8Array([1, 2, 3]);
        },
      },
    });
    const response = await ask("/de/card/alpha.png?region=DE");
    expect([response.status, response.headers.get("Content-Type")]).toEqual([200, "image/png"]);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    await ask("/de/card/alpha.png?region=FR");
    expect(asked[0]).toEqual(asked[1]);
    expect(asked[0]).toMatchObject({ name: "Alpha", answer: "Voreingestellt an" });
    Object.assign(server.services, { pictures: undefined });
  });
  test("the picture of the project where there is none", async () => {
    const response = await ask("/de/card/alpha.png?region=US");
    const to = response.headers.get("Location") ?? "";
    expect([response.status, to]).toEqual([302, expect.stringMatching(/^\/assets\/card-de\..*\.png$/)]);
    expect((await ask(to)).headers.get("Content-Type")).toBe("image/png");
  });
  test("pages name it with the person, and others the one of the project", async () => {
    expect(await server.page("/de/platforms/alpha?region=DE&plan=paid")).toContain(
      '<meta property="og:image" content="http://localhost/de/card/alpha.png?region=DE&amp;plan=paid">',
    );
    expect(await server.page("/en/events")).toMatch(
      /<meta property="og:image" content="http:\/\/localhost\/assets\/card-en\.\w+\.png">/,
    );
  });
});

test("a card that is drawn in another way has another edition, so that published pictures are made again", async () => {
  const svg = new TextEncoder().encode(draw(CARD, typefaces()));
  const digest = Buffer.from(await crypto.subtle.digest("SHA-256", svg))
    .toString("hex")
    .slice(0, 12);
  // If this fails, raise EDITION in src/entry/pictures/key.ts, and write both here.
  expect([EDITION, digest]).toEqual([1, "2efc75c465d1"]);
});

import fc from "fast-check";
import { XMLParser } from "fast-xml-parser";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import type { FeedAbout, FeedEntry } from "../../src/api/http/feeds/entry.ts";
import { WRITERS } from "../../src/api/http/feeds/writers.ts";

/** Everything that some format treats in a special way. */
const HOSTILE =
  "<b>&amp; \"quotes\" 'single' ]]> <words> a, b; c\\n \\, \\; é 漢字 👩‍👩‍👧‍👦 & &lt; <!-- --> {x} https://example.com/?a=1&b=2";
const LINES = "First line, with more\nsecond; line";

const about: FeedAbout = {
  title: `Title ${HOSTILE}`,
  description: `Description ${HOSTILE}`,
  origin: "https://data.example",
  name: "/changes.atom",
  self: "/changes.atom?class=policy&region=DE",
  home: "/changes",
  pages: {
    current: null,
    first: "/changes.atom",
    previous: null,
    next: "/changes.atom?cursor=1&x=%3C",
    last: "/changes.atom",
  },
  reminder: 7,
  stamp: "2026-11-30T00:00:00Z",
};
const entryWith = (title: string, text: string, items: readonly string[] = []): FeedEntry => ({
  name: "changes/2026.11.1/platforms/a,b;c",
  title,
  blocks: items.length > 0 ? [text, items] : [text],
  path: "/platforms/a?x=1&y=2",
  period: { from: "2026-12-01", until: "2026-12-02" },
  known: "2026-11-30",
  categories: ["a&b", "<c>"],
});

const parser = new XMLParser({
  ignoreAttributes: false,
  processEntities: { enabled: true, maxTotalExpansions: 100_000, maxExpandedLength: 1_000_000 },
  trimValues: false,
  isArray: (name) => ["category"].includes(name),
});
interface Text {
  "#text": string;
  "@_type": string;
}
interface AtomFeed {
  feed: {
    title: Text;
    subtitle: Text;
    link: { "@_rel": string; "@_href": string }[];
    entry: { title: Text; content: Text; category: { "@_term": string }[]; link: { "@_href": string } };
  };
}
const atomOf = (entry: FeedEntry) => (parser.parse(WRITERS.atom(about, [entry])) as AtomFeed).feed;
/** What a reader shows of HTML: the second escaping undone. */
const shown = (html: string): string =>
  html
    .replace(/<[^>]*>/g, "")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
const eventOf = (ics: string) =>
  new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent("vevent") as InstanceType<typeof ICAL.Component>;

describe("every text arrives as it was written", () => {
  test("Atom: titles as text, content as HTML escaped once more", () => {
    const { title, subtitle, entry, link } = atomOf(entryWith(HOSTILE, HOSTILE, [HOSTILE, "two"]));
    expect([title["@_type"], title["#text"], subtitle["#text"]]).toEqual([
      "text",
      about.title,
      about.description,
    ]);
    expect([entry.title["@_type"], entry.title["#text"]]).toEqual(["text", HOSTILE]);
    expect(entry.content["@_type"]).toBe("html");
    const [paragraph = "", list = ""] = entry.content["#text"].split("</p>");
    expect(shown(paragraph)).toBe(HOSTILE);
    expect(shown(list.split("</li>")[0] ?? "")).toBe(HOSTILE);
    expect(entry.content["#text"].match(/<\w+>/g)).toEqual(["<p>", "<ul>", "<li>", "<li>"]);
    expect(entry.category.map((c) => c["@_term"])).toEqual(["a&b", "<c>"]);
    expect(entry.link["@_href"]).toBe("https://data.example/platforms/a?x=1&y=2");
    expect(link.find((l) => l["@_rel"] === "self")?.["@_href"]).toBe(`https://data.example${about.self}`);
  });
  test("JSON Feed: plain text", () => {
    const feed = JSON.parse(WRITERS.json(about, [entryWith(HOSTILE, LINES, [HOSTILE])])) as {
      title: string;
      next_url: string;
      items: { title: string; content_text: string; tags: string[] }[];
    };
    expect([feed.title, feed.next_url]).toEqual([about.title, `https://data.example${about.pages.next}`]);
    expect(feed.items[0]).toMatchObject({
      title: HOSTILE,
      content_text: `${LINES}\n\n- ${HOSTILE}`,
      tags: ["a&b", "<c>"],
    });
  });
  test("iCalendar: texts, the reminder and the name of the calendar", () => {
    const ics = WRITERS.ics(about, [entryWith(HOSTILE, LINES, [HOSTILE])]);
    const event = eventOf(ics);
    const text = (name: string) => event.getFirstPropertyValue(name);
    expect([text("summary"), text("description")]).toEqual([HOSTILE, `${LINES}\n\n- ${HOSTILE}`]);
    expect(event.getFirstSubcomponent("valarm")?.getFirstPropertyValue("description")).toBe(HOSTILE);
    expect(String(text("url"))).toBe("https://data.example/platforms/a?x=1&y=2");
    const calendar = new ICAL.Component(ICAL.parse(ics));
    // TEXT, but ical.js does not know these properties and leaves their values as they are.
    const escaped = (value: string) => value.replace(/[\\;,]/g, (character) => `\\${character}`);
    expect(["name", "x-wr-calname", "x-wr-caldesc"].map((p) => calendar.getFirstPropertyValue(p))).toEqual([
      escaped(about.title),
      escaped(about.title),
      escaped(about.description),
    ]);
  });
});

/** Any text of a record: characters of every kind, in one line or several. */
const anyText = fc
  .array(fc.constantFrom(...HOSTILE, "\n", ",", ";", ":", "\\", '"', "\t", "😀", "ß", "\u0301", "\u2028"), {
    minLength: 1,
    maxLength: 200,
  })
  .map((characters) => `x${characters.join("")}x`);

describe("laws", () => {
  test("whatever the text, it arrives in every format", () =>
    fc.assert(
      fc.property(anyText, anyText, (title, text) => {
        const entry = entryWith(title, text);
        const { title: written, content } = atomOf(entry).entry;
        expect(written["#text"]).toBe(title);
        expect(shown(content["#text"].slice("<p>".length, -"</p>".length))).toBe(text);
        const [item] = (JSON.parse(WRITERS.json(about, [entry])) as { items: object[] }).items;
        expect(item).toMatchObject({ title, content_text: text });
        const event = eventOf(WRITERS.ics(about, [entry]));
        expect([event.getFirstPropertyValue("summary"), event.getFirstPropertyValue("description")]).toEqual([
          title,
          text,
        ]);
      }),
      { numRuns: 300 },
    ));
  test("lines of a calendar end with CRLF, have at most 75 octets and split no character (RFC 5545, 3.1)", () =>
    fc.assert(
      fc.property(anyText, (text) => {
        const ics = WRITERS.ics(about, [entryWith(text, text)]);
        expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
        for (const line of ics.split("\r\n")) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 200 },
    ));
  test("whatever an entry is called, its id has no character with a meaning in a calendar", () =>
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const uidOf = (name: string) =>
          String(
            eventOf(WRITERS.ics(about, [{ ...entryWith("t", "t"), name }])).getFirstPropertyValue("uid"),
          );
        expect(uidOf(a)).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
        expect(uidOf(a) === uidOf(b)).toBe(a === b);
      }),
    ));
});

test("characters that a format cannot have are replaced, so that one text does not break the feed for all", () => {
  const broken = "a\u0000b\u0007c\uFFFFd\uD800e";
  const entry = entryWith(broken, broken);
  expect(atomOf(entry).entry.title["#text"]).toBe("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
  expect(eventOf(WRITERS.ics(about, [entry])).getFirstPropertyValue("summary")).toBe(
    "a\uFFFDb\uFFFDc\uFFFFd\uFFFDe",
  );
});

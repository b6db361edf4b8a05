import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";
import { WRITERS } from "../../src/api/http/feeds/writers.ts";

/* Texts with everything that some format treats in a special way, in readers that are not ours. `.ci/run` installs them. */
const PYTHON = resolve("build/tools/bin/python");
const python = existsSync(PYTHON) ? PYTHON : undefined;
if (!python && process.env["CI"]) throw new Error(`Not here: ${PYTHON}. .ci/run installs it.`);

const dir = mkdtempSync(join(tmpdir(), "feeds-"));
afterAll(() => rmSync(dir, { recursive: true }));
const py = (script: string, ...args: string[]): unknown =>
  JSON.parse(execFileSync(python as string, ["-c", script, ...args], { encoding: "utf8" }).trim());

test.skipIf(python === undefined)("feedparser and icalendar read every text as it was written", () => {
  const text = '<b>&amp; "quotes" ]]> <words> a, b; c \\, é 😀\nsecond line';
  const entry = {
    name: "a,b;c",
    title: text.replace("\n", " "),
    blocks: [text],
    path: "/platforms/a?x=1&y=2",
    period: { from: "2026-12-01", until: "2026-12-02" },
    known: "2026-11-30",
    categories: ["<a> & b"],
  };
  const about = {
    title: entry.title,
    description: text,
    origin: "https://data.example",
    name: "/x",
    self: "/x?a=1&b=2",
    home: "/x",
    pages: { current: null, first: "/x", previous: null, next: "/x?cursor=1", last: "/x?cursor=1" },
    reminder: 7,
    stamp: "2026-11-30T00:00:00Z",
  };
  writeFileSync(join(dir, "hostile.atom"), WRITERS.atom(about, [entry]));
  writeFileSync(join(dir, "hostile.ics"), WRITERS.ics(about, [entry]));
  const feed = py(
    `import feedparser,html,json,re,sys
f=feedparser.parse(sys.argv[1])
e=f.entries[0]
shown=html.unescape(re.sub("<[^>]*>","",e.content[0].value))
print(json.dumps([f.bozo, f.feed.title, f.feed.title_detail.type, e.title, e.title_detail.type, shown, e.content[0].type, e.tags[0].term, e.link]))`,
    join(dir, "hostile.atom"),
  );
  expect(feed).toEqual([
    false,
    entry.title,
    "text/plain",
    entry.title,
    "text/plain",
    text,
    "text/html",
    "<a> & b",
    "https://data.example/platforms/a?x=1&y=2",
  ]);
  const calendar = py(
    `import icalendar,json,sys
c=icalendar.Calendar.from_ical(open(sys.argv[1],"rb").read())
e=c.walk("VEVENT")[0]
print(json.dumps([str(e["SUMMARY"]), str(e["DESCRIPTION"]), str(e["UID"])[:9], len(e.walk("VALARM"))]))`,
    join(dir, "hostile.ics"),
  );
  expect(calendar).toEqual([entry.title, text, "urn:uuid:", 1]);
});

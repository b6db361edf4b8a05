import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp, services } from "../../src/api/index.ts";
import { publish, Store } from "../../src/db/index.ts";
import { partAsText } from "../../src/entry/cli/part-as-text.ts";
import { problemsPage } from "../../src/entry/preview/pages.ts";
import { explain } from "../../src/language/en/index.ts";
import { audience, type Operator, type Platform } from "../../src/model/index.ts";
import { parseRecord, type RecordFile } from "../../src/records/files.ts";
import { datasetOf, hashOf } from "../../src/records/load.ts";
import { REPORTS, type ReportFormat } from "../../src/records/report/index.ts";
import { lint } from "../../src/records/validate.ts";
import { diffDatasets } from "../../src/review/diff/records.ts";
import { renderMarkdown, renderText } from "../../src/review/diff/render.ts";
import { qualityMarkdown } from "../../src/review/quality/print.ts";
import { qualityOf } from "../../src/review/quality/quality.ts";
import { terminalJson } from "../../src/text/terminal.ts";
import { queueMarkdown } from "../../src/watch/markdown.ts";
import type { Queue } from "../../src/watch/queue.ts";
import { HOSTILE, hostileDataset } from "../exports/hostile.ts";
import { completeOperator, completePlatform } from "../fixtures/complete.ts";
import { type Engine, libsqlFile } from "../fixtures/engines.ts";
import { markdownFaults, terminalFaults } from "../fixtures/shown.ts";
import { formFaults } from "../fixtures/well-formed.ts";

/*
 * Records in which every field that takes a text has a hostile one, whether the validator refuses it or not, and
 * everything that shows records: nothing breaks, and nothing has an effect. Downloads: test/exports/hostile.test.ts.
 */

const TODAY = "2026-01-01";
const { platforms: given, operators } = hostileDataset();
const platforms = [...(given as Iterable<Platform>)];
const pairs = platforms.map((p, i) => [p, operators[i] as Operator] as const);
const WHO = audience({}, TODAY);

const none = (faultsOf: (text: string) => readonly string[], shown: readonly string[]) =>
  expect(
    shown.flatMap((text, i) => faultsOf(text).map((fault) => `${JSON.stringify(HOSTILE[i])}: ${fault}`)),
  ).toEqual([]);

test("every hostile text is in many fields of a record", () => {
  for (const [i, platform] of platforms.entries())
    expect(
      JSON.stringify(platform).split(JSON.stringify(HOSTILE[i]).slice(1, -1)).length,
      HOSTILE[i],
    ).toBeGreaterThan(20);
});

describe("the API", () => {
  let engine: Engine;
  const logged: { message: string }[] = [];
  let app: ReturnType<typeof createApp>;
  beforeAll(async () => {
    engine = await libsqlFile();
    // libSQL cannot hold a text with NUL whole, and publishing says so: such a record cannot be published.
    await publish(
      engine.db,
      datasetOf(
        published,
        operators.filter((_, i) => publishable(HOSTILE[i])),
      ),
      {
        hash: hashOf,
      },
    );
    app = createApp(
      services(new Store(engine.db), { today: () => TODAY }),
      (_, error) => void logged.push(error),
    );
  });
  afterAll(() => engine.close());

  const publishable = (text = "") => !text.includes("\0");
  const published = platforms.filter((_, i) => publishable(HOSTILE[i]));
  const OF_PLATFORM = [
    "",
    "?include=evidence,record,sources,events,myths",
    "/record",
    "/opt-out",
    "/history",
  ];
  const paths = [
    "/platforms?limit=100",
    "/operators",
    "/hosts",
    "/stats",
    "/compare?ids=p00,p12",
    ...["atom", "json", "ics"].flatMap((f) => [`/events.${f}`, `/changes.${f}`, `/new-platforms.${f}`]),
    ...published.flatMap(({ id, operator }) => [
      ...OF_PLATFORM.map((path) => `/platforms/${id}${path}`),
      ...["atom", "json", "ics"].map((f) => `/platforms/${id}/changes.${f}`),
      `/badge/${id}.svg`,
      `/operators/${operator}`,
    ]),
  ];
  test("answers each request with a body that is what its type says", async () => {
    for (const path of paths) {
      const response = await app.request(path);
      const body = await response.text();
      expect([response.status, formFaults(response.headers.get("Content-Type") ?? "", body)], path).toEqual([
        200,
        [],
      ]);
      if (path.endsWith(".svg"))
        expect(body, path).not.toMatch(
          /<(?!\/?(svg|title|filter|feGaussianBlur|linearGradient|stop|clipPath|rect|g|path|text)\b)/,
        );
    }
    expect(logged).toEqual([]);
  });
  test("gives each text back as it was written", async () => {
    for (const platform of published) {
      const { record } = (await (await app.request(`/platforms/${platform.id}?include=record`)).json()) as {
        record: object;
      };
      expect(record).toMatchObject({ id: platform.id, name: platform.name, summary: platform.summary });
    }
  });
});

describe("a terminal and a log", () => {
  test("explanations", () =>
    none(
      terminalFaults,
      pairs.map(([platform, operator]) => partAsText(explain(platform, WHO, operator), 80)),
    ));

  const files = pairs.flatMap(([platform, operator]): RecordFile[] => [
    parseRecord(
      "platform",
      platform.id,
      `data/platforms/${platform.id}.json`,
      JSON.stringify(platform, null, 2),
    ),
    parseRecord(
      "operator",
      operator.id,
      `data/operators/${operator.id}.json`,
      JSON.stringify(operator, null, 2),
    ),
  ]);
  const problems = lint(files, undefined, TODAY);
  const texts = new Map(files.map((f) => [f.path, f.text]));

  test.each(Object.keys(REPORTS) as ReportFormat[])("problems, as %s", (format) => {
    const page = REPORTS[format]({ problems, texts, records: files.length, colour: false });
    expect(problems.length).toBeGreaterThan(HOSTILE.length);
    if (format !== "github") return expect(terminalFaults(page)).toEqual([]);
    // Each line is a command of ours, or the count.
    expect(page.split("\n").filter((line) => !/^::error file=|^\d+ problems\.$/.test(line))).toEqual([]);
    expect(terminalFaults(page.replaceAll(/^::error (?=file=)/gm, ""))).toEqual([]);
  });
  test("problems on a page of the preview", async () => {
    const page = await problemsPage(problems, true);
    expect(
      page.match(
        /<(?!\/?(html|head|meta|title|style|link|body|header|nav|main|footer|h1|p|a|ol|ul|li|pre|script|strong)\b|!doctype)/gi,
      ),
    ).toBeNull();
    expect(page.split("<script").length).toBe(2);
  });
});

describe("a diff", () => {
  const side = (name: string, [platform, operator]: readonly [Platform, Operator]) => ({
    name,
    platforms: new Map([["p", { ...platform, id: "p" }]]),
    operators: new Map([[operator.id, operator]]),
    invalid: [{ record: "platforms/x", problem: `found ${platform.name}` }],
  });
  const base = side("base", [completePlatform, completeOperator]);
  const diffs = pairs.flatMap((pair, i) => [
    diffDatasets(base, side(`head ${HOSTILE[i]}`, pair), TODAY),
    diffDatasets({ ...base, platforms: new Map() }, side("head", pair), TODAY),
  ]);
  test("as text", () => none(terminalFaults, diffs.map(renderText)));
  test("as JSON", () => none(terminalFaults, diffs.map(terminalJson)));
  test("as Markdown", () =>
    none(
      (page) => [...terminalFaults(page), ...markdownFaults(page)],
      diffs.map((d) => renderMarkdown(d)),
    ));
});

describe("Markdown for issues and pages", () => {
  test("the review queue: paths and words of documents", () => {
    const day = { commit: "0123456789ab", date: TODAY };
    const queues = [...HOSTILE, "@all #1 GH-2 <b> _www.x.example [a](b) :tada:"].map(
      (text): Queue => ({
        schemaVersion: 1,
        archives: [{ name: text, head: day }],
        watched: 1,
        items: [
          {
            record: `platforms/${text}`,
            urgency: "answer",
            platforms: [`platforms/${text}`],
            since: TODAY,
            documents: [
              {
                urgency: "answer",
                archive: "owner/name",
                path: text,
                sources: [text],
                read: day,
                head: day,
                fate: { kind: "renamed", since: day, to: text },
                passages: [],
                ai: {
                  added: 1,
                  removed: 0,
                  reworded: 0,
                  sentences: [{ change: "added", words: text, was: text, since: day }],
                },
                changes: [],
                ignored: { capture: 0, unsettled: 0, known: 0 },
                look: [`The archive holds it at ${text}.`],
              },
            ],
          },
        ],
        otherText: [{ record: text, archive: text, path: text, sources: [], read: day, head: day }],
        unwatched: [
          { record: text, archive: text, path: text, sources: [], commit: "x", why: "no-such-commit" },
          { record: text, archive: text, path: text, sources: [], commit: "x", why: "archive-not-given" },
        ],
      }),
    );
    // The links are ours: to commits and documents at GitHub.
    const withoutLinks = (page: string) =>
      page.replaceAll(/\[2026-01-01\]\(https:\/\/github\.com\/[^\s()<>`]*\)/g, "");
    none(
      (page) => [...terminalFaults(page), ...markdownFaults(withoutLinks(page))],
      queues.map(queueMarkdown),
    );
  });
  test("the quality of the dataset", () => {
    const quality = qualityOf({ platforms, operators }, TODAY);
    expect(markdownFaults(qualityMarkdown(quality))).toEqual([]);
  });
});

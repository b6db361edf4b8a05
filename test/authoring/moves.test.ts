import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  merge,
  moveDomain,
  moveSource,
  moveToOperator,
  plan,
  rename,
  split,
  type Workspace,
  withdraw,
} from "../../src/authoring/moves/index.ts";
import type { Exception, Operator, Platform } from "../../src/model/index.ts";
import { fileOf, parseRecord, parseText, type RecordFile } from "../../src/records/files.ts";
import { formatted, recordText } from "../../src/records/format.ts";
import { validate } from "../../src/records/validate.ts";
import { helpSource, hosts, operator, platform, policySource, practice, rule } from "../fixtures/records.ts";

const TODAY = "2026-11-24";
const DAY = "2026-11-20";

/** A platform whose evidence is in its operator's record. */
const sharing = (id: string, rest: Partial<Platform> = {}): Platform =>
  platform([practice([rule("all", { evidence: { dataUse: ["operator:policy#ai"] } })])], {
    id,
    name: id,
    domains: hosts(`${id}.example`),
    sources: [],
    ...rest,
  });
const own = (id: string, rest: Partial<Platform> = {}): Platform =>
  platform([practice([rule("all")])], {
    id,
    name: id,
    domains: hosts(`${id}.example`),
    sources: [policySource],
    ...rest,
  });
const corp = operator({ sources: [policySource] });
const other = operator({ id: "other-corp", name: "Other" });

const ARCHIVES = {
  "Example/versions": { head: "0".repeat(40), date: "2026-11-01", fetched: "2026-11-01" },
};

const recordFile = (kind: "platform" | "operator", record: Platform | Operator): RecordFile =>
  parseRecord(kind, record.id, fileOf("data", kind, record.id), recordText(kind, record));

interface Given {
  platforms: Platform[];
  operators?: Operator[];
  exceptions?: Exception[];
  watched?: object;
}

/** Makes a move over records; the records, what was done, and what would be wrong. */
function moved(
  { platforms, operators = [corp, other], exceptions, watched }: Given,
  move: (ws: Workspace) => void,
) {
  const files = [
    ...platforms.map((p) => recordFile("platform", p)),
    ...operators.map((o) => recordFile("operator", o)),
  ];
  const text = exceptions && JSON.stringify({ $schema: "../schema/exceptions.schema.json", exceptions });
  const file = text === undefined ? undefined : parseText("data/exceptions.json", text);
  const except = file && { ...file, text: formatted(file) };
  const watch = watched
    ? parseText("data/watch.json", JSON.stringify({ schemaVersion: 1, archives: ARCHIVES, records: watched }))
    : undefined;
  const directory = { files, exceptions: except, ...validate(files, TODAY, except) };
  const result = plan({ dataDir: "data", directory, watch }, move, TODAY);
  const written = new Map(result.write.map((f) => [f.path, JSON.parse(f.text)]));
  return { ...result, written, before: directory.problems };
}
const at = (kind: "platforms" | "operators", id: string): string => `data/${kind}/${id}.json`;

describe("rename", () => {
  test("the former id redirects; an alias that is now the id is none any more", () => {
    const { written, remove, problems, done } = moved(
      { platforms: [own("le-chat", { aliases: ["vibe", "mistral-chat"] })] },
      (ws) => rename(ws, "le-chat", "vibe", "Vibe"),
    );
    expect(problems).toEqual([]);
    expect(remove).toEqual([at("platforms", "le-chat")]);
    expect([...written.keys()]).toEqual([at("platforms", "vibe")]);
    expect(written.get(at("platforms", "vibe"))).toMatchObject({
      id: "vibe",
      name: "Vibe",
      aliases: ["mistral-chat", "le-chat"],
    });
    expect(done).toEqual([
      "platforms/le-chat is now platforms/vibe; /platforms/le-chat redirects to it, and vibe, an alias until now, is its id",
      "its name was le-chat and is Vibe",
    ]);
  });
  test("everything that names the record follows: successors, exceptions, the watch", () => {
    const { written, problems } = moved(
      {
        platforms: [
          own("a"),
          own("b", { withdrawn: { date: DAY, reason: "merged", successors: ["a"] } }),
          own("c", { sources: [policySource, helpSource] }),
        ],
        exceptions: [
          { code: "REF007", record: "platforms/c", pointer: "/sources/@help/id", reason: "Kept." },
        ],
        watched: {
          "platforms/a": { state: "current", since: null, sources: [], archives: ["Example/versions"] },
        },
      },
      (ws) => {
        rename(ws, "a", "z", undefined);
        rename(ws, "c", "y", undefined);
      },
    );
    expect(problems).toEqual([]);
    expect(written.get(at("platforms", "b")).withdrawn.successors).toEqual(["z"]);
    expect(written.get("data/exceptions.json").exceptions[0].record).toBe("platforms/y");
    expect(Object.keys(written.get("data/watch.json").records)).toEqual(["platforms/z"]);
  });
  test("an operator: its platforms and those that it owns follow", () => {
    const { written, problems, remove } = moved(
      { platforms: [sharing("a"), sharing("b")], operators: [corp, { ...other, parent: "example-corp" }] },
      (ws) => rename(ws, "operators/example-corp", "operators/new-corp", undefined),
    );
    expect([problems, remove]).toEqual([[], [at("operators", "example-corp")]]);
    expect(written.get(at("platforms", "a")).operator).toBe("new-corp");
    expect(written.get(at("operators", "other-corp")).parent).toBe("new-corp");
    expect(written.get(at("operators", "new-corp")).aliases).toEqual(["example-corp"]);
  });
  test.each([
    [
      "a",
      "b",
      "b is the platform b. To make one of two records: npm run move -- merge platforms/a platforms/b",
    ],
    ["a", "beta", "beta is another name of the platform b."],
    ["a", "A B", '"A B" is not a valid id'],
    ["a", "operators/x", "a is a platform, so that it cannot become operators/x."],
    ["beta", "x", "beta is another name of b."],
    ["aa", "x", "There is no platform aa, or its record is not valid."],
  ])("%s to %s is refused", (from, to, message) =>
    expect(() =>
      moved({ platforms: [own("a"), own("b", { aliases: ["beta"] })] }, (ws) =>
        rename(ws, from, to, undefined),
      ),
    ).toThrow(message),
  );
  test("there and back is the same record, but for the alias", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 4 }),
        (names) => {
          const { written, problems } = moved({ platforms: [sharing("a1")] }, (ws) => {
            let id = "a1";
            for (const name of [...names, "a1"]) {
              rename(ws, id, name, undefined);
              id = name;
            }
          });
          expect(problems).toEqual([]);
          expect(written.get(at("platforms", "a1"))).toEqual({ ...sharing("a1"), aliases: names });
        },
      ),
      { numRuns: 20 },
    );
  });
});

describe("operator", () => {
  test("documents that only this platform cites move along", () => {
    const { written, problems, done } = moved({ platforms: [sharing("a")] }, (ws) =>
      moveToOperator(ws, "a", "other-corp", undefined),
    );
    expect(problems).toEqual([]);
    expect(written.get(at("operators", "example-corp")).sources).toEqual([]);
    expect(written.get(at("operators", "other-corp")).sources).toEqual([policySource]);
    expect(done).toEqual([
      "a is now run by Other (operators/other-corp), not Example Corporation",
      "document policy moves from operators/example-corp to operators/other-corp",
    ]);
  });
  test("documents that others cite are copied", () => {
    const { written, problems, done } = moved({ platforms: [sharing("a"), sharing("b")] }, (ws) =>
      moveToOperator(ws, "a", "other-corp", undefined),
    );
    expect(problems).toEqual([]);
    expect(written.has(at("operators", "example-corp"))).toBe(false);
    expect(written.get(at("operators", "other-corp")).sources).toEqual([policySource]);
    expect(done[1]).toBe(
      "document policy is copied to operators/other-corp: b cites it in operators/example-corp",
    );
  });
  test("another document with the same id keeps it; evidence follows the new one", () => {
    const { written, problems } = moved(
      {
        platforms: [sharing("a")],
        operators: [corp, { ...other, sources: [{ ...policySource, title: "Another" }] }],
      },
      (ws) => moveToOperator(ws, "a", "other-corp", undefined),
    );
    expect(problems).toEqual([]);
    expect(written.get(at("operators", "other-corp")).sources.map((s: { id: string }) => s.id)).toEqual([
      "policy",
      "policy-example-corp",
    ]);
    expect(written.get(at("platforms", "a")).practices[0].rules[0].evidence.dataUse).toEqual([
      "operator:policy-example-corp#ai",
    ]);
  });
  test("a record that was edited by hand: one problem names the command, and the command solves it", () => {
    const given = { platforms: [sharing("a", { operator: "other-corp" })] };
    expect(() => moved(given, (ws) => moveToOperator(ws, "a", "other-corp", undefined))).toThrow(
      "--from <operator>",
    );
    const { before, problems, remaining } = moved(given, (ws) =>
      moveToOperator(ws, "a", "other-corp", "example-corp"),
    );
    expect(before.map((p) => [p.code, p.fix.split("`")[1]])).toEqual([
      ["REF002", "npm run move -- operator a other-corp --from example-corp"],
    ]);
    expect([problems, remaining]).toEqual([[], 0]);
  });
});

describe("merge, split and withdraw", () => {
  test("the other platform answers for its domains and apps; what it succeeded is passed on", () => {
    const { written, problems, done } = moved(
      {
        platforms: [
          own("a", { apps: { android: ["com.a"] } }),
          own("b", { otherDomains: ["a.example"] }),
          own("c", { withdrawn: { date: DAY, reason: "merged", successors: ["a"] } }),
        ],
      },
      (ws) => merge(ws, "a", "b", { date: DAY }),
    );
    expect(problems).toEqual([]);
    expect(written.get(at("platforms", "a")).withdrawn).toEqual({
      date: DAY,
      reason: "merged",
      successors: ["b"],
    });
    expect(written.get(at("platforms", "b"))).toMatchObject({
      domains: hosts("b.example", "a.example"),
      apps: { android: ["com.a"] },
    });
    expect(written.get(at("platforms", "b")).otherDomains).toBeUndefined();
    expect(written.get(at("platforms", "c")).withdrawn.successors).toEqual(["b"]);
    expect(done).toContain("answers for a.example now come from b, not a");
  });
  test("an operator: its platforms move with their documents, those that it owns have the other as parent", () => {
    const child = operator({ id: "child", name: "Child", parent: "example-corp" });
    const { written, problems } = moved(
      { platforms: [sharing("a"), sharing("b")], operators: [corp, other, child] },
      (ws) => merge(ws, "operators/example-corp", "operators/other-corp", { date: DAY }),
    );
    expect(problems).toEqual([]);
    expect(written.get(at("operators", "other-corp")).sources).toEqual([policySource]);
    expect(written.get(at("operators", "child")).parent).toBe("other-corp");
    expect(written.get(at("platforms", "b")).operator).toBe("other-corp");
    expect(written.get(at("operators", "example-corp")).withdrawn.successors).toEqual(["other-corp"]);
  });
  test("split: the record names its parts, and its domains go to them", () => {
    const given = {
      platforms: [own("suite", { domains: hosts("suite.example", "chat.example") }), own("x"), own("y")],
    };
    const { written, problems } = moved(given, (ws) =>
      split(ws, "suite", ["x", "y"], { date: DAY, domains: [["chat.example", "x"]] }),
    );
    expect(problems).toEqual([]);
    expect(written.get(at("platforms", "suite"))).toMatchObject({
      domains: hosts("suite.example"),
      withdrawn: { reason: "split", successors: ["x", "y"] },
    });
    expect(written.get(at("platforms", "x")).domains).toEqual(hosts("x.example", "chat.example"));
    expect(() => moved(given, (ws) => split(ws, "suite", ["x"], { date: DAY, domains: [] }))).toThrow(
      "at least two",
    );
  });
  test("an operator with live platforms cannot be withdrawn: nothing is to be written", () => {
    const { problems } = moved({ platforms: [sharing("a")] }, (ws) =>
      withdraw(ws, "operators/example-corp", { date: DAY, reason: "closed", successors: [] }),
    );
    expect(problems.map((p) => p.code)).toEqual(["WDR003"]);
  });
  test.each([
    ["a", "a", "platforms/a cannot succeed platforms/a."],
    ["a", "nobody", "There is no platform nobody, or its record is not valid."],
    ["a", "operators/other-corp", "operators/other-corp cannot succeed platforms/a."],
  ])("%s with the successor %s is refused", (name, successor, message) =>
    expect(() =>
      moved({ platforms: [own("a")] }, (ws) =>
        withdraw(ws, name, { date: DAY, reason: "merged", successors: [successor] }),
      ),
    ).toThrow(message),
  );
});

describe("domain and source", () => {
  test("a domain is handed over, also as an address; a last one only of a withdrawn platform", () => {
    const given = { platforms: [own("a", { domains: hosts("a.example", "x.example") }), own("b")] };
    const { written, done } = moved(given, (ws) => moveDomain(ws, "https://x.example/home", "b"));
    expect(written.get(at("platforms", "b")).domains).toEqual(hosts("b.example", "x.example"));
    expect(done).toEqual(["answers for x.example now come from b, not a"]);
    expect(() =>
      moved({ platforms: [own("a"), own("b")] }, (ws) => moveDomain(ws, "a.example", "b")),
    ).toThrow("npm run move -- merge a b");
    const closed = { platforms: [own("a", { withdrawn: { date: DAY, reason: "closed" } }), own("b")] };
    const taken = moved(closed, (ws) => moveDomain(ws, "a.example", "b"));
    expect(taken.problems).toEqual([]);
    expect(taken.written.get(at("platforms", "a")).withdrawn.successors).toEqual(["b"]);
  });
  test("a document to the operator and back is the same record", () => {
    const given = { platforms: [own("a")], operators: [operator(), other] };
    const { written, problems } = moved(given, (ws) => moveSource(ws, "a:policy", "operators/example-corp"));
    expect(problems).toEqual([]);
    expect(written.get(at("operators", "example-corp")).sources).toEqual([policySource]);
    expect(written.get(at("platforms", "a")).practices[0].rules[0].evidence.dataUse).toEqual([
      "operator:policy#ai",
    ]);
    const back = moved(given, (ws) => {
      moveSource(ws, "a:policy", "operators/example-corp");
      moveSource(ws, "operators/example-corp:policy", "a");
    });
    expect(back.write).toEqual([]);
  });
  test("a document that others cite does not leave their operator", () =>
    expect(() =>
      moved({ platforms: [sharing("a"), sharing("b")] }, (ws) =>
        moveSource(ws, "operators/example-corp:policy", "operators/other-corp"),
      ),
    ).toThrow("a, b cite policy in operators/example-corp and would lose it."));
  test("an exception for the evidence or the document follows", () => {
    const { written, problems } = moved(
      {
        platforms: [sharing("a")],
        operators: [corp, { ...other, sources: [{ ...policySource, title: "Another" }] }],
        exceptions: [],
      },
      (ws) => {
        ws.exceptions.push({
          code: "CON001",
          record: "platforms/a",
          pointer: "/practices/@training/rules/@all/evidence/dataUse/@operator:policy#ai",
          reason: "Kept.",
        });
        moveToOperator(ws, "a", "other-corp", undefined);
        expect(ws.exceptions[0]?.pointer).toBe(
          "/practices/@training/rules/@all/evidence/dataUse/@operator:policy-example-corp#ai",
        );
      },
    );
    // It silences nothing here, so that it goes.
    expect([problems, written.has("data/exceptions.json")]).toEqual([[], false]);
  });
});

test("an exception that a rename makes needless at one record goes to the other, which is reported instead", () => {
  const denying = (id: string) =>
    sharing(id, {
      practices: [
        practice([rule("all", { dataUse: "does-not-use", evidence: { dataUse: ["operator:policy#ai"] } })]),
      ],
    });
  const { written, problems, before, done } = moved(
    {
      platforms: [sharing("a"), denying("b")],
      exceptions: [
        {
          code: "CON001",
          record: "platforms/b",
          pointer: "/practices/@training/rules/@all/evidence/dataUse/@operator:policy#ai",
          reason: "Both are right.",
        },
      ],
    },
    (ws) => rename(ws, "a", "z", undefined),
  );
  expect([before, problems]).toEqual([[], []]);
  expect(written.get("data/exceptions.json").exceptions).toMatchObject([
    { record: "platforms/z", reason: "Both are right." },
  ]);
  expect(done.at(-1)).toContain("check its reason");
});

import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Ask, NewOptions } from "../../src/authoring/facts.ts";
import { Known } from "../../src/authoring/known.ts";
import { runFingerprint } from "../../src/entry/cli/evidence.ts";
import { runNew } from "../../src/entry/cli/new.ts";
import { runValidate } from "../../src/entry/cli/validate.ts";
import type { Operator, Platform } from "../../src/model/index.ts";
import { readRecords } from "../../src/records/files.ts";
import { recordText } from "../../src/records/format.ts";
import { hosts, operator, platform, policySource, practice, rule } from "../fixtures/records.ts";

/* Real directories, and real archives of the form of Open Terms Archive's. */
let root: string;
let data: string;
let out: string[];
const commits: Record<string, string> = {};

function archive(name: string, files: Readonly<Record<string, string>>): void {
  const clone = join(root, name);
  const git = (date: string, ...args: string[]) =>
    execFileSync("git", ["-C", clone, "-c", "user.name=T", "-c", "user.email=t@example.org", ...args], {
      encoding: "utf8",
      env: { ...process.env, GIT_COMMITTER_DATE: date, GIT_AUTHOR_DATE: date },
    }).trim();
  mkdirSync(clone);
  git("", "init", "-q");
  for (const [i, [path, text]] of Object.entries(files).entries()) {
    mkdirSync(join(clone, path, ".."), { recursive: true });
    writeFileSync(join(clone, path), text);
    git("", "add", ".");
    // Late in the evening west of Greenwich: the day after, in UTC.
    git(`2026-08-${String(10 + i)}T23:30:00-0500`, "commit", "-qm", `Record ${path}`);
    commits[`${name}:${path}`] = git("", "rev-parse", "--short=12", "HEAD");
  }
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "new-"));
  archive("one", {
    LICENSE: "x",
    "Acme Chat/Terms of Service.md": "Terms.\n",
    "Acme Chat/Privacy Policy.md": "# Privacy\n\nWe use what you post to train AI.\n",
    "Other/Privacy Policy.md": "Other.\n",
  });
  archive("two", {
    "acmechat/Privacy Policy.md": "Another text, for Europe.\n",
    "acmechat/Terms of Service.md": "Terms.\n",
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(() => {
  data = join(mkdtempSync(join(root, "data-")), "data");
  for (const folder of ["platforms", "operators"]) mkdirSync(join(data, folder), { recursive: true });
  const there = platform([practice([rule("all")])], {
    aliases: ["specimen"],
    domains: hosts("example.com"),
    sources: [policySource],
  });
  writeFileSync(join(data, "platforms/example.json"), recordText("platform", there));
  writeFileSync(join(data, "operators/example-corp.json"), recordText("operator", operator()));
  out = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void out.push(line));
});

const begin = (id: string | undefined, more: Partial<NewOptions> = {}, ask?: Ask) =>
  runNew(id, { domain: [], document: [], archive: [], dryRun: false, data, ...more }, ask);
const complete: Partial<NewOptions> = {
  operator: "example-corp",
  category: "messaging",
  domain: ["acme.chat"],
};
const given = (...names: string[]) => names.map((name) => `Example/${name}-versions=${join(root, name)}`);
const read = <T = Platform>(path: string): T => JSON.parse(readFileSync(join(data, path), "utf8")) as T;

describe("a record is begun", () => {
  test("from flags and a document's address: it is valid", async () => {
    expect(
      await begin("acme-chat", {
        ...complete,
        domain: ["acme.chat"],
        document: ["https://acme.chat/privacy"],
      }),
    ).toBe(0);
    expect(runValidate([], { data, json: false })).toBe(0);
    const record = read("platforms/acme-chat.json");
    expect([record.name, record.operator, record.category, record.domains]).toEqual([
      "Acme Chat",
      "example-corp",
      "messaging",
      [{ host: "acme.chat", role: "main" }],
    ]);
    expect(record.practices[0]?.rules).toEqual([
      {
        id: "all",
        dataUse: "not-stated",
        note: "The documents have not been read for this yet.",
        evidence: { dataUse: ["privacy-policy"] },
      },
    ]);
    expect(record.sources).toEqual([
      {
        id: "privacy-policy",
        kind: "policy",
        title: "Acme Chat Privacy Policy",
        publisher: "Example Corporation",
        url: "https://acme.chat/privacy",
      },
    ]);
    expect(record.review.openQuestions).toEqual([
      "What do the documents say about training generative AI? They have been found, but not read yet.",
    ]);
  });

  test.each([
    ["Яндекс", "yandeks"],
    ["微信", "wei-xin"],
    ["Größe", "grosse"],
    [
      `${"A very long name ".repeat(8)}`,
      "a-very-long-name-a-very-long-name-a-very-long-name-a-very-long-name-a-very-long",
    ],
  ])("with an operator whose id is made of its name, %s", async (operatorNew, id) => {
    const options = { ...complete, operator: undefined, operatorNew, jurisdiction: "RU" };
    expect(await begin("acme", options)).toBe(0);
    expect(read<Operator>(`operators/${id}.json`).id).toBe(id);
  });

  test("with an operator of whose name no id can be made only when one is given", async () => {
    const options = { ...complete, operator: undefined, operatorNew: "★", jurisdiction: "US" };
    expect(await begin("acme", options)).toBe(2);
    expect(out.join()).toBe(
      'No id can be made of the name "★": give one with --operator, such as --operator acme.',
    );
    expect(existsSync(join(data, "operators/.json"))).toBe(false);
    expect(await begin("acme", { ...options, operator: "star" })).toBe(0);
    expect(read<Operator>("operators/star.json").name).toBe("★");
  });

  test("with documents whose titles give the same id, or none", async () => {
    const url = "https://acme.chat/";
    const document = [`Terms=${url}a`, `Terms!=${url}b`, `★=${url}c`, `☆=${url}d`];
    expect(await begin("acme", { ...complete, document })).toBe(0);
    expect(read("platforms/acme.json").sources.map((s) => s.id)).toEqual([
      "terms",
      "terms-2",
      "document",
      "document-2",
    ]);
    expect(runValidate([], { data, json: false })).toBe(0);
  });

  test("from a domain in other letters", async () => {
    expect(await begin(undefined, { ...complete, domain: [], fromDomain: "https://bücher.de/x" })).toBe(0);
    expect(read("platforms/bucher.json")).toMatchObject({
      name: "Bucher",
      domains: [{ host: "xn--bcher-kva.de" }],
    });
  });

  test("without a document it is a draft, and the message lists what is missing and what to do", async () => {
    expect(await begin("acme", { ...complete })).toBe(0);
    const said = out.join("\n");
    expect(said).toMatch(/It is a draft: 1 thing is missing before `npm run validate` passes\./);
    expect(said).toMatch(
      /acme\.json:\d+:\d+ SCH005 at \/practices\/@generative-training\/rules\/@all\/evidence\/dataUse\n {4}found: {4}\[\]\n {4}expected: at least one pointer to evidence/,
    );
    expect(said).toContain("npm run validate -- acme");
    expect(runValidate([], { data, json: false })).toBe(1);
  });

  test("with an operator that has no record yet, whose record is written too", async () => {
    expect(
      await begin("acme", {
        ...complete,
        operator: undefined,
        operatorNew: "Acmé Labs",
        jurisdiction: "uk",
        document: ["https://acme.chat/terms"],
      }),
    ).toBe(0);
    expect(read<Operator>("operators/acme-labs.json")).toEqual(
      operator({ id: "acme-labs", name: "Acmé Labs", jurisdiction: "GB" }),
    );
    expect(read("platforms/acme.json").operator).toBe("acme-labs");
    expect(runValidate([], { data, json: false })).toBe(0);
  });

  test("from a domain or a web address, which gives id and name", async () => {
    expect(
      await begin(undefined, {
        ...complete,
        domain: [],
        fromDomain: "https://www.Acme.co.uk/home",
        document: ["https://acme.co.uk/tos"],
      }),
    ).toBe(0);
    const record = read("platforms/acme.json");
    expect([record.id, record.name, record.domains, record.sources[0]?.title]).toEqual([
      "acme",
      "Acme",
      [{ host: "acme.co.uk", role: "main" }],
      "Acme Terms of Service",
    ]);
  });

  test("with --dry-run nothing is written", async () => {
    expect(await begin("acme", { ...complete, dryRun: true })).toBe(0);
    expect(existsSync(join(data, "platforms/acme.json"))).toBe(false);
    expect(out[0]).toContain('"id": "acme"');
    expect(out.at(-1)).toMatch(/Nothing was written\.$/);
  });
});

describe("from an archive", () => {
  test("every document of the service is a source with its copy, at the commit and day of its newest text", async () => {
    expect(await begin("acme-chat", { ...complete, archive: given("one") })).toBe(0);
    expect(runValidate([], { data, json: false })).toBe(0);
    const record = read("platforms/acme-chat.json");
    const commit = commits["one:Acme Chat/Privacy Policy.md"] as string;
    expect(record.sources.map((s) => s.id)).toEqual(["privacy-policy", "terms-of-service"]);
    expect(record.sources[0]?.copies).toEqual([
      {
        archive: "Example/one-versions",
        commit,
        path: "Acme Chat/Privacy Policy.md",
        captured: "2026-08-13",
      },
    ]);
    expect(record.sources[0]?.url).toBe(
      `https://github.com/Example/one-versions/blob/${commit}/Acme%20Chat/Privacy%20Policy.md`,
    );
    expect(record.review.openQuestions[1]).toContain(
      "The addresses here are the archive's: Privacy Policy and Terms of Service.",
    );
    expect(record.sameAs).toEqual({ openTermsArchive: "Acme Chat" });
    expect(out.join("\n")).toContain(
      `git -C ${join(root, "one")} grep -niE "train|machine learning|artificial intelligence|generative|\\bAI\\b" HEAD -- "Acme Chat/"`,
    );
    expect(out.join("\n")).toContain(`git -C ${join(root, "one")} show "HEAD:Acme Chat/Privacy Policy.md"`);
  });

  test("an address given for a document of the archive is its address", async () => {
    await begin("acme-chat", {
      ...complete,
      archive: given("one"),
      document: ["Privacy Policy=https://acme.chat/privacy"],
    });
    const record = read("platforms/acme-chat.json");
    expect(record.sources.map((s) => [s.id, s.url.split("/")[2]])).toEqual([
      ["privacy-policy", "acme.chat"],
      ["terms-of-service", "github.com"],
    ]);
    expect(record.review.openQuestions[1]).toContain("archive's: Terms of Service.");
  });

  test("one text in two archives is one source, one title over two texts is two", async () => {
    await begin("acme-chat", { ...complete, archive: given("one", "two") });
    const record = read("platforms/acme-chat.json");
    expect(record.sources.map((s) => [s.id, s.copies?.map((c) => c.archive)])).toEqual([
      ["privacy-policy-one", ["Example/one-versions"]],
      ["terms-of-service", ["Example/one-versions", "Example/two-versions"]],
      ["privacy-policy-two", ["Example/two-versions"]],
    ]);
    expect(runValidate([], { data, json: false })).toBe(0);
  });

  test("the author only adds the passage, and fingerprints it", async () => {
    await begin("acme-chat", { ...complete, archive: given("one") });
    const record = read("platforms/acme-chat.json");
    Object.assign(record.sources[0] ?? {}, {
      passages: [{ id: "ai", copy: 0, start: "We use what", end: "to train AI.", sha256: "0".repeat(64) }],
    });
    record.practices[0]?.rules.splice(0, 1, {
      id: "all",
      dataUse: "uses",
      defaultState: "no-choice",
      evidence: { dataUse: ["privacy-policy#ai"], defaultState: ["terms-of-service"] },
    });
    writeFileSync(join(data, "platforms/acme-chat.json"), recordText("platform", record));
    expect(runValidate([], { data, json: false })).toBe(1);
    expect(await runFingerprint("acme-chat", [], { data, archive: given("one"), show: false })).toBe(0);
    expect(runValidate([], { data, json: false })).toBe(0);
  });

  test("a service that goes by another name there is named, and a typo gets the nearest", async () => {
    expect(await begin("acme", { ...complete, archive: given("one", "two"), service: "Acme Chta" })).toBe(2);
    expect(out).toEqual([
      'No folder "Acme Chta" is in Example/one-versions or Example/two-versions. Did you mean Acme Chat? --service "<folder>" names it; without --archive the record begins without copies.',
    ]);
    expect(await begin("acme", { ...complete, archive: given("one"), service: "Acme Chat" })).toBe(0);
  });
});

describe("what is there stays", () => {
  test.each<[string, string | undefined, Partial<NewOptions>, RegExp]>([
    [
      "a record",
      "example",
      {},
      /example\.json exists already and is not overwritten\. `npm run explain -- example` shows what it says\./,
    ],
    ["an alias", "specimen", {}, /^specimen is another name of example, which .*example\.json describes\./],
    [
      "a domain",
      "acme",
      { domain: ["https://www.example.com/x"] },
      /^example\.com belongs to example already \(.*example\.json\)\./,
    ],
    [
      "a domain, derived from",
      undefined,
      { fromDomain: "example.com", domain: [] },
      /^example\.com belongs to example already/,
    ],
    [
      "a host under a domain",
      undefined,
      { fromDomain: "chat.example.com", domain: [] },
      /^chat\.example\.com lies under example\.com, which belongs to example \(.*\)\. If people see another platform there, give it an id: npm run new -- <id> --domain chat\.example\.com\.$/,
    ],
    [
      "an operator",
      "acme",
      { operatorNew: "Example Corp", operator: undefined },
      /^The operator Example Corporation has a record already: --operator example-corp\.$/,
    ],
  ])("%s", async (_, id, more, message) => {
    const before = execFileSync("find", [data, "-type", "f"], { encoding: "utf8" });
    expect(await begin(id, { ...complete, ...more })).toBe(2);
    expect(out.join("\n")).toMatch(message);
    expect(execFileSync("find", [data, "-type", "f"], { encoding: "utf8" })).toBe(before);
  });

  test("a host under another platform's domain is accepted where it has an id of its own", async () => {
    expect(
      await begin("chat", {
        ...complete,
        domain: ["chat.example.com"],
        document: ["https://chat.example.com/terms"],
      }),
    ).toBe(0);
    expect(runValidate([], { data, json: false })).toBe(0);
  });
});

test.each<[string, Partial<NewOptions>, string]>([
  [
    "category",
    { category: "mesaging" },
    'There is no category "mesaging". Did you mean messaging? There are: social-network, ',
  ],
  [
    "operator",
    { operator: "exampel-corp" },
    'There is no operator "exampel-corp". Did you mean example-corp? If it has no record yet: --operator-new',
  ],
  ["operator, by name", { operator: "Example Corporatoin" }, "Did you mean Example Corporation?"],
  [
    "jurisdiction",
    { operator: undefined, operatorNew: "Acme", jurisdiction: "Germny" },
    '"Germny" is not a country or state: give an ISO 3166 code, such as US, DE or US-CA. Did you mean Germany?',
  ],
  [
    "no jurisdiction",
    { operator: undefined, operatorNew: "Acme" },
    "A new operator needs its seat too: --jurisdiction",
  ],
  [
    "no operator",
    { operator: undefined },
    "Who runs it? --operator <id of data/operators>, or --operator-new",
  ],
  ["no category", { category: undefined }, "What is it mainly? --category <social-network|"],
  [
    "id of a new operator",
    { operator: "../x", operatorNew: "Acme", jurisdiction: "US" },
    '"../x" is not a valid id for the new operator: lower-case letters and digits',
  ],
  [
    "new operator, that is there under its name",
    { operator: undefined, operatorNew: "example CORPORATION", jurisdiction: "US" },
    "The operator Example Corporation has a record already: --operator example-corp.",
  ],
  [
    "domain, in a store",
    { domain: ["https://play.google.com/store/apps/details?id=com.acme"] },
    "is the address of an app in a store (com.acme), not the platform's own: give its domain, such as example.com.",
  ],
  ["domain, a public suffix", { domain: ["co.uk"] }, "co.uk is an ending under which domains are registered"],
  [
    "domain, with an unknown ending",
    { domain: ["acme.orgg"] },
    "acme.orgg is not a domain: no registry has .orgg.",
  ],
  ["domain", { domain: ["acme"] }, '"acme" is not a domain or URL, such as example.com.'],
  [
    "document",
    { document: ["Privacy Policy"] },
    '--document "Privacy Policy": expected a web address, or a title before it: "Privacy Policy=https://example.com/privacy".',
  ],
  ["archive", { archive: ["one"] }, "--archive one: expected <owner/name>=<path of a git clone>"],
  [
    "a clone that is none",
    { archive: ["Example/one=/nowhere"] },
    "Example/one: /nowhere cannot be read as a git clone",
  ],
])("a wrong %s is told with its remedy", async (_, more, message) => {
  expect(await begin("acme", { ...complete, ...more })).toBe(2);
  expect(out.join("\n")).toContain(message);
  expect(existsSync(join(data, "platforms/acme.json"))).toBe(false);
});

test("an operator can be named as people write it", async () => {
  expect(await begin("acme", { ...complete, operator: "Example corporation" })).toBe(0);
  expect(read("platforms/acme.json").operator).toBe("example-corp");
});

test("the domain of another country leads to the record that has the name; with an id it is another platform", async () => {
  const options = { ...complete, domain: [], fromDomain: "https://www.example.de/" };
  expect(await begin(undefined, options)).toBe(2);
  expect(out.join()).toMatch(
    /^example\.de has the name of example\.com, which belongs to example\. If it is another domain of example, add it to `domains` in .*example\.json\. If people see another platform there, give it an id: npm run new -- <id> --domain example\.de\.$/,
  );
  expect(await begin("other", options)).toBe(0);
});

test.each([
  ["https://-kyoko-.tumblr.com/x", "-kyoko-.tumblr.com"],
  ["someone-.deviantart.com", "someone-.deviantart.com"],
  ["https://ａｃｍｅ。chat/", "acme.chat"],
  ["acme．chat", "acme.chat"],
])("a host that browsers open is read: %s", (written, host) => {
  expect(new Known(readRecords(data)).freeDomain(written)).toBe(host);
});

test("an id of a record in other spelling is said to be there, not suggested", async () => {
  expect(await begin("Example", complete)).toBe(2);
  expect(await begin("Specimen", complete)).toBe(2);
  expect(out).toEqual([
    expect.stringContaining("example.json exists already and is not overwritten."),
    expect.stringContaining("specimen is another name of example"),
  ]);
});

test("the message shows the form of an id", async () => {
  expect(await begin("Acmé Chat", complete)).toBe(2);
  expect(out).toEqual([
    '"Acmé Chat" is not a valid id: lower-case letters and digits, joined by single hyphens. Did you mean acme-chat?',
  ]);
  expect(await begin(undefined, { ...complete, domain: [] })).toBe(2);
  expect(out.at(-1)).toBe("Which platform? npm run new -- <id>, or --from-domain example.com.");
});

test("invalid records do not prevent a new one", async () => {
  cpSync(join(data, "platforms/example.json"), join(data, "platforms/broken.json"));
  writeFileSync(join(data, "platforms/half.json"), '{ "id": ');
  expect(await begin("acme", { ...complete, document: ["https://acme.chat/terms"] })).toBe(0);
  expect(out.join("\n")).toContain("It is valid.");
});

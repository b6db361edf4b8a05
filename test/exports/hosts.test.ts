import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hosts } from "../../src/exports/formats/hosts/index.ts";
import { byAddress } from "../../src/exports/npm/runtime/lookup.ts";
import { writeExports } from "../../src/exports/write.ts";
import { audience, hostsOf, hostsOfPlatform, type Platform, planOf } from "../../src/model/index.ts";
import { conditionsOfPlatform, resolve } from "../../src/policy/index.ts";
import { type LoadedDataset, loadDataset } from "../../src/records/load.ts";
import { testDataset } from "../fixtures/dataset.ts";

type Entry = [platform: string, verdict: string, certainty: string | null] | null;

interface HostFile {
  region: string;
  audience: object;
  hosts: Record<string, Entry>;
  later: Record<string, [day: string, verdict: string, certainty: string | null][]>;
}

/** The files of a dataset, as a client reads them. */
class Files {
  readonly #dir: string;
  constructor(dir: string) {
    this.#dir = join(dir, "hosts");
  }
  names = (): string[] => readdirSync(this.#dir).sort();
  bytes = (name: string): Buffer => readFileSync(join(this.#dir, name));
  file = (region: string): HostFile => JSON.parse(this.bytes(`${region}.json`).toString()) as HostFile;
  readonly regions = (): Record<string, string> =>
    (JSON.parse(this.bytes("regions.json").toString()) as { regions: Record<string, string> }).regions;

  /** As docs/downloads.md says. */
  fileOf = (region: string): string =>
    this.regions()[region] ?? this.regions()[region.split("-")[0] as string] ?? "rest";
}

/** The function of docs/downloads.md. */
const find = new Function(
  `${/^```js\n(function find.*?^}$)/ms.exec(readFileSync("docs/downloads.md", "utf8"))?.[1]}; return find;`,
)() as (hosts: HostFile["hosts"], host: string) => Entry;

const real = loadDataset("data");
const invented = testDataset();
let dir: string;
const filesOf = async (name: string, dataset: LoadedDataset): Promise<Files> => {
  await writeExports(join(dir, name), dataset, () => {}, [hosts]);
  return new Files(join(dir, name));
};
let ofReal: Files;
let ofInvented: Files;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "hosts-"));
  ofReal = await filesOf("real", real);
  ofInvented = await filesOf("invented", invented);
});
afterAll(() => rmSync(dir, { recursive: true }));

/** Places that rules name, and some that none names. */
const places = (platforms: readonly Platform[]): string[] => [
  ...new Set(platforms.flatMap(conditionsOfPlatform).flatMap((when) => when.regions ?? [])),
  ...["AT", "LI", "EU", "AR", "US-NY", "GB-ENG", "FR-974", "XX-1"],
];

const DATASETS = [
  ["the records", real, () => ofReal],
  ["the invented dataset", invented, () => ofInvented],
] as const;

describe.each(DATASETS)("hosts of %s", (_, dataset, files) => {
  test("the file of a place has the headlines of a person there", () => {
    const answers = (region: string) =>
      dataset.platforms.map((platform) => {
        const operator = dataset.operators.find((o) => o.id === platform.operator);
        const entries = new Map(
          [...new Set(platform.domains.map((d) => planOf(d) ?? "free"))].map((plan) => {
            const who = audience({ region, plan, asOf: dataset.release.date });
            const { verdict, certainty } = resolve(platform, who, operator).headline;
            return [plan, [platform.id, verdict, certainty]];
          }),
        );
        return platform.domains.map((domain) => [domain.host, entries.get(planOf(domain) ?? "free")]);
      });
    for (const region of places(dataset.platforms)) {
      const file = files().file(files().fileOf(region));
      const found = dataset.platforms.map((p) => p.domains.map(({ host }) => [host, file.hosts[host]]));
      expect(found, region).toEqual(answers(region));
    }
  });

  test("there are always files for the EEA, the United Kingdom, the United States and the rest; a further one has other answers", () => {
    const names = files().names();
    const always = ["EEA.json", "GB.json", "US.json", "regions.json", "rest.json"];
    expect(names).toEqual(expect.arrayContaining(always));
    for (const name of names.filter((n) => !always.includes(n))) {
      const region = name.replace(".json", "");
      const country = region.split("-")[0] as string;
      const outer = region === country ? "rest" : files().fileOf(country);
      expect([name, files().file(region).hosts]).not.toEqual([name, files().file(outer).hosts]);
    }
  });

  test("a host is found as in the npm package", () => {
    const file = files().file("rest");
    const known = dataset.platforms.flatMap((p) => [...hostsOfPlatform(p), ...(p.otherDomains ?? [])]);
    const label = fc.constantFrom("www", "a", "aws", "m", "xn--bcher-kva", "com");
    fc.assert(
      fc.property(
        fc.array(label, { maxLength: 3 }),
        fc.oneof(fc.constantFrom(...known), fc.constantFrom("example.net", "co.uk", "amazon.example")),
        (labels, end) => {
          const host = [...labels, end].join(".");
          expect(find(file.hosts, hostsOf(host)[0] as string)?.[0]).toBe(
            byAddress(dataset.platforms, host)?.platform.id,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  test("each file is small", () => {
    for (const name of files().names())
      expect([name, gzipSync(files().bytes(name)).length < 15_000]).toEqual([name, true]);
  });
});

test("a file says for whom it is, and hosts are in order", () => {
  const file = ofInvented.file("GB");
  expect(file).toMatchObject({
    release: "unreleased",
    licence: "CC-BY-4.0",
    region: "GB",
    audience: { plan: "free", age: "adult", account: "signed-in" },
  });
  expect(Object.keys(file.hosts)).toEqual(Object.keys(file.hosts).sort());
});

test("changes to come are listed with their day", () => {
  expect(ofInvented.file("rest").hosts["delta.example"]).toEqual(["delta", "not-used", null]);
  expect(ofInvented.file("rest").later).toEqual({
    "delta.example": [["2027-01-01", "no-choice", "practised"]],
  });
});

test("a host of another service is null, unless a platform has it", async () => {
  expect(ofInvented.file("rest").hosts["cloud.example.com"]).toBeNull();
  const [alpha, ...rest] = invented.platforms as [Platform, ...Platform[]];
  const files = await filesOf("other", {
    ...invented,
    platforms: [{ ...alpha, domains: [{ host: "cloud.example.com", role: "main" }] }, ...rest],
  });
  expect(files.file("rest").hosts["cloud.example.com"]?.[0]).toBe("alpha");
});

test("a withdrawn record is not in the files", async () => {
  const [alpha, ...rest] = invented.platforms as [Platform, ...Platform[]];
  const withdrawn = { date: "2026-11-01", reason: "closed" };
  const files = await filesOf("withdrawn", {
    ...invented,
    platforms: [{ ...alpha, withdrawn } as Platform, ...rest],
  });
  expect(Object.values(files.file("rest").hosts).flatMap((entry) => entry?.[0] ?? [])).toEqual(
    expect.not.arrayContaining(["alpha"]),
  );
  expect(files.file("rest").hosts["beta.example"]?.[0]).toBe("beta");
});

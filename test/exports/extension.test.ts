import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Dataset, hostOf, isDataset, lookUp } from "../../extension/src/dataset.ts";
import { extension } from "../../src/exports/formats/extension/index.ts";
import { writeExports } from "../../src/exports/write.ts";
import { LANGUAGES } from "../../src/language/index.ts";
import { type Audience, audience, PLAN, planOf, termsOf } from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";
import { loadDataset } from "../../src/records/load.ts";

/* The file for browser extensions, read as the extension in extension/ reads it. */
const real = loadDataset("data");
let dir: string;
let bytes: Buffer;
let data: Dataset;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "extension-"));
  await writeExports(dir, real, () => {}, [extension]);
  bytes = readFileSync(join(dir, "extension.json"));
  data = JSON.parse(bytes.toString()) as Dataset;
});
afterAll(() => rmSync(dir, { recursive: true }));

const hosts = real.platforms.flatMap((p) => [...p.domains.map((d) => d.host), ...(p.otherDomains ?? [])]);

test("everyone, everywhere, on every plan: the answer is that of the record", () => {
  const anyHost = fc
    .tuple(fc.constantFrom("", "www.", "a.b."), fc.constantFrom(...hosts))
    .map((parts) => parts.join(""));
  const anyPlace = fc.constantFrom(null, ...Object.keys(data.places));
  fc.assert(
    fc.property(anyHost, anyPlace, fc.constantFrom(...termsOf(PLAN)), (host, region, plan) => {
      const found = lookUp(data, host, { region: region ?? "", plan });
      const owner = ownerOf(host);
      expect(found?.id, host).toBe(owner?.id);
      if (owner === undefined || found === undefined) return;
      const implied = planOf(owner.domain) ?? plan;
      const who = audience({ region, plan: implied } as Partial<Audience>, real.release.date);
      const record = real.platforms.find(({ id }) => id === owner.id);
      if (record === undefined) throw new Error(owner.id);
      const resolved = resolve(record, who);
      expect({ ...found.answer, plan: found.plan }).toEqual({
        verdict: resolved.headline.verdict,
        certainty: resolved.headline.certainty,
        words: [LANGUAGES.en, LANGUAGES.de].map((language) => language.answer(resolved.headline)),
        sentences: [LANGUAGES.en, LANGUAGES.de].map((language) => language.headline(record, resolved)),
        plan: implied,
      });
    }),
    { numRuns: 400 },
  );
});

/** The platform of a host by the most exact of its hosts, and that host. */
function ownerOf(host: string) {
  for (let at = host; at.includes("."); at = at.slice(at.indexOf(".") + 1)) {
    for (const platform of real.platforms) {
      const domain = platform.withdrawn ? undefined : platform.domains.find((d) => d.host === at);
      if (domain) return { id: platform.id, domain };
    }
    if (real.platforms.some((p) => !p.withdrawn && p.otherDomains?.includes(at))) return undefined;
  }
  return undefined;
}

test("it is small enough to come with an extension", () => {
  expect(bytes.length).toBeLessThan(300_000);
  expect(gzipSync(bytes).length).toBeLessThan(40_000);
});

describe("a site", () => {
  test.each([
    ["https://www.linkedin.com/feed/?x=1", "www.linkedin.com"],
    ["http://localhost:8080/", "localhost"],
    ["https://example.org./", "example.org"],
    ["chrome://extensions", undefined],
    ["about:blank", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("of %s is %s", (url, host) => expect(hostOf(url)).toBe(host));

  test("that no record has is unknown, also with names that every object has", () => {
    for (const host of ["example.org", "localhost", "constructor.prototype", "a.__proto__", ""])
      expect(lookUp(data, host, { region: "DE", plan: "free" }), host).toBeUndefined();
  });

  test("a territory has the answers of its country, a subdivision too", () => {
    const at = (region: string) => lookUp(data, "facebook.com", { region, plan: "free" })?.answer;
    expect(at("GP")).toEqual(at("FR"));
    expect(at("DE-BY")).toEqual(at("DE"));
    expect(at("DE")).not.toEqual(at("US"));
  });
});

test("a server's file is checked before it replaces the copy", () => {
  expect(isDataset(data)).toBe(true);
  for (const wrong of [
    null,
    [],
    "x",
    {},
    { ...data, hosts: null },
    { ...data, platforms: { a: null } },
    { ...data, plans: "free" },
  ])
    expect(isDataset(wrong)).toBe(false);
});

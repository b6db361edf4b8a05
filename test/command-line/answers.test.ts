import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { installedDataset } from "../../clients/cli/src/installed.ts";
import { resolvedOf } from "../../clients/cli/src/resolved.ts";
import { serverDataset } from "../../clients/cli/src/server.ts";
import { stateAt } from "../../src/history/history.ts";
import { DE } from "../../src/language/de/language.ts";
import { EN } from "../../src/language/en/language.ts";
import { resolve } from "../../src/policy/index.ts";
import { arbAudience, arbPlatform, arbVariedPlatform } from "../fixtures/arbitrary.ts";
import { testHistory } from "../fixtures/history.ts";
import { nodeServer } from "../fixtures/node-server.ts";
import { operator } from "../fixtures/records.ts";
import { called, recordsOf } from "./records.ts";

/* The command gives the API's answers, from installed records and from a server. */
const state = stateAt(testHistory());
const records = recordsOf(state);
let server: Awaited<ReturnType<typeof nodeServer>>;
let base: string;
beforeAll(async () => {
  server = await nodeServer(testHistory());
  base = `http://127.0.0.1:${server.port}`;
});
afterAll(() => server.close());

const arbId = fc.constantFrom(...state.platforms.map((p) => p.id));

test("installed records answer as the server does, for every platform and audience", async () => {
  const [here, there] = [installedDataset(records), serverDataset(base)];
  await fc.assert(
    fc.asyncProperty(arbId, arbAudience, async (id, who) => {
      const [a, b] = [await here.answer(id, who), await there.answer(id, who)];
      expect(JSON.parse(JSON.stringify(a))).toEqual(b);
    }),
    { numRuns: 30 },
  );
});

describe("what is printed is the same", () => {
  test.each([
    ["alpha", "--region", "DE", "--json"],
    ["Alpha Old", "--region", "US"],
    ["alpha.example.com", "--lang", "de"],
    ["check", "--format", "csv"],
    ["check", "--format", "markdown", "--lang", "de"],
  ])("%s %s %s %s", async (...args) => {
    const input = "alpha\nhttps://alpha.example.com/x\nBeta\nnobody.example\n";
    const [here, there] = await Promise.all([
      called(records, args, { input }),
      called(records, [...args, "--server", base], { input }),
    ]);
    expect(there).toEqual(here);
    expect(here.code).toBe(0);
  });

  test("an unknown platform has the same exit code", async () => {
    for (const written of ["alhpa", "nobody.example"]) {
      const [here, there] = [
        await called(records, [written]),
        await called(records, [written, "--server", base]),
      ];
      expect([here.code, there.code]).toEqual([1, 1]);
    }
  });
});

test("an answer can be said in any language: nothing that the words depend on is lost", async () => {
  const owner = operator();
  await fc.assert(
    fc.asyncProperty(fc.oneof(arbPlatform, arbVariedPlatform), arbAudience, async (platform, who) => {
      const record = { ...platform, operator: owner.id };
      const dataset = installedDataset({
        catalogue: [record],
        load: async () => ({ platform: record, operator: owner }),
        release: { version: "2026.11.1" },
      });
      const { answer } = await dataset.answer(record.id, who);
      const [rebuilt, real] = [resolvedOf(answer), resolve(record, who, owner)];
      const plain = (value: object) => JSON.parse(JSON.stringify(value)) as object;
      expect(plain({ ...rebuilt, practices: [] })).toEqual(plain({ ...real, practices: [] }));
      for (const language of [EN, DE]) {
        const named = { ...record, name: answer.name, category: answer.category };
        expect(language.headline(named, rebuilt)).toBe(language.headline(record, real));
        expect(rebuilt.practices.map((p) => language.practice(p, "X"))).toEqual(
          real.practices.map((p) => language.practice(p, "X")),
        );
      }
    }),
    { numRuns: 50 },
  );
});

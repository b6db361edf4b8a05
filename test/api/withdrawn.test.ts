import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { byAddress } from "../../src/exports/npm/runtime/lookup.ts";
import { historyOf } from "../../src/history/history.ts";
import { audience, type Platform } from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";
import { datasetOf } from "../../src/records/load.ts";
import { parsed } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

/* Alpha became a part of beta on 10 November 2026; beta answers for one of its two hosts. Delta was closed. */
const DAY = "2026-11-10";
const { platforms, operators } = testDataset();
const all = platforms.map((p): Platform => {
  if (p.id === "alpha")
    return {
      ...p,
      withdrawn: { date: DAY, reason: "merged", successors: ["beta"], note: "The app is called Beta." },
    };
  if (p.id === "delta") return { ...p, withdrawn: { date: DAY, reason: "closed" } };
  return p.id === "beta" ? { ...p, domains: [...p.domains, { host: "alpha.example.com", role: "main" }] } : p;
});
const SENTENCE =
  "The record of Alpha was withdrawn on 10 November 2026: it became a part of another one. See beta.";
const WITHDRAWN = {
  date: DAY,
  reason: "merged",
  note: "The app is called Beta.",
  successors: ["beta"],
};

let server: TestServer;
beforeAll(async () => {
  server = await testServer(historyOf(datasetOf(all, operators), []));
});
afterAll(() => server.engine.close());

type Answer = { headline: { verdict: string; certainty: null; sentence: string }; practices: unknown[] };

describe("a platform whose record is withdrawn", () => {
  test("states nothing from that day on, and says why and what answers instead", async () => {
    const now = await parsed(server, "/platforms/alpha?region=DE", schemas.platformAnswerSchema);
    expect(now).toMatchObject({
      withdrawn: WITHDRAWN,
      headline: { verdict: "not-stated", certainty: null, sentence: SENTENCE },
      practices: [],
      controls: [],
    });
    const before = await server.json<Answer>("/platforms/alpha?region=DE&as_of=2026-11-09");
    expect(before.headline).toMatchObject({ verdict: "on-by-default" });
  });
  test("opt-out, lookup and compare say it too", async () => {
    const optOut = await parsed(server, "/platforms/alpha/opt-out?region=DE", schemas.optOutSchema);
    expect(optOut).toMatchObject({ withdrawn: WITHDRAWN, controls: [], headline: { sentence: SENTENCE } });
    const lookup = await parsed(server, "/lookup?url=alpha.example.org", schemas.lookupSchema);
    expect(lookup).toMatchObject({
      match: { platform: "alpha" },
      withdrawn: WITHDRAWN,
      headline: { sentence: SENTENCE },
    });
    expect((await parsed(server, "/lookup?url=beta.example", schemas.lookupSchema)).withdrawn).toBeNull();
  });
  test("a host that another took over leads there: in the API, in /hosts and in the package", async () => {
    const { match } = await parsed(server, "/lookup?url=https://alpha.example.com/x", schemas.lookupSchema);
    expect(match.platform).toBe("beta");
    expect(byAddress(all, "https://alpha.example.com/x")?.platform.id).toBe("beta");
    const { items } = await parsed(server, "/hosts", schemas.hostListSchema);
    const found = items.filter((i) => i.address.startsWith("alpha.example"));
    expect(found.map((i) => [i.address, i.platform])).toEqual([
      ["alpha.example.com", "beta"],
      ["alpha.example.org", "alpha"],
    ]);
  });
  test("its badge says so, and not a verdict; before that day it does", async () => {
    const badge = async (query: string) => (await server.get(`/badge/${query}`)).text();
    expect(await badge("alpha.svg")).toContain("record withdrawn, see beta");
    expect(await badge("delta.svg")).toMatch(/record withdrawn</);
    expect(await badge("alpha.svg?region=DE&as_of=2026-11-09")).toContain("on by default");
  });
  test("lists and counts omit it, on days before they do not; withdrawn=include lists it", async () => {
    const ids = async (query: string) =>
      (await server.json<{ items: { id: string }[] }>(`/platforms${query}`)).items.map((i) => i.id).sort();
    expect(await ids("")).toEqual(["beta", "gamma"]);
    expect(await ids("?as_of=2026-11-09")).toEqual(["alpha", "beta", "delta", "gamma"]);
    expect(await ids("?withdrawn=include")).toEqual(["alpha", "beta", "delta", "gamma"]);
    const { items } = await server.json<{ items: { withdrawn: string; headline: { sentence: string } }[] }>(
      "/platforms?withdrawn=include&q=alpha",
    );
    expect(items[0]).toMatchObject({
      withdrawn: DAY,
      headline: { verdict: "not-stated", sentence: SENTENCE },
      kinds: [],
    });
    const { totals } = await server.json<{ totals: object }>("/stats");
    expect(totals).toMatchObject({ platforms: 2, withdrawn: 2 });
    expect((await server.get("/platforms?withdrawn=only")).status).toBe(400);
  });
});

test.each(["2026-11-09", DAY, "2026-11-24"])("what is stored is what is resolved, on %s", async (asOf) => {
  const { items } = await server.json<{ items: { id: string; headline: unknown; kinds: unknown[] }[] }>(
    `/platforms?withdrawn=include&region=DE&as_of=${asOf}`,
  );
  for (const platform of all) {
    const { headline, kinds } = resolve(platform, audience({ region: "DE", asOf }));
    const listed = items.find((i) => i.id === platform.id);
    expect(listed?.headline).toMatchObject({ verdict: headline.verdict, certainty: headline.certainty });
    expect(listed?.kinds.length).toBe(
      kinds.filter((k) => [k.own, k.others, k.crawlers, k.otherModels].some((c) => c.practices.length > 0))
        .length,
    );
  }
});

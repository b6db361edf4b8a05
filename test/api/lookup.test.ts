import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { byAddress } from "../../src/exports/npm/runtime/lookup.ts";
import { historyOf } from "../../src/history/history.ts";
import { addressOf } from "../../src/model/index.ts";
import { datasetOf } from "../../src/records/load.ts";
import { parsed as parsedBy } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer();
});
afterAll(() => server.engine.close());

const parsed = <S extends z.ZodType>(path: string, schema: S) => parsedBy(server, path, schema);
describe("/lookup", () => {
  test.each([
    ["https://www.alpha.example.com/feed?x=1#y", "alpha", "alpha.example.com"],
    ["alpha.example.org", "alpha", "alpha.example.org"],
    ["http://other.example.com:8080/", "gamma", "example.com"],
    ["BETA.example", "beta", "beta.example"],
    ["https://-new-.alpha.example.com", "alpha", "alpha.example.com"],
    ["ｂｅｔａ。example", "beta", "beta.example"],
    ["gamma.example/x", "gamma", "gamma.example"],
    ["www.example.de", "gamma", "example.de"],
  ])("%s", async (url, platform, domain) =>
    expect(
      (await parsed(`/lookup?url=${encodeURIComponent(url)}`, schemas.lookupSchema.strict())).match,
    ).toMatchObject({ platform, domain: { host: domain }, app: null }),
  );
  test.each(["https://cloud.example.com/login", "eu.cloud.example.com"])(
    "%s is under a platform's domain and belongs to another service",
    async (url) => {
      const response = await server.get(`/lookup?url=${url}`);
      expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
        404,
        expect.stringContaining("belongs to another service than Gamma"),
      ]);
    },
  );
  test.each([
    "com.example.gamma",
    "androidapp://com.example.gamma",
    "android://abc==@com.example.gamma/",
    "android-app://com.example.gamma/https/example.net",
    "market://details?id=com.example.gamma",
    "https://play.google.com/store/apps/details?hl=de&id=com.example.gamma&gl=DE",
    "https://apps.apple.com/de/app/gamma/id123456789?l=en",
    "itms-apps://itunes.apple.com/app/id123456789",
  ])("%s is an app", async (address) =>
    expect(
      (await parsed(`/lookup?url=${encodeURIComponent(address)}`, schemas.lookupSchema)).match,
    ).toMatchObject({
      platform: "gamma",
      domain: null,
      app: { id: expect.stringMatching(/gamma|123456789/) },
    }),
  );
  test.each(["https://play.google.com/store/apps/details?id=com.example.unknown", "com.example.unknown"])(
    "%s is an app that no record has",
    async (address) => {
      const response = await server.get(`/lookup?url=${encodeURIComponent(address)}`);
      expect(response.status).toBe(404);
    },
  );
  test("the country of a site is said, and is not taken as the place of the person", async () => {
    const { match, audience } = await parsed("/lookup?url=example.de", schemas.lookupSchema);
    expect([match.domain, audience.region]).toEqual([
      { host: "example.de", role: "country", country: "DE", plan: null },
      null,
    ]);
  });
  test("a host for developers implies the plan api, unless another plan is named", async () => {
    const at = async (more: string) => {
      const { match, audience, meta } = await parsed(
        `/lookup?url=platform.example.com${more}`,
        schemas.lookupSchema,
      );
      return [match.plan, audience.plan, meta.links["self"]];
    };
    expect(await at("")).toEqual(["api", "api", expect.not.stringContaining("plan=")]);
    expect(await at("&plan=free")).toEqual(["api", "free", expect.stringContaining("plan=free")]);
    expect(await at("&plan=business")).toEqual(["api", "business", expect.stringContaining("plan=business")]);
  });
  test("answers for the audience", async () =>
    expect(
      (await parsed("/lookup?url=beta.example&plan=business", schemas.lookupSchema)).headline,
    ).toMatchObject({ verdict: "not-used", sentence: expect.stringContaining("Béta Chat says") }));
});

test("capitals matter in a package: each spelling has an answer of its own, and its own link", async () => {
  const { platforms, operators } = testDataset();
  const named = platforms.map((p) => (p.id === "gamma" ? { ...p, apps: { android: ["com.Gamma"] } } : p));
  const own = await testServer(historyOf(datasetOf(named, operators), []));
  const { meta } = await own.json<{ meta: { links: { self: string } } }>("/lookup?url=com.Gamma");
  expect((await own.get(meta.links.self)).status).toBe(200);
  expect((await own.get("/lookup?url=com.gamma")).status).toBe(404);
  own.engine.close();
});

test("/hosts, /lookup and the package find the same for every address", async () => {
  const { items } = await parsed("/hosts", schemas.hostListSchema.strict());
  expect(items.filter((x) => x.platform === "gamma").map((x) => [x.address, x.role, x.plan])).toEqual([
    ["example.com", "main", null],
    ["gamma.example", "short", null],
    ["example.de", "country", null],
    ["platform.example.com", "api", "api"],
    ["com.example.gamma", null, null],
    ["123456789", null, null],
  ]);
  const byHosts = (address: string): string | null => {
    const { hosts, app } = addressOf(address);
    const entry =
      hosts.flatMap((host) => items.filter((x) => x.store === null && x.address === host))[0] ??
      items.find((x) => x.store === app?.store && x.address === app?.id);
    return entry?.platform ?? null;
  };
  const addresses = items.flatMap(({ address, store }) =>
    store === "apple"
      ? [`https://apps.apple.com/app/id${address}`]
      : store === "android"
        ? [address, `androidapp://${address}`]
        : [address, `https://www.${address}/x`, `https://a.b.${address}:8443`],
  );
  for (const address of [...addresses, "nobody.test", "https://play.google.com/store/apps/details?id=a.b"]) {
    const response = await server.get(`/lookup?url=${encodeURIComponent(address)}`);
    const found = response.ok
      ? ((await response.json()) as { match: { platform: string } }).match.platform
      : null;
    expect([address, byHosts(address)]).toEqual([address, found]);
    expect([address, byAddress(testDataset().platforms, address)?.platform.id ?? null]).toEqual([
      address,
      found,
    ]);
  }
});

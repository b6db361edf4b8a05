import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type * as z from "zod";
import { parsed as parsedBy } from "../fixtures/answers.ts";
import * as schemas from "../fixtures/api-schemas.ts";
import { testHistory } from "../fixtures/history.ts";
import { type TestServer, testServer } from "../fixtures/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await testServer(testHistory());
});
afterAll(() => server.engine.close());

const parsed = <S extends z.ZodType>(path: string, schema: S) => parsedBy(server, path, schema);
describe("/compare", () => {
  test("over time, in words", async () => {
    const { overTime } = await parsed(
      "/platforms/alpha/compare?region=DE&from=2025-01-01&to=2026-01-01&release=2026.11.1",
      schemas.changedOverTimeSchema,
    );
    expect(overTime).toMatchObject({
      from: "2025-01-01",
      to: "2026-01-01",
      headline: {
        before: { verdict: "not-used" },
        after: { verdict: "on-by-default", control: { name: "Use my data for AI" } },
      },
      cells: [
        {
          kind: "published",
          by: "own",
          before: { verdict: "not-used", certainty: null },
          after: { verdict: "on-by-default", certainty: "practised" },
        },
      ],
    });
    expect(overTime.practices).toEqual([
      {
        id: "training",
        title: "Training",
        before: "not-used",
        after: "on-by-default",
        changes: ["not used → on by default, since 2025-11-03", "new control: Use my data for AI"],
      },
      { id: "ranking", title: "Training", before: "no-choice", after: "no-choice", changes: [] },
    ]);
    expect(overTime.events.map((e) => e.id)).toEqual(["europe"]);
  });
  test("side by side", async () => {
    const { sideBySide, audience } = await parsed(
      "/compare?ids=alpha,beta&plan=business",
      schemas.sideBySideSchema,
    );
    expect([sideBySide.map((p) => [p.id, p.headline.verdict]), audience.plan]).toEqual([
      [
        ["alpha", "on-by-default"],
        ["beta", "not-used"],
      ],
      "business",
    ]);
  });
  test("a comparison over time has a path of its own; the earlier one leads there", async () => {
    const response = await server.get("/v1/compare?id=Alpha&from=2025-01-01&region=DE");
    expect([response.status, response.headers.get("Location")]).toEqual([
      308,
      "/v1/platforms/Alpha/compare?from=2025-01-01&region=DE",
    ]);
    expect((await server.get("/platforms/Alpha/compare?from=2025-01-01")).status).toBe(200);
  });
  test.each([
    ["/compare", 400, "ids: is missing; for example ids=linkedin,x,reddit.", undefined],
    ["/compare?id=alpha&ids=beta", 400, "id: there is no such parameter here.", undefined],
    ["/compare?platform=alpha", 400, "Did you mean ids?", "/compare?ids=alpha"],
    ["/platforms/alpha/compare", 400, "from: is missing; for example from=2026-01-01.", undefined],
    [
      "/platforms/alpha/compare?from=2026-01-01&to=2025-01-01",
      404,
      "from=2026-01-01 is after to=2025-01-01: exchange them, or omit one.",
      "/platforms/alpha/compare?from=2025-01-01&to=2026-01-01",
    ],
    [
      "/platforms/alpha/compare?from=2027-01-01",
      404,
      "from: 2027-01-01 is after today, 2026-11-24: give `to`, or an earlier day.",
      "/platforms/alpha/compare?from=2026-11-24",
    ],
    ["/compare?ids=a,b,c,d,e,f,g,h,i,j,k", 400, "ids: has 11 platforms; the most is 10.", undefined],
  ])("%s is an error", async (path, status, detail, suggestion) => {
    const response = await server.get(path);
    const body = (await response.json()) as { detail: string; suggestion?: string };
    expect([response.status, body.detail, body.suggestion]).toEqual([
      status,
      expect.stringContaining(detail),
      suggestion,
    ]);
  });
});

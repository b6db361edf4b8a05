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
      "/compare?id=alpha&region=DE&from=2025-01-01&to=2026-01-01&release=2026.11.1",
      schemas.compareSchema,
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
    expect(overTime?.practices).toEqual([
      {
        id: "training",
        title: "Training",
        before: "not-used",
        after: "on-by-default",
        changes: ["not used → on by default, since 2025-11-03", "new control: Use my data for AI"],
      },
      { id: "ranking", title: "Training", before: "no-choice", after: "no-choice", changes: [] },
    ]);
    expect(overTime?.events.map((e) => e.id)).toEqual(["europe"]);
  });
  test("side by side", async () => {
    const { sideBySide, audience } = await parsed(
      "/compare?ids=alpha,beta&plan=business",
      schemas.compareSchema,
    );
    expect([sideBySide?.map((p) => [p.id, p.headline.verdict]), audience.plan]).toEqual([
      [
        ["alpha", "on-by-default"],
        ["beta", "not-used"],
      ],
      "business",
    ]);
  });
  test.each([
    ["", "id: give either id, with from and to, or ids."],
    ["?id=alpha", "from: is missing"],
    ["?id=alpha&from=2026-01-01&to=2025-01-01", "from=2026-01-01 is after to=2025-01-01"],
    ["?id=alpha&from=2027-01-01", "from: 2027-01-01 is after today, 2026-11-24: give `to`."],
    ["?ids=a,b,c,d,e,f,g,h,i,j,k", "ids: has 11 platforms; the most is 10."],
  ])("%s is an error", async (query, detail) => {
    const response = await server.get(`/compare${query}`);
    expect([response.status, ((await response.json()) as { detail: string }).detail]).toEqual([
      400,
      expect.stringContaining(detail),
    ]);
  });
});

import { describe, expect, test } from "vitest";
import { errorEvent } from "../../src/api/error-event.ts";

const about = (url: string) => ({ requestId: "id", method: "GET", url: `http://localhost:8787${url}` });

/** An error as Drizzle throws it: the values of the query are in its message. */
const failedQuery = new Error("Failed query: select * from t where a like ?\nparams: anna example,\n5", {
  cause: new Error("disk I/O error near Anna"),
});

describe("what is logged of a failed request", () => {
  test.each<[string, string, Error, string, string]>([
    ["a value of the query", "/platforms?q=anna", new Error("bad: ANNA!"), "/platforms", "bad: […]!"],
    [
      "a value with escapes, written and read",
      "/lookup?url=https%3A%2F%2Fanna.example",
      new TypeError("https://anna.example or https%3A%2F%2Fanna.example"),
      "/lookup",
      "[…] or […]",
    ],
    ["a part of the path", "/v1/platforms/anna", new Error("no anna"), "/platforms/{id}", "no […]"],
    ["an unknown path", "/anna/mail", new Error("nothing at /anna/mail"), "(unknown)", "nothing at /[…]/[…]"],
    [
      "the values of a failed query",
      "/platforms?q=Anna+Example",
      failedQuery,
      "/platforms",
      "Failed query: select * from t where a like ?\nparams: […]",
    ],
    [
      "the cause of an error",
      "/platforms?q=Anna",
      new Error("failed", { cause: failedQuery.cause }),
      "/platforms",
      "failed: disk I/O error near […]",
    ],
    ["what looks like a pattern", "/platforms?q=(.*)%2B", new Error("at (.*)+"), "/platforms", "at […]"],
    [
      "an escape that is not one",
      "/platforms?q=%E0%A4%A",
      new Error("URI malformed"),
      "/platforms",
      "URI malformed",
    ],
    [
      "names of parameters stay",
      "/platforms?region=region",
      new Error("no region"),
      "/platforms",
      "no region",
    ],
  ])("has no typed text: %s", (_, url, error, route, message) => {
    const event = errorEvent(error, about(url));
    expect(event).toMatchObject({
      level: "error",
      event: "request-failed",
      requestId: "id",
      method: "GET",
      route,
    });
    expect(event.message).toBe(message);
    expect(event.stack.length).toBeGreaterThan(0);
    expect(event.stack.every((line) => line.startsWith("at "))).toBe(true);
  });
});

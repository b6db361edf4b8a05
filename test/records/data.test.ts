import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { readReleases } from "../../src/history/releases.ts";
import { verifyReleases } from "../../src/history/verify.ts";
import { type Audience, audience, type Platform } from "../../src/model/index.ts";
import { resolve } from "../../src/policy/index.ts";
import { readExceptions, readRecords } from "../../src/records/files.ts";
import { loadDataset, recordsOf } from "../../src/records/load.ts";
import { formatProblem } from "../../src/records/problems.ts";
import { lint } from "../../src/records/validate.ts";

test("every record under data/ is valid, and written in the canonical way", () => {
  expect(lint(readRecords("data"), readExceptions("data")).map(formatProblem)).toEqual([]);
});

test("what is generated is current (if this fails: npm run generate)", () => {
  expect(
    execFileSync(process.execPath, ["src/entry/cli/adu.ts", "generate", "--check"], { encoding: "utf8" }),
  ).toBe("");
});

test("every release rebuilds, and no ledger was edited", () => {
  expect(verifyReleases(readReleases("data"), recordsOf(loadDataset("data")))).toEqual([]);
});

test("the platforms that the dataset was begun for are there, and the thirty of the first round", () => {
  const ids = new Set(
    readRecords("data")
      .filter((r) => r.kind === "platform")
      .map((r) => r.id),
  );
  const first =
    "linkedin x reddit facebook instagram whatsapp threads tiktok youtube snapchat pinterest quora tumblr discord bluesky chatgpt claude gemini microsoft-copilot meta-ai grok perplexity deepseek le-chat slack zoom github gitlab stack-overflow spotify";
  expect(first.split(" ").filter((id) => !ids.has(id))).toEqual([]);
});

describe("what history looks like in LinkedIn's record", () => {
  const { platforms } = loadDataset("data");
  const linkedin = platforms.find((p) => p.id === "linkedin") as Platform;
  const answer = (who: Partial<Audience>, practice = "generative-training") =>
    resolve(linkedin, audience(who)).practices.find((p) => p.id === practice);
  test("Germany: not used before November 2025, on by default since, on the ground of legitimate interests", () => {
    expect(answer({ region: "DE", asOf: "2024-10-01" })).toMatchObject({ verdict: "not-used", controls: [] });
    expect(answer({ region: "DE", asOf: "2026-01-01" })).toMatchObject({
      verdict: "on-by-default",
      legalBasis: "legitimate-interests",
      effort: { undoesPast: false },
    });
  });
  test("the United Kingdom alone has a row for Microsoft", () => {
    expect(answer({ region: "GB", asOf: "2026-01-01" }, "microsoft-training")).toMatchObject({
      dataUse: "uses",
      certainty: "practised",
    });
    expect(answer({ region: "DE", asOf: "2026-01-01" }, "microsoft-training")?.dataUse).toBe("not-stated");
  });
  test("the switch names itself, and there is a second form for the other models", () => {
    expect(answer({ region: "US", asOf: "2026-01-01" })?.controls[0]).toMatchObject({
      name: "Data for Generative AI Improvement",
      protectsWhen: "off",
      effect: "kept",
    });
    expect(
      answer({ region: "US", asOf: "2026-01-01" }, "predictive-training")?.controls.map((c) => c.kind),
    ).toContain("form");
  });
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NameIndex } from "../../src/model/index.ts";

const index = new NameIndex([
  { id: "x", name: "X", aliases: ["twitter"] },
  { id: "github", name: "GitHub", aliases: ["github-copilot"] },
  { id: "le-chat", name: "Vibe (Le Chat)", aliases: ["mistral"] },
  { id: "cafe", name: "Café" },
  { id: "copilot", name: "Copilot" },
  { id: "one", name: "Twin" },
  { id: "two", name: "Twin" },
]);

describe("finding a record by what people write", () => {
  test.each([
    ["x", "x"],
    ["X", "x"],
    [" twitter ", "x"],
    ["X (formerly Twitter)", "x"],
    ["Formerly X (Twitter)", "x"],
    ["GitHub", "github"],
    ["GitHub Copilot", "github"],
    ["github_copilot", "github"],
    ["git hub", "github"],
    ["Le Chat", "le-chat"],
    ["Vibe (Le Chat)", "le-chat"],
    ["vibe", "le-chat"],
    ["CAFÉ", "cafe"],
    ["Cafe\u0301", "cafe"],
    ["copilot", "copilot"],
    ["twin", undefined],
    ["", undefined],
    ["(", undefined],
    ["nobody", undefined],
    ["constructor", undefined],
  ])("%s: %s", (written, id) => expect(index.find(written)).toBe(id));

  test.each<[string, string[]]>([
    ["copilot", ["github", "copilot"]],
    ["TWIN", ["one", "two"]],
    ["chat le", ["le-chat"]],
    ["chat x", []],
    ["", []],
    ["--", []],
  ])("the words of %j are in the names of %j", (written, ids) =>
    expect(index.withWords(written)).toEqual(ids),
  );

  test("case, spaces and punctuation never matter", () =>
    fc.assert(
      fc.property(
        fc.constantFrom("github-copilot", "le-chat", "twitter", "GitHub"),
        fc.constantFrom(" ", "_", ".", "  ", ""),
        fc.boolean(),
        (name, between, upper) => {
          const written = name.replaceAll("-", between);
          return index.find(upper ? written.toUpperCase() : written) === index.find(name);
        },
      ),
    ));

  test("every suggestion is found", () =>
    expect(index.suggestions().filter((name) => index.find(name) === undefined)).toEqual([]));

  test("long text is answered at once", () => {
    const started = performance.now();
    expect(index.find("(".repeat(100_000))).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(100);
  });
});

import { describe, expect, test } from "vitest";
import type { Operator, Platform } from "../../src/model/index.ts";
import { diffDatasets } from "../../src/review/diff/records.ts";
import { renderMarkdown, renderText } from "../../src/review/diff/render.ts";
import type { Side } from "../../src/review/diff/sides.ts";
import { hosts, operator, platform, policySource, practice, rule } from "../fixtures/records.ts";

const side = (name: string, platforms: Platform[], operators: Operator[]): Side => ({
  name,
  platforms: new Map(platforms.map((p) => [p.id, p])),
  operators: new Map(operators.map((o) => [o.id, o])),
  invalid: [],
});
const sharing = (id: string, rest: Partial<Platform> = {}): Platform =>
  platform([practice([rule("all", { evidence: { dataUse: ["operator:policy#ai"] } })])], {
    id,
    name: id,
    domains: hosts(`${id}.example`),
    sources: [],
    ...rest,
  });
const corp = operator({ sources: [policySource] });
const other = operator({ id: "other-corp", name: "Other" });
const diff = (was: [Platform[], Operator[]], is: [Platform[], Operator[]]) =>
  diffDatasets(side("base", ...was), side("head", ...is), "2026-11-25");
const lines = (d: ReturnType<typeof diff>) => d.moves.map((m) => m.text);

describe("what moved is one line, and no record's removal or addition", () => {
  test("a renamed platform", () => {
    const found = diff(
      [[sharing("old", { aliases: ["new"] })], [corp]],
      [[sharing("new", { aliases: ["old"], domains: hosts("old.example"), name: "New" })], [corp]],
    );
    expect(lines(found)).toEqual(["old is now new: /platforms/old redirects"]);
    expect(found.records.map((r) => [r.record, r.kind, r.changes.map((c) => c.path)])).toEqual([
      ["platforms/new", "changed", ["/name"]],
    ]);
  });
  test("a renamed operator: its platforms are not changed by it", () => {
    const found = diff(
      [[sharing("a")], [corp]],
      [[sharing("a", { operator: "new-corp" })], [{ ...corp, id: "new-corp", aliases: ["example-corp"] }]],
    );
    expect(lines(found)).toEqual([
      "the operator example-corp is now new-corp: /operators/example-corp redirects",
    ]);
    expect(found.records).toEqual([]);
    for (const page of [renderText(found), renderMarkdown(found)]) {
      expect(page).toContain("nothing changes in any record but what moved");
      expect(page).toContain("is now new-corp");
    }
  });
  test("a host, also where the former platform is withdrawn and keeps it", () => {
    const both = hosts("a.example", "x.example");
    const found = diff(
      [[sharing("a", { domains: both }), sharing("b")], [corp]],
      [
        [
          sharing("a", { domains: hosts("a.example") }),
          sharing("b", { domains: hosts("b.example", "x.example") }),
        ],
        [corp],
      ],
    );
    expect([lines(found), found.records]).toEqual([["answers for x.example now come from b, not a"], []]);
    const merged = diff(
      [[sharing("a"), sharing("b")], [corp]],
      [
        [
          sharing("a", { withdrawn: { date: "2026-11-20", reason: "merged", successors: ["b"] } }),
          sharing("b", { domains: hosts("b.example", "a.example") }),
        ],
        [corp],
      ],
    );
    expect(lines(merged)).toEqual(["answers for a.example now come from b, not a"]);
    expect(merged.records.map((r) => r.record)).toEqual(["platforms/a"]);
    expect(renderText(merged)).toContain("answering instead: b");
  });
  test("a document that moves, and one that is copied", () => {
    const moved = diff(
      [[sharing("a")], [corp, other]],
      [[sharing("a", { operator: "other-corp" })], [operator(), { ...other, sources: [policySource] }]],
    );
    expect(lines(moved)).toEqual([
      "the document “Privacy Policy” (policy) is now in operators/other-corp, before in operators/example-corp",
    ]);
    expect(
      moved.records.map((r) => [r.record, r.sections.flatMap((s) => s.lines.map((l) => l.text))]),
    ).toEqual([["platforms/a", ["operator: example-corp → other-corp"]]]);
    const copied = diff(
      [
        [sharing("a"), sharing("b")],
        [corp, other],
      ],
      [
        [sharing("a", { operator: "other-corp" }), sharing("b")],
        [corp, { ...other, sources: [policySource] }],
      ],
    );
    expect(lines(copied)).toEqual([
      "the document “Privacy Policy” (policy) is now also in operators/other-corp, copied from operators/example-corp",
    ]);
  });
  test("nothing moved", () =>
    expect(diff([[sharing("a")], [corp]], [[sharing("a"), sharing("b")], [corp]]).moves).toEqual([]));
});

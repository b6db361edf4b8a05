import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findPassage, fingerprint, normalise } from "../../src/evidence/passages.ts";

describe("normalising", () => {
  test.each([
    ["See [our **policy**](https://x.example/a_(b)) now", "see our policy now"],
    ["![logo](a.png) text", "logo text"],
    ["[![logo](a.png)](https://x.example)", "logo"],
    ["a<br>b <b class='x'>c</b>", "a b c"],
    ["Ａ① ﬁne", "a1 fine"],
    ["Größe, ÉTÉ – 2024!", "größe été 2024"],
    ["don’t  \n\n * stop", "don t stop"],
    ["", ""],
  ])("%j", (text, expected) => expect(normalise(text)).toBe(expected));

  test("normalising twice gives the same as once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (s) => {
        expect(normalise(normalise(s))).toBe(normalise(s));
      }),
    );
  });
});

describe("finding a passage", () => {
  const doc = normalise(
    "# One\nWe use data. The end.\n# Two\nWe use data to train AI. The end of it. The end.",
  );
  test("the first start after the beginning, through the first end", () =>
    expect(findPassage(doc, { start: "We use", end: "the end" })).toEqual({ text: "we use data the end" }));
  test("after its heading", () =>
    expect(findPassage(doc, { heading: "Two", start: "We use", end: "train AI" })).toEqual({
      text: "we use data to train ai",
    }));
  test("the end may lie inside the start", () =>
    expect(findPassage(doc, { heading: "Two", start: "We use data", end: "data" })).toEqual({
      text: "we use data",
    }));
  test("whole words only", () =>
    expect(findPassage(doc, { start: "e use", end: "train" })).toEqual({ missing: "start" }));
  test.each([
    [{ heading: "Three", start: "We use", end: "data" }, "heading"],
    [{ start: "We sell", end: "data" }, "start"],
    [{ start: "We use", end: "forever" }, "end"],
    [{ start: "…", end: "data" }, "start"],
  ])("says what is missing: %j", (marks, missing) => expect(findPassage(doc, marks)).toEqual({ missing }));
});

test("the fingerprint is SHA-256 over UTF-8", () =>
  expect(fingerprint("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalise } from "../../src/evidence/passages.ts";
import { plainText } from "../../src/evidence/plain-text.ts";

describe("a link is its text", () => {
  test.each([
    ["plain", "see [our policy](https://x.example/p) now", "see our policy now"],
    [
      "with escaped brackets in its text",
      "Products[\\[1\\]](https://x.example/#note) work",
      "Products\\[1\\] work",
    ],
    [
      "protected mail",
      "at [\\[email protected\\]](https://x.example/cdn-cgi/l/email-protection).",
      "at \\[email protected\\].",
    ],
    ["with brackets in its text", "[a [b] c](https://x.example)", "a [b] c"],
    ["with parentheses in its address", "[a](https://x.example/b_(c_(d))) e", "a e"],
    ["with escaped parentheses in its address", "[a](https://x.example/\\(b) c", "a c"],
    ["with an address that ends in a backslash", "[a](#a\\), [b](#b) and [c](#c).", "a, b and c."],
    ["with a title", '[a](https://x.example "b (c") d', "a d"],
    ["with a title in single quotes", "[a](https://x.example 'b)') d", "a d"],
    ["with an escaped quote in its title", '[a](https://x.example "b \\") c") d', "a d"],
    ["with an address in angle brackets", "[a](<https://x.example/b c) d>) e", "a e"],
    ["with both", '[a](<b) c> "d) e") f', "a f"],
    ["over paragraphs", "[\n\nNews\n\n](https://x.example)", "\n\nNews\n\n"],
    ["around an image", "[![logo](a.png)](https://x.example)", "logo"],
    ["to an image in the page itself", `![x](data:image/png;base64,${"A".repeat(100_000)}) y`, "x y"],
  ])("%s", (_, markdown, text) => expect(plainText(markdown)).toBe(text));
});

describe("what is not a link stays", () => {
  test.each(["\\[a\\](https://x.example)", "[a] (b)", "[a](b", "[a](b\n\nc) d", "a](b)", "f(x)[1] = 2"])(
    "%j",
    (text) => expect(plainText(text)).toBe(text),
  );
});

describe("tags go, comparisons stay", () => {
  test.each([
    ["for people <13 and for those >18", "for people <13 and for those >18"],
    ["a <b class='x'>c</b><br/> d", "a  c   d"],
    ["a < b and c > d", "a < b and c > d"],
    ["<$5 or >$9, <= and =>, <3 >", "<$5 or >$9, <= and =>, <3 >"],
    ["<https://x.example/a> b", "  b"],
    ["<!-- x -->a<?php ?>", " a "],
    ["\\<b> c", "\\<b> c"],
  ])("%j", (markdown, text) => expect(plainText(markdown)).toBe(text));
  test("the words between two comparisons are found", () =>
    expect(normalise("people (<13 years) and adults (>18)")).toBe("people 13 years and adults 18"));
});

test("any text keeps its words as the text of any link", () => {
  const words = fc.string({ unit: fc.constantFrom(..."ab 1é.,-*_") });
  const address = fc.string({ unit: fc.constantFrom(..."ab/:?=&%#-") });
  fc.assert(
    fc.property(words, words, address, fc.option(words), (before, text, to, title) => {
      const quoted = title === null ? "" : ` "${title}"`;
      fc.pre(to !== "" || title === null);
      expect(plainText(`${before}[${text}](${to}${quoted})`)).toBe(`${before}${text}`);
    }),
  );
});

test.each(["[", "[a](", '](x "', "](x '", "](    ", "[a](b\\)", "<a", "\n ", "[[a](b)](c)", ']("\n', "\\"])(
  "a megabyte of %j takes less than three seconds",
  (piece) => {
    const from = performance.now();
    normalise(piece.repeat(1_000_000 / piece.length));
    expect(performance.now() - from).toBeLessThan(3000);
  },
);

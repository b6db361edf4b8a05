import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { COLOURS } from "../../src/api/routes/badge/badge.ts";
import measure from "../../src/entry/fonts/anafanafo.ts";
import { fromString } from "../../src/entry/fonts/css-color.ts";
import { pack, UNMEASURED, verdana } from "../../src/entry/fonts/verdana.ts";

const require = createRequire(import.meta.url);
const original = require("anafanafo") as (text: string, options: { font: string }) => number;
const converter = require("css-color-converter") as { fromString: typeof fromString };
const font = "11px Verdana";

test("every character has the width that the package gives it", () => {
  for (const { from, to } of verdana())
    for (const code of new Set([from - 1, from, to, to + 1])) {
      if (code < 0 || code >= UNMEASURED || (code >= 0xd800 && code <= 0xdfff)) continue;
      const text = String.fromCodePoint(code);
      expect(measure(text, { font }), `U+${code.toString(16)}`).toBe(original(text, { font }));
    }
});

test.each(["", "LinkedIn: AI training", "Béta – on by default", "\u0000\u007f"])(
  "%j is as wide as the package says",
  (text) => expect(measure(text, { font })).toBe(original(text, { font })),
);

test.each(["微博", "ティックトック", "카카오톡", "😀"])("%j is nearly as wide", (text) => {
  const ratio = measure(text, { font }) / original(text, { font });
  expect(Math.abs(ratio - 1)).toBeLessThan(0.3);
});

test("another font is an error", () =>
  expect(() => measure("x", { font: "bold 11px Helvetica" })).toThrow("only 11px Verdana"));

test("colours of badges are read as the package reads them", () => {
  for (const colour of Object.values(COLOURS))
    expect(fromString(colour)?.toRgbaArray(), colour).toEqual(converter.fromString(colour)?.toRgbaArray());
  expect(fromString("#12345")).toBeNull();
});

test("packing loses nothing", () => {
  const ranges = [...verdana()];
  expect([...verdana(pack(ranges))]).toEqual(ranges);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { compactName, foldText } from "../../src/text/fold.ts";

test.each([
  ["Télégram", "telegram"],
  ["T\u0065\u0301legram", "telegram"],
  ["ＬＩＮＥ", "line"],
  ["Straße", "strasse"],
  ["STRASSE", "strasse"],
  ["Søren Łódź", "soren lodz"],
  ["İstanbul", "istanbul"],
  ["Яндекс", "яндекс"],
])("%s is compared as %s", (text, folded) => expect(foldText(text)).toBe(folded));

test.each([
  ["GitHub Copilot", "githubcopilot"],
  ["x.com", "xcom"],
  ["?!", ""],
])("%s in short: %s", (text, compact) => expect(compactName(text)).toBe(compact));

test("the Unicode form never matters, and folding twice changes nothing", () =>
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
    { numRuns: 1000 },
  ));

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MOST_BYTES, textOf } from "../../src/mcp/text.ts";

describe("the text of a result", () => {
  test("has the lines that there are", () => expect(textOf(["a", null, false, "", "b"])).toBe("a\nb"));
  test("never has more bytes than its limit, and begins as its first line does", () =>
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", maxLength: 900 }), { minLength: 1, maxLength: 8 }),
        (lines) => {
          const text = textOf(lines);
          expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
          const [first = ""] = lines.filter((line) => line !== "");
          expect(first.startsWith(text.slice(0, Math.min(20, first.length)))).toBe(true);
        },
      ),
    ));
  test("says that there is more", () => {
    const text = textOf(["first", "x".repeat(MOST_BYTES), "last"]);
    expect(text).toBe("first\n… The structured content has the rest.");
  });
});

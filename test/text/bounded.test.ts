import fc from "fast-check";
import { expect, test } from "vitest";
import { Bounded } from "../../src/text/bounded.ts";

test("what it holds is never larger than its limit, and what was used last stays", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom("a", "b", "c", "d", "e"), fc.integer({ min: 1, max: 4 }), fc.boolean()),
      ),
      (steps) => {
        const memory = new Bounded<number>(8, (size) => size);
        for (const [key, size, isRead] of steps) {
          if (isRead) memory.get(key);
          else memory.set(key, size);
          const held = [...memory.entries()];
          expect(held.reduce((sum, [, n]) => sum + n, 0)).toBeLessThanOrEqual(8);
          if (!isRead) expect(held.at(-1)).toEqual([key, size]);
        }
      },
    ),
  ));

test("the least recently used is forgotten first", () => {
  const memory = new Bounded<string>(2);
  memory.set("a", "1");
  memory.set("b", "2");
  memory.get("a");
  memory.set("c", "3");
  expect([memory.get("a"), memory.get("b"), memory.get("c")]).toEqual(["1", undefined, "3"]);
});

test("what alone is larger than the limit is not kept", () => {
  const memory = new Bounded<string>(3, (text) => text.length);
  memory.set("a", "long text");
  expect(memory.get("a")).toBeUndefined();
});

import fc from "fast-check";
import { LRUCache } from "lru-cache";
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

test("it holds what lru-cache holds, whatever is written and read", () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom("a", "bb", "ccc", "dddd"), fc.integer({ min: 0, max: 6 }), fc.boolean()),
      ),
      (steps) => {
        const sizeOf = (size: number, key: string) => Math.max(1, size + key.length);
        const memory = new Bounded<number>(12, sizeOf, 8);
        const expected = new LRUCache<string, number>({
          maxSize: 12,
          maxEntrySize: 8,
          sizeCalculation: sizeOf,
        });
        for (const [key, size, isRead] of steps) {
          if (isRead) expect(memory.get(key)).toBe(expected.get(key));
          else {
            memory.set(key, size);
            expected.set(key, size);
          }
          expect([...memory.entries()]).toEqual([...expected.rentries()]);
          expect(memory.size).toBe(expected.calculatedSize);
        }
      },
    ),
  ));

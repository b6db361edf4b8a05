import { expect, test } from "vitest";
import { once } from "../../src/text/once.ts";

test("it is made when it is first asked for, and only then", () => {
  let made = 0;
  const value = once(() => ({ number: ++made }));
  expect(made).toBe(0);
  const first = value();
  expect([value() === first, made]).toEqual([true, 1]);
});

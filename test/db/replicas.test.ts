import { sql } from "drizzle-orm";
import type { AnyD1Database } from "drizzle-orm/d1";
import { expect, test } from "vitest";
import { readD1 } from "../../src/db/d1.ts";
import { openD1 } from "../../src/db/d1-writing.ts";

/*
 * D1 with replicas exists only at Cloudflare. These stand for a primary database, whose state is a number that
 * grows, and a replica that is behind; bookmarks are states. Sessions keep the rule of the Sessions API: a read is
 * at least as new as the session's bookmark. test/e2e/parity.test.ts reads through real sessions, of workerd.
 */
function replicated() {
  const state = { primary: 1, replica: 1, started: [] as string[] };
  const bookmarkOf = (n: number) => String(n).padStart(8, "0");
  const runner = (now: () => number) => ({
    prepare: () => ({ bind: () => ({ all: async () => ({ results: [{ state: now() }] }) }) }),
    batch: async (all: { all(): Promise<unknown> }[]) => Promise.all(all.map((one) => one.all())),
  });
  const binding = {
    ...runner(() => state.primary),
    withSession(from: string) {
      state.started.push(from);
      const least = from === "first-unconstrained" ? 0 : Number(from);
      let read = 0;
      const now = () => {
        read = Math.max(least, state.replica);
        return read;
      };
      return { ...runner(now), getBookmark: () => (read === 0 ? null : bookmarkOf(read)) };
    },
  };
  return { state, binding: binding as unknown as AnyD1Database };
}

const STATE = sql`select state`;

test("reads from replicas never go back to an older state", async () => {
  const { state, binding } = replicated();
  const db = readD1(binding, "replicas");
  const now = async () => (await db.read<[{ state: number }]>([STATE]))[0];
  state.replica = 5;
  expect(await now()).toEqual([{ state: 5 }]);
  // Another replica, which is behind.
  state.replica = 3;
  expect(await now()).toEqual([{ state: 5 }]);
  expect(await db.read([STATE, STATE])).toEqual([[{ state: 5 }], [{ state: 5 }]]);
  state.replica = 12;
  expect(await now()).toEqual([{ state: 12 }]);
  expect(state.started).toEqual(["first-unconstrained", "00000005", "00000005", "00000005"]);
});

test("a slow read does not move the state back for later ones", async () => {
  const { state, binding } = replicated();
  const db = readD1(binding, "replicas");
  state.replica = 7;
  const slow = db.read([STATE]);
  state.replica = 9;
  await Promise.all([slow, db.read([STATE])]);
  await db.read([STATE]);
  expect(state.started.at(-1)).toBe("00000009");
});

test("writers read the primary database", async () => {
  const { state, binding } = replicated();
  state.primary = 8;
  expect((await openD1(binding).read<[{ state: number }]>([STATE]))[0]).toEqual([{ state: 8 }]);
  expect(state.started).toEqual([]);
});

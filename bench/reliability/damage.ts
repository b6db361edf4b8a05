import { copyFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { asItIs, type Bench, emptyFolder, started, Tally } from "./service.ts";

const PAGE = 4096;
const below = (n: number): number => Math.floor(Math.random() * n);

/** What can happen to a file. Each gives other bytes, or undefined for no file. */
const HARM: Readonly<Record<string, (whole: Buffer) => Buffer>> = {
  truncated: (whole) => whole.subarray(0, below(whole.length)),
  "one bit flipped": (whole) => flipped(whole, 1),
  "many bytes flipped": (whole) => flipped(whole, 1 + below(64)),
  "a page zeroed": (whole) => zeroed(whole, 1),
  "pages zeroed": (whole) => zeroed(whole, 1 + below(16)),
  "not a database": () => Buffer.from("this is no database ".repeat(1 + below(500))),
  "bytes appended": (whole) => Buffer.concat([whole, Buffer.alloc(1 + below(PAGE))]),
  "pages exchanged": (whole) => {
    const bytes = Buffer.from(whole);
    const [a, b] = [below(whole.length / PAGE) * PAGE, below(whole.length / PAGE) * PAGE];
    bytes.set(whole.subarray(a, a + PAGE), b);
    bytes.set(whole.subarray(b, b + PAGE), a);
    return bytes;
  },
};

function flipped(whole: Buffer, count: number): Buffer {
  const bytes = Buffer.from(whole);
  for (let i = 0; i < count; i++) {
    const at = below(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
  }
  return bytes;
}

function zeroed(whole: Buffer, count: number): Buffer {
  const bytes = Buffer.from(whole);
  for (let i = 0; i < count; i++) {
    const at = below(bytes.length / PAGE) * PAGE;
    bytes.fill(0, at, at + PAGE);
  }
  return bytes;
}

/** Damages a file in every way, starts, and compares every answer. */
export async function damage(bench: Bench, count: number): Promise<Tally> {
  const { dir, states } = bench;
  const tally = new Tally();
  const [state] = states;
  if (!state) return tally;
  const folder = emptyFolder(dir, "damage");
  const path = join(folder, "db");
  await started(path, state.data);
  const kept = { db: join(folder, "kept"), sum: join(folder, "kept.sum") };
  copyFileSync(path, kept.db);
  copyFileSync(`${path}.sha256`, kept.sum);
  const kinds = Object.keys(HARM);
  for (let i = 0; i < count && !bench.stopped; i++) {
    tally.done++;
    copyFileSync(kept.db, path);
    copyFileSync(kept.sum, `${path}.sha256`);
    const kind = kinds[i % kinds.length] as string;
    const whole = readFileSync(path);
    const bytes = (HARM[kind] as (whole: Buffer) => Buffer)(whole);
    if (bytes.equals(whole)) {
      tally.add("no difference");
      continue;
    }
    writeFileSync(path, bytes);
    if ((await asItIs(path)) !== "damaged") tally.fail(`${kind}: not found to be damaged`);
    const after = await started(path, state.data);
    if (after.fingerprint !== state.fingerprint) tally.fail(`${kind}: wrong answers after the start`);
    if (!/damaged/.test(after.lines[0] ?? "")) tally.fail(`${kind}: nothing is said`);
    tally.add(kind);
  }
  rmSync(folder, { recursive: true });
  return tally;
}

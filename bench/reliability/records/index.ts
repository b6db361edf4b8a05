import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { createApp, services } from "../../../src/api/index.ts";
import { publish, Store } from "../../../src/db/index.ts";
import { openLibsql } from "../../../src/db/libsql.ts";
import type { Operator, Platform } from "../../../src/model/index.ts";
import { parseRecord, type RecordFile, type RecordKind } from "../../../src/records/files.ts";
import { datasetOf, hashOf, type LoadedDataset } from "../../../src/records/load.ts";
import { keyOf, type Problem } from "../../../src/records/problems.ts";
import { lint, validate } from "../../../src/records/validate.ts";
import { faultsOf } from "../requests/check.ts";
import { type Bench, emptyFolder, Tally } from "../service.ts";
import { records, type Written } from "./generate.ts";
import { answerFaults, diffFaults, exportFaults, fixFaults, reportFaults } from "./outputs.ts";

const TODAY = "2026-11-24";

/** Records of the dataset that the generated ones are made from: a few, so that a state is built in a moment. */
const SOURCE = "data";
const SIZE = 12;

const read = (kind: RecordKind): Written[] =>
  readdirSync(join(SOURCE, `${kind}s`))
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({
      kind,
      id: name.slice(0, -".json".length),
      text: readFileSync(join(SOURCE, `${kind}s`, name), "utf8"),
    }));

const parsed = ({ kind, id, text }: Written): RecordFile =>
  parseRecord(kind, id, join(SOURCE, `${kind}s`, `${id}.json`), text);

/** Some platforms with their operators. */
function someOf(platforms: readonly Written[], operators: readonly Written[], from: number): Written[] {
  const chosen = Array.from(
    { length: SIZE },
    (_, i) => platforms[(from + i * 7) % platforms.length] as Written,
  );
  const ids = new Set(chosen.map((p) => (JSON.parse(p.text) as Platform).operator));
  const needed = new Map(operators.map((o) => [o.id, o]));
  for (const id of ids) {
    const { parent } = JSON.parse(needed.get(id)?.text ?? "{}") as { parent?: string };
    if (parent) ids.add(parent);
  }
  return [...chosen, ...operators.filter((o) => ids.has(o.id))];
}

/** Records with such problems are not the model's. With others (evidence that is missing, say) they can be shown. */
const REFUSED = /^(FIL|ENC|JSN|SCH|TXT|IDS|LST|DOM|APP|DAT001|REF00[1-6])/;

/** Why records are not the model's, but for what is wrong with the originals: some of a dataset lack others. */
function newProblems(files: readonly RecordFile[], known: ReadonlySet<string>): Problem[] {
  const { problems } = validate(files, TODAY);
  return problems.filter((p) => REFUSED.test(p.code) && !known.has(problemKey(p)));
}
const problemKey = (p: Problem): string => `${p.code} ${p.record} ${p.pointer}`;

/** The records without problems: where a generated one has some, the one that it was made from. */
function sound(original: ReadonlyMap<string, RecordFile>, generated: readonly RecordFile[]): RecordFile[] {
  const known = new Set(validate([...original.values()], TODAY).problems.map(problemKey));
  const files = new Map(original);
  for (const file of generated) files.set(keyOf(file), file);
  for (;;) {
    const wrong = newProblems([...files.values()], known).flatMap((p) => [p.record, ...(p.concerns ?? [])]);
    if (wrong.length === 0) return [...files.values()];
    const changed = [...files.keys()].filter((key) => files.get(key) !== original.get(key));
    const named = changed.filter((key) => wrong.includes(key));
    // Where only originals are said to be wrong, one of the generated is why.
    for (const key of named.length > 0 ? named : changed) {
      const file = original.get(key);
      if (file) files.set(key, file);
      else files.delete(key);
    }
  }
}

const datasetFrom = (files: readonly RecordFile[]): LoadedDataset => {
  const { dataset } = validate(files, TODAY);
  return datasetOf(
    [...dataset.platforms.values()].map((p) => p.record as Platform),
    [...dataset.operators.values()].map((o) => o.record as Operator),
  );
};

const PATHS = [
  "",
  "?include=evidence,record,sources,events,myths",
  "/record",
  "/opt-out?region=DE",
  "/history",
];

/** What is wrong with what the API answers about these platforms. */
async function apiFaults(dir: string, dataset: LoadedDataset, ids: readonly string[]): Promise<string[]> {
  const { db, close } = await openLibsql(`file:${join(emptyFolder(dir, "published"), "db")}`);
  try {
    await publish(db, dataset, { hash: hashOf });
    const logged: { message: string }[] = [];
    const app = createApp(
      services(new Store(db), { today: () => TODAY }),
      (_, error) => void logged.push(error),
    );
    const paths = [
      "/platforms?limit=100",
      "/operators",
      "/events.atom",
      "/events.json",
      "/events.ics",
      "/stats",
      "/hosts",
      ...ids.flatMap((id) => [...PATHS.map((p) => `/platforms/${id}${p}`), `/badge/${id}.svg`]),
    ];
    const faults: string[] = [];
    for (const path of paths) {
      const response = await app.request(path);
      const answered = {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      };
      if (response.status !== 200) faults.push(`${path}: ${response.status}`);
      for (const fault of faultsOf({ method: "GET", path, headers: {} }, answered, []))
        faults.push(`${path}: ${fault}`);
    }
    return [...faults, ...logged.map((e) => `logged: ${e.message}`)];
  } finally {
    close();
  }
}

/** One state of some records, most of them generated. @returns how many were generated */
async function state(
  dir: string,
  originals: readonly Written[],
  { seed, tally }: { seed: number; tally: Tally },
): Promise<number> {
  const fail = (faults: readonly string[]) => {
    for (const fault of faults) tally.fail(`seed ${seed}: ${fault}`);
  };
  const made = fc.sample(records(originals), { numRuns: originals.length, seed });
  // The first of each name: a folder cannot have two.
  const generated = [...new Map(made.map((w) => [`${w.kind}/${w.id}`, w])).values()].map(parsed);
  const original = new Map(originals.map(parsed).map((f) => [keyOf(f), f]));
  const all = [...new Map([...original, ...generated.map((f) => [keyOf(f), f] as const)]).values()];
  const problems = lint(all, undefined, TODAY);
  fail(reportFaults(all, problems));
  fail(fixFaults(all, TODAY));
  const files = sound(original, generated);
  const valid = files.filter((f) => original.get(keyOf(f)) !== f);
  for (const file of generated) tally.add(valid.includes(file) ? "valid" : "refused");
  const [before, after] = [datasetFrom([...original.values()]), datasetFrom(files)];
  const operators = new Map(after.operators.map((o) => [o.id, o]));
  for (const platform of after.platforms)
    fail(answerFaults(platform, operators.get(platform.operator)).map((f) => `${platform.id}: ${f}`));
  fail(diffFaults(before, after, TODAY));
  fail(await exportFaults(dir, after));
  const ids = valid.filter((f) => f.kind === "platform").map((f) => f.id);
  fail(await apiFaults(dir, after, ids));
  return generated.length;
}

/**
 * Validates, fixes, compares, publishes, asks and exports records that are generated: validating never crashes,
 * and whatever a valid record says, every output is well-formed and has no effect.
 */
export async function generatedRecords(bench: Bench, count: number): Promise<Tally> {
  const tally = new Tally();
  const dir = emptyFolder(bench.dir, "records");
  const [platforms, operators] = [read("platform"), read("operator")];
  const seed = Math.floor(Math.random() * 2 ** 30);
  for (let i = 0; tally.done < count && !bench.stopped; i++) {
    try {
      tally.done += await state(dir, someOf(platforms, operators, i), { seed: seed + i, tally });
    } catch (error) {
      tally.fail(`seed ${seed + i}, from ${i}: ${(error as Error).stack}`);
      tally.done++;
    }
    // Timers and the signal to stop get a turn.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return tally;
}

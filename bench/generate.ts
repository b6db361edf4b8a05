import type { Operator, Platform } from "../src/model/index.ts";
import { datasetOf, type LoadedDataset, loadDataset } from "../src/records/load.ts";

/*
 * Generated datasets for benchmarks: real records with other names, so that sizes and rules are
 * realistic.
 */

/** Larger records, in characters of JSON, are not used as templates: ten thousand of them would not fit into memory. */
const TEMPLATE_SIZE = 30_000;

/** A word for a number. Names begin with it: in reality the order of names says nothing about what platforms do. */
const mixed = (i: number): string => (Math.imul(i + 1, 0x9e3779b1) >>> 0).toString(36);

/** A dataset of `count` platforms, made from the records in `data/`. The same count gives the same dataset. */
export function generated(count: number, data = "data"): LoadedDataset {
  const real = loadDataset(data);
  const templates = real.platforms.filter((p) => JSON.stringify(p).length < TEMPLATE_SIZE);
  const platforms = Array.from({ length: count }, (_, i): Platform => {
    const template = templates[i % templates.length] as Platform;
    const id = `p${String(i).padStart(6, "0")}`;
    return {
      ...template,
      id,
      name: `${mixed(i)} ${template.name} ${i}`,
      aliases: [],
      domains: [{ host: `${id}.example`, role: "main" as const }],
    };
  });
  return datasetOf(platforms, real.operators as Operator[]);
}

/** The dataset with the note of one rule changed in `changes` records, different ones in every round. */
export function editedIn(dataset: LoadedDataset, round: number, changes: number): LoadedDataset {
  const platforms = [...dataset.platforms];
  for (let i = 0; i < changes; i++) {
    const at = (round * changes + i) % platforms.length;
    const platform = platforms[at] as Platform;
    const [first, ...others] = platform.practices;
    if (!first) continue;
    const rules = first.rules.map((rule, n) => (n === 0 ? { ...rule, note: `Round ${round}.` } : rule));
    platforms[at] = { ...platform, practices: [{ ...first, rules }, ...others] };
  }
  return datasetOf(platforms, dataset.operators);
}

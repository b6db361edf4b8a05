import { InvalidDataset, loadDataset } from "../../records/load.ts";

/** Prints the archives that the records cite, in order; gives the exit code. */
export function citedArchives({ data }: { data: string }): number {
  try {
    const { platforms, operators } = loadDataset(data);
    const copies = [...operators, ...platforms].flatMap((r) => r.sources).flatMap((s) => s.copies ?? []);
    for (const name of [...new Set(copies.map((c) => c.archive))].sort()) console.log(name);
    return 0;
  } catch (error) {
    if (!(error instanceof InvalidDataset)) throw error;
    console.error(error.message);
    return 2;
  }
}

import { presentPlatform, presentReview } from "../../../src/api/routes/platforms/present.ts";
import type { CatalogueEntry } from "../../../src/exports/npm/runtime/load.ts";
import {
  addressOf,
  findAddress,
  hostsOfPlatform,
  NameIndex,
  type Operator,
  type Platform,
  planOf,
} from "../../../src/model/index.ts";
import { didYouMean } from "../../../src/text/nearest.ts";
import type { PlatformAnswer } from "../../typescript/src/index.ts";
import { type Dataset, isAddress, shown, UnknownPlatform } from "./dataset.ts";

/** The records of a release, as `@ai-data-use/data/load.js` gives them. */
export interface Records {
  catalogue: readonly CatalogueEntry[];
  load(id: string): Promise<{ platform: Platform; operator: Operator } | undefined>;
  release: { version: string };
}

/** Why nothing was found. */
function unknown(written: string, catalogue: readonly CatalogueEntry[]): UnknownPlatform {
  const names = catalogue.flatMap((p) => [p.id, p.name, ...hostsOfPlatform(p)]);
  return new UnknownPlatform(
    isAddress(written)
      ? `No platform in the dataset has ${written}: what it does with data is not known.${didYouMean(written, names)}`
      : `There is no platform ${JSON.stringify(written)}.${didYouMean(written, names)}`,
  );
}

/** Answers from installed records, without a network. */
export function installedDataset({ catalogue, load, release }: Records): Dataset {
  const names = new NameIndex(catalogue);
  return {
    async find(written) {
      const id = names.find(written);
      if (id !== undefined) return { id, plan: undefined };
      const found = findAddress(catalogue, addressOf(written));
      if (!found) throw unknown(written, catalogue);
      return { id: found.platform.id, plan: found.domain && planOf(found.domain) };
    },
    async answer(id, who) {
      const records = await load(id);
      if (!records) throw unknown(id, catalogue);
      const { platform, operator } = records;
      const answer = presentPlatform(
        { platform, operator, who },
        ["evidence", "sources"],
        presentReview(platform, null),
        // When a record was added and changed is in the history, which is not installed.
        { added: null, changed: null } as never,
      );
      return { release: release.version, answer: shown(answer as Omit<PlatformAnswer, "meta">) };
    },
  };
}

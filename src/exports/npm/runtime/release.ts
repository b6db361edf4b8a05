import { regions as codes, release as packaged } from "virtual:release";

/** The state of the dataset. */
export interface Release {
  /** CalVer `YYYY.MM.N`; the package's own version is the same without a zero before the month. */
  version: string;
  /** The day of the release, `YYYY-MM-DD`. */
  date: string;
  /** SHA-256 over its records' hashes. */
  digest: string;
}

/** The release of this dataset. */
export const release: Release = packaged;

/** The accepted regions: groups, countries, and the subdivisions that records name. Any other subdivision has its country's answer. */
export const regions: readonly string[] = codes;

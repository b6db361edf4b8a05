import { regions as codes, release as packaged } from "virtual:release";

/** Which state of the dataset this is. */
export interface Release {
  /** CalVer `YYYY.MM.N`; the package's own version is the same without a zero before the month. */
  version: string;
  /** The day on which it was cut, `YYYY-MM-DD`. */
  date: string;
  /** SHA-256 over its records' hashes. */
  digest: string;
}

/** The release whose dataset this is. */
export const release: Release = packaged;

/** What `region` may be: the groups, the countries, and the subdivisions that records name. Any other subdivision has its country's answer. */
export const regions: readonly string[] = codes;

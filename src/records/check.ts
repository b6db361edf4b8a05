import type { Operator, Platform, Source } from "../model/index.ts";
import type { RecordFile } from "./files.ts";
import type { Finding, Problem } from "./problems.ts";

/** A valid record with the file that it came from. */
export interface Loaded<R> {
  file: RecordFile;
  record: R;
}

/** All records that are valid against the schema, by id. */
export interface Dataset {
  platforms: ReadonlyMap<string, Loaded<Platform>>;
  operators: ReadonlyMap<string, Loaded<Operator>>;
  /** The keys of records that are there and not valid: `operators/<id>`. */
  invalid: ReadonlySet<string>;
}

/** What docs/checks.md and reports say about a code. */
export interface CheckHead {
  /** Stable code: three letters and three digits. */
  code: string;
  /** One line: what must hold. */
  description: string;
  /** One line: why it must, or how to fix it. */
  why: string;
  /** What it looks at. */
  scope: "file" | "platform" | "operator" | "sources" | "dataset" | "exceptions" | "release";
  /** What `npm run fix` does about it, where its findings carry edits. */
  fix?: string;
  /** May a finding be excepted in data/exceptions.json? Only where the check judges, never where code relies on it. */
  exceptions?: true;
}

/** What checks of one platform may look up: no other platform, so that its findings depend on itself and the operators. */
export type Operators = Pick<Dataset, "operators">;

/** A check of one platform's record, which may look up operators. */
export interface PlatformCheck extends CheckHead {
  scope: "platform";
  run(platform: Platform, dataset: Operators, today: string): Iterable<Finding>;
}

/** A check of one operator's record, which may look up others. */
export interface OperatorCheck extends CheckHead {
  scope: "operator";
  run(operator: Operator, dataset: Dataset, today: string): Iterable<Finding>;
}

/** A check of the sources of any record. */
export interface SourcesCheck extends CheckHead {
  scope: "sources";
  run(sources: readonly Source[], today: string): Iterable<Finding>;
}

/** A check across records; it says in which file each finding is. */
export interface DatasetCheck extends CheckHead {
  scope: "dataset";
  run(dataset: Dataset): Iterable<Finding & { file: RecordFile }>;
}

export type Check = PlatformCheck | OperatorCheck | SourcesCheck | DatasetCheck;
export type { Finding, Problem };

/** A value, measured once in each round. */
export interface Samples {
  /** What was measured: one value a round. */
  values: number[];
  /** Of a ratio: CPU time per request in microseconds, by server, one value a round. */
  cpu?: Record<string, number[]>;
  /** The raw runs, for the report in JSON. */
  raw?: unknown;
}

/** What a row must reach. */
export type Target = { atLeast: number } | { atMost: number };

/** One row of the report. */
export interface Row {
  /** The row's name in the table; also how `--only` names it. */
  name: string;
  unit: string;
  target: Target;
  /** Measures it. A string is why it cannot be measured here. */
  measure(rounds: number): Promise<Samples | string>;
}

/** A group of rows that share what they start. */
export interface Measurement {
  name: string;
  /** Starts what the rows need. */
  open(): Promise<{ rows: readonly Row[]; close(): Promise<void> }>;
}

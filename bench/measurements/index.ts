import type { Load } from "../harness/load.ts";
import type { Measurement } from "../harness/measurement.ts";
import { hot } from "./hot.ts";
import { mixed } from "./mixed.ts";
import { peers } from "./peers.ts";
import { writing } from "./writing.ts";

/** All measurements, in the order of the table. A new one is a file here, and a line in this list. */
export const MEASUREMENTS: readonly ((load: Load) => Measurement)[] = [hot, mixed, peers, writing];

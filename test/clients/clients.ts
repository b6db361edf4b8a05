import type { Client } from "./client.ts";
import { GO } from "./generators/go.ts";
import { JVM } from "./generators/jvm.ts";
import { PYTHON } from "./generators/python.ts";
import { RUST } from "./generators/rust.ts";
import { TYPESCRIPT } from "./generators/typescript.ts";

/** Every generator that is tried, in the order of docs/clients.md. */
export const CLIENTS: readonly Client[] = [...PYTHON, ...TYPESCRIPT, ...GO, ...RUST, ...JVM];

import type { Client } from "../client.ts";

export const RUST: readonly Client[] = [];

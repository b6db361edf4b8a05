import type { Client } from "../client.ts";

export const JVM: readonly Client[] = [];

import type { Client } from "../client.ts";

export const TYPESCRIPT: readonly Client[] = [];

import { type AnyD1Database, drizzle } from "drizzle-orm/d1";
import type { Database } from "./database.ts";

/** A Cloudflare D1 binding, through Drizzle. */
export const openD1 = (binding: AnyD1Database): Database => drizzle(binding);

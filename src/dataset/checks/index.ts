import type { Check } from "../check.ts";
import { IDS001, IDS002, IDS003, REF001, REF002, REF003, REF004, REF005, REF006, REF007 } from "./references.ts";

/** Every check, in the order in which they run. */
export const CHECKS: readonly Check[] = [IDS001, IDS002, IDS003, REF001, REF002, REF003, REF004, REF005, REF006, REF007];

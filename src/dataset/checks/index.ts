import type { Check } from "../check.ts";
import { ALI001, DAT001, DAT002, DAT003, DAT004, DOM001, EVD001, EVD002, EVD003, EVD004 } from "./facts.ts";
import { IDS001, IDS002, IDS003, REF001, REF002, REF003, REF004, REF005, REF006, REF007 } from "./references.ts";
import { CTL001, PRA001, PRA002, PRA003, PRA004, PRA005, PRA006 } from "./tables.ts";

/** Every check, in the order in which they run. */
export const CHECKS: readonly Check[] = [
  IDS001,
  IDS002,
  IDS003,
  REF001,
  REF002,
  REF003,
  REF004,
  REF005,
  REF006,
  REF007,
  PRA001,
  PRA002,
  PRA003,
  PRA004,
  PRA005,
  PRA006,
  CTL001,
  DAT001,
  DAT002,
  DAT003,
  DAT004,
  DOM001,
  ALI001,
  EVD001,
  EVD002,
  EVD003,
  EVD004,
];

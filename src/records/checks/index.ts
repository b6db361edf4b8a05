import type { Check } from "../check.ts";
import { ALI001 } from "./ali001-aliases.ts";
import { CON001 } from "./con001-same-words.ts";
import { CTL001 } from "./ctl001-protects-when.ts";
import { CTL002 } from "./ctl002-where-to-find-it.ts";
import { CTL003 } from "./ctl003-opt-out-in-passage.ts";
import { DAT001 } from "./dat001-ends-after-begin.ts";
import { DAT002 } from "./dat002-future.ts";
import { DAT003 } from "./dat003-future-copies.ts";
import { DAT004 } from "./dat004-announced-first.ts";
import { DAT005 } from "./dat005-day-of-the-copy.ts";
import { DOM001 } from "./dom001-one-platform-a-domain.ts";
import { DOM002 } from "./dom002-registrable.ts";
import { DOM003 } from "./dom003-without-www.ts";
import { DOM004 } from "./dom004-other-domains.ts";
import { DOM005 } from "./dom005-one-platform-an-app.ts";
import { DOM006 } from "./dom006-country-sites.ts";
import { EVD001 } from "./evd001-every-fact.ts";
import { EVD002 } from "./evd002-own-denial.ts";
import { EVD003 } from "./evd003-fingerprints.ts";
import { EVD004 } from "./evd004-passages.ts";
import { EVD005 } from "./evd005-older-than-change.ts";
import { EVD006 } from "./evd006-other-regions.ts";
import { IDS001 } from "./ids001-file-name.ts";
import { IDS002 } from "./ids002-unique-ids.ts";
import { IDS003 } from "./ids003-unique-sources.ts";
import { KND001 } from "./knd001-kinds-of-data.ts";
import { KND002 } from "./knd002-excluded-kind.ts";
import { KND003 } from "./knd003-without-account.ts";
import { LST001 } from "./lst001-duplicates.ts";
import { PRA001 } from "./pra001-unreachable-rule.ts";
import { PRA002 } from "./pra002-answer-for-all.ts";
import { PRA003 } from "./pra003-crossing-dates.ts";
import { PRA004 } from "./pra004-default-with-use.ts";
import { PRA005 } from "./pra005-default-and-controls.ts";
import { PRA006 } from "./pra006-generative-training.ts";
import { PRA007 } from "./pra007-names-ai.ts";
import { PRA008 } from "./pra008-only-models.ts";
import { PRA009 } from "./pra009-recipients.ts";
import { REF001 } from "./ref001-operator.ts";
import { REF002 } from "./ref002-evidence.ts";
import { REF003 } from "./ref003-controls.ts";
import { REF004 } from "./ref004-practices.ts";
import { REF005 } from "./ref005-copies.ts";
import { REF006 } from "./ref006-parents.ts";
import { REF007 } from "./ref007-unused.ts";
import { TXT001 } from "./txt001-copies-not-read.ts";
import { TXT004 } from "./txt004-wrong-encoding.ts";
import { TXT005 } from "./txt005-formula.ts";
import { WDR001 } from "./wdr001-successors.ts";
import { WDR002 } from "./wdr002-named-successors.ts";
import { WDR003 } from "./wdr003-platforms-of-withdrawn.ts";

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
  PRA007,
  PRA008,
  PRA009,
  KND001,
  KND002,
  KND003,
  CTL001,
  CTL002,
  CTL003,
  DAT001,
  DAT002,
  DAT003,
  DAT004,
  DAT005,
  DOM001,
  DOM002,
  DOM003,
  DOM004,
  DOM005,
  DOM006,
  ALI001,
  LST001,
  EVD001,
  EVD002,
  EVD003,
  EVD004,
  EVD005,
  EVD006,
  CON001,
  TXT001,
  TXT004,
  TXT005,
  WDR001,
  WDR002,
  WDR003,
];

import type { Platform } from "../../model/index.ts";
import { listInWords } from "../../text/lists.ts";
import { onDateInWords } from "./dates.ts";
import { withdrawalInWords } from "./terms.ts";

/**
 * That a record was withdrawn, why, and what answers instead: `The record of BeReal was withdrawn on 1 May 2026:
 * it became a part of another one. See snapchat.` Empty for one that is not withdrawn.
 */
export function withdrawalSentence({ name, withdrawn }: Pick<Platform, "name" | "withdrawn">): string {
  if (!withdrawn) return "";
  const { date, reason, successors } = withdrawn;
  const see = successors ? ` See ${listInWords(successors)}.` : "";
  return `The record of ${name} was withdrawn ${onDateInWords(date)}: ${withdrawalInWords(reason)}.${see}`;
}

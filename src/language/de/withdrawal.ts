import type { Platform } from "../../model/index.ts";
import { onDateInGerman } from "./dates.ts";
import { listInGerman } from "./lists.ts";
import { withdrawalInGerman } from "./terms.ts";

/**
 * That a record was withdrawn, why, and what answers instead: `Der Eintrag zu BeReal wurde am 1. Mai 2026
 * zurückgezogen: der Dienst ist in einem anderen aufgegangen. Siehe snapchat.` Empty for one that is not withdrawn.
 */
export function withdrawalSentenceInGerman({
  name,
  withdrawn,
}: Pick<Platform, "name" | "withdrawn">): string {
  if (!withdrawn) return "";
  const { date, reason, successors } = withdrawn;
  const see = successors ? ` Siehe ${listInGerman(successors)}.` : "";
  return `Der Eintrag zu ${name} wurde ${onDateInGerman(date)} zurückgezogen: ${withdrawalInGerman(reason)}.${see}`;
}

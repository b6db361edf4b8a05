import type { ResolvedPractice } from "../../policy/answer.ts";
import { stops } from "../../policy/verdict.ts";
import { joinPresent } from "../../text/lists.ts";
import { actorInGerman } from "./control-terms.ts";
import { MODELS } from "./record-texts.ts";

/** What the documents say. */
function statementOf({ dataUse, purpose, namesAi, onlyModels }: ResolvedPractice, name: string): string {
  const happens = purpose === "allow-third-party-crawlers" ? "erlaubt ist" : "geschieht";
  switch (dataUse) {
    case "uses":
      return `${name} sagt, dass das ${happens}.`;
    case "may-use":
      return `Die Bedingungen ${
        namesAi === false ? "würden das erlauben, ohne KI zu erwähnen" : "erlauben das"
      }. Ob es geschieht, hat ${name} nicht gesagt.`;
    case "does-not-use":
      return `${name} sagt, dass das nicht ${happens}${
        onlyModels === null ? "" : `, aber nur für ${MODELS[onlyModels] ?? "bestimmte KI-Modelle"}`
      }.`;
    case "disputed":
      return "Die Dokumente widersprechen sich darin, ob das geschieht.";
    default:
      return "In den Dokumenten steht nicht, ob das geschieht.";
  }
}

/** What it means for a person who does nothing, and for one who wants to opt out. */
function meaningOf(p: ResolvedPractice): string | undefined {
  if (p.certainty === null) return undefined;
  const actor = p.controls.find(stops)?.actor ?? "user";
  const who = (you: string, they: string) => `${actorInGerman(actor)} ${actor === "user" ? you : they}`;
  switch (p.verdict) {
    case "no-choice":
      return "Nichts, was Sie tun können, verhindert es vollständig.";
    case "on-by-default":
      return `Ihre Daten werden verwendet, sofern ${who("nichts unternehmen", "nichts unternimmt")}.`;
    case "off-by-default":
      return `Ihre Daten werden erst verwendet, wenn ${who("zustimmen", "zustimmt")}.`;
    case "asked":
      return p.defaultState === "asked-on"
        ? "Sie werden vorher gefragt; Ja ist vorausgewählt."
        : "Sie werden vorher gefragt; nichts ist vorausgewählt.";
    default:
      return p.controls.some(stops)
        ? "Die Voreinstellung ist nicht angegeben; ablehnen ist möglich."
        : "Die Voreinstellung ist nicht angegeben, und ein Weg abzulehnen ist nicht bekannt.";
  }
}

/** What the documents say about a practice, and what it means for a person who does nothing. */
export const practiceInGerman = (p: ResolvedPractice, name: string): string =>
  joinPresent([statementOf(p, name), meaningOf(p)]);

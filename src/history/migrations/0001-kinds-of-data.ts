import { DATA_CATEGORY, KIND, termsOf } from "../../model/index.ts";
import { isObject, type Json, type JsonObject } from "../../text/json.ts";
import type { Migration } from "../migrate.ts";
import decided from "./0001-kinds-of-data.json" with { type: "json" };

/*
 * Format 1 mixed two questions in `purpose` (what for, and for which sort of model) and did not say which kinds
 * of data a practice is about. Both were decided by reading the documents, practice by practice; the table next
 * to this file has the decisions for every practice that a release in format 1 contains. Later releases are
 * rebuilt on top of what this gives, so neither file may change any more.
 */

/** What was decided about a practice. `withoutAi`: its permitting rules whose clause does not mention AI. */
interface Decision {
  kinds: string[];
  model: string;
  withoutAi?: string[];
}

const DECIDED = decided as Readonly<Record<string, Readonly<Record<string, Decision>>>>;

/** The purposes of format 1 that named a sort of model. */
const MODEL_OF_PURPOSE: Readonly<Record<string, string>> = {
  "train-generative-ai": "generative",
  "train-predictive-ai": "other",
};

/** Replaces the names of fields; their order and values stay. */
const renamed = (value: JsonObject, names: Readonly<Record<string, string>>): JsonObject =>
  Object.fromEntries(Object.entries(value).map(([key, member]) => [names[key] ?? key, member]));

/** Changes every object in a list; what is not a list of objects stays as it is. */
const each = (list: Json | undefined, change: (member: JsonObject) => JsonObject): Json =>
  Array.isArray(list) ? list.map((member) => (isObject(member) ? change(member) : member)) : (list ?? []);

const textsIn = (list: Json | undefined): string[] =>
  Array.isArray(list) ? list.filter((member) => typeof member === "string") : [];

/** The kinds of a practice without a decision: those of the data that its rules name; else what crawlers reach. */
function kindsFromData(practice: JsonObject): string[] {
  const rules = Array.isArray(practice["rules"]) ? practice["rules"] : [];
  const named = rules.flatMap((rule) => {
    const data = isObject(rule) ? rule["data"] : undefined;
    return isObject(data) ? textsIn(data["includes"]) : [];
  });
  const kinds = new Set(
    named.map((category) => (DATA_CATEGORY as Record<string, { kind?: string }>)[category]?.kind),
  );
  const known = termsOf(KIND).filter((kind) => kinds.has(kind));
  return known.length > 0 ? known : ["published"];
}

const NAMES = { use: "dataUse", default: "defaultState" } as const;

function rule(old: JsonObject, decision: Decision | undefined): JsonObject {
  const { id, when, use, ...rest } = old;
  const namesAi = decision?.withoutAi?.includes(String(id)) !== true;
  return {
    ...(id !== undefined && { id }),
    ...(when !== undefined && { when }),
    ...(use !== undefined && { dataUse: use }),
    ...(use === "may-use" && { namesAi }),
    ...renamed(rest, NAMES),
    ...(isObject(rest["evidence"]) && { evidence: renamed(rest["evidence"], NAMES) }),
  };
}

function practice(old: JsonObject, platform: string): JsonObject {
  const { id, title, purpose, ...rest } = old;
  const decision = DECIDED[platform]?.[String(id)];
  const model = MODEL_OF_PURPOSE[String(purpose)];
  return {
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
    kinds: decision?.kinds ?? kindsFromData(old),
    model: decision?.model ?? model ?? "unstated",
    ...(purpose !== undefined && { purpose: model === undefined ? purpose : "train-ai" }),
    ...rest,
    rules: each(old["rules"], (r) => rule(r, decision)),
  };
}

/** Format 1 to 2. */
export const kindsOfData: Migration = {
  what: "practices have kinds and a model; use, default and label become dataUse, defaultState and name; permissions say whether they name AI",
  platform: (record) => ({
    ...record,
    practices: each(record["practices"], (p) => practice(p, String(record["id"]))),
    controls: each(record["controls"], (c) => renamed(c, { label: "name" })),
  }),
  path: (path) =>
    path
      .replace(/^(\/practices\/@[^/]+\/rules\/@[^/]+(?:\/evidence)?)\/use(?=\/|$)/, "$1/dataUse")
      .replace(/^(\/practices\/@[^/]+\/rules\/@[^/]+(?:\/evidence)?)\/default(?=\/|$)/, "$1/defaultState")
      .replace(/^(\/controls\/@[^/]+)\/label$/, "$1/name"),
};

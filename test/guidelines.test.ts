import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Operator, Platform } from "../src/model/index.ts";
import { didYouMean } from "../src/text/nearest.ts";

/*
 * The guidelines' examples point into the records: `platform/practice/rule`, `platform/controls/id`
 * (events, myths, sources, and source#passage likewise). The words in parentheses after a pointer must
 * be recorded there. An example that no longer matches its record fails.
 */
const FOLDER = "docs/guidelines";
const pages = readdirSync(FOLDER).map((name) => ({
  name,
  text: readFileSync(join(FOLDER, name), "utf8").replace(/\s+/g, " "),
}));
const chapters = pages.filter((p) => p.name !== "README.md");
const readme = pages.find((p) => p.name === "README.md")?.text ?? "";

/* The files are read as they are: whether records are valid is tested elsewhere. */
const recordsIn = <T>(folder: string): T[] =>
  readdirSync(folder).map((name) => JSON.parse(readFileSync(join(folder, name), "utf8")) as T);
const platforms = recordsIn<Platform>("data/platforms");
const operators = recordsIn<Operator>("data/operators");
const LISTS = ["controls", "events", "myths", "sources"] as const;

interface Example {
  ref: string;
  values: string[];
}

const examplesIn = (text: string): Example[] =>
  [...text.matchAll(/`([a-z0-9-]+\/[a-z0-9/#-]+)`(?: \(((?:`[^`]+`(?:, )?)+)\))?/g)].map(
    ([, ref = "", values = ""]) => ({
      ref,
      values: [...values.matchAll(/`([^`]+)`/g)].map(([, value = ""]) => value),
    }),
  );

/** The entry of a list with this id. @throws an error that suggests the nearest id */
function one<T extends { id: string }>(list: readonly T[], id: string | undefined, where: string): T {
  const found = list.find((x) => x.id === id);
  if (found) return found;
  throw new Error(
    `${where} has no ${id}.${didYouMean(
      id ?? "",
      list.map((x) => x.id),
    )}`,
  );
}

/** What an example points to. @throws if it does not exist */
function named(ref: string): unknown {
  const [first = "", ...rest] = ref.split("/");
  const owner: Platform | Operator =
    first === "operators"
      ? one(operators, rest.shift(), "data/operators")
      : one(platforms, first, "data/platforms");
  const [list, id] = rest;
  const found = LISTS.find((l) => l === list);
  if (found === undefined) {
    const practice = one((owner as Platform).practices ?? [], list, first);
    return id === undefined ? practice : one(practice.rules, id, `${first}/${list}`);
  }
  const [name, passage] = (id ?? "").split("#");
  const thing = one((owner as Platform)[found] as { id: string }[], name, `${first}/${list}`);
  if (passage === undefined) return thing;
  const source = thing as Platform["sources"][number];
  const { copy } = one(source.passages ?? [], passage, `${first}/${list}/${name}`);
  return source.copies?.[copy];
}

/** Every value in a thing, notes and evidence excepted; a boolean with its field: `namesAi: true`. */
const valuesIn = (thing: unknown): string[] => {
  if (typeof thing === "string") return [thing];
  if (typeof thing !== "object" || thing === null) return [];
  return Object.entries(thing).flatMap(([key, value]) => {
    if (["note", "evidence", "rules"].includes(key)) return [];
    return typeof value === "boolean" ? [`${key}: ${value}`] : valuesIn(value);
  });
};

const problems = (text: string): string[] =>
  examplesIn(text).flatMap(({ ref, values }) => {
    try {
      const recorded = valuesIn(named(ref));
      return values
        .filter((value) => !recorded.includes(value))
        .map((value) => `${ref} does not say ${value}`);
    } catch (error) {
      return [(error as Error).message];
    }
  });

/** The rules of a page: number, title and text. */
const rulesOf = (page: { name: string }): { number: number; title: string; body: string }[] =>
  readFileSync(join(FOLDER, page.name), "utf8")
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [, number = "", title = ""] = /^(\d+)\. (.+)$/m.exec(section) ?? [];
      return { number: Number(number), title, body: section.replace(/\s+/g, " ") };
    });
const rules = chapters.flatMap(rulesOf);

test.each(pages)("the examples in $name match the records", ({ text }) => expect(problems(text)).toEqual([]));

test("rules are numbered from 1 without gaps, and the README lists them all", () => {
  expect(rules.map((r) => r.number).sort((a, b) => a - b)).toEqual(rules.map((_, i) => i + 1));
  expect(rules.filter((r) => !readme.includes(`| ${r.number} | ${r.title} |`)).map((r) => r.title)).toEqual(
    [],
  );
});

test.each(rules)("rule $number has an example from the records", ({ body }) => {
  const [, example = ""] = body.split("**Example.**");
  expect(examplesIn(example)).not.toEqual([]);
});

test("quotations have at most eight words", () => {
  const quoted = chapters.flatMap(({ text }) =>
    [...text.matchAll(/“([^”]+)”/g)].map(([, words = ""]) => words),
  );
  expect(quoted.filter((words) => words.split(" ").length > 8)).toEqual([]);
});

describe("a stale example is reported", () => {
  test.each([
    [
      "`linkedin/generative-training/from-2024-08`",
      "linkedin/generative-training has no from-2024-08. Did you mean from-2024-09?",
    ],
    ["`linkedln/generative-training`", "data/platforms has no linkedln. Did you mean linkedin?"],
    ["`linkedin/controls/ai-settings`", "linkedin/controls has no ai-settings. Did you mean ai-setting?"],
    ["`zoom/sources/terms#training`", "zoom/sources/terms has no training."],
    [
      "`tumblr/controls/prevent-third-party-sharing` (`setting`, `off`)",
      "tumblr/controls/prevent-third-party-sharing does not say off",
    ],
    [
      "`imdb/generative-training/since-2020-12` (`namesAi: true`)",
      "imdb/generative-training/since-2020-12 does not say namesAi: true",
    ],
  ])("%s", (text, message) => expect(problems(text).join()).toContain(message));
});

import type * as z from "zod";
import { nearest } from "../../text/nearest.ts";
import { show } from "../../text/show.ts";
import { type Fault, Problem } from "./problem.ts";

/** A query; a parameter that is given more than once is a list. */
type Given = Readonly<Record<string, string | readonly string[]>>;

/** The parameters of a path, by name. */
type Known = Readonly<Record<string, z.ZodType>>;

type QueryFault = Fault & { unknown: boolean; explained: boolean };

/** What other APIs call parameters of this one. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  country: "region",
  location: "region",
  date: "as_of",
  day: "as_of",
  search: "q",
  query: "q",
  text: "q",
  order: "sort",
  orderby: "sort",
  order_by: "sort",
  sortby: "sort",
  sort_by: "sort",
  per_page: "limit",
  page_size: "limit",
  pagesize: "limit",
  size: "limit",
  count: "limit",
  version: "release",
  select: "fields",
  domain: "url",
  host: "url",
};

/**
 * The parameter that an unknown one is meant to be: the nearest name, or what other APIs call so. Only one that is
 * not given, and that accepts the value: a suggestion must not lead to another error.
 */
function meant(name: string, known: Known, given: Given): string | undefined {
  const lower = name.toLowerCase();
  const elsewhere = Object.hasOwn(ELSEWHERE, lower) ? ELSEWHERE[lower] : undefined;
  const fits = (candidate: string): boolean =>
    !Object.hasOwn(given, candidate) && (known[candidate]?.safeParse(given[name]).success ?? false);
  const candidates = Object.keys(known).filter(fits);
  return elsewhere !== undefined && candidates.includes(elsewhere) ? elsewhere : nearest(name, candidates);
}

/** More unknown parameters than these are not named one by one. */
const MOST_NAMED = 10;

/** How to get to a page, for those who number pages. */
const PAGING = /^(page|pageno|page_number|offset|start|skip|after)$/i;

function unknownParameter(name: string, known: Known, given: Given): QueryFault {
  const names = Object.keys(known);
  const near = meant(name, known, given);
  const detail =
    names.length > 0
      ? `${name.slice(0, 80)}: there is no such parameter here. Known: ${names.join(", ")}.`
      : `${name.slice(0, 80)}: this path takes no parameters.`;
  const paging = PAGING.test(name) && names.includes("cursor");
  return {
    unknown: true,
    explained: paging,
    parameter: name,
    detail: paging ? `${detail} Each page names the next one: follow \`next\`.` : detail,
    nearest: near && !paging ? [near] : [],
  };
}

/** The faults of an issue, one for each parameter. */
function faultsOf(issue: z.core.$ZodIssue, known: Known, given: Given): QueryFault[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.slice(0, MOST_NAMED).map((key) => unknownParameter(key, known, given));
  const parameter = String(issue.path[0] ?? "");
  const { nearest: near, explained = false } = (issue.code === "custom" ? (issue.params ?? {}) : {}) as {
    nearest?: string[];
    explained?: boolean;
  };
  const value = given[parameter];
  const message = Array.isArray(value)
    ? "is given more than once."
    : value === undefined
      ? "is missing."
      : /^is not /.test(issue.message)
        ? `${show(value)} ${issue.message}`
        : issue.message;
  return [{ unknown: false, explained, parameter, detail: `${parameter}: ${message}`, nearest: near }];
}

/** Turns a failed validation into a problem that names every parameter at fault. */
export function invalid(error: z.ZodError, known: Known, given: Given): Problem {
  const faults = error.issues.flatMap((issue) => faultsOf(issue, known, given));
  const detail = faults
    .map((f) =>
      f.nearest?.length && !f.explained ? `${f.detail} Did you mean ${f.nearest.join(" or ")}?` : f.detail,
    )
    .join(" ");
  return new Problem(
    faults.some((f) => f.unknown) ? "unknown-parameter" : "invalid-parameter",
    detail,
    faults.map(({ unknown: _, explained: __, ...fault }) => fault),
  );
}

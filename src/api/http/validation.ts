import type * as z from "zod";
import { nearest } from "../../text/nearest.ts";
import { show } from "../../text/show.ts";
import { saidOf } from "./documented.ts";
import { meanings } from "./meanings.ts";
import type { Meant } from "./meant.ts";
import { type Fault, inWords, Problem, type ProblemName } from "./problem.ts";
import { type Asking, rejectionOf } from "./reject.ts";

/** A query; a parameter that is given more than once is a list. */
type Given = Readonly<Record<string, string | readonly string[]>>;

/** The parameters of a path, by name. */
type Known = Readonly<Record<string, z.ZodType>>;

/** A request whose query is not accepted. */
export interface Refused extends Asking {
  known: Known;
  given: Given;
}

/** A fault, and the problem that it is when all others are the same. */
type QueryFault = Fault & { problem: ProblemName };

const NOTHING: Meant = { values: [] };

/** What may be meant by a value that a parameter does not accept. A suggestion that cannot be made is none. */
async function meantBy(issue: z.core.$ZodIssue, asking: Asking): Promise<Meant> {
  try {
    return (await rejectionOf(issue).meant?.(asking)) ?? NOTHING;
  } catch {
    return NOTHING;
  }
}

/** The value that a parameter accepts in place of what was given: the same, or what it means; undefined for none. */
async function valueFor(schema: z.ZodType, value: string, asking: Asking): Promise<string | undefined> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return value;
  const [issue] = parsed.error.issues;
  const { values = [] } = issue ? await meantBy(issue, asking) : NOTHING;
  return values.find((meant) => schema.safeParse(meant).success);
}

/** A parameter in place of one that does not exist, and its value. */
interface Renamed {
  name: string;
  value: string;
}

/**
 * The parameter that an unknown one is meant to be: what other APIs call so, or the nearest name. Only one that is
 * not given, and that accepts the value or what it means: a suggestion must not lead to another error.
 */
async function renamed(name: string, { known, given, ...asking }: Refused): Promise<Renamed | undefined> {
  const value = given[name];
  if (typeof value !== "string") return undefined;
  const free = Object.keys(known).filter((candidate) => !Object.hasOwn(given, candidate));
  const { OTHER_NAMES } = await meanings();
  const lower = name.toLowerCase().replaceAll("-", "_");
  const others = Object.hasOwn(OTHER_NAMES, lower) ? (OTHER_NAMES[lower] ?? []) : [];
  for (const candidate of others.filter((other) => free.includes(other))) {
    const accepted = await valueFor(known[candidate] as z.ZodType, value, asking);
    if (accepted !== undefined) return { name: candidate, value: accepted };
  }
  // A name that is only near has to fit as it is.
  const near = nearest(
    name,
    free.filter((candidate) => known[candidate]?.safeParse(value).success),
  );
  return near === undefined ? undefined : { name: near, value };
}

/** More unknown parameters than these are not named one by one. */
const MOST_NAMED = 10;

/** How to get to a page, for those who number pages. */
const PAGING = /^(page|pageno|page_number|offset|start|skip|after)$/i;

async function unknownParameter(name: string, refused: Refused): Promise<QueryFault> {
  const { known, given } = refused;
  const names = Object.keys(known);
  const fault = { problem: "unknown-parameter", parameter: name } as const;
  const shown = name.slice(0, 80);
  if (names.length === 0)
    return { ...fault, detail: `${shown}: this path takes no parameters.`, fix: { [name]: null } };
  const detail = `${shown}: there is no such parameter here. Known: ${names.join(", ")}.`;
  if (PAGING.test(name) && names.includes("cursor"))
    return {
      ...fault,
      detail: `${detail} Each page names the next one: follow \`next\`.`,
      fix: { [name]: null },
    };
  const found = await renamed(name, refused);
  if (!found) return { ...fault, detail };
  const asGiven = found.value === given[name];
  return {
    ...fault,
    detail: `${detail} Did you mean ${asGiven ? found.name : `${found.name}=${found.value}`}?`,
    nearest: asGiven ? [found.name] : [],
    fix: { [name]: null, [found.name]: found.value },
  };
}

/** A parameter that is missing, with an example of it. */
function missing(parameter: string, known: Known): string {
  const example = saidOf(known[parameter])?.example;
  return `${parameter}: is missing${example === undefined ? "" : `; for example ${parameter}=${example}`}.`;
}

/** The faults of an issue, one for each parameter. */
async function faultsOf(issue: z.core.$ZodIssue, refused: Refused): Promise<QueryFault[]> {
  if (issue.code === "unrecognized_keys")
    return Promise.all(issue.keys.slice(0, MOST_NAMED).map((key) => unknownParameter(key, refused)));
  const parameter = String(issue.path[0] ?? "");
  const fault = { problem: "invalid-parameter", parameter } as const;
  const value = refused.given[parameter];
  if (value === undefined) return [{ ...fault, detail: missing(parameter, refused.known) }];
  if (typeof value !== "string") {
    const last = value.at(-1);
    return [
      { ...fault, detail: `${parameter}: is given more than once.`, fix: { [parameter]: last ?? null } },
    ];
  }
  const { part, problem = fault.problem } = rejectionOf(issue);
  const meant = await meantBy(issue, refused);
  const message = /^is not /.test(issue.message) ? `${show(value)} ${issue.message}` : issue.message;
  return [
    {
      ...fault,
      problem,
      detail: `${parameter}: ${message}${inWords(meant)}`,
      nearest: [...meant.values],
      part,
    },
  ];
}

/** Faults without those of parameters that another fault gives: `domain` is `url`, which is missing. */
function withoutGiven(faults: readonly QueryFault[]): QueryFault[] {
  const set = faults.flatMap(({ fix = {} }) => Object.keys(fix).filter((name) => fix[name] !== null));
  return faults.filter(({ parameter, fix }) => fix !== undefined || !set.includes(parameter));
}

/** Turns a failed validation into a problem that names every parameter at fault. */
export async function invalid(error: z.ZodError, refused: Refused): Promise<Problem> {
  const all = await Promise.all(error.issues.map((issue) => faultsOf(issue, refused)));
  const faults = withoutGiven(all.flat());
  const detail = faults.map((fault) => fault.detail).join(" ");
  const problems = [...new Set(faults.map(({ problem }) => problem))];
  const [only = "invalid-parameter"] = problems;
  const general = problems.includes("unknown-parameter") ? "unknown-parameter" : "invalid-parameter";
  return new Problem(
    problems.length === 1 ? only : general,
    detail,
    faults.map(({ problem: _, ...fault }) => fault),
  );
}

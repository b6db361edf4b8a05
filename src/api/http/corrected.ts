import type { Fault, Problem } from "./problem.ts";

/** A request that was refused. */
export interface Request {
  /** The path with its parameters in braces: `/platforms/{id}`. */
  template: string;
  params: Readonly<Record<string, string>>;
  search: URLSearchParams;
}

/** A value with its wrong part replaced: an entry of a list, or a name in it. */
function replaced(written: string, part: string | undefined, value: string): string {
  if (part === undefined) return value;
  const entries = written.split(",");
  if (entries.some((entry) => entry.trim() === part))
    return entries.map((entry) => (entry.trim() === part ? value : entry.trim())).join(",");
  return written.includes(part) ? written.replace(part, () => value) : value;
}

/** The parameter of the path that a fault is about: the one that it names, or the only one with its value. */
function inPath({ parameter, part }: Fault, params: Readonly<Record<string, string>>): string | undefined {
  if (Object.hasOwn(params, parameter)) return parameter;
  const names = Object.keys(params).filter((name) => part !== undefined && params[name]?.includes(part));
  return names.length === 1 ? names[0] : undefined;
}

/**
 * The request with the first of what may be meant in place of everything that is wrong: path and query.
 * Undefined where something wrong has nothing in its place. Whether the request works is another question.
 */
function corrected({ faults }: Problem, { template, params, search }: Request): string | undefined {
  const query = new URLSearchParams(search);
  const values: Record<string, string> = { ...params };
  for (const fault of faults) {
    const { parameter, part, fix } = fault;
    const [near] = fault.nearest ?? [];
    const given = query.get(parameter);
    if (fix !== undefined)
      for (const [name, value] of Object.entries(fix))
        if (value === null) query.delete(name);
        else query.set(name, value);
    else if (near === undefined) return undefined;
    else if (given !== null) query.set(parameter, replaced(given, part, near));
    else {
      const name = inPath(fault, params);
      if (name === undefined) return undefined;
      values[name] = replaced(params[name] ?? "", part, near);
    }
  }
  if (faults.length === 0) return undefined;
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ""));
  const rest = query.toString().replaceAll("%2C", ",");
  return `${filled}${rest === "" ? "" : `?${rest}`}`;
}

/** A problem with the request that is likely meant, where everything that is wrong has something in its place. */
export function withCorrection(problem: Problem, request: Request): Problem {
  const instead = problem.instead ?? corrected(problem, request);
  return instead === undefined ? problem : problem.suggesting(instead);
}

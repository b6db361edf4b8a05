import { raw } from "hono/html";
import { Bounded } from "../text/bounded.ts";
import { remembered } from "../text/remembered.ts";
import type { LanguageCode } from "./paths.ts";
import { audienceParams, type View } from "./view.ts";

/** Finished markup, as raw() makes it. */
type Finished = ReturnType<typeof raw>;

/** Markup that needs nothing that is not there yet. */
type Made = { toString(): string } | Promise<unknown> | null;

/**
 * Markup in one piece. The engine keeps text that was put together as a tree of its parts, which every page
 * would go through again; to search in it makes it one.
 */
function finished(made: Made): Finished {
  const text = String(made ?? "");
  text.indexOf("\0");
  return raw(text);
}

/**
 * A part of a page that is the same for every person and has no links within the site, which keep the
 * person: made once for a part of a record and a language.
 * @param make must not read the person, the day or the path of the view
 */
export function sameForAll<T extends object>(
  make: (view: View, of: T) => Made,
): (view: View, of: T) => Finished {
  const known = new WeakMap<T, Partial<Record<LanguageCode, Finished>>>();
  return (view, of) => {
    const languages = known.get(of) ?? {};
    known.set(of, languages);
    languages[view.code] ??= finished(make(view, of));
    return languages[view.code] as Finished;
  };
}

/** The people, languages and variants for whom a part is kept. */
const KEPT = 500;

/** What links of the site keep. */
const personKey = remembered((view: View): string =>
  JSON.stringify([view.code, view.prefix, audienceParams(view)]),
);

/**
 * A part that is the same on every page for a person in a language, such as links, which keep the person.
 * @param make must not read the publication, the origin or the path of the view
 */
export function sameForPerson<V extends string>(
  make: (view: View, variant: V | undefined) => Made,
): (view: View, variant?: V) => Finished {
  const known = new Bounded<Finished>(KEPT);
  return (view, variant) => {
    const key = `${variant ?? ""} ${personKey(view)}`;
    const before = known.get(key);
    if (before) return before;
    const made = finished(make(view, variant));
    known.set(key, made);
    return made;
  };
}

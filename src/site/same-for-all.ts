import { raw } from "hono/html";
import type { Platform } from "../model/index.ts";
import type { LanguageCode } from "./paths.ts";
import type { View } from "./view.ts";

/** Finished markup, as raw() makes it. */
type Finished = ReturnType<typeof raw>;

/**
 * A part of a platform's page that is the same for every person and has no links within the site, which keep the
 * person: made once for a record and a language.
 * @param make must not read the person, the day or the path of the view
 */
export function sameForAll(
  make: (view: View, platform: Platform) => { toString(): string } | Promise<unknown> | null,
): (view: View, platform: Platform) => Finished {
  const known = new WeakMap<Platform, Partial<Record<LanguageCode, Finished>>>();
  return (view, platform) => {
    const languages = known.get(platform) ?? {};
    known.set(platform, languages);
    languages[view.code] ??= raw(String(make(view, platform) ?? ""));
    return languages[view.code] as Finished;
  };
}

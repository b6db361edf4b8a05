import type { Child } from "hono/jsx";
import { parseRef, type Source } from "../../../model/index.ts";
import { cite } from "../../../policy/index.ts";
import { Quote, SourceLine } from "../../components/quote.tsx";
import { recordLang } from "../../components/record-text.tsx";
import type { View } from "../../view.ts";
import type { PlatformState } from "./state.ts";

/** A document that evidence points to, and the passages in it. */
export interface Cited {
  key: string;
  source: Source;
  passages: string[];
}

/** The documents behind some facts, each once, in the order in which they are first cited. */
export function citedBy(refs: readonly string[], { platform, operator }: PlatformState): Cited[] {
  const found = new Map<string, Cited>();
  for (const ref of refs) {
    const cited = cite(ref, platform, operator);
    if (!cited) continue;
    const { shared, source: id, passage } = parseRef(ref);
    const key = `${shared ? "o-" : ""}${id}`;
    const entry = found.get(key) ?? { key, source: cited.source, passages: [] };
    if (passage !== undefined && !entry.passages.includes(passage)) entry.passages.push(passage);
    found.set(key, entry);
  }
  return [...found.values()];
}

/** Shows documents, each in full only where it first appears on the page. */
export class Documents {
  readonly #view: View;
  readonly #shown = new Set<string>();

  constructor(view: View) {
    this.#view = view;
  }

  /** One document, with the passages that were not quoted before. */
  item({ key, source, passages }: Cited): Child {
    const view = this.#view;
    const first = this.#once(key);
    const quoted = (source.passages ?? []).filter(
      (p) => passages.includes(p.id) && this.#once(`${key}#${p.id}`),
    );
    return (
      <li id={first ? `source-${key}` : undefined}>
        {first ? (
          <SourceLine view={view} source={source} archived={passages.length > 0} />
        ) : (
          <a href={`#source-${key}`} lang={recordLang(view)}>
            {source.title}
          </a>
        )}
        {quoted.map((passage) => (
          <Quote view={view} source={source} passage={passage} />
        ))}
      </li>
    );
  }

  #once(key: string): boolean {
    const first = !this.#shown.has(key);
    this.#shown.add(key);
    return first;
  }
}

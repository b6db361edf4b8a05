import { parseRef, type Source } from "../../../src/model/index.ts";
import type { View } from "../../../src/site/view.ts";
import type { Answer } from "./dataset.ts";

type Document = NonNullable<Answer["sources"]>[number];

/** The documents that an answer cites, numbered in the order in which they are first cited. */
export class Documents {
  readonly #view: View;
  readonly #known: ReadonlyMap<string, Document>;
  readonly #cited: string[] = [];

  constructor(view: View, { sources }: Answer) {
    this.#view = view;
    this.#known = new Map((sources ?? []).map((source) => [source.id, source]));
  }

  /** The numbers of the documents behind some facts: `[1] [3]`. */
  numbers(refs: readonly string[]): string {
    const ids = refs.map(parseRef).map(({ shared, source }) => (shared ? `operator:${source}` : source));
    const numbers = [...new Set(ids)]
      .filter((id) => this.#known.has(id))
      .map((id) => {
        if (!this.#cited.includes(id)) this.#cited.push(id);
        return this.#cited.indexOf(id) + 1;
      });
    return numbers
      .sort((a, b) => a - b)
      .map((n) => `[${n}]`)
      .join(" ");
  }

  /** The documents that were cited so far, in the order of their numbers. */
  list(): string[] {
    return this.#cited.flatMap((id) => {
      const source = this.#known.get(id);
      return source ? [this.#line(source)] : [];
    });
  }

  #line({ title, publisher, kind, published, seen, url }: Document): string {
    const { language } = this.#view;
    const date = published ?? seen;
    const about = [
      publisher,
      language.terms.sourceKind(kind as Source["kind"]),
      ...(date === null ? [] : [language.date(date)]),
    ];
    return `${title} (${about.join(", ")}) ${url}`;
  }
}

import { CATEGORY, termsOf } from "../../model/index.ts";
import { sentenceCase } from "../../text/lists.ts";
import type { View } from "../view.ts";
import { Choice, TermOptions } from "./chooser.tsx";

interface FilterProps<K extends string> {
  view: View;
  name: string;
  label: string;
  terms: readonly K[];
  /** The terms of the request; a link may name several, of which the form shows none. */
  chosen: readonly K[] | undefined;
  words: (term: K) => string;
}

/** A choice of one term, or of any. */
export const TermFilter = <K extends string>({ view, name, label, terms, chosen, words }: FilterProps<K>) => (
  <Choice name={name} label={label}>
    <option value="">{view.words.directory.any}</option>
    <TermOptions
      terms={terms}
      chosen={chosen?.length === 1 ? chosen[0] : undefined}
      words={(term) => sentenceCase(words(term))}
    />
  </Choice>
);

/** The choice of a category. */
export const CategoryFilter = ({
  view,
  chosen,
}: Pick<FilterProps<keyof typeof CATEGORY>, "view" | "chosen">) => (
  <TermFilter
    {...{ view, name: "category", label: view.words.directory.category, chosen }}
    terms={termsOf(CATEGORY)}
    words={(term) => view.words.categories[term]}
  />
);

import { CATEGORY, termsOf } from "../../model/index.ts";
import { sentenceCase } from "../../text/lists.ts";
import { link, type View } from "../view.ts";

type Category = keyof typeof CATEGORY;

/** Links to the page of each category. @param only those that have platforms; default: all */
export const CategoryList = ({ view, only }: { view: View; only?: ReadonlySet<string> }) => (
  <ul class="inline">
    {termsOf(CATEGORY)
      .filter((category) => only?.has(category) ?? true)
      .map((category: Category) => (
        <li>
          <a href={link(view, `/categories/${category}`)}>{sentenceCase(view.words.categories[category])}</a>
        </li>
      ))}
  </ul>
);

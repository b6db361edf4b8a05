import { raw } from "hono/html";
import type { Verdict as Term } from "../../policy/index.ts";
import type { View } from "../view.ts";
import { Verdict } from "./verdict.tsx";

interface ShareProps {
  view: View;
  verdict: Term;
  /** How many are practised, or state what needs no practice. */
  practised: number;
  /** How many are only permitted: hatched. */
  permitted: number;
  /** The number that fills the width. */
  most: number;
  href: string;
}

const percent = (count: number, most: number): number => Math.round((1000 * count) / most) / 10;

/** One verdict in a chart: its switch and words, how many have it, and a bar. */
export const Share = ({ view, verdict, practised, permitted, most, href }: ShareProps) => {
  const [solid, hatched] = [percent(practised, most), percent(permitted, most)];
  const bar = `<svg class="bar v-${verdict}" width="100%" height="14" aria-hidden="true"><rect width="${solid}%" height="14" fill="currentColor"/><rect x="${solid}%" width="${hatched}%" height="14" fill="url(#hatch)" stroke="currentColor"/></svg>`;
  return (
    <tr>
      <th scope="row">
        <a href={href}>
          <Verdict view={view} shown={{ verdict, certainty: null }} />
        </a>
      </th>
      <td>
        {raw(bar)}
        <span class="count">
          {practised + permitted}
          {permitted > 0 ? <small>{view.words.home.permitted(permitted)}</small> : null}
        </span>
      </td>
    </tr>
  );
};

import { raw } from "hono/html";
import type { Verdict as Term } from "../../policy/index.ts";
import type { View } from "../view.ts";
import { barOf } from "./bar.ts";
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

/** One verdict in a chart: its switch and words, how many have it, and a bar. */
export const Share = ({ view, verdict, practised, permitted, most, href }: ShareProps) => {
  const colour = `v-${verdict}`;
  const bar = barOf(
    [
      { count: practised, colour },
      { count: permitted, colour, fill: "hatched" },
    ],
    most,
  );
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

import { link, type View } from "../view.ts";
import type { Shown } from "./switch.tsx";
import { Verdict } from "./verdict.tsx";

/** What a list shows of a platform; the sentence is in the page's language. */
export interface Listed {
  id: string;
  name: string;
  headline: Shown & { sentence: string };
}

/** A platform in a list: its name, its verdict, and its answer in a sentence, which short lists omit. */
export const PlatformRow = ({
  view,
  platform,
  short = false,
}: {
  view: View;
  platform: Listed;
  short?: boolean;
}) => (
  <li class="platform">
    <h3>
      <a href={link(view, `/platforms/${platform.id}`)}>{platform.name}</a>
    </h3>
    <Verdict view={view} shown={platform.headline} />
    {short ? null : <p>{platform.headline.sentence}</p>}
  </li>
);

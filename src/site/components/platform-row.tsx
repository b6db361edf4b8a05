import { link, type View } from "../view.ts";
import type { Shown } from "./switch.tsx";
import { Verdict } from "./verdict.tsx";

/** What a list shows of a platform; the sentence is in the page's language. */
export interface Listed {
  id: string;
  name: string;
  headline: Shown & { sentence: string };
}

/** A platform in a list: its verdict, its name, and its answer in a sentence. */
export const PlatformRow = ({ view, platform }: { view: View; platform: Listed }) => (
  <li class="platform">
    <h3>
      <a href={link(view, `/platforms/${platform.id}`)}>{platform.name}</a>
    </h3>
    <Verdict view={view} shown={platform.headline} />
    <p>{platform.headline.sentence}</p>
  </li>
);

import { link, type View } from "../view.ts";
import { RecordText } from "./record-text.tsx";
import type { Shown } from "./switch.tsx";
import { Verdict } from "./verdict.tsx";

/** What a list shows of a platform. */
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
    <p>
      <RecordText view={view}>{platform.headline.sentence}</RecordText>
    </p>
  </li>
);

import { termsOf, VERDICT } from "../../model/index.ts";
import type { Verdict } from "../../policy/index.ts";
import { link, type View } from "../view.ts";
import { personInWords } from "../whom.ts";
import type { Listed } from "./platform-row.tsx";
import { Share } from "./shares.tsx";

/** Platforms by the verdict of their headline, with how firmly the use is known. */
interface World {
  total: number;
  verdicts: { verdict: Verdict; practised: number; permitted: number }[];
}

function worldOf(platforms: readonly Listed[]): World {
  const verdicts = termsOf(VERDICT).map((verdict) => {
    const among = platforms.filter((p) => p.headline.verdict === verdict);
    const permitted = among.filter((p) => p.headline.certainty === "permitted").length;
    return { verdict, permitted, practised: among.length - permitted };
  });
  return { total: platforms.length, verdicts: verdicts.filter((v) => v.practised + v.permitted > 0) };
}

/** The state of the world: how many platforms have which verdict. What is only permitted is hatched. */
export const WorldTable = ({ view, platforms }: { view: View; platforms: readonly Listed[] }) => {
  const { home } = view.words;
  const { total, verdicts } = worldOf(platforms);
  const most = Math.max(...verdicts.map((v) => v.practised + v.permitted));
  return (
    <table class="world">
      <caption>{home.world(total, personInWords(view))}</caption>
      <thead class="hidden">
        <tr>
          <th scope="col">{home.verdict}</th>
          <th scope="col">{home.count}</th>
        </tr>
      </thead>
      <tbody>
        {verdicts.map((shares) => (
          <Share
            view={view}
            {...shares}
            most={most}
            href={link(view, "/platforms", { verdict: shares.verdict })}
          />
        ))}
      </tbody>
    </table>
  );
};

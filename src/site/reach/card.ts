import { audienceParams } from "../../api/http/audience.ts";
import type { Card } from "../../api/http/pictures.ts";
import type { Platform } from "../../model/index.ts";
import { isWithdrawn, type OtherAudience, type Resolved } from "../../policy/index.ts";
import { sentenceCase } from "../../text/lists.ts";
import { generalPicture } from "../components/head.ts";
import { formOf, shapesOf } from "../components/switch.tsx";
import { resource, Substitute } from "../http/resource.ts";
import { platformState } from "../pages/platform/state.ts";
import type { View } from "../view.ts";

/** What the card of a platform is made from. */
interface Answered {
  platform: Platform;
  resolved: Resolved;
  others: readonly OtherAudience[];
}

/**
 * The picture of an answer, for links on other sites. It says nothing of the person, so that people with the same
 * answer have the same picture.
 */
export function cardOf(
  { language, words, who }: Pick<View, "language" | "words" | "who">,
  { platform, resolved, others }: Answered,
): Card {
  const withdrawn = isWithdrawn(platform, who.asOf);
  const shown = withdrawn ? ({ verdict: "not-stated", certainty: null } as const) : resolved.headline;
  const form = formOf(shown);
  const depends = who.region === null && others.some(({ facet }) => facet === "region");
  return {
    name: platform.name,
    sentence: language.headline(platform, resolved),
    answer: sentenceCase(language.answer(shown)),
    note: depends && !withdrawn ? words.reach.depends : undefined,
    form,
    shapes: shapesOf(form),
  };
}

/** /card/{id}.png: where this server has none, the picture of the project. */
export const card = resource({
  path: "/card/:id",
  suffix: ".png",
  type: "image/png",
  query: audienceParams,
  listed: false,
  make: async ({ s, at, view, id }) => {
    const shown = cardOf(view, await platformState(s, at, id, view.who));
    const png = await s.pictures?.png(shown);
    if (png === undefined) throw new Substitute(generalPicture(view).path);
    return png;
  },
});

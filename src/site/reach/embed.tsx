import { html } from "hono/html";
import * as z from "zod";
import { audienceParams } from "../../api/http/audience.ts";
import { LICENCE } from "../../model/index.ts";
import { isWithdrawn } from "../../policy/index.ts";
import { sentenceCase } from "../../text/lists.ts";
import { asset } from "../components/head.ts";
import { formOf, Switch, shapesOf } from "../components/switch.tsx";
import { documentOf, HTML_TYPE } from "../http/page.ts";
import { resource } from "../http/resource.ts";
import { dayOf } from "../pages/platform/answer.tsx";
import { linkLabel } from "../pages/platform/link-label.ts";
import { type PlatformState, platformState } from "../pages/platform/state.ts";
import { NAME } from "../project.ts";
import { link, type View } from "../view.ts";
import { personInWords } from "../whom.ts";

/** Where a link leads, and its words. */
interface Link {
  text: string;
  url: string;
}

/**
 * What other sites show of a platform: the frame and the element of src/site/assets/embed.js show the same. Every text
 * is in the language of the path, so that they need no words of their own.
 */
function embedded(view: View, { platform, resolved }: PlatformState) {
  const { language, words, origin, publication, who } = view;
  const { headline } = resolved;
  const withdrawn = isWithdrawn(platform, who.asOf);
  const control = resolved.practices.flatMap((p) => p.controls).find((c) => c.id === headline.control);
  const action: Link | null =
    !withdrawn && control?.url !== undefined && control.kind !== "email"
      ? { text: linkLabel(view, control), url: control.url }
      : null;
  const shown = withdrawn ? ({ verdict: "not-stated", certainty: null } as const) : headline;
  return {
    platform: { id: platform.id, name: platform.name },
    language: view.code,
    sentence: language.headline(platform, resolved),
    verdict: shown.verdict,
    certainty: shown.certainty,
    answer: sentenceCase(language.answer(shown)),
    whom: sentenceCase(words.platform.whom(personInWords(view), dayOf(view))),
    drawing: { form: formOf(shown), shapes: shapesOf(formOf(shown)) },
    action,
    more: { text: words.reach.more, url: origin + link(view, `/platforms/${platform.id}`) } satisfies Link,
    source: { text: `${NAME} · ${LICENCE.name}`, url: origin + link(view, "/") } satisfies Link,
    release: publication?.version ?? null,
  };
}

/** A link that leaves the frame. */
const Out = ({ to, button = false }: { to: Link; button?: boolean }) => (
  <a href={to.url} target="_blank" rel="noopener" class={button ? "button" : undefined}>
    {to.text}
  </a>
);

const Frame = ({ view, state, theme }: { view: View; state: PlatformState; theme: string | undefined }) => {
  const { platform, sentence, answer, whom, action, more, source, verdict, certainty } = embedded(
    view,
    state,
  );
  return (
    <html lang={view.code} data-theme={theme}>
      {html`<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${platform.name}: ${answer}</title><meta name="robots" content="noindex"><meta name="color-scheme" content="${theme ?? "light dark"}"><link rel="stylesheet" href="${asset("embed.css")}"></head>`}
      <body>
        <main>
          <h1>{platform.name}</h1>
          <p class="verdict">
            <Switch shown={{ verdict, certainty }} />
            {answer}
          </p>
          <p class="sentence">{sentence}</p>
          <p class="whom">{whom}</p>
          <p class="links">
            {action === null ? null : <Out to={action} button />} <Out to={more} />
          </p>
          <p class="source">
            <Out to={source} />
          </p>
        </main>
      </body>
    </html>
  );
};

const common = { path: "/embed/:id", listed: false } as const;

/** /embed/{id}: the only page that other sites may show in a frame. */
export const embed = resource({
  ...common,
  type: HTML_TYPE,
  query: {
    ...audienceParams,
    theme: z.enum(["light", "dark"], { error: "is neither light nor dark." }).optional(),
  },
  make: async ({ s, at, view, id, query }) =>
    documentOf(<Frame view={view} state={await platformState(s, at, id, view.who)} theme={query.theme} />),
});

/** /embed/{id}.json: what the frame says, for the element. */
export const embedJson = resource({
  ...common,
  suffix: ".json",
  type: "application/json; charset=utf-8",
  query: audienceParams,
  make: async ({ s, at, view, id }) =>
    `${JSON.stringify(embedded(view, await platformState(s, at, id, view.who)))}\n`,
});

import type { Child } from "hono/jsx";
import type { View } from "../view.ts";

/** The `lang` of an element with text of a record, which is English; undefined where the page is. */
export const recordLang = ({ code }: View): string | undefined => (code === "en" ? undefined : "en");

/** Text of a record inside other text. */
export function RecordText({ view, children }: { view: View; children?: Child }) {
  const lang = recordLang(view);
  // biome-ignore lint/complexity/noUselessFragments: a component gives an element.
  return lang === undefined ? <>{children}</> : <span lang={lang}>{children}</span>;
}

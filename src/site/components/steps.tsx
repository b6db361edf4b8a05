import type { Child } from "hono/jsx";

/** Steps in order. @param lang the language of all of them, where it is not the page's */
export const Steps = ({ items, lang }: { items: readonly Child[]; lang?: string | undefined }) => (
  <ol class="steps" lang={lang}>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ol>
);

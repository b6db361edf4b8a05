import type { Child } from "hono/jsx";

/** A part of a page: its heading, a line about it, and its contents. */
export const Section = ({
  id,
  title,
  lang,
  lead,
  minor = false,
  whole = false,
  children,
}: {
  id: string;
  title: string;
  /** The language of the title, where it is not the page's. */
  lang?: string | undefined;
  lead?: Child;
  /** One of many: not a landmark of the page. */
  minor?: boolean;
  /** Its contents have the whole width of the page: wide tables. */
  whole?: boolean;
  children?: Child;
}) => (
  <section id={id} class={whole ? "whole" : undefined} aria-labelledby={minor ? undefined : `${id}-h`}>
    <SectionHead id={id} title={title} lang={lang} lead={lead} />
    <div class={whole ? undefined : "body"}>{children}</div>
  </section>
);

/** The heading of a part of a page. */
export const SectionHead = ({
  id,
  title,
  lang,
  lead,
}: {
  id: string;
  title: string;
  lang?: string | undefined;
  lead?: Child;
}) => (
  <div class="head">
    <h2 id={`${id}-h`} lang={lang}>
      {title}
    </h2>
    {lead ? <div>{lead}</div> : null}
  </div>
);

import type { Child } from "hono/jsx";

/** A part of a page: its heading, a line about it, and its contents. */
export const Section = ({
  id,
  title,
  lead,
  children,
}: {
  id: string;
  title: Child;
  lead?: Child;
  children?: Child;
}) => (
  <section id={id} aria-labelledby={`${id}-h`}>
    <SectionHead id={id} title={title} lead={lead} />
    <div class="body">{children}</div>
  </section>
);

/** The heading of a part of a page. */
export const SectionHead = ({ id, title, lead }: { id: string; title: Child; lead?: Child }) => (
  <div class="head">
    <h2 id={`${id}-h`}>{title}</h2>
    {lead ? <p>{lead}</p> : null}
  </div>
);

import type { Child } from "hono/jsx";

/** Something that may be wider than the window, and then scrolls by itself. */
export const Wide = ({ label, children }: { label: string; children?: Child }) => (
  // biome-ignore lint/a11y/useSemanticElements: a section would be a landmark with a heading, a fieldset a form.
  <div class="wide" tabindex={0} role="group" aria-label={label}>
    {children}
  </div>
);

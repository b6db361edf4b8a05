import type { Child } from "hono/jsx";

/** Steps in order. */
export const Steps = ({ items, start }: { items: readonly Child[]; start?: number }) => (
  <ol class="steps" start={start}>
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ol>
);

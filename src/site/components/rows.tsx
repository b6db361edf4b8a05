import type { Child } from "hono/jsx";

/** A name and what it is. */
export interface Row {
  name: Child;
  value: Child;
}

/** Names and what they are, one a row. Those without a value are omitted. */
export const Rows = ({
  rows,
  compact = false,
}: {
  rows: readonly (Row | undefined)[];
  compact?: boolean;
}) => (
  <dl class={compact ? "rows compact" : "rows"}>
    {rows.map((row) =>
      row ? (
        <div>
          <dt>{row.name}</dt>
          <dd>{row.value}</dd>
        </div>
      ) : null,
    )}
  </dl>
);

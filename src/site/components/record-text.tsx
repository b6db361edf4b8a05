import type { Child } from "hono/jsx";
import type { View } from "../view.ts";

/** Text of a record, which is English: marked as such on pages in other languages. */
export const RecordText = ({ view, children }: { view: View; children?: Child }) =>
  view.code === "en" ? <>{children}</> : <span lang="en">{children}</span>;

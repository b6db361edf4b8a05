import type { View } from "../view.ts";
import { Wide } from "./wide.tsx";

/** Code that is to be copied. */
export const Code = ({ view, text }: { view: View; text: string }) => (
  <Wide label={view.words.developers.code}>
    <pre>
      <code>{text}</code>
    </pre>
  </Wide>
);

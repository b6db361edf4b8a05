import type { View } from "../view.ts";
import { type Shown, Switch } from "./switch.tsx";

/** A verdict: its switch, and its words beside it. @param text other words than those of the verdict */
export const Verdict = ({ view, shown, text }: { view: View; shown: Shown; text?: string }) => (
  <span class="verdict">
    <Switch shown={shown} />
    <span>{text ?? view.language.answer(shown)}</span>
  </span>
);

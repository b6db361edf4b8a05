import type { Control } from "../../../model/index.ts";
import type { View } from "../../view.ts";

/** The host of a link, as people read it. */
const hostOf = (url: string): string => new URL(url).hostname.replace(/^www\./, "");

/** What the link to a control says: what opens, and where. */
export function linkLabel({ words }: View, { kind, url = "" }: Control): string {
  const { openSetting, openForm, openPage } = words.choices;
  const open = kind === "setting" ? openSetting : kind === "form" ? openForm : openPage;
  return open(hostOf(url));
}

import { withVisibleCharacters } from "./characters.ts";

const MOST = 80;

/** A value as it is quoted in messages: as JSON, with everything invisible escaped. */
export function show(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  const shown = withVisibleCharacters(text.slice(0, 2 * MOST));
  if (shown.length <= MOST && text.length <= 2 * MOST) return shown;
  const cut = shown.slice(0, MOST - 3);
  // Not in the middle of a pair.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

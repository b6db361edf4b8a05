/** The most bytes of a tool's text: a model reads all of it, and the structured content has the rest. */
export const MOST_BYTES = 1500;

const REST = "… The structured content has the rest.";

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The beginning of a text that fits, at the end of a character. */
function beginning(text: string, most: number): string {
  let kept = "";
  for (const character of text) {
    if (bytesOf(kept + character) > most) break;
    kept += character;
  }
  return kept;
}

/** Lines as one text of at most {@link MOST_BYTES}: of what does not fit, the last lines are omitted, which is said. */
export function textOf(lines: readonly (string | false | null | undefined)[]): string {
  const given = lines.filter((line) => typeof line === "string" && line !== "");
  const whole = given.join("\n");
  if (bytesOf(whole) <= MOST_BYTES) return whole;
  const room = MOST_BYTES - bytesOf(`\n${REST}`);
  const [first = "", ...others] = given as string[];
  let text = beginning(first, room);
  for (const line of others) {
    if (bytesOf(`${text}\n${line}`) > room) break;
    text += `\n${line}`;
  }
  return `${text}\n${REST}`;
}

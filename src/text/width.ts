import { createRequire } from "node:module";

/** Loaded when it is first needed: that takes 30 ms, and most runs find no problem whose line is shown. */
let stringWidth: typeof import("string-width")["default"] | undefined;

/** The cells that a text takes in a terminal: two for an ideograph or an emoji, none for a combining mark. */
export function cellsOf(text: string): number {
  stringWidth ??= (createRequire(import.meta.url)("string-width") as typeof import("string-width")).default;
  return stringWidth(text, { countAnsiEscapeCodes: true });
}

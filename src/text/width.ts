import stringWidth from "string-width";

/** The cells that a text takes in a terminal: two for an ideograph or an emoji, none for a combining mark. */
export const cellsOf = (text: string): number => stringWidth(text, { countAnsiEscapeCodes: true });

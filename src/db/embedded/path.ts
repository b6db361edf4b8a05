import { resolve } from "node:path";

/** The path of `file:…`. */
export const pathOf = (url: string): string => resolve(url.slice("file:".length));

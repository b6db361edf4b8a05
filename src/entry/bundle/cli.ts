/** What the bundle of the command line has: the program, and whether it is made from the present sources. */
export { start as main } from "../cli/adu.ts";
export { isCurrent } from "./sources.ts";

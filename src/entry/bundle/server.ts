/** What the bundle of the server has: the program, and whether it is made from the present sources. */
export { main } from "../node.ts";
export { isCurrent } from "./sources.ts";

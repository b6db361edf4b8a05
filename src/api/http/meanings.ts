/** Loads what finds what may be meant: only errors need it, so that a server starts without it. */
export const meanings = () => import("./meanings/index.ts");

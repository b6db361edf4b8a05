import type { Child } from "hono/jsx";

/** Something that a reader should know before the rest. */
export const Notice = ({ children }: { children?: Child }) => <aside class="notice">{children}</aside>;

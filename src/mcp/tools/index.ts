import type { Tool } from "../tool.ts";
import { answer } from "./answer.ts";
import { compare } from "./compare.ts";
import { events } from "./events.ts";
import { lookup } from "./lookup.ts";
import { search } from "./search.ts";

/** Every tool, in the order in which they are listed. A new one is one line here. */
export const TOOLS: readonly Tool[] = [lookup, answer, compare, events, search];

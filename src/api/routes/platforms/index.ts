import { history } from "./history.ts";
import { list } from "./list.ts";
import { one, optOut } from "./one.ts";

/** /platforms */
export const platformEndpoints = [list, one, optOut, history];

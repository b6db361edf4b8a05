import { history } from "./history.ts";
import { list } from "./list.ts";
import { one, optOut, record } from "./one.ts";

/** /platforms */
export const platformEndpoints = [list, one, record, optOut, history];

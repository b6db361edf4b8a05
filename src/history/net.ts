import type { Json } from "../text/json.ts";
import { type Change, compare } from "./compare.ts";
import { isPresented } from "./presented.ts";
import { withId } from "./renames.ts";

/**
 * The net changes between two states of a record that people are shown, in the order of their places. A renamed
 * record is compared under its new id.
 * @param key the record's key in the later state: `platforms/vibe`
 */
export function netChanges(key: string, before: Json | undefined, after: Json | undefined): Change[] {
  const was = before === undefined || after === undefined ? before : withId(before, key);
  return compare(was, after).filter((change) => isPresented(change, after));
}

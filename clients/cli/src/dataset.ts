import type { Audience } from "../../../src/model/index.ts";
import type { PlatformAnswer } from "../../typescript/src/index.ts";

/** What the command shows of an answer: what the API answers at /platforms/{id} with evidence and sources, without what only a server knows. */
export type Answer = Omit<
  PlatformAnswer,
  "meta" | "added" | "changed" | "review" | "record" | "events" | "myths"
>;

/** A platform that was found, and the plan that the host by which it was found implies. */
export interface Found {
  id: string;
  plan: Audience["plan"] | undefined;
}

/** Where answers come from: the installed records, or a server. */
export interface Dataset {
  /**
   * The platform that text means: its id, a former id, its name, a URL, a domain or an app.
   * @throws {UnknownPlatform}
   */
  find(written: string): Promise<Found>;
  /** A platform's answer, and the release that it comes from. */
  answer(id: string, who: Audience): Promise<{ release: string; answer: Answer }>;
}

/** The dataset has no such platform; the message says which is meant. */
export class UnknownPlatform extends Error {
  override name = "UnknownPlatform";
}

/** The server did not answer; the message says why. */
export class Unavailable extends Error {
  override name = "Unavailable";
}

/** Is text an address and not a name? */
export const isAddress = (written: string): boolean => /[./:]/.test(written);

/** What the command shows of the API's answer. */
export function shown({
  added: _,
  changed: __,
  review: ___,
  record: ____,
  events: _____,
  myths: ______,
  ...answer
}: Omit<PlatformAnswer, "meta">): Answer {
  return answer;
}

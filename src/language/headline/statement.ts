import type { ACTOR, CATEGORY, DATA_CATEGORY } from "../../model/index.ts";
import type { Kind } from "../../policy/answer.ts";

/*
 * What a headline says, without words: each language makes one sentence from each statement.
 */

/** Data as a sentence names it. */
export type DataItem =
  | { is: "kind"; kind: Kind }
  | { is: "category"; category: keyof typeof DATA_CATEGORY }
  | Subject
  /** Further kinds of data that are not named. */
  | { is: "other" };

/** The words of a record, in English, with what another language can name instead. */
export interface Subject {
  is: "subject";
  text: string;
  kinds: readonly Kind[];
  categories: readonly (keyof typeof DATA_CATEGORY)[];
  /** Is another part about the same kinds, so that these do not say enough? */
  exact: boolean;
}

/** What it means for a person who does nothing, and what they can do. */
export type Condition =
  /** Done unless someone acts. */
  | { is: "unless"; act: "switch-off" | "object" | "opt-out"; actor: keyof typeof ACTOR }
  /** Asked, with yes preselected. */
  | { is: "unless-refused" }
  /** Asked, with nothing preselected. */
  | { is: "after-asking" }
  | { is: "if-agreed" }
  /** Nothing stops it; `partly`: something stops a part of it, or may be refused. */
  | { is: "no-choice"; partly: boolean }
  /** The default is not stated; `stoppable`: but there is a way to stop it. */
  | { is: "not-stated"; stoppable: boolean };

/** Data is used, or may be used by permission. */
export interface Use {
  says: "use";
  /** Does the sentence name the platform? Otherwise a pronoun takes its place. */
  named: boolean;
  /** Does it follow another use? */
  also: boolean;
  /** `permitted` must never be said like `practised`. */
  certainty: "practised" | "permitted";
  /** Who trains: the platform, with AI of its own (`its`) or of a kind that is not stated (`models`); its group; other companies. */
  trains: "its" | "models" | "group" | "others";
  /** `same`: the data of the sentence before. */
  data: readonly DataItem[] | "same";
  condition: Condition;
}

/** The platform says that it does not use data. */
export interface Denial {
  says: "denial";
  named: boolean;
  /** `named` models: the English words of the record. */
  models: "any" | "generative" | { named: string };
  data: readonly DataItem[];
  /** Is it beside uses, of a part of the data? */
  beside: boolean;
}

/** One statement of a headline. */
export type Statement =
  | Use
  | Denial
  /** The terms also permit training with other content. */
  | { says: "permitted"; data: readonly DataItem[] }
  /** Data that is not used, beside what is. */
  | { says: "excepted"; data: readonly DataItem[] }
  /** Data about which the documents are silent, beside what they state; `other`: except for the models that a denial names. */
  | { says: "silent"; data: readonly DataItem[]; other: boolean }
  /** Nothing is stated about a person's own data; `limited`: beside a denial for some models. */
  | { says: "unknown"; limited: boolean }
  /** A general licence would allow it. */
  | { says: "licence" }
  /** Models that rank or classify are trained. */
  | { says: "ranking" }
  /** Data from the web is used, in which a person may appear. */
  | { says: "web" }
  /** The documents contradict each other. */
  | { says: "disputed" };

/** The platform that a headline is about. */
export interface About {
  name: string;
  category: keyof typeof CATEGORY;
}

import type { LanguageCode } from "../../../src/language/index.ts";
import type { Audience } from "../../../src/model/index.ts";
import { type View, viewOf } from "../../../src/site/view.ts";
import { personInWords } from "../../../src/site/whom.ts";

/** The words of the pages for people, for one person and day. */
export const viewFor = (code: LanguageCode, who: Audience): View =>
  viewOf({
    code,
    prefix: undefined,
    who,
    today: new Date().toISOString().slice(0, 10),
    publication: undefined,
    release: undefined,
    origin: "",
    address: { path: "", params: {} },
  });

/** For whom and which day an answer is: `for adults in Germany on the free plan, today`. */
export const whomInWords = (view: View): { person: string; day: string } => ({
  person: personInWords(view),
  day: view.who.asOf === view.today ? view.words.platform.today : view.language.onDate(view.who.asOf),
});

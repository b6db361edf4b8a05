import { CONTENT_KINDS, type Control, type Platform } from "../../model/index.ts";
import type { Kind, ResolvedPractice } from "../../policy/answer.ts";
import type { Headline, HeadlinePart } from "../../policy/headline.ts";
import type { Resolved } from "../../policy/resolve.ts";
import { stops } from "../../policy/verdict.ts";
import { isWithdrawn } from "../../policy/withdrawal.ts";
import { groupBy } from "../../text/group-by.ts";
import { joinPresent } from "../../text/lists.ts";
import {
  type Context,
  dataOf,
  deniedData,
  kindItems,
  permittedData,
  practicesOf,
  subjectItem,
} from "./data.ts";
import type { About, Condition, Statement } from "./statement.ts";

/*
 * What the headline says, by rules and in every language alike: who trains AI with which data, what a person
 * can do, and what is not used.
 */

/** Who trains, where data is given to others. */
const othersOf = (part: HeadlinePart, context: Context): "group" | "others" =>
  practicesOf(part, context).every((p) => p.recipients.every((r) => r === "affiliates")) ? "group" : "others";

function trainsOf(part: HeadlinePart, context: Context): "its" | "models" | "group" | "others" {
  if (part.by === "others") return othersOf(part, context);
  return practicesOf(part, context).every((p) => p.model === "unstated") ? "models" : "its";
}

/** Is a part about the data of the part before it, and only the recipients differ? */
const isSameData = (part: HeadlinePart, before: HeadlinePart | undefined): boolean =>
  before !== undefined &&
  before.by !== part.by &&
  before.verdict === part.verdict &&
  before.kinds.join() === part.kinds.join();

/** What a person can do to stop the practices of a part. */
function actionFor(part: HeadlinePart, context: Context): Condition {
  const controls = practicesOf(part, context).flatMap((p) => p.controls.find(stops) ?? []);
  const kinds = new Set(controls.map((c) => c.kind));
  const actor = controls.find((c) => c.actor !== "user")?.actor ?? "user";
  const only = kinds.size === 1 ? [...kinds][0] : undefined;
  if (only === "setting") return { is: "unless", act: "switch-off", actor };
  return { is: "unless", act: only === "form" || only === "email" ? "object" : "opt-out", actor };
}

/** A setting, form or message that stops a use only in part, or may be refused. */
const isPartial = ({ kind }: Control): boolean => ["setting", "form", "email"].includes(kind);

/** What a part means for a person who does nothing. */
function conditionOf(part: HeadlinePart, context: Context): Condition {
  const practices = practicesOf(part, context);
  switch (part.verdict) {
    case "on-by-default":
      return actionFor(part, context);
    case "asked":
      return {
        is: practices.every((p) => p.defaultState === "asked-on") ? "unless-refused" : "after-asking",
      };
    case "off-by-default":
      return { is: "if-agreed" };
    case "no-choice":
      return { is: "no-choice", partly: practices.some((p) => p.controls.some(isPartial)) };
    default:
      return { is: "not-stated", stoppable: practices.every((p) => p.controls.some(stops)) };
  }
}

/** Where a part is in the headline. */
interface Position {
  /** Is it the first sentence? */
  first: boolean;
  /** The part before it. */
  before: HeadlinePart | undefined;
}

/** A part as a statement. */
function partStatement(part: HeadlinePart, { first, before }: Position, context: Context): Statement {
  if (part.verdict === "not-used") {
    const generative = practicesOf(part, context).every((p) => p.model === "generative");
    const models = generative ? "generative" : "any";
    return { says: "denial", named: first, models, data: dataOf(part, context), beside: true };
  }
  return {
    says: "use",
    named: first,
    also: !first && before !== undefined && before.verdict !== "not-used",
    certainty: part.certainty === "practised" ? "practised" : "permitted",
    trains: trainsOf(part, context),
    data: isSameData(part, before) ? "same" : dataOf(part, context),
    condition: conditionOf(part, context),
  };
}

const ownOf = (context: Context): ResolvedPractice[] =>
  [...context.practices.values()].filter((p) => p.by === "own");

/** Denials that are limited to some models. */
const limitedDenials = (named: boolean, context: Context): Statement[] =>
  ownOf(context).flatMap((p): Statement[] => {
    if (p.onlyModels === null) return [];
    const subject = subjectItem(p);
    const data = subject === undefined ? kindItems(p.kinds) : [subject];
    return [{ says: "denial", named, models: { named: p.onlyModels }, data, beside: false }];
  });

/** Nothing stated: the documents are silent, or have a licence that does not mention AI. */
function silence(context: Context): Statement[] {
  const own = ownOf(context);
  const limited = limitedDenials(true, context);
  const statements: [Statement, boolean][] = [
    [{ says: "licence" }, own.some((p) => p.certainty === "general-licence")],
    [
      { says: "ranking" },
      [...context.practices.values()].some((p) => p.by === "other-models" && p.certainty === "practised"),
    ],
    [{ says: "web" }, own.some((p) => p.kinds.includes("from-others") && p.certainty === "practised")],
  ];
  return [
    ...limited,
    { says: "unknown", limited: limited.length > 0 },
    ...statements.filter(([, holds]) => holds).map(([statement]) => statement),
  ];
}

/** Any AI, or only generative AI where other models are trained with the same data. */
function deniedModels(kinds: readonly Kind[], context: Context): "any" | "generative" {
  const others = [...context.practices.values()].some(
    (p) => p.by === "other-models" && p.certainty !== null && p.kinds.some((kind) => kinds.includes(kind)),
  );
  return others ? "generative" : "any";
}

/** The kinds that are not used, unless a part has said it of the same practices. */
function excepted({ except, split }: Headline, context: Context): Statement[] {
  if (except.length === 0) return [];
  const said = new Set(split.filter((p) => p.verdict === "not-used").flatMap((p) => p.practices));
  const denying = ownOf(context).filter(
    (p) => p.verdict === "not-used" && p.kinds.some((kind) => except.includes(kind)),
  );
  if (denying.length > 0 && denying.every((p) => said.has(p.id))) return [];
  return [{ says: "excepted", data: deniedData(except, context) }];
}

/** Kinds about which nothing is stated, beside those with an answer; those with a denial of some models on their own. */
function silent({ silent: kinds }: Headline, context: Context): Statement[] {
  const limited = new Set(ownOf(context).flatMap((p) => (p.onlyModels === null ? [] : p.kinds)));
  return [false, true].flatMap((other): Statement[] => {
    const data = kinds.filter((kind) => limited.has(kind) === other);
    return data.length === 0 ? [] : [{ says: "silent", data: kindItems(data), other }];
  });
}

const isContent = (kind: Kind): boolean => CONTENT_KINDS.some((content) => content === kind);
const isPersonal = (kind: Kind): boolean => kind === "activity" || kind === "account";

/** The practices that use other data than content, where the terms only permit the use of content, or it is denied. */
function practisedBeside({ headline, practices }: Resolved): ResolvedPractice[] {
  if (headline.certainty !== "permitted" && headline.verdict !== "not-used") return [];
  const said = new Set(headline.split.flatMap((part) => part.practices));
  return practices.filter(
    ({ id, by, certainty, kinds }) =>
      by === "own" &&
      certainty === "practised" &&
      !said.has(id) &&
      kinds.some(isPersonal) &&
      !kinds.some(isContent),
  );
}

/** Practices as statements, those with the same verdict together. */
function besideStatements(practices: readonly ResolvedPractice[], context: Context): Statement[] {
  return [...groupBy(practices, (p) => p.verdict)].map(([verdict, same]): Statement => {
    const kinds = [...new Set(same.flatMap((p) => p.kinds))];
    const practices = same.map((p) => p.id);
    const part: HeadlinePart = { verdict, certainty: "practised", by: "own", kinds, practices };
    return partStatement(part, { first: false, before: undefined }, context);
  });
}

/** What the terms permit with other content, beside what is practised. */
const permitted = ({ permitted: parts }: Headline, context: Context): Statement[] =>
  parts.length === 0 ? [] : [{ says: "permitted", data: permittedData(parts, context) }];

function statementsOf(
  headline: Headline,
  beside: readonly ResolvedPractice[],
  context: Context,
): Statement[] {
  if (headline.verdict === "disputed") return [{ says: "disputed" }];
  if (headline.lead === null) return silence(context);
  if (headline.verdict === "not-used") {
    const models = deniedModels(headline.except, context);
    const data = deniedData(headline.except, context);
    return [
      { says: "denial", named: true, models, data, beside: false },
      ...besideStatements(beside, context),
      ...silent(headline, context),
    ];
  }
  // A denial comes before what is only permitted, and after what is done.
  const practised = headline.split[0]?.certainty === "practised";
  const limited = limitedDenials(!practised, context);
  const first = practised || limited.length === 0;
  const parts = headline.split.map((part, i) =>
    partStatement(part, { first: first && i === 0, before: headline.split[i - 1] }, context),
  );
  return [
    ...(practised ? [...parts, ...limited] : [...limited, ...parts]),
    ...besideStatements(beside, context),
    ...permitted(headline, context),
    ...excepted(headline, context),
    ...silent(headline, context),
  ];
}

/** The statements of a headline, in the order in which they are said. */
export function headlineStatements(resolved: Resolved): Statement[] {
  const { headline, practices } = resolved;
  const beside = practisedBeside(resolved);
  const kinds = headline.split.flatMap((part) => part.kinds.map((kind) => `${part.by} ${kind}`));
  const twice = kinds.filter((kind, i) => kinds.indexOf(kind) !== i);
  return statementsOf(headline, beside, {
    practices: new Map(practices.map((p) => [p.id, p])),
    repeated: new Set(twice.map((key) => key.split(" ")[1] as Kind)),
    practised: new Set(beside.flatMap((p) => p.kinds)),
  });
}

/**
 * Makes a language's headline from its words.
 * @param say one statement as a sentence
 * @param withdrawal that the record of a platform was withdrawn
 */
export const headlineWith =
  (
    say: (statement: Statement, about: About) => string,
    withdrawal: (platform: Pick<Platform, "name" | "withdrawn">) => string,
  ) =>
  (platform: Pick<Platform, "name" | "category" | "withdrawn">, resolved: Resolved): string =>
    isWithdrawn(platform, resolved.audience.asOf)
      ? withdrawal(platform)
      : joinPresent(headlineStatements(resolved).map((statement) => say(statement, platform)));

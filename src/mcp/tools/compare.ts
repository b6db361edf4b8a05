import * as z from "zod";
import type { changedOverTimeSchema, sideBySideSchema } from "../../api/routes/compare/schema.ts";
import type { eventListSchema } from "../../api/routes/events/schema.ts";
import { answerInWords } from "../../language/en/index.ts";
import { addDays } from "../../model/dates.ts";
import { sentenceCase } from "../../text/lists.ts";
import { askJson, type Given, type Parameters, pathWith } from "../ask.ts";
import { sourcesInWords } from "../in-words.ts";
import { askPlatform, leading, pageOf, pathOf, peopleIn, sourcesOf } from "../platform.ts";
import {
  audienceShape,
  dayArgument,
  headlineShape,
  kindShape,
  nameShape,
  originOf,
  originShape,
  PEOPLE,
  sourceShape,
} from "../shapes.ts";
import { textOf } from "../text.ts";
import { type Answer, tool } from "../tool.ts";
import { eventOf, eventShape } from "./events.ts";

type SideBySide = z.infer<typeof sideBySideSchema>;
type ChangedOverTime = z.infer<typeof changedOverTimeSchema>;
type EventList = z.infer<typeof eventListSchema>;

const output = z.object({
  audience: audienceShape.omit({ asOf: true }),
  platforms: z.array(
    nameShape.extend({
      headline: headlineShape,
      kinds: z.array(kindShape),
      controls: z.array(z.string()),
      page: z.string().nullable(),
      sources: z.array(sourceShape),
    }),
  ),
  overTime: z
    .object({
      platform: nameShape,
      from: z.string(),
      to: z.string(),
      before: headlineShape,
      after: headlineShape,
      changes: z.array(z.object({ practice: z.string(), changes: z.array(z.string()) })),
      events: z.array(eventShape),
    })
    .nullable(),
  ...originShape,
});
type Output = z.infer<typeof output>;
type Headline = z.infer<typeof headlineShape>;

const headlineOf = ({ verdict, certainty, sentence }: Headline): Headline => ({
  verdict,
  certainty,
  sentence,
});

/** Platforms side by side: each with the documents that its headline is based on. */
async function sideBySide(
  given: Given,
  args: Parameters,
  found: SideBySide["sideBySide"],
): Promise<Output["platforms"]> {
  const people = peopleIn(args);
  const platforms: Output["platforms"] = [];
  // One after the other: each is small, and ten at once would take the place of other clients.
  for (const { id, name, headline, kinds, controls } of found) {
    const answer = await askPlatform(given, id, people);
    platforms.push({
      id,
      name,
      headline: headlineOf(headline),
      kinds,
      controls: controls.map((control) => control.name),
      page: pageOf(given, id, people),
      sources: sourcesOf(answer, leading(answer)),
    });
  }
  return platforms;
}

/** The most events of a comparison: those of one platform between two days. */
const MOST_EVENTS = 100;

async function overTime(
  given: Given,
  found: ChangedOverTime["overTime"],
): Promise<NonNullable<Output["overTime"]>> {
  const { platform, from, to, headline, practices } = found;
  const wanted = new Set(found.events.map(({ id }) => id));
  const parameters = { platform: platform.id, since: from, until: addDays(to, 1), limit: MOST_EVENTS };
  const listed =
    wanted.size === 0 ? undefined : await askJson<EventList>(given, pathWith("/events", parameters));
  return {
    platform,
    from,
    to,
    before: headlineOf(headline.before),
    after: headlineOf(headline.after),
    changes: practices
      .filter(({ changes }) => changes.length > 0)
      .map(({ title, changes }) => ({ practice: title, changes })),
    events: (listed?.items ?? []).filter(({ event }) => wanted.has(event.id)).map(eventOf),
  };
}

const capital = ({ verdict, certainty }: Headline): string =>
  sentenceCase(answerInWords({ verdict, certainty }));

function textFor({ platforms, overTime: time }: Output): string {
  if (!time)
    return textOf([
      ...platforms.map(({ name, headline }) => `${name}. ${capital(headline)}: ${headline.sentence}`),
      ...platforms.flatMap(({ sources }) => sourcesInWords(sources, 1)),
    ]);
  return textOf([
    `${time.from}: ${time.before.sentence}`,
    `${time.to}: ${time.after.sentence}`,
    ...time.changes.map(({ practice, changes }) => `${practice}: ${changes[0]}`),
    ...time.events.map(({ day, title, sources: [first] }) =>
      [`${day} ${title}`, first?.url].filter(Boolean).join(" "),
    ),
  ]);
}

async function sidesOf(given: Given, args: Parameters): Promise<Output> {
  const found = await askJson<SideBySide>(given, pathWith("/compare", args));
  const platforms = await sideBySide(given, args, found.sideBySide);
  return { audience: found.audience, platforms, overTime: null, ...originOf(found) };
}

async function timeOf(given: Given, { id, ...args }: Parameters): Promise<Output> {
  const found = await askJson<ChangedOverTime>(given, pathWith(pathOf(id, "/compare"), args));
  const compared = await overTime(given, found.overTime);
  return { audience: found.audience, platforms: [], overTime: compared, ...originOf(found) };
}

/** Platforms side by side, or one over time. */
export const compare = tool({
  name: "compare",
  title: "Compare platforms, or days",
  description: "Platforms side by side (ids), or what changed for one platform (id, from, to).",
  input: {
    ids: { type: "array", items: { type: "string" }, minItems: 1, maxItems: 10 },
    id: { type: "string" },
    from: dayArgument(),
    to: dayArgument(),
    ...PEOPLE,
  },
  output,
  async run(given, args): Promise<Answer<Output>> {
    const structured = await (args["id"] && !args["ids"] ? timeOf : sidesOf)(given, args);
    return { text: textFor(structured), structured };
  },
});

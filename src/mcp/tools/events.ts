import * as z from "zod";
import type { eventListSchema } from "../../api/routes/events/schema.ts";
import { CATEGORY, EVENT_TYPE } from "../../model/index.ts";
import { askJson, pathWith } from "../ask.ts";
import { cursorOf, PAGE_ARGUMENTS, pageLine } from "../pages.ts";
import { dayArgument, nameShape, oneOf, originOf, originShape, PEOPLE, sourceShape } from "../shapes.ts";
import { textOf } from "../text.ts";
import { tool } from "../tool.ts";

type Found = z.infer<typeof eventListSchema>;

export const eventShape = z.object({
  id: z.string(),
  platform: nameShape,
  day: z.string(),
  when: z.string(),
  upcoming: z.boolean(),
  type: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  sources: z.array(sourceShape),
});

/** An event, with the documents that show it. */
export const eventOf = ({
  id,
  platform,
  day,
  when,
  upcoming,
  event,
  sources,
}: Found["items"][number]): z.infer<typeof eventShape> => ({
  id,
  platform: { id: platform.id, name: platform.name },
  day,
  when,
  upcoming,
  type: event.type,
  title: event.title,
  detail: event.detail,
  sources,
});

/** How many events there are on a page where the call does not say. */
const PAGE = 10;

/** What platforms did, and announced that they will do. */
export const events = tool({
  name: "events",
  title: "What platforms did or will do",
  description: "What platforms did or will do about AI and people's data, newest first, with sources.",
  input: {
    platform: { type: "string" },
    category: oneOf(CATEGORY),
    type: oneOf(EVENT_TYPE),
    region: PEOPLE.region,
    since: dayArgument(),
    until: dayArgument("Exclusive"),
    upcoming: { type: "boolean" },
    ...PAGE_ARGUMENTS,
  },
  output: z.object({
    total: z.int(),
    next: z.string().nullable(),
    events: z.array(eventShape),
    ...originShape,
  }),
  async run(given, args) {
    const found = await askJson<Found>(given, pathWith("/events", { limit: PAGE, ...args }));
    const items = found.items.map(eventOf);
    const next = cursorOf(found.next);
    return {
      text: textOf([
        pageLine(found.total, items.length, next, "event"),
        ...items.map(({ day, platform, title, sources: [first] }) =>
          [`${day} ${platform.name}: ${title}`, first?.url].filter(Boolean).join(" "),
        ),
      ]),
      structured: { total: found.total, next, events: items, ...originOf(found) },
    };
  },
});

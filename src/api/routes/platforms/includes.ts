import { wordsParam } from "../../http/params.ts";

/** What can be added to a platform's answer. */
export const INCLUDES = ["record", "sources", "events", "evidence", "myths"] as const;
export type Include = (typeof INCLUDES)[number];

/** The parameter that adds to a platform's answer. */
export const includeParam = wordsParam(INCLUDES, {
  name: "include",
  description:
    "What to add to the answer, separated by commas. `evidence` fills `details` of practices and `evidence` of controls.",
  example: ["evidence"],
  value: {
    words: {
      name: "PlatformInclude",
      description: "What can be added to a platform's answer.",
      values: INCLUDES,
    },
  },
});

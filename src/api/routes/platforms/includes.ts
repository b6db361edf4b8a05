/** What can be added to a platform's answer. */
export const INCLUDES = ["record", "sources", "events", "evidence", "myths"] as const;
export type Include = (typeof INCLUDES)[number];

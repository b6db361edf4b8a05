import { FEED_FORMATS, FEED_NAMES, type FeedFormat } from "../../api/http/feed-links.ts";
import type { View } from "../view.ts";
import type { Feed } from "./head.ts";

/** The address of a list's feed in each format. */
type FeedLinks = Readonly<Record<FeedFormat, string>>;

/** The feeds of a list, as the head of its page names them. */
export const feedsOf = (links: FeedLinks, title: string): Feed[] =>
  FEED_NAMES.map((name) => ({ href: links[name], type: FEED_FORMATS[name].type, title }));

/** The feeds of a list, for people. */
export const Subscribe = ({ view: { words }, links }: { view: View; links: FeedLinks }) => (
  <p>
    {words.events.subscribe} <a href={links.atom}>Atom</a> · <a href={links.json}>JSON Feed</a> ·{" "}
    <a href={links.ics}>{words.events.calendar}</a>
  </p>
);

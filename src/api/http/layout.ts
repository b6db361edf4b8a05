import { html } from "hono/html";

type Html = ReturnType<typeof html>;

const STYLE = `:root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}code{font-size:.95em}pre{overflow-x:auto}table{border-collapse:collapse}td,th{padding:.3rem 1rem .3rem 0;text-align:left;vertical-align:top}`;

/** What the pages say the dataset is. */
export const TITLE = "AI Data Use";
export const LEAD =
  "What online platforms do with people's data to train AI: the default, the way to opt out, and every change, with its evidence.";

/** The feeds that feed readers discover. */
const FEEDS = [
  { href: "/events.atom", type: "application/atom+xml", title: "AI Data Use: what platforms did" },
  { href: "/events.json", type: "application/feed+json", title: "AI Data Use: what platforms did" },
  { href: "/changes.atom", type: "application/atom+xml", title: "AI Data Use: changes to the dataset" },
  { href: "/changes.json", type: "application/feed+json", title: "AI Data Use: changes to the dataset" },
];

/** A complete HTML page. */
export const layout = (title: string, body: Html | Promise<Html>): Html | Promise<Html> =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,">${FEEDS.map(({ href, type, title: name }) => html`<link rel="alternate" type="${type}" title="${name}" href="${href}">`)}<style>${STYLE}</style></head><body>${body}</body></html>
`;

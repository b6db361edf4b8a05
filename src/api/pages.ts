import type { Hono } from "hono";
import { html } from "hono/html";
import { show } from "../text/show.ts";
import { withCorrection } from "./http/corrected.ts";
import type { Listed } from "./http/endpoint.ts";
import { feedHeader } from "./http/feed-links.ts";
import { acceptsHtml } from "./http/negotiate.ts";
import { PROBLEMS, Problem, type ProblemName, unknownName } from "./http/problem.ts";
import { sendJson, sendText } from "./http/respond.ts";
import { ENDPOINTS } from "./routes/index.ts";

/** What the index says the dataset is. */
const TITLE = "AI Data Use";
const LEAD =
  "What online platforms do with people's data to train AI: the default, the way to opt out, and every change, with its evidence.";

/** Pages that are not endpoints of the documented API. */
const PAGES: readonly Listed[] = [
  {
    path: "/openapi.json",
    about: "This API, OpenAPI 3.1; /openapi-3.0.json for generators that need 3.0.",
    example: "/openapi.json",
  },
  { path: "/docs", about: "The reference for people.", example: "/docs" },
];

/** Every path of the index page. */
const PATHS: readonly Listed[] = [
  ...ENDPOINTS.flatMap(({ path, about, example }) => (about === undefined ? [] : [{ path, about, example }])),
  ...PAGES,
];

const docsPage = () =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${TITLE}: reference</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/assets/swagger-ui.css"></head><body><noscript>The reference needs JavaScript; see also <a href="/openapi.json">/openapi.json</a>.</noscript><div id="swagger-ui"></div><script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/assets/init.js"></script></body></html>
`;

/** Links with which programs find the feeds and the API's description (RFC 8288, RFC 8631). */
const DISCOVERY = {
  Link: `${feedHeader(["/events", "/changes"])["Link"]}, </openapi.json>; rel="service-desc", </docs>; rel="service-doc"`,
};

const problemJson = (name: ProblemName) => ({
  type: `/problems/${name}`,
  title: PROBLEMS[name].title,
  status: PROBLEMS[name].status,
  remedy: PROBLEMS[name].remedy,
});

/** What is not an endpoint of the documented API: its index, its problems, and the reference for people. */
export function pages(app: Hono): void {
  app.get("/", (c) => sendJson(c, { name: TITLE, description: LEAD, paths: PATHS }, DISCOVERY));
  app.get("/problems", (c) =>
    sendJson(c, { problems: (Object.keys(PROBLEMS) as ProblemName[]).map(problemJson) }),
  );
  app.get("/problems/:name", (c) => {
    const name = c.req.param("name");
    if (!Object.hasOwn(PROBLEMS, name))
      throw withCorrection(
        unknownName(
          "unknown-path",
          "name",
          `There is no problem ${show(name)}.`,
          name,
          Object.keys(PROBLEMS),
        ),
        { template: "/problems/{name}", params: { name }, search: new URLSearchParams() },
      );
    return sendJson(c, problemJson(name as ProblemName));
  });
  app.get("/docs", (c) => {
    if (!acceptsHtml(c))
      throw new Problem(
        "not-acceptable",
        "The reference at /docs is a page for people (text/html); programs read /openapi.json.",
      );
    return sendText(c, String(docsPage()), "text/html; charset=utf-8", DISCOVERY);
  });
}

import type { OpenAPIHono } from "@hono/zod-openapi";
import { html } from "hono/html";
import { nearest } from "../../text/nearest.ts";
import { feedHeader } from "../feed-links.ts";
import { PROBLEMS, Problem, type ProblemName } from "../problem.ts";
import { sendJson, sendText } from "../respond.ts";
import { LEAD, layout, PAGE_CSP, TITLE } from "./layout.ts";
import { wantsHtml } from "./negotiate.ts";

/** What there is, for the index and for suggestions. */
export const PATHS: readonly { path: string; about: string; example: string }[] = [
  {
    path: "/platforms",
    about: "The platforms with their answers: filters, sorting, search, pages.",
    example: "/platforms?region=DE&verdict=on-by-default",
  },
  {
    path: "/platforms/{id}",
    about: "One platform: its record, and what it means for one audience and day.",
    example: "/platforms/linkedin?region=DE",
  },
  {
    path: "/platforms/{id}/opt-out",
    about: "Only what to do, easiest first.",
    example: "/platforms/linkedin/opt-out?region=DE",
  },
  {
    path: "/platforms/{id}/history",
    about: "What happened, newest first.",
    example: "/platforms/linkedin/history",
  },
  {
    path: "/badge/{id}.svg",
    about: "The answer as an image, for other people's pages.",
    example: "/badge/linkedin.svg?region=DE",
  },
  {
    path: "/lookup",
    about: "The platform that a URL or domain belongs to.",
    example: "/lookup?url=https://www.linkedin.com/feed/",
  },
  {
    path: "/changes",
    about: "What changed, with filters; as feeds: /changes.atom, /changes.json, /changes.ics.",
    example: "/changes?class=policy",
  },
  {
    path: "/compare",
    about: "One platform over time, or several side by side.",
    example: "/compare?id=linkedin&region=DE&from=2024-10-01&to=2026-01-01",
  },
  {
    path: "/releases",
    about: "Every release; /releases/{version}, and /releases/{a}...{b} for what changed between two.",
    example: "/releases",
  },
  {
    path: "/download",
    about: "The whole dataset as files: JSON, NDJSON, CSV, SQLite, SQL, Parquet.",
    example: "/download",
  },
  { path: "/operators", about: "Who runs what.", example: "/operators" },
  {
    path: "/operators/{id}",
    about: "One operator, with the documents its platforms share.",
    example: "/operators/microsoft",
  },
  { path: "/vocabulary", about: "Every term with its definition and mappings.", example: "/vocabulary" },
  { path: "/stats", about: "Counts over the dataset.", example: "/stats?region=DE" },
  { path: "/schema", about: "JSON Schemas of the records.", example: "/schema/platform.schema.json" },
  {
    path: "/openapi.json",
    about: "This API, OpenAPI 3.1; /openapi-3.0.json for generators that need 3.0.",
    example: "/openapi.json",
  },
  { path: "/docs", about: "The reference for people.", example: "/docs" },
  { path: "/healthz", about: "Is the process alive? /readyz: can it answer?", example: "/readyz" },
];

const indexPage = () =>
  layout(
    TITLE,
    html`<h1>${TITLE}</h1><p>${LEAD}</p><table><tbody>${PATHS.map(({ path, about, example }) => html`<tr><td><a href="${example}"><code>${path}</code></a></td><td>${about}</td></tr>`)}</tbody></table><p>Data: CC BY 4.0. Archived copies are located in Open Terms Archive collections (ODC-By).</p>`,
  );

const problemPage = (name: ProblemName) => {
  const { title, status, remedy } = PROBLEMS[name];
  return layout(
    `${title} (${status})`,
    html`<h1>${title}</h1><p>Status ${status}, <code>/problems/${name}</code>.</p><p>${remedy}</p><p><a href="/docs">Reference</a></p>`,
  );
};

const DOCS_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'";
const docsPage = () =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${TITLE}: reference</title><link rel="icon" href="data:,"><link rel="stylesheet" href="/docs/assets/swagger-ui.css"></head><body><noscript>The reference needs JavaScript; the same is in <a href="/openapi.json">/openapi.json</a>.</noscript><div id="swagger-ui"></div><script src="/docs/assets/swagger-ui-bundle.js"></script><script src="/docs/assets/init.js"></script></body></html>
`;

/** Where programs find the feeds and the API's description (RFC 8288, RFC 8631). */
const DISCOVERY = {
  Link: `${feedHeader("").Link}, </openapi.json>; rel="service-desc", </docs>; rel="service-doc"`,
};

const problemJson = (name: ProblemName) => ({
  type: `/problems/${name}`,
  title: PROBLEMS[name].title,
  status: PROBLEMS[name].status,
  remedy: PROBLEMS[name].remedy,
});

/** The pages for people, each with a form for programs. */
export function pages(app: OpenAPIHono): void {
  const page = async (c: Parameters<typeof sendText>[0], body: unknown, csp: string) =>
    sendText(c, String(await body), "text/html; charset=utf-8", {
      "Content-Security-Policy": csp,
      ...DISCOVERY,
    });
  app.get("/", (c) =>
    wantsHtml(c)
      ? page(c, indexPage(), PAGE_CSP)
      : sendJson(c, { name: TITLE, description: LEAD, paths: PATHS }, DISCOVERY),
  );
  app.get("/problems", (c) =>
    wantsHtml(c)
      ? page(
          c,
          layout(
            "Problems",
            html`<h1>Problems</h1><ul>${Object.entries(PROBLEMS).map(([name, p]) => html`<li><a href="/problems/${name}">${p.title}</a> (${p.status})</li>`)}</ul>`,
          ),
          PAGE_CSP,
        )
      : sendJson(c, { problems: (Object.keys(PROBLEMS) as ProblemName[]).map(problemJson) }),
  );
  app.get("/problems/:name", (c) => {
    const name = c.req.param("name");
    if (!Object.hasOwn(PROBLEMS, name))
      throw unknownPath(
        c.req.path,
        Object.keys(PROBLEMS).map((p) => `/problems/${p}`),
      );
    return wantsHtml(c)
      ? page(c, problemPage(name as ProblemName), PAGE_CSP)
      : sendJson(c, problemJson(name as ProblemName));
  });
  app.get("/docs", (c) => {
    if (!wantsHtml(c))
      throw new Problem(
        "not-acceptable",
        "The reference at /docs is a page for people (text/html); programs read /openapi.json.",
      );
    return page(c, docsPage(), DOCS_CSP);
  });
}

/** A problem for a path that is not there, with the nearest that are. */
export function unknownPath(path: string, known: readonly string[] = PATHS.map((p) => p.path)): Problem {
  const near = nearest(path, known);
  return new Problem(
    "unknown-path",
    `There is nothing at ${path}.${near ? ` Did you mean ${near}?` : " / lists what there is."}`,
    near ? [{ parameter: "path", detail: `There is nothing at ${path}.`, nearest: [near] }] : [],
  );
}

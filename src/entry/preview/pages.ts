import { html } from "hono/html";
import { formatProblem, type Problem } from "../../records/problems.ts";

type Html = ReturnType<typeof html>;

const STYLE =
  ":root{color-scheme:light dark}body{font:1rem/1.6 system-ui,sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}pre{overflow-x:auto}";

/** A complete page of the preview itself. */
const layout = (title: string, body: Html | Promise<Html>): Html | Promise<Html> =>
  html`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body>${body}</body></html>
`;

/** Under which paths the preview answers for itself. */
export const OWN = {
  events: "/_preview/events",
  script: "/_preview/reload.js",
  problems: "/_preview",
} as const;

/** What pages run: they load again when the records change, and when the preview was started again. */
export const RELOAD = `const events = new EventSource("${OWN.events}");
let lost = false;
events.onmessage = () => location.reload();
events.onerror = () => { lost = true; };
events.onopen = () => { if (lost) location.reload(); };
`;

const TAG = `<script src="${OWN.script}"></script>`;

/** What is wrong, and what is shown meanwhile. */
export const problemsPage = (problems: readonly Problem[], serving: boolean): Promise<string> => {
  const shown = serving
    ? "Everything else shows the last valid state."
    : "There is no valid state to show yet.";
  const list = problems.map((p) => html`<li><pre>${formatProblem(p)}</pre></li>`);
  const body =
    problems.length === 0
      ? html`<h1>Preview</h1><p>The records are valid. <a href="/">See them</a></p>`
      : html`<h1>${count(problems)} in the records</h1><p>${shown} This page follows the files as they are saved.</p><ol>${list}</ol>`;
  return Promise.resolve(layout("Preview", body)).then((page) => withReload(String(page)));
};

const count = (problems: readonly Problem[]): string =>
  `${problems.length} problem${problems.length === 1 ? "" : "s"}`;

const withReload = (page: string, banner = ""): string =>
  page.replace(/<body([^>]*)>/, `<body$1>${banner}`).replace("</body>", `${TAG}</body>`);

/** Lets a page's policy run the script that loads it again. */
function allowed(policy: string | null): string | undefined {
  if (policy === null) return undefined;
  const directives = new Map(
    policy.split(";").map((d) => [d.trim().split(/\s+/)[0] as string, d.trim().split(/\s+/).slice(1)]),
  );
  for (const name of ["script-src", "connect-src"]) {
    const sources = (directives.get(name) ?? []).filter((s) => s !== "'none'");
    directives.set(name, [...new Set([...sources, "'self'"])]);
  }
  return [...directives].map(([name, sources]) => [name, ...sources].join(" ")).join("; ");
}

/**
 * An answer as the preview gives it: never kept by the browser, and a page that loads
 * again when the records change. JSON that a browser opens becomes such a page too.
 */
export async function previewed(
  request: Request,
  response: Response,
  problems: readonly Problem[],
): Promise<Response> {
  const headers = new Headers(response.headers);
  headers.set("Cache-Control", "no-store");
  headers.delete("ETag");
  const type = headers.get("Content-Type") ?? "";
  const asPage = (request.headers.get("Accept") ?? "").includes("text/html");
  const isJson = /^application\/(problem\+)?json/.test(type);
  if (!(type.startsWith("text/html") || (asPage && isJson)))
    return new Response(response.body, { status: response.status, headers });
  const text = await response.text();
  const { pathname } = new URL(request.url);
  const page = isJson
    ? String(await layout(pathname, html`<pre>${JSON.stringify(JSON.parse(text), null, 2)}</pre>`))
    : text;
  const banner =
    problems.length === 0
      ? ""
      : `<p role="alert"><strong>${count(problems)} in the records.</strong> This is the last valid state. <a href="${OWN.problems}">See what is wrong</a></p>`;
  headers.set("Content-Type", "text/html; charset=utf-8");
  headers.delete("Content-Length");
  const policy = isJson
    ? "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
    : headers.get("Content-Security-Policy");
  const open = allowed(policy);
  if (open !== undefined) headers.set("Content-Security-Policy", open);
  return new Response(withReload(page, banner), { status: response.status, headers });
}

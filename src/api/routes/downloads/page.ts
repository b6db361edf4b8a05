import { html, raw } from "hono/html";
import type * as z from "zod";
import type { Publication } from "../../../db/index.ts";
import { ATTRIBUTION, LICENCE } from "../../../model/index.ts";
import { LEAD, layout, TITLE } from "../../http/layout.ts";
import type { downloadSchema } from "./schema.ts";

type File = z.infer<typeof downloadSchema>;

/** schema.org/Dataset, as search engines for datasets read it. `<` is escaped, so that nothing in it ends the script. */
const jsonLd = ({ version, date }: Publication, files: readonly File[]): string =>
  JSON.stringify({
    "@context": "https://schema.org",
    "@type": "Dataset",
    name: TITLE,
    description: LEAD,
    version,
    datePublished: date,
    license: LICENCE.url,
    creditText: ATTRIBUTION,
    isAccessibleForFree: true,
    creator: { "@type": "Organization", name: "AI Data Use contributors" },
    distribution: files.map((f) => ({
      "@type": "DataDownload",
      name: f.path,
      description: f.description,
      contentUrl: f.url,
      encodingFormat: f.mediaType,
      contentSize: `${f.bytes} B`,
      sha256: f.sha256,
    })),
  }).replaceAll("<", "\\u003c");

const size = (bytes: number): string =>
  bytes < 1000
    ? `${bytes} B`
    : bytes < 1_000_000
      ? `${(bytes / 1000).toFixed(0)} kB`
      : `${(bytes / 1_000_000).toFixed(1)} MB`;

const row = (f: File) =>
  html`<tr><td><a href="${f.url}">${f.path}</a></td><td>${size(f.bytes)}</td><td>${f.rows ?? ""}</td><td><code title="${f.sha256}">${f.sha256.slice(0, 12)}…</code></td><td>${f.description}</td></tr>`;

const table = (files: readonly File[]) =>
  html`<table><thead><tr><th>File</th><th>Size</th><th>Rows</th><th>SHA-256</th><th>Contents</th></tr></thead><tbody>${files.map(row)}</tbody></table>`;

/** The page that lists the downloads: those for people first, the normalised tables apart. */
export function downloadsPage(publication: Publication, files: readonly File[]) {
  const main = files.filter((f) => !f.path.includes("/"));
  const hosts = files.filter((f) => f.path.startsWith("hosts/"));
  const tables = files.filter((f) => f.path.includes("/") && !hosts.includes(f));
  const examples = main.flatMap((f) => f.examples.map((e) => ({ ...e, path: f.path })));
  return layout(
    "AI Data Use: downloads",
    html`<h1>Downloads</h1><p>Release <strong>${publication.version}</strong> of ${publication.date}. ${LICENCE.name}: ${ATTRIBUTION} <a href="/releases">Other releases</a>: <code>/download?release=…</code>.</p>${table(main)}<h2>Load it</h2><dl>${examples.map((e) => html`<dt>${e.path}, ${e.tool}</dt><dd><pre><code>${e.command}</code></pre></dd>`)}</dl><h2>Hosts by region</h2><p>Small files for browser extensions and filters: host → <code>[platform, verdict, certainty]</code>. <code>hosts/regions.json</code> has the file of each region.</p>${table(hosts)}<h2>Normalised tables</h2><p>The same tables are in the SQLite file and the SQL dump; <code>datapackage.json</code> describes every column.</p>${table(tables)}<script type="application/ld+json">${raw(jsonLd(publication, files))}</script>`,
  );
}

import type * as z from "zod";
import { audienceParams } from "../../api/http/audience.ts";
import { presentFile } from "../../api/routes/downloads/files.ts";
import type { downloadSchema } from "../../api/routes/downloads/schema.ts";
import { filesOf, folder } from "../../api/routes/downloads/send.ts";
import type { Publication } from "../../db/index.ts";
import { ATTRIBUTION } from "../../model/index.ts";
import { Code } from "../components/code.tsx";
import { Page } from "../components/page.tsx";
import { RecordText } from "../components/record-text.tsx";
import { Rows } from "../components/rows.tsx";
import { Section } from "../components/section-head.tsx";
import { page } from "../http/page.ts";
import { dataset, organization } from "../structured/index.ts";
import { link, audienceParams as personParams, plainLink, type View } from "../view.ts";

type File = z.infer<typeof downloadSchema>;

/** schema.org/Dataset, as search engines for datasets read it. */
const datasetOf = (view: View, files: readonly File[]): object => ({
  ...dataset(view, { downloads: undefined }),
  distribution: files.map((f) => ({
    "@type": "DataDownload",
    name: f.path,
    description: f.description,
    contentUrl: f.url,
    encodingFormat: f.mediaType,
    contentSize: `${f.bytes} B`,
    sha256: f.sha256,
  })),
});

/** A size in the largest unit in which it is at least 1. */
function sizeIn({ code }: View, bytes: number): string {
  const [unit, size, digits] =
    bytes < 1000
      ? ["byte", bytes, 0]
      : bytes < 1_000_000
        ? ["kilobyte", bytes / 1000, 0]
        : ["megabyte", bytes / 1_000_000, 1];
  const format = { style: "unit", unit: String(unit), maximumFractionDigits: Number(digits) } as const;
  return new Intl.NumberFormat(code, format).format(Number(size)).replace(" ", "\u00a0");
}

const Files = ({ view, caption, files }: { view: View; caption: string; files: readonly File[] }) => {
  const { download } = view.words;
  return (
    <table class="world">
      <caption class="hidden">{caption}</caption>
      <thead class="hidden">
        <tr>
          {[download.file, download.contents].map((name) => (
            <th scope="col">{name}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {files.map((f) => (
          <tr>
            <th scope="row">
              <a href={f.url}>{f.path}</a>
            </th>
            <td>
              <RecordText view={view}>{f.description}</RecordText>
              <br />
              <small>
                {sizeIn(view, f.bytes)}
                {f.rows === null ? null : `, ${download.rows(view.language.number(f.rows))}`} · SHA-256{" "}
                <code title={f.sha256}>{f.sha256.slice(0, 12)}…</code>
              </small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const DownloadPage = ({
  view,
  publication,
  files,
}: {
  view: View;
  publication: Publication;
  files: readonly File[];
}) => {
  const { download } = view.words;
  const main = files.filter((f) => !f.path.includes("/"));
  const hosts = files.filter((f) => f.path.startsWith("hosts/"));
  const tables = files.filter((f) => f.path.includes("/") && !hosts.includes(f));
  return (
    <Page
      view={view}
      title={download.pageTitle}
      description={download.description}
      json={plainLink("/v1/download", { release: personParams(view)["release"] })}
      data={[organization(view), datasetOf(view, files)]}
    >
      <div class="answer">
        <h1>{download.title}</h1>
        <p class="lead">{download.lead(publication.version, view.language.date(publication.date))}</p>
        <p class="hint">
          <RecordText view={view}>{ATTRIBUTION}</RecordText>{" "}
          <a href={link(view, "/releases")}>{download.releases}</a>
        </p>
      </div>
      <Section id="files" title={download.people}>
        <Files view={view} caption={download.people} files={main} />
      </Section>
      <Section id="load" title={download.load} lead={download.loadLead}>
        {main
          .filter(({ examples }) => examples.length > 0)
          .map(({ path, examples }) => (
            <details>
              <summary>{path}</summary>
              <Rows
                compact
                rows={examples.map(({ tool, command }) => ({
                  name: tool,
                  value: <Code view={view} text={command} />,
                }))}
              />
            </details>
          ))}
      </Section>
      {hosts.length === 0 ? null : (
        <Section id="hosts" title={download.hosts} lead={download.hostsLead}>
          <details>
            <summary>{download.hosts}</summary>
            <Files view={view} caption={download.hosts} files={hosts} />
          </details>
        </Section>
      )}
      {tables.length === 0 ? null : (
        <Section id="tables" title={download.tables} lead={download.tablesLead}>
          <details>
            <summary>{download.tables}</summary>
            <Files view={view} caption={download.tables} files={tables} />
          </details>
        </Section>
      )}
    </Page>
  );
};

/** /download */
export const downloadPage = page({
  path: "/download",
  query: audienceParams,
  render: async ({ s, at, view }) => {
    const base = view.origin + folder(at);
    const files = (await filesOf(s, at)).map((file) => presentFile(file, base));
    return <DownloadPage view={view} publication={at.publication} files={files} />;
  },
});

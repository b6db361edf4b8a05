import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { MEDIA_TYPES } from "../../src/api/routes/downloads/media-types.ts";
import type { ExportedFile } from "../../src/exports/file.ts";
import { FORMATS } from "../../src/exports/formats/index.ts";
import { semanticVersion } from "../../src/exports/version.ts";
import { writeExports } from "../../src/exports/write.ts";
import { testDataset } from "../fixtures/dataset.ts";

/* The files about the files. test/e2e/tools.test.ts reads them with the programs that they are for. */

const ORIGIN = "https://data.example";
const release = { version: "2026.01.3", date: "2026-01-20", digest: "" };

let dir: string;
let files: ExportedFile[];
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "metadata-"));
  files = await writeExports(join(dir, "released"), { ...testDataset(), release, origin: ORIGIN });
  await writeExports(join(dir, "local"), testDataset());
});
afterAll(() => rmSync(dir, { recursive: true }));
const read = (path: string): string => readFileSync(join(dir, path), "utf8");
const json = <T>(path: string): T => JSON.parse(read(path)) as T;

type Node = { "@id": string; "@type": string | string[] } & Record<string, unknown>;
interface Graph {
  "@context": Record<string, string>;
  "@graph": Node[];
}
const nodes = (graph: Graph, type: string): Node[] => graph["@graph"].filter((n) => n["@type"] === type);
/** An IRI of a document, as JSON-LD resolves it. */
const resolved = (graph: Graph, iri: string, base = graph["@context"]["@base"]): string =>
  new URL(iri, base).href;

describe("DCAT", () => {
  test("a catalogue with one dataset, which has every file of data", () => {
    const graph = json<Graph>("released/dcat.json");
    const [catalogue] = nodes(graph, "dcat:Catalog");
    const [dataset] = nodes(graph, "dcat:Dataset");
    expect(catalogue?.["dcat:dataset"]).toEqual({ "@id": dataset?.["@id"] });
    const distributions = nodes(graph, "dcat:Distribution");
    expect(dataset?.["dcat:distribution"]).toEqual(distributions.map((d) => ({ "@id": d["@id"] })));
    const metadata = ["datapackage.json", "croissant.json", "dcat.json", "CITATION.cff", "SHA256SUMS"];
    const paths = files.map((f) => f.path).filter((path) => !metadata.includes(path));
    expect(distributions.map((d) => (d["dcat:downloadURL"] as Node)["@id"])).toEqual(paths);
  });

  test("a file has a page, a media type of IANA, a size and a checksum with their types, and the licence", () => {
    const graph = json<Graph>("released/dcat.json");
    const node = nodes(graph, "dcat:Distribution").find((d) => d["@id"] === "csv/rules.csv#distribution");
    const file = files.find((f) => f.path === "csv/rules.csv") as ExportedFile;
    expect(node).toMatchObject({
      "dcat:accessURL": { "@id": "../../download?release=2026.01.3" },
      "dcat:mediaType": { "@id": "https://www.iana.org/assignments/media-types/text/csv" },
      "dcat:byteSize": { "@type": "xsd:nonNegativeInteger", "@value": String(file.bytes) },
      "dct:license": { "@id": "https://creativecommons.org/licenses/by/4.0/" },
      "spdx:checksum": {
        "spdx:algorithm": { "@id": "http://spdx.org/rdf/terms#checksumAlgorithm_sha256" },
        "spdx:checksumValue": { "@type": "xsd:hexBinary", "@value": file.sha256 },
      },
    });
  });

  test("with an origin IRIs are absolute, and the catalogue's and dataset's the same in every release", () => {
    const graph = json<Graph>("released/dcat.json");
    const ids = ["dcat:Catalog", "dcat:Dataset"].map((type) => nodes(graph, type)[0]?.["@id"] as string);
    expect(ids.map((id) => resolved(graph, id))).toEqual([
      `${ORIGIN}/download#catalogue`,
      `${ORIGIN}/download#dataset`,
    ]);
    const [first] = nodes(graph, "dcat:Distribution") as [Node];
    expect(resolved(graph, (first["dcat:downloadURL"] as Node)["@id"])).toBe(
      `${ORIGIN}/download/2026.01.3/ai-data-use-headlines.csv`,
    );
  });

  test("without one they are relative to the place of the file", () => {
    const graph = json<Graph>("local/dcat.json");
    expect(graph["@context"]["@base"]).toBeUndefined();
    const at = "https://any.example/download/latest/dcat.json";
    const [dataset] = nodes(graph, "dcat:Dataset") as [Node];
    expect(resolved(graph, dataset["@id"], at)).toBe("https://any.example/download#dataset");
    expect(resolved(graph, (dataset["dcat:landingPage"] as Node)["@id"], at)).toBe(
      "https://any.example/download",
    );
  });
});

describe("CITATION.cff", () => {
  const ajv = new Ajv({ strict: false });
  addFormats.default(ajv);
  const validate = ajv.compile(
    JSON.parse(readFileSync("test/fixtures/external/cff-1.2.0.schema.json", "utf8")) as object,
  );

  test.each(["released", "local"])("is valid by the schema of CFF 1.2.0 (%s)", (name) => {
    const citation = parse(read(`${name}/CITATION.cff`)) as object;
    expect(validate(citation), JSON.stringify(validate.errors)).toBe(true);
    // YAML 1.1 would read a bare version or day as a number or a date.
    expect(parse(read(`${name}/CITATION.cff`), { version: "1.1" })).toEqual(citation);
  });

  test("has the URL of the release's page where the origin is known", () => {
    expect(parse(read("released/CITATION.cff"))).toMatchObject({
      version: "2026.01.3",
      "date-released": "2026-01-20",
      url: `${ORIGIN}/download?release=2026.01.3`,
    });
    expect(parse(read("local/CITATION.cff"))).not.toHaveProperty("url");
  });
});

describe("Croissant", () => {
  test("says how to cite it and where its files are", () => {
    const released = json<{ citeAs: string; url: string; distribution: { contentUrl: string }[] }>(
      "released/croissant.json",
    );
    expect(released.citeAs).toBe(
      "@misc{ai_data_use_2026_01_3, author = {{AI Data Use contributors}}, title = {AI Data Use}, year = {2026}, version = {2026.01.3}, url = {https://data.example/download?release=2026.01.3}}",
    );
    expect(released.distribution[0]?.contentUrl).toBe(
      `${ORIGIN}/download/2026.01.3/ai-data-use-headlines.csv`,
    );
    const local = json<{ distribution: { contentUrl: string }[] }>("local/croissant.json");
    expect(local.distribution[0]?.contentUrl).toBe("ai-data-use-headlines.csv");
  });

  test.each(["croissant", "datapackage"])("%s: the version is a semantic one", (name) => {
    expect(json(`released/${name}.json`)).toMatchObject({ version: "2026.1.3" });
    expect(json(`local/${name}.json`)).toMatchObject({ version: "0.0.0-unreleased" });
  });
});

test.each([
  ["2026.01.3", "2026.1.3"],
  ["2026.11.12", "2026.11.12"],
  ["unreleased", "0.0.0-unreleased"],
])("%s is the semantic version %s", (version, semantic) => expect(semanticVersion(version)).toBe(semantic));

test("the API declares the media types that the files have", () =>
  expect([...new Set(FORMATS.map((f) => f.mediaType))].sort()).toEqual([...MEDIA_TYPES].sort()));

test("a file's media type is that of its extension", () => {
  const types: Record<string, string> = {
    csv: "text/csv",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    parquet: "application/vnd.apache.parquet",
    json: "application/json",
    ndjson: "application/x-ndjson",
    sqlite: "application/vnd.sqlite3",
    sql: "application/sql",
    cff: "application/yaml",
    SHA256SUMS: "text/plain",
  };
  const jsonLd = ["croissant.json", "dcat.json"];
  for (const { path, mediaType } of files)
    expect([path, mediaType]).toEqual([
      path,
      jsonLd.includes(path) ? "application/ld+json" : types[path.split(".").at(-1) as string],
    ]);
});

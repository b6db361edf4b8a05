import { type Operator, type Platform, regionCodes } from "../../model/index.ts";
import { conditionsOfPlatform } from "../../policy/index.ts";
import { inOrder } from "../../records/format.ts";
import type { LoadedDataset } from "../../records/load.ts";
import type { CatalogueEntry } from "./runtime/load.ts";

/** A file of the package. */
export interface PackageFile {
  path: string;
  text: string;
}

type Folder = "platforms" | "operators";

/** A value as code: JSON is a JavaScript expression. */
const literal = (value: unknown): string => JSON.stringify(value);

/** A record as a module, which every runtime loads, and as JSON for other readers. Both without the field that only editors need. */
const recordFiles = (folder: Folder, record: Platform | Operator): PackageFile[] => {
  const { $schema: _, ...rest } = inOrder(folder === "operators" ? "operator" : "platform", record);
  const json = literal(rest);
  return [
    { path: `${folder}/${record.id}.js`, text: `export default ${json};\n` },
    { path: `${folder}/${record.id}.json`, text: `${json}\n` },
  ];
};

/** The type of every record in a folder: modules export it, JSON files contain it. */
const recordDeclarations = (folder: Folder, type: "Platform" | "Operator"): PackageFile[] => [
  {
    path: `types/${folder}.d.ts`,
    text: `import type { ${type} } from "../resolve.js";\ndeclare const record: ${type};\nexport default record;\n`,
  },
  {
    path: `types/${folder}.d.cts`,
    text: `import type { ${type} } from "../resolve.js" with { "resolution-mode": "import" };\ndeclare const record: ${type};\nexport = record;\n`,
  },
];

/** A module with all records of a release. */
function recordsModule({ platforms, operators }: LoadedDataset): PackageFile {
  const named = (folder: Folder, records: readonly { id: string }[]) =>
    records.map(({ id }, i) => ({
      name: `${folder}${i}`,
      line: `import ${folder}${i} from "./${folder}/${id}.js";`,
    }));
  const [p, o] = [named("platforms", platforms), named("operators", operators)];
  const list = (folder: Folder, members: typeof p) =>
    `export const ${folder} = [${members.map((m) => m.name).join(", ")}];`;
  return {
    path: "records.js",
    text: `${[...p, ...o].map((m) => m.line).join("\n")}\n${list("platforms", p)}\n${list("operators", o)}\n`,
  };
}

const entryOf = ({
  id,
  name,
  aliases,
  category,
  domains,
  otherDomains,
  apps,
  operator,
  withdrawn,
}: Platform): CatalogueEntry => ({
  id,
  name,
  aliases,
  category,
  domains,
  ...(otherDomains && { otherDomains }),
  ...(apps && { apps }),
  operator,
  ...(withdrawn && { withdrawn }),
});

/** A module that lists every platform and loads each record, written out so that bundlers can analyse it. */
function catalogueModule({ platforms, operators }: LoadedDataset): PackageFile {
  const thunks = (folder: Folder, records: readonly { id: string }[]) =>
    `  ${folder}: {\n${records.map(({ id }) => `    ${literal(id)}: () => import("./${folder}/${id}.js"),`).join("\n")}\n  },`;
  return {
    path: "catalogue.js",
    text: `export const catalogue = [\n${platforms.map((p) => `  ${literal(entryOf(p))},`).join("\n")}\n];\nexport const loaders = {\n${thunks("platforms", platforms)}\n${thunks("operators", operators)}\n};\n`,
  };
}

/** The subdivisions for which the records of a release have answers other than their country's. */
const subdivisionsOf = ({ platforms }: LoadedDataset): string[] =>
  [...new Set(platforms.flatMap(conditionsOfPlatform).flatMap((when) => when.regions ?? []))]
    .filter((code) => code.includes("-"))
    .sort();

const releaseModule = (input: LoadedDataset): PackageFile => ({
  path: "release.js",
  text: `export const release = ${literal(input.release)};\nexport const regions = ${literal([...regionCodes(), ...subdivisionsOf(input)])};\n`,
});

/** The modules with a release's data. */
export const dataFiles = (input: LoadedDataset): PackageFile[] => [
  ...input.platforms.flatMap((p) => recordFiles("platforms", p)),
  ...input.operators.flatMap((o) => recordFiles("operators", o)),
  ...recordDeclarations("platforms", "Platform"),
  ...recordDeclarations("operators", "Operator"),
  recordsModule(input),
  catalogueModule(input),
  releaseModule(input),
];

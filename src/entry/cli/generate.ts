import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { iso31661 } from "iso-3166/1.js";
import { iso31662 } from "iso-3166/2.js";
import { openApiDocuments } from "../../api/description/index.ts";
import { checksPage, jsonSchemaOf, recordSchemas, vocabularyPage } from "../../authoring/generated.ts";
import { watchStateSchema } from "../../model/index.ts";
import { OTHER_NAMES } from "../../model/subdivisions/other-names.ts";
import { coveragePage } from "../../review/coverage/page.ts";
import { readCoverage } from "../../review/coverage/read.ts";
import { coverageSchema } from "../../review/coverage/schema.ts";
import { queueSchema } from "../../watch/queue.ts";
import { pack, UNMEASURED } from "../fonts/verdana.ts";
import { generalCards } from "../pictures/general.ts";
import { renderer } from "../pictures/render.ts";
import { command, exits } from "./command.ts";
import { exampleAnswers } from "./example-answers.ts";
import { print, printError } from "./print.ts";

/** The options of `npm run generate`. */
export interface GenerateOptions {
  /** Only report stale files. */
  check: boolean;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

const read = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
};

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes the files that differ, or with `check` only reports them. Returns how many differ. */
function update(files: Files, check: boolean): number {
  const stale = Object.entries(files).filter(
    ([path, content]) => !read(path)?.equals(Buffer.from(content as Uint8Array)),
  );
  for (const [path, text] of stale) {
    print(`${path} ${check ? "is stale" : "written"}`);
    if (check) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return stale.length;
}

function recordFiles(): Files {
  const schemas = recordSchemas();
  return {
    "schema/platform.schema.json": json(schemas.platform),
    "schema/operator.schema.json": json(schemas.operator),
    "schema/watch.schema.json": json(jsonSchemaOf(watchStateSchema, "watch")),
    "schema/watch-queue.schema.json": json(jsonSchemaOf(queueSchema, "watch-queue")),
    "schema/exceptions.schema.json": json(schemas.exceptions),
    "docs/vocabulary.md": vocabularyPage(),
    "docs/checks.md": checksPage(),
    "schema/coverage.schema.json": json(jsonSchemaOf(coverageSchema, "coverage")),
    "docs/coverage.md": coveragePage(readCoverage("data")),
  };
}

const SITE_ASSETS = "src/site/assets";

/** The picture of the project, in each language, for links to pages that have none of their own. */
async function pictureFiles(): Promise<Files> {
  const render = await renderer();
  const cards = await generalCards();
  return Object.fromEntries(
    Object.entries(cards).map(([code, card]) => [`${SITE_ASSETS}/card-${code}.png`, render(card)]),
  );
}

/** The names under which the site's own files are served: each has a hash of the contents. */
function siteFiles(): Files {
  const names = readdirSync(SITE_ASSETS)
    .filter((file) => file !== "names.json")
    .sort()
    .map((file) => {
      const hash = createHash("sha256")
        .update(readFileSync(`${SITE_ASSETS}/${file}`))
        .digest("hex");
      return [file, file.replace(/\.(\w+)$/, `.${hash.slice(0, 10)}.$1`)];
    });
  return { [`${SITE_ASSETS}/names.json`]: json(Object.fromEntries(names)) };
}

const OPENAPI = ["schema/openapi.json", "schema/openapi-3.0.json"] as const;

/** The OpenAPI documents. */
async function apiFiles(): Promise<Files> {
  const { v31, v30 } = openApiDocuments(await exampleAnswers());
  return { [OPENAPI[0]]: json(v31), [OPENAPI[1]]: json(v30) };
}

/** The widths of the font of badges, from the package that measures them. */
function fontFiles(): Files {
  const path = createRequire(import.meta.url).resolve("anafanafo/data/verdana-11px-normal.json");
  const ranges = JSON.parse(readFileSync(path, "utf8")) as [number, number, number][];
  const known = ranges.map(([from, to, width]) => ({ from, to, width })).filter(({ to }) => to < UNMEASURED);
  const widths = pack(known);
  return { "src/entry/fonts/verdana-11px.json": `${JSON.stringify(widths)}\n` };
}

/** ISO 3166, from the package that has it: a fifth of its size, and subdivisions are read when they are needed. */
function placeFiles(): Files {
  const countries = iso31661
    .filter(({ state }) => state === "assigned")
    .map(({ alpha2, alpha3, numeric, name }) => `${alpha2} ${alpha3} ${numeric} ${name}`);
  const byCountry = Map.groupBy(iso31662, ({ code }) => code.slice(0, 2));
  const lines = [...byCountry].map(([country, parts]) =>
    [
      country,
      ...parts.map(({ code, name }) => `${code.slice(3)} ${[name, ...(OTHER_NAMES[code] ?? [])].join("=")}`),
    ].join("|"),
  );
  return {
    "src/model/countries.ts": `/** ISO 3166-1 (the package iso-3166), a country a line: its codes and its name. Written by \`npm run generate\`. */
export const COUNTRIES =
  ${JSON.stringify(countries.join("\n"))};
`,
    "src/model/subdivisions/list.ts": `/** ISO 3166-2 (the package iso-3166) with other names, a country a line: \`DE|BE Berlin|BY Bayern=Bavaria\`. Written by \`npm run generate\`. */
export const SUBDIVISIONS =
  ${JSON.stringify(lines.join("\n"))};
`,
  };
}

/**
 * Writes the files that are generated and committed. Prints what it wrote.
 * @returns the exit code: 1 with `check` when a file is stale, otherwise 0
 */
export async function runGenerate({ check }: GenerateOptions): Promise<number> {
  // First: the names of the site's files depend on them.
  const pictures = update(await pictureFiles(), check);
  const files = { ...recordFiles(), ...fontFiles(), ...placeFiles(), ...siteFiles() };
  const stale = pictures + update(files, check) + update(await apiFiles(), check);
  if (!check || stale === 0) return 0;
  printError(`${stale} generated file${stale === 1 ? " is" : "s are"} stale. Run: npm run generate`);
  return 1;
}

export const program = command("generate", "Writes the files that are generated and committed.", [
  ["", "writes the stale ones"],
  ["--check", "fails when one is stale, and writes nothing"],
])
  .option("--check", "writes nothing and fails when a file is stale", false)
  .action(exits(runGenerate));

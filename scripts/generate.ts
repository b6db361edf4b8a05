import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { checksPage, jsonSchemaOf, recordSchemas, vocabularyPage } from "../src/authoring/generated.ts";
import { watchStateSchema } from "../src/model/index.ts";
import { queueSchema } from "../src/watch/queue.ts";

/*
 * Writes what is generated and committed. With --check it writes nothing and fails when
 * a file is stale. The schemas come first: the API imports them.
 */
const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

let stale = 0;
function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    if (read(path) === text) continue;
    stale++;
    console.log(`${path} ${values.check ? "is stale" : "written"}`);
    if (values.check) continue;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const schemas = recordSchemas();
write({
  "schema/platform.schema.json": json(schemas.platform),
  "schema/operator.schema.json": json(schemas.operator),
  "schema/watch.schema.json": json(jsonSchemaOf(watchStateSchema, "watch")),
  "schema/watch-queue.schema.json": json(jsonSchemaOf(queueSchema, "watch-queue")),
  "schema/exceptions.schema.json": json(schemas.exceptions),
  "docs/vocabulary.md": vocabularyPage(),
  "docs/checks.md": checksPage(),
});
for (const path of ["schema/openapi.json", "schema/openapi-3.0.json"])
  if (read(path) === undefined) write({ [path]: "{}\n" });
const { openApiDocuments } = await import("../src/api/openapi.ts");
const { v31, v30 } = openApiDocuments();
write({ "schema/openapi.json": json(v31), "schema/openapi-3.0.json": json(v30) });
if (values.check && stale > 0) {
  console.error(`${stale} generated file${stale === 1 ? " is" : "s are"} stale. Run: npm run generate`);
  process.exitCode = 1;
}

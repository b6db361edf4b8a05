import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";
import { dts } from "rolldown-plugin-dts";

/* Builds what is published: one ES module without dependencies, and one file with its types. */

const HERE = fileURLToPath(new URL(".", import.meta.url));
const INPUT = join(HERE, "src/index.ts");

/** A file that is published, by its path in the folder. */
type Files = Readonly<Record<string, string>>;

/** The module and its declarations. */
export async function built(): Promise<Files> {
  await using code = await rolldown({ input: INPUT, platform: "browser", transform: { target: "es2022" } });
  await using types = await rolldown({
    input: INPUT,
    plugins: [dts({ emitDtsOnly: true, generator: "oxc", tsconfig: false })],
  });
  const outputs = await Promise.all([
    code.generate({ format: "esm" }),
    types.generate({ format: "esm", entryFileNames: "[name].ts" }),
  ]);
  return Object.fromEntries(
    outputs.flatMap(({ output }) =>
      output.flatMap((file) => (file.type === "chunk" ? [[file.fileName, file.code]] : [])),
    ),
  );
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { out: { type: "string", default: join(HERE, "dist") } } });
  rmSync(values.out, { recursive: true, force: true });
  mkdirSync(values.out, { recursive: true });
  for (const [name, text] of Object.entries(await built())) writeFileSync(join(values.out, name), text);
}

import { mkdirSync, writeFileSync } from "node:fs";
import { docsAssets } from "../docs-assets.ts";
import { command, exits } from "./command.ts";

const DIR = "build/assets/docs/assets";

/** Writes the files of the reference at /docs where wrangler serves them from; gives the exit code. */
export function runAssets(): number {
  mkdirSync(DIR, { recursive: true });
  for (const [name, { body }] of Object.entries(docsAssets())) writeFileSync(`${DIR}/${name}`, body);
  return 0;
}

export const program = command(
  "assets",
  "Writes the files of the reference at /docs for Workers. wrangler.toml calls it.",
).action(exits(runAssets));

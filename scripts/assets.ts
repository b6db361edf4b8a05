import { mkdirSync, writeFileSync } from "node:fs";
import { docsAssets } from "../src/entry/docs-assets.ts";

/* Writes the reference's files where wrangler serves them from. */
mkdirSync("build/assets/docs/assets", { recursive: true });
for (const [name, { body }] of Object.entries(docsAssets()))
  writeFileSync(`build/assets/docs/assets/${name}`, body);

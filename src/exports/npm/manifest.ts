import { LICENCE } from "../../model/index.ts";
import type { LoadedDataset } from "../../records/load.ts";
import { semanticVersion } from "../version.ts";
import { ENTRIES } from "./bundle.ts";

/** The package's name. */
export const PACKAGE_NAME = "@ai-data-use/data";

/** What a folder of records is imported as; every record has the same type. */
const recordExports = (folder: "platforms" | "operators") => ({
  [`./${folder}/*.js`]: { types: `./types/${folder}.d.ts`, default: `./${folder}/*.js` },
  [`./${folder}/*.json`]: { types: `./types/${folder}.d.cts`, default: `./${folder}/*.json` },
});

/**
 * package.json. Everything is imported under its own path in the package, so that a page
 * without a bundler finds it under the same name.
 */
export const manifest = ({ release }: LoadedDataset): string =>
  `${JSON.stringify(
    {
      name: PACKAGE_NAME,
      version: semanticVersion(release.version),
      description:
        "What online platforms do with people's data to train AI: the records of one release, and what they mean for one person. Works offline.",
      keywords: ["ai", "training", "opt-out", "privacy", "dataset", "policies"],
      author: "AI Data Use contributors",
      license: `MIT AND ${LICENCE.id}`,
      type: "module",
      sideEffects: false,
      engines: { node: ">=20" },
      main: "./index.js",
      types: "./index.d.ts",
      exports: {
        ...Object.fromEntries(
          ENTRIES.map((name) => [
            name === "index" ? "." : `./${name}.js`,
            { types: `./${name}.d.ts`, default: `./${name}.js` },
          ]),
        ),
        ...recordExports("platforms"),
        ...recordExports("operators"),
        "./package.json": "./package.json",
      },
      files: ["*.js", "*.d.ts", "types", "platforms", "operators", "LICENSE-DATA"],
    },
    null,
    2,
  )}\n`;

import type { Client } from "../client.ts";

/** The program's package.json pins the generator. */
const INSTALL = "npm install --ignore-scripts --no-save --silent";
/** Types as strict as they get, then one file, since generated files name each other without an extension. */
const BUILD =
  "npx tsc && npx esbuild program.ts --bundle --platform=node --format=esm --log-level=warning --outfile=program.mjs";
const RUN = "node program.mjs";

const shared = {
  language: "TypeScript",
  needs: ["Node"],
  description: "openapi.json",
  install: INSTALL,
  build: BUILD,
  run: RUN,
} as const satisfies Partial<Client>;

export const TYPESCRIPT: readonly Client[] = [
  {
    ...shared,
    name: "ts-hey-api",
    generator: "@hey-api/openapi-ts 0.99.0, with Zod",
    generate: "npx openapi-ts",
  },
  { ...shared, name: "ts-orval", generator: "orval 8.38.0, with Zod", generate: "npx orval" },
  { ...shared, name: "ts-kubb", generator: "kubb 4.39.3, with Zod", generate: "npx kubb generate" },
  {
    ...shared,
    name: "ts-openapi-typescript",
    generator: "openapi-typescript 7.13.0, with openapi-fetch 0.17.0",
    generate: "npx openapi-typescript openapi.json --output generated/api.d.ts",
  },
];

#!/usr/bin/env node
// Prints what the project is made of (CycloneDX), from package-lock.json.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const bom = JSON.parse(
  execFileSync("npm", ["sbom", "--sbom-format=cyclonedx", "--sbom-type=application", "--package-lock-only"], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
  }),
);
// npm names it after the folder, see findings/npm-sbom-root-named-after-folder.sh.
bom.metadata.component.name = JSON.parse(readFileSync("package.json", "utf8")).name;
console.log(JSON.stringify(bom, null, 2));

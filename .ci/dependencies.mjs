#!/usr/bin/env node
// Checks package-lock.json before anything of it is installed: licences, install scripts, and that every package
// is pinned by a hash. Has no dependencies and runs on every Node, because it decides what may be installed.
// Usage: node .ci/dependencies.mjs [folder]
import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Licences of packages that run in the service or are in the npm package (SPDX). */
const ALLOWED = new Set([
  "MIT",
  "Apache-2.0",
  "ISC",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "CC0-1.0",
  // The fonts of the pictures.
  "OFL-1.1",
  // Its copyleft ends at its own files, of which we change none (resvg).
  "MPL-2.0",
]);

/** Licences of tools that only build and test: they are not distributed. */
const ALLOWED_IN_TOOLS = new Set(["LGPL-3.0-or-later", "PSF-2.0", "Python-2.0"]);

/** Packages whose package.json has no licence, with the licence that their files state. One that is not needed is an error. */
const STATED_ELSEWHERE = {
  // Its file LICENSE is the MIT licence.
  "color-convert@0.5.3": "MIT",
};

const folder = process.argv[2] ?? ".";
const read = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const { allowScripts = {} } = read("package.json");
const { packages } = read("package-lock.json");

const problems = [];
const installed = Object.entries(packages)
  .filter(([path, { link }]) => path.includes("node_modules/") && !link)
  .map(([path, about]) => ({
    ...about,
    name: about.name ?? path.slice(path.lastIndexOf("node_modules/") + 13),
  }));

/** Is an SPDX expression of AND and OR satisfied by some licences? AND binds more tightly. */
const satisfies = (expression, allowed) =>
  expression
    .replaceAll(/[()]/g, "")
    .split(" OR ")
    .some((choice) => choice.split(" AND ").every((licence) => allowed.has(licence.trim())));

const usedElsewhere = new Set();
for (const { name, version, license, dev } of installed) {
  const id = `${name}@${version}`;
  const stated = license ?? STATED_ELSEWHERE[id];
  if (license === undefined && stated !== undefined) usedElsewhere.add(id);
  const allowed = dev ? new Set([...ALLOWED, ...ALLOWED_IN_TOOLS]) : ALLOWED;
  if (stated === undefined)
    problems.push(`${id} states no licence: read its files, and add it to STATED_ELSEWHERE.`);
  else if (!satisfies(stated, allowed))
    problems.push(
      `${id} has the licence ${stated}, which is not allowed${dev ? "" : " outside of tools"}: use another package.`,
    );
}
for (const id of Object.keys(STATED_ELSEWHERE))
  if (folder === "." && !usedElsewhere.has(id))
    problems.push(`${id} in STATED_ELSEWHERE is not needed: remove it.`);

const withScripts = new Set(installed.filter((p) => p.hasInstallScript).map((p) => p.name));
for (const name of withScripts)
  if (!Object.hasOwn(allowScripts, name))
    problems.push(
      `${name} has an install script that no one has reviewed: allow or deny it in package.json, allowScripts.`,
    );
for (const name of Object.keys(allowScripts))
  if (!withScripts.has(name)) problems.push(`${name} in allowScripts has no install script: remove it.`);

for (const { name, version, integrity, resolved = "" } of installed) {
  if (!/^sha512-/.test(integrity ?? ""))
    problems.push(`${name}@${version} has no SHA-512 in package-lock.json.`);
  if (resolved !== "") problems.push(`${name}@${version} comes from ${resolved}: use the registry.`);
}

for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log(`${installed.length} packages: licences, install scripts and hashes are in order.`);
process.exitCode = problems.length === 0 ? 0 : 1;

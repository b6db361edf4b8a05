import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputChunk } from "rolldown";

/** The folder of a module's package; undefined for code of this project. */
const packageOf = (module: string): string | undefined =>
  /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(module.replaceAll("\\", "/"))?.[0];

/** The licence of a package, as it comes with it. @throws for a package without one: it could not be published */
function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
  const text = file === undefined ? undefined : readFileSync(join(folder, file), "utf8").trim();
  if (text === undefined && license !== "MIT") throw new Error(`${folder} has no licence text.`);
  return `${name} ${version} (${license})\n\n${text ?? `Licensed under the terms of ${license}.`}`;
}

/** The licences of the packages of which a bundle has code: they ask to be included. */
export function noticesOf(chunks: readonly OutputChunk[]): string {
  const modules = chunks.flatMap(({ modules: all }) =>
    Object.entries(all).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : [])),
  );
  const folders = [...new Set(modules.flatMap((id) => packageOf(id) ?? []))].sort();
  return `${folders.map(licenceOf).join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

/*
 * Programs run as bundles of JavaScript, compiled once: of the sources, Node would read, strip and compile
 * hundreds of files at each start. JavaScript, because loading what strips types takes longer than all the rest of
 * this file.
 */

const root = new URL("../../../", import.meta.url);

/** The folder of the bundle that runs; undefined where the sources run. */
export let folder;

/** A program's bundle, if it is made from the present sources. */
async function current(program) {
  try {
    const name = readFileSync(new URL(`build/${program}/current`, root), "utf8");
    const from = new URL(`build/${program}/${name}/`, root);
    const bundle = await import(new URL(`${program}.js`, from).href);
    if (!bundle.isCurrent(program)) return undefined;
    folder = from;
    return bundle;
  } catch {
    return undefined;
  }
}

/**
 * The module of a program (`server`, `cli`): its bundle, which is made first where it is missing or not made from
 * the present sources; where it cannot be made, the sources.
 */
export async function load(program) {
  if (Number.parseInt(process.versions.node, 10) < 24) {
    console.error(
      `Node 24 or newer is needed; this is ${process.version}. "npm ci" installs it for "npm run" and "npm start", except with --omit=dev.`,
    );
    process.exit(1);
  }
  module.enableCompileCache(fileURLToPath(new URL("build/compile-cache", root)));
  const bundle = await current(program);
  if (bundle) return bundle;
  // In a process of its own: what the bundler takes, 400 MB, would remain with a server.
  const make = fileURLToPath(new URL("make.ts", import.meta.url));
  spawnSync(process.execPath, [make, program], { stdio: ["ignore", "ignore", "inherit"] });
  return (await current(program)) ?? (await import(`./${program}.ts`));
}

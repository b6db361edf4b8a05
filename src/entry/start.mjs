import { readFileSync } from "node:fs";
import { enableCompileCache, flushCompileCache } from "node:module";

/*
 * `npm start`. Runs the server as one bundle of JavaScript, compiled once: of the sources, Node would read,
 * strip and compile some nine hundred files at each start. A bundle that is missing or not made from the
 * present sources is made first; where the bundler is not installed, the sources run. JavaScript, because
 * loading what strips types takes longer than all the rest of this file.
 */

const root = new URL("../../", import.meta.url);

/** The bundle, if it is made from the present sources. */
async function current() {
  try {
    const name = readFileSync(new URL("build/server/current", root), "utf8");
    const bundle = await import(new URL(`build/server/${name}/server.js`, root).href);
    return bundle.isCurrent() ? bundle : undefined;
  } catch {
    return undefined;
  }
}

enableCompileCache(new URL("build/compile-cache", root).pathname);
let bundle = await current();
if (!bundle) {
  const { makeBundle } = await import("./bundle/make.ts");
  bundle = (await makeBundle()) ?? (await import("./bundle/server.ts"));
}
await bundle.main();
setTimeout(flushCompileCache, 1000).unref();

import { readdirSync, readFileSync } from "node:fs";
import module from "node:module";

/**
 * Keeps the files of a running bundle in memory, about 3 MB: a server loads parts of it when they are first needed,
 * and its folder may be deleted by then. Where the sources run there is no such folder.
 * @param {URL | undefined} folder ends with a slash
 */
export function keepModules(folder) {
  if (!folder) return;
  const kept = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".js"))
      .map((name) => [new URL(name, folder).href, readFileSync(new URL(name, folder))]),
  );
  module.registerHooks({
    resolve(specifier, context, next) {
      const url = specifier.startsWith("./") ? new URL(specifier, context.parentURL).href : specifier;
      return kept.has(url) ? { url, format: "module", shortCircuit: true } : next(specifier, context);
    },
    load(url, context, next) {
      const source = kept.get(url);
      return source ? { format: "module", source, shortCircuit: true } : next(url, context);
    },
  });
}

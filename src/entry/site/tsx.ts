import { readFileSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";
import { transformSync } from "oxc-transform";

/** A page's source as JavaScript. @throws what the transformer reports, with the place */
function javascriptOf(file: string): string {
  const { code, errors } = transformSync(file, readFileSync(file, "utf8"), {
    lang: "tsx",
    sourceType: "module",
    jsx: { runtime: "automatic", importSource: "hono/jsx" },
    typescript: { onlyRemoveTypeImports: true },
  });
  const [error] = errors;
  if (error) throw new SyntaxError(error.codeframe ?? error.message);
  return code;
}

let registered = false;

/** Lets Node import `.tsx`: it removes types, but does not know JSX (docs/adr/0012-a-site-on-the-server.md). */
export const registerTsx = (): void => {
  if (registered) return;
  registered = true;
  registerHooks({
    load: (url, context, next) =>
      url.startsWith("file:") && url.endsWith(".tsx")
        ? { format: "module", source: javascriptOf(fileURLToPath(url)), shortCircuit: true }
        : next(url, context),
  });
};

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

const INIT = `SwaggerUIBundle({ url: "/openapi.json", dom_id: "#swagger-ui", deepLinking: true, validatorUrl: null });
`;

/** The files of the reference at /docs, by name: Swagger UI from its package, and its start. */
export const docsAssets = (): Record<string, { type: string; body: string }> => ({
  "swagger-ui-bundle.js": {
    type: "text/javascript; charset=utf-8",
    body: readFileSync(require.resolve("swagger-ui-dist/swagger-ui-bundle.js"), "utf8"),
  },
  "swagger-ui.css": {
    type: "text/css; charset=utf-8",
    body: readFileSync(require.resolve("swagger-ui-dist/swagger-ui.css"), "utf8"),
  },
  "init.js": { type: "text/javascript; charset=utf-8", body: INIT },
});

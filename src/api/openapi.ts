import { OpenAPIHono } from "@hono/zod-openapi";
import type { Services } from "./respond.ts";
import { aboutRoutes } from "./routes/about.ts";
import { badgeRoutes } from "./routes/badge.ts";
import { changeRoutes } from "./routes/changes.ts";
import { compareRoutes } from "./routes/compare.ts";
import { downloadRoutes } from "./routes/downloads.ts";
import { lookupRoutes } from "./routes/lookup.ts";
import { operatorRoutes } from "./routes/operators.ts";
import { platformRoutes } from "./routes/platforms.ts";
import { releaseRoutes } from "./routes/releases.ts";
import { serviceRoutes } from "./routes/service.ts";

/** The documented routes. */
export function dataRoutes(s: Services): OpenAPIHono {
  const api = new OpenAPIHono();
  platformRoutes(api, s);
  lookupRoutes(api, s);
  badgeRoutes(api, s);
  operatorRoutes(api, s);
  changeRoutes(api, s);
  compareRoutes(api, s);
  releaseRoutes(api, s);
  downloadRoutes(api, s);
  aboutRoutes(api, s);
  serviceRoutes(api, s);
  return api;
}

const head = {
  info: {
    title: "AI Data Use",
    version: "1.0.0",
    description:
      "What online platforms do with people's data to train AI: for each the uses, the default, the way to opt out, and every change with its date and evidence. Read-only, without keys. Every path also stands under /v1.",
    license: { name: "MIT (code), CC BY 4.0 (data)", url: "https://creativecommons.org/licenses/by/4.0/" },
  },
  servers: [{ url: "/", description: "This server." }],
  tags: [
    { name: "Platforms", description: "What platforms do, for one audience and day." },
    { name: "Operators", description: "Who runs them." },
    { name: "Versions", description: "Releases, changes and comparisons." },
    { name: "Downloads", description: "The whole dataset as files." },
    { name: "About the data", description: "Terms, counts, schemas." },
    { name: "Service", description: "Health." },
  ],
  security: [],
};

/** OpenAPI 3.0 knows `nullable` only beside a `type`; a schema without one allows anything as it is. */
function withoutBareNullable(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(withoutBareNullable)
      .filter((v) => v === null || typeof v !== "object" || Object.keys(v).length > 0);
  if (value === null || typeof value !== "object") return value;
  const { allOf, ...others } = value as { allOf?: unknown[] };
  if (allOf && Object.keys(others).length === 0) {
    const rest = withoutBareNullable(allOf) as unknown[];
    if (rest.length === 1) return rest[0];
  }
  const entries = Object.entries(value).filter(
    ([key]) => key !== "nullable" || "type" in value || "$ref" in value || "allOf" in value,
  );
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutBareNullable(inner)]));
}

/** The OpenAPI documents, built from the routes. Written to schema/ by `npm run generate`, never built while serving. */
export function openApiDocuments(): { v31: object; v30: object } {
  // Routes are only described here, never called.
  const api = dataRoutes({} as Services);
  return {
    v31: api.getOpenAPI31Document({ openapi: "3.1.0", ...head }),
    v30: withoutBareNullable(api.getOpenAPIDocument({ openapi: "3.0.3", ...head })) as object,
  };
}

import type { DocumentName, ReadDocument } from "./name.ts";

const json = { with: { type: "json" } } as const;

const MODULES: Readonly<Record<DocumentName, () => Promise<{ default: object }>>> = {
  "openapi.json": () => import("../../../schema/openapi.json", json),
  "openapi-3.0.json": () => import("../../../schema/openapi-3.0.json", json),
  "platform.schema.json": () => import("../../../schema/platform.schema.json", json),
  "operator.schema.json": () => import("../../../schema/operator.schema.json", json),
};

/** Reads documents where the repository's files are at hand. package.json (`imports`) chooses this or assets.ts. */
export const readDocument: ReadDocument = async (name) => (await MODULES[name]()).default;

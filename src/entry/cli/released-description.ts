import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Keeps the API's description as it is released: later changes are compared with it (`npm run compatibility`).
 * @param data the folder of the records; the description is beside it, where the whole repository is there
 */
export function keepDescription(data: string): void {
  const schema = join(dirname(data), "schema");
  const current = join(schema, "openapi.json");
  if (!existsSync(current)) return;
  const released = join(schema, "released");
  mkdirSync(released, { recursive: true });
  copyFileSync(current, join(released, "openapi.json"));
}

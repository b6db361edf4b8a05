import { readFileSync } from "node:fs";

/** The major version of Node that the project needs: .nvmrc. */
export const REQUIRED_NODE = Number(readFileSync(new URL("../.nvmrc", import.meta.url), "utf8"));

/**
 * Stops before the first test where Node is too old, which an editor can start although `npm ci` installs
 * the right one. Without it, tests fail one by one for reasons that do not mention Node.
 * @throws {Error} one line that says how to fix it
 */
export function requireNode(version: string = process.versions.node): void {
  if (Number.parseInt(version, 10) >= REQUIRED_NODE) return;
  const error = new Error(
    `The tests need Node ${REQUIRED_NODE}; this is Node ${version}. Run them with npm test, or let your editor use node_modules/node/bin/node, which npm ci installed (VS Code: the setting vitest.nodeExecutable).`,
  );
  // Vitest prints the stack: the message is all that helps.
  error.stack = `Error: ${error.message}`;
  throw error;
}

import { DatabaseSync } from "node:sqlite";
import { DatabaseError, messagesOf } from "../database.ts";

/** How long to wait for another process before giving up, in milliseconds. */
const PATIENCE = 600_000;

/** How often a waiting process tries, in milliseconds. */
const POLL = 50;

/** Takes the lock of an open lock file. @returns false if another process has it */
function taken(file: DatabaseSync): boolean {
  try {
    file.exec("BEGIN EXCLUSIVE");
    return true;
  } catch (error) {
    if (/locked/.test(messagesOf(error))) return false;
    throw error;
  }
}

/**
 * Acts while no other process does so with the same file. SQLite's lock is the operating system's, which
 * ends with the process, however it ends.
 * @param path the file that is protected; the lock is `<path>.lock`, which remains
 * @param onWait called once if another process has to be waited for
 */
export async function withLock<T>(
  path: string,
  act: () => Promise<T>,
  onWait: () => void = () => {},
): Promise<T> {
  const file = new DatabaseSync(`${path}.lock`, { timeout: 0 });
  const begin = performance.now();
  try {
    for (let waiting = false; !taken(file); waiting = true) {
      if (!waiting) onWait();
      if (performance.now() - begin > PATIENCE)
        throw new DatabaseError(`Another process has been writing ${path} for ten minutes. Stop it first.`);
      await new Promise((resolve) => setTimeout(resolve, POLL));
    }
    return await act();
  } finally {
    file.close();
  }
}

import { Problem } from "./problem.ts";

/**
 * The result, or a problem where the database fails: 503 rather than an internal error.
 * @throws {Problem} `unavailable`
 */
export async function readable<T>(computing: Promise<T>): Promise<T> {
  try {
    return await computing;
  } catch (error) {
    if (error instanceof Problem) throw error;
    if (
      error instanceof Error &&
      /sqlite|libsql|d1_|drizzle|database|failed query/i.test(`${error.name} ${error.message}`)
    )
      throw new Problem("unavailable", "The database cannot be read at the moment.", [], error);
    throw error;
  }
}

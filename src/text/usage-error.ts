/** A command was called wrongly; the message says in one line what to do instead. Commands exit with 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** A variable is not usable; the message names it and says what to write. */
export class ObserveError extends Error {
  override name = "ObserveError";
}

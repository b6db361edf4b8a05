/** A release cannot be cut, or a ledger is wrong; the message says where and what to do. */
export class ReleaseError extends Error {
  override name = "ReleaseError";
}

import { v5 } from "uuid";

/**
 * The namespace of feed ids. It is random and must never change: feed readers would show every entry
 * a second time.
 */
const NAMESPACE = "e7c72878-c767-42e6-a31e-e8f36d0e1784";

/**
 * The permanent id of a feed or an entry: a name-based UUID (RFC 9562, version 5), independent of any
 * domain and server.
 * @param name its name, which never changes either: `changes/2026.11.2/7`
 */
export const permanentId = (name: string): string => `urn:uuid:${v5(name, NAMESPACE)}`;

/** A client of the API of AI Data Use, with its types. */
export type * from "./api.ts";
export type { Cache, CachedAnswer } from "./cache.ts";
export { memoryCache } from "./cache.ts";
export type {
  Answer,
  Client,
  ClientOptions,
  Item,
  JsonPath,
  ListPath,
  Path,
  RequestOptions,
} from "./client.ts";
export { createClient } from "./client.ts";
export { ProblemError } from "./problem.ts";
export type { RetryOptions } from "./retry.ts";

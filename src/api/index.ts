/** The HTTP API. Independent of the database engine. */
export { createApp } from "./app.ts";
export { isAboutServer } from "./http/about-server.ts";
export { ENTRY_BYTES, matchesEtag } from "./http/cache.ts";
export { clientOf } from "./http/client.ts";
export type { ByteRange, DownloadFile, Downloads } from "./http/downloads.ts";
export { assetHeaders, moduleHeaders, problemOutside } from "./http/headers.ts";
export { acceptClass } from "./http/negotiate.ts";
export { type OriginOptions, originSource } from "./http/origin.ts";
export type { Card, Pictures } from "./http/pictures.ts";
export { Problem, type ProblemMessage } from "./http/problem.ts";
export { OriginError, type Proxies, proxies, type ReadHeader } from "./http/proxies.ts";
export {
  type RateLimit,
  rateLimited,
  rateLimitFrom,
  rateLimitLeft,
  rateLimitPolicy,
} from "./http/rate-limit.ts";
export { refuse } from "./http/refused.ts";
export { repeatableBytes } from "./http/repeatable.ts";
export { type Services, services } from "./http/services.ts";
export { routeOf } from "./route-of.ts";

/** The HTTP API. Independent of the database engine. */
export { createApp } from "./app.ts";
export { ENTRY_BYTES, matchesEtag } from "./http/cache.ts";
export type { ByteRange, DownloadFile, Downloads } from "./http/downloads.ts";
export { assetHeaders } from "./http/headers.ts";
export { acceptClass } from "./http/negotiate.ts";
export { type OriginOptions, originSource } from "./http/origin.ts";
export { OriginError } from "./http/proxies.ts";
export { refuse } from "./http/refused.ts";
export { repeatableBytes } from "./http/repeatable.ts";
export { type Services, services } from "./http/services.ts";
export { openApiDocuments } from "./openapi.ts";

/** The HTTP API. Independent of the database engine. */
export { createApp } from "./app.ts";
export type { ByteRange, DownloadFile, Downloads } from "./http/downloads.ts";
export { assetHeaders } from "./http/headers.ts";
export { OriginError, type OriginOptions, originSource } from "./http/origin.ts";
export { type Services, services } from "./http/services.ts";

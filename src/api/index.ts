/** The HTTP API. Knows nothing of which database it reads. */
export { createApp } from "./app.ts";
export type { ByteRange, DownloadFile, Downloads } from "./downloads.ts";
export { openApiDocuments } from "./openapi.ts";
export { type Services, services } from "./respond.ts";

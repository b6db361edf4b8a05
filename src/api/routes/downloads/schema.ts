import { z } from "@hono/zod-openapi";

export const downloadSchema = z
  .object({
    path: z.string().openapi({ description: "The file's path.", example: "ai-data-use.sqlite" }),
    url: z.string().openapi({ description: "Its URL on this server." }),
    description: z.string().openapi({ description: "What it contains." }),
    mediaType: z.string(),
    bytes: z.int(),
    rows: z.int().nullable().openapi({ description: "Rows or records, where the file has them." }),
    sha256: z.string().openapi({ description: "SHA-256 of the file, hexadecimal." }),
    examples: z
      .array(z.object({ tool: z.string(), command: z.string() }).openapi("LoadCommand"))
      .openapi({ description: "Commands that load it in some tools." }),
  })
  .openapi("Download");

/** The media types of the files. A test compares them with the formats. */
export const MEDIA_TYPES = [
  "text/csv",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.apache.parquet",
  "application/json",
  "application/x-ndjson",
  "application/vnd.sqlite3",
  "application/sql",
  "application/ld+json",
  "application/yaml",
  "text/plain",
] as const;

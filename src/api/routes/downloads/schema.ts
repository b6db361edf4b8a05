import * as z from "zod";
import "../../http/openapi-method.ts";
import { listOf } from "../../http/envelope-schema.ts";

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

export const downloadListSchema = listOf(downloadSchema, "DownloadList");

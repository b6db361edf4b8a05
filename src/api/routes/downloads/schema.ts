import * as z from "zod";
import "../../http/openapi-method.ts";
import { listOf } from "../../http/envelope-schema.ts";
import { text, url } from "../../http/values.ts";

export const downloadSchema = z
  .object({
    path: text("The file's path.", "ai-data-use.sqlite"),
    url: url("Its URL on this server."),
    description: text("What it contains."),
    mediaType: text("Its media type.", "text/csv"),
    bytes: z.int().openapi({ description: "Its size in bytes.", format: "int64" }),
    rows: z
      .int()
      .nullable()
      .openapi({ description: "Rows or records; null where the file has none.", format: "int64" }),
    sha256: text("SHA-256 of the file, hexadecimal."),
    examples: z
      .array(
        z
          .object({ tool: text("The tool.", "DuckDB"), command: text("What to type or paste.") })
          .openapi("LoadCommand", { description: "How to load a file in a tool." }),
      )
      .openapi({ description: "Commands that load it in some tools." }),
  })
  .openapi("Download", { description: "A file of the dataset." });

export const downloadListSchema = listOf(downloadSchema, "DownloadList", "The files of the dataset.");

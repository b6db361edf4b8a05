import * as z from "zod";
import "../../http/openapi-method.ts";
import { text } from "../../http/values.ts";

export const statusSchema = z
  .object({
    status: text("How it is, in a word.", "ready"),
    release: text("The version of the dataset that is served; null where that is not asked for.").nullable(),
  })
  .openapi("ServiceStatus", { description: "How the service is." });

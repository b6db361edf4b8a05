import { extendZodWithOpenApi } from "@asteasolutions/zod-to-openapi";
import { ZodType } from "zod";

/*
 * Keeps what schemas are described with, for the OpenAPI documents. Not imported from @hono/zod-openapi, whose `z` is
 * all of Zod with every language: bundles keep only what is used of `import * as z from "zod"`.
 */
extendZodWithOpenApi({ ZodType } as Parameters<typeof extendZodWithOpenApi>[0]);

import type {} from "@asteasolutions/zod-to-openapi";
import { extendZodWithOpenApi } from "@asteasolutions/zod-to-openapi";
import { ZodType } from "zod";

/*
 * Gives Zod's schemas the method `openapi`, for modules that describe schemas with it. Not imported from
 * @hono/zod-openapi, whose `z` is all of Zod with every language: bundles of the Worker keep only what is
 * used of `import * as z from "zod"`.
 */
extendZodWithOpenApi({ ZodType } as Parameters<typeof extendZodWithOpenApi>[0]);

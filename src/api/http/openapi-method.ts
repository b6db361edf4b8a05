import type {} from "@asteasolutions/zod-to-openapi";
import "#openapi";
/* Gives Zod's schemas the method `openapi`, for modules that describe schemas with it. */

import { ZodType } from "zod";

/**
 * For Workers, which never write the documents: what schemas are described with is not kept. Zod gives its schemas the
 * enumerable methods of the prototype.
 */
Object.defineProperty(ZodType.prototype, "openapi", {
  enumerable: true,
  value(this: ZodType): ZodType {
    return this;
  },
});

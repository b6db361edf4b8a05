import { ZodType } from "zod";

/** For Workers, which never write the documents: what schemas are described with is not kept. */
Object.defineProperty(ZodType.prototype, "openapi", {
  value(this: ZodType): ZodType {
    return this;
  },
});

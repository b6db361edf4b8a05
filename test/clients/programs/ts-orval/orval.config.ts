import { defineConfig } from "orval";

export default defineConfig({
  api: {
    input: "openapi.json",
    output: {
      target: "generated/api.ts",
      client: "fetch",
      schemas: { path: "generated/schemas", type: "zod" },
      baseUrl: { runtime: "process.argv[2]" },
      override: { fetch: { runtimeValidation: true, forceSuccessResponse: true } },
    },
  },
});

import type { ServeMcp } from "../../mcp/app.ts";

/** Answers with the SDK, which is loaded for the first request: most servers never need it. */
export const serveHere: ServeMcp = async (request, given) => {
  const { serveMcp } = await import("../../mcp/serve.ts");
  return serveMcp(request, given);
};

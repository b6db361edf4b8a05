import type { Context } from "hono";

/**
 * Does the client ask for HTML by name? Programs that accept anything (`*` + `/*`) get JSON:
 * the API never answers HTML to a program.
 */
export const wantsHtml = (c: Context): boolean =>
  (c.req.header("Accept") ?? "").split(",").some((part) => {
    const [type, ...params] = part
      .trim()
      .toLowerCase()
      .split(";")
      .map((p) => p.trim());
    return type === "text/html" && !params.includes("q=0");
  });

import { commonErrors } from "../../http/documented-errors.ts";
import { endpoint } from "../../http/endpoint.ts";
import { Problem } from "../../http/problem.ts";
import { markRepeatable } from "../../http/repeatable.ts";

const NOT_STORED = { "Cache-Control": "no-store" };

const ALIVE = new TextEncoder().encode(JSON.stringify({ status: "ok", release: null }));

const health = endpoint(
  {
    id: "getHealth",
    path: "/healthz",
    tag: "Service",
    summary: "Is the process alive?",
    description: "Always 200 while the process answers; does not check the database.",
    about: "Is the process alive?",
    example: "/healthz",
    query: {},
    responses: { 200: { description: "It is alive." }, 400: commonErrors[400] },
  },
  async (_, { c }) => {
    markRepeatable(c, ALIVE);
    return new Response(ALIVE, {
      headers: {
        ...NOT_STORED,
        "Content-Type": "application/json",
        "Content-Length": String(ALIVE.byteLength),
      },
    });
  },
);

const readiness = endpoint(
  {
    id: "getReadiness",
    path: "/readyz",
    tag: "Service",
    summary: "Can it answer?",
    description:
      "200 when the database can be read and holds a dataset. 503 otherwise, and from SIGTERM until the server ends.",
    about: "Can it answer?",
    example: "/readyz",
    query: {},
    responses: {
      200: { description: "It can." },
      400: commonErrors[400],
      503: commonErrors[503],
    },
  },
  async (s, { c }) => {
    const reason = s.notReady();
    if (reason !== undefined) throw new Problem("unavailable", reason);
    try {
      const { version } = await s.store.current();
      return c.json({ status: "ready", release: version }, 200, NOT_STORED);
    } catch (error) {
      throw new Problem("unavailable", error instanceof Error ? error.message : String(error));
    }
  },
);

/** /healthz and /readyz */
export const serviceEndpoints = [health, readiness];

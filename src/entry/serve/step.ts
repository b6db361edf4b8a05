import type { IncomingMessage, ServerResponse } from "node:http";

/** One stage of the server: it answers the request, or passes it on. */
export type Step = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

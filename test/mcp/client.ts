import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";

/** The revisions of the protocol: from 2026-07-28 on, and before. */
export const ERAS = ["modern", "legacy"] as const;
export type Era = (typeof ERAS)[number];

/** A client of the SDK that is connected. @param fetch sends its requests. Default: over the network */
export async function connected(url: string, era: Era, fetch?: typeof globalThis.fetch): Promise<Client> {
  const mode = era === "modern" ? { pin: "2026-07-28" } : ("legacy" as const);
  const client = new Client({ name: "test", version: "1.0.0" }, { versionNegotiation: { mode } });
  await client.connect(new StreamableHTTPClientTransport(new URL(url), fetch && { fetch }));
  return client;
}

/** The text of a tool's result. */
export function textOf({ content }: Awaited<ReturnType<Client["callTool"]>>): string {
  const [first] = content;
  if (first?.type !== "text") throw new Error("The first content is not text.");
  return first.text;
}

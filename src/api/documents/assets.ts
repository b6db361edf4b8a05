import { env } from "cloudflare:workers";
import { Problem } from "../http/problem.ts";
import type { DocumentName, ReadDocument } from "./name.ts";

const read = new Map<DocumentName, object>();

/**
 * One of the files that only the Worker reads.
 * @throws {Problem} `unavailable`, if it was not deployed
 */
export async function readAsset(name: string): Promise<Response> {
  // The host means nothing: a binding answers from the files that were deployed with the Worker.
  const response = await env.ASSETS.fetch(`https://assets.invalid/_documents/${name}`);
  if (response.ok) return response;
  throw new Problem("unavailable", `${name} was not deployed with the Worker: \`adu assets\` writes it.`);
}

/** Reads documents from a Worker's static assets, so that they are no part of its script. */
export const readDocument: ReadDocument = async (name) => {
  // Not the promise: requests must not wait for work of another request, which ends with it.
  const document = read.get(name) ?? ((await (await readAsset(name)).json()) as object);
  read.set(name, document);
  return document;
};

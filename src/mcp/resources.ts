import type * as z from "zod";
import type { platformListSchema } from "../api/routes/platforms/schema.ts";
import { compactName } from "../text/fold.ts";
import { askJson, askText, type Given, pathWith, Refused } from "./ask.ts";
import { methodText } from "./method.ts";
import { cursorOf } from "./pages.ts";
import { pathOf } from "./platform.ts";

type PlatformList = z.infer<typeof platformListSchema>;

/** The scheme of the resources: they are read through this server, not from the web. */
const SCHEME = "ai-data-use://";

const JSON_TYPE = "application/json";

interface Fixed {
  uri: string;
  name: string;
  title: string;
  description: string;
  mimeType: string;
  read(given: Given): string | Promise<string>;
}

/** Resources that are not about one platform. */
const FIXED: readonly Fixed[] = [
  {
    uri: `${SCHEME}vocabulary`,
    name: "vocabulary",
    title: "Vocabulary",
    description: "Every term with its definition.",
    mimeType: JSON_TYPE,
    read: (given) => askText(given, "/vocabulary"),
  },
  {
    uri: `${SCHEME}method`,
    name: "method",
    title: "Method",
    description: "How the data is made, and what verdicts and grades mean.",
    mimeType: "text/markdown",
    read: methodText,
  },
];

/** A record's URI. */
const recordUri = (id: string): string => `${SCHEME}platforms/${encodeURIComponent(id)}/record`;

/** The URI of records with a place for the id (RFC 6570). */
const RECORD_TEMPLATE = `${SCHEME}platforms/{id}/record`;

/** The templates of URIs. */
export const TEMPLATES = [
  {
    uriTemplate: RECORD_TEMPLATE,
    name: "record",
    title: "A platform's record",
    description: "Rules, controls, events, myths and sources, as they are written.",
    mimeType: JSON_TYPE,
  },
];

const askNames = (given: Given, parameters: { q?: string | undefined; cursor?: string | undefined }) =>
  askJson<PlatformList>(given, pathWith("/platforms", { ...parameters, fields: "id,name", limit: 100 }));

/** A page of the list: the fixed resources, then the records. @throws {Refused} */
export async function listResources(given: Given, cursor: string | undefined) {
  const { items, next } = await askNames(given, { cursor });
  const fixed = cursor === undefined ? FIXED.map(({ read: _, ...resource }) => resource) : [];
  const records = items.map(({ id = "", name = "" }) => ({
    uri: recordUri(id),
    name: `${id}-record`,
    title: `Record of ${name}`,
    mimeType: JSON_TYPE,
  }));
  const nextCursor = cursorOf(next);
  return { resources: [...fixed, ...records], ...(nextCursor !== null && { nextCursor }) };
}

/**
 * What a resource contains; undefined where there is none with this URI.
 * @throws {Refused} for a platform that there is not
 */
export async function readResource(given: Given, uri: string) {
  const fixed = FIXED.find((resource) => resource.uri === uri);
  if (fixed) return { contents: [{ uri, mimeType: fixed.mimeType, text: await fixed.read(given) }] };
  const [, id] = /^ai-data-use:\/\/platforms\/([^/]+)\/record$/.exec(uri) ?? [];
  if (id === undefined) return undefined;
  const text = await askText(given, pathOf(decoded(id), "/record"));
  return { contents: [{ uri, mimeType: JSON_TYPE, text }] };
}

/** @throws {Refused} for what is not percent-encoded text */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new Refused(`${text} is not percent-encoded text.`);
  }
}

/** The ids that complete what was typed of one, or of a name. */
export async function completeId(given: Given, typed: string) {
  const { items, next } = await askNames(given, {
    q: typed.trim() === "" ? undefined : typed.trim().slice(0, 200),
  });
  const begun = compactName(typed);
  const values = items
    .filter(({ id = "", name = "" }) => id.startsWith(typed) || compactName(name).startsWith(begun))
    .map(({ id = "" }) => id);
  return { completion: { values, hasMore: next !== null } };
}

/** The documents that depend only on the code: schema/ has them. */
export const DOCUMENTS = [
  "openapi.json",
  "openapi-3.0.json",
  "platform.schema.json",
  "operator.schema.json",
] as const;

export type DocumentName = (typeof DOCUMENTS)[number];

/** A document, parsed. It is read when it is first asked for. */
export type ReadDocument = (name: DocumentName) => Promise<object>;

/** The file with the names of subdivisions, which only Workers read: `#subdivisions` has them elsewhere. */
export const SUBDIVISIONS_FILE = "subdivisions.txt";

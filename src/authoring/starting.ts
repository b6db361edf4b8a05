import { listInWords } from "../language/en/index.ts";
import {
  type Apps,
  type CATEGORY,
  type Copy,
  copyUrl,
  type Operator,
  type Platform,
  SCHEMA_VERSION,
  type SOURCE_KIND,
  type Source,
} from "../model/index.ts";
import { freeSlug, slugOf } from "./ids.ts";

/** A document that a new record begins with: archived copies, an address on the platform's own site, or both. */
export interface StartingDocument {
  title: string;
  url?: string | undefined;
  copies: Copy[];
}

/** What is known of a platform when its record is begun. */
export interface Start {
  id: string;
  name: string;
  operator: { id: string; name: string };
  category: keyof typeof CATEGORY;
  domains: string[];
  apps?: Apps | undefined;
  summary?: string | undefined;
  service?: string | undefined;
  documents: StartingDocument[];
  /** `YYYY-MM-DD` */
  today: string;
}

/** What sort of document a title promises; the author corrects it where it is wrong. */
const kindOf = (title: string): keyof typeof SOURCE_KIND =>
  /privacy|cookie|tracker|data protection/i.test(title)
    ? "policy"
    : /help|support|faq|how /i.test(title)
      ? "help"
      : "terms";

/** The short name of an archive, which distinguishes two titles: `OpenTermsArchive/pga-versions` → `pga`. */
const shortName = (archive: string): string => (archive.split("/")[1] as string).replace(/-versions$/, "");

/**
 * The documents found in archives and those given by address, put together: the same text
 * in two archives is one document with two copies; one title over two texts is two documents.
 */
export function joinDocuments(
  archived: readonly { title: string; copy: Copy; blob: string }[],
  given: readonly { title: string; url: string }[],
): StartingDocument[] {
  const byText = Map.groupBy(archived, ({ title, blob }) => `${title}\0${blob}`);
  const texts = [...byText.values()].map((same) => ({
    title: same[0]?.title as string,
    copies: same.map((d) => d.copy),
  }));
  const documents: StartingDocument[] = texts.map(({ title, copies }) => {
    const alone = texts.filter((t) => t.title === title).length === 1;
    return {
      title: alone ? title : `${title} (${copies.map((c) => shortName(c.archive)).join(", ")})`,
      copies,
    };
  });
  for (const { title, url } of given) {
    const known = documents.find((d) => d.title.toLowerCase() === title.toLowerCase());
    if (known) known.url = url;
    else documents.push({ title, url, copies: [] });
  }
  return documents;
}

function sourceOf(id: string, { title, url, copies }: StartingDocument, { name, operator }: Start): Source {
  const [copy] = copies;
  return {
    id,
    kind: kindOf(title),
    title: title.toLowerCase().startsWith(name.toLowerCase()) ? title : `${name} ${title}`,
    publisher: operator.name,
    // The copy is on the web too; an open question asks for the platform's own address.
    url: url ?? (copy ? copyUrl(copy) : ""),
    ...(copies.length > 0 ? { copies } : {}),
  };
}

/** What the author has to find out; it is in the record until then. */
function openQuestions({ documents }: Start): string[] {
  const elsewhere = documents.filter((d) => d.url === undefined).map((d) => d.title);
  return [
    documents.length === 0
      ? "Which documents say what is done with people's data? None has been found yet."
      : "What do the documents say about training generative AI? They have been found, but not read yet.",
    ...(elsewhere.length > 0
      ? [
          `Where are these documents on the platform's own site? The addresses here are the archive's: ${listInWords(elsewhere)}.`.slice(
            0,
            600,
          ),
        ]
      : []),
  ];
}

/**
 * The record that an author starts from: what is known, and `not-stated` for generative
 * training, citing the documents that are there to be read. Without a document it is a
 * draft, which is not valid yet.
 */
export function startingPlatform(start: Start): Platform {
  const { id, name, operator, category, domains, apps, summary, service, documents, today } = start;
  const sources: Source[] = [];
  for (const document of documents) {
    const taken = sources.map((s) => s.id);
    sources.push(sourceOf(freeSlug(slugOf(document.title) || "document", taken), document, start));
  }
  return {
    $schema: "../../schema/platform.schema.json",
    schemaVersion: SCHEMA_VERSION,
    id,
    name,
    operator: operator.id,
    category,
    domains: domains.map((host) => ({ host, role: "main" })),
    ...(apps && { apps }),
    summary:
      summary ??
      `The record of ${name} was started on ${today}. Its documents have not been read for it yet.`,
    practices: [
      {
        id: "generative-training",
        title: "Training of generative models",
        kinds: ["published"],
        model: "generative",
        purpose: "train-ai",
        recipients: ["operator"],
        rules: [
          {
            id: "all",
            dataUse: "not-stated",
            note: "The documents have not been read for this yet.",
            evidence: { dataUse: sources.map((s) => s.id) },
          },
        ],
      },
    ],
    controls: [],
    events: [],
    myths: [],
    sources,
    ...(service === undefined ? {} : { sameAs: { openTermsArchive: service } }),
    review: { verified: today, openQuestions: openQuestions(start) },
  };
}

/** An operator's record as an author starts from it. */
export const startingOperator = ({
  id,
  name,
  legalName,
  jurisdiction,
}: {
  id: string;
  name: string;
  legalName?: string | undefined;
  jurisdiction: string;
}): Operator => ({
  $schema: "../../schema/operator.schema.json",
  schemaVersion: SCHEMA_VERSION,
  id,
  name,
  ...(legalName === undefined ? {} : { legalName }),
  jurisdiction,
  sources: [],
});

import * as z from "zod";
import { pathPattern } from "./plain-text.ts";
import { day, partialDate, slug, termSchema, text, webUrl } from "./primitives.ts";
import { SOURCE_KIND } from "./vocabulary.ts";
import { audienceWhenSchema } from "./when.ts";

/**
 * Can it be the path of a file in a git repository? Git reads `./` and `../` at the beginning of
 * `<commit>:<path>` as relative to the working directory, and a newline ends a request of `cat-file --batch`.
 */
export const isRepositoryPath = (path: string): boolean =>
  !/\p{Cc}/u.test(path) && path.split("/").every((part) => part !== "" && part !== "." && part !== "..");

/** A place in a public git archive that holds a copy of a document. */
export const copySchema = z
  .strictObject({
    archive: z
      .string()
      .regex(/^[A-Za-z0-9_.-]{1,100}\/[A-Za-z0-9_.-]{1,100}$/, "owner/name of a public git repository")
      .meta({
        description: "The public git repository, owner/name.",
        examples: ["OpenTermsArchive/pga-versions"],
      }),
    commit: z
      .string()
      .regex(/^[0-9a-f]{7,40}$/, "a commit: 7 to 40 hexadecimal digits")
      .meta({ description: "The commit at which the document was read." }),
    path: text("The document's path inside the repository.")
      .refine(isRepositoryPath, {
        error:
          "a path inside the repository, such as `Service/Privacy Policy.md`: without . or .. as a part, control characters, or a slash at its beginning or end",
      })
      .meta({ description: "The document's path inside the repository.", pattern: pathPattern() }),
    captured: day("The day on which the archive took this copy (the commit's date)."),
  })
  .meta({ description: "An archived copy of the document." });

const few = (what: string) => text(what, 160, 8);

/** A passage inside an archived copy: where it starts and ends, and what it hashes to. */
export const passageSchema = z
  .strictObject({
    id: slug("The passage's name, unique within the source."),
    copy: z.int().nonnegative().meta({ description: "Index into `copies`: the copy that was read." }),
    heading: few(
      "The heading before the passage, at most eight words. Default: the beginning of the document.",
    ).optional(),
    start: few("The passage's first words, at most eight."),
    end: few("The passage's last words, at most eight."),
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/, "64 hexadecimal digits, as `npm run evidence -- fingerprint` writes them")
      .meta({
        description:
          "SHA-256 over the normalised passage. Written by `npm run evidence -- fingerprint`, never by hand.",
      }),
  })
  .meta({ description: "A fingerprinted passage of an archived copy. Text is located, never copied." });

/** A document that evidence points to. */
export const sourceSchema = z
  .strictObject({
    id: slug("The source's name, unique within the record."),
    kind: termSchema(SOURCE_KIND, "The kind of document."),
    title: text("The document's title.", 300),
    publisher: text("Who published it."),
    url: webUrl("Where it is or was on the web."),
    published: partialDate(
      "The date that the document itself gives (published, effective or last updated).",
    ).optional(),
    seen: partialDate(
      "For a document without an archived copy: the day on which it was seen to say this.",
    ).optional(),
    when: audienceWhenSchema.optional().meta({ description: "For whom the document is. Default: everyone." }),
    copies: z.array(copySchema).optional().meta({ description: "Archived copies that anyone can check." }),
    passages: z.array(passageSchema).optional().meta({ description: "Fingerprinted passages." }),
  })
  .meta({
    description:
      "A document that evidence points to. One path in two archives can hold two documents: then they are two sources.",
  });

export type Copy = z.infer<typeof copySchema>;
export type Passage = z.infer<typeof passageSchema>;
export type Source = z.infer<typeof sourceSchema>;

/** The archived copy on the web; every archive in the dataset is a public repository there. */
export const copyUrl = ({ archive, commit, path }: Pick<Copy, "archive" | "commit" | "path">): string =>
  `https://github.com/${archive}/blob/${commit}/${path.split("/").map(encodeURIComponent).join("/")}`;

import type { ByteRange, DownloadFile, Downloads } from "../../api/index.ts";
import type { Publication } from "../../db/index.ts";
import { EDITION } from "../../exports/about.ts";

/** As much of an R2 bucket as is needed to read it. */
export interface Bucket {
  get(
    key: string,
    options?: { range: { offset: number; length: number } },
  ): Promise<{ body: ReadableStream; json<T>(): Promise<T> } | null>;
}

type State = Pick<Publication, "version" | "digest">;

/** The key under which a file of a state of the dataset is kept. */
export const keyOf = ({ version, digest }: State, path: string): string =>
  `${version}/${digest}/${EDITION}/${path}`;

/** The list of a state's files; it is written last, so that what it names is there. */
export const INDEX = "index.json";

/** Downloads on Workers: `npm run publish` puts the files into a bucket. */
export class R2Downloads implements Downloads {
  readonly #bucket: Bucket;
  readonly #lists = new Map<string, readonly DownloadFile[]>();

  constructor(bucket: Bucket) {
    this.#bucket = bucket;
  }

  async #get(publication: Publication, path: string, range?: ByteRange) {
    const object = await this.#bucket.get(
      keyOf(publication, path),
      range && { range: { offset: range.start, length: range.end - range.start + 1 } },
    );
    if (!object) throw new Error(`${path} of ${publication.version} was not published.`);
    return object;
  }

  async list(publication: Publication): Promise<readonly DownloadFile[]> {
    const key = keyOf(publication, INDEX);
    const files =
      this.#lists.get(key) ?? (await (await this.#get(publication, INDEX)).json<DownloadFile[]>());
    this.#lists.set(key, files);
    return files;
  }

  async open(
    publication: Publication,
    { path }: DownloadFile,
    range?: ByteRange,
  ): Promise<ReadableStream<Uint8Array>> {
    return (await this.#get(publication, path, range)).body as ReadableStream<Uint8Array>;
  }
}

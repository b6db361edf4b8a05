import type { Card, Pictures } from "../../api/index.ts";
import { keyOf } from "./key.ts";

/** As much of an R2 bucket as is needed to read a picture. */
export interface PictureBucket {
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
}

/** Pictures on Workers: `npm run publish` puts them into a bucket. */
export class BucketPictures implements Pictures {
  readonly #bucket: PictureBucket;

  constructor(bucket: PictureBucket) {
    this.#bucket = bucket;
  }

  async png(card: Card): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const object = await this.#bucket.get(await keyOf(card));
    return object ? new Uint8Array(await object.arrayBuffer()) : undefined;
  }
}

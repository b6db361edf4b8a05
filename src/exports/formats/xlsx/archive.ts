import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { Zip, ZipDeflate } from "fflate";

/** ZIP entries have a local time; this one is the same in every zone, so that the same data gives the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/** Characters that are kept before they are compressed. */
const BUFFER = 1 << 16;

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A file in an archive while it is being written. */
export interface Part {
  write(text: string): void;
  end(): void;
}

/**
 * A ZIP file of XML parts that are written at the same time. Compressed bytes of a part wait in memory until
 * the parts before it have ended.
 */
export class Archive {
  readonly #fd: number;
  readonly #zip: Zip;

  constructor(path: string) {
    mkdirSync(dirname(path), { recursive: true });
    this.#fd = openSync(path, "w");
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      for (let at = 0; at < chunk.length; ) at += writeSync(this.#fd, chunk, at);
    });
  }

  /** Begins a part. */
  part(path: string): Part {
    const entry = new ZipDeflate(path);
    entry.mtime = NO_TIME;
    this.#zip.add(entry);
    let waiting: string[] = [XML];
    let length = 0;
    const push = (last: boolean): void => {
      entry.push(Buffer.from(waiting.join(""), "utf8"), last);
      waiting = [];
      length = 0;
    };
    return {
      write(text) {
        waiting.push(text);
        length += text.length;
        if (length > BUFFER) push(false);
      },
      end: () => push(true),
    };
  }

  /** Ends the file, after all its parts. */
  end(): void {
    this.#zip.end();
    closeSync(this.#fd);
  }
}

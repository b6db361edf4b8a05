import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { repeatableBytes, type Services } from "../../../api/index.ts";
import { type Compressor, compressed, type Fetch, wouldCompress } from "../../compress.ts";
import { chooseEncoding } from "../../encodings.ts";
import type { Step } from "../step.ts";
import { OnceCompressor } from "./compressor.ts";
import { type Finished, finishedFrom, headersFor, REQUEST_ID, responseOf } from "./finished.ts";
import { headerOf } from "./header.ts";
import { keyOf } from "./key.ts";
import { ResponseStore } from "./store.ts";

/** What an answer depends on in addition to its request. */
type State = Pick<Services, "publication" | "today" | "origin">;

interface HotOptions {
  /** The most that is kept, in bytes. */
  bytes?: number | undefined;
  compressor?: Compressor | undefined;
}

const BYTES = 24_000_000;

/** The id of a request: its own, if it is one, as Hono's middleware decides that. */
const requestId = ({ rawHeaders }: IncomingMessage): string => {
  const given = headerOf(rawHeaders, REQUEST_ID);
  return given && given.length <= 255 && !/[^\w\-=]/.test(given) ? given : randomUUID();
};

function write(res: ServerResponse, finished: Finished, id: string): void {
  const { status, body } = finished;
  res.writeHead(status, headersFor(finished, id) as string[]);
  // As one argument: `end(undefined)` takes another way.
  if (body) res.end(body);
  else res.end();
}

/**
 * Answers requests that were answered before from memory, before the API sees them. Answers are kept for one
 * publication and one day; the API marks those that can be repeated.
 */
export class HotAnswers {
  readonly #state: State;
  readonly #store: ResponseStore;
  readonly #cold: Fetch;
  #publication: object | undefined;
  #day: string | undefined;
  /** Counts the states that answers were kept for. */
  #epoch = 0;

  /** @param api answers what is not kept, without compression */
  constructor(state: State, api: Fetch, { bytes = BYTES, compressor }: HotOptions = {}) {
    this.#state = state;
    this.#store = new ResponseStore(bytes);
    this.#cold = compressed(api, new OnceCompressor(this.#store, compressor));
  }

  /** The number of the state that answers are kept for; undefined while the publication has to be read first. */
  #now(): number | undefined {
    const publication = this.#state.publication.recent();
    if (!publication) return undefined;
    const today = this.#state.today();
    if (publication !== this.#publication || today !== this.#day) {
      this.#publication = publication;
      this.#day = today;
      this.#epoch++;
      this.#store.clear();
    }
    return this.#epoch;
  }

  #kept(req: IncomingMessage): Finished | undefined {
    const key = keyOf(req, this.#state.origin);
    return key === undefined || this.#now() === undefined ? undefined : this.#store.get(key);
  }

  /** Answers from memory, or passes on. */
  readonly step: Step = (req, res, next) => {
    const kept = this.#kept(req);
    if (kept) write(res, kept, requestId(req));
    else next();
  };

  /** Answers a request that {@link step} passed on, and keeps the answer. */
  readonly fetch: Fetch = async (request, env) => {
    const req = (env as { incoming?: IncomingMessage } | undefined)?.incoming;
    if (!req) return this.#cold(request, env);
    // It may have been answered while this request waited.
    const kept = this.#kept(req);
    if (kept) return responseOf(kept, requestId(req));
    const key = keyOf(req, this.#state.origin);
    const epoch = this.#now();
    const response = await this.#cold(request, env);
    return key === undefined ? response : this.#keep(key, epoch, response, { request, env });
  };

  /** Keeps an answer if it can be repeated, and the state is the one before. */
  async #keep(
    key: string,
    epoch: number | undefined,
    response: Response,
    { request, env }: { request: Request; env: object | undefined },
  ): Promise<Response> {
    const plain = repeatableBytes(env);
    const { status, headers } = response;
    if (!plain || (status !== 200 && status !== 304)) return response;
    const isEncoded = headers.has("Content-Encoding");
    // What was not compressed because too much else was is compressed the next time.
    const refused = !isEncoded && chooseEncoding(request.headers.get("Accept-Encoding")) !== undefined;
    if (status === 200 && refused && wouldCompress(headers, plain)) return response;
    const hasBody = status === 200 && request.method === "GET";
    const body = !hasBody ? undefined : isEncoded ? new Uint8Array(await response.arrayBuffer()) : plain;
    const finished = finishedFrom(status, headers, body);
    if (epoch !== undefined && this.#now() === epoch) this.#store.set(key, finished);
    return new Response(body ?? null, { status, headers });
  }

  /** What is kept. */
  get kept(): { bytes: number; requests: number; responses: number } {
    return { bytes: this.#store.size, ...this.#store.count };
  }
}

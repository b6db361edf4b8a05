/*
 * How requests are made. The client that comes with kubb parses every body as JSON and every status as success,
 * so that errors and downloads need this one.
 */
export interface RequestConfig<Body = unknown> {
  method?: string;
  url?: string;
  baseURL?: string;
  params?: unknown;
  data?: Body;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}
export interface ResponseConfig<Data = unknown> {
  data: Data;
  status: number;
}
export type ResponseErrorConfig<Failure = unknown> = Failure;

/** An answer with a status that is not 2xx; `body` is its problem. */
export class Failed extends Error {
  body: unknown;
  constructor(body: unknown) {
    super("The server answered with a problem.");
    this.body = body;
  }
}

const client = async <Data, _Failure = unknown, Body = unknown>(
  config: RequestConfig<Body>,
): Promise<ResponseConfig<Data>> => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(config.params ?? {}))
    if (value !== undefined) query.append(name, String(value));
  const response = await fetch(`${process.argv[2]}${config.url}?${query}`);
  const isJson = response.headers.get("content-type")?.includes("json");
  const data = isJson ? await response.json() : new File([await response.blob()], "download");
  if (!response.ok) throw new Failed(data);
  return { data, status: response.status };
};
export type Client = typeof client;
export default client;

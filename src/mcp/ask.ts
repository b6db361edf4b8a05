/** What the API answered. */
export interface Answered {
  status: number;
  body: string;
}

/** Asks the API; follows its redirects. @param path with the query: `/platforms/linkedin?region=DE` */
export type Ask = (path: string) => Promise<Answered>;

/** What the tools need of the server that they are part of. */
export interface Given {
  ask: Ask;
  /** The origin of links to pages, without a slash at the end; undefined where there is no server. */
  origin: string | undefined;
}

/** An error that the API answered with (RFC 9457), as far as it is used. */
interface ProblemBody {
  type: string;
  detail: string;
  nearest?: readonly string[];
}

/** What the tools add to some errors: the way on with these tools, where the API names its own paths. */
const WAY_ON: Readonly<Record<string, string>> = {
  "/problems/unknown-platform": "The tool search finds platforms by words.",
  "/problems/unknown-domain": "What it does with data is therefore not known here.",
};

/** The API refused a request; the message says why and what would work, for models and people. */
export class Refused extends Error {
  override name = "Refused";
}

function refusedFor({ status, body }: Answered): Refused {
  try {
    const { type, detail, nearest = [] } = JSON.parse(body) as ProblemBody;
    const unsaid = nearest.filter((value) => !detail.includes(value));
    const near = unsaid.length === 0 ? "" : `Did you mean ${unsaid.join(" or ")}?`;
    return new Refused([detail, near, WAY_ON[type]].filter(Boolean).join(" "));
  } catch {
    return new Refused(`The answer was ${status}. Try again in a moment.`);
  }
}

/**
 * The text that the API answers.
 * @throws {Refused} for every status but 200
 */
export async function askText({ ask }: Given, path: string): Promise<string> {
  const answered = await ask(path);
  if (answered.status !== 200) throw refusedFor(answered);
  return answered.body;
}

/** A JSON answer, of the type that the path's schema says. @throws {Refused} */
export const askJson = async <T>(given: Given, path: string): Promise<T> =>
  JSON.parse(await askText(given, path)) as T;

/** Parameters of a request, by name; those that are undefined or null are not sent. */
export type Parameters = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A path with its query. */
export function pathWith(path: string, parameters: Parameters): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined && value !== null);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query === "" ? path : `${path}?${query}`;
}

/** How many redirects are followed: names lead to ids in one. */
const MOST_REDIRECTS = 3;

/**
 * Asks a handler of requests, such as the API in this process.
 * @param origin what the paths are relative to
 */
export function asking(
  fetch: (request: Request) => Response | Promise<Response>,
  origin: string,
  headers: Readonly<Record<string, string>> = {},
): Ask {
  return async (path) => {
    // Of the origin, whatever the path begins with.
    let url = new URL(origin + path);
    for (let redirects = 0; ; redirects++) {
      const response = await fetch(
        new Request(url, { headers: { ...headers, Accept: "application/json" }, redirect: "manual" }),
      );
      const location = response.headers.get("Location");
      if (response.status < 300 || response.status > 399 || !location || redirects === MOST_REDIRECTS)
        return { status: response.status, body: await response.text() };
      await response.body?.cancel();
      const next = new URL(location, url);
      // Only the path: the API is asked here, whatever its public origin.
      url = new URL(`${next.pathname}${next.search}`, origin);
    }
  };
}

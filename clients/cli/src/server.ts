import { createClient, type PlatformInclude, ProblemError } from "../../typescript/src/index.ts";
import { type Dataset, isAddress, shown, Unavailable, UnknownPlatform } from "./dataset.ts";

/** The problems that mean that there is no such platform. */
const UNKNOWN: readonly string[] = ["unknown-platform", "unknown-domain"];

/** What an error of a request means to the person who calls the command. */
function inWords(error: unknown, server: string): Error {
  if (error instanceof ProblemError && UNKNOWN.includes(error.code))
    return new UnknownPlatform(error.message);
  if (error instanceof ProblemError || error instanceof TypeError) {
    const cause = (error.cause as Error | undefined)?.message;
    return new Unavailable(`${server}: ${error.message}${cause ? ` (${cause})` : ""}`);
  }
  return error as Error;
}

/** Answers from a server. @param server its address */
export function serverDataset(server: string): Dataset {
  const client = createClient({ baseUrl: server });
  const asking = async <T>(request: () => Promise<T>): Promise<T> => {
    try {
      return await request();
    } catch (error) {
      throw inWords(error, server);
    }
  };
  return {
    find: (written) =>
      asking(async () => {
        if (!isAddress(written))
          return { id: (await client.get("/platforms/{id}", { id: written })).id, plan: undefined };
        const { match } = await client.get("/lookup", { url: written });
        return { id: match.platform, plan: match.plan ?? undefined };
      }),
    answer: (id, { region, plan, age, account, asOf }) =>
      asking(async () => {
        const include: PlatformInclude[] = ["evidence", "sources"];
        const parameters = { id, ...(region && { region }), plan, age, account, as_of: asOf, include };
        const { meta, ...answer } = await client.get("/platforms/{id}", parameters);
        return { release: meta.release, answer: shown(answer) };
      }),
  };
}

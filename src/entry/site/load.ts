import type { Services } from "../../api/index.ts";

type Site = import("../../site/index.ts").Site;

/** Once a process. */
let registered: Promise<void> | undefined;

/** Loads the site's code, which a server that answers only programs never needs. */
export async function loadSite(given: Services): Promise<Site> {
  registered ??= import("./tsx.ts").then(({ registerTsx }) => registerTsx());
  await registered;
  const { createSite } = await import("../../site/index.ts");
  return createSite(given);
}

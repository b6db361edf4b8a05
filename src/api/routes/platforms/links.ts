import { feedLinks } from "../../http/feed-links.ts";
import { canonicalRequest } from "../../http/respond.ts";

/** What the links of an answer keep of its request. */
interface Kept {
  /** The parameters that describe the person and the day, where they are not the default. */
  asked?: Readonly<Record<string, string>>;
  /** The release that was asked for. */
  release: string | undefined;
}

/**
 * The links of an answer about one platform; the `Link` header has every feed. They keep the person, the day and the
 * release asked about, where the answer depends on them. `self` is the canonical request.
 */
export function platformLinks(
  id: string,
  self: string,
  { asked = {}, release }: Kept,
): Record<string, string> {
  const path = `/platforms/${id}`;
  const { region } = asked;
  return {
    self,
    platform: canonicalRequest(path, { ...asked, release }),
    record: canonicalRequest(`${path}/record`, { release }),
    optOut: canonicalRequest(`${path}/opt-out`, { ...asked, release }),
    history: canonicalRequest(`${path}/history`, { release }),
    events: canonicalRequest("/events", { platform: id, region, release }),
    feed: feedLinks(`${path}/changes`).atom,
  };
}

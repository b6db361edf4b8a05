import { feedLinks } from "../../http/feed-links.ts";

/** The links of an answer about one platform; the `Link` header has every feed. `self` is the canonical request. */
export const platformLinks = (id: string, self: string): Record<string, string> => ({
  self,
  platform: `/platforms/${id}`,
  record: `/platforms/${id}/record`,
  optOut: `/platforms/${id}/opt-out`,
  history: `/platforms/${id}/history`,
  events: `/events?platform=${id}`,
  feed: feedLinks(`/platforms/${id}/changes`).atom,
});

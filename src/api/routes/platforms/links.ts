import { feedLinks } from "../../http/feed-links.ts";

/** The links of an answer about one platform. `self` is the canonical request. */
export const platformLinks = (id: string, self: string): Record<string, string> => ({
  self,
  platform: `/platforms/${id}`,
  optOut: `/platforms/${id}/opt-out`,
  history: `/platforms/${id}/history`,
  ...feedLinks(`/platforms/${id}`),
});

import type { PlatformEvent } from "../model/index.ts";

/** Events for which `effective` is the day on which something came into force; for others it is the day they happened. */
const IN_FORCE: readonly PlatformEvent["type"][] = [
  "terms-changed",
  "control-added",
  "control-removed",
  "control-moved",
  "default-changed",
  "region-added",
  "region-removed",
];

/** Does something come into force with events of this type? */
export const isInForce = (type: PlatformEvent["type"]): boolean => IN_FORCE.includes(type);

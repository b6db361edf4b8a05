import type { Apps, Domain } from "./domains.ts";
import { hostsOf } from "./host-names.ts";

/** An app, as its store identifies it. */
export interface App {
  store: keyof Apps;
  id: string;
}

const PACKAGE = "[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)+";

/** How addresses name apps: links to the stores, and what browsers and password managers write for Android apps. */
const APP_ADDRESSES: readonly [App["store"], RegExp][] = [
  ["android", new RegExp(`^androidapp://(${PACKAGE})/?$`, "i")],
  ["android", new RegExp(`^android://(?:[^@/]*@)?(${PACKAGE})/?$`, "i")],
  ["android", new RegExp(`^android-app://(${PACKAGE})(?:/|$)`, "i")],
  ["android", new RegExp(`^market://details\\?(?:[^#]*&)?id=(${PACKAGE})(?:[&#]|$)`, "i")],
  [
    "android",
    new RegExp(
      `^(?:https?://)?play\\.google\\.com/store/apps/details/?\\?(?:[^#]*&)?id=(${PACKAGE})(?:[&#]|$)`,
      "i",
    ),
  ],
  ["apple", /^(?:(?:https?|itms-apps):\/\/)?(?:apps|itunes)\.apple\.com\/(?:[^?#]*\/)?id(\d+)(?:[/?#]|$)/i],
];

/** What an address says about where it belongs: an app, or the hosts to try, most exact first. */
export interface Address {
  hosts: readonly string[];
  app: App | undefined;
}

/** Longer addresses are not read: the part that decides is at the beginning. */
const LONGEST = 2048;

/**
 * Reads an address: a URL, a domain, a link to an app in a store, an Android address of a password manager
 * (`androidapp://com.linkedin.android`) or a bare Android package. Text that is none of these has no hosts and no app.
 */
export function addressOf(text: string): Address {
  const written = text.trim().slice(0, LONGEST);
  for (const [store, pattern] of APP_ADDRESSES) {
    const id = pattern.exec(written)?.[1];
    if (id !== undefined) return { hosts: [], app: { store, id } };
  }
  const bare = new RegExp(`^${PACKAGE}$`).test(written);
  return { hosts: hostsOf(written), app: bare ? { store: "android", id: written } : undefined };
}

/** What has addresses: a record, or its line in the catalogue. */
export interface Located {
  domains: readonly Domain[];
  otherDomains?: readonly string[] | undefined;
  apps?: Apps | undefined;
  /** A platform that is withdrawn is found only where no other has the host or app. */
  withdrawn?: object | undefined;
}

/** The host or the app by which an address was found. */
export interface Found {
  domain: Domain | undefined;
  app: App | undefined;
}

/** Does a URL's most exact host belong to another service than the platform whose domain is above it? */
export const isOtherService = (
  hosts: readonly string[],
  platform: { otherDomains?: readonly string[] | undefined },
): boolean => hosts.some((host) => platform.otherDomains?.includes(host));

/** The plan that the use of a host implies; undefined where it implies none. */
export const planOf = ({ role, plan }: Pick<Domain, "role" | "plan">): Domain["plan"] =>
  plan ?? (role === "api" ? "api" : undefined);

/**
 * Finds what an address belongs to: the most exact host wins, then an app.
 * @returns undefined where none has it, or where the most exact host belongs to another service
 */
export function findAddress<T extends Located>(
  platforms: readonly T[],
  { hosts, app }: Address,
): ({ platform: T } & Found) | undefined {
  const live = platforms.filter((p) => !p.withdrawn);
  const inOrder =
    live.length === platforms.length ? platforms : [...live, ...platforms.filter((p) => p.withdrawn)];
  for (const host of hosts)
    for (const platform of inOrder) {
      const domain = platform.domains.find((d) => d.host === host);
      if (domain) return isOtherService(hosts, platform) ? undefined : { platform, domain, app: undefined };
    }
  const platform = app && inOrder.find(({ apps }) => apps?.[app.store]?.includes(app.id));
  return platform && { platform, domain: undefined, app };
}

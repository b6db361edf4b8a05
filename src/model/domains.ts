import * as z from "zod";
import { hostsOf } from "./host-names.ts";
import { termSchema } from "./primitives.ts";
import { DOMAIN_ROLE, PLAN } from "./vocabulary.ts";

/** Characters of a host name at most (RFC 1035). */
const HOST_MAX = 253;
/** Longer text is not an address that was pasted. */
const PASTED_MAX = 2000;
const HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

/** The host in what people paste instead of one, as browsers read it: `https://www.Bücher.example/x` → `xn--bcher-kva.example`. */
const hostIn = (text: string): string | undefined => {
  const [host] = text.length > PASTED_MAX ? [] : hostsOf(text);
  const name = host?.replace(/^www\./, "");
  return name !== undefined && HOST.test(name) ? name : undefined;
};

/** A host name in lower case, Unicode names in punycode. It stands for all hosts under it as well. */
export const hostSchema = z
  .string()
  .superRefine((text, ctx) => {
    if (text.length > HOST_MAX || !HOST.test(text))
      ctx.addIssue({
        code: "custom",
        message: "a host name in lower case, without scheme or path",
        params: { suggestion: hostIn(text) },
      });
  })
  .meta({
    description: "A registrable domain or a host under one.",
    maxLength: HOST_MAX,
    pattern: HOST.source,
    examples: ["linkedin.com", "gemini.google.com"],
  });

/** One host where a platform is on the web. */
export const domainSchema = z
  .strictObject({
    host: hostSchema,
    role: termSchema(DOMAIN_ROLE, "What the host is for."),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/, "an ISO 3166-1 alpha-2 code")
      .optional()
      .meta({ description: "The country whose site it is: ISO 3166-1 alpha-2.", examples: ["DE"] }),
    plan: termSchema(
      PLAN,
      "The plan that people have who use the platform at this host. For the role `api`, it is `api`.",
    ).optional(),
  })
  .meta({ description: "A host where the platform is on the web, with everything under it." });

const appIds = (pattern: RegExp, message: string, description: string) =>
  z.array(z.string().max(200).regex(pattern, message)).min(1).optional().meta({ description });

/** The platform's apps, as the stores identify them. */
export const appsSchema = z
  .strictObject({
    android: appIds(
      /^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*)+$/,
      "an Android package: com.linkedin.android",
      "Android package names, as in Google Play and in password managers.",
    ),
    apple: appIds(
      /^[1-9][0-9]{5,11}$/,
      "the number in the app's App Store address: 288429040",
      "App Store ids: the number after `id` in apps.apple.com/app/id288429040.",
    ),
  })
  .meta({ description: "The platform's apps, as the stores identify them." });

export type Domain = z.infer<typeof domainSchema>;
export type Apps = z.infer<typeof appsSchema>;

/** The hosts of a platform, most important first. */
export const hostsOfPlatform = ({ domains }: { domains: readonly Pick<Domain, "host">[] }): string[] =>
  domains.map(({ host }) => host);

/** The hosts in a record that may not be valid, as far as they can be read. */
export const hostsIn = (record: unknown): string[] => {
  const { domains } = (record ?? {}) as { domains?: unknown };
  return Array.isArray(domains)
    ? domains.flatMap((d: unknown) => {
        const { host } = (d ?? {}) as { host?: unknown };
        return typeof host === "string" ? [host] : [];
      })
    : [];
};

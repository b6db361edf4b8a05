import { REPOSITORY } from "../../text/project.ts";

/** What the OpenAPI documents say of the API as a whole. A server puts its own address in `servers`. */
export const HEAD = {
  info: {
    title: "AI Data Use",
    version: "1.1.0",
    description:
      "What online platforms do with people's data to train AI: for each platform the uses, the default, the way to opt out, and every change with its date and evidence. Read-only; no key needed. Every path is also served under /v1.",
    termsOfService: `${REPOSITORY}/blob/main/docs/api.md#terms-of-use`,
    contact: { name: "AI Data Use contributors", url: `${REPOSITORY}/issues` },
    license: { name: "MIT (code), CC BY 4.0 (data)", url: "https://creativecommons.org/licenses/by/4.0/" },
  },
  externalDocs: {
    description: "How requests are read, and what stays the same.",
    url: `${REPOSITORY}/blob/main/docs/api.md`,
  },
  servers: [{ url: "/", description: "This server." }],
  tags: [
    { name: "About the data", description: "Terms, counts, schemas." },
    { name: "Downloads", description: "The whole dataset as files." },
    { name: "Events", description: "What platforms did and will do." },
    { name: "Operators", description: "The companies that run platforms." },
    { name: "Platforms", description: "What platforms do, for one audience and day." },
    { name: "Service", description: "Health." },
    { name: "Versions", description: "Releases, changes and comparisons." },
  ],
  security: [],
};

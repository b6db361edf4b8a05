export const reach = {
  depends: "Other answers apply in some places",
  general: "Evidence and steps, for your country and plan",
  more: "Steps, evidence and other answers",
  page: "This answer as a page",
  llms: {
    notes: [
      "Every answer depends on where a person lives, and on their plan, age and account. Without a place it is the answer for the rest of the world. Add the parameters region (ISO 3166, for example DE or US-CA, or EEA), plan, age and account to any address.",
      "A permission in the terms is not the same as a practice: “allowed by its terms, not confirmed” does not mean that the platform does it. What is not stated is not known.",
      "Every claim cites evidence, with links to the documents and to archived copies. Data: CC BY 4.0; name AI Data Use as the source.",
    ],
    files: "For programs",
    about: {
      openapi: "the API (OpenAPI 3.1)",
      mcp: "Model Context Protocol (Streamable HTTP, POST): the same answers as tools",
      lookup: "which platform an address, a domain or an app belongs to, with the answer",
      json: "one platform as JSON; include=evidence,sources,events,myths adds more",
      optOut: "only what a person can do, step by step",
      events: "feed of what platforms do",
      changes: "feed of what we edit",
      downloads: "the whole dataset as files",
      vocabulary: "every term with its meaning",
    },
    site: "The site for people",
  },
};

/** Examples for the OpenAPI document: real answers, shortened. */
const meta = (self: string) => ({
  release: "unreleased",
  generatedAt: "2026-11-24T00:00:00Z",
  licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  attribution:
    "AI Data Use contributors (CC BY 4.0). Archived copies are located in Open Terms Archive collections (ODC-By 1.0).",
  links: { self },
});

export const audienceExample = {
  region: "DE",
  plan: "free",
  age: "adult",
  account: "signed-in",
  asOf: "2026-01-01",
};

const control = {
  id: "ai-improvement-setting",
  kind: "setting",
  label: "Data for Generative AI Improvement",
  protectsWhen: "off",
  protects: "fully",
  actor: "user",
  scope: "account",
  steps: [
    "Open Settings & Privacy.",
    "Choose Data privacy.",
    "Choose Data for Generative AI Improvement.",
    "Switch it off.",
  ],
  url: "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement",
  when: null,
  effect: "kept",
  exceptions: [],
  friction: [],
  rights: [],
  note: null,
  evidence: ["eu-notice#ai"],
};

export const resolvedExample = {
  audience: audienceExample,
  overall: "on-by-default",
  practices: [
    {
      id: "generative-training",
      title: "Training of models that generate content",
      purpose: "train-generative-ai",
      recipients: ["operator"],
      rule: "europe-from-2025-11",
      use: "uses",
      default: "on",
      verdict: "on-by-default",
      certainty: "practised",
      controls: [control],
      effort: { control: "ai-improvement-setting", steps: 4, actor: "user", undoesPast: false },
      data: { includes: ["profile", "posts"], excludes: ["private-messages"] },
      legalBasis: "legitimate-interests",
      note: null,
      since: "2025-11-03",
      grade: { use: "A", default: "A" },
      evidence: {
        use: ["eu-notice#ai"],
        default: ["eu-notice#ai"],
        data: ["eu-notice#data"],
        legalBasis: ["eu-notice#basis"],
      },
      gaps: { notice: null, control: null },
    },
  ],
  otherAudiences: [
    {
      facet: "age",
      values: ["minor"],
      overall: "not-used",
      practices: [{ id: "generative-training", verdict: "not-used" }],
    },
  ],
};

const source = {
  id: "eu-notice",
  kind: "policy",
  title: "European Regional Privacy Notice",
  publisher: "LinkedIn",
  url: "https://www.linkedin.com/legal/privacy/eu",
  published: "2025-11-03",
  seen: null,
  when: null,
  copies: [],
  passages: [],
};

const platformHead = {
  id: "linkedin",
  name: "LinkedIn",
  operator: "linkedin",
  category: "social-network",
  domains: ["linkedin.com"],
  summary: "A network for careers.",
};

export const platformExample = {
  schemaVersion: 1,
  ...platformHead,
  aliases: [],
  plans: { free: ["Basic"] },
  practices: [],
  controls: [control],
  events: [],
  myths: [],
  sources: [source],
  operatorSources: [],
  sameAs: { wikidata: null, openTermsArchive: "LinkedIn", tosdr: null },
  withdrawn: null,
  review: {
    verified: "2026-11-24",
    openQuestions: [],
    state: "current",
    since: "2026-11-24",
    changedSources: [],
    watchedThrough: "2026-08-22",
  },
  resolved: resolvedExample,
  meta: meta("/platforms/linkedin?account=signed-in&age=adult&as_of=2026-01-01&plan=free&region=DE"),
};

export const listExample = {
  meta: meta("/platforms?region=DE"),
  total: 1,
  next: null,
  items: [
    {
      ...platformHead,
      verified: "2026-11-24",
      withdrawn: null,
      resolved: {
        audience: audienceExample,
        overall: "on-by-default",
        practices: [
          {
            id: "generative-training",
            purpose: "train-generative-ai",
            rule: "europe-from-2025-11",
            use: "uses",
            default: "on",
            verdict: "on-by-default",
            certainty: "practised",
            grade: { use: "A" },
          },
        ],
      },
    },
  ],
};

export const optOutExample = {
  meta: meta("/platforms/linkedin/opt-out?region=DE"),
  platform: { id: "linkedin", name: "LinkedIn" },
  audience: audienceExample,
  overall: "on-by-default",
  actions: [
    {
      ...control,
      practices: [
        {
          id: "generative-training",
          title: "Training of models that generate content",
          purpose: "train-generative-ai",
        },
      ],
    },
  ],
  unstoppable: [],
  myths: [],
};

export const historyExample = {
  meta: meta("/platforms/linkedin/history"),
  total: 1,
  next: null,
  items: [
    {
      kind: "event",
      change: null,
      day: "2025-11-03",
      event: {
        id: "europe-start",
        type: "region-added",
        dates: { announced: "2025-09-18", effective: "2025-11-03", observed: null, reported: null },
        title: "Training begins with members in Europe.",
        detail: null,
        when: null,
        practices: ["generative-training"],
        evidence: ["eu-notice#ai"],
      },
    },
  ],
};

const operator = {
  id: "linkedin",
  name: "LinkedIn",
  legalName: "LinkedIn Corporation",
  parent: "microsoft",
  jurisdiction: "US",
  owns: [],
  platforms: ["linkedin"],
  sameAs: { wikidata: null, openTermsArchive: null, tosdr: null },
};
export const operatorsExample = { meta: meta("/operators"), total: 1, next: null, items: [operator] };
export const operatorExample = { ...operator, sources: [], meta: meta("/operators/linkedin") };

export const lookupExample = {
  meta: meta("/lookup?url=https%3A%2F%2Fwww.linkedin.com%2Ffeed%2F"),
  match: { platform: "linkedin", name: "LinkedIn", domain: "linkedin.com" },
  resolved: resolvedExample,
};

export const statsExample = {
  meta: meta("/stats"),
  audience: audienceExample,
  totals: {
    platforms: 30,
    operators: 24,
    practices: 90,
    rules: 250,
    controls: 80,
    events: 200,
    sources: 300,
    passages: 250,
  },
  overall: { "on-by-default": 14, "no-choice": 12 },
  purposes: { "train-generative-ai": { "on-by-default": 14 } },
  categories: { "social-network": 10 },
  controlKinds: { setting: 40 },
  ruleGrades: { A: 200, B: 40 },
  eventTypes: { "terms-changed": 60 },
  eventYears: { "2025": 80 },
  verified: { oldest: "2026-11-24", newest: "2026-11-24" },
  factGrades: { use: { A: 200, B: 40 }, default: { A: 90, B: 30, C: 8 } },
  captured: { oldest: "2013-06-19", median: "2026-02-24", newest: "2026-11-23" },
  openQuestions: 217,
  notStated: {
    use: { notStated: 40, of: 120 },
    default: { notStated: 4, of: 70 },
    effect: { notStated: 60, of: 80 },
  },
};

export const vocabularyExample = {
  meta: meta("/vocabulary"),
  standards: { dpv: { title: "W3C Data Privacy Vocabulary", version: "2.3", url: "https://w3id.org/dpv" } },
  vocabularies: { use: [{ term: "uses", definition: "The platform says that it does.", mappings: [] }] },
  trainingPurposes: ["train-generative-ai"],
  regionGroups: [
    {
      code: "EU",
      definition: "The member states.",
      since: "2020-02-01",
      members: ["AT", "BE"],
      mappings: [],
    },
  ],
};

const change = {
  id: "2026.11.2/58",
  release: "2026.11.2",
  date: "2026-11-25",
  class: "policy",
  record: "platforms/linkedin",
  name: "LinkedIn",
  platform: "linkedin",
  operator: "linkedin",
  purpose: "train-generative-ai",
  regions: ["EEA", "CH"],
  path: "/practices/@generative-training/rules/@europe-from-2025-11/default",
  before: "asked",
  after: "on",
  order: null,
  summary: "default of rule europe-from-2025-11 in practice generative-training: asked → on",
};
const release = {
  version: "2026.11.2",
  date: "2026-11-25",
  previous: "2026.11.1",
  notes: {
    generated: [
      "LinkedIn (policy): default of rule europe-from-2025-11 in practice generative-training: asked → on",
    ],
    written: null,
  },
  digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  records: 56,
  changes: 1,
};
export const changesExample = { meta: meta("/changes"), total: 1, next: null, items: [change] };
export const releasesExample = { meta: meta("/releases"), total: 1, next: null, items: [release] };
export const releaseExample = {
  ...release,
  hashes: { "platforms/linkedin": release.digest },
  total: 1,
  next: null,
  items: [change],
  meta: meta("/releases/2026.11.2"),
};
export const compareExample = {
  meta: meta("/compare?from=2025-01-01&id=linkedin&region=DE&to=2026-01-01"),
  audience: { region: "DE", plan: "free", age: "adult", account: "signed-in" },
  overTime: {
    platform: { id: "linkedin", name: "LinkedIn" },
    from: "2025-01-01",
    to: "2026-01-01",
    overall: { before: "no-choice", after: "no-choice" },
    practices: [
      {
        id: "generative-training",
        title: "Training of models that generate content",
        before: "not-used",
        after: "on-by-default",
        changes: ["not used → on by default, since 2025-11-03"],
      },
    ],
    events: [],
  },
  sideBySide: null,
};

export const downloadExample = {
  meta: meta("/download"),
  total: 1,
  next: null,
  items: [
    {
      path: "ai-data-use.sqlite",
      url: "http://localhost:8787/download/latest/ai-data-use.sqlite",
      description: "The normalised tables and views, as a SQLite database.",
      mediaType: "application/vnd.sqlite3",
      bytes: 2584576,
      rows: null,
      sha256: "5d388d1c70223bdb0b0772f7101dfef29c90a9042e681e4e18184bbe87b326f9",
      examples: [
        {
          tool: "sqlite3",
          command:
            'curl -sO http://localhost:8787/download/latest/ai-data-use.sqlite && sqlite3 ai-data-use.sqlite "SELECT platform, purpose, verdict FROM training_today LIMIT 5"',
        },
      ],
    },
  ],
};

/** The example answers by operation id. */
export const ANSWERS: Readonly<Record<string, unknown>> = {
  listPlatforms: listExample,
  getPlatform: platformExample,
  getOptOut: optOutExample,
  getHistory: historyExample,
  lookup: lookupExample,
  getBadge: "<svg …>",
  listChanges: changesExample,
  compare: compareExample,
  listReleases: releasesExample,
  getRelease: releaseExample,
  listDownloads: downloadExample,
  listOperators: operatorsExample,
  getOperator: operatorExample,
  getStats: statsExample,
  getVocabulary: vocabularyExample,
  listSchemas: { items: [{ name: "platform.schema.json", url: "/schema/platform.schema.json" }] },
  getSchema: { $schema: "https://json-schema.org/draft/2020-12/schema" },
  getHealth: { status: "ok", release: null },
  getReadiness: { status: "ready", release: "2026.11.1" },
  getChangesAtom: "…",
  getChangesJson: "…",
  getChangesIcs: "…",
  getPlatformChangesAtom: "…",
  getPlatformChangesJson: "…",
  getPlatformChangesIcs: "…",
};

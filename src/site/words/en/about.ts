import type { CERTAINTY, GRADE, VERDICT } from "../../../model/index.ts";
import { countInWords } from "../../../text/lists.ts";

export const mythsPage = {
  pageTitle: "What does not stop AI training: notices, subscriptions, deleting and more",
  title: "What does not work",
  description:
    "What people try or believe about AI training with their data that is not true, platform by platform, with what is.",
  lead: "What people try or believe, and what is true instead. Each has a link of its own.",
  found: (myths: number, platforms: string) => `${countInWords(myths, "statement")} about ${platforms}.`,
  more: "What does not work on similar platforms",
  link: "Link",
  linkTo: (platform: string, claim: string) => `Link to this: ${platform}, ${claim}`,
};

export const chart = { table: "The numbers as a table", total: "Number" };

export const stats = {
  pageTitle: "Statistics: how many platforms train AI with people's data",
  title: "Statistics",
  description:
    "How many platforms train AI with which data, what people can do, how good the evidence is, and how it changed over time.",
  lead: "Counts over all records, for the person chosen here. A platform counts once, however many people use it.",
  kinds: "By kind of data",
  kindsLead: "Platforms that state something about generative AI. A platform can be in several rows.",
  categories: "By type of service",
  categoriesCaption: "Platforms by type of service, and what happens",
  effort: "What it takes to opt out",
  effortLead: "The most useful way that a person has, by its kind.",
  effortCaption: "Platforms by way to opt out",
  time: "Over time",
  timeLead:
    "What the answer was on the first day of each year, of the platforms that are recorded today. A platform that did not exist yet, or whose earlier documents were not read, mostly counts as not stated.",
  timeCaption: "Platforms by what happened on that day",
  day: "Day",
  events: "What happened",
  yearsCaption: "Recorded events by year",
  typesCaption: "Recorded events by what happened",
  year: "Year",
  evidence: "How good the evidence is",
  evidenceLead: "Every rule of every record, also about the past, by the best evidence for each fact.",
  gradesCaption: "Rules by fact and grade of the evidence",
  fact: "Fact",
  facts: {
    dataUse: "Whether data is used",
    defaultState: "The default",
    data: "Which data",
    legalBasis: "The legal basis",
  },
  silenceCaption: "What the documents do not state",
  silence: {
    dataUse: "Whether data is used, in answers for this person",
    defaultState: "The default, where data is used",
    effect: "What a way to opt out does to data already used",
  },
  silent: "Not stated",
  agreementCaption: (release: string, read: number, of: number) =>
    `Two readers of the same sources: release ${release}, ${read} of ${of} platforms drawn at random, before corrections`,
  compared: "Compared",
  same: "Same",
  kappa: "Cohen’s κ",
  agreementFields: {
    kinds: "Which kinds of data",
    model: "Which kind of model",
    dataUse: "Whether data is used",
    defaultState: "The default",
    verdict: "What it means for people",
    legalBasis: "The legal basis",
    controls: "What people can do",
    data: "Which data exactly",
  },
  of: "Of",
  total: "In all",
  totals: {
    platforms: "Platforms",
    withdrawn: "Withdrawn records",
    operators: "Companies",
    practices: "Uses of data",
    rules: "Rules",
    controls: "Ways to opt out",
    events: "Events",
    sources: "Documents",
    passages: "Passages",
  },
};

const verdicts: Readonly<Record<keyof typeof VERDICT, string>> = {
  "no-choice": "It is used or may be used, and nothing that this person can do fully stops it.",
  mixed: "Parts of the data have different answers. The page of the platform lists them.",
  "on-by-default": "It is used unless the person acts.",
  disputed: "The documents contradict each other.",
  asked: "The person is asked before it starts.",
  "off-by-default": "It is used only after the person acts.",
  "not-stated":
    "The documents do not say whether it is used, or what happens to people who do nothing. Silence is not a denial.",
  "not-used": "The platform says that it is not used. Whether this is true can only be checked from inside.",
};

const certainties: Readonly<Record<keyof typeof CERTAINTY, string>> = {
  practised: "The company says that it does it.",
  permitted:
    "The terms permit it and mention AI or training, and nothing says that it is done. The switch is hatched, and words say “may”.",
  "general-licence":
    "The terms permit any use and do not mention AI. The short answer counts this as not stated.",
};

const gradeMeanings: Readonly<Record<keyof typeof GRADE, string>> = {
  A: "The platform's own words, in a document of which a public archive has a copy. A fingerprint of the passage lets anyone check that the copy has these words.",
  B: "The platform's own words, in a document without an archived copy of the passage.",
  C: "Only reports of others: press, research, authorities or courts.",
};

export const method = {
  pageTitle: "Method: how AI Data Use knows what platforms do with your data",
  title: "How we know",
  description:
    "Where each answer comes from, what the verdicts and grades mean, how often records are checked, what is not known, and how to correct a mistake.",
  lead: "Every answer is read from the platform's own documents and says where. You do not have to believe us: you can check each one.",
  documents: "From documents to answers",
  steps: [
    "Contributors read the platform's documents: privacy policies, terms, help pages, announcements.",
    "They record each use of data as rules: for whom, since when, what the documents say, and what happens by default. Each fact names the passage that says it.",
    "A program finds the rule for a person: where they live, their plan, age and account, and the day. It does not interpret texts: the same record and the same person always give the same answer, in the same words.",
    "Checks run on every change: each fact cites evidence, dates and rules do not contradict each other, quotations are short. A maintainer approves it.",
    "A release fixes the state. Each change is published with its date and class: did the platform change, or did we correct ourselves?",
  ],
  size: (platforms: string, rules: string, documents: string, passages: string) =>
    `In this state: ${platforms}, ${rules} rules, ${documents} documents, ${passages} passages.`,
  verdictsTitle: "What the verdicts mean",
  verdictsLead: "For a person who does nothing.",
  verdicts,
  certaintyTitle: "Done, or only permitted",
  certaintyLead:
    "Terms often permit more than a company says it does. We never show a permission like a practice.",
  certainties,
  certaintyNames: {
    practised: "Confirmed",
    permitted: "Permitted",
    "general-licence": "General licence",
  } satisfies Readonly<Record<keyof typeof CERTAINTY, string>>,
  short: "How the short answer is made",
  shortText:
    "It is about generative AI and about content: AI chats, published content, private messages and files. What is practised comes before what is only permitted. Models that rank or recommend, and outside crawlers, are shown but never decide it. If parts differ, it says so.",
  gradesTitle: "How good the evidence is",
  grade: (grade: string) => `Grade ${grade}`,
  gradeMeanings,
  gradeShare: (share: string, rules: string) =>
    `${share} of ${rules} rules rest on it for whether data is used.`,
  check:
    "To check a fact, open “Evidence” on the page of a platform. A quotation shows the first and last words of a passage, opens the document at this place, and links the archived copy.",
  freshTitle: "How often it is checked",
  fresh: (days: string) =>
    `Documents in public archives are compared every day. If one that an answer rests on changes, the page of the platform says so until the record has been checked. A record that no one has checked for ${days} is marked as overdue.`,
  verified: "Records were last checked",
  captured: "Newest archived copies",
  range: (oldest: string, newest: string) => `${oldest} to ${newest}`,
  middle: (day: string) => `half of them up to ${day}`,
  agreementTitle: "Would two people record the same?",
  agreement:
    "A tool measures it: two people record the same platform without seeing each other's work, and it counts how often they agree, and how often they would by chance (Cohen's kappa). No figure is published yet, so we claim none. The rules for hard cases are written down, each with a real example, so that two people decide alike.",
  rules: "The rules for hard cases",
  unknownTitle: "What is not known",
  unknownText:
    "We read documents. What a company does without saying so, no one outside can see. What could not be established is an open question on the page of the platform.",
  questions: "Open questions",
  silentUse: "Answers that do not say whether data is used",
  silentEffect: "Ways to opt out that do not say what happens to data already used",
  share: (part: string, whole: string) => `${part} of ${whole}`,
  coverage:
    "The list of platforms is a choice, not a sample: the statistics say nothing about services that are not in it.",
  wrongTitle: "If something is wrong",
  wrong:
    "Tell us: each page of a platform ends with a link that opens a form. A passage decides, not who says it; the company can use the same form and has no veto. Corrections are published as such.",
  report: "Report a mistake",
  governance: "Who decides, and how disputes are settled",
  moneyTitle: "Who pays",
  money: "The project accepts nothing from the platforms it describes. Code and data are free.",
};

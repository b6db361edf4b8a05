/* Written by `npm run generate` from the description of the API. */

/**
 * - `free`: A personal account without payment.
 * - `paid`: A personal account with payment.
 * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
 * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
 * - `education`: Schools and universities.
 * - `api`: Access by programs under developer or commercial terms.
 */
export type Plan = "free" | "paid" | "business" | "enterprise" | "education" | "api";
/**
 * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
 * - `adult`: At or above that age.
 */
export type Age = "minor" | "adult";
/**
 * - `signed-in`: Has an account and uses it.
 * - `signed-out`: Visits or uses the service without an account.
 * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
 */
export type Account = "signed-in" | "signed-out" | "non-user";
/**
 * - `social-network`: People publish and follow.
 * - `messaging`: People write to each other.
 * - `media-sharing`: Video, pictures and music.
 * - `questions-and-answers`: People ask and answer.
 * - `ai-assistant`: A general assistant.
 * - `ai-maker`: Generates images, sound, video or text with AI, or serves models.
 * - `work`: Tools for organisations.
 * - `code`: Developer tools.
 * - `creative`: Tools and communities for creators.
 * - `shopping`: Online shops and marketplaces.
 * - `travel`: Travel and lodging.
 * - `finance`: Banking, payments and money.
 * - `dating`: Dating.
 * - `health`: Health and fitness.
 * - `home`: Smart homes, devices and cars.
 * - `games`: Games.
 * - `education`: Learning.
 * - `mail`: Email.
 * - `storage`: File storage and transfer.
 * - `browser`: Browsers and search.
 * - `publishing`: Newspapers, books, papers, reference works.
 */
export type Category =
  | "social-network"
  | "messaging"
  | "media-sharing"
  | "questions-and-answers"
  | "ai-assistant"
  | "ai-maker"
  | "work"
  | "code"
  | "creative"
  | "shopping"
  | "travel"
  | "finance"
  | "dating"
  | "health"
  | "home"
  | "games"
  | "education"
  | "mail"
  | "storage"
  | "browser"
  | "publishing";
/**
 * - `no-choice`: Used or may be used, and nothing this person (or anyone who acts for them) can do fully stops it.
 * - `mixed`: Parts of the data have different answers; the parts are listed.
 * - `on-by-default`: Used unless they act.
 * - `disputed`: The documents contradict each other.
 * - `asked`: They are asked first; the default says whether yes is preselected.
 * - `off-by-default`: Used only after they act.
 * - `not-stated`: The documents do not say whether it is used; or they do, and do not say what happens to a person who does nothing.
 * - `not-used`: The platform says that it is not used.
 */
export type Verdict =
  | "no-choice"
  | "mixed"
  | "on-by-default"
  | "disputed"
  | "asked"
  | "off-by-default"
  | "not-stated"
  | "not-used";
/**
 * - `practised`: The platform says that it does it.
 * - `permitted`: Its terms permit it and mention AI or training; nothing says that it does it.
 * - `general-licence`: Its terms permit any use and do not mention AI. Headlines count this as silence.
 */
export type Certainty = "practised" | "permitted" | "general-licence";
/**
 * - `ai-interactions`: What a person types, says or shows to an AI feature, its answers, and their ratings of the answers.
 * - `published`: What everyone can see: posts, comments, reviews, public repositories and uploads.
 * - `messages`: What a person writes or says to particular people: private messages, mail, calls, meetings.
 * - `files`: What a person keeps, or shares with a few: documents, drafts, private repositories, closed groups, workspaces.
 * - `activity`: What a person does: usage, searches, purchases, location, device.
 * - `account`: Who a person is to the platform: profile details, contacts, applications, payments, support requests.
 * - `from-others`: What others and the web say about a person.
 */
export type Kind =
  "ai-interactions" | "published" | "messages" | "files" | "activity" | "account" | "from-others";
/**
 * - `own`: The operator trains generative (or unspecified) models of its own.
 * - `others`: Others are given or sold the data to train generative (or unspecified) models: affiliates, partners, licensees.
 * - `crawlers`: Outsiders' crawlers may collect it for AI training.
 * - `other-models`: Models that rank, recommend, classify or detect, whoever trains them.
 */
export type By = "own" | "others" | "crawlers" | "other-models";
/**
 * - `train-ai`: The recipients train or fine-tune general models with people's data. `model` says what kind of model.
 * - `human-review`: People read or listen to the data in order to improve AI (annotators, reviewers), apart from handling abuse reports or support.
 * - `license-to-third-parties`: Data is sold, licensed or given by contract to other companies so that they train AI with it.
 * - `share-with-affiliates`: Data goes to companies of the same group (or its parent's) so that they train AI with it.
 * - `allow-third-party-crawlers`: Outsiders' crawlers may collect public data for AI training: what robots.txt, headers or terms allow.
 * - `fine-tune-customer-model`: A model is trained or tuned with a customer's data for that customer only. Not general training.
 * - `evaluate-ai`: Data is used to measure or test models, not to train them.
 * - `safety-review`: Data is kept, reviewed or used to train systems only for safety: against abuse, fraud or illegal content.
 * - `ai-feature-processing`: Data is processed so that an AI feature responds to the person who uses it. Not training; a switch for this is not an opt-out of training.
 * - `personalise-with-ai`: AI interactions shape what this person is shown (answers, feed, advertising), without a statement that they train a model.
 */
export type Purpose =
  | "train-ai"
  | "human-review"
  | "license-to-third-parties"
  | "share-with-affiliates"
  | "allow-third-party-crawlers"
  | "fine-tune-customer-model"
  | "evaluate-ai"
  | "safety-review"
  | "ai-feature-processing"
  | "personalise-with-ai";
/**
 * - `generative`: Models that generate text, images, sound, video or code: the documents say generative AI, large language models or foundation models, or name such a model or feature.
 * - `other`: Models that rank, recommend, classify, detect or predict: feeds, advertising, search, moderation.
 * - `unstated`: The documents do not say which: they mention AI or machine-learning models in general, or permit any use. Counted with generative models.
 */
export type Model = "generative" | "other" | "unstated";
/**
 * - `uses`: The platform says that it does.
 * - `may-use`: Its terms permit it, and nothing says that it does.
 * - `does-not-use`: The platform says that it does not.
 * - `not-stated`: The documents that were read do not say.
 * - `disputed`: Its documents contradict each other, or a finding contradicts its documents.
 */
export type DataUse = "uses" | "may-use" | "does-not-use" | "not-stated" | "disputed";
/**
 * - `on`: Used unless the person (or who holds the switch) acts.
 * - `off`: Used only after the person acts.
 * - `asked`: The person must choose before it starts, with nothing preselected.
 * - `asked-on`: The person is asked, with yes preselected.
 * - `no-choice`: Nothing that the person can do stops it.
 * - `not-stated`: The documents that were read do not say what the default is.
 */
export type DefaultState = "on" | "off" | "asked" | "asked-on" | "no-choice" | "not-stated";
/**
 * - `setting`: A switch or choice in the product.
 * - `form`: A form to fill in and send.
 * - `email`: A message to an address.
 * - `visibility`: Making content private, deleting it, or choosing a private mode.
 * - `account-deletion`: Leaving the platform.
 * - `signal`: A machine-readable signal: robots.txt, header, metadata.
 * - `contract`: An agreement to sign: data-processing agreement, enterprise terms, another plan.
 */
export type ControlKind =
  "setting" | "form" | "email" | "visibility" | "account-deletion" | "signal" | "contract";
/**
 * Whether withdrawn records are listed.
 */
export type WithdrawnRecords = "include";
/**
 * An order of platforms; `-` before it reverses it.
 */
export type PlatformOrder =
  | "name"
  | "-name"
  | "id"
  | "-id"
  | "added"
  | "-added"
  | "changed"
  | "-changed"
  | "verified"
  | "-verified"
  | "severity"
  | "-severity"
  | "relevance"
  | "-relevance";
/**
 * A field of a platform in a list, or of its headline.
 */
export type PlatformField =
  | "id"
  | "name"
  | "operator"
  | "category"
  | "domains"
  | "summary"
  | "added"
  | "changed"
  | "verified"
  | "withdrawn"
  | "headline"
  | "headline.verdict"
  | "headline.certainty"
  | "headline.lead"
  | "headline.sentence"
  | "headline.control"
  | "kinds";
/**
 * - `closed`: The platform or operator no longer exists.
 * - `merged`: It became a part of another one, whose record answers.
 * - `split`: It became several, whose records answer.
 * - `duplicate`: Another record is about the same thing.
 * - `out-of-scope`: It is not a service that holds people's data, or never was one.
 * - `unsupported`: Its statements cannot be supported by evidence any more.
 */
export type Withdrawal = "closed" | "merged" | "split" | "duplicate" | "out-of-scope" | "unsupported";
/**
 * - `operator`: The company that runs the platform.
 * - `affiliates`: Other companies of the same group, parents and sisters.
 * - `partners`: Named or contracted companies: model vendors, licensees, sponsors.
 * - `third-parties`: Others, not named or not bound by contract.
 * - `customer`: The business customer whose data it is.
 * - `public`: Anyone who can reach the data on the open web.
 */
export type Recipient = "operator" | "affiliates" | "partners" | "third-parties" | "customer" | "public";
/**
 * - `profile`: Information people provide about themselves: name, picture, biography, work history, skills.
 * - `posts`: What people publish: posts, articles, threads, pins, videos as posts.
 * - `comments`: Replies, comments, reactions, votes.
 * - `private-messages`: Messages between people that are not public.
 * - `public-content`: Anything that is visible to everyone, in any form.
 * - `private-content`: Content with a limited audience other than messages: private accounts, drafts, private repositories, closed groups.
 * - `prompts`: What people type or say to an AI feature.
 * - `outputs`: What the AI answered.
 * - `feedback`: Ratings, reports and comments about AI answers.
 * - `uploads`: Files and documents given to the service.
 * - `photos`: Pictures.
 * - `videos`: Video.
 * - `audio`: Recordings of sound and voice.
 * - `meetings`: The content of calls and meetings: audio, video, transcripts, chat.
 * - `source-code`: Code in repositories or editors.
 * - `usage`: What people do: views, clicks, listening, watching, time, features used.
 * - `search-history`: What people searched for.
 * - `purchase-history`: What people bought or offered.
 * - `location`: Where people are or were.
 * - `device`: Device, browser and network data, identifiers.
 * - `contacts`: Address books and connections.
 * - `email`: The content of mail.
 * - `job-applications`: Applications, saved resumes, answers to recruiters' questions.
 * - `support`: Requests to customer support and the correspondence about them.
 * - `third-party-data`: Data that others supply about a person: partners, advertisers, other users.
 * - `web-data`: Data collected from the open web.
 * - `customer-content`: What a business customer's users put into a workspace: messages, files, boards.
 * - `deidentified-data`: Data from which identity was removed, or aggregates of it.
 * - `sensitive-data`: Special categories: health, beliefs, biometrics and similar.
 * - `minors-data`: Data of people below the age of majority.
 * - `payment-data`: Card numbers, bank data, credentials, salaries.
 */
export type DataCategory =
  | "profile"
  | "posts"
  | "comments"
  | "private-messages"
  | "public-content"
  | "private-content"
  | "prompts"
  | "outputs"
  | "feedback"
  | "uploads"
  | "photos"
  | "videos"
  | "audio"
  | "meetings"
  | "source-code"
  | "usage"
  | "search-history"
  | "purchase-history"
  | "location"
  | "device"
  | "contacts"
  | "email"
  | "job-applications"
  | "support"
  | "third-party-data"
  | "web-data"
  | "customer-content"
  | "deidentified-data"
  | "sensitive-data"
  | "minors-data"
  | "payment-data";
/**
 * - `consent`: Consent of the person.
 * - `contract`: Necessary for a contract with the person.
 * - `legal-obligation`: Required by law.
 * - `legitimate-interests`: Legitimate interests of the platform or of others.
 */
export type LegalBasis = "consent" | "contract" | "legal-obligation" | "legitimate-interests";
/**
 * - `A`: The platform's own words, archived and fingerprinted.
 * - `B`: The platform's own words, without an archived and fingerprinted passage.
 * - `C`: Others' reports, regulators or courts only.
 */
export type Grade = "A" | "B" | "C";
/**
 * - `on`: Protects when switched on (an inverted switch).
 * - `off`: Protects when switched off.
 */
export type ProtectsWhen = "on" | "off";
/**
 * - `fully`: Stops this use for all of the person's data in the control's scope, from then on (listed exceptions apart).
 * - `partly`: Stops it for some data only, or may be refused for any reason, or costs the account.
 */
export type Protects = "fully" | "partly";
/**
 * - `user`: The person.
 * - `admin`: An administrator of the organisation.
 * - `owner`: The owner of the workspace, organisation, site or item.
 * - `guardian`: A parent or guardian.
 */
export type Actor = "user" | "admin" | "owner" | "guardian";
/**
 * - `account`: All of one account.
 * - `workspace`: Everybody in a workspace or organisation.
 * - `site`: A site, blog, community or channel.
 * - `item`: One post, file, repository or video.
 * - `conversation`: One conversation with an AI.
 * - `device`: One device or browser.
 */
export type ControlScope = "account" | "workspace" | "site" | "item" | "conversation" | "device";
/**
 * - `kept`: Nothing: what was trained stays trained.
 * - `removed`: Data is taken out of what was trained, or the model is retrained.
 * - `left-out-of-next-training`: Data already collected is left out when the next model is trained.
 * - `partners-asked`: The platform asks partners to honour it.
 * - `not-stated`: The documents do not say.
 */
export type Effect = "kept" | "removed" | "left-out-of-next-training" | "partners-asked" | "not-stated";
/**
 * - `needs-account`: Works only with an account.
 * - `needs-payment`: Works only on a plan that costs money.
 * - `may-be-refused`: The platform decides about each request.
 * - `several-forms`: More than one form or switch must be used.
 * - `not-in-app`: Cannot be done in the app.
 * - `app-only`: Can be done only in the app.
 * - `repeat-per-device`: Must be repeated on each device or browser.
 * - `repeat-per-item`: Must be repeated for each item or conversation.
 * - `label-misleads`: The label says something else than what it does.
 * - `needs-admin`: Only somebody else, such as an administrator, can do it.
 * - `loses-features`: Costs functions of the product.
 * - `needs-reason`: Asks the person to explain or prove something.
 * - `deadline`: Had to be done before a date to have its full effect.
 * - `needs-identification`: Asks for proof of identity.
 */
export type Friction =
  | "needs-account"
  | "needs-payment"
  | "may-be-refused"
  | "several-forms"
  | "not-in-app"
  | "app-only"
  | "repeat-per-device"
  | "repeat-per-item"
  | "label-misleads"
  | "needs-admin"
  | "loses-features"
  | "needs-reason"
  | "deadline"
  | "needs-identification";
/**
 * - `GDPR-A7-3`: Withdrawing consent.
 * - `GDPR-A15`: Access.
 * - `GDPR-A17`: Erasure.
 * - `GDPR-A18`: Restriction of processing.
 * - `GDPR-A21`: Objection.
 * - `UK-GDPR-A21`: Objection under the UK's GDPR.
 * - `CCPA-opt-out`: Opt-out of sale or sharing under California law (Civ. Code 1798.120).
 * - `US-state-opt-out`: Opt-out under another US state's privacy law.
 */
export type Right =
  | "GDPR-A7-3"
  | "GDPR-A15"
  | "GDPR-A17"
  | "GDPR-A18"
  | "GDPR-A21"
  | "UK-GDPR-A21"
  | "CCPA-opt-out"
  | "US-state-opt-out";
/**
 * The respect in which they differ.
 */
export type Facet = "region" | "plan" | "age" | "account";
/**
 * source-changed: a document that it relies on has changed since it was read; overdue: no one has checked it for 180 days.
 */
export type ReviewState = "current" | "source-changed" | "overdue";
/**
 * - `main`: Where people use the platform, or a former main host that leads there.
 * - `country`: The site for one country, with the same service.
 * - `short`: Short links, share links and brand names that lead to the platform.
 * - `app`: Where people are signed in, on another host than the main one.
 * - `api`: For developers: its use is the plan `api`.
 */
export type DomainRole = "main" | "country" | "short" | "app" | "api";
/**
 * - `training-began`: Training with people's data began.
 * - `training-paused`: Training was stopped for a time.
 * - `training-ended`: Training ended.
 * - `terms-changed`: A policy, terms or help page changed what it says about AI.
 * - `control-added`: A control appeared.
 * - `control-removed`: A control was removed.
 * - `control-moved`: A control moved or was renamed.
 * - `default-changed`: The default changed.
 * - `region-added`: The use was extended to further regions.
 * - `region-removed`: Regions were removed.
 * - `announced`: Something was announced for later.
 * - `licensing-deal`: Data was sold or licensed for AI training.
 * - `regulator-action`: An authority opened an inquiry, decided, ordered, fined or accepted undertakings.
 * - `court-action`: A suit was filed or a court decided.
 * - `reported`: Others reported or alleged something; not a finding.
 * - `clarified`: The platform explained itself without changing what it does.
 */
export type EventType =
  | "training-began"
  | "training-paused"
  | "training-ended"
  | "terms-changed"
  | "control-added"
  | "control-removed"
  | "control-moved"
  | "default-changed"
  | "region-added"
  | "region-removed"
  | "announced"
  | "licensing-deal"
  | "regulator-action"
  | "court-action"
  | "reported"
  | "clarified";
/**
 * - `policy`: A privacy policy or notice.
 * - `terms`: Terms of service, commercial or product terms, data-processing agreements.
 * - `help`: A help-centre article or documentation.
 * - `announcement`: A post, release, letter or in-product notice by the platform.
 * - `settings`: The words of a settings page.
 * - `regulator`: A document of an authority.
 * - `court`: A court's document.
 * - `news`: A report by the press.
 * - `research`: A study or an investigation by others.
 */
export type SourceKind =
  "policy" | "terms" | "help" | "announcement" | "settings" | "regulator" | "court" | "news" | "research";
/**
 * What can be added to a platform's answer.
 */
export type PlatformInclude = "record" | "sources" | "events" | "evidence" | "myths";
/**
 * event: what happened; change: what was recorded, and when.
 */
export type HistoryKind = "event" | "change";
/**
 * - `policy`: The platform changed what it does or says.
 * - `correction`: We were wrong; the platform did not change.
 * - `evidence`: Better or further sources, or a platform recorded for the first time.
 * - `editorial`: Words, order and names; nothing on which an answer depends.
 */
export type ChangeClass = "policy" | "correction" | "evidence" | "editorial";
/**
 * The store of an app.
 */
export type AppStore = "android" | "apple";
/**
 * How precisely the date behind `day` is known.
 */
export type Precision = "day" | "month" | "year";
/**
 * An event takes effect; a control or rule begins to apply on its day, or applies for the last time.
 */
export type UpcomingKind = "event" | "control-begins" | "control-ends" | "rule-begins" | "rule-ends";

/**
 * Every schema of the API by its name.
 */
export interface Schemas {
  PlatformList: PlatformList;
  Meta: Meta;
  Licence: Licence;
  Audience: Audience;
  Plan: Plan;
  Age: Age;
  Account: Account;
  ListedPlatform: ListedPlatform;
  Category: Category;
  ListedHeadline: ListedHeadline;
  Verdict: Verdict;
  Certainty: Certainty;
  Kind: Kind;
  HeadlineControl: HeadlineControl;
  KindSummary: KindSummary;
  CellSummary: CellSummary;
  Problem: Problem;
  Fault: Fault;
  By: By;
  Purpose: Purpose;
  Model: Model;
  DataUse: DataUse;
  DefaultState: DefaultState;
  ControlKind: ControlKind;
  WithdrawnRecords: WithdrawnRecords;
  PlatformOrder: PlatformOrder;
  PlatformField: PlatformField;
  PlatformAnswer: PlatformAnswer;
  Withdrawn: Withdrawn;
  Withdrawal: Withdrawal;
  Headline: Headline;
  HeadlinePart: HeadlinePart;
  KindAnswer: KindAnswer;
  Cell: Cell;
  CellPart: CellPart;
  Effort: Effort;
  DetailedPracticeAnswer: DetailedPracticeAnswer;
  Recipient: Recipient;
  PracticeDetails: PracticeDetails;
  Data: Data;
  DataCategory: DataCategory;
  LegalBasis: LegalBasis;
  AnswerGrade: AnswerGrade;
  Grade: Grade;
  FactEvidence: FactEvidence;
  Gaps: Gaps;
  Gap: Gap;
  DetailedControlAnswer: DetailedControlAnswer;
  ProtectsWhen: ProtectsWhen;
  Protects: Protects;
  Actor: Actor;
  ControlScope: ControlScope;
  Effect: Effect;
  Friction: Friction;
  Right: Right;
  OtherAudience: OtherAudience;
  Facet: Facet;
  Review: Review;
  ReviewState: ReviewState;
  PlatformRecord: PlatformRecord;
  Domain: Domain;
  DomainRole: DomainRole;
  Apps: Apps;
  Practice: Practice;
  Rule: Rule;
  When: When;
  Control: Control;
  Event: Event;
  EventType: EventType;
  EventDates: EventDates;
  Myth: Myth;
  Source: Source;
  SourceKind: SourceKind;
  ArchivedCopy: ArchivedCopy;
  Passage: Passage;
  SameAs: SameAs;
  RecordReview: RecordReview;
  PlatformInclude: PlatformInclude;
  RecordAnswer: RecordAnswer;
  OptOut: OptOut;
  PlatformName: PlatformName;
  HeadlineSummary: HeadlineSummary;
  OptOutControl: OptOutControl;
  PracticeName: PracticeName;
  UnstoppableUse: UnstoppableUse;
  History: History;
  HistoryItem: HistoryItem;
  HistoryKind: HistoryKind;
  Change: Change;
  ChangeClass: ChangeClass;
  OrderChange: OrderChange;
  ChangeEffect: ChangeEffect;
  HeadlineChange: HeadlineChange;
  CellChange: CellChange;
  Lookup: Lookup;
  LookupMatch: LookupMatch;
  App: App;
  AppStore: AppStore;
  PracticeAnswer: PracticeAnswer;
  ControlAnswer: ControlAnswer;
  HostList: HostList;
  Host: Host;
  Badge: Badge;
  EventList: EventList;
  PlatformEvent: PlatformEvent;
  EventPlatform: EventPlatform;
  Precision: Precision;
  DatePeriod: DatePeriod;
  EventSource: EventSource;
  JsonFeed: JsonFeed;
  JsonFeedAuthor: JsonFeedAuthor;
  JsonFeedItem: JsonFeedItem;
  UpcomingList: UpcomingList;
  Upcoming: Upcoming;
  UpcomingKind: UpcomingKind;
  ChangeList: ChangeList;
  Comparison: Comparison;
  ComparedAudience: ComparedAudience;
  ComparedPlatform: ComparedPlatform;
  PlatformComparison: PlatformComparison;
  ComparisonOverTime: ComparisonOverTime;
  PracticeChange: PracticeChange;
  ReleaseList: ReleaseList;
  Release: Release;
  ReleaseNotes: ReleaseNotes;
  ReleaseAnswer: ReleaseAnswer;
  ReleaseDiff: ReleaseDiff;
  NetChange: NetChange;
  DownloadList: DownloadList;
  Download: Download;
  LoadCommand: LoadCommand;
  OperatorList: OperatorList;
  Operator: Operator;
  OperatorAnswer: OperatorAnswer;
  Stats: Stats;
  Totals: Totals;
  CellCounts: CellCounts;
  Counts: Counts;
  VerifiedRange: VerifiedRange;
  CapturedRange: CapturedRange;
  NotStated: NotStated;
  NotStatedShare: NotStatedShare;
  ReaderAgreement: ReaderAgreement;
  PracticesRead: PracticesRead;
  FieldAgreement: FieldAgreement;
  VocabularyAnswer: VocabularyAnswer;
  Standard: Standard;
  Term: Term;
  StandardTerm: StandardTerm;
  RegionGroup: RegionGroup;
  SchemaList: SchemaList;
  SchemaFile: SchemaFile;
  ServiceStatus: ServiceStatus;
  ListPlatformsParameters: ListPlatformsParameters;
  GetPlatformParameters: GetPlatformParameters;
  GetRecordParameters: GetRecordParameters;
  GetOptOutParameters: GetOptOutParameters;
  GetHistoryParameters: GetHistoryParameters;
  LookupParameters: LookupParameters;
  ListHostsParameters: ListHostsParameters;
  GetBadgeParameters: GetBadgeParameters;
  GetBadgeDataParameters: GetBadgeDataParameters;
  ListEventsParameters: ListEventsParameters;
  GetEventsAtomParameters: GetEventsAtomParameters;
  GetEventsJsonParameters: GetEventsJsonParameters;
  GetEventsIcsParameters: GetEventsIcsParameters;
  ListUpcomingParameters: ListUpcomingParameters;
  ListChangesParameters: ListChangesParameters;
  GetChangesAtomParameters: GetChangesAtomParameters;
  GetPlatformChangesAtomParameters: GetPlatformChangesAtomParameters;
  GetChangesJsonParameters: GetChangesJsonParameters;
  GetPlatformChangesJsonParameters: GetPlatformChangesJsonParameters;
  GetChangesIcsParameters: GetChangesIcsParameters;
  GetPlatformChangesIcsParameters: GetPlatformChangesIcsParameters;
  GetNewPlatformsAtomParameters: GetNewPlatformsAtomParameters;
  GetNewPlatformsJsonParameters: GetNewPlatformsJsonParameters;
  GetNewPlatformsIcsParameters: GetNewPlatformsIcsParameters;
  CompareParameters: CompareParameters;
  CompareOverTimeParameters: CompareOverTimeParameters;
  GetReleaseParameters: GetReleaseParameters;
  GetReleaseDifferenceParameters: GetReleaseDifferenceParameters;
  GetReleasesAtomParameters: GetReleasesAtomParameters;
  GetReleasesJsonParameters: GetReleasesJsonParameters;
  ListDownloadsParameters: ListDownloadsParameters;
  GetDownloadParameters: GetDownloadParameters;
  GetTableDownloadParameters: GetTableDownloadParameters;
  ListOperatorsParameters: ListOperatorsParameters;
  GetOperatorParameters: GetOperatorParameters;
  GetStatsParameters: GetStatsParameters;
  GetSchemaParameters: GetSchemaParameters;
}
/**
 * Platforms, with their answers for one audience.
 */
export interface PlatformList {
  meta: Meta;
  audience: Audience;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: ListedPlatform[];
}
/**
 * What every answer says of itself.
 */
export interface Meta {
  /**
   * The dataset's version: CalVer, or `unreleased`.
   */
  release: string;
  /**
   * The day of the data, as an instant (RFC 3339).
   */
  generatedAt: string;
  licence: Licence;
  /**
   * Whom to credit.
   */
  attribution: string;
  /**
   * Where to go on, relative to this server.
   */
  links: {
    [k: string]: string;
  };
}
/**
 * The data's licence.
 */
export interface Licence {
  /**
   * Its name.
   */
  name: string;
  /**
   * Its text.
   */
  url: string;
}
/**
 * For whom and which day an answer is; a region of null is the rest of the world.
 */
export interface Audience {
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region: string | null;
  plan: Plan;
  age: Age;
  account: Account;
  /**
   * The day asked about.
   */
  asOf: string;
}
/**
 * A platform in a list: with `fields` its id and the selected fields, else all of them.
 */
export interface ListedPlatform {
  /**
   * The platform's id.
   */
  id: string;
  /**
   * Its name.
   */
  name?: string;
  /**
   * The operator's id.
   */
  operator?: string;
  category?: Category;
  /**
   * Its hosts, most important first. /platforms/{id}/record and /hosts say what each is for.
   */
  domains?: string[];
  /**
   * What the platform does with data, in a sentence or two.
   */
  summary?: string;
  /**
   * The day of the first release with this record; null until there is one.
   */
  added?: string | null;
  /**
   * The day of the last release that changed more than the record's wording (a change of any class but editorial); null until there is one.
   */
  changed?: string | null;
  /**
   * When the record was last checked.
   */
  verified?: string;
  /**
   * The day on which its record was withdrawn; null for one that is not.
   */
  withdrawn?: string | null;
  headline?: ListedHeadline;
  /**
   * The kinds of data about which something is stated.
   */
  kinds?: KindSummary[];
}
/**
 * The answer in short: with `fields` (`headline.verdict`) the selected fields, else all of them.
 */
export interface ListedHeadline {
  verdict?: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty?: Certainty | null;
  /**
   * The kind of data that it is mainly about; null where no use is stated.
   */
  lead?: Kind | null;
  /**
   * The answer in plain English.
   */
  sentence?: string;
  /**
   * The best control over it; null where there is none.
   */
  control?: HeadlineControl | null;
}
/**
 * The control that stops most of what the headline names.
 */
export interface HeadlineControl {
  /**
   * The control's id.
   */
  id: string;
  /**
   * Its name as the platform shows it.
   */
  name: string;
  /**
   * A direct link; null where there is none.
   */
  url: string | null;
}
/**
 * The answer for one kind of data, in short; see KindAnswer.
 */
export interface KindSummary {
  kind: Kind;
  /**
   * The operator trains its own generative (or unspecified) models; null: not stated.
   */
  own: CellSummary | null;
  /**
   * It gives or sells the data to others who do; null: not stated.
   */
  others: CellSummary | null;
  /**
   * Outsiders collect it; null: not stated.
   */
  crawlers: CellSummary | null;
  /**
   * Models that rank, recommend or classify; null: not stated.
   */
  otherModels: CellSummary | null;
}
/**
 * The verdict of a cell, and how firmly the use is known.
 */
export interface CellSummary {
  verdict: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty: Certainty | null;
}
/**
 * Problem details (RFC 9457).
 */
export interface Problem {
  /**
   * The page that says how to resolve it.
   */
  type: string;
  /**
   * What kind of problem it is.
   */
  title: string;
  /**
   * The status of the response.
   */
  status: number;
  /**
   * What is wrong with this request, and how to fix it.
   */
  detail: string;
  /**
   * The requested path.
   */
  instance: string;
  /**
   * The parameter at fault, if any.
   */
  parameter?: string;
  /**
   * Values that are accepted and may be meant. For a parameter that does not exist, names of some that do.
   */
  nearest?: string[];
  /**
   * A request that works in place of this one: path and query. It was tried before it was suggested.
   */
  suggestion?: string;
  /**
   * Every parameter at fault, where there are several.
   */
  errors?: Fault[];
}
/**
 * One parameter at fault.
 */
export interface Fault {
  /**
   * The parameter at fault.
   */
  parameter: string;
  /**
   * What is wrong with it, and how to fix it.
   */
  detail: string;
  /**
   * The nearest known names.
   */
  nearest?: string[];
}
/**
 * A platform, and what it means for these people on that day. `include` adds more.
 */
export interface PlatformAnswer {
  meta: Meta;
  /**
   * The platform's id, the file's name.
   */
  id: string;
  /**
   * The platform's name.
   */
  name: string;
  /**
   * Former ids and other names; they lead here.
   *
   * Items: A former or other id.
   */
  aliases: string[];
  /**
   * Who runs it: an id in data/operators.
   */
  operator: string;
  category: Category;
  /**
   * The platform's own names for each plan.
   */
  plans: {
    /**
     * Items: A plan's name as sold.
     */
    [k: string]: string[];
  };
  /**
   * One or two sentences in our own words.
   */
  summary: string;
  /**
   * Records are never deleted: a withdrawn one says when and why.
   */
  withdrawn: Withdrawn | null;
  /**
   * Its hosts, most important first. /platforms/{id}/record and /hosts say what each is for.
   */
  domains: string[];
  audience: Audience;
  headline: Headline;
  /**
   * The answer by kind of data.
   */
  kinds: KindAnswer[];
  worst: Verdict;
  effort: Effort;
  /**
   * The practices that concern these people.
   */
  practices: DetailedPracticeAnswer[];
  /**
   * The controls that these people have, the most useful first.
   */
  controls: DetailedControlAnswer[];
  /**
   * Audiences with a different answer.
   */
  others: OtherAudience[];
  /**
   * The day of the first release with this record; null until there is one.
   */
  added: string | null;
  /**
   * The day of the last release that changed more than the record's wording (a change of any class but editorial); null until there is one.
   */
  changed: string | null;
  review: Review;
  /**
   * The record as it is written; null without `include=record`.
   */
  record: PlatformRecord | null;
  /**
   * The documents that evidence points to; the operator's begin with operator:. null without `include=sources`.
   */
  sources: Source[] | null;
  /**
   * What happened, newest first. null without `include=events`.
   */
  events: Event[] | null;
  /**
   * What people try that does not work. null without `include=myths`.
   */
  myths: Myth[] | null;
}
/**
 * Records are never deleted: a withdrawn one says when and why.
 */
export interface Withdrawn {
  /**
   * When it was withdrawn. YYYY-MM-DD.
   */
  date: string;
  reason: Withdrawal;
  /**
   * What else a reader must know.
   */
  note: string | null;
  /**
   * The records that answer instead. Required for `merged` and `split`.
   *
   * Items: A record's id.
   */
  successors: string[];
}
/**
 * The answer in short, with its parts.
 */
export interface Headline {
  verdict: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty: Certainty | null;
  /**
   * The kind of data that it is mainly about; null where no use is stated.
   */
  lead: Kind | null;
  /**
   * The answer in plain English.
   */
  sentence: string;
  /**
   * The best control over it; null where there is none.
   */
  control: HeadlineControl | null;
  /**
   * The uses that the verdict sums up, and denials about the same kinds of data.
   */
  split: HeadlinePart[];
  /**
   * Uses of other content that the terms only permit, beside what is practised.
   */
  permitted: HeadlinePart[];
  /**
   * The kinds that are not used.
   */
  except: Kind[];
  /**
   * The kinds of content about which nothing is stated.
   */
  silent: Kind[];
}
/**
 * A part of the headline: kinds of data with the same answer.
 */
export interface HeadlinePart {
  verdict: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty: Certainty | null;
  by: By;
  /**
   * The kinds of data that it is about.
   */
  kinds: Kind[];
  /**
   * The practices that say so, by id.
   */
  practices: string[];
}
/**
 * The answer for one kind of data. `own`: the operator trains its own generative (or unspecified) models. `others`: it gives or sells the data to others who do. `crawlers`: outsiders collect it. `otherModels`: models that rank, recommend or classify. A column is null where nothing is stated.
 */
export interface KindAnswer {
  kind: Kind;
  /**
   * The operator trains its own generative (or unspecified) models; null: not stated.
   */
  own: Cell | null;
  /**
   * It gives or sells the data to others who do; null: not stated.
   */
  others: Cell | null;
  /**
   * Outsiders collect it; null: not stated.
   */
  crawlers: Cell | null;
  /**
   * Models that rank, recommend or classify; null: not stated.
   */
  otherModels: Cell | null;
}
/**
 * The answer for one kind of data: who trains, and with what consequence.
 */
export interface Cell {
  verdict: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty: Certainty | null;
  /**
   * The practices that decide it, by id.
   */
  practices: string[];
  /**
   * The controls that these people have, by id, the most useful first.
   */
  controls: string[];
  /**
   * The parts of a mixed answer; empty otherwise.
   */
  parts: CellPart[];
}
/**
 * A part of a mixed answer.
 */
export interface CellPart {
  verdict: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty: Certainty | null;
  /**
   * The practices that say so, by id.
   */
  practices: string[];
}
/**
 * What it takes to stop every use of content for generative AI that is on by default.
 */
export interface Effort {
  /**
   * The controls to use, by id, the most useful first.
   */
  controls: string[];
  /**
   * The actions in all; null where some steps are not known.
   */
  actions: number | null;
}
/**
 * What one practice means for these people, with what that is based on.
 */
export interface DetailedPracticeAnswer {
  /**
   * The practice's id.
   */
  id: string;
  /**
   * What it is, in a few words.
   */
  title: string;
  /**
   * The kinds of data that it is about, for these people.
   */
  kinds: Kind[];
  model: Model;
  purpose: Purpose;
  /**
   * Who gets the data.
   */
  recipients: Recipient[];
  /**
   * The column of the answer by kind that it belongs to; null where it does not train general models.
   */
  by: By | null;
  /**
   * The models that a denial is limited to; null where it is not limited.
   */
  onlyModels: string | null;
  verdict: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty: Certainty | null;
  /**
   * The controls that these people have, by id, the most useful first.
   */
  controls: string[];
  /**
   * The first day of this answer. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  since: string | null;
  /**
   * What the answer is based on; null without `include=evidence`.
   */
  details: PracticeDetails | null;
}
/**
 * What the answer is based on.
 */
export interface PracticeDetails {
  /**
   * The data in a few words; null where the kinds say enough.
   */
  subject: string | null;
  /**
   * The kinds of data that the rule excludes.
   */
  excludedKinds: Kind[];
  /**
   * The rule of the record that answered, by id; null where none did.
   */
  rule: string | null;
  dataUse: DataUse;
  /**
   * Does the clause that permits the use mention AI? null where nothing is permitted.
   */
  namesAi: boolean | null;
  /**
   * The default; null where data is not used.
   */
  defaultState: DefaultState | null;
  /**
   * The data as the documents describe it; null where they do not.
   */
  data: Data | null;
  /**
   * The legal basis that the operator names; null where it names none.
   */
  legalBasis: LegalBasis | null;
  /**
   * What else is to know; null where there is nothing.
   */
  note: string | null;
  grade: AnswerGrade;
  evidence: FactEvidence;
  gaps: Gaps;
}
/**
 * Which data, as far as the documents say.
 */
export interface Data {
  /**
   * The data that the documents name. Empty: they do not say which.
   */
  includes: DataCategory[];
  /**
   * The data that the documents exclude.
   */
  excludes: DataCategory[];
}
/**
 * How well the facts are evidenced.
 */
export interface AnswerGrade {
  /**
   * Of `dataUse`; null where it has no evidence.
   */
  dataUse: Grade | null;
  /**
   * Of `defaultState`; null where it has no evidence.
   */
  defaultState: Grade | null;
}
/**
 * Evidence by fact: a document that admits a use seldom says what the default is.
 */
export interface FactEvidence {
  /**
   * Why `dataUse` is what it is.
   *
   * Items: source, source#passage, or operator:source#passage.
   */
  dataUse: string[];
  /**
   * Why `defaultState` is what it is.
   *
   * Items: source, source#passage, or operator:source#passage.
   */
  defaultState: string[];
  /**
   * Why `data` is what it is.
   *
   * Items: source, source#passage, or operator:source#passage.
   */
  data: string[];
  /**
   * Why `legalBasis` is what it is.
   *
   * Items: source, source#passage, or operator:source#passage.
   */
  legalBasis: string[];
}
/**
 * Days from the start of training to the terms that mention it (notice) and to the first control (control), as intervals.
 */
export interface Gaps {
  /**
   * Until the terms mentioned it; null where a date is not known.
   */
  notice: Gap | null;
  /**
   * Until the first control; null where a date is not known.
   */
  control: Gap | null;
}
/**
 * A number of days, as an interval.
 */
export interface Gap {
  /**
   * At least so many days; null where there is no lower bound.
   */
  min: number | null;
  /**
   * At most so many days; null where there is no upper bound.
   */
  max: number | null;
}
/**
 * A control that these people have, with its evidence.
 */
export interface DetailedControlAnswer {
  /**
   * The control's name, unique within the record.
   */
  id: string;
  kind: ControlKind;
  /**
   * Its name as the platform shows it.
   */
  name: string;
  /**
   * Which position protects; settings only.
   */
  protectsWhen: ProtectsWhen | null;
  protects: Protects;
  actor: Actor;
  scope: ControlScope;
  /**
   * How to get there, one action per step, in our own words, with menu names as shown. Empty: not known.
   *
   * Items: One step.
   */
  steps: string[];
  /**
   * A direct link.
   */
  url: string | null;
  effect: Effect;
  /**
   * What is still used after it.
   *
   * Items: What still happens.
   */
  exceptions: string[];
  /**
   * What makes it harder than it looks.
   */
  friction: Friction[];
  /**
   * The rights it exercises, as the platform says or the law plainly gives.
   */
  rights: Right[];
  /**
   * What else a reader must know.
   */
  note: string | null;
  /**
   * The first day on which it no longer exists; null where no end is known. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  until: string | null;
  /**
   * The sources that show it, by id; null without `include=evidence`.
   */
  evidence: string[] | null;
}
/**
 * People who differ in one respect and have a different answer: the verdict of their headline.
 */
export interface OtherAudience {
  facet: Facet;
  /**
   * Who they are: places, plans or another value of `facet`; empty for the rest of the world.
   */
  values: string[];
  verdict: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty: Certainty | null;
  /**
   * The practices with a different verdict, by id.
   */
  practices: string[];
}
/**
 * When and how far the record was checked, and whether it can still be relied on.
 */
export interface Review {
  /**
   * The last day on which a person checked the record against its sources. YYYY-MM-DD.
   */
  verified: string;
  /**
   * How many questions are open; /platforms/{id}/record lists them.
   */
  openQuestionCount: number;
  /**
   * Can it still be relied on? null for a past release.
   */
  state: ReviewState | null;
  /**
   * Since when it is in that state; null for a past release.
   */
  since: string | null;
  /**
   * The sources that changed; the operator's begin with operator:.
   */
  changedSources: string[];
  /**
   * The day up to which its archived documents were compared: the day on which the archives that hold them were fetched, the earliest where there are several. null where no document could be compared, or for a past release.
   */
  watchedThrough: string | null;
}
/**
 * A record as it is written, with every field.
 */
export interface PlatformRecord {
  /**
   * The version of the record format.
   */
  schemaVersion: number;
  /**
   * The platform's id, the file's name.
   */
  id: string;
  /**
   * The platform's name.
   */
  name: string;
  /**
   * Former ids and other names; they lead here.
   *
   * Items: A former or other id.
   */
  aliases: string[];
  /**
   * Who runs it: an id in data/operators.
   */
  operator: string;
  category: Category;
  /**
   * Where it is on the web, most important first.
   */
  domains: Domain[];
  /**
   * Hosts under its domains that belong to another service: aws.amazon.com is not the shop.
   *
   * Items: A registrable domain or a host under one.
   */
  otherDomains: string[];
  apps: Apps;
  /**
   * One or two sentences in our own words.
   */
  summary: string;
  /**
   * The platform's own names for each plan.
   */
  plans: {
    /**
     * Items: A plan's name as sold.
     */
    [k: string]: string[];
  };
  /**
   * The uses of people's data.
   */
  practices: Practice[];
  /**
   * What people can do about them.
   */
  controls: Control[];
  /**
   * What happened, and what is announced.
   */
  events: Event[];
  /**
   * What people try that does not work.
   */
  myths: Myth[];
  /**
   * The documents that evidence points to.
   */
  sources: Source[];
  sameAs: SameAs;
  /**
   * Records are never deleted: a withdrawn one says when and why.
   */
  withdrawn: Withdrawn | null;
  review: RecordReview;
}
/**
 * A host where the platform is on the web, with everything under it.
 */
export interface Domain {
  /**
   * A registrable domain or a host under one.
   */
  host: string;
  role: DomainRole;
  /**
   * The country whose site it is: ISO 3166-1 alpha-2.
   */
  country: string | null;
  /**
   * The plan that people have who use the platform at this host. For the role `api`, it is `api`.
   */
  plan: Plan | null;
}
/**
 * The platform's apps, as the stores identify them.
 */
export interface Apps {
  /**
   * Android package names, as in Google Play and in password managers.
   */
  android: string[];
  /**
   * App Store ids: the number after `id` in apps.apple.com/app/id288429040.
   */
  apple: string[];
}
/**
 * One use of people's data: kinds of data, kind of model, purpose and recipients.
 */
export interface Practice {
  /**
   * The practice's name, unique within the record.
   */
  id: string;
  /**
   * What is done, in a few words of our own.
   */
  title: string;
  /**
   * The data in a few words, as they follow “with”, where the kinds of data are not exact enough: `your voice recordings`.
   */
  subject: string | null;
  /**
   * The kinds of data it is about. Where kinds have different answers, write two practices.
   */
  kinds: Kind[];
  model: Model;
  purpose: Purpose;
  /**
   * Who gets to use the data.
   */
  recipients: Recipient[];
  /**
   * The decision table. The last rule should have no `when`, so that everyone gets an answer.
   */
  rules: Rule[];
}
/**
 * One line of a decision table. Rules are read in order; the first match answers.
 */
export interface Rule {
  /**
   * The rule's name, unique within the practice; it stays the same when the rule moves.
   */
  id: string;
  /**
   * For whom and when this holds. A missing field means any.
   */
  when: When | null;
  dataUse: DataUse;
  /**
   * For `may-use`, required: does the clause that permits it mention AI, machine learning or training?
   */
  namesAi: boolean | null;
  /**
   * For `does-not-use`: the models that the denial is limited to, where it does not cover all. `models that imitate an artist`.
   */
  onlyModels: string | null;
  /**
   * What happens to a person who does nothing. For `uses` and `may-use` only.
   */
  defaultState: DefaultState | null;
  /**
   * The legal basis that the platform claims.
   */
  legalBasis: LegalBasis | null;
  /**
   * Which data, as far as the documents say.
   */
  data: Data | null;
  /**
   * Ids of the controls that act on this use, the easiest first.
   *
   * Items: A control of this record.
   */
  controls: string[];
  /**
   * What else a reader must know, in our own words.
   */
  note: string | null;
  evidence: FactEvidence;
}
/**
 * For whom and when this holds. A missing field means any.
 */
export interface When {
  /**
   * Where the person is. Default: anywhere.
   */
  regions: string[] | null;
  /**
   * Which plan. Default: any.
   */
  plans: Plan[] | null;
  /**
   * How old. Default: any.
   */
  age: Age | null;
  /**
   * Whether the person has an account. Default: any.
   */
  account: Account | null;
  /**
   * The first day on which this holds. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  from: string | null;
  /**
   * The first day on which this no longer holds (exclusive). YYYY, YYYY-MM or YYYY-MM-DD.
   */
  until: string | null;
}
/**
 * What a person can do.
 */
export interface Control {
  /**
   * The control's name, unique within the record.
   */
  id: string;
  kind: ControlKind;
  /**
   * Its name as the platform shows it.
   */
  name: string;
  /**
   * Which position protects; settings only.
   */
  protectsWhen: ProtectsWhen | null;
  protects: Protects;
  actor: Actor;
  scope: ControlScope;
  /**
   * How to get there, one action per step, in our own words, with menu names as shown. Empty: not known.
   *
   * Items: One step.
   */
  steps: string[];
  /**
   * A direct link.
   */
  url: string | null;
  /**
   * Who has it, and when. Default: everyone, always.
   */
  when: When | null;
  effect: Effect;
  /**
   * What is still used after it.
   *
   * Items: What still happens.
   */
  exceptions: string[];
  /**
   * What makes it harder than it looks.
   */
  friction: Friction[];
  /**
   * The rights it exercises, as the platform says or the law plainly gives.
   */
  rights: Right[];
  /**
   * What else a reader must know.
   */
  note: string | null;
  /**
   * Pointers to what this rests on.
   *
   * Items: source, source#passage, or operator:source#passage.
   */
  evidence: string[];
}
/**
 * Something that changed.
 */
export interface Event {
  /**
   * The event's name, unique within the record.
   */
  id: string;
  type: EventType;
  dates: EventDates;
  /**
   * What happened, in one line of our own words.
   */
  title: string;
  /**
   * More, where it is needed.
   */
  detail: string | null;
  /**
   * For whom it changed. Default: everyone.
   */
  when: When | null;
  /**
   * The practices it concerns.
   *
   * Items: A practice of this record.
   */
  practices: string[];
  /**
   * Pointers to what this rests on.
   *
   * Items: source, source#passage, or operator:source#passage.
   */
  evidence: string[];
}
/**
 * At least one. An archive's snapshot date is `observed`, never `effective`.
 */
export interface EventDates {
  /**
   * Announced. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  announced: string | null;
  /**
   * In force. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  effective: string | null;
  /**
   * The latest day by which it had happened: an archive's snapshot, or when someone first saw it. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  observed: string | null;
  /**
   * Reported by others. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  reported: string | null;
}
/**
 * What people try that does not work.
 */
export interface Myth {
  /**
   * The myth's name, unique within the record.
   */
  id: string;
  /**
   * What people believe or try.
   */
  claim: string;
  /**
   * What is true.
   */
  truth: string;
  /**
   * Pointers to what this rests on.
   *
   * Items: source, source#passage, or operator:source#passage.
   */
  evidence: string[];
}
/**
 * A document that evidence points to.
 */
export interface Source {
  /**
   * The source's name, unique within the record.
   */
  id: string;
  kind: SourceKind;
  /**
   * The document's title.
   */
  title: string;
  /**
   * Who published it.
   */
  publisher: string;
  /**
   * Where it is or was on the web.
   */
  url: string;
  /**
   * The date that the document itself gives (published, effective or last updated). YYYY, YYYY-MM or YYYY-MM-DD.
   */
  published: string | null;
  /**
   * For a document without an archived copy: the day on which it was seen to say this. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  seen: string | null;
  /**
   * For whom the document is. Default: everyone.
   */
  when: When | null;
  /**
   * The archived copies that were read.
   */
  copies: ArchivedCopy[];
  /**
   * Fingerprinted passages.
   */
  passages: Passage[];
}
/**
 * An archived copy that was read.
 */
export interface ArchivedCopy {
  /**
   * The public git repository, owner/name.
   */
  archive: string;
  /**
   * The commit at which the document was read.
   */
  commit: string;
  /**
   * The document's path inside the repository.
   */
  path: string;
  /**
   * The day on which the archive took this copy (the commit's date). YYYY-MM-DD.
   */
  captured: string;
  /**
   * The archived copy on the web.
   */
  url: string;
}
/**
 * A fingerprinted passage of an archived copy. Text is located, never copied.
 */
export interface Passage {
  /**
   * The passage's name, unique within the source.
   */
  id: string;
  /**
   * Index into `copies`: the copy that was read.
   */
  copy: number;
  /**
   * The heading before the passage, at most eight words. Default: the beginning of the document.
   */
  heading: string | null;
  /**
   * The passage's first words, at most eight.
   */
  start: string;
  /**
   * The passage's last words, at most eight.
   */
  end: string;
  /**
   * SHA-256 over the normalised passage. Written by `npm run evidence -- fingerprint`, never by hand.
   */
  sha256: string;
}
/**
 * The same thing elsewhere.
 */
export interface SameAs {
  /**
   * Wikidata item.
   */
  wikidata: string | null;
  /**
   * The service's name in Open Terms Archive.
   */
  openTermsArchive: string | null;
  /**
   * ToS;DR service number.
   */
  tosdr: string | null;
}
/**
 * When and how far the record was checked.
 */
export interface RecordReview {
  /**
   * The last day on which a person checked the record against its sources. YYYY-MM-DD.
   */
  verified: string;
  /**
   * What could not be established.
   *
   * Items: One question.
   */
  openQuestions: string[];
}
/**
 * A platform's record as it is written.
 */
export interface RecordAnswer {
  meta: Meta;
  record: PlatformRecord;
  /**
   * The operator's shared documents that the record cites as operator:…
   */
  operatorSources: Source[];
}
/**
 * What this person can do, and what nothing stops.
 */
export interface OptOut {
  meta: Meta;
  platform: PlatformName;
  audience: Audience;
  headline: HeadlineSummary;
  /**
   * That the record was withdrawn, why, and which records answer instead; null for one that was not.
   */
  withdrawn: Withdrawn | null;
  effort: Effort;
  /**
   * What to do, the most useful first.
   */
  controls: OptOutControl[];
  /**
   * Uses that this person cannot fully stop.
   */
  unstoppable: UnstoppableUse[];
  /**
   * What does not work.
   */
  myths: Myth[];
  /**
   * The documents that this answer cites; the operator's begin with operator:.
   */
  sources: Source[];
}
/**
 * A platform, by its id and name.
 */
export interface PlatformName {
  /**
   * The platform's id.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
}
/**
 * The answer in short: generative models and content first.
 */
export interface HeadlineSummary {
  verdict: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty: Certainty | null;
  /**
   * The kind of data that it is mainly about; null where no use is stated.
   */
  lead: Kind | null;
  /**
   * The answer in plain English.
   */
  sentence: string;
  /**
   * The best control over it; null where there is none.
   */
  control: HeadlineControl | null;
}
/**
 * A control that this person has, with the uses that it affects.
 */
export interface OptOutControl {
  /**
   * The control's name, unique within the record.
   */
  id: string;
  kind: ControlKind;
  /**
   * Its name as the platform shows it.
   */
  name: string;
  /**
   * Which position protects; settings only.
   */
  protectsWhen: ProtectsWhen | null;
  protects: Protects;
  actor: Actor;
  scope: ControlScope;
  /**
   * How to get there, one action per step, in our own words, with menu names as shown. Empty: not known.
   *
   * Items: One step.
   */
  steps: string[];
  /**
   * A direct link.
   */
  url: string | null;
  effect: Effect;
  /**
   * What is still used after it.
   *
   * Items: What still happens.
   */
  exceptions: string[];
  /**
   * What makes it harder than it looks.
   */
  friction: Friction[];
  /**
   * The rights it exercises, as the platform says or the law plainly gives.
   */
  rights: Right[];
  /**
   * What else a reader must know.
   */
  note: string | null;
  /**
   * The first day on which it no longer exists; null where no end is known. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  until: string | null;
  /**
   * The uses that it affects.
   */
  practices: PracticeName[];
  /**
   * The documents that show the control: their ids in `sources`, with # and the passage.
   */
  evidence: string[];
}
/**
 * A use of data, by its name.
 */
export interface PracticeName {
  /**
   * The practice's id.
   */
  id: string;
  /**
   * What it is, in a few words.
   */
  title: string;
  purpose: Purpose;
}
/**
 * A use that this person cannot fully stop.
 */
export interface UnstoppableUse {
  /**
   * The practice's id.
   */
  id: string;
  /**
   * What it is, in a few words.
   */
  title: string;
  purpose: Purpose;
  /**
   * The kinds of data that it is about.
   */
  kinds: Kind[];
  /**
   * How firmly the use is known.
   */
  certainty: Certainty | null;
  /**
   * The documents that show the use, as in controls.
   */
  evidence: string[];
}
/**
 * A platform's events and released changes, newest first.
 */
export interface History {
  meta: Meta;
  headline: HeadlineSummary;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: HistoryItem[];
}
/**
 * An event, or a released change of the record.
 */
export interface HistoryItem {
  kind: HistoryKind;
  /**
   * The day that orders it in the list.
   */
  day: string;
  /**
   * What happened; null for a change.
   */
  event: Event | null;
  /**
   * What was recorded; null for an event.
   */
  change: Change | null;
}
/**
 * One released change of one record. Orders of lists are left to the ledgers, unless they say something. For a record that is new, `before` and `after` are null: see the record.
 */
export interface Change {
  /**
   * Permanent: the release, the record and the place in it.
   */
  id: string;
  /**
   * The version of the release.
   */
  release: string;
  /**
   * The day of the release.
   */
  date: string;
  class: ChangeClass;
  /**
   * The key of the record that changed: its folder and id.
   */
  record: string;
  /**
   * The record's name.
   */
  name: string;
  /**
   * The platform's id; null for an operator's record.
   */
  platform: string | null;
  /**
   * The operator's id; null where the record has none.
   */
  operator: string | null;
  /**
   * The purpose of the practice that changed; null where it is not a practice.
   */
  purpose: Purpose | null;
  /**
   * The regions that the changed rule or control names; null: everywhere.
   */
  regions: string[] | null;
  /**
   * For a record that was renamed: its key before, `platforms/<id>`. The path is empty; what else changed in the record is in other changes.
   */
  renamedFrom: string | null;
  /**
   * JSON Pointer; a member of a list is named by its id, with @ before it.
   */
  path: string;
  /**
   * The value before; null where there was none.
   */
  before?: {
    [k: string]: unknown;
  };
  /**
   * The value after; null where there is none.
   */
  after?: {
    [k: string]: unknown;
  };
  /**
   * For a change of the order of a list; else null.
   */
  order: OrderChange | null;
  /**
   * What the release changed in this platform's answer; null where it is the same as before.
   */
  answer: ChangeEffect | null;
  /**
   * In words.
   */
  summary: string;
}
/**
 * The ids of a list's members in their order before and after.
 */
export interface OrderChange {
  /**
   * The ids in their order before.
   */
  before: string[];
  /**
   * The ids in their order after.
   */
  after: string[];
}
/**
 * How the platform's answer changed with this release, for an adult with a free account, on the day of the release.
 */
export interface ChangeEffect {
  /**
   * The place for which it is: the requested region, else the first that the change names; null: the rest of the world.
   */
  region: string | null;
  headline: HeadlineChange;
  /**
   * The kinds of data and columns whose verdict or certainty differs.
   */
  cells: CellChange[];
}
/**
 * The headline before and after.
 */
export interface HeadlineChange {
  before: HeadlineSummary;
  after: HeadlineSummary;
}
/**
 * How the answer for one kind of data changed; null where nothing is stated.
 */
export interface CellChange {
  kind: Kind;
  by: By;
  /**
   * The answer before; null where nothing was stated.
   */
  before: CellSummary | null;
  /**
   * The answer after; null where nothing is stated.
   */
  after: CellSummary | null;
}
/**
 * The platform that an address belongs to, with its answer.
 */
export interface Lookup {
  meta: Meta;
  match: LookupMatch;
  /**
   * That the record was withdrawn, why, and which records answer instead; null for one that was not.
   */
  withdrawn: Withdrawn | null;
  audience: Audience;
  headline: Headline;
  /**
   * The answer by kind of data.
   */
  kinds: KindAnswer[];
  worst: Verdict;
  effort: Effort;
  /**
   * The practices that concern these people.
   */
  practices: PracticeAnswer[];
  /**
   * The controls that these people have, the most useful first.
   */
  controls: ControlAnswer[];
}
/**
 * What matched: a domain of the record or one of its apps. `plan` is the one that the host implies: `api` for hosts for developers. The answer is for it, unless the request names another.
 */
export interface LookupMatch {
  /**
   * The platform's id.
   */
  platform: string;
  /**
   * The platform's name.
   */
  name: string;
  /**
   * The domain of the record that matched; null for an app.
   */
  domain: Domain | null;
  /**
   * The app that matched; null for a domain.
   */
  app: App | null;
  /**
   * The plan that the host implies; null where it implies none.
   */
  plan: Plan | null;
}
/**
 * An app, as its store identifies it.
 */
export interface App {
  store: AppStore;
  /**
   * The id that the store gives it.
   */
  id: string;
}
/**
 * What one practice means for these people.
 */
export interface PracticeAnswer {
  /**
   * The practice's id.
   */
  id: string;
  /**
   * What it is, in a few words.
   */
  title: string;
  /**
   * The kinds of data that it is about, for these people.
   */
  kinds: Kind[];
  model: Model;
  purpose: Purpose;
  /**
   * Who gets the data.
   */
  recipients: Recipient[];
  /**
   * The column of the answer by kind that it belongs to; null where it does not train general models.
   */
  by: By | null;
  /**
   * The models that a denial is limited to; null where it is not limited.
   */
  onlyModels: string | null;
  verdict: Verdict;
  /**
   * How firmly the use is known; null where there is none.
   */
  certainty: Certainty | null;
  /**
   * The controls that these people have, by id, the most useful first.
   */
  controls: string[];
  /**
   * The first day of this answer. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  since: string | null;
}
/**
 * A control that these people have.
 */
export interface ControlAnswer {
  /**
   * The control's name, unique within the record.
   */
  id: string;
  kind: ControlKind;
  /**
   * Its name as the platform shows it.
   */
  name: string;
  /**
   * Which position protects; settings only.
   */
  protectsWhen: ProtectsWhen | null;
  protects: Protects;
  actor: Actor;
  scope: ControlScope;
  /**
   * How to get there, one action per step, in our own words, with menu names as shown. Empty: not known.
   *
   * Items: One step.
   */
  steps: string[];
  /**
   * A direct link.
   */
  url: string | null;
  effect: Effect;
  /**
   * What is still used after it.
   *
   * Items: What still happens.
   */
  exceptions: string[];
  /**
   * What makes it harder than it looks.
   */
  friction: Friction[];
  /**
   * The rights it exercises, as the platform says or the law plainly gives.
   */
  rights: Right[];
  /**
   * What else a reader must know.
   */
  note: string | null;
  /**
   * The first day on which it no longer exists; null where no end is known. YYYY, YYYY-MM or YYYY-MM-DD.
   */
  until: string | null;
}
/**
 * Every host and app of the dataset.
 */
export interface HostList {
  meta: Meta;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: Host[];
}
/**
 * A host or an app, and the platform that it belongs to.
 */
export interface Host {
  /**
   * A host, with everything under it that has no entry of its own; or the id of an app.
   */
  address: string;
  /**
   * The store of an app; null for a host.
   */
  store: AppStore | null;
  /**
   * The platform's id; null for a host of another service under a platform's domain.
   */
  platform: string | null;
  /**
   * What the host is for; null for an app.
   */
  role: DomainRole | null;
  /**
   * The country whose site it is; null where it is of no country.
   */
  country: string | null;
  /**
   * The plan that the host implies; null where it implies none.
   */
  plan: Plan | null;
}
/**
 * A badge as shields.io reads it.
 */
export interface Badge {
  /**
   * The version of the format.
   */
  schemaVersion: number;
  /**
   * The left text.
   */
  label: string;
  /**
   * The colour behind it; missing where it is the usual one.
   */
  labelColor?: string;
  /**
   * The right text.
   */
  message: string;
  /**
   * The colour behind it.
   */
  color: string;
}
/**
 * What platforms did and will do, newest first.
 */
export interface EventList {
  meta: Meta;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: PlatformEvent[];
}
/**
 * What a platform did, or announced that it will do.
 */
export interface PlatformEvent {
  /**
   * Permanent: the platform and the event.
   */
  id: string;
  platform: EventPlatform;
  /**
   * The day that orders it: the last day that its best date can mean.
   */
  day: string;
  precision: Precision;
  period: DatePeriod;
  /**
   * In words, as precise as it is known.
   */
  when: string;
  /**
   * Does it take effect today or later, or in a month or year that is not over?
   */
  upcoming: boolean;
  event: Event;
  /**
   * The documents that show it.
   */
  sources: EventSource[];
}
/**
 * The platform that an event is about.
 */
export interface EventPlatform {
  /**
   * The platform's id.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
  category: Category;
}
/**
 * The days that the date can mean: all of a month or year, where only that is known.
 */
export interface DatePeriod {
  /**
   * The first day.
   */
  from: string;
  /**
   * The first day after it (exclusive).
   */
  until: string;
}
/**
 * A document that shows the event.
 */
export interface EventSource {
  /**
   * The document's title.
   */
  title: string;
  /**
   * The document's URL.
   */
  url: string;
  /**
   * The archived copy that was read; null where there is none.
   */
  archived: string | null;
}
/**
 * A feed (JSON Feed 1.1).
 */
export interface JsonFeed {
  /**
   * The version of the format.
   */
  version: string;
  /**
   * The feed's title.
   */
  title: string;
  /**
   * What it lists.
   */
  description: string;
  /**
   * The page with the same entries.
   */
  home_page_url: string;
  /**
   * The feed itself.
   */
  feed_url: string;
  /**
   * The next page; missing on the last.
   */
  next_url?: string;
  /**
   * The language of its texts.
   */
  language: string;
  /**
   * Who wrote it.
   */
  authors: JsonFeedAuthor[];
  /**
   * The entries of this page, newest first.
   */
  items: JsonFeedItem[];
}
/**
 * Who wrote a feed (JSON Feed 1.1).
 */
export interface JsonFeedAuthor {
  /**
   * The author's name.
   */
  name: string;
}
/**
 * An entry of a feed (JSON Feed 1.1).
 */
export interface JsonFeedItem {
  /**
   * Permanent: the same in every form of the feed.
   */
  id: string;
  /**
   * The page about it.
   */
  url: string;
  /**
   * Its title.
   */
  title: string;
  /**
   * Its text, plain.
   */
  content_text: string;
  /**
   * When it was published.
   */
  date_published: string;
  /**
   * When it was last changed.
   */
  date_modified: string;
  /**
   * What it is about.
   */
  tags: string[];
}
/**
 * What begins or ends soon, the next first.
 */
export interface UpcomingList {
  meta: Meta;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: Upcoming[];
}
/**
 * What begins or ends soon.
 */
export interface Upcoming {
  /**
   * Permanent: the kind, the platform and what begins or ends.
   */
  id: string;
  kind: UpcomingKind;
  platform: EventPlatform;
  /**
   * The day; of a month or year, the first. What ends does so after this day.
   */
  day: string;
  /**
   * Days from today: 0 is today; negative for an event of a month or year that has begun.
   */
  days: number;
  precision: Precision;
  period: DatePeriod;
  /**
   * In words.
   */
  when: string;
  /**
   * What begins or ends, in words.
   */
  title: string;
  /**
   * Where it applies, as the record names it; null: everywhere.
   */
  regions: string[] | null;
}
/**
 * Released changes, newest first.
 */
export interface ChangeList {
  meta: Meta;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: Change[];
}
/**
 * Up to ten platforms side by side.
 */
export interface Comparison {
  meta: Meta;
  audience: ComparedAudience;
  /**
   * Each platform's answer, in the order asked for.
   */
  sideBySide: ComparedPlatform[];
}
/**
 * For whom the answers are.
 */
export interface ComparedAudience {
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region: string | null;
  plan: Plan;
  age: Age;
  account: Account;
}
/**
 * One of the platforms, with its answer.
 */
export interface ComparedPlatform {
  /**
   * The platform's id.
   */
  id: string;
  /**
   * Its name.
   */
  name: string;
  headline: Headline;
  /**
   * The answer by kind of data.
   */
  kinds: KindAnswer[];
  worst: Verdict;
  effort: Effort;
  /**
   * The practices that concern these people.
   */
  practices: PracticeAnswer[];
  /**
   * The controls that these people have, the most useful first.
   */
  controls: ControlAnswer[];
}
/**
 * One platform on two days, and what changed in between.
 */
export interface PlatformComparison {
  meta: Meta;
  audience: ComparedAudience;
  overTime: ComparisonOverTime;
}
/**
 * One platform's answers on two days.
 */
export interface ComparisonOverTime {
  platform: PlatformName;
  /**
   * The earlier day.
   */
  from: string;
  /**
   * The later day.
   */
  to: string;
  headline: HeadlineChange;
  /**
   * The kinds of data and columns whose verdict or certainty differs.
   */
  cells: CellChange[];
  /**
   * The practices, on both days.
   */
  practices: PracticeChange[];
  /**
   * What happened in between, for these people.
   */
  events: Event[];
}
/**
 * How the answer of one practice changed.
 */
export interface PracticeChange {
  /**
   * The practice's id.
   */
  id: string;
  /**
   * What it is, in a few words.
   */
  title: string;
  before: Verdict;
  after: Verdict;
  /**
   * In words; empty where nothing changed.
   */
  changes: string[];
}
/**
 * Every release, newest first.
 */
export interface ReleaseList {
  meta: Meta;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: Release[];
}
/**
 * A state of the dataset that can be cited.
 */
export interface Release {
  /**
   * Its version (CalVer).
   */
  version: string;
  /**
   * Its day.
   */
  date: string;
  /**
   * The version before it; null for the first.
   */
  previous: string | null;
  notes: ReleaseNotes;
  /**
   * SHA-256 of the ledger.
   */
  digest: string;
  /**
   * How many records it has.
   */
  records: number;
  /**
   * How many changes it made.
   */
  changes: number;
}
/**
 * What a release is about.
 */
export interface ReleaseNotes {
  /**
   * What changed, in words, made from the changes.
   */
  generated: string[];
  /**
   * What its editors wrote; null where they wrote nothing.
   */
  written: string | null;
}
/**
 * A release, with a page of its changes.
 */
export interface ReleaseAnswer {
  /**
   * Its version (CalVer).
   */
  version: string;
  /**
   * Its day.
   */
  date: string;
  /**
   * The version before it; null for the first.
   */
  previous: string | null;
  notes: ReleaseNotes;
  /**
   * SHA-256 of the ledger.
   */
  digest: string;
  /**
   * How many records it has.
   */
  records: number;
  /**
   * How many changes it made.
   */
  changes: number;
  /**
   * SHA-256 of every record's canonical JSON (RFC 8785).
   */
  hashes: {
    [k: string]: string;
  };
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: Change[];
  meta: Meta;
}
/**
 * The net changes between two releases.
 */
export interface ReleaseDiff {
  meta: Meta;
  /**
   * The earlier release.
   */
  from: string;
  /**
   * The later release.
   */
  to: string;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: NetChange[];
}
/**
 * What is different in one place of one record.
 */
export interface NetChange {
  /**
   * The key of the record that changed: its folder and id.
   */
  record: string;
  /**
   * For a record that was renamed: its key before; the path is then empty. null for others.
   */
  renamedFrom: string | null;
  /**
   * JSON Pointer; a member of a list is named by its id, with @ before it.
   */
  path: string;
  /**
   * The value in the earlier release; null where there was none.
   */
  before?: {
    [k: string]: unknown;
  };
  /**
   * The value in the later release; null where there is none.
   */
  after?: {
    [k: string]: unknown;
  };
  /**
   * For a change of the order of a list; else null.
   */
  order: OrderChange | null;
}
/**
 * The files of the dataset.
 */
export interface DownloadList {
  meta: Meta;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: Download[];
}
/**
 * A file of the dataset.
 */
export interface Download {
  /**
   * The file's path.
   */
  path: string;
  /**
   * Its URL on this server.
   */
  url: string;
  /**
   * What it contains.
   */
  description: string;
  /**
   * Its media type.
   */
  mediaType: string;
  /**
   * Its size in bytes.
   */
  bytes: number;
  /**
   * Rows or records; null where the file has none.
   */
  rows: number | null;
  /**
   * SHA-256 of the file, hexadecimal.
   */
  sha256: string;
}
/**
 * How to load a file in a tool.
 */
export interface LoadCommand {
  /**
   * The tool.
   */
  tool: string;
  /**
   * What to type or paste.
   */
  command: string;
}
/**
 * Every operator.
 */
export interface OperatorList {
  meta: Meta;
  /**
   * How many there are on all pages.
   */
  total: number;
  /**
   * The next page, relative to this server; null on the last.
   */
  next: string | null;
  /**
   * Those of this page.
   */
  items: Operator[];
}
/**
 * A company that runs platforms.
 */
export interface Operator {
  /**
   * The version of the record format.
   */
  schemaVersion: number;
  /**
   * The operator's id, the file's name.
   */
  id: string;
  /**
   * The operator's usual name.
   */
  name: string;
  /**
   * Former ids and other names; they lead here.
   *
   * Items: A former or other id.
   */
  aliases: string[];
  /**
   * The company that answers for the service, as its documents name it.
   */
  legalName: string | null;
  /**
   * The operator that owns it.
   */
  parent: string | null;
  /**
   * Where it is seated: ISO 3166-1 or 3166-2.
   */
  jurisdiction: string;
  sameAs: SameAs;
  /**
   * Records are never deleted: a withdrawn one says when and why.
   */
  withdrawn: Withdrawn | null;
  /**
   * The operators that it owns, by id.
   */
  owns: string[];
  /**
   * The platforms that it runs, by id.
   */
  platforms: string[];
}
/**
 * An operator, with the documents that its platforms' records share.
 */
export interface OperatorAnswer {
  /**
   * The version of the record format.
   */
  schemaVersion: number;
  /**
   * The operator's id, the file's name.
   */
  id: string;
  /**
   * The operator's usual name.
   */
  name: string;
  /**
   * Former ids and other names; they lead here.
   *
   * Items: A former or other id.
   */
  aliases: string[];
  /**
   * The company that answers for the service, as its documents name it.
   */
  legalName: string | null;
  /**
   * The operator that owns it.
   */
  parent: string | null;
  /**
   * Where it is seated: ISO 3166-1 or 3166-2.
   */
  jurisdiction: string;
  sameAs: SameAs;
  /**
   * Records are never deleted: a withdrawn one says when and why.
   */
  withdrawn: Withdrawn | null;
  /**
   * The operators that it owns, by id.
   */
  owns: string[];
  /**
   * The platforms that it runs, by id.
   */
  platforms: string[];
  /**
   * The documents that evidence points to.
   */
  sources: Source[];
  meta: Meta;
}
/**
 * Counts over the whole dataset, for one audience.
 */
export interface Stats {
  meta: Meta;
  audience: Audience;
  totals: Totals;
  /**
   * Platforms by the verdict of their headline, for this audience.
   */
  headlines: {
    [k: string]: number;
  };
  /**
   * Platforms by kind of data, column and verdict, for this audience.
   */
  cells: CellCounts[];
  /**
   * Platforms by purpose and verdict, for this audience.
   */
  purposes: {
    [k: string]: Counts;
  };
  /**
   * Platforms by category.
   */
  categories: {
    [k: string]: number;
  };
  /**
   * Controls by kind.
   */
  controlKinds: {
    [k: string]: number;
  };
  /**
   * Rules by the grade of the evidence for `dataUse`.
   */
  ruleGrades: {
    [k: string]: number;
  };
  /**
   * Events by type.
   */
  eventTypes: {
    [k: string]: number;
  };
  /**
   * Events by year.
   */
  eventYears: {
    [k: string]: number;
  };
  verified: VerifiedRange;
  /**
   * Rules by fact (dataUse, defaultState, data, legalBasis) and grade.
   */
  factGrades: {
    [k: string]: Counts;
  };
  captured: CapturedRange;
  /**
   * The number of open questions in the records.
   */
  openQuestions: number;
  notStated: NotStated;
  /**
   * How far the records agree with second readings of the same sources, before corrections; null until a release reports it.
   */
  agreement: ReaderAgreement | null;
}
/**
 * How much the dataset has.
 */
export interface Totals {
  /**
   * Platforms.
   */
  platforms: number;
  /**
   * Platforms whose records are withdrawn; nothing else counts them.
   */
  withdrawn: number;
  /**
   * Operators.
   */
  operators: number;
  /**
   * Practices: uses of data.
   */
  practices: number;
  /**
   * Rules of the practices.
   */
  rules: number;
  /**
   * Controls.
   */
  controls: number;
  /**
   * Events.
   */
  events: number;
  /**
   * Documents that evidence points to.
   */
  sources: number;
  /**
   * Passages of these documents.
   */
  passages: number;
}
/**
 * Platforms by verdict, for one kind of data and one column.
 */
export interface CellCounts {
  kind: Kind;
  by: By;
  /**
   * Platforms by verdict; those that state nothing are not counted.
   */
  verdicts: {
    [k: string]: number;
  };
}
/**
 * How many of each kind, by its term.
 */
export interface Counts {
  [k: string]: number;
}
/**
 * The days on which records were last checked.
 */
export interface VerifiedRange {
  /**
   * The oldest; null without records.
   */
  oldest: string | null;
  /**
   * The newest; null without records.
   */
  newest: string | null;
}
/**
 * Age of the evidence: the day of the newest archived copy of each source that has one. Half are of the median's day or older.
 */
export interface CapturedRange {
  /**
   * The oldest; null without copies.
   */
  oldest: string | null;
  /**
   * The median; null without copies.
   */
  median: string | null;
  /**
   * The newest; null without copies.
   */
  newest: string | null;
}
/**
 * How often the documents do not state something: the use in answers for this audience; the default in those that use data; the effect of controls on data already used.
 */
export interface NotStated {
  dataUse: NotStatedShare;
  defaultState: NotStatedShare;
  effect: NotStatedShare;
}
/**
 * How many of some things are not stated.
 */
export interface NotStatedShare {
  /**
   * How many are not stated.
   */
  notStated: number;
  /**
   * How many there are.
   */
  of: number;
}
/**
 * How far a release agrees with a second reading of the same sources. docs/quality.md explains its limits.
 */
export interface ReaderAgreement {
  /**
   * The release whose records were read a second time, and the seed of the draw.
   */
  release: string;
  /**
   * The day of the answers that were compared.
   */
  day: string;
  /**
   * How many platforms were drawn from.
   */
  of: number;
  /**
   * The platforms that were drawn, by id.
   */
  platforms: string[];
  practices: PracticesRead;
  /**
   * Agreement by field.
   */
  fields: FieldAgreement[];
}
/**
 * Practices that both readers have, or only one.
 */
export interface PracticesRead {
  /**
   * Practices that both readers have.
   */
  matched: number;
  /**
   * Practices that only the record has.
   */
  onlyFirst: number;
  /**
   * Practices that only the second reading has.
   */
  onlySecond: number;
}
/**
 * How far two readers agree on one field.
 */
export interface FieldAgreement {
  /**
   * The field of the answers that was compared.
   */
  field: string;
  /**
   * How many answers were compared.
   */
  items: number;
  /**
   * How many of them are the same.
   */
  agreed: number;
  /**
   * Cohen's κ; null where it is undefined, because both say the same everywhere.
   */
  kappa: number | null;
}
/**
 * Every term with its definition and mappings.
 */
export interface VocabularyAnswer {
  meta: Meta;
  /**
   * The standards that terms are mapped to, by key.
   */
  standards: {
    [k: string]: Standard;
  };
  /**
   * The terms of each vocabulary, by its name.
   */
  vocabularies: {
    [k: string]: Term[];
  };
  /**
   * The purposes that headlines and the strictest reading are about.
   */
  trainingPurposes: string[];
  /**
   * The groups of countries.
   */
  regionGroups: RegionGroup[];
}
/**
 * A standard that terms are mapped to.
 */
export interface Standard {
  /**
   * Its title.
   */
  title: string;
  /**
   * The version that the mappings use.
   */
  version: string;
  /**
   * Where it is published.
   */
  url: string;
}
/**
 * A term of a vocabulary.
 */
export interface Term {
  /**
   * The term.
   */
  term: string;
  /**
   * What it means.
   */
  definition: string;
  /**
   * Terms of standards that mean the same, or nearly.
   */
  mappings: StandardTerm[];
}
/**
 * A term of a standard that means the same, or nearly.
 */
export interface StandardTerm {
  /**
   * The standard, by its key in `standards`.
   */
  standard: string;
  /**
   * Its term.
   */
  term: string;
  /**
   * How the two are related, as SKOS names it.
   */
  match: string;
}
/**
 * A group of countries that records and requests can name.
 */
export interface RegionGroup {
  /**
   * Its code.
   */
  code: string;
  /**
   * What it is.
   */
  definition: string;
  /**
   * The day from which it has these members.
   */
  since: string;
  /**
   * The countries, by ISO 3166-1 code.
   */
  members: string[];
  /**
   * Terms of standards that mean the same, or nearly.
   */
  mappings: StandardTerm[];
}
/**
 * The JSON Schemas of the records.
 */
export interface SchemaList {
  /**
   * The schemas.
   */
  items: SchemaFile[];
}
/**
 * A JSON Schema.
 */
export interface SchemaFile {
  /**
   * The file's name.
   */
  name: string;
  /**
   * Where it is, relative to this server.
   */
  url: string;
}
/**
 * How the service is.
 */
export interface ServiceStatus {
  /**
   * How it is, in a word.
   */
  status: string;
  /**
   * The version of the dataset that is served; null where that is not asked for.
   */
  release: string | null;
}
/**
 * Parameters of /platforms
 */
export interface ListPlatformsParameters {
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * - `free`: A personal account without payment.
   * - `paid`: A personal account with payment.
   * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
   * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
   * - `education`: Schools and universities.
   * - `api`: Access by programs under developer or commercial terms.
   */
  plan?: "free" | "paid" | "business" | "enterprise" | "education" | "api";
  /**
   * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
   * - `adult`: At or above that age.
   */
  age?: "minor" | "adult";
  /**
   * - `signed-in`: Has an account and uses it.
   * - `signed-out`: Visits or uses the service without an account.
   * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
   */
  account?: "signed-in" | "signed-out" | "non-user";
  /**
   * The day asked about. Default: today (UTC); with release, the release's own day.
   */
  as_of?: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * Who runs it, or owns who runs it: an operator's id, alias or name.
   */
  operator?: string;
  /**
   * Only where something is stated about this kind of data; `verdict` and `certainty` are then those of its cells. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  kind?: Kind[];
  /**
   * Only where something is stated about who trains; `verdict` and `certainty` are then those of these cells. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  by?: By[];
  /**
   * What it means for this person: the headline's; with `kind` or `by` a cell's; with `purpose` or `model` a practice's. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  verdict?: Verdict[];
  /**
   * How firmly the use is known, of the same as `verdict`. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  certainty?: Certainty[];
  /**
   * Only where a practice has this purpose. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  purpose?: Purpose[];
  /**
   * Only where a practice is for this kind of model. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  model?: Model[];
  /**
   * What the documents say about a practice. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  data_use?: DataUse[];
  /**
   * The default of a practice. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  default_state?: DefaultState[];
  /**
   * Only where this person has a control of this kind over a practice. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  control?: ControlKind[];
  /**
   * Words to find in names, domains, operators, summaries, controls and events; each may be the beginning of one. Case and accents do not matter. First come platforms with exactly this id, alias, name or domain, then those whose name begins so, those of an operator with this name, and those with the words in their names.
   */
  q?: string;
  /**
   * Whether withdrawn records are listed.
   */
  withdrawn?: "include";
  /**
   * Only records checked on this day or later, or added or changed in a release since.
   */
  updated_since?: string;
  /**
   * Only records that were added, or changed in more than their wording, in a release on this day or later.
   */
  changed_since?: string;
  /**
   * An order of platforms; `-` before it reverses it.
   */
  sort?:
    | "name"
    | "-name"
    | "id"
    | "-id"
    | "added"
    | "-added"
    | "changed"
    | "-changed"
    | "verified"
    | "-verified"
    | "severity"
    | "-severity"
    | "relevance"
    | "-relevance";
  /**
   * Only these fields of each item, separated by commas.
   *
   * @minItems 1
   */
  fields?: PlatformField[];
  /**
   * Items per page. Default: 50.
   */
  limit?: number;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /platforms/{id}
 */
export interface GetPlatformParameters {
  /**
   * The platform's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * - `free`: A personal account without payment.
   * - `paid`: A personal account with payment.
   * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
   * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
   * - `education`: Schools and universities.
   * - `api`: Access by programs under developer or commercial terms.
   */
  plan?: "free" | "paid" | "business" | "enterprise" | "education" | "api";
  /**
   * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
   * - `adult`: At or above that age.
   */
  age?: "minor" | "adult";
  /**
   * - `signed-in`: Has an account and uses it.
   * - `signed-out`: Visits or uses the service without an account.
   * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
   */
  account?: "signed-in" | "signed-out" | "non-user";
  /**
   * The day asked about. Default: today (UTC); with release, the release's own day.
   */
  as_of?: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * What to add to the answer, separated by commas. `evidence` fills `details` of practices and `evidence` of controls.
   *
   * @minItems 1
   */
  include?: PlatformInclude[];
}
/**
 * Parameters of /platforms/{id}/record
 */
export interface GetRecordParameters {
  /**
   * The platform's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /platforms/{id}/opt-out
 */
export interface GetOptOutParameters {
  /**
   * The platform's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * - `free`: A personal account without payment.
   * - `paid`: A personal account with payment.
   * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
   * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
   * - `education`: Schools and universities.
   * - `api`: Access by programs under developer or commercial terms.
   */
  plan?: "free" | "paid" | "business" | "enterprise" | "education" | "api";
  /**
   * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
   * - `adult`: At or above that age.
   */
  age?: "minor" | "adult";
  /**
   * - `signed-in`: Has an account and uses it.
   * - `signed-out`: Visits or uses the service without an account.
   * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
   */
  account?: "signed-in" | "signed-out" | "non-user";
  /**
   * The day asked about. Default: today (UTC); with release, the release's own day.
   */
  as_of?: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /platforms/{id}/history
 */
export interface GetHistoryParameters {
  /**
   * The platform's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Items per page. Default: 50.
   */
  limit?: number;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /lookup
 */
export interface LookupParameters {
  /**
   * A URL or a domain. Also an app: its Android package, androidapp://com.linkedin.android, or its page in Google Play or the App Store.
   */
  url: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * - `free`: A personal account without payment.
   * - `paid`: A personal account with payment.
   * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
   * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
   * - `education`: Schools and universities.
   * - `api`: Access by programs under developer or commercial terms.
   */
  plan?: "free" | "paid" | "business" | "enterprise" | "education" | "api";
  /**
   * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
   * - `adult`: At or above that age.
   */
  age?: "minor" | "adult";
  /**
   * - `signed-in`: Has an account and uses it.
   * - `signed-out`: Visits or uses the service without an account.
   * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
   */
  account?: "signed-in" | "signed-out" | "non-user";
  /**
   * The day asked about. Default: today (UTC); with release, the release's own day.
   */
  as_of?: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /hosts
 */
export interface ListHostsParameters {
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /badge/{file}
 */
export interface GetBadgeParameters {
  /**
   * The platform's id, a former id, an alias or the name, and .svg.
   */
  file: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * - `free`: A personal account without payment.
   * - `paid`: A personal account with payment.
   * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
   * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
   * - `education`: Schools and universities.
   * - `api`: Access by programs under developer or commercial terms.
   */
  plan?: "free" | "paid" | "business" | "enterprise" | "education" | "api";
  /**
   * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
   * - `adult`: At or above that age.
   */
  age?: "minor" | "adult";
  /**
   * - `signed-in`: Has an account and uses it.
   * - `signed-out`: Visits or uses the service without an account.
   * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
   */
  account?: "signed-in" | "signed-out" | "non-user";
  /**
   * The day asked about. Default: today (UTC); with release, the release's own day.
   */
  as_of?: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * - `ai-interactions`: What a person types, says or shows to an AI feature, its answers, and their ratings of the answers.
   * - `published`: What everyone can see: posts, comments, reviews, public repositories and uploads.
   * - `messages`: What a person writes or says to particular people: private messages, mail, calls, meetings.
   * - `files`: What a person keeps, or shares with a few: documents, drafts, private repositories, closed groups, workspaces.
   * - `activity`: What a person does: usage, searches, purchases, location, device.
   * - `account`: Who a person is to the platform: profile details, contacts, applications, payments, support requests.
   * - `from-others`: What others and the web say about a person.
   */
  kind?: "ai-interactions" | "published" | "messages" | "files" | "activity" | "account" | "from-others";
  /**
   * - `train-ai`: The recipients train or fine-tune general models with people's data. `model` says what kind of model.
   * - `human-review`: People read or listen to the data in order to improve AI (annotators, reviewers), apart from handling abuse reports or support.
   * - `license-to-third-parties`: Data is sold, licensed or given by contract to other companies so that they train AI with it.
   * - `share-with-affiliates`: Data goes to companies of the same group (or its parent's) so that they train AI with it.
   * - `allow-third-party-crawlers`: Outsiders' crawlers may collect public data for AI training: what robots.txt, headers or terms allow.
   * - `fine-tune-customer-model`: A model is trained or tuned with a customer's data for that customer only. Not general training.
   * - `evaluate-ai`: Data is used to measure or test models, not to train them.
   * - `safety-review`: Data is kept, reviewed or used to train systems only for safety: against abuse, fraud or illegal content.
   * - `ai-feature-processing`: Data is processed so that an AI feature responds to the person who uses it. Not training; a switch for this is not an opt-out of training.
   * - `personalise-with-ai`: AI interactions shape what this person is shown (answers, feed, advertising), without a statement that they train a model.
   */
  purpose?:
    | "train-ai"
    | "human-review"
    | "license-to-third-parties"
    | "share-with-affiliates"
    | "allow-third-party-crawlers"
    | "fine-tune-customer-model"
    | "evaluate-ai"
    | "safety-review"
    | "ai-feature-processing"
    | "personalise-with-ai";
}
/**
 * Parameters of /platforms/{id}/badge.json
 */
export interface GetBadgeDataParameters {
  /**
   * The platform's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * - `free`: A personal account without payment.
   * - `paid`: A personal account with payment.
   * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
   * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
   * - `education`: Schools and universities.
   * - `api`: Access by programs under developer or commercial terms.
   */
  plan?: "free" | "paid" | "business" | "enterprise" | "education" | "api";
  /**
   * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
   * - `adult`: At or above that age.
   */
  age?: "minor" | "adult";
  /**
   * - `signed-in`: Has an account and uses it.
   * - `signed-out`: Visits or uses the service without an account.
   * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
   */
  account?: "signed-in" | "signed-out" | "non-user";
  /**
   * The day asked about. Default: today (UTC); with release, the release's own day.
   */
  as_of?: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * - `ai-interactions`: What a person types, says or shows to an AI feature, its answers, and their ratings of the answers.
   * - `published`: What everyone can see: posts, comments, reviews, public repositories and uploads.
   * - `messages`: What a person writes or says to particular people: private messages, mail, calls, meetings.
   * - `files`: What a person keeps, or shares with a few: documents, drafts, private repositories, closed groups, workspaces.
   * - `activity`: What a person does: usage, searches, purchases, location, device.
   * - `account`: Who a person is to the platform: profile details, contacts, applications, payments, support requests.
   * - `from-others`: What others and the web say about a person.
   */
  kind?: "ai-interactions" | "published" | "messages" | "files" | "activity" | "account" | "from-others";
  /**
   * - `train-ai`: The recipients train or fine-tune general models with people's data. `model` says what kind of model.
   * - `human-review`: People read or listen to the data in order to improve AI (annotators, reviewers), apart from handling abuse reports or support.
   * - `license-to-third-parties`: Data is sold, licensed or given by contract to other companies so that they train AI with it.
   * - `share-with-affiliates`: Data goes to companies of the same group (or its parent's) so that they train AI with it.
   * - `allow-third-party-crawlers`: Outsiders' crawlers may collect public data for AI training: what robots.txt, headers or terms allow.
   * - `fine-tune-customer-model`: A model is trained or tuned with a customer's data for that customer only. Not general training.
   * - `evaluate-ai`: Data is used to measure or test models, not to train them.
   * - `safety-review`: Data is kept, reviewed or used to train systems only for safety: against abuse, fraud or illegal content.
   * - `ai-feature-processing`: Data is processed so that an AI feature responds to the person who uses it. Not training; a switch for this is not an opt-out of training.
   * - `personalise-with-ai`: AI interactions shape what this person is shown (answers, feed, advertising), without a statement that they train a model.
   */
  purpose?:
    | "train-ai"
    | "human-review"
    | "license-to-third-parties"
    | "share-with-affiliates"
    | "allow-third-party-crawlers"
    | "fine-tune-customer-model"
    | "evaluate-ai"
    | "safety-review"
    | "ai-feature-processing"
    | "personalise-with-ai";
}
/**
 * Parameters of /events
 */
export interface ListEventsParameters {
  /**
   * Only this platform's; several, separated by commas (at most 100). Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 100
   */
  platform?: string[];
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * What happened. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  type?: EventType[];
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * On this day or later.
   */
  since?: string;
  /**
   * Before this day.
   */
  until?: string;
  /**
   * true: only what takes effect today or later, or in a month or year that is not over; false: only the rest. Default: both.
   */
  upcoming?: boolean;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Items per page. Default: 50.
   */
  limit?: number;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /events.atom
 */
export interface GetEventsAtomParameters {
  /**
   * Only this platform's; several, separated by commas (at most 100). Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 100
   */
  platform?: string[];
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * What happened. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  type?: EventType[];
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * On this day or later.
   */
  since?: string;
  /**
   * Before this day.
   */
  until?: string;
  /**
   * true: only what takes effect today or later, or in a month or year that is not over; false: only the rest. Default: both.
   */
  upcoming?: boolean;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /events.json
 */
export interface GetEventsJsonParameters {
  /**
   * Only this platform's; several, separated by commas (at most 100). Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 100
   */
  platform?: string[];
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * What happened. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  type?: EventType[];
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * On this day or later.
   */
  since?: string;
  /**
   * Before this day.
   */
  until?: string;
  /**
   * true: only what takes effect today or later, or in a month or year that is not over; false: only the rest. Default: both.
   */
  upcoming?: boolean;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /events.ics
 */
export interface GetEventsIcsParameters {
  /**
   * Only this platform's; several, separated by commas (at most 100). Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 100
   */
  platform?: string[];
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * What happened. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  type?: EventType[];
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * On this day or later.
   */
  since?: string;
  /**
   * Before this day.
   */
  until?: string;
  /**
   * true: only what takes effect today or later, or in a month or year that is not over; false: only the rest. Default: both.
   */
  upcoming?: boolean;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Reminds of what is to come, so many days before, at nine in the morning. Default: no reminders.
   */
  reminder?: string;
}
/**
 * Parameters of /upcoming
 */
export interface ListUpcomingParameters {
  /**
   * Only this platform's; several, separated by commas (at most 100). Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 100
   */
  platform?: string[];
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * How many days ahead. Default: 30d.
   */
  within?: string;
}
/**
 * Parameters of /changes
 */
export interface ListChangesParameters {
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * Why it changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  class?: ChangeClass[];
  /**
   * The purpose of the practice that changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  purpose?: Purpose[];
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Only this platform's; several, separated by commas (at most 100). Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 100
   */
  platform?: string[];
  /**
   * Only this operator's platforms and documents.
   */
  operator?: string;
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * Items per page. Default: 50.
   */
  limit?: number;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /changes.atom
 */
export interface GetChangesAtomParameters {
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * Why it changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  class?: ChangeClass[];
  /**
   * The purpose of the practice that changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  purpose?: Purpose[];
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Only this platform's; several, separated by commas (at most 100). Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 100
   */
  platform?: string[];
  /**
   * Only this operator's platforms and documents.
   */
  operator?: string;
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /platforms/{id}/changes.atom
 */
export interface GetPlatformChangesAtomParameters {
  /**
   * The platform's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * Why it changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  class?: ChangeClass[];
  /**
   * The purpose of the practice that changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  purpose?: Purpose[];
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /changes.json
 */
export interface GetChangesJsonParameters {
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * Why it changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  class?: ChangeClass[];
  /**
   * The purpose of the practice that changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  purpose?: Purpose[];
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Only this platform's; several, separated by commas (at most 100). Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 100
   */
  platform?: string[];
  /**
   * Only this operator's platforms and documents.
   */
  operator?: string;
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /platforms/{id}/changes.json
 */
export interface GetPlatformChangesJsonParameters {
  /**
   * The platform's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * Why it changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  class?: ChangeClass[];
  /**
   * The purpose of the practice that changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  purpose?: Purpose[];
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /changes.ics
 */
export interface GetChangesIcsParameters {
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * Why it changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  class?: ChangeClass[];
  /**
   * The purpose of the practice that changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  purpose?: Purpose[];
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
  /**
   * Only this platform's; several, separated by commas (at most 100). Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 100
   */
  platform?: string[];
  /**
   * Only this operator's platforms and documents.
   */
  operator?: string;
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
}
/**
 * Parameters of /platforms/{id}/changes.ics
 */
export interface GetPlatformChangesIcsParameters {
  /**
   * The platform's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * Why it changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  class?: ChangeClass[];
  /**
   * The purpose of the practice that changed. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  purpose?: Purpose[];
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /new-platforms.atom
 */
export interface GetNewPlatformsAtomParameters {
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /new-platforms.json
 */
export interface GetNewPlatformsJsonParameters {
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /new-platforms.ics
 */
export interface GetNewPlatformsIcsParameters {
  /**
   * Released on this day or later.
   */
  since?: string;
  /**
   * Released before this day.
   */
  until?: string;
  /**
   * What the platform mainly is. Several, separated by commas, mean any of them.
   *
   * @minItems 1
   */
  category?: Category[];
}
/**
 * Parameters of /compare
 */
export interface CompareParameters {
  /**
   * Platforms to compare side by side, separated by commas; at most 10. Aliases and names work too.
   *
   * @minItems 1
   * @maxItems 10
   */
  ids: string[];
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * - `free`: A personal account without payment.
   * - `paid`: A personal account with payment.
   * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
   * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
   * - `education`: Schools and universities.
   * - `api`: Access by programs under developer or commercial terms.
   */
  plan?: "free" | "paid" | "business" | "enterprise" | "education" | "api";
  /**
   * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
   * - `adult`: At or above that age.
   */
  age?: "minor" | "adult";
  /**
   * - `signed-in`: Has an account and uses it.
   * - `signed-out`: Visits or uses the service without an account.
   * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
   */
  account?: "signed-in" | "signed-out" | "non-user";
  /**
   * The day asked about. Default: today (UTC); with release, the release's own day.
   */
  as_of?: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /platforms/{id}/compare
 */
export interface CompareOverTimeParameters {
  /**
   * The platform's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * The earlier day.
   */
  from: string;
  /**
   * The later day. Default: today; with release, the release's own day.
   */
  to?: string;
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * - `free`: A personal account without payment.
   * - `paid`: A personal account with payment.
   * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
   * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
   * - `education`: Schools and universities.
   * - `api`: Access by programs under developer or commercial terms.
   */
  plan?: "free" | "paid" | "business" | "enterprise" | "education" | "api";
  /**
   * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
   * - `adult`: At or above that age.
   */
  age?: "minor" | "adult";
  /**
   * - `signed-in`: Has an account and uses it.
   * - `signed-out`: Visits or uses the service without an account.
   * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
   */
  account?: "signed-in" | "signed-out" | "non-user";
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /releases/{version}
 */
export interface GetReleaseParameters {
  /**
   * Its version; `latest` is the newest.
   */
  version: string;
  /**
   * Items per page. Default: 50.
   */
  limit?: number;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /releases/{version}/since/{base}
 */
export interface GetReleaseDifferenceParameters {
  /**
   * The later version; `latest` is the newest.
   */
  version: string;
  /**
   * The earlier version.
   */
  base: string;
  /**
   * Items per page. Default: 50.
   */
  limit?: number;
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /releases.atom
 */
export interface GetReleasesAtomParameters {
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /releases.json
 */
export interface GetReleasesJsonParameters {
  /**
   * Where the previous page ended. Use `next` unchanged.
   */
  cursor?: string;
}
/**
 * Parameters of /download
 */
export interface ListDownloadsParameters {
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /download/{release}/{file}
 */
export interface GetDownloadParameters {
  /**
   * A release's version, or `latest` for the current state.
   */
  release: string;
  /**
   * The file's name.
   */
  file: string;
}
/**
 * Parameters of /download/{release}/{format}/{file}
 */
export interface GetTableDownloadParameters {
  /**
   * A release's version, or `latest` for the current state.
   */
  release: string;
  /**
   * The folder: csv, parquet or hosts.
   */
  format: string;
  /**
   * The file's name.
   */
  file: string;
}
/**
 * Parameters of /operators
 */
export interface ListOperatorsParameters {
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /operators/{id}
 */
export interface GetOperatorParameters {
  /**
   * The operator's id. A former id, an alias or the name works too: the header Content-Location then has the path under the id.
   */
  id: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /stats
 */
export interface GetStatsParameters {
  /**
   * Where the person is: ISO 3166-1 alpha-2 (DE), ISO 3166-2 (US-CA), EU or EEA. Default: the rest of the world.
   */
  region?: string;
  /**
   * - `free`: A personal account without payment.
   * - `paid`: A personal account with payment.
   * - `business`: An organisation's account bought by itself: team, business, pro workspaces.
   * - `enterprise`: An organisation's account under a negotiated or top-tier contract.
   * - `education`: Schools and universities.
   * - `api`: Access by programs under developer or commercial terms.
   */
  plan?: "free" | "paid" | "business" | "enterprise" | "education" | "api";
  /**
   * - `minor`: Below the age of majority (or the age at which the platform treats people as adults, mostly 18).
   * - `adult`: At or above that age.
   */
  age?: "minor" | "adult";
  /**
   * - `signed-in`: Has an account and uses it.
   * - `signed-out`: Visits or uses the service without an account.
   * - `non-user`: Does not use it; others post about them, or it is collected elsewhere.
   */
  account?: "signed-in" | "signed-out" | "non-user";
  /**
   * The day asked about. Default: today (UTC); with release, the release's own day.
   */
  as_of?: string;
  /**
   * The version of the release to answer from. Default, and `latest`: the current state. The records of a release never change.
   */
  release?: string;
}
/**
 * Parameters of /schema/{name}
 */
export interface GetSchemaParameters {
  /**
   * The schema's file name.
   */
  name: string;
}

/** The errors that the API reports, by the last part of their `type`. Newer servers may have more. */
export type ProblemCode =
  | "unknown-parameter"
  | "invalid-parameter"
  | "unknown-platform"
  | "unknown-operator"
  | "unknown-region"
  | "unknown-domain"
  | "unknown-release"
  | "unknown-page"
  | "empty-period"
  | "unknown-file"
  | "unknown-path"
  | "uri-too-long"
  | "unreadable-request"
  | "request-timeout"
  | "headers-too-large"
  | "rate-limited"
  | "unsatisfiable-range"
  | "method-not-allowed"
  | "not-acceptable"
  | "unavailable"
  | "took-too-long"
  | "busy"
  | "internal";

/** What can be asked: each path with its parameters and its answer. */
export interface Routes {
  /** The platforms, with their answers for one audience. */
  "/platforms": { parameters: ListPlatformsParameters; answer: PlatformList };
  /** A platform, and what it means for one audience. */
  "/platforms/{id}": { parameters: GetPlatformParameters; answer: PlatformAnswer };
  /** A platform's record, as it is written. */
  "/platforms/{id}/record": { parameters: GetRecordParameters; answer: RecordAnswer };
  /** What to do: the steps for this person, the most useful first. */
  "/platforms/{id}/opt-out": { parameters: GetOptOutParameters; answer: OptOut };
  /** What happened, newest first. */
  "/platforms/{id}/history": { parameters: GetHistoryParameters; answer: History };
  /** The platform that a URL, a domain or an app belongs to, with its answer. */
  "/lookup": { parameters: LookupParameters; answer: Lookup };
  /** Every host and app in the dataset, for looking up addresses without a request each. */
  "/hosts": { parameters: ListHostsParameters; answer: HostList };
  /** A platform's answer as a badge, for use on other sites. */
  "/badge/{file}": { parameters: GetBadgeParameters; answer: Response };
  /** A platform's badge as data, for shields.io. */
  "/platforms/{id}/badge.json": { parameters: GetBadgeDataParameters; answer: Badge };
  /** What platforms did and will do, newest first. */
  "/events": { parameters: ListEventsParameters; answer: EventList };
  /** What platforms did and will do, as Atom feed (RFC 4287). */
  "/events.atom": { parameters: GetEventsAtomParameters; answer: Response };
  /** What platforms did and will do, as JSON Feed 1.1. */
  "/events.json": { parameters: GetEventsJsonParameters; answer: JsonFeed };
  /** What platforms did and will do, as calendar (RFC 5545). */
  "/events.ics": { parameters: GetEventsIcsParameters; answer: Response };
  /** What begins or ends within some days, the nearest first. */
  "/upcoming": { parameters: ListUpcomingParameters; answer: UpcomingList };
  /** What we edited, newest first. */
  "/changes": { parameters: ListChangesParameters; answer: ChangeList };
  /** What we edited, as Atom feed (RFC 4287). */
  "/changes.atom": { parameters: GetChangesAtomParameters; answer: Response };
  /** What we edited in one record, as Atom feed (RFC 4287). */
  "/platforms/{id}/changes.atom": { parameters: GetPlatformChangesAtomParameters; answer: Response };
  /** What we edited, as JSON Feed 1.1. */
  "/changes.json": { parameters: GetChangesJsonParameters; answer: JsonFeed };
  /** What we edited in one record, as JSON Feed 1.1. */
  "/platforms/{id}/changes.json": { parameters: GetPlatformChangesJsonParameters; answer: JsonFeed };
  /** What we edited, as calendar (RFC 5545). */
  "/changes.ics": { parameters: GetChangesIcsParameters; answer: Response };
  /** What we edited in one record, as calendar (RFC 5545). */
  "/platforms/{id}/changes.ics": { parameters: GetPlatformChangesIcsParameters; answer: Response };
  /** Platforms that are new in the dataset, as Atom feed (RFC 4287). */
  "/new-platforms.atom": { parameters: GetNewPlatformsAtomParameters; answer: Response };
  /** Platforms that are new in the dataset, as JSON Feed 1.1. */
  "/new-platforms.json": { parameters: GetNewPlatformsJsonParameters; answer: JsonFeed };
  /** Platforms that are new in the dataset, as calendar (RFC 5545). */
  "/new-platforms.ics": { parameters: GetNewPlatformsIcsParameters; answer: Response };
  /** Up to ten platforms side by side, for one audience. */
  "/compare": { parameters: CompareParameters; answer: Comparison };
  /** One platform on two days, for one audience. */
  "/platforms/{id}/compare": { parameters: CompareOverTimeParameters; answer: PlatformComparison };
  /** Every release, newest first. */
  "/releases": { parameters: Record<never, never>; answer: ReleaseList };
  /** One release, with its hashes and changes. */
  "/releases/{version}": { parameters: GetReleaseParameters; answer: ReleaseAnswer };
  /** What changed between two releases. */
  "/releases/{version}/since/{base}": { parameters: GetReleaseDifferenceParameters; answer: ReleaseDiff };
  /** A summary of each release, as Atom feed (RFC 4287). */
  "/releases.atom": { parameters: GetReleasesAtomParameters; answer: Response };
  /** A summary of each release, as JSON Feed 1.1. */
  "/releases.json": { parameters: GetReleasesJsonParameters; answer: JsonFeed };
  /** A summary of each release, as calendar (RFC 5545). */
  "/releases.ics": { parameters: Record<never, never>; answer: Response };
  /** The whole dataset as files. */
  "/download": { parameters: ListDownloadsParameters; answer: DownloadList };
  /** One file of the dataset. */
  "/download/{release}/{file}": { parameters: GetDownloadParameters; answer: Response };
  /** One file of a folder: a normalised table, or the hosts of a region. */
  "/download/{release}/{format}/{file}": { parameters: GetTableDownloadParameters; answer: Response };
  /** Every operator and its platforms. */
  "/operators": { parameters: ListOperatorsParameters; answer: OperatorList };
  /** One operator, with the documents that its platforms share. */
  "/operators/{id}": { parameters: GetOperatorParameters; answer: OperatorAnswer };
  /** Counts over the dataset, for charts. */
  "/stats": { parameters: GetStatsParameters; answer: Stats };
  /** Every term with its definition and mappings. */
  "/vocabulary": { parameters: Record<never, never>; answer: VocabularyAnswer };
  /** The JSON Schemas of the records. */
  "/schema": { parameters: Record<never, never>; answer: SchemaList };
  /** One JSON Schema. */
  "/schema/{name}": { parameters: GetSchemaParameters; answer: Record<string, unknown> };
  /** Is the process alive? */
  "/healthz": { parameters: Record<never, never>; answer: ServiceStatus };
  /** Can it answer? */
  "/readyz": { parameters: Record<never, never>; answer: ServiceStatus };
}

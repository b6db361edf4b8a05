import type * as z from "zod";
import { jsonFeedSchema } from "../http/feeds/json-feed-schema.ts";
import { badgeSchema } from "../routes/badge/schema.ts";
import { changeListSchema } from "../routes/changes/schema.ts";
import { changedOverTimeSchema, sideBySideSchema } from "../routes/compare/schema.ts";
import { downloadListSchema } from "../routes/downloads/schema.ts";
import { eventListSchema, upcomingListSchema } from "../routes/events/schema.ts";
import { hostListSchema, lookupSchema } from "../routes/lookup/schema.ts";
import { operatorAnswerSchema, operatorListSchema } from "../routes/operators/schema.ts";
import {
  historySchema,
  optOutSchema,
  platformAnswerSchema,
  platformListSchema,
  recordAnswerSchema,
} from "../routes/platforms/schema.ts";
import { releaseAnswerSchema, releaseDiffSchema, releaseListSchema } from "../routes/releases/schema.ts";
import { schemaListSchema } from "../routes/schemas/schema.ts";
import { statusSchema } from "../routes/service/schema.ts";
import { statsSchema } from "../routes/stats/schema.ts";
import { vocabularySchema } from "../routes/vocabulary/schema.ts";

/**
 * The schemas of the answers that are JSON, by operation id. Only the documents need them: they are not part of the
 * endpoints, so that a server and a Worker do not have them.
 */
export const ANSWERS: Readonly<Record<string, z.ZodType>> = {
  compare: sideBySideSchema,
  compareOverTime: changedOverTimeSchema,
  getBadgeData: badgeSchema,
  getHealth: statusSchema,
  getHistory: historySchema,
  getOperator: operatorAnswerSchema,
  getOptOut: optOutSchema,
  getPlatform: platformAnswerSchema,
  getReadiness: statusSchema,
  getRecord: recordAnswerSchema,
  getRelease: releaseAnswerSchema,
  getReleaseDifference: releaseDiffSchema,
  getStats: statsSchema,
  getVocabulary: vocabularySchema,
  listChanges: changeListSchema,
  listDownloads: downloadListSchema,
  listEvents: eventListSchema,
  listHosts: hostListSchema,
  listOperators: operatorListSchema,
  listPlatforms: platformListSchema,
  listReleases: releaseListSchema,
  listSchemas: schemaListSchema,
  listUpcoming: upcomingListSchema,
  lookup: lookupSchema,
  getEventsJson: jsonFeedSchema,
  getChangesJson: jsonFeedSchema,
  getPlatformChangesJson: jsonFeedSchema,
  getNewPlatformsJson: jsonFeedSchema,
  getReleasesJson: jsonFeedSchema,
};

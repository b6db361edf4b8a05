import type { Endpoint } from "../http/endpoint.ts";
import { badgeEndpoints } from "./badge/index.ts";
import { changeEndpoints } from "./changes/index.ts";
import { compareEndpoints } from "./compare/index.ts";
import { downloadEndpoints } from "./downloads/index.ts";
import { eventEndpoints } from "./events/index.ts";
import { lookupEndpoints } from "./lookup/index.ts";
import { operatorEndpoints } from "./operators/index.ts";
import { platformEndpoints } from "./platforms/index.ts";
import { releaseEndpoints } from "./releases/index.ts";
import { schemaEndpoints } from "./schemas/index.ts";
import { serviceEndpoints } from "./service/index.ts";
import { statsEndpoints } from "./stats/index.ts";
import { vocabularyEndpoints } from "./vocabulary/index.ts";

/** Every documented endpoint, in the order of the index page. A new resource is one line here. */
export const ENDPOINTS: readonly Endpoint[] = [
  ...platformEndpoints,
  ...lookupEndpoints,
  ...badgeEndpoints,
  ...eventEndpoints,
  ...changeEndpoints,
  ...compareEndpoints,
  ...releaseEndpoints,
  ...downloadEndpoints,
  ...operatorEndpoints,
  ...statsEndpoints,
  ...vocabularyEndpoints,
  ...schemaEndpoints,
  ...serviceEndpoints,
];

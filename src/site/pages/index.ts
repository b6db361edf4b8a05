import type { Page } from "../http/page.ts";
import { checklistPage } from "./checklist/index.tsx";
import { directoryPage } from "./directory.tsx";
import { eventsPage } from "./events.tsx";
import { homePage } from "./home.tsx";
import { operatorPage } from "./operator.tsx";
import { evidencePage, platformPage } from "./platform/index.tsx";
import { searchPage } from "./search.tsx";
import { vendorReviewCsv, vendorReviewPage } from "./vendor-review/index.tsx";

/** Every page of the site. */
export const PAGES: readonly Page[] = [
  homePage,
  directoryPage,
  platformPage,
  evidencePage,
  operatorPage,
  eventsPage,
  searchPage,
  checklistPage,
  vendorReviewPage,
  vendorReviewCsv,
];

import type { Page } from "../http/page.ts";
import { categoryPage } from "./category.tsx";
import { changesPage } from "./changes/index.tsx";
import { releasePage, releasesPage } from "./changes/releases.tsx";
import { checklistPage } from "./checklist/index.tsx";
import { comparePage } from "./compare/index.tsx";
import { developersPage } from "./developers.tsx";
import { directoryPage } from "./directory.tsx";
import { downloadPage } from "./download.tsx";
import { eventsPage } from "./events.tsx";
import { homePage } from "./home.tsx";
import { methodPage } from "./method.tsx";
import { mythsPage } from "./myths.tsx";
import { operatorPage } from "./operator.tsx";
import { plansPage } from "./plans/list.tsx";
import { platformPlansPage } from "./plans/platform.tsx";
import { evidencePage, platformPage } from "./platform/index.tsx";
import { oneProblemPage, problemsPage } from "./problems.tsx";
import { searchPage } from "./search.tsx";
import { statsPage } from "./statistics/index.tsx";
import { vendorReviewCsv, vendorReviewPage } from "./vendor-review/index.tsx";

/** Every page of the site. */
export const PAGES: readonly Page[] = [
  homePage,
  directoryPage,
  categoryPage,
  platformPage,
  evidencePage,
  platformPlansPage,
  operatorPage,
  comparePage,
  plansPage,
  eventsPage,
  changesPage,
  releasesPage,
  releasePage,
  mythsPage,
  statsPage,
  searchPage,
  checklistPage,
  vendorReviewPage,
  vendorReviewCsv,
  developersPage,
  methodPage,
  downloadPage,
  problemsPage,
  oneProblemPage,
];

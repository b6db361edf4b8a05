import { countingIn, type Language } from "../language.ts";
import {
  actorInGerman,
  controlKindInGerman,
  effectInGerman,
  frictionInGerman,
  protectsInGerman,
  protectsWhenInGerman,
  rightInGerman,
  scopeInGerman,
} from "./control-terms.ts";
import { caveatsInGerman, controlInGerman, rightsInGerman } from "./controls.ts";
import { dateInGerman, daysInGerman, onDateInGerman, periodInGerman } from "./dates.ts";
import { eventDatesInGerman } from "./events.ts";
import { headlineInGerman } from "./headline.ts";
import { kindLineInGerman } from "./kinds.ts";
import { listInGerman } from "./lists.ts";
import { accountInGerman, ageInGerman, audienceInGerman, planInGerman, whenInGerman } from "./people.ts";
import { inPlacesInGerman, placeInGerman } from "./places.ts";
import { practiceInGerman } from "./practice.ts";
import {
  answerInGerman,
  categoryInGerman,
  cellInGerman,
  certaintyInGerman,
  changeClassInGerman,
  dataInGerman,
  dataUseInGerman,
  defaultInGerman,
  domainRoleInGerman,
  eventTypeInGerman,
  gradeInGerman,
  kindInGerman,
  legalBasisInGerman,
  modelInGerman,
  purposeInGerman,
  recipientInGerman,
  sourceKindInGerman,
  verdictInGerman,
  withdrawalInGerman,
} from "./terms.ts";
import { withdrawalSentenceInGerman } from "./withdrawal.ts";

/** German. */
export const DE: Language = {
  code: "de",
  name: "Deutsch",
  terms: {
    purpose: purposeInGerman,
    recipient: recipientInGerman,
    model: modelInGerman,
    kind: kindInGerman,
    cell: cellInGerman,
    dataUse: dataUseInGerman,
    defaultState: defaultInGerman,
    legalBasis: legalBasisInGerman,
    dataCategory: dataInGerman,
    plan: planInGerman,
    age: ageInGerman,
    account: accountInGerman,
    controlKind: controlKindInGerman,
    protectsWhen: protectsWhenInGerman,
    actor: actorInGerman,
    controlScope: scopeInGerman,
    protects: protectsInGerman,
    effect: effectInGerman,
    friction: frictionInGerman,
    right: rightInGerman,
    eventType: eventTypeInGerman,
    sourceKind: sourceKindInGerman,
    category: categoryInGerman,
    verdict: verdictInGerman,
    certainty: certaintyInGerman,
    grade: gradeInGerman,
    changeClass: changeClassInGerman,
    domainRole: domainRoleInGerman,
    withdrawal: withdrawalInGerman,
  },
  answer: answerInGerman,
  grade: gradeInGerman,
  list: listInGerman,
  ...countingIn("de-DE", {
    day: { one: "Tag", other: "Tage" },
    step: { one: "Schritt", other: "Schritte" },
    action: { one: "Handgriff", other: "Handgriffe" },
    control: { one: "Möglichkeit", other: "Möglichkeiten" },
    platform: { one: "Dienst", other: "Dienste" },
    event: { one: "Ereignis", other: "Ereignisse" },
    source: { one: "Quelle", other: "Quellen" },
    change: { one: "Änderung", other: "Änderungen" },
  }),
  date: dateInGerman,
  onDate: onDateInGerman,
  period: periodInGerman,
  days: daysInGerman,
  place: placeInGerman,
  inPlaces: inPlacesInGerman,
  audience: audienceInGerman,
  when: whenInGerman,
  headline: headlineInGerman,
  withdrawal: withdrawalSentenceInGerman,
  kindLine: kindLineInGerman,
  practice: practiceInGerman,
  eventDates: eventDatesInGerman,
  control: controlInGerman,
  caveats: caveatsInGerman,
  rights: rightsInGerman,
};

import type { ProblemName } from "../../../api/http/problem.ts";

/** The title of a problem's page, and what to do. */
type ProblemWords = Readonly<Record<ProblemName, { title: string; help: string }>>;

const known: ProblemWords = {
  "unknown-parameter": {
    title: "This link has a part that we do not know",
    help: "Perhaps it was copied incompletely. Remove the part after the question mark.",
  },
  "invalid-parameter": {
    title: "A value in this link is not valid",
    help: "Open the page without the part after the question mark, and choose again there.",
  },
  "unknown-platform": {
    title: "We do not have this platform",
    help: "Perhaps it has another name here. Search for it, or look through the list.",
  },
  "unknown-operator": {
    title: "We do not have this company",
    help: "Search for one of its services instead.",
  },
  "unknown-domain": {
    title: "We do not have this site",
    help: "What it does with data is therefore not known to us.",
  },
  "unknown-release": {
    title: "There is no such release",
    help: "The link names a version that does not exist.",
  },
  "unknown-region": {
    title: "We do not have this place",
    help: "Choose a country on the page, or ask for the rest of the world.",
  },
  "unknown-page": {
    title: "This list has no such page",
    help: "Begin with the first page, and follow the links to the next ones.",
  },
  "empty-period": {
    title: "This period ends before it begins",
    help: "Exchange the two days, or leave one of them empty.",
  },
  "unknown-file": { title: "There is no such file", help: "The downloads page lists the files." },
  "unknown-path": {
    title: "This page does not exist",
    help: "The link may be old or mistyped. Search instead.",
  },
  "unsatisfiable-range": {
    title: "The file has no such part",
    help: "Download it again from the beginning.",
  },
  "method-not-allowed": { title: "This is not possible here", help: "The site can only be read." },
  "not-acceptable": { title: "This page has no such form", help: "Open it in a browser." },
  "uri-too-long": { title: "This link is too long", help: "Search for the platform instead." },
  "unreadable-request": { title: "The request could not be read", help: "Open the page again." },
  "request-timeout": { title: "The request took too long to arrive", help: "Please try again." },
  "headers-too-large": {
    title: "The request is too large",
    help: "Delete the cookies for this address, and try again.",
  },
  "rate-limited": { title: "Too many requests", help: "Please wait a minute, and try again." },
  "took-too-long": { title: "The answer took too long", help: "Please try again in a minute." },
  busy: { title: "Too many people are asking at the moment", help: "Please try again in a minute." },
  unavailable: {
    title: "The data cannot be read at the moment",
    help: "Please try again in a minute.",
  },
  internal: {
    title: "Something went wrong on our side",
    help: "Please try again. The error has been recorded.",
  },
};

export const problems = { meant: "Did you mean:", all: "All platforms", known };

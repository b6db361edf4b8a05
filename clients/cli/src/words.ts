import type { LanguageCode } from "../../../src/language/index.ts";

/** What the command says in addition to the pages for people. */
interface CommandWords {
  page: string;
  data: string;
  release: (version: string) => string;
  columns: { written: string; platform: string; answer: string; control: string; link: string };
  /** Of an address that no platform has. */
  unknown: string;
  report: {
    title: string;
    person: (person: string, day: string) => string;
    known: (known: string, all: string) => string;
  };
}

export const COMMAND_WORDS: Readonly<Record<LanguageCode, CommandWords>> = {
  en: {
    page: "Link",
    data: "Data",
    release: (version) => `Release ${version}, CC BY 4.0, AI Data Use contributors.`,
    columns: {
      written: "Listed",
      platform: "Platform",
      answer: "Answer",
      control: "Way to opt out",
      link: "Link",
    },
    unknown: "not in the dataset",
    report: {
      title: "AI training with people's data",
      person: (person, day) => `For ${person}, ${day}.`,
      known: (known, all) => `${known} of ${all} are in the dataset. What the others do is not known.`,
    },
  },
  de: {
    page: "Link",
    data: "Daten",
    release: (version) => `Ausgabe ${version}, CC BY 4.0, AI Data Use contributors.`,
    columns: {
      written: "Eintrag",
      platform: "Dienst",
      answer: "Antwort",
      control: "Möglichkeit abzulehnen",
      link: "Link",
    },
    unknown: "nicht im Datensatz",
    report: {
      title: "KI-Training mit Daten von Menschen",
      person: (person, day) => `Für ${person}, ${day}.`,
      known: (known, all) => `${known} von ${all} sind im Datensatz. Was die anderen tun, ist nicht bekannt.`,
    },
  },
};

import type { View } from "../../../src/site/view.ts";
import { csvLines } from "../../../src/text/csv.ts";
import { looksLikeFormula } from "../../../src/text/formula.ts";
import { escapeMarkdown } from "../../../src/text/markdown.ts";
import { aligned, markdownTable } from "../../../src/text/table.ts";
import { terminalJson, terminalLine } from "../../../src/text/terminal.ts";
import type { Checked } from "./check.ts";
import { whomInWords } from "./view.ts";
import { COMMAND_WORDS } from "./words.ts";

/** What a report is made from. */
export interface Report {
  view: View;
  checked: readonly Checked[];
}

/** The control that stops most of what the headline says. */
const wayOut = ({ found }: Checked) => found?.answer.headline.control ?? null;

const cells = ({ language, code }: View, checked: Checked): string[] => [
  checked.written,
  checked.found?.answer.name ?? "–",
  checked.found ? language.answer(checked.found.resolved.headline) : COMMAND_WORDS[code].unknown,
  wayOut(checked)?.name ?? "–",
];

/** For people at a terminal: columns. */
const table = ({ view, checked }: Report): string => {
  const { written, platform, answer, control } = COMMAND_WORDS[view.code].columns;
  const rows = checked.map((each) => cells(view, each).map(terminalLine));
  return aligned([written, platform, answer, control], rows).join("\n");
};

/** A spreadsheet takes some text for a formula; an apostrophe makes it text. */
const cell = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text);

/** For spreadsheets and programs: RFC 4180, terms and not words, so that columns stay the same in every language. */
const csv = ({ view, checked }: Report): string =>
  csvLines([
    [
      "listed",
      "id",
      "name",
      "verdict",
      "certainty",
      "sentence",
      "control",
      "control_url",
      "region",
      "plan",
      "as_of",
      "release",
    ],
    ...checked.map((each) => {
      const { written, found } = each;
      if (!found) return [cell(written), ...Array.from({ length: 11 }, () => "")];
      const { answer, release } = found;
      const { verdict, certainty } = answer.headline;
      const { region, plan, asOf } = answer.audience;
      const way = wayOut(each);
      const sentence = headlineOf(view, found);
      return [
        cell(written),
        answer.id,
        cell(answer.name),
        verdict,
        certainty ?? "",
        sentence,
        way?.name ?? "",
        way?.url ?? "",
        region ?? "",
        plan,
        asOf,
        release,
      ];
    }),
  ]);

/** The headline in the language of the report. */
export function headlineOf({ language }: View, { answer, resolved }: NonNullable<Checked["found"]>): string {
  const named = { ...answer, withdrawn: answer.withdrawn ?? undefined };
  return language.headline(named as Parameters<typeof language.headline>[0], resolved);
}

/** For a document: what was asked, a table, and the headline of each platform. */
function markdown({ view, checked }: Report): string {
  const { language, code } = view;
  const { columns, report, release } = COMMAND_WORDS[code];
  const { person, day } = whomInWords(view);
  const found = checked.flatMap((each) => each.found ?? []);
  const rows = checked.map((each) => {
    const [written = "", platform = "", answer = "", control = ""] = cells(view, each).map(escapeMarkdown);
    const url = wayOut(each)?.url;
    return [
      written,
      platform,
      answer,
      url ? `[${control}](<${url.replace(/[<>\s]/g, encodeURIComponent)}>)` : control,
    ];
  });
  const headlines = new Set(
    found.map((each) => `**${escapeMarkdown(each.answer.name)}.** ${escapeMarkdown(headlineOf(view, each))}`),
  );
  return [
    `# ${report.title}`,
    report.person(person, day),
    report.known(language.number(found.length), language.number(checked.length)),
    markdownTable([columns.written, columns.platform, columns.answer, columns.control], rows).join("\n"),
    ...headlines,
    ...(found[0] ? [escapeMarkdown(release(found[0].release))] : []),
  ].join("\n\n");
}

/** For programs: the answers. */
const json = ({ checked }: Report): string =>
  terminalJson(
    checked.map(({ written, found }) => ({
      listed: written,
      ...(found && { release: found.release }),
      answer: found?.answer ?? null,
    })),
  );

/** The forms of a report, by the name of the option. */
export const FORMATS = { table, csv, markdown, json } as const;

export type Format = keyof typeof FORMATS;

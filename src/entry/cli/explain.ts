import { placeOf } from "../../authoring/places.ts";
import { countInWords, explain } from "../../language/en/index.ts";
import {
  type Audience,
  addressOf,
  type Facet,
  findAddress,
  hostsOfPlatform,
  NameIndex,
  notARegion,
  type Platform,
} from "../../model/index.ts";
import { type AudienceReader, parseAudience } from "../../policy/index.ts";
import type { Dataset } from "../../records/check.ts";
import type { RecordFile } from "../../records/files.ts";
import { formatProblem } from "../../records/problems.ts";
import { validateDirectory } from "../../records/validate.ts";
import { didYouMean, nearest } from "../../text/nearest.ts";
import { UsageError } from "../../text/usage-error.ts";
import { command, DATA_OPTION, exits, reportError } from "./command.ts";
import { partAsText, WIDEST } from "./part-as-text.ts";
import { printError, printEscaped } from "./print.ts";

/** The options of `npm run explain`: the audience as people write it, and the data directory. */
export type ExplainOptions = Partial<Record<Facet | "asOf", string>> & { data: string };

const READER: AudienceReader = {
  region: placeOf,
  expectedRegion: "an ISO 3166 code (DE, US-CA), a group (EU, EEA) or a country's name",
  notARegion,
  nearest,
};

/** What follows a wrong value: what it is, or what may be meant. */
const question = (explanation: string | undefined, [suggestion]: readonly string[]): string =>
  explanation !== undefined
    ? ` ${explanation}`
    : suggestion === undefined
      ? ""
      : ` Did you mean ${suggestion}?`;

/** The option of a part of an audience: `asOf` → `--as-of`. */
const optionOf = (facet: string): string => `--${facet.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

/** The audience that the options describe. @throws {UsageError} for invalid values, with the nearest valid ones */
function audienceOf({ data: _, ...written }: ExplainOptions): Audience {
  const parsed = parseAudience(written, READER);
  if ("audience" in parsed) return parsed.audience;
  throw new UsageError(
    parsed.faults
      .map(
        ({ facet, value, expected, explanation, suggestions }) =>
          `${optionOf(facet)} ${value} is not ${expected}.${question(explanation, suggestions)}`,
      )
      .join("\n"),
  );
}

/** The platform that is meant: by its id, an alias, its name or a domain. @throws {UsageError} for none, with the nearest */
function platformOf(
  written: string,
  dataset: Dataset,
  files: readonly RecordFile[],
): { id: string; platform: Platform | undefined } {
  const all = [...dataset.platforms.values()].map((p) => p.record);
  const wanted = written.toLowerCase();
  const names = (p: Platform): string[] => [
    p.id,
    p.name.toLowerCase(),
    ...(p.aliases ?? []),
    ...hostsOfPlatform(p),
  ];
  const found = new NameIndex(all).find(written);
  const platform =
    all.find((p) => p.id === (found ?? wanted)) ?? findAddress(all, addressOf(written))?.platform;
  const ids = files.filter((f) => f.kind === "platform").map((f) => f.id);
  if (!platform && !ids.includes(wanted))
    throw new UsageError(
      `There is no platform ${JSON.stringify(written)}.${didYouMean(written, [...ids, ...all.flatMap(names)])}`,
    );
  return { id: platform?.id ?? wanted, platform };
}

/** Explains a record to a person. Prints, and gives the exit code: 0 done, 1 the record cannot be read, 2 wrong call. */
export function runExplain(written: string, options: ExplainOptions): number {
  try {
    const { files, dataset, problems } = validateDirectory(options.data);
    const { id, platform } = platformOf(written, dataset, files);
    const wrong = problems.filter((p) =>
      files.some((f) => f.path === p.file && f.kind === "platform" && f.id === id),
    );
    if (!platform) {
      printError(
        `${id} does not follow the format, so it cannot be explained:\n${wrong.map(formatProblem).join("\n")}`,
      );
      return 1;
    }
    const width = Math.min(WIDEST, process.stdout.columns ?? WIDEST);
    printEscaped(
      partAsText(
        explain(platform, audienceOf(options), dataset.operators.get(platform.operator)?.record),
        width,
      ),
    );
    if (wrong.length > 0)
      printError(
        `\n${countInWords(wrong.length, "problem is", "problems are")} in this record: npm run validate -- ${id}`,
      );
    return 0;
  } catch (error) {
    return reportError(error);
  }
}

export const program = command("explain", "Explains in plain sentences what a record says.", [
  ["linkedin --region DE", "for an adult in Germany on the free plan, today"],
  ["slack --plan business", "on another plan"],
  ["chatgpt --age minor", "for a minor"],
  ["reddit --account signed-out", "for a visitor without an account"],
  ["linkedin --region DE --as-of 2024-10-01", "on another day"],
])
  .argument("<platform>", "its id, name or domain")
  .option(
    "--region <place>",
    "an ISO 3166 code, EU, EEA, or a country's name; default: the rest of the world",
  )
  .option("--plan <plan>", "free, paid, business, enterprise, education or api; default: free")
  .option("--age <age>", "adult or minor; default: adult")
  .option("--account <account>", "signed-in, signed-out or non-user; default: signed-in")
  .option("--as-of <day>", "the day asked about, YYYY-MM-DD; default: today (UTC)")
  .option(...DATA_OPTION)
  .action(exits(runExplain));

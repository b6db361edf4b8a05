import { expect, test } from "vitest";
import { historyOf, stateAt } from "../../src/history/history.ts";
import { ReleaseError } from "../../src/history/release-error.ts";
import { cutRelease } from "../../src/history/releases.ts";
import { datasetOf, recordsOf } from "../../src/records/load.ts";
import { testDataset } from "../fixtures/dataset.ts";
import { testHistory } from "../fixtures/history.ts";
import { hosts, platform, practice, rule } from "../fixtures/records.ts";

test("a release is found by its version; the last where none is named", () => {
  const history = testHistory();
  expect([stateAt(history).release.version, stateAt(history, "2026.11.1").release.version]).toEqual([
    "2026.11.2",
    "2026.11.1",
  ]);
});

test("for an unknown release the nearest is suggested, for a dataset without one the command", () => {
  expect(() => stateAt(testHistory(), "2026.11.1x")).toThrow(
    new ReleaseError("There is no release 2026.11.1x. Did you mean 2026.11.1?"),
  );
  expect(() => stateAt(historyOf(testDataset(), []))).toThrow(
    new ReleaseError("Nothing is released yet: npm run release"),
  );
});

test("records are in order of their ids, whenever they were added", () => {
  const first = testDataset();
  const second = datasetOf(
    [
      ...first.platforms,
      platform([practice([rule("all")])], { id: "aardvark", domains: hosts("aardvark.example") }),
    ],
    first.operators,
  );
  const ledgers = [cutRelease([], recordsOf(first), { date: "2026-11-20" })];
  ledgers.push(cutRelease(ledgers, recordsOf(second), { date: "2026-11-22" }));
  const ids = (records: readonly { id: string }[]) => records.map((r) => r.id);
  const { platforms, operators } = stateAt(historyOf(second, ledgers));
  expect([ids(platforms), ids(operators)]).toEqual([ids(second.platforms), ids(second.operators)]);
});

import { describe, expect, test } from "vitest";
import { LANGUAGES } from "../../../src/language/index.ts";
import { audience, type Platform, type Practice } from "../../../src/model/index.ts";
import { resolve } from "../../../src/policy/index.ts";
import { control, platform, practice, rule, uses } from "../../fixtures/records.ts";

/* German sentences for what the records of today do not have, or not alone. */

const say = (practices: Practice[], rest: Partial<Platform> = {}) => {
  const p = platform(practices, { name: "Beispiel", controls: [control("s")], ...rest });
  return LANGUAGES.de.headline(p, resolve(p, audience({}, "2026-11-30")));
};
const on = () => uses("all", "on", { controls: ["s"] });
const denial = (rest = {}) => rule("all", { dataUse: "does-not-use", ...rest });

describe("who must act, and how", () => {
  test.each<[Parameters<typeof control>[1], string]>([
    [{ kind: "setting" }, "sofern Sie das nicht abschalten"],
    [{ kind: "setting", actor: "admin" }, "sofern die Administration das nicht abschaltet"],
    [{ kind: "setting", actor: "owner" }, "sofern die Inhaberin oder der Inhaber das nicht abschaltet"],
    [{ kind: "form" }, "sofern Sie nicht widersprechen"],
    [{ kind: "email", actor: "guardian" }, "sofern ein Elternteil oder Vormund nicht widerspricht"],
    [{ kind: "signal" }, "sofern Sie das nicht ablehnen"],
    [{ kind: "contract", actor: "admin" }, "sofern die Administration das nicht ablehnt"],
  ])("%j: %s", (given, words) =>
    expect(say([practice([on()])], { controls: [control("s", given)] })).toBe(
      `Beispiel trainiert die eigene KI mit Ihren veröffentlichten Inhalten, ${words}.`,
    ),
  );
});

describe("what happens to a person who does nothing", () => {
  test.each<[ReturnType<typeof uses>, string]>([
    [uses("all", "asked"), ", aber erst, nachdem Sie gefragt wurden."],
    [uses("all", "asked-on"), ", sofern Sie nicht ablehnen, wenn Sie gefragt werden."],
    [uses("all", "off"), ", aber nur, wenn Sie zustimmen."],
    [uses("all", "no-choice"), ", und Sie können das nicht ablehnen."],
    [uses("all", "not-stated"), "; ob Sie das ablehnen können, ist nicht angegeben."],
    [
      uses("all", "not-stated", { controls: ["s"] }),
      "; Sie können das ablehnen, aber die Voreinstellung ist nicht angegeben.",
    ],
  ])("%#", (answer, words) =>
    expect(say([practice([answer])])).toBe(
      `Beispiel trainiert die eigene KI mit Ihren veröffentlichten Inhalten${words}`,
    ),
  );
});

test("documents that contradict each other", () =>
  expect(say([practice([rule("all", { dataUse: "disputed" })])])).toBe(
    "Die Dokumente von Beispiel widersprechen sich darin, ob der Dienst KI mit Ihren Daten trainiert.",
  ));

describe("a subject without German words", () => {
  const subject = "your postcards to its mascot";
  test("is said by the kinds of its data", () =>
    expect(say([practice([on()], { subject, kinds: ["messages", "files"] })])).toBe(
      "Beispiel trainiert die eigene KI mit Ihren privaten Nachrichten und Ihren Dateien, sofern Sie das nicht abschalten.",
    ));

  test("is said by categories where its kind is in two parts", () => {
    const audio = { data: { includes: ["audio" as const], excludes: [] } };
    const practices = [
      practice([uses("all", "no-choice")], { id: "a", kinds: ["messages"] }),
      practice([uses("all", "on", { controls: ["s"], ...audio })], { id: "b", kinds: ["messages"], subject }),
    ];
    expect(say(practices)).toBe(
      "Beispiel trainiert die eigene KI mit Ihren privaten Nachrichten, und Sie können das nicht ablehnen. Der Dienst trainiert die eigene KI auch mit Ihren Tonaufnahmen, sofern Sie das nicht abschalten.",
    );
  });

  test("is not said of all such data where it is denied", () =>
    expect(say([practice([denial()], { subject, kinds: ["messages"] })])).toBe(
      "Beispiel trainiert nach eigenen Angaben keine KI mit bestimmten privaten Nachrichten.",
    ));

  test("models without German words are certain models", () =>
    expect(say([practice([denial({ onlyModels: "models that sing" })], { kinds: ["files"] })])).toBe(
      "Beispiel trainiert nach eigenen Angaben bestimmte KI-Modelle nicht mit Ihren Dateien. In den Dokumenten, die wir gelesen haben, steht nicht, ob der Dienst andere KI damit trainiert.",
    ));
});

describe("a practice by itself", () => {
  const ask = (answer: ReturnType<typeof rule>, rest: Partial<Practice> = {}, kind = control("s")) => {
    const p = platform([practice([answer], rest)], { controls: [kind] });
    const [resolved] = resolve(p, audience({}, "2026-11-30")).practices;
    return resolved && LANGUAGES.de.practice(resolved, "Beispiel AG");
  };
  const crawlers = { purpose: "allow-third-party-crawlers" as const, recipients: ["public" as const] };
  test.each<[string | undefined, string]>([
    [
      ask(on()),
      "Beispiel AG sagt, dass das geschieht. Ihre Daten werden verwendet, sofern Sie nichts unternehmen.",
    ],
    [
      ask(on(), {}, control("s", { actor: "admin" })),
      "Beispiel AG sagt, dass das geschieht. Ihre Daten werden verwendet, sofern die Administration nichts unternimmt.",
    ],
    [
      ask(uses("all", "no-choice", { dataUse: "may-use", namesAi: true })),
      "Die Bedingungen erlauben das. Ob es geschieht, hat Beispiel AG nicht gesagt. Nichts, was Sie tun können, verhindert es vollständig.",
    ],
    [
      ask(uses("all", "asked-on")),
      "Beispiel AG sagt, dass das geschieht. Sie werden vorher gefragt; Ja ist vorausgewählt.",
    ],
    [ask(denial(), crawlers), "Beispiel AG sagt, dass das nicht erlaubt ist."],
    [
      ask(denial({ onlyModels: "models that make music" })),
      "Beispiel AG sagt, dass das nicht geschieht, aber nur für Modelle zum Erzeugen von Musik.",
    ],
    [ask(rule("all")), "In den Dokumenten steht nicht, ob das geschieht."],
  ])("%#", (said, expected) => expect(said).toBe(expected));
});

test("a record that was withdrawn", () => {
  const withdrawn = { date: "2026-05-01", reason: "merged" as const, successors: ["snapchat", "signal"] };
  expect(LANGUAGES.de.withdrawal({ name: "BeReal", withdrawn })).toBe(
    "Der Eintrag zu BeReal wurde am 1. Mai 2026 zurückgezogen: der Dienst ist in einem anderen aufgegangen. Siehe snapchat und signal.",
  );
  expect(LANGUAGES.de.withdrawal({ name: "BeReal" })).toBe("");
});

import { describe, expect, test } from "vitest";
import { normalise } from "../../src/evidence/passages.ts";
import { AI_PATTERNS, mentionsAi, withoutAddresses } from "../../src/watch/patterns.ts";

/* Invented sentences; none is a platform's. */
const MENTIONS: Record<string, readonly string[]> = {
  mul: [
    "Nothing goes to an LLM.",
    "Our GenAI helper answers.",
    "It works by machine learning.",
    "Ask the chatbot.",
    "AI is everywhere.",
  ],
  en: [
    "We may use what you upload to train our models.",
    "Artificial-intelligence features read your drafts.",
    "Generative tools are optional.",
    "These language models learn from posts.",
    "Your clips help in training the algorithms behind search.",
    "You can opt out of any such training.",
    "Uploads are used for model improvement.",
  ],
  de: [
    "Wir nutzen deine Beiträge, um Modelle zu trainieren.",
    "Die KI liest mit.",
    "Künstliche Intelligenz ordnet die Beiträge.",
    "Mit maschinellem Lernen erkennen wir Missbrauch.",
    "Unsere Modelle werden mit Fotos trainiert.",
  ],
  fr: [
    "Vos messages servent à entraîner nos modèles.",
    "L’intelligence artificielle trie les images.",
    "L’IA générative est facultative.",
    "Nous recourons à l’apprentissage automatique.",
  ],
  es: [
    "Usamos tus fotos para entrenar modelos.",
    "La inteligencia artificial ordena todo.",
    "El aprendizaje automático ayuda.",
  ],
  it: [
    "I tuoi testi servono ad addestrare i nostri modelli.",
    "L’intelligenza artificiale decide.",
    "Usiamo l’apprendimento automatico.",
  ],
  nl: [
    "Wij gebruiken je foto’s om onze modellen te trainen.",
    "Kunstmatige intelligentie sorteert alles.",
    "Dat gebeurt met machinaal leren.",
  ],
};
const SILENT = [
  "Employees receive training on privacy every year.",
  "We model demand for parking.",
  "Our business model rests on fees.",
  "Said Maria, who paid the aid.",
  "The train leaves from platform two.",
  "Zugtraining für Mitarbeitende findet statt.",
  "La formation du personnel est annuelle.",
  "Write to help@example.ai or see https://example.com/ai/terms.",
  "Details are at example.ai and docs.example.com/llms.txt.",
];

test("every language of the table has examples", () =>
  expect(Object.keys(MENTIONS)).toEqual(AI_PATTERNS.map((l) => l.language)));

describe.each(Object.entries(MENTIONS))("%s", (_, sentences) => {
  test.each(sentences)("mentions AI: %s", (sentence) => expect(mentionsAi(normalise(sentence))).toBe(true));
});

test.each(SILENT)("does not: %s", (sentence) =>
  expect(mentionsAi(normalise(withoutAddresses(sentence)))).toBe(false),
);

test("a subject's own name does not, other words beside it do", () => {
  expect(mentionsAi("example ai keeps your name", ["example ai"])).toBe(false);
  expect(mentionsAi("example ai and its ai keep your name", ["example ai"])).toBe(true);
});

/*
 * What makes a sentence one about AI. Patterns are data: one line a language, matched
 * against normalised text (lower case, only letters, digits and single spaces).
 * No products are named: a document that says "Copilot" does not make a statement about AI.
 * A single word ("model", "training") says little; the words near it decide.
 */

/** One language's patterns; each is matched at word boundaries. */
export interface LanguagePatterns {
  /** BCP 47. */
  language: string;
  patterns: readonly string[];
}

const train =
  "(?:pre ?)?(?:train|trains|trained|training|retrain|retraining|fine tune|fine tunes|fine tuned|fine tuning)";
/** The maximum number of words between the two halves of a pattern. */
const near = (words: number): string => `(?: [\\p{L}\\p{N}]+){0,${words}} `;

/** The patterns, by language. */
export const AI_PATTERNS: readonly LanguagePatterns[] = [
  {
    language: "mul",
    patterns: ["ai", "genai", "gen ai", "chatbots?", "llms?", "deep learning", "machine learning"],
  },
  {
    language: "en",
    patterns: [
      "artificial intelligence",
      "generative",
      "(?:large |foundation |frontier )?(?:language|foundation|frontier) models?",
      "neural networks?",
      `${train}${near(8)}(?:models?|algorithms?|classifiers?)`,
      `(?:models?|algorithms?|classifiers?)${near(8)}${train}`,
      "(?:model|training) (?:training|improvement|data ?sets?)",
      `(?:opt|opting|opted) out${near(8)}training`,
    ],
  },
  {
    language: "de",
    patterns: [
      "ki",
      "künstliche[mnrs]? intelligenz",
      "maschinelle[mnrs]? lernens?",
      "generative[mnrs]?",
      "sprachmodelle?[ns]?",
      `(?:trainieren|trainiert|training)${near(8)}(?:modelle?n?|algorithmen)`,
      `(?:modelle?n?|algorithmen)${near(8)}(?:trainieren|trainiert|training)`,
    ],
  },
  {
    language: "fr",
    patterns: [
      "ia",
      "intelligences? artificielles?",
      "apprentissage (?:automatique|machine|profond)",
      "génératives?|génératifs?",
      "modèles? de langage",
      `(?:entraîne|entraîner|entraînons|entraînement|former|formation)${near(8)}(?:modèles?|algorithmes?)`,
      `(?:modèles?|algorithmes?)${near(8)}(?:entraîner|entraînés?|entraînement)`,
    ],
  },
  {
    language: "es",
    patterns: [
      "ia",
      "inteligencia artificial",
      "aprendizaje (?:automático|profundo)",
      "generativ[ao]s?",
      "modelos? de lenguaje",
      `(?:entrenar|entrenamos|entrenamiento)${near(8)}(?:modelos?|algoritmos?)`,
    ],
  },
  {
    language: "it",
    patterns: [
      "ia",
      "intelligenza artificiale",
      "apprendimento (?:automatico|profondo)",
      "generativ[aoie]",
      "modelli? linguistic[oi]",
      `(?:addestrare|addestriamo|addestramento)${near(8)}(?:modell[oi]|algoritm[oi])`,
    ],
  },
  {
    language: "nl",
    patterns: [
      "kunstmatige intelligentie",
      "machinaal leren",
      "generatieve",
      "taalmodel(?:len)?",
      `(?:trainen|traint|getraind|training)${near(8)}(?:model|modellen|algoritmen?s?)`,
      `(?:model|modellen|algoritmen?s?)${near(8)}(?:trainen|traint|getraind|training)`,
    ],
  },
];

const AI = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...new Set(AI_PATTERNS.flatMap((l) => l.patterns))].map((p) => `(?:${p})`).join("|")})(?![\\p{L}\\p{N}])`,
  "u",
);

/** Web and mail addresses: `x.ai` does not mention AI. */
const ADDRESS =
  /(?:https?:\/\/|www\.)\S+|\S+@\S+\.\S+|(?<![\p{L}\p{N}])[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:\p{L}{2,}\/\S*|ai|com|org|net|io|eu|txt)(?![\p{L}\p{N}])/giu;

/** A text without the addresses in it. */
export const withoutAddresses = (text: string): string => text.replace(ADDRESS, " ");

/** Does a normalised sentence mention AI, other than in these normalised names? */
export function mentionsAi(normalised: string, names: readonly string[] = []): boolean {
  const masked = names.reduce((text, name) => text.replaceAll(` ${name} `, " "), ` ${normalised} `);
  return AI.test(masked);
}

/** The index of the words with which a normalised sentence mentions AI; -1 where it does not. */
export const indexOfAi = (normalised: string): number => normalised.search(AI);

import { fingerprint, findPassage, normalise, passageCandidates, plainText } from "../dataset/index.ts";
import type { Passage } from "../model/index.ts";
import { indexOfAi } from "./patterns.ts";

/** What became of a cited passage in a later text. */
export type PassageState = "stands" | "moved" | "changed" | "gone";

/** Where a list's or section's number stands before the words: a new number alone is no change. */
const NUMBER = /^\s*(?:[#>*+\-–•]\s*)*(?:\(?\d+(?:\.\d+)*[.)]\s+|\(?[a-zA-Z][.)]\s+)/;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** A version of a document, with what comparing asks of it. Everything is computed when first asked for. */
export class Text {
  readonly markdown: string;
  #normalised: string | undefined;
  #ai: ReadonlySet<string> | undefined;
  #sentences: ReadonlySet<string> | undefined;

  constructor(markdown: string) {
    this.markdown = markdown;
  }

  /** The text in the form in which passages are found. */
  get normalised(): string {
    this.#normalised ??= normalise(this.markdown);
    return this.#normalised;
  }

  /** Its sentences, normalised, without their numbers. */
  get sentences(): ReadonlySet<string> {
    if (!this.#sentences) {
      this.#sentences = new Set();
      const found = this.#sentences as Set<string>;
      for (const line of plainText(this.markdown).split("\n"))
        for (const { segment } of segmenter.segment(line.replace(NUMBER, ""))) {
          const sentence = normalise(segment);
          if (sentence !== "") found.add(sentence);
        }
    }
    return this.#sentences;
  }

  /** Its sentences about AI. */
  get ai(): ReadonlySet<string> {
    this.#ai ??= new Set([...this.sentences].filter((s) => indexOfAi(s) !== -1));
    return this.#ai;
  }

  /** Do these normalised words stand in it, however its lines are broken? */
  contains(words: string): boolean {
    return ` ${this.normalised} `.includes(` ${words} `);
  }

  /** What became of a passage here: whether the same words stand where they stood, or elsewhere, or others, or none. */
  passage(passage: Passage): PassageState {
    const found = findPassage(this.normalised, passage);
    if ("text" in found && fingerprint(found.text) === passage.sha256) return "stands";
    for (const candidate of passageCandidates(this.normalised, passage)) if (fingerprint(candidate) === passage.sha256) return "moved";
    return this.contains(normalise(passage.start)) ? "changed" : "gone";
  }
}

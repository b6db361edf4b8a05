import { findPassage, fingerprint, normalise, passageCandidates } from "../evidence/passages.ts";
import { plainText } from "../evidence/plain-text.ts";
import type { Passage } from "../model/index.ts";
import { mentionsAi, withoutAddresses } from "./patterns.ts";

/** The state of a cited passage in a later text. */
export type PassageState = "stands" | "moved" | "changed" | "gone";

/** The number of a list item or section before its words: a new number alone is not a change. */
const NUMBER = /^\s*(?:[#>*+\-–•]\s*)*(?:\(?\d+(?:\.\d+)*[.)]\s+|\(?[a-zA-Z][.)]\s+)/;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** From this length on, letters alone are enough to know a text again. */
const LONG = 30;
const squeeze = (text: string): string => text.replaceAll(" ", "");

/** A version of a document, with what comparing asks of it. Everything is computed when first asked for. */
export class Text {
  readonly markdown: string;
  #normalised: string | undefined;
  #squeezed: string | undefined;
  #sentences: { sentences: ReadonlySet<string>; ai: ReadonlySet<string> } | undefined;

  constructor(markdown: string) {
    this.markdown = markdown;
  }

  /** The text in the form in which passages are found. */
  get normalised(): string {
    this.#normalised ??= normalise(this.markdown);
    return this.#normalised;
  }

  /** Its sentences, normalised, without their numbers. A cell of a table and a broken line end a sentence. */
  get sentences(): ReadonlySet<string> {
    return this.#split().sentences;
  }

  /** Its sentences that can mention AI; addresses do not count. */
  get ai(): ReadonlySet<string> {
    return this.#split().ai;
  }

  #split(): { sentences: ReadonlySet<string>; ai: ReadonlySet<string> } {
    if (this.#sentences) return this.#sentences;
    const [sentences, ai] = [new Set<string>(), new Set<string>()];
    for (const line of plainText(this.markdown.replace(/<br\s*\/?>/gi, "\n")).split(/\n| \| /))
      for (const { segment } of segmenter.segment(line.replace(NUMBER, ""))) {
        const sentence = normalise(segment);
        if (sentence === "") continue;
        sentences.add(sentence);
        if (mentionsAi(normalise(withoutAddresses(segment)))) ai.add(sentence);
      }
    this.#sentences = { sentences, ai };
    return this.#sentences;
  }

  /** Does it contain these normalised words, whatever its line breaks? In longer texts spaces are ignored: one apostrophe more or less moves them. */
  contains(words: string): boolean {
    if (` ${this.normalised} `.includes(` ${words} `)) return true;
    if (words.length < LONG) return false;
    this.#squeezed ??= squeeze(this.normalised);
    return this.#squeezed.includes(squeeze(words));
  }

  /** The state of a passage here: the same words in the same place, elsewhere, other words, or gone. */
  passage(passage: Passage): PassageState {
    const found = findPassage(this.normalised, passage);
    if ("text" in found && fingerprint(found.text) === passage.sha256) return "stands";
    for (const candidate of passageCandidates(this.normalised, passage))
      if (fingerprint(candidate) === passage.sha256) return "moved";
    return this.contains(normalise(passage.start)) ? "changed" : "gone";
  }
}
